"""Tell ordinary English words from names that the assistant does not know."""

from __future__ import annotations

from functools import cache

from spellchecker import SpellChecker

# The word list gives names and rare forms the count 50; ordinary words stand higher.
_NAMES_COUNT = 50


@cache
def ordinary_words() -> frozenset[str]:
    """Folded English words in common use, from pyspellchecker's frequency list."""
    counts = SpellChecker(language="en").word_frequency.dictionary
    return frozenset(word for word, count in counts.items() if count > _NAMES_COUNT)
