"""Tell the intent of a message: first the relation, then from which end it is asked.

"Is CAMP funded by Vinnova" and "does Vinnova fund CAMP" have the same words and the
same relation; the end from which they start shows in the frame, and the frame is the
same for founding, supporting and managing.  So one classifier tells the relation, with
both ends together, and a second one the end, from the examples of all relations.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from partners.bulk import in_bulk
from partners.classifier import Candidate, RelationClassifier, Score
from partners.features import words
from partners.lexicon import ordinary_words

# A word in so many examples of an intent belongs to how it is asked.
_OFTEN = 3
FORWARD, REVERSE = "forward", "reverse"


class IntentClassifier:
    """A relation classifier and a direction classifier that make one ranking."""

    def __init__(
        self,
        relations: RelationClassifier,
        directions: RelationClassifier,
        pairs: Mapping[str, str],
    ) -> None:
        self._relations = relations
        self._directions = directions
        self._forward = dict(pairs)
        self._reverse = {forward: reverse for reverse, forward in pairs.items()}
        self.intents = sorted({*map(str, relations.intents), *pairs})
        self._used: dict[str, Counter[str]] = {}
        for intent, text in relations.examples:
            self._used.setdefault(intent, Counter()).update(set(words(text)))

    @classmethod
    def fit(
        cls, texts: Sequence[str], intents: Sequence[str], pairs: Mapping[str, str]
    ) -> IntentClassifier:
        """Learn from masked texts; `pairs` has the forward intent of each reverse."""
        relations = [pairs.get(intent, intent) for intent in intents]
        paired = {*pairs, *pairs.values()}
        ends = [
            (text, REVERSE if intent in pairs else FORWARD)
            for text, intent in zip(texts, intents, strict=True)
            if intent in paired
        ]
        return cls(
            RelationClassifier.fit(texts, relations),
            RelationClassifier.fit([t for t, _ in ends], [end for _, end in ends]),
            pairs,
        )

    def words_of(self, intents: Collection[str]) -> frozenset[str]:
        """Every word that the masked examples of these intents use again and again.

        A word of one or two examples may be a name that nobody marked as one.
        """
        asked = {self._forward.get(intent, intent) for intent in intents}
        used: Counter[str] = Counter()
        for intent in asked:
            used.update(self._used.get(intent, {}))
        rare = {word for word, times in used.items() if times < _OFTEN}
        return frozenset(used) - (rare - ordinary_words())

    def explains(self, intent: str, word: str) -> bool:
        """Whether `word` is one that examples of `intent` use again and again."""
        used = self._used.get(self._forward.get(intent, intent), Counter())
        return used[word] >= _OFTEN

    def score(self, text: str) -> Score:
        """The intents, best first, and what the confidence is made of."""
        score = self._relations.score(text)
        if score.candidates[0].intent not in self._reverse:
            return score
        if self._directions.rank(text)[0].intent == FORWARD:
            return score
        turned = tuple(
            Candidate(self._reverse.get(c.intent, c.intent), c.confidence)
            for c in score.candidates
        )
        return replace(score, candidates=turned)

    def save(self, folder: Path) -> None:
        """Write both classifiers to `folder`."""
        self._relations.save(folder / "relations")
        self._directions.save(folder / "directions")

    @classmethod
    def load(cls, folder: Path, pairs: Mapping[str, str]) -> IntentClassifier:
        """Read what `save` wrote; raises ModelFormatError where it is too old."""
        with in_bulk():
            return cls(
                RelationClassifier.load(folder / "relations"),
                RelationClassifier.load(folder / "directions"),
                pairs,
            )
