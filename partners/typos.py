"""Find the name that a misspelt word was meant to be, in time independent of how many.

A name with at most k edits keeps at least one of its k + 1 pieces unchanged, so an
index from piece to name finds every candidate by a few look-ups (the pigeonhole join
of Li et al., "PASS-JOIN", VLDB 2011).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

# One edit from this many letters, two from that many; a shorter name has too many
# neighbours that are other names ("MIT" is not "MTT").
_ONE_EDIT_FROM = 6
_TWO_EDITS_FROM = 10


def allowed_edits(name: str) -> int:
    """How many typos a name of this length may have."""
    return (len(name) >= _ONE_EDIT_FROM) + (len(name) >= _TWO_EDITS_FROM)


def _edits_of_word(word: str) -> int:
    """A word within a name may have one slip; a long one as many as a name."""
    return max(1, allowed_edits(word))


class TypoIndex:
    """Names by their pieces; names are folded letters and digits without spaces."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}
        self._words: dict[str, tuple[str, ...]] = {}
        self._pieces: dict[tuple[int, int, str], set[str]] = defaultdict(set)

    def add(self, words: Sequence[str], id_: str) -> None:
        """Index a name for `id_`; one too short for typos is left out."""
        name = "".join(words)
        if not allowed_edits(name):
            return
        self._ids[name] = id_
        self._words[name] = tuple(words)
        for index, start, size in _layout(len(name)):
            piece = name[start : start + size]
            self._pieces[len(name), index, piece].add(name)

    def find(self, words: Sequence[str], exact_only: bool = False) -> str | None:
        """The id of the one nearest name, or None where there is none or a tie.

        However the words are divided, equal letters are the same name.
        """
        word = "".join(words)
        if word in self._ids:
            return self._ids[word]
        if exact_only or len(word) < _ONE_EDIT_FROM - 1:
            return None
        distances: dict[str, int] = {}
        for name in self._candidates(word):
            distance = OSA.distance(word, name)
            if distance <= allowed_edits(name) and self._same_words(words, name):
                id_ = self._ids[name]
                distances[id_] = min(distance, distances.get(id_, distance))
        nearest = sorted(distances.items(), key=lambda item: item[1])
        if len(nearest) > 1 and nearest[0][1] == nearest[1][1]:
            return None
        return nearest[0][0] if nearest else None

    def _same_words(self, words: Sequence[str], name: str) -> bool:
        """Whether no single word is another one: "Ideon Park" is not "Medeon Park"."""
        meant = self._words[name]
        if len(meant) != len(words) or len(meant) == 1:
            return True
        pairs = zip(words, meant, strict=True)
        return all(
            OSA.distance(word, other) <= _edits_of_word(other) for word, other in pairs
        )

    def _candidates(self, word: str) -> set[str]:
        found: set[str] = set()
        for length in range(len(word) - 2, len(word) + 3):
            for index, start, size in _layout(length):
                for shift in range(max(0, start - 2), start + 3):
                    piece = word[shift : shift + size]
                    found |= self._pieces.get((length, index, piece), set())
        return found


def _layout(length: int) -> Iterator[tuple[int, int, int]]:
    """The pieces of a name of this length as (index, start, size)."""
    count = 3 if length >= _TWO_EDITS_FROM else 2
    size, longer = divmod(max(length, 0), count)
    start = 0
    for index in range(count):
        width = size + (index >= count - longer)
        yield index, start, width
        start += width
