"""Offer known names near to one that is not known."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain

from rapidfuzz import fuzz, process

from partners.folding import tokenise
from partners.lexicon import ordinary_words
from partners.model import Knowledge, Role

# Share of letters in common from which a name is worth offering (0 to 100).
_NEAR = 75
_MOST = 3
# A word that more names than this share says nothing of which is meant.
_SHARED_BY = 5
_OFFERED = (Role.PARTNER, Role.ORGANISATION)


class NameNeighbours:
    """Partners and organisations by their spellings and by their words."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._spellings: dict[str, str] = {}
        self._words: dict[str, list[str]] = defaultdict(list)
        for entity in knowledge.entities.values():
            if entity.role not in _OFFERED:
                continue
            for name in entity.names:
                words = [t.word for t in tokenise(name) if t.is_word]
                self._spellings[" ".join(words)] = entity.id
                for word in words:
                    held = self._words[word] if len(word) > 2 else []
                    if len(held) <= _SHARED_BY and entity.id not in held:
                        held.append(entity.id)

    def holding(self, part: str) -> tuple[str, ...]:
        """The ids of names with a rare word of `part`; () where it has none."""
        words = [token.word for token in tokenise(part) if token.is_word]
        return tuple(dict.fromkeys(chain.from_iterable(map(self._held, words))))

    def _held(self, word: str) -> list[str]:
        held = self._words.get(word, [])
        return held if len(held) <= _SHARED_BY else []

    def near(self, name: str) -> tuple[str, ...]:
        """The ids of known names like `name`, nearest first, at most three."""
        words = [token.word for token in tokenise(name) if token.is_word]
        alike = process.extract(
            " ".join(words),
            self._spellings.keys(),
            scorer=fuzz.ratio,
            score_cutoff=_NEAR,
            limit=_MOST,
        )
        found = [self._spellings[spelling] for spelling, _, _ in alike]
        for word in words:
            if word in ordinary_words() and len(words) > 1:
                continue  # "Region Halland" is not near whatever is called a region
            found.extend(self._held(word))
        return tuple(dict.fromkeys(found))[:_MOST]
