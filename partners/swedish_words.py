"""Find the words and the names of a message that may be Swedish."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from partners.folding import key
from partners.glossary import Glossary
from partners.masking import Span
from partners.model import Knowledge, Role
from partners.reading import NameReader

SWEDISH_LETTERS = frozenset("åäö")
_WORD = re.compile(r"\w+(?:[-’']\w+)*|[^\w\s]")
_COLON = re.compile(r"(?<=\w):s\b", re.IGNORECASE)
_GENITIVE = re.compile(r"(?<=\w\w)s\b")
# What stays as it is: of other roles the glossary knows the words.
_ROLES = (Role.PARTNER.value, Role.ORGANISATION.value, Role.PLACE.value)


def plain(text: str) -> str:
    """`text` in composed letters, without invisible signs, and "EFLs" for "EFL:s"."""
    composed = unicodedata.normalize("NFC", text)
    seen = "".join(c for c in composed if unicodedata.category(c) != "Cf")
    return _COLON.sub("s", seen)


def words_in(text: str) -> list[re.Match[str]]:
    """The words and signs of `text`; a hyphen or an apostrophe doesn't part a word."""
    return list(_WORD.finditer(text))


def named_in(text: str, names: NameReader, glossary: Glossary) -> list[Span]:
    """The names in `text`, also as Swedish genitives: "Open Labs vision"."""
    found = [span for span in names.read(text) if span.role in _ROLES]
    bare = _GENITIVE.sub(" ", text)  # of the same length
    for span in names.read(bare):
        owns = bare[span.end : span.end + 1] != text[span.end : span.end + 1]
        shorter = [one for one in found if _meet(span, one)]
        longer = all(one.end - one.start < span.end - span.start for one in shorter)
        if span.role in _ROLES and owns and longer:
            found = [one for one in found if one not in shorter]
            found.append(replace(span, end=span.end + 1))
    kept = sorted(found, key=lambda span: span.start)
    return [s for s in kept if not _is_plain(text[s.start : s.end], s, names, glossary)]


def free_words(text: str, spans: Sequence[Span]) -> list[str]:
    """The words in no name, and what is joined to one: "TIM-medlem"."""
    words = []
    for match in words_in(text):
        span = within(match, spans)
        rest = match.group() if span is None else text[span.end : match.end()]
        words.append(rest.lstrip("-"))
    return [word for word in words if word and word[0].isalpha()]


def within(match: re.Match[str], spans: Sequence[Span]) -> Span | None:
    """The span in which a word stands."""
    return next((s for s in spans if s.start <= match.start() < s.end), None)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _is_plain(surface: str, span: Span, names: NameReader, glossary: Glossary) -> bool:
    """Whether what is taken for a slip of a name is Swedish: "med en" for Medeon."""
    swedish = surface.islower() and all(word in glossary for word in surface.split())
    return swedish and not is_name(surface, span.id, names.knowledge)


def is_name(surface: str, id_: str, knowledge: Knowledge) -> bool:
    """Whether `surface` is a name of `id_` letter by letter, and no slip of one."""
    return key(surface) in map(key, knowledge.entities[id_].names)


def may_be_name(surface: str, id_: str, knowledge: Knowledge) -> bool:
    """Whether its last letter is of the name: "Securitas", or a slip of "Heights"."""
    said = key(surface)
    names = [key(name) for name in knowledge.entities[id_].names]
    ending = [n for n in names if n.endswith("s") and n[0] == said[:1]]
    return said in names or any(len(name) >= len(said) for name in ending)
