"""Turn a message into word and character n-grams, weighted by tf-idf."""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain, count

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
    return [*_word_grams(text), *chain.from_iterable(map(_pieces, text.split()))]


def _word_grams(text: str) -> list[str]:
    found = words(text)
    made = ["w" + word for word in found]
    made += [f"w{one} {two}" for one, two in zip(found, found[1:], strict=False)]
    return made


@lru_cache(maxsize=8192)  # People use few words, and those again and again.
def _pieces(chunk: str) -> tuple[str, ...]:
    padded = f" {chunk} "
    return tuple(
        "c" + padded[end - size : end]
        for size in range(SHORTEST, min(LONGEST, len(padded)) + 1)
        for end in range(size, len(padded) + 1)
    )


def _count(texts: Sequence[str]) -> tuple[dict[str, int], csr_matrix]:
    """A number for every n-gram, and how often each text has each of them.

    The same few words make up all texts, so each is taken to pieces once, and how often
    a text has a piece is the product of its words and their pieces.
    """
    numbers, chunks = _numbering(), _numbering()
    worded = _counts(map(_word_grams, texts), numbers)
    chunked = _counts(map(str.split, texts), chunks)
    pieces = _counts(map(_pieces, chunks), numbers)
    # The pieces got their numbers after the words: now both are as wide as all of it.
    worded.resize(len(texts), len(numbers))
    counts = worded + chunked @ pieces
    return numbers, counts


def _numbering() -> defaultdict[str, int]:
    """Gives each string that it is asked for the next number."""
    return defaultdict(count().__next__)


def _counts(found: Iterable[Sequence[str]], numbers: Mapping[str, int]) -> csr_matrix:
    """A row for each of `found`, and a column for each string.

    Numbers at once, since the strings of all rows together take a lot of memory.
    """
    columns, ends = array("i"), [0]
    for row in found:
        columns.extend(map(numbers.__getitem__, row))
        ends.append(len(columns))
    ones = np.ones(len(columns), dtype=np.float32)
    held = (ones, np.frombuffer(columns, dtype=np.int32), ends)
    counts = csr_matrix(held, shape=(len(ends) - 1, len(numbers)))
    counts.sum_duplicates()
    return counts


class Features:
    """The vocabulary of the examples, and messages as rows of weights over it.

    `rows` has one row for each of the examples themselves.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        numbers, counts = _count(texts)
        having = np.bincount(counts.indices, minlength=len(numbers)).tolist()
        # Sorted, so that the same examples always get the same columns.
        kept = sorted(g for g, i in numbers.items() if having[i] >= MIN_EXAMPLES[g[0]])
        self._columns = {gram: column for column, gram in enumerate(kept)}
        examples = np.array([having[numbers[gram]] for gram in kept], dtype=np.float64)
        self._idf = np.log((1 + len(texts)) / (1 + examples)) + 1
        self._unknown_idf = float(np.log(1 + len(texts)) + 1)
        # In sorted order every `c` stands before every `w`.
        self._first_word = sum(gram[0] == "c" for gram in kept)
        # Taking columns leaves those within a row in their old order.
        counts = counts[:, [numbers[gram] for gram in kept]]
        counts.sort_indices()
        self.rows = self._weighted(counts)

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

    def _weighted(self, counts: csr_matrix) -> csr_matrix:
        """`row` for all texts at once: thousands of them at each start."""
        weights = counts.data * self._idf[counts.indices]
        is_word = counts.indices >= self._first_word
        size = counts.shape[0]
        rows = np.repeat(np.arange(size), np.diff(counts.indptr))
        for part in (~is_word, is_word, slice(None)):
            held, of = weights[part], rows[part]
            norms = np.sqrt(np.bincount(of, held**2, minlength=size))
            weights[part] = held / norms[of]
        counts.data = weights.astype(np.float32)
        return counts

    def coverage(self, text: str) -> float:
        """The share of the words of `text` that the examples have, weighted by idf.

        An unknown word weighs as much as the rarest known one could.
        """
        found = [self._columns.get("w" + word) for word in words(text)]
        known = sum(float(self._idf[column]) for column in found if column is not None)
        unknown = found.count(None) * self._unknown_idf
        return known / (known + unknown) if known else 0.0
