"""Make a question of the intent, the names and the words of a message."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from spacy.lang.en.stop_words import STOP_WORDS

from partners.cues import Cues
from partners.elsewhere import ELSEWHERE
from partners.folding import Token, fold, tokenise
from partners.forms import form_of
from partners.framing import asked_of, needed, without_setting
from partners.giving import acted_on, acts_on, belongs_to, receives
from partners.masking import Span
from partners.model import Knowledge, Relation, Role
from partners.placing import (
    SUBJECTS,
    background,
    capitals,
    covered,
    has_head,
    host_is_scenery,
    ids,
    is_active,
    is_agent,
    is_definite,
    is_incidental,
    is_named_twice,
    joined,
    leftover,
    overlapping,
    said,
    second_gives,
    taken_back,
    texts,
    unnamed_words,
)
from partners.question import Question
from partners.strangers import UNKNOWN
from partners.tags import untagged
from partners.written_numbers import numbers_in

# "When was that founded"
_THAT = re.compile(r"\b(?:was|is|were|does|did) (?:that|this) \w+ed\b")
_ALL_OF_IT = re.compile(r"\ball (?:this|that|it|its|of this|of that|of it)\b")
_FOREIGN, _GROUP = (UNKNOWN, ELSEWHERE), (Role.GROUP.value,)
_CRITERIA = (Role.PLACE.value, Role.TOPIC.value, Role.FORM.value, Role.KIND.value)

# What a question wants -> the cues of which one word says so.
_FLAGS: Mapping[str, str] = {
    "pronoun": "pronouns",
    "wants_country": "countries",
    "wants_continent": "continents",
    "heads": "heads",
    "of_members": "members",
    "of_partners": "partner_words",
    "wants_names": "names",
    "both": "both",
    "ranked": "ranking",
    "excepting": "excepting",
    "other_money": "currencies",
    "singular": "singular",
    "about_all": "about_all",
    "wants_which": "wants_which",
    "universal": "universal",
    "alike": "alike",
    "behind": "behind",
    "sorts": "sorts",
}


class QuestionReader:
    """Make a `Question` of what the pipeline found in a message."""

    def __init__(self, knowledge: Knowledge, cues: Cues) -> None:
        self._knowledge = knowledge
        self._cues = cues
        self._listing = cues.listing | STOP_WORDS
        # An ordinal is part of the claim: "every third year".
        frame = (STOP_WORDS - cues.ordinals).union(
            cues.polar_start, cues.open_question, cues.commands
        )
        self._claims = frame | cues.claim
        self._framing = frame | (cues.claim - cues.telling)
        relations = knowledge.relations.values()
        self._forward = {r.forward: r for r in relations if r.forward}
        self._reverse = {r.reverse: r for r in relations if r.reverse}

    def relation(self, intent: str) -> Relation | None:
        """The relation that `intent` asks, from either end."""
        return self._forward.get(intent) or self._reverse.get(intent)

    def read(self, intent: str, text: str, spans: Sequence[Span]) -> Question:
        """The question in `text`, given its intent and the names found in it."""
        return self.readings([intent], text, spans)[0]

    def readings(
        self, intents: Sequence[str], text: str, spans: Sequence[Span]
    ) -> list[Question]:
        """The question in `text` for each of the intents that it may have."""
        text, tagged = untagged(text)
        spans = sorted(spans, key=lambda span: span.start)
        names, written = self._cues.asks_names(text), text
        text, spans = without_setting(text, spans, self._cues, self._listing)
        whole = text
        text, spans = needed(text, spans, self._cues)
        tokens = tokenise(text)
        ours = background(tokens, spans) | taken_back(tokens, spans, self._cues)
        known = [s for s in spans if s.role in _FOREIGN or self._is_known(s)]
        known = [s for s in known if s not in ours]
        asked_places = asked_of(written, known, self._cues)
        free = [t for t in tokens if not covered(t, spans)]
        words = {token.word for token in free}
        asked = {
            **self._plain(text, spans, known, words),
            **form_of(text, tokens, known, tagged, self._cues),
            **self._words(text, tokens, free, known),
            "needs": text != whole,
            # A setting that is left out is blank in `text`, and its places still count.
            "elsewhere": texts(written, asked_places, ELSEWHERE),
            "exact": names or self._is_exact(tokens),
        }
        first = tokens[0].word if tokens else ""
        # Built at once: to replace fields of a Question copies all of them each time.
        return [
            Question(
                intent=intent,
                relation=self.relation(intent),
                reverse=self._is_reverse(intent, asked),
                subjects=self._subjects(intent, tokens, known),
                beyond=self._is_beyond(intent, words, first),
                **asked,
            )
            for intent in intents
        ]

    def _is_reverse(self, intent: str, asked: Mapping[str, Any]) -> bool:
        """Whether it is asked from the other end, by the intent or by who acts."""
        relation = self._forward.get(intent)
        if relation is None or relation.reverse is None:
            # "How many members does the think tank have that LIF co-founded"
            counts = asked["counts"] and asked["of_members"] and asked["definite"]
            return intent in self._reverse and not (asked["receives"] or counts)
        described = asked["definite"] or asked["heads"]  # "the project funded by X"
        return bool(asked["agent"] and not described)

    def _plain(
        self,
        text: str,
        spans: Sequence[Span],
        known: Sequence[Span],
        words: Collection[str],
    ) -> dict[str, Any]:
        """What is asked by its names and single words, whatever the intent."""
        flags: dict[str, Any] = {
            flag: not getattr(self._cues, cue).isdisjoint(words)
            for flag, cue in _FLAGS.items()
        }
        if _ALL_OF_IT.search(fold(text)):  # "who pays for all this"
            flags["about_all"] = False
        if _THAT.search(fold(text)):
            flags["pronoun"] = True
        return {
            **flags,
            "text": text,
            "criteria": ids(known, _CRITERIA),
            "groups": ids(known, _GROUP),
            "unknown": texts(text, known, UNKNOWN),
            "heads": flags["heads"] or has_head(spans),
        }

    def _words(
        self,
        text: str,
        tokens: Sequence[Token],
        free: Sequence[Token],
        known: Sequence[Span],
    ) -> dict[str, Any]:
        """Its own words, and how its names stand among them."""
        cues = self._cues
        return {
            "numbers": numbers_in(free, cues),
            "leftover": leftover(free, self._listing, cues),
            "joined": joined(tokens, known, cues),
            "definite": is_definite(tokens, known, cues),
            "by": second_gives(tokens, known, cues),
            "agent": is_agent(tokens, known),
            "receives": receives(tokens, known),
            "acts": acts_on(tokens, known),
            "acted": acted_on(tokens, known),
            "joins": belongs_to(tokens, known),
            "active": is_active(tokens, known, cues),
            "derived": overlapping(known),
            "twice": is_named_twice(text, known),
            "every": bool(ids(known, _GROUP))
            or not cues.all_partners.isdisjoint(unnamed_words(free)),
            "capitals": capitals(free, cues),
            "words": self._content(tokens, known, self._claims),
            "terms": self._content(tokens, known, self._framing),
            "said": said(tokens, known),
            "incidental": is_incidental(text, known),
        }

    def _is_exact(self, tokens: Sequence[Token]) -> bool:
        """Whether names are wanted: "which hospitals exactly", "name three members"."""
        words = {token.word for token in tokens}
        named = bool(tokens) and tokens[0].word == "name"
        counted = any(self._cues.number(token) is not None for token in tokens)
        return bool(self._cues.exact & words) or (named and counted)

    def _is_known(self, span: Span) -> bool:
        """Whether an id is in the knowledge file: a payload may hold anything."""
        if span.role == Role.GROUP.value:
            return span.id in self._knowledge.groups
        entity = self._knowledge.entities.get(span.id)
        return entity is not None and entity.role.value == span.role

    def _subjects(
        self, intent: str, tokens: Sequence[Token], spans: Sequence[Span]
    ) -> tuple[str, ...]:
        host, cues = self._knowledge.host, self._cues
        subjects = ids(spans, SUBJECTS)
        if host in subjects and host_is_scenery(intent, host, tokens, spans, cues):
            return tuple(id_ for id_ in subjects if id_ != host)
        return subjects

    def _is_beyond(self, intent: str, words: Collection[str], first: str) -> bool:
        relation = self.relation(intent)
        about = relation.id if relation else intent.removeprefix("ask_")
        cues = self._cues.beyond.get(about, frozenset())
        return not cues.isdisjoint(words) or f"^{first}" in cues

    def _content(
        self, tokens: Sequence[Token], spans: Sequence[Span], empty: Collection[str]
    ) -> tuple[str, ...]:
        """The words that carry what is asked: no names, no words of any question."""
        named = (*SUBJECTS, *_GROUP, Role.PLACE.value, UNKNOWN, ELSEWHERE)
        names = [s for s in spans if s.role in named]
        free = [token for token in tokens if not covered(token, names)]
        return tuple(t.word for t in free if t.is_word and t.word not in empty)
