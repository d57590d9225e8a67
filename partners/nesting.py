"""Resolve a description inside a question: "the project that SmiLe Incubator is in".

Two forms: a noun for the values of a relation ("a co-founder of MTT"), and a clause
that is a question of its own ("project that SmiLe Incubator is part of").  What it
stands for takes its place, and the rest is a question in one step.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from partners.cues import Cues
from partners.facts import in_order
from partners.folding import Token, tokenise
from partners.masking import Span
from partners.model import Knowledge, Role

_NAMED = (Role.PARTNER.value, Role.ORGANISATION.value)


@dataclass(frozen=True, slots=True)
class Nest:
    """A stretch of text, and the entities that it describes."""

    start: int
    end: int
    ids: tuple[str, ...]

    def spans(self, knowledge: Knowledge) -> tuple[Span, ...]:
        """The entities as spans that all cover the description."""
        return tuple(
            Span(self.start, self.end, knowledge.entities[id_].role.value, id_)
            for id_ in self.ids
        )


class NestFinder:
    """Find a description; `relation_of` classifies its clause to a relation's id."""

    def __init__(
        self,
        knowledge: Knowledge,
        cues: Cues,
        relation_of: Callable[[str, Sequence[Span]], str | None],
    ) -> None:
        self._knowledge = knowledge
        self._cues = cues
        self._relation_of = relation_of

    def find(self, text: str, spans: Sequence[Span]) -> Nest | None:
        """The description in `text` that stands for something, or None."""
        tokens = tokenise(text)
        host = self._knowledge.host  # everything here is "of Medicon Village"
        named = [s for s in spans if s.role in _NAMED and s.id != host]
        for name in named[:2]:
            nest = self._by_clause(text, tokens, spans, name)
            # "Is LIF a co-founder of MTT" is no description: it asks of the two named.
            if nest is None and len(named) == 1:
                nest = self._by_noun(tokens, name)
            if nest is not None and nest.ids:
                return nest
        return None

    def _by_noun(self, tokens: Sequence[Token], name: Span) -> Nest | None:
        """`a co-founder of MTT`, `MTT's co-founders`."""
        nouns = self._cues.relation_nouns
        first = next(i for i, t in enumerate(tokens) if t.start >= name.start)
        before = [t.word for t in tokens[:first]]
        if len(before) > 2 and before[-1] == "of" and before[-2] in nouns:
            relation, start = nouns[before[-2]], first - 2
            while start and tokens[start - 1].word in {*self._cues.determiners, "co"}:
                start -= 1
            ids = self._values(name.id, relation)
            return Nest(tokens[start].start, name.end, ids) if start else None
        return None

    def _values(self, subject: str, relation: str) -> tuple[str, ...]:
        facts = self._knowledge.facts_of(subject, relation)
        return tuple(fact.target for fact in facts if fact.target is not None)

    def _by_clause(
        self, text: str, tokens: Sequence[Token], spans: Sequence[Span], name: Span
    ) -> Nest | None:
        """`the project that SmiLe is part of`, `the think tank founded by …`."""
        head = self._head(tokens, spans, name)
        if head is None:
            return None
        start, kind = head
        end = self._clause_end(tokens, name)
        offset = tokens[start].start
        inner = [
            Span(s.start - offset, s.end - offset, s.role, s.id)
            for s in spans
            if s.start >= offset and s.end <= end
        ]
        relation = self._relation_of(text[offset:end], inner)
        ids = self._described(name.id, relation, kind)
        first = start
        while first and tokens[first - 1].word in self._cues.determiners:
            first -= 1
        if first == 0:
            return None  # the whole message: not a description but the question
        return Nest(tokens[first].start, end, ids)

    def _head(
        self, tokens: Sequence[Token], spans: Sequence[Span], name: Span
    ) -> tuple[int, str | None] | None:
        """The token where the description begins after its articles, and its kind."""
        kinds = {s.start: s for s in spans if s.role == Role.KIND.value}
        for i, token in enumerate(tokens[:-1]):
            if token.start >= name.start:
                return None
            kind = kinds.get(token.start)
            after = [t for t in tokens if t.start >= (kind.end if kind else token.end)]
            is_head = kind is not None or token.word in self._cues.heads
            starts = bool(after) and (
                after[0].word in self._cues.clause_starts
                or after[0].start == name.start
            )
            led = i > 0 and tokens[i - 1].word in self._cues.determiners
            if is_head and starts and led:
                return i, kind.id if kind else None
        return None

    def _clause_end(self, tokens: Sequence[Token], name: Span) -> int:
        end = name.end
        for token in tokens:
            if token.start >= end:
                if not token.is_word and token.word != "'s":
                    break
                end = token.end
        return end

    def _described(
        self, name: str, relation: str | None, kind: str | None
    ) -> tuple[str, ...]:
        facts = self._knowledge.facts_to(name, relation) or self._knowledge.facts_to(
            name
        )
        ids = {fact.subject for fact in facts if fact.subject != name}
        if kind is not None:
            of_kind = {f.subject for f in self._knowledge.facts_to(kind)}
            ids = {i for i in ids if i in of_kind} or ids
        return in_order(self._knowledge, ids)
