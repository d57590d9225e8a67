"""Find the names near a word by what is left when letters are left out of both.

Two words that are k edits apart become the same one by leaving out at most k letters of
each, and so do their first letters (SymSpell, Garbe 2012).  A name is held by its first
or by its last letters, whichever fewer names share: "University of …" by the last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt

MOST_EDITS = 2
# So many letters of a name are held, enough for few names to share them.
_HELD = 8
# So many names are worked on at once: each takes a few kilobytes meanwhile.
_AT_ONCE = 512
_NONE = "\0"

Keys = npt.NDArray[np.uint64]
_LEFT_OUT = [
    out for edits in range(MOST_EDITS + 1) for out in combinations(range(_HELD), edits)
]
# How many of them leave out no more than so many letters.
_UP_TO = [sum(len(out) <= edits for out in _LEFT_OUT) for edits in range(MOST_EDITS + 1)]


def _kept() -> npt.NDArray[np.intp]:
    """For each way to leave letters out, the places that stay; _HELD stands for none."""
    ways = [[i for i in range(_HELD) if i not in out] for out in _LEFT_OUT]
    return np.array([way + [_HELD] * (_HELD - len(way)) for way in ways])


_KEPT = _kept()
_WEIGHTS = np.array(
    [pow(0x9E3779B97F4A7C15, i, 2**64) for i in range(1, _HELD + 1)], dtype=np.uint64
)


def _keys(starts: Sequence[str]) -> Keys:
    """A row for each of `starts`: a number for each way to leave letters out of it."""
    padded = "".join(start.ljust(_HELD + 1, _NONE) for start in starts)
    codes = np.frombuffer(padded.encode("utf-32-le"), dtype=np.uint32)
    letters = codes.reshape(len(starts), _HELD + 1).astype(np.uint64)
    found: Keys = (letters[:, _KEPT] * _WEIGHTS).sum(axis=2)
    return found


def _first(name: str) -> str:
    return name[:_HELD]


def _last(name: str) -> str:
    return name[: -_HELD - 1 : -1]


_ENDS = (_first, _last)


class NearNames:
    """Names by what is left of one of their ends."""

    def __init__(self, names: Sequence[str], edits: Sequence[int]) -> None:
        """`edits` has for each of `names` how many it may have."""
        self._names = names
        sharing = [Counter(map(end, names)) for end in _ENDS]
        chosen: list[list[int]] = [[], []]
        for number, name in enumerate(names):
            first, last = (
                count[end(name)] for end, count in zip(_ENDS, sharing, strict=True)
            )
            chosen[last < first].append(number)
        self._held = [
            _sorted_keys([end(names[i]) for i in numbers], numbers, edits)
            for end, numbers in zip(_ENDS, chosen, strict=True)
        ]

    def near(self, words: Sequence[str]) -> list[set[str]]:
        """For each of `words` the names that may be near, with few that are not."""
        if not words:
            return []
        found: list[set[int]] = [set() for _ in words]
        for end, (keys, owners) in zip(_ENDS, self._held, strict=True):
            wanted = _keys([end(word) for word in words]).ravel()
            firsts = np.searchsorted(keys, wanted, side="left")
            lasts = np.searchsorted(keys, wanted, side="right")
            for hit in np.flatnonzero(lasts > firsts).tolist():
                numbers = owners[firsts[hit] : lasts[hit]].tolist()
                found[hit // len(_LEFT_OUT)].update(numbers)
        return [{self._names[number] for number in numbers} for numbers in found]


def _sorted_keys(
    starts: Sequence[str], numbers: Sequence[int], edits: Sequence[int]
) -> tuple[Keys, npt.NDArray[np.int32]]:
    """The keys of all these names in rising order, and whose each of them is."""
    keys, owners = [np.empty(0, np.uint64)], [np.empty(0, np.int32)]
    for first in range(0, len(starts), _AT_ONCE):
        made = _keys(starts[first : first + _AT_ONCE])
        for row, number in zip(made, numbers[first : first + _AT_ONCE], strict=True):
            some = np.unique(row[: _UP_TO[edits[number]]])
            keys.append(some)
            owners.append(np.full(len(some), number, dtype=np.int32))
    all_keys = np.concatenate(keys)
    order = np.argsort(all_keys)
    return all_keys[order], np.concatenate(owners)[order]
