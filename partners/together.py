"""Read who is meant together: "both", "these three", and who of them: "which one"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from partners.cues import Cues
from partners.folding import Token

_THESE = frozenset({"the", "these", "those", "all"})
_EACH = re.compile(r"\beach$|\beach (?:of|one)\b|\b(?:they|them|those|these) each\b")
_OPENING = frozenset({"so", "and", "but", "ok", "okay", "well", "then", "hmm"})
# More than this are a list, and no number of those talked of.
_MOST = 9


def size_of(tokens: Sequence[Token], numbers: Cues, ending: Collection[str]) -> int:
    """The number of those meant, 0 where none is said; `ending` may follow it.

    "The three sites" counts sites, and nobody who was talked of.
    """
    words = [token.word for token in tokens]
    if "both" in words:
        return 2
    for place in range(1, len(tokens)):
        number = numbers.number(tokens[place]) or 0
        alone = not words[place + 1 :] or words[place + 1] in ending
        if words[place - 1] in _THESE and 1 < number <= _MOST and alone:
            return number
    return 0


def chooses(words: Sequence[str], selecting: Collection[str]) -> bool:
    """Whether a message begins to choose: "which of them", "so which one"."""
    opens = 1 if words and words[0] in _OPENING else 0
    starts = (words[:2], words[opens : opens + 2])
    return any(" ".join(start) in selecting for start in starts)


def means_each(plain: str) -> bool:
    """How many members in each? - When was each of them founded?"""
    return _EACH.search(plain) is not None
