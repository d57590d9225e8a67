"""Find where a message names somebody by a place in a list: "the second one"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from partners.folding import Token, tokenise
from partners.follow_cues import load_follow_cues
from partners.masking import POSITION, Span
from partners.ordinals import said_first
from partners.reference import load_reference_reader

_ARTICLES = frozenset({"the", "that", "this"})
_NOUNS = frozenset({"one", "ones", "partner"})
# "No 2" and "point 2" may say something else in the middle of a question.
_NUMBERING = frozenset({"number", "nr", "#", "item", "option", "entry"})


def find_positions(text: str, taken: Sequence[Span]) -> Iterator[Span]:
    """Such places, where the message asks something of them.

    To the classifier they are a partner, as "who funds the second one" is a question;
    "the second one" alone is none.
    """
    if load_reference_reader().read(text, taken).empty:
        return
    tokens = tokenise(text)
    first = 0
    while first < len(tokens):
        size = _size(tokens[first:])
        if size:
            start, end = tokens[first].start, tokens[first + size - 1].end
            yield Span(start, end, POSITION, text[start:end])
        first += size or 1


def _size(tokens: Sequence[Token]) -> int:
    """How many of the first tokens name a place; 0 where they do not."""
    cues = load_follow_cues()
    words = [token.word for token in tokens]
    led = int(words[0] in _ARTICLES)
    for ways in (cues.places, cues.steps):
        for skipped in (0, led):
            if found := said_first(words[skipped:], ways):
                size = skipped + found[0]
                return size + (words[size : size + 1] == ["one"])
    if led and len(words) > 1 and words[1] in cues.positions:
        if len(words) > 2 and words[2] in _NOUNS:
            return 3
        return 2 if words[1] in cues.of_two else 0
    numbered = words[0] in _NUMBERING and len(words) > 1 and words[1].isdecimal()
    return 2 if numbered else 0
