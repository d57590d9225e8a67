"""Read places in a list: "20th", "the last two", "the next one"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from partners.folding import Token
from partners.follow_cues import Ways

# The last words of what names a place whatever follows.
_CLOSING = frozenset({"one", "that", "it", "last"})
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")


def said_first(words: Sequence[str], ways: Ways) -> tuple[int, int] | None:
    """How many words the longest of `ways` has with which `words` begin; its meaning.

    "The next" alone is a place only at the end: "the next event" is none.
    """
    for way, meaning in ways.opened_by(next(iter(words), "")):
        size = len(way)
        ends = len(words) == size or way[-1] in _CLOSING
        if ends and tuple(words[:size]) == way:
            return size, meaning
    return None


def without_first(tokens: Sequence[Token], ways: Ways) -> tuple[list[int], list[Token]]:
    """What the first of `ways` that is said means, and the tokens but for it."""
    words = [token.word for token in tokens]
    for first in range(len(words)):
        if found := said_first(words[first:], ways):
            size, meaning = found
            return [meaning], [*tokens[:first], *tokens[first + size :]]
    return [], list(tokens)


def ordinal(word: str) -> int | None:
    """`20th` is 20."""
    found = _ORDINAL.fullmatch(word)
    return int(found[1]) if found else None


def run_from(place: int, length: int) -> list[int]:
    """`the last two` is -2 and -1, `the first three` is 1, 2 and 3."""
    if length > 20:  # a year is no length
        return [place]
    if place < 0:
        return list(range(place - length + 1, place + 1))
    return list(range(place, place + length))
