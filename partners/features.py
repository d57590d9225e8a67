"""Turn a message into word and character n-grams, weighted by tf-idf."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

Columns = npt.NDArray[np.int32]
Weights = npt.NDArray[np.float32]

# Lengths in characters; words go alone and in pairs.  Measured by benchmarks/clinc.py.
SHORTEST, LONGEST = 2, 5
# A piece of a word that only one example has says no more than the word does.
MIN_EXAMPLES = {"w": 1, "c": 2}
_WORD = re.compile(r"\w+")


def words(text: str) -> list[str]:
    """The words of `text`; case is kept, so the mask NAME is not the word name."""
    return _WORD.findall(text)


def grams(text: str) -> list[str]:
    """Every n-gram of `text`: `w` and one or two words, or `c` and characters.

    Character n-grams stay within a word and the space on either side of it.
    """
    found = words(text)
    made = ["w" + word for word in found]
    made += [f"w{one} {two}" for one, two in zip(found, found[1:], strict=False)]
    made.extend(chain.from_iterable(map(_pieces, text.split())))
    return made


@lru_cache(maxsize=8192)  # People use few words, and those again and again.
def _pieces(chunk: str) -> tuple[str, ...]:
    padded = f" {chunk} "
    return tuple(
        "c" + padded[end - size : end]
        for size in range(SHORTEST, min(LONGEST, len(padded)) + 1)
        for end in range(size, len(padded) + 1)
    )


class Features:
    """The vocabulary of the examples, and messages as rows of weights over it.

    `rows` has one row for each of the examples themselves.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        made = [grams(text) for text in texts]
        seen = Counter(chain.from_iterable(map(set, made)))
        # Sorted, so that the same examples always get the same columns.
        kept = sorted(gram for gram, n in seen.items() if n >= MIN_EXAMPLES[gram[0]])
        self._columns = {gram: column for column, gram in enumerate(kept)}
        counts = np.array([seen[gram] for gram in kept], dtype=np.float64)
        self._idf = np.log((1 + len(texts)) / (1 + counts)) + 1
        self._unknown_idf = float(np.log(1 + len(texts)) + 1)
        # In sorted order every `c` stands before every `w`.
        self._first_word = sum(gram[0] == "c" for gram in kept)
        self.rows = self._matrix(made)

    def __len__(self) -> int:
        return len(self._columns)

    def row(self, text: str) -> tuple[Columns, Weights]:
        """The columns of `text` in rising order, and their weights."""
        found = map(self._columns.get, grams(text))
        counts = Counter(column for column in found if column is not None)
        columns = np.array(sorted(counts), dtype=np.int32)
        weights = self._idf[columns] * [counts[c] for c in columns.tolist()]
        # Words weigh as much as characters, and a long message as a short one.
        middle = int(np.searchsorted(columns, self._first_word))
        for part in (weights[:middle], weights[middle:], weights):
            part /= np.sqrt(part @ part) or 1.0
        return columns, weights.astype(np.float32)

    def _matrix(self, made: Sequence[list[str]]) -> csr_matrix:
        """`row` for all texts at once: thousands of them at each start."""
        found = [
            [c for c in map(self._columns.get, one) if c is not None] for one in made
        ]
        ends = np.cumsum([0, *map(len, found)])
        columns = np.fromiter(chain.from_iterable(found), np.int32, ends[-1])
        shape = (len(made), len(self))
        counts = csr_matrix((np.ones(len(columns)), columns, ends), shape=shape)
        counts.sum_duplicates()
        counts.data *= self._idf[counts.indices]
        is_word = counts.indices >= self._first_word
        rows = np.repeat(np.arange(len(made)), np.diff(counts.indptr))
        for part in (~is_word, is_word, slice(None)):
            held, of = counts.data[part], rows[part]
            norms = np.sqrt(np.bincount(of, held**2, minlength=len(made)))
            counts.data[part] = held / norms[of]
        return counts.astype(np.float32)

    def coverage(self, text: str) -> float:
        """The share of the words of `text` that the examples have, weighted by idf.

        An unknown word weighs as much as the rarest known one could.
        """
        found = [self._columns.get("w" + word) for word in words(text)]
        known = sum(float(self._idf[column]) for column in found if column is not None)
        unknown = found.count(None) * self._unknown_idf
        return known / (known + unknown) if known else 0.0
