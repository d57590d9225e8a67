"""Remember which facts have a word, in four bytes for each."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence

# Two sums of the same weights in another order may differ by less than this.
_SAME = 1e-9


class Postings:
    """From a word to the numbers of the facts that have it, in rising order."""

    def __init__(self) -> None:
        self._numbers: dict[str, array[int]] = {}

    def add(self, words: Iterable[str], number: int) -> None:
        """Note the different `words` of a fact; the facts come by rising number."""
        for word in words:
            if word not in self._numbers:
                self._numbers[word] = array("I")
            self._numbers[word].append(number)

    def __contains__(self, word: str) -> bool:
        return word in self._numbers

    def of(self, word: str) -> Sequence[int]:
        """The facts that have `word`."""
        return self._numbers.get(word, ())

    def has(self, word: str, number: int) -> bool:
        """Whether this fact has `word`."""
        held = self.of(word)
        place = bisect_left(held, number)
        return place < len(held) and held[place] == number

    def best(
        self, weights: Mapping[str, float], among: Collection[int] | None = None
    ) -> list[int]:
        """The facts whose words have the highest sum of weights; [] where none has any.

        Of all facts, or of the numbers `among`.
        """
        held = {word: weight for word, weight in weights.items() if word in self}
        scores = self._scores(held) if among is None else dict.fromkeys(among, 0.0)
        if among is not None:
            self._complete(scores, held)
        best = max(scores.values(), default=0.0)
        if not best:
            return []
        return sorted(n for n, score in scores.items() if score >= best - _SAME)

    def _scores(self, weights: Mapping[str, float]) -> dict[int, float]:
        """The scores of all facts that may be the best (MaxScore, Turtle and Flood).

        The rarest word comes first.  Once the words that are left can't make a fact
        the best by themselves, only the facts found till then are looked at.
        """
        scores: dict[int, float] = {}
        words = sorted(weights, key=lambda word: len(self._numbers[word]))
        left = sum(weights.values())
        best = 0.0
        for place, word in enumerate(words):
            if left < best - _SAME:
                self._complete(scores, {one: weights[one] for one in words[place:]})
                break
            for number in self._numbers[word]:
                scores[number] = scores.get(number, 0.0) + weights[word]
            best = max(scores.values())
            left -= weights[word]
        return scores

    def _complete(self, scores: dict[int, float], weights: Mapping[str, float]) -> None:
        """Add the weights of these words to the facts that have a score already."""
        for word, weight in weights.items():
            held = self._numbers[word]
            if len(held) < len(scores):
                having = [number for number in held if number in scores]
            else:
                having = [number for number in scores if self.has(word, number)]
            for number in having:
                scores[number] += weight
