"""Part a question from the sentences in which the asker says who asks, and why.

"I'm a student at Lund University. Who funds NOME?" asks nothing about that university,
while "I work at SEB. Are we a partner?" does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from partners.courtesies import load_courtesies
from partners.cues import Cues, load_cues
from partners.folding import tokenise
from partners.model import Role
from partners.placing import SUBJECTS
from partners.reading import NameReader

_END = re.compile(r"[.!]+\s+|\n+|\s[:;]-?[)D(]\s+")
# "As a student at Lund University, …"
_AS = re.compile(r"\s*as an? [^,.?!\n]{3,60},\s+", re.IGNORECASE)
# No introduction begins with more words than this.
_LONGEST = 4
# "I work at Nordea. Which?"
_SHORTEST = 3
# "Is it true that …" refers to nothing, and "could you give me …" asks for nobody.
_NOBODY = re.compile(
    r"\bit (?:true|correct|right|so) that\b|\b(?:tell|give|show|send) (?:me|us)\b",
    re.IGNORECASE,
)
_HERE = frozenset({"there", "here"})
# These lead on to what they stand for: "those who support Open Lab".
_LEADING = frozenset({"that", "those", "one", "ones", "yes", "no"})
_FIELDS = (Role.TOPIC.value, Role.FORM.value)
_CHOOSING = (*_FIELDS, Role.KIND.value, Role.PLACE.value)


def without_introduction(text: str, names: NameReader) -> str:
    """`text` without its introductions, as far as the question doesn't need them."""
    ends = list(_introduced(text))
    if not ends or not _asks_of_others(text, ends[-1], names, load_cues()):
        return text
    for end in reversed(ends):
        if not _chooses(text, end, names, load_cues()):
            return text[end:]
    return text


def _introduced(text: str) -> Iterator[int]:
    """Where each of the sentences ends with which the asker introduces himself."""
    if opening := _AS.match(text):
        yield opening.end()
        return
    known = load_courtesies().introductions
    begins = 0
    for end in _END.finditer(text):
        words = [t.word for t in tokenise(text[begins : end.start()]) if t.is_word]
        starts = (" ".join(words[:length]) for length in range(1, _LONGEST + 1))
        introduces = any(start in known for start in starts)
        if not introduces or not load_cues().tellers.isdisjoint(words):
            return  # "my colleague says that CAMP …" claims something
        begins = end.end()
        yield begins


def _asks_of_others(text: str, begins: int, names: NameReader, cues: Cues) -> bool:
    """Whether the question is about nobody of whom the introduction speaks."""
    last = max((end.end() for end in _END.finditer(text.rstrip())), default=0)
    if len(tokenise(text[begins:])) < _SHORTEST:
        return False
    asked = _NOBODY.sub("", text[max(begins, last) :])
    words = {token.word for token in tokenise(asked)}
    if not words.isdisjoint(cues.first_person | _HERE):
        return False
    own = any(span.role in SUBJECTS for span in names.read(text[begins:]))
    return own or words.isdisjoint(cues.referring - _LEADING)


def _chooses(text: str, begins: int, names: NameReader, cues: Cues) -> bool:
    """Whether what is said of the asker chooses among partners: "I make food"."""
    said = {s.role for s in names.read(text[:begins]) if s.role in _CHOOSING}
    if not said:
        return False
    about: tuple[str, ...] = (*SUBJECTS, *_FIELDS)
    words = {token.word for token in tokenise(text[begins:])}
    if said == {Role.PLACE.value} and cues.helping.isdisjoint(words):
        about = (*about, Role.KIND.value, Role.PLACE.value, Role.GROUP.value)
    return not any(span.role in about for span in names.read(text[begins:]))
