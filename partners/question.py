"""What a message asks, in the terms of the knowledge file."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from spacy.lang.en.stop_words import STOP_WORDS

from partners.cues import Cues
from partners.folding import Token, tokenise
from partners.masking import Span
from partners.model import Knowledge, Relation, Role
from partners.strangers import UNKNOWN

_GROUP = (Role.GROUP.value,)
_SUBJECTS = (Role.PARTNER.value, Role.ORGANISATION.value)
_CRITERIA = (Role.PLACE.value, Role.TOPIC.value, Role.FORM.value, Role.KIND.value)


@dataclass(frozen=True, slots=True)
class Question:
    """An intent, the names in the message, and the form of the question.

    Names keep the order of the message.  `reverse` tells that the question starts from
    the other end of the relation ("what does Vinnova fund"); `swapped` that the message
    puts the two ends the wrong way round for it to be answered with a yes.
    """

    intent: str
    text: str
    relation: Relation | None = None
    reverse: bool = False
    subjects: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    leftover: tuple[str, ...] = ()
    counts: bool = False
    polar: bool = False
    joined: bool = False
    pronoun: bool = False
    definite: bool = False
    by: bool = False
    active: bool = False
    every: bool = False
    derived: bool = False
    ranked: bool = False
    beyond: bool = False
    wants_names: bool = False
    wants_place: bool = False
    of_partners: bool = False
    words: tuple[str, ...] = ()
    frequency: str | None = None
    capitals: tuple[str, ...] = ()

    def about(self, *subjects: str) -> Question:
        """The same question about other subjects."""
        return replace(self, subjects=subjects)


class QuestionReader:
    """Make a `Question` of what the pipeline found in a message."""

    def __init__(self, knowledge: Knowledge, cues: Cues) -> None:
        self._knowledge = knowledge
        self._cues = cues
        relations = knowledge.relations.values()
        self._forward = {r.forward: r for r in relations if r.forward}
        self._reverse = {r.reverse: r for r in relations if r.reverse}

    def relation(self, intent: str) -> Relation | None:
        """The relation that `intent` asks, from either end."""
        return self._forward.get(intent) or self._reverse.get(intent)

    def read(self, intent: str, text: str, spans: Sequence[Span]) -> Question:
        """The question in `text`, given its intent and the names found in it."""
        tokens = tokenise(text)
        spans = sorted(spans, key=lambda span: span.start)
        free = [t for t in tokens if not _covered(t, spans)]
        words = {token.word for token in free}
        known = [s for s in spans if s.role == UNKNOWN or self._is_known(s)]
        return Question(
            intent=intent,
            text=text,
            relation=self.relation(intent),
            reverse=intent in self._reverse,
            subjects=self._subjects(intent, tokens, known),
            criteria=_ids(known, _CRITERIA),
            groups=_ids(known, _GROUP),
            unknown=tuple(text[s.start : s.end] for s in known if s.role == UNKNOWN),
            numbers=tuple(n for n in map(self._cues.number, free) if n is not None),
            leftover=self._leftover(free),
            counts=self._cues.asks_count(tokens),
            polar=self._cues.asks_truth(tokens),
            joined=_joined(tokens, known, self._cues),
            pronoun=bool(self._cues.pronouns & words),
            definite=self._definite(tokens, known),
            by=_second_follows_by(tokens, known),
            active=self._is_active(tokens, known),
            derived=_overlapping(known),
            every=bool(self._cues.all_partners & _unnamed_words(free))
            or bool(_ids(known, _GROUP)),
            wants_place=bool(self._cues.place_words & words),
            of_partners=bool(self._cues.partner_words & words),
            wants_names=bool(self._cues.names & words),
            ranked=bool(self._cues.ranking & words),
            beyond=self._is_beyond(intent, words, tokens[0].word if tokens else ""),
            frequency=self._cues.frequency(text),
            capitals=self._capitals(free),
            words=self._content(tokens, known),
        )

    def _is_known(self, span: Span) -> bool:
        """Whether an id is in the knowledge file: a payload may hold anything."""
        if span.role == Role.GROUP.value:
            return span.id in self._knowledge.groups
        entity = self._knowledge.entities.get(span.id)
        return entity is not None and entity.role.value == span.role

    def _subjects(
        self, intent: str, tokens: Sequence[Token], spans: Sequence[Span]
    ) -> tuple[str, ...]:
        host = self._knowledge.host
        subjects = _ids(spans, _SUBJECTS)
        if host in subjects and self._host_is_scenery(intent, tokens, spans):
            return tuple(id_ for id_ in subjects if id_ != host)
        return subjects

    def _host_is_scenery(
        self, intent: str, tokens: Sequence[Token], spans: Sequence[Span]
    ) -> bool:
        """Whether "Medicon Village" only says whose partners the question is about."""
        if intent in ("list_partners", "ask_involvement"):
            return intent == "list_partners"
        end = next(s.end for s in spans if s.id == self._knowledge.host)
        start = next(s.start for s in spans if s.id == self._knowledge.host)
        after = [t.word for t in tokens if t.start >= end and t.word != "'s"][:3]
        before = [t.word for t in tokens if t.end <= start][-2:]
        belongs = before[-1:] and before[-1] in ("of", "at", "in", "with", "to", "for")
        if belongs and self._cues.partner_words & {*before[:1]}:
            return True
        return bool(self._cues.partner_words & {*after[:2]})

    def _leftover(self, free: Sequence[Token]) -> tuple[str, ...]:
        """Words that choose among partners in a way that no name explains."""
        return tuple(
            token.shape
            for token in free
            if token.is_word
            and token.word not in self._cues.listing | STOP_WORDS
            and self._cues.number(token) is None
        )

    def _is_beyond(self, intent: str, words: Collection[str], first: str) -> bool:
        relation = self.relation(intent)
        about = relation.id if relation else intent.removeprefix("ask_")
        cues = self._cues.beyond.get(about, frozenset())
        return not cues.isdisjoint(words) or f"^{first}" in cues

    def _content(
        self, tokens: Sequence[Token], spans: Sequence[Span]
    ) -> tuple[str, ...]:
        """The words that carry what is asked: no names, no words of any question."""
        names = [s for s in spans if s.role in (*_SUBJECTS, *_GROUP, UNKNOWN)]
        free = [token for token in tokens if not _covered(token, names)]
        # An ordinal is part of the claim: "every third year".
        empty = (
            (STOP_WORDS - self._cues.ordinals)
            | self._cues.claim
            | self._cues.polar_start
        )
        return tuple(t.word for t in free if t.is_word and t.word not in empty)

    def _capitals(self, free: Sequence[Token]) -> tuple[str, ...]:
        """Short words in capitals that are neither names nor known abbreviations."""
        if all(token.shape.isupper() for token in free if token.is_word):
            return ()
        return tuple(
            token.shape
            for token in free
            if len(token.word) > 1
            and token.shape.isupper()
            and token.word not in self._cues.capitals
        )

    def _is_active(self, tokens: Sequence[Token], spans: Sequence[Span]) -> bool:
        """Whether the first of two names does it: "does Nordea fund CAMP"."""
        auxiliary = bool(tokens) and tokens[0].word in self._cues.auxiliaries
        return auxiliary and not _second_follows_by(tokens, spans)

    def _definite(self, tokens: Sequence[Token], spans: Sequence[Span]) -> bool:
        starts = {s.start for s in spans if s.role == Role.KIND.value}
        return any(
            token.start in starts and before.word in self._cues.definite
            for before, token in zip(tokens, tokens[1:], strict=False)
        )


def _covered(token: Token, spans: Sequence[Span]) -> bool:
    return any(span.start <= token.start < span.end for span in spans)


def _ids(spans: Sequence[Span], roles: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(span.id for span in spans if span.role in roles))


def _unnamed_words(free: Sequence[Token]) -> set[str]:
    """Words that are no part of a name: "Partners" in "Bridge Capital Partners" is."""
    return {t.word for t in free if not t.capitalised or t is free[0]}


def _overlapping(spans: Sequence[Span]) -> bool:
    """Whether one description stands for several names."""
    starts = [s.start for s in spans if s.role in _SUBJECTS]
    return len(set(starts)) < len(starts)


def _joined(tokens: Sequence[Token], spans: Sequence[Span], cues: Cues) -> bool:
    """Whether two names stand in one list: "CAMP and NOME", "CAMP, NOME"."""
    named = [s for s in spans if s.role in _SUBJECTS]
    for left, right in zip(named, named[1:], strict=False):
        between = [t.word for t in tokens if left.end <= t.start < right.start]
        if between and all(
            word in cues.conjunctions or word == "," for word in between
        ):
            return True
    return False


def _second_follows_by(tokens: Sequence[Token], spans: Sequence[Span]) -> bool:
    named = [s for s in spans if s.role in _SUBJECTS]
    if len(named) < 2:
        return False
    before = [t.word for t in tokens if t.end <= named[1].start][-2:]
    return "by" in before
