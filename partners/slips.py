"""Read a mistyped word of a question as the word that was meant.

Words of what is asked are corrected for the classifier alone, small ones ("waht do tehy
fund") in the message itself, since whatever reads it looks for them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from spacy.lang.en.stop_words import STOP_WORDS

from partners.lexicon import ordinary_words, slips_of


@dataclass(frozen=True)
class Corrector:
    """Correct towards `vocabulary`, the words that questions are made of."""

    vocabulary: Collection[str]
    _known: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    def correct(self, word: str) -> str:
        """`word`, or the one word that it is a slip away from: "peroid" is "period"."""
        if word in self.vocabulary or word in ordinary_words():
            return word
        if word not in self._known:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            meant = slips_of(word, self.vocabulary)
            self._known[word] = meant[0] if len(meant) == 1 else word
        return self._known[word]


_WORD = re.compile(r"[a-z]{3,}", re.IGNORECASE)
# Three letters are a name's as well: of these alone two may stand swapped.
_THREE = frozenset({"the", "and"})
_SMALL = frozenset(word for word in STOP_WORDS if len(word) > 3 and word.isalpha())

# People make the same slips again and again; a flood of nonsense must not fill memory.
_MOST_KNOWN = 4096


def respelled(text: str) -> str:
    """`text` with its small words put right: two letters swapped, or one left out.

    A word with a capital may be a name, but at the start of a message.
    """
    return _WORD.sub(_put_right, text)


def _put_right(found: re.Match[str]) -> str:
    word = found.group()
    plain = word.lower()
    capital = not word.islower() and found.start() > 0
    short = plain.endswith("s") and plain[:-1] in STOP_WORDS  # "whos in it"
    if capital or short or plain in STOP_WORDS or plain in ordinary_words():
        return word
    known = _SMALL if len(plain) > 3 else _THREE
    for spellings in (_swapped(plain), _completed(plain)):
        meant = {one for one in spellings if one in known}
        if len(meant) == 1:
            return meant.pop()
    return word


def _swapped(word: str) -> Iterator[str]:
    for i in range(len(word) - 1):
        yield word[:i] + word[i + 1] + word[i] + word[i + 2 :]


def _completed(word: str) -> Iterator[str]:
    if len(word) > 3:
        for i in range(1, len(word) + 1):
            yield from (word[:i] + c + word[i:] for c in "abcdefghijklmnopqrstuvwxyz")
