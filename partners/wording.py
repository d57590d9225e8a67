"""Choose the response for an answer and make the values that fill it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from partners.answer import Answer, Outcome
from partners.model import Fact, Knowledge
from partners.phrases import Phrases

_MOST_BUTTONS = 5
# Beyond these a list of what is stated would be longer than the answer.
_MOST_NAME = 60


@dataclass(frozen=True, slots=True)
class Reply:
    """The response to utter, what fills it, and the questions to offer as buttons."""

    response: str
    values: Mapping[str, str] = field(default_factory=dict)
    buttons: tuple[str, ...] = ()


class Wording:
    """Word answers about `knowledge` with the phrases of one language."""

    def __init__(self, knowledge: Knowledge, phrases: Phrases) -> None:
        self._knowledge = knowledge
        self._phrases = phrases
        self._by_outcome: Mapping[Outcome, Callable[[Answer], Reply]] = {
            Outcome.FACTS: self._facts,
            Outcome.REVERSE: self._reverse,
            Outcome.NOT_AMONG: self._not_among,
            Outcome.EVERY: self._every,
            Outcome.PARTNERS: self._partners,
            Outcome.GROUPS: self._groups,
            Outcome.STATUS: self._status,
            Outcome.MENTIONED: self._mentioned,
            Outcome.CONNECTED: self._connected,
            Outcome.COMPARED: self._compared,
            Outcome.NOT_STATED: self._not_stated,
            Outcome.REVERSE_NOT_STATED: self._reverse_not_stated,
            Outcome.NONE_MATCHES: self._none_matches,
            Outcome.CRITERION_UNKNOWN: self._criterion_unknown,
            Outcome.NOT_CONNECTED: self._not_connected,
            Outcome.UNKNOWN_NAME: self._unknown_name,
            Outcome.WHICH: self._which,
            Outcome.NEAREST: self._nearest,
            Outcome.OFF_PAGE: lambda answer: Reply("utter_park"),
        }

    def word(self, answer: Answer) -> Reply:
        """The reply that tells `answer`."""
        return self._by_outcome[answer.outcome](answer)

    # Parts ------------------------------------------------------------------------

    def name(self, id_: str) -> str:
        """What an answer shows of a partner, an organisation, a place, a group, …"""
        if id_ in self._knowledge.groups:
            return self._knowledge.groups[id_].name
        return self._knowledge.entities[id_].name

    def _names(self, ids: Sequence[str]) -> str:
        return self._phrases.join([self.name(id_) for id_ in ids])

    def _source(self, answer: Answer) -> str:
        sections = answer.sections
        if not sections:
            return ""
        name = "utter_source" if len(sections) == 1 else "utter_sources"
        return self._phrases.fill(name, sections="; ".join(sections))

    def _values(self, facts: Sequence[Fact]) -> str:
        notes = {fact.note for fact in facts}
        shared = notes.pop() if len(notes) == 1 else None
        items = [self._value(fact, with_note=shared is None) for fact in facts]
        joined = self._phrases.join(items)
        if shared is None:
            return joined
        return self._phrases.fill("utter_value_noted", value=joined, note=shared)

    def _value(self, fact: Fact, with_note: bool) -> str:
        value = self._bare_value(fact)
        detail = self._detail(fact)
        if detail:
            value = self._phrases.fill("utter_value_noted", value=value, note=detail)
        if fact.note and with_note:
            value = self._phrases.fill("utter_value_noted", value=value, note=fact.note)
        return value

    def _bare_value(self, fact: Fact) -> str:
        if fact.text is not None:
            return fact.text
        if fact.target is not None:
            return self.name(fact.target)
        held = {
            "amount": fact.amount,
            "count": fact.count,
            "year": fact.year,
            "unit": fact.unit,
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

    def sentence(self, answer: Answer) -> str:
        """The reply as one text without its source, to stand inside another."""
        reply = self.word(answer)
        return self._phrases.fill(reply.response, **{**reply.values, "source": ""})

    def _sentences(self, answers: Sequence[Answer]) -> str:
        return " ".join(self.sentence(answer) for answer in answers)

    # Facts ------------------------------------------------------------------------

    def _facts(self, answer: Answer) -> Reply:
        assert answer.subject and answer.relation
        fact = Reply(
            f"utter_{answer.relation}_fact",
            {
                "partner": self.name(answer.subject),
                "values": self._values(answer.facts),
                "source": self._source(answer),
            },
        )
        if {f.basis for f in answer.facts} == {"stated", "listed"}:
            counts = {f.basis or "": str(f.count) for f in answer.facts}
            response = f"utter_{answer.relation}_contradiction"
            return Reply(response, {**fact.values, **counts})
        return self._judged(answer, fact)

    def _judged(self, answer: Answer, fact: Reply) -> Reply:
        """`fact` with the yes, the no or the number that the question wanted."""
        if answer.swapped:
            response, more = "utter_swapped", {}
        elif answer.verdict is not None and answer.number is not None:
            response = "utter_yes_number" if answer.verdict else "utter_no_number"
            more = {"number": str(answer.number)}
        elif answer.verdict is not None:
            response, more = "utter_yes" if answer.verdict else "utter_no", {}
        elif answer.number is not None:
            response, more = "utter_count", {"number": str(answer.number)}
        else:
            return fact
        text = self._phrases.fill(fact.response, **{**fact.values, "source": ""})
        values = {"fact": text, "source": fact.values.get("source", ""), **more}
        return Reply(response, values)

    def _reverse(self, answer: Answer) -> Reply:
        assert answer.subject
        fact = Reply(
            f"utter_{answer.relation}_reverse",
            {
                "name": self.name(answer.subject),
                "partners": self._names(answer.names),
                "source": self._source(answer),
            },
        )
        return self._judged(answer, fact)

    def _not_among(self, answer: Answer) -> Reply:
        assert answer.subject
        return Reply(
            "utter_not_among",
            {
                "name": self._names(answer.names),
                "label": self._label(answer.relation, answer.subject),
                "source": self._source(answer),
            },
        )

    def _label(self, relation: str | None, subject: str | None) -> str:
        partner = self.name(subject) if subject else ""
        return self._phrases.fill(f"utter_{relation}_label", partner=partner)

    def _every(self, answer: Answer) -> Reply:
        lines = []
        for subject in answer.names:
            facts = tuple(f for f in answer.facts if f.subject == subject)
            one = Answer(answer.kind, Outcome.FACTS, subject, facts[0].relation, facts)
            lines.append(self._phrases.fill("utter_line", text=self.sentence(one)))
        response = "utter_every_one" if len(lines) == 1 else "utter_every"
        total = str(len(self._knowledge.partners))
        values = {"number": str(len(lines)), "total": total, "lines": "".join(lines)}
        return Reply(response, {**values, "source": self._source(answer)})

    def _partners(self, answer: Answer) -> Reply:
        response = "utter_partners_one" if len(answer.names) == 1 else "utter_partners"
        return Reply(
            response,
            {
                "criteria": self._names(answer.criteria),
                "number": str(len(answer.names)),
                "partners": self._names(answer.names),
                "source": self._source(answer),
            },
        )

    def _groups(self, answer: Answer) -> Reply:
        groups = [self._knowledge.groups[id_] for id_ in answer.criteria]
        lines = []
        for group in groups:
            names = [e.id for e in self._knowledge.partners if e.group == group.id]
            text = self._phrases.fill(
                f"utter_group_{group.id}",
                number=str(len(names)),
                partners=self._names(names),
            )
            lines.append(self._phrases.fill("utter_line", text=text))
        values = {"number": str(len(answer.names)), "lines": "".join(lines)}
        sections = "; ".join(group.section for group in groups)
        if len(groups) == 1:
            source = self._phrases.fill("utter_source", sections=sections)
            reply = Reply("utter_group", {"group": text, "source": source})
            return self._judged(replace(answer, number=None), reply)
        source = self._phrases.fill("utter_sources", sections=sections)
        reply = Reply("utter_groups", {**values, "source": source})
        return self._judged(replace(answer, number=None), reply)

    def _status(self, answer: Answer) -> Reply:
        assert answer.subject
        name = self.name(answer.subject)
        if answer.subject == self._knowledge.host:
            return Reply("utter_status_host", {"name": name})
        if answer.group is None:
            roles = self._roles(answer.facts)
            source = self._source(answer)
            response = "utter_status_none" if roles else "utter_status_only_named"
            return Reply(response, {"name": name, "roles": roles, "source": source})
        group = self._knowledge.groups[answer.group]
        source = self._phrases.fill("utter_source", sections=group.section)
        values = {"name": name, "source": source}
        return self._judged(answer, Reply(f"utter_status_{group.id}", values))

    def _roles(self, facts: Sequence[Fact]) -> str:
        return self._phrases.join([self._role(f) for f in facts if f.target])

    def _role(self, fact: Fact) -> str:
        return self._phrases.fill(
            f"utter_{fact.relation}_role", partner=self.name(fact.subject)
        )

    def _mentioned(self, answer: Answer) -> Reply:
        assert answer.subject
        # A text says more than the role that it gives the one it points at.
        whole = [f for f in answer.facts if f.subject == answer.subject or f.text]
        parts = [f for f in answer.facts if f not in whole]
        told = [
            self.sentence(Answer(answer.kind, Outcome.FACTS, subject, relation, facts))
            for (subject, relation), facts in _grouped(whole).items()
        ]
        if parts:
            name, roles = self.name(answer.subject), self._roles(parts)
            told.append(self._phrases.fill("utter_roles", name=name, roles=roles))
        values = {"text": " ".join(told), "source": self._source(answer)}
        return self._judged(answer, Reply("utter_mentioned", values))

    def _connected(self, answer: Answer) -> Reply:
        lines = [
            self.sentence(
                Answer(answer.kind, Outcome.FACTS, fact.subject, fact.relation, (fact,))
            )
            for fact in answer.facts
        ]
        values = {"text": " ".join(lines), "source": self._source(answer)}
        return self._judged(answer, Reply("utter_mentioned", values))

    def _compared(self, answer: Answer) -> Reply:
        lines = []
        for relation in dict.fromkeys(fact.relation for fact in answer.facts):
            cells = [self._cell(answer, relation, subject) for subject in answer.names]
            label = self._phrases.fill(f"utter_{relation}_heading")
            text = self._phrases.fill(
                "utter_compared_row", label=label, cells="; ".join(cells)
            )
            lines.append(self._phrases.fill("utter_line", text=text))
        values = {"partners": self._names(answer.names), "lines": "".join(lines)}
        return Reply("utter_compared", {**values, "source": self._source(answer)})

    def _cell(self, answer: Answer, relation: str, subject: str) -> str:
        facts = [
            f for f in answer.facts if (f.relation, f.subject) == (relation, subject)
        ]
        values = self._values(facts) if facts else self._phrases.fill("utter_unstated")
        return self._phrases.fill(
            "utter_compared_cell", partner=self.name(subject), values=values
        )

    # No facts ---------------------------------------------------------------------

    def _topic(self, answer: Answer, end: str) -> str:
        name = f"utter_{answer.relation}_{end}"
        if answer.subject is None:
            return self._phrases.fill(f"{name}_any")
        shown = self.name(answer.subject)
        return self._phrases.fill(name, partner=shown, name=shown)

    def _not_stated(self, answer: Answer) -> Reply:
        return Reply(
            "utter_not_stated",
            {
                "what": self._topic(answer, "topic"),
                "instead": self._instead(answer),
                "source": self._source_of(answer.also),
            },
        )

    def _source_of(self, answers: Sequence[Answer]) -> str:
        facts = tuple(fact for answer in answers for fact in answer.facts)
        if not facts:
            return ""
        return self._source(Answer(answers[0].kind, Outcome.FACTS, facts=facts))

    def _instead(self, answer: Answer) -> str:
        if answer.also:
            return self._phrases.fill(
                "utter_instead", text=self._sentences(answer.also)
            )
        if answer.subject is None:
            return ""
        labels = [
            self._label(r, answer.subject)
            for r in self._knowledge.relations_of(answer.subject)
            if r != "summary"
        ]
        entity = self._knowledge.entities[answer.subject]
        if labels:
            return self._phrases.fill("utter_stated", labels=self._phrases.join(labels))
        if entity.group:
            text = self._phrases.fill(
                f"utter_status_{entity.group}", name=entity.name, source=""
            )
            return self._phrases.fill("utter_instead", text=text)
        return ""

    def _reverse_not_stated(self, answer: Answer) -> Reply:
        what = self._topic(answer, "reverse_topic")
        source = self._source_of(answer.also)
        values = {"what": what, "instead": self._instead(answer), "source": source}
        return Reply("utter_not_stated", values)

    def _none_matches(self, answer: Answer) -> Reply:
        return Reply("utter_partners_none", {"criteria": self._names(answer.criteria)})

    def _criterion_unknown(self, answer: Answer) -> Reply:
        words = self._phrases.join([self._quoted(name) for name in answer.names])
        return Reply("utter_criterion_unknown", {"criteria": words})

    def _not_connected(self, answer: Answer) -> Reply:
        one, other = (self.name(name) for name in answer.names)
        return Reply(
            "utter_not_connected",
            {
                "one": one,
                "other": other,
                "instead": self._instead(answer) if answer.also else "",
                "source": self._source_of(answer.also),
            },
        )

    def _quoted(self, text: str) -> str:
        """Text of the user, short and without what a channel would take as markup."""
        plain = "".join(c for c in text if c.isalnum() or c in " -&.'")
        return self._phrases.fill("utter_quoted", text=plain.strip()[:_MOST_NAME])

    def _nearest(self, answer: Answer) -> Reply:
        text, source = self._sentences(answer.also), self._source(answer)
        values = {"text": text, "source": source}
        if not answer.names:
            return Reply("utter_nearest", values)
        assert answer.subject
        asked = tuple(self.question(name, answer.subject) for name in answer.names)
        return Reply("utter_nearest_or", values, asked)

    def _unknown_name(self, answer: Answer) -> Reply:
        near = answer.criteria[:_MOST_BUTTONS]
        name = self._quoted(answer.names[0])
        if not near:
            return Reply("utter_name_unknown", {"name": name})
        questions = tuple(
            self._phrases.fill("utter_summary_question", partner=self.name(id_))
            for id_ in near
        )
        values = {"name": name, "partners": self._names(near)}
        return Reply("utter_name_unknown_near", values, questions)

    def _which(self, answer: Answer) -> Reply:
        asks = f"utter_{answer.relation}_question" in self._phrases
        if not asks or not 0 < len(answer.names) <= _MOST_BUTTONS:
            return Reply("utter_which_partner")
        questions = tuple(self.question(answer.relation, id_) for id_ in answer.names)
        return Reply(
            "utter_which_of", {"partners": self._names(answer.names)}, questions
        )

    def question(self, relation: str | None, subject: str) -> str:
        """The plain question that asks `relation` of `subject`, for a button."""
        return self._phrases.fill(
            f"utter_{relation}_question", partner=self.name(subject)
        )


def _grouped(facts: Sequence[Fact]) -> dict[tuple[str, str], tuple[Fact, ...]]:
    """Facts by subject and relation."""
    found: dict[tuple[str, str], tuple[Fact, ...]] = {}
    for fact in facts:
        key = fact.subject, fact.relation
        found[key] = (*found.get(key, ()), fact)
    return found
