"""Find the name that a misspelt word was meant to be, in time independent of how many.

Which names may be meant is told by partners.deletions; how near they are, by counting
the letters to leave out, add, change or swap (optimal string alignment).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz.distance import OSA

from partners.deletions import MOST_EDITS, NearNames

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
    """Names that may have typos; they are folded letters and digits without spaces."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}
        self._words: dict[str, tuple[str, ...]] = {}
        self._near: NearNames | None = None

    def add(self, words: Sequence[str], id_: str) -> None:
        """Index a name for `id_`; one too short for typos is left out."""
        name = "".join(words)
        if not allowed_edits(name):
            return
        self._ids[name] = id_
        self._words[name] = tuple(words)
        self._near = None

    def find(self, words: Sequence[str], exact_only: bool = False) -> str | None:
        """The id of the one nearest name, or None where there is none or a tie.

        However the words are divided, equal letters are the same name.
        """
        if exact_only:
            return self._ids.get("".join(words))
        return self.find_each([tuple(words)])[tuple(words)]

    def find_each(
        self, phrases: Iterable[tuple[str, ...]]
    ) -> dict[tuple[str, ...], str | None]:
        """What `find` finds for each of `phrases`, in a fraction of the time."""
        found = {words: self._ids.get("".join(words)) for words in phrases}
        left = [words for words, id_ in found.items() if id_ is None]
        near = self._candidates(["".join(words) for words in left])
        for words, names in zip(left, near, strict=True):
            if names:
                found[words] = self._nearest(words, names)
        return found

    def _candidates(self, words: Sequence[str]) -> list[set[str]]:
        """The names that each of `words` may be meant to be."""
        return self.prepare().near(words)

    def prepare(self) -> NearNames:
        """Make now what the first search would make, once all names are added."""
        if self._near is None:
            names = list(self._ids)
            self._near = NearNames(names, list(map(allowed_edits, names)))
        return self._near

    def _nearest(self, words: Sequence[str], names: Iterable[str]) -> str | None:
        word = "".join(words)
        distances: dict[str, int] = {}
        for name in names:
            distance = OSA.distance(word, name, score_cutoff=MOST_EDITS)
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
