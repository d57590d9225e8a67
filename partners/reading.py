"""Read a message: the names in it, the relation it asks, the names it doesn't know."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from partners.absorbing import Absorber
from partners.classifier import Candidate
from partners.cues import Cues, load_cues
from partners.folding import tokenise
from partners.intents import IntentClassifier
from partners.lexicon import ordinary_words
from partners.load import load
from partners.masking import Masker, Span
from partners.model import Knowledge
from partners.names import NameMatcher
from partners.nesting import NestFinder
from partners.strangers import Guess, StrangerFinder

# Longer messages are cut for reading: a question is short, and cost grows with length.
LONGEST_TEXT = 1000
# How sure the rest of a question must be, for a description in it to be resolved.
_OUTER = 0.6


@cache
def load_knowledge() -> Knowledge:
    """The knowledge of this process, read once."""
    return load()


class NameReader:
    """Find the names of the knowledge file in a message."""

    def __init__(self, knowledge: Knowledge, cues: Cues) -> None:
        self._matcher = NameMatcher(knowledge, cues)

    def read(self, text: str) -> tuple[Span, ...]:
        """The names in the first `LONGEST_TEXT` characters of `text`."""
        found = self._matcher.find(text[:LONGEST_TEXT])
        return tuple(Span(m.start, m.end, m.role.value, m.id) for m in found)


@cache
def load_name_reader() -> NameReader:
    """The name reader of this process, built once for all that use it."""
    return NameReader(load_knowledge(), load_cues())


class RelationReader:
    """Tell the intent of a message, names masked; and find the unknown name in it."""

    def __init__(
        self,
        classifier: IntentClassifier,
        askable: Sequence[str],
        threshold: float,
        gain: float,
    ) -> None:
        self._classifier = classifier
        self._knowledge = load_knowledge()
        self._masker = Masker(self._knowledge)
        # A word that only questions about the world have, such as "berlin", is no word
        # of ours: in one of our questions it is a name.
        vocabulary = classifier.words_of(askable) - self._name_words()
        self._nests = NestFinder(self._knowledge, load_cues(), self._relation_of)
        self._nestable = {
            intent
            for relation in self._knowledge.relations.values()
            for intent in (relation.forward, relation.reverse)
            if intent is not None and relation.id != "summary"
        } | {"ask_status"}
        self._absorber = Absorber(load_knowledge(), load_cues(), vocabulary)
        self._strangers = StrangerFinder(
            self._masker,
            load_cues(),
            self._guess,
            vocabulary,
            frozenset(askable),
            threshold,
            gain,
        )

    def _guess(self, masked: str) -> Guess:
        score = self._classifier.score(masked)
        best = score.candidates[0]
        return Guess(best.intent, best.confidence, score.near)

    def read(
        self, text: str, spans: Sequence[Span]
    ) -> tuple[tuple[Candidate, ...], tuple[Span, ...]]:
        """The intents, best first, and the names, now with the unknown ones."""
        text = text[:LONGEST_TEXT]
        spans = self._absorber.absorb(text, spans)
        stranger = self._strangers.find(text, spans)
        if stranger is not None:
            spans = (*spans, stranger)
        ranked = self._classifier.score(self._masker.mask(text, spans)).candidates
        nest = self._nests.find(text, spans)
        if nest is None:
            return ranked, tuple(spans)
        outside = [s for s in spans if s.end <= nest.start or s.start >= nest.end]
        nested = (*outside, *nest.spans(self._knowledge))
        outer = self._classifier.score(self._masker.mask(text, nested)).candidates
        if outer[0].intent in self._nestable and outer[0].confidence >= _OUTER:
            return outer, nested
        return ranked, tuple(spans)

    def _name_words(self) -> set[str]:
        """Words that only names have: "nordisk" without the rest is another name."""
        names = (n for e in self._knowledge.entities.values() for n in e.names)
        words = {token.word for name in names for token in tokenise(name)}
        return words - ordinary_words()

    def _relation_of(self, text: str, spans: Sequence[Span]) -> str | None:
        """The relation that a clause asks, read as "which …"."""
        best = self._classifier.score(f"which {self._masker.mask(text, spans)}")
        intent = best.candidates[0].intent
        for relation in self._knowledge.relations.values():
            if intent in (relation.forward, relation.reverse):
                return relation.id
        return None
