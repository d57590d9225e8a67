"""Find where a message names somebody by a place in a list: "the second one"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from partners.folding import Token, tokenise
from partners.follow_cues import load_follow_cues
from partners.masking import POSITION, Span
from partners.reference import load_reference_reader

_ARTICLES = frozenset({"the", "that", "this"})
_NOUNS = frozenset({"one", "ones", "partner", "of"})


def find_positions(text: str, taken: Sequence[Span]) -> Iterator[Span]:
    """Such places, where the message asks something of them.

    To the classifier they are a partner, as "who funds the second one" is a question;
    "the second one" alone is none.
    """
    if load_reference_reader().read(text, taken).empty:
        return
    tokens = tokenise(text)
    places = load_follow_cues().positions
    for i, token in enumerate(tokens):
        led = i > 0 and tokens[i - 1].word in _ARTICLES
        if token.word not in places or not led:
            continue
        last = i + 1 if _is_noun(tokens, i + 1) else i
        if last > i or token.word in load_follow_cues().of_two:
            start, end = tokens[i - 1].start, tokens[last].end
            yield Span(start, end, POSITION, text[start:end])


def _is_noun(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].word in _NOUNS - {"of"}
