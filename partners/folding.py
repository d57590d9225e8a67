"""Fold a text for comparison, and keep the way back to where each character stood."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

# Signs that people type for one another: one spelling each, so that names match.
_SAME = str.maketrans({"’": "'", "‘": "'", "´": "'", "`": "'", "‐": "-", "–": "-"})
# "E.ON" is one word, "e.g." and "me.how" are not.
_TOKEN = re.compile(r"'s\b|\b[a-z]\.[a-z]{2,}\b|\w+|&|[^\w\s]")
# "-" and "/" join words within names; "." closes abbreviations; none carries meaning.
_DROPPED = frozenset("-/.'\"")


@dataclass(frozen=True, slots=True)
class Token:
    """A folded word or sign, with its offsets in the original text."""

    word: str
    start: int
    end: int
    shape: str

    @property
    def is_word(self) -> bool:
        """Whether this is a word and not a sign or a genitive ending."""
        return self.word[0].isalnum()

    @property
    def capitalised(self) -> bool:
        """Whether the writer began this word with a capital letter."""
        return self.shape[0].isupper()


def fold(text: str) -> str:
    """Drop case and diacritics: `Malmö` and `MALMO` become `malmo`."""
    if _is_plain(text):
        return _fold_plain(text)
    return "".join(_fold_character(character) for character in text)


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    decomposed = unicodedata.normalize("NFKD", character.translate(_SAME))
    kept = (c for c in decomposed if not _is_ignorable(c))
    return "".join(kept).casefold()


def _is_ignorable(character: str) -> bool:
    # Mn: combining marks; Cf: zero-width and direction marks; Cc: control characters
    # other than the white space that separates words.
    category = unicodedata.category(character)
    return category in ("Mn", "Cf") or (category == "Cc" and not character.isspace())


def key(text: str) -> str:
    """The letters and digits of a name, folded: equal for all spellings of it."""
    return "".join(character for character in fold(text) if character.isalnum())


# One message is looked at in many ways: by names, by cues, by words of facts.
@lru_cache(maxsize=2048)
def tokenise(text: str) -> tuple[Token, ...]:
    """Split `text` into folded tokens; `&` reads as `and`, hyphens separate words."""
    folded, offsets = _fold_with_offsets(text)
    tokens = []
    for found in _TOKEN.finditer(folded):
        word = found.group()
        if word in _DROPPED:
            continue
        start, end = offsets[found.start()], offsets[found.end() - 1] + 1
        shape = text[start:end]
        if _is_plural_acronym(shape):  # "NOMEs vision", the Swedish genitive
            word = word[:-1]
        tokens.append(Token("and" if word == "&" else word, start, end, shape))
    return tuple(tokens)


def _is_plain(text: str) -> bool:
    """Whether it has only the letters and signs of English: most texts have."""
    return text.isascii() and text.isprintable()


def _fold_plain(text: str) -> str:
    return text.replace("`", "'").lower()


def _fold_with_offsets(text: str) -> tuple[str, Sequence[int]]:
    if _is_plain(text):
        return _fold_plain(text), range(len(text))
    pieces: list[str] = []
    offsets: list[int] = []
    for position, character in enumerate(text):
        folded = _fold_character(character)
        pieces.append(folded)
        offsets.extend([position] * len(folded))
    return "".join(pieces), offsets


def _is_plural_acronym(shape: str) -> bool:
    return len(shape) > 3 and shape[-1] == "s" and shape[:-1].isupper()
