"""Notice a statement that is to be confirmed, by its end or by its beginning."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from partners.cues import Cues, load_cues
from partners.folding import Token, tokenise

# A tag ends a statement: "isn't it" alone asks something else.
_LEAST_BEFORE = 2
_LONGEST = 6
_PAUSES = (",", "-", "–", ":", ";", "?", ".", "(")


@lru_cache(maxsize=2048)
def untagged(text: str) -> tuple[str, bool]:
    """`text` without "isn't it", "or not" or the like at its end; whether it had one.

    What is left has its old offsets, since only an end is cut off.
    """
    cues = load_cues()
    tokens = [token for token in tokenise(text) if token.is_word]
    for length in range(min(_LONGEST, len(tokens) - _LEAST_BEFORE), 1, -1):
        tag = [token.word for token in tokens[-length:]]
        before = text[: tokens[-length].start].rstrip()
        pause = before.endswith(_PAUSES)
        if " ".join(tag) in cues.tags or _asks_back(tag, cues, pause):
            return before.rstrip("".join((*_PAUSES, " "))), True
    return text, False


def is_only_tag(tokens: Sequence[Token], cues: Cues) -> bool:
    """Whether a sentence asks no more than whether the one before is true."""
    return " ".join(token.word for token in tokens if token.is_word) in cues.tags


def is_hearsay(tokens: Sequence[Token], cues: Cues) -> bool:
    """Whether it says what somebody else says: "I heard that CAMP …"."""
    said = [token.word for token in tokens if token.is_word]
    words = [word for word in said if word not in cues.openings]
    if not cues.open_question.isdisjoint(words):
        return False
    if words[:1] == ["my"]:
        return not cues.tellers.isdisjoint(words[1:_LONGEST])
    starts = (" ".join(words[:length]) for length in range(1, _LONGEST))
    return any(start in cues.hearsay for start in starts)


def _asks_back(tag: Sequence[str], cues: Cues, pause: bool) -> bool:
    """Whether it is an auxiliary, with or without "not", and a pronoun."""
    *verb, pronoun = tag
    if pronoun not in cues.tag_pronouns:
        return False
    plain = " ".join(verb)
    # "… is it" goes on from what stands before it, unless a comma parts it.
    if plain in cues.tag_auxiliaries:
        return pause
    return plain.replace("n t", "").replace("nt", "") in cues.tag_auxiliaries
