"""Read the numbers that a message writes, in digits or in words."""

from __future__ import annotations

from collections.abc import Sequence

from partners.cues import Cues
from partners.folding import Token

# From this number word on it multiplies the one before: "one hundred".
_MULTIPLIER = 100
# After one of these "one" is no number: "the other one".
_POINTING = frozenset(
    "the that this which other first second last next there any".split()
)


def numbers_in(tokens: Sequence[Token], cues: Cues) -> tuple[int, ...]:
    """Every number that the tokens write: "one hundred" is one of them."""
    found: list[int] = []
    follows = False
    words = ["", *(token.word for token in tokens)]
    for before, token in zip(words, tokens, strict=False):
        points = token.word == "one" and before in _POINTING
        number = None if points else cues.number(token)
        if number is not None and number >= _MULTIPLIER and follows:
            found[-1] *= number
        elif number is not None:
            found.append(number)
        follows = number is not None and not token.word.isdecimal()
    return tuple(found)
