"""Find Swedish words that the glossary has only in parts, or with another letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from partners.glossary import Glossary
from partners.grammar import Sort, Unit
from partners.search import stem

# Shorter ends are endings and no words: "-er", "-ar".
_SHORTEST_PART = 3
_SHORT = 4
# Shorter words are one slip away from too many others, longer ones are no words: each
# letter costs a look at all its neighbours.
_SHORTEST_SLIP, _LONG, _LONGEST = 5, 7, 30
_LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"


def in_parts(glossary: Glossary, word: str) -> Unit | None:
    """`word` as a compound of two known ones, the longest end first, or None.

    "Medlemsföretagen" is "the member companies": an `s` may bind the parts, and the end
    says what the whole is.
    """
    if len(word) > _LONGEST:
        return None
    for split in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        end = glossary.find(word[split:])
        if end is None or end.sort is not Sort.NOUN:
            continue
        start = word[:split]
        # "Spar-" is no "spår": a short start has its diacritics.
        folded = split > _SHORT
        for first in (start, start.removesuffix("s"), f"{start}a"):
            found = glossary.find(first, folded)
            if found is not None and found.sort in (Sort.NOUN, Sort.ADJECTIVE):
                return replace(end, text=f"{found.text} {end.text}")
    return None


def without_slip(glossary: Glossary, word: str) -> Unit | None:
    """What `word` is once a letter is added, left out, changed or swapped; or None.

    The first letter stays: people seldom miss it, and many a name differs by it.
    """
    if not _SHORTEST_SLIP <= len(word) <= _LONGEST:
        return None
    slips = _near if len(word) >= _LONG else _likely
    near = dict.fromkeys(word[0] + rest for rest in slips(word[1:]))
    found = [unit for one in near if (unit := glossary.find(one, folded=False))]
    # Forms of one word mean the same: "miljonr" is "miljon" or "miljoner".
    alike = len({stem(unit.text) for unit in found}) == 1
    return found[0] if alike else None


def _likely(word: str) -> Iterator[str]:
    """The same without what makes other words and names of short ones."""
    for i in range(len(word)):
        left, right = word[:i], word[i:]
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]
        if left[-1:] == right[0]:
            yield left + right[1:]
        yield from (left + letter + right for letter in _LETTERS)


def _near(word: str) -> Iterator[str]:
    for i in range(len(word) + 1):
        left, right = word[:i], word[i:]
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]
        if right:
            yield left + right[1:]
        for letter in _LETTERS:
            yield left + letter + right
            if right:
                yield left + letter + right[1:]
