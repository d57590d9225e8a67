"""Load the words of messages that go on from the one before."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from partners.cues import FOLDER
from partners.yamlfile import load_yaml

_MAPS = ("positions", "bare")
_WAYS = ("places", "steps")


class Ways:
    """What each of several phrases means, looked up by the word that opens it."""

    def __init__(self, meanings: Mapping[str, int]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        for phrase, meaning in meanings.items():
            way = tuple(phrase.split())
            self._by_first.setdefault(way[0], []).append((way, meaning))
        for ways in self._by_first.values():
            ways.sort(key=lambda way: len(way[0]), reverse=True)

    def opened_by(self, word: str) -> Sequence[tuple[tuple[str, ...], int]]:
        """The phrases that begin with `word`, the longest first, and their meanings."""
        return self._by_first.get(word, ())


@dataclass(frozen=True)
class FollowCues:
    """The contents of `data/cues/<language>_follow_up.yml`."""

    filler: frozenset[str]
    openings: frozenset[str]
    linking: frozenset[str]
    counting: frozenset[str]
    selecting: frozenset[str]
    of_two: frozenset[str]
    corrects: frozenset[str]
    negates: frozenset[str]
    positions: Mapping[str, int]
    places: Ways
    steps: Ways
    naming: frozenset[str]
    numbering: frozenset[str]
    excepts: frozenset[str]
    complete: frozenset[str]
    whole: frozenset[str]
    among: frozenset[str]
    supporting: frozenset[str]
    plural: frozenset[str]
    others: frozenset[str]
    other_one: frozenset[str]
    anybody: frozenset[str]
    listing: frozenset[str]
    having: frozenset[str]
    particular: frozenset[str]
    heads: frozenset[str]
    back: frozenset[str]
    grouping: frozenset[str]
    bare: Mapping[str, Sequence[str]]

    @cached_property
    def ways(self) -> Mapping[str, re.Pattern[str]]:
        """Of the cues that are phrases each as one pattern."""
        phrases = {"among": self.among, "back": self.back, "other_one": self.other_one}
        return {
            name: re.compile(
                rf"\b(?:{'|'.join(sorted(ways, key=len, reverse=True))})\b"
            )
            for name, ways in phrases.items()
        }

    @cached_property
    def asking(self) -> frozenset[str]:
        """Every word of the lone questions."""
        return frozenset(word for way in self.bare for word in way.split())

    @property
    def words(self) -> frozenset[str]:
        """Every single word that refers to what was said: none of them is a name."""
        return self.filler.union(self.positions, self.others, self.whole)


@cache
def load_follow_cues(language: str = "en") -> FollowCues:
    """Read the cues of one language; the file is part of the code's own release."""
    path = FOLDER / f"{language}_follow_up.yml"
    held = load_yaml(path)
    maps: dict[str, Any] = {name: held.pop(name) for name in _MAPS}
    ways = {name: Ways(held.pop(name)) for name in _WAYS}
    sets: dict[str, Any] = {name: frozenset(words) for name, words in held.items()}
    return FollowCues(**{**sets, **maps, **ways})
