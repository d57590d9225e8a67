"""Split a message that asks several questions: "who runs HLF and who funds NOME?"."""

from __future__ import annotations

from collections.abc import Sequence

from partners.cues import Cues
from partners.folding import Token, tokenise
from partners.masking import Span

_MOST = 3
# A shorter clause is no question: "and when?" needs the clause before it.
_SHORTEST = 2


def split(text: str, spans: Sequence[Span], cues: Cues) -> tuple[tuple[int, int], ...]:
    """The offsets of each question in `text`; of one only, where it can't be split.

    A new question begins after "and", a comma or a full stop with a question word or
    verb ("who", "is"), if both sides name something.
    """
    tokens = tokenise(text)
    starts = [0]
    for i in range(1, len(tokens) - 1):
        if _begins(tokens, i, cues):
            starts.append(tokens[i].start)
    ends = [*starts[1:], len(text)]
    parts = tuple(zip(starts, ends, strict=True))
    if not 1 < len(parts) <= _MOST:
        return ((0, len(text)),)
    if all(_names(part, spans) and _words(part, tokens) >= _SHORTEST for part in parts):
        return parts
    return ((0, len(text)),)


def _begins(tokens: Sequence[Token], i: int, cues: Cues) -> bool:
    before, token = tokens[i - 1].word, tokens[i].word
    separates = before in ("and", "?", ";", ".")
    return separates and token in cues.open_question | cues.polar_start


def _names(part: tuple[int, int], spans: Sequence[Span]) -> bool:
    named = ("partner", "organisation", "unknown_name")
    return any(part[0] <= s.start < part[1] and s.role in named for s in spans)


def _words(part: tuple[int, int], tokens: Sequence[Token]) -> int:
    return sum(part[0] <= token.start < part[1] and token.is_word for token in tokens)
