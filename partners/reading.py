"""Read a message: the names in it, the relation it asks, the names it doesn't know."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from partners.absorbing import Absorber
from partners.classifier import Candidate
from partners.cues import Cues, load_cues
from partners.intents import IntentClassifier
from partners.load import load
from partners.masking import Span, mask
from partners.model import Knowledge
from partners.names import NameMatcher
from partners.strangers import Guess, StrangerFinder

# Longer messages are cut for reading: a question is short, and cost grows with length.
LONGEST_TEXT = 1000


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
        host: str,
        askable: Sequence[str],
        threshold: float,
        gain: float,
    ) -> None:
        self._classifier = classifier
        self._host = host
        # A word that only questions about the world have, such as "berlin", is no word
        # of ours: in one of our questions it is a name.
        vocabulary = classifier.words_of(askable)
        self._absorber = Absorber(load_knowledge(), load_cues(), vocabulary)
        self._strangers = StrangerFinder(
            self._guess, vocabulary, frozenset(askable), threshold, gain
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
        stranger = self._strangers.find(text, spans, self._host)
        if stranger is not None:
            spans = (*spans, stranger)
        masked = mask(text, spans, self._host)
        return self._classifier.score(masked).candidates, tuple(spans)
