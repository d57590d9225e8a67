"""Say what a wrong word was probably meant to be."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

_FEW = 10


def remedy(word: str, known: Collection[str], otherwise: str) -> str:
    """What to do about `word`, which is none of the `known` ones."""
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    if near:
        return f"did you mean '{near[0]}'?"
    if known and len(known) <= _FEW:
        return f"known are {', '.join(known)}"
    return otherwise
