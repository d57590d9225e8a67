"""Tell ordinary English words from names that the assistant does not know."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from itertools import chain

from spellchecker import SpellChecker

# The word list gives names and rare forms the count 50; ordinary words stand higher.
_NAMES_COUNT = 50
# The word list is American; these endings are how the British write the same words.
_BRITISH_ENDINGS = (
    ("gram", "gramme"),
    ("ter", "tre"),
    ("bor", "bour"),
    ("vor", "vour"),
)
_BRITISH_INNER = (("iz", "is"), ("avior", "aviour"))
# What one of these can be found in: most words are written alike everywhere.
_AMERICAN = re.compile(
    "|".join(
        [inner for inner, _ in _BRITISH_INNER]
        + [f"{ending}s?$" for ending, _ in _BRITISH_ENDINGS]
    )
)
# Shorter words are one slip away from too many others.
_SHORTEST_SLIP = 5


@cache
def ordinary_words() -> frozenset[str]:
    """Folded English words in common use, from pyspellchecker's frequency list."""
    counts = SpellChecker(language="en").word_frequency.dictionary
    common = {word for word, count in counts.items() if count > _NAMES_COUNT}
    american = filter(_AMERICAN.search, common)
    return frozenset(common.union(chain.from_iterable(map(_british, american))))


def _british(word: str) -> Iterator[str]:
    """How the British spell an American word: "program(s)", "organized", "behavior"."""
    stem, plural = (word[:-1], "s") if word.endswith("s") else (word, "")
    for american, british in _BRITISH_ENDINGS:
        if stem.endswith(american):
            yield stem.removesuffix(american) + british + plural
    for american, british in _BRITISH_INNER:
        if american in word[2:]:
            yield word[:2] + word[2:].replace(american, british)


def is_slip(word: str, vocabulary: Collection[str]) -> bool:
    """Whether `word` is a mistyped one of `vocabulary`: "foundig", "peroid"."""
    return word not in ordinary_words() and bool(slips_of(word, vocabulary))


def slips_of(word: str, vocabulary: Collection[str]) -> list[str]:
    """The ordinary words of `vocabulary` that `word` is one slip away from."""
    if len(word) < _SHORTEST_SLIP:
        return []
    near = dict.fromkeys(_near(word))
    return [one for one in near if one in vocabulary and one in ordinary_words()]


def _near(word: str) -> Iterator[str]:
    """Every spelling one slip away: a letter left out, changed, added or swapped."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    for i in range(len(word) + 1):
        left, right = word[:i], word[i:]
        yield from (left + c + right for c in letters)
        if right:
            yield left + right[1:]
            yield from (left + c + right[1:] for c in letters)
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]
