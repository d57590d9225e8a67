"""Replace the names in a message by what kind of name they are.

The classifier then learns the question and not the partners, and a new partner needs
no new example.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from partners.folding import tokenise
from partners.model import Role

# Kinds, legal forms and groups are few, closed sets, and words of the question itself.
_MASKS = {
    Role.PARTNER.value: "PARTNER",
    Role.ORGANISATION.value: "ORG",
    Role.PLACE.value: "PLACE",
    Role.TOPIC.value: "TOPIC",
    # Whoever asks of a name that we don't know believes it to be a partner.
    "unknown_name": "PARTNER",
}
HOST_MASK = "HOST"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the original text, and what stands there."""

    start: int
    end: int
    role: str
    id: str = ""


def mask(text: str, spans: Iterable[Span], host: str = "") -> str:
    """`Who funds CAMP?` as `who funds PARTNER`; numbers become NUMBER."""
    masks = {
        span.start: (span.end, HOST_MASK if span.id == host else _MASKS[span.role])
        for span in spans
        if span.role in _MASKS
    }
    words: list[str] = []
    until = -1
    for token in tokenise(text):
        if token.start < until:
            continue
        if token.start in masks:
            until, word = masks[token.start]
        else:
            word = "NUMBER" if token.word.isdecimal() else token.word
        if word[0].isalnum():
            words.append(word)
        elif word == "'s":
            words.append("s")
    return " ".join(words)
