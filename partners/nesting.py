"""Resolve a description inside a question: "the project that SmiLe Incubator is in".

Two forms: a noun for the values of a relation ("a co-founder of MTT"), and a clause
that is a question of its own ("project that SmiLe Incubator is part of").  What it
stands for takes its place, and the rest is a question in one step.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from partners.cues import Cues
from partners.folding import Token, tokenise
from partners.masking import Span
from partners.model import Knowledge, Role
from partners.placing import SUBJECTS

# A clause longer than this behind its name is no description of it.
_MOST_ENDS = 6
_BEING = frozenset({"is", "was", "isn", "wasn"})


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

    def find(self, text: str, spans: Sequence[Span]) -> tuple[Nest, ...]:
        """Every way to read a description in `text` that stands for something.

        Where its clause ends can't be told from the words alone ("the project that
        Vinnova funds focus on"): the ends are tried, and the rest must be a question.
        """
        tokens = tokenise(text)
        host = self._knowledge.host  # everything here is "of Medicon Village"
        named = [s for s in spans if s.role in SUBJECTS and s.id != host]
        found: list[Nest] = []
        for name in named[:2]:
            found += self._by_clause(text, tokens, spans, name)
            found += self._by_participle(tokens, spans, name)
            # "Is LIF a co-founder of MTT" is no description: it asks of the two named.
            nest = self._by_noun(tokens, name) if len(named) == 1 else None
            found += [nest] if nest else []
        return tuple(nest for nest in found if nest.ids)

    def _by_noun(self, tokens: Sequence[Token], name: Span) -> Nest | None:
        """`a co-founder of MTT`, `MTT's co-founders`."""
        nouns = self._cues.relation_nouns
        first = next(i for i, t in enumerate(tokens) if t.start >= name.start)
        before = [t.word for t in tokens[:first]]
        if len(before) > 2 and before[-1] == "of" and before[-2] in nouns:
            relation, start = nouns[before[-2]], first - 2
            while start and tokens[start - 1].word in {*self._cues.determiners, "co"}:
                start -= 1
            # "Is Ideon one of the founders of MTT" claims it of Ideon.
            claims = tokens[0].word in _BEING and start > 1
            ids = self._values(name.id, relation) if start and not claims else ()
            return Nest(tokens[start].start, name.end, ids) if ids else None
        return None

    def _values(self, subject: str, relation: str) -> tuple[str, ...]:
        facts = self._knowledge.facts_of(subject, relation)
        return tuple(fact.target for fact in facts if fact.target is not None)

    def _by_clause(
        self, text: str, tokens: Sequence[Token], spans: Sequence[Span], name: Span
    ) -> list[Nest]:
        """`the project that SmiLe is part of`, `the think tank founded by …`."""
        head = self._head(tokens, spans, name)
        if head is None:
            return []
        ends = self._clause_ends(tokens, name)
        return [self._clause(text, tokens, spans, name, head, end) for end in ends]

    def _clause(
        self,
        text: str,
        tokens: Sequence[Token],
        spans: Sequence[Span],
        name: Span,
        head: tuple[int, str | None],
        end: int,
    ) -> Nest:
        start, kind = head
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
        whole = first == 0 and end >= tokens[-1].start
        # The whole message is not a description but the question, and so is what
        # follows "is there".
        whole = whole or any(
            t.word == "there" for t in tokens[max(0, first - 1) : first]
        )
        return Nest(tokens[first].start, end, () if whole else ids)

    def _by_participle(
        self, tokens: Sequence[Token], spans: Sequence[Span], name: Span
    ) -> list[Nest]:
        """`the Vinnova-funded project`."""
        after = [t for t in tokens if t.start >= name.end][:2]
        before = [t for t in tokens if t.end <= name.start]
        if len(after) < 2 or after[0].word not in self._cues.clause_starts:
            return []
        kinds = {s.start: s for s in spans if s.role == Role.KIND.value}
        kind = kinds.get(after[1].start)
        if kind is None and after[1].word not in self._cues.heads:
            return []
        relation = self._relation_of(f"project {after[0].word} by it", ())
        led = bool(before) and before[-1].word in self._cues.determiners
        start = before[-1].start if led else name.start
        ids = self._described(name.id, relation, kind.id if kind else None)
        return [Nest(start, kind.end if kind else after[1].end, ids)]

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

    def _clause_ends(self, tokens: Sequence[Token], name: Span) -> list[int]:
        """Where the clause may end: at the name, or after words behind it."""
        ends = [name.end]
        for token in tokens:
            if token.start >= name.end:
                if not token.is_word and token.word != "'s":
                    break
                ends.append(token.end)
        return ends[:_MOST_ENDS]

    def _described(
        self, name: str, relation: str | None, kind: str | None
    ) -> tuple[str, ...]:
        if relation is not None and not self._knowledge.facts_to(name, relation):
            values = self._values(name, relation)
            if values:  # "the organisation that manages HLF"
                return values
        facts = self._knowledge.facts_to(name, relation)
        facts = facts or self._knowledge.facts_to(name)
        ids = {fact.subject for fact in facts if fact.subject != name}
        if kind is not None:
            ids = ids & self._knowledge.subjects_to(kind) or ids
        return self._knowledge.in_order(ids)
