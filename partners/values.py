"""Word the pieces of an answer: names, values of facts, lists and sources."""

from __future__ import annotations

from collections.abc import Sequence

from partners.answer import Answer
from partners.model import Fact, Knowledge, Role
from partners.phrases import Phrases

# They are called the same in every language.
_BY_NAME = frozenset({Role.PARTNER, Role.ORGANISATION})


class ValueWording:
    """The pieces of answers about `knowledge`, in the phrases of one language."""

    def __init__(self, knowledge: Knowledge, phrases: Phrases) -> None:
        self._knowledge = knowledge
        self._phrases = phrases

    def name(self, id_: str) -> str:
        """What an answer shows of a partner, an organisation, a place, a group, …"""
        if id_ in self._knowledge.groups:
            return self._knowledge.groups[id_].name
        entity = self._knowledge.entities[id_]
        called = entity.role in _BY_NAME
        return entity.name if called else self._phrases.rendered(entity.name)

    def _names(self, ids: Sequence[str]) -> str:
        return self._phrases.join([self.name(id_) for id_ in ids])

    def _source(self, answer: Answer) -> str:
        return self._sections(answer.sections)

    def _sections(self, sections: Sequence[str]) -> str:
        """In which sections of the page it stands; nothing for none."""
        if not sections:
            return ""
        name = "utter_source" if len(sections) == 1 else "utter_sources"
        return self._phrases.fill(name, sections="; ".join(sections))

    def _values(self, facts: Sequence[Fact]) -> str:
        notes = {fact.note for fact in facts}
        shared = notes.pop() if len(notes) == 1 else None
        told = [self._value(fact, with_note=shared is None) for fact in facts]
        items = list(dict.fromkeys(told))  # two names of one thing read the same
        joined = self._phrases.join(items)
        if shared is None:
            return joined
        note = self._phrases.rendered(shared)
        return self._phrases.fill("utter_value_noted", value=joined, note=note)

    def _value(self, fact: Fact, with_note: bool) -> str:
        value = self._bare_value(fact)
        detail = self._detail(fact)
        if detail:
            value = self._phrases.fill("utter_value_noted", value=value, note=detail)
        if fact.note and with_note:
            note = self._phrases.rendered(fact.note)
            value = self._phrases.fill("utter_value_noted", value=value, note=note)
        return value

    def _bare_value(self, fact: Fact) -> str:
        if fact.text is not None:
            return self._phrases.rendered(fact.text)
        if fact.target is not None:
            return self.name(fact.target)
        held = {
            "amount": fact.amount,
            "count": fact.count,
            "year": fact.year,
            "unit": fact.unit and self._phrases.rendered(fact.unit),
            "from": fact.start,
            "to": fact.end,
        }
        values = {name: str(value) for name, value in held.items() if value is not None}
        what = next(n for n in ("amount", "count", "year") if n in values)
        period = "_period" if "from" in values else ""
        return self._phrases.fill(f"utter_value_{what}{period}", **values)

    def _detail(self, fact: Fact) -> str:
        relation = self._knowledge.relations[fact.relation]
        if relation.detail is None or fact.target is None:
            return ""
        details = self._knowledge.facts_of(fact.target, relation.detail)
        return self._phrases.join([self._bare_value(detail) for detail in details])

    def _label(self, relation: str | None, subject: str | None) -> str:
        partner = self.name(subject) if subject else ""
        return self._phrases.fill(f"utter_{relation}_label", partner=partner)
