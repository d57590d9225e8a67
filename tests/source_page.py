"""Read the page that the knowledge was written from, and find names and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from partners.folding import fold, key

PAGE = Path(__file__).parents[2] / "shared" / "source" / "partners-page.txt"
_LONGEST_HEADING = 60
_SHORT = 4
_UNITS = "two three four five six seven eight nine ten eleven twelve"
_NUMBER_WORDS = {word: n for n, word in enumerate(_UNITS.split(), start=2)}
# A capital after one of these begins a sentence and need not be a name.
_SENTENCE = re.compile(r"(?<=[.!?:])\s+|\n+")
_WORD = re.compile(r"\w+")


def read_sections(text: str) -> dict[str, str]:
    """The page as heading and text; a section without a heading goes by its name."""
    sections: dict[str, str] = {}
    heading = "title"
    for block in re.split(r"\n{3,}", text):
        unheaded = heading != "title"
        for paragraph in re.split(r"\n\n", block):
            if _is_heading(paragraph):
                heading, unheaded = paragraph.strip(), False
            elif unheaded:
                heading, unheaded = _acronym(paragraph), False
            sections[heading] = f"{sections.get(heading, '')}{paragraph}\n"
    return sections


def _is_heading(paragraph: str) -> bool:
    line = paragraph.strip()
    return "\n" not in line and len(line) <= _LONGEST_HEADING and line[-1] not in "."


def _acronym(paragraph: str) -> str:
    """The subject of a paragraph: its most frequent word in mostly capitals."""
    words: list[str] = re.findall(r"\b\w*[A-Z]{3,}\b", paragraph)
    return max(words, key=words.count)


def numbers(text: str) -> set[int]:
    """Every number in a text, in digits or as a word."""
    words = _WORD.findall(fold(text))
    digits = {int(word) for word in words if word.isdecimal()}
    return digits | {_NUMBER_WORDS[word] for word in words if word in _NUMBER_WORDS}


def proper_words(text: str) -> Iterator[str]:
    """Every word that belongs to a name: capitals that no sentence start explains."""
    for sentence in _SENTENCE.split(text):
        words = _WORD.findall(sentence)
        for index, word in enumerate(words):
            following = words[index + 1] if index + 1 < len(words) else ""
            named = index > 0 or _is_capital(following) or following.isdecimal()
            if word[0].isupper() and len(word) > 1 and (named or _is_capital(word[1:])):
                yield word


def _is_capital(word: str) -> bool:
    return any(letter.isupper() for letter in word)


def mentions(text: str, name: str) -> bool:
    """Whether a name is in a text, from a word's start, whatever the hyphens.

    It may go on with a few letters ("network", "networks"), but not when it is short.
    """
    wanted = key(name)
    words = _WORD.findall(fold(text))
    if len(wanted) <= _SHORT:
        return wanted in words
    return any("".join(words[i:]).startswith(wanted) for i in range(len(words)))
