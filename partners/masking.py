"""Replace the names in a message by what kind of name they are.

The classifier then learns the question and not the partners, and a new partner needs
no new example.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from partners.folding import tokenise
from partners.model import Knowledge, Role

# Kinds, legal forms and groups are few, closed sets, and words of the question itself.
_MASKS = {
    Role.PARTNER.value: "PARTNER",
    Role.ORGANISATION.value: "ORG",
    Role.PLACE.value: "PLACE",
    Role.TOPIC.value: "TOPIC",
    # Whoever asks of a name that we don't know believes it to be a partner.
    "unknown_name": "PARTNER",
}
_HOST_MASK = "HOST"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the original text, and what stands there."""

    start: int
    end: int
    role: str
    id: str = ""


class Masker:
    """Mask the names of one knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._host = knowledge.host
        self._plain = {e.id for e in knowledge.entities.values() if not e.masked}

    def mask(self, text: str, spans: Iterable[Span]) -> str:
        """`Who funds CAMP?` as `who funds PARTNER`; numbers become NUMBER."""
        masks = {span.start: (span.end, self._mask_of(span)) for span in spans}
        words: list[str] = []
        until = -1
        for token in tokenise(text):
            if token.start < until:
                continue
            end, word = masks.get(token.start, (-1, None))
            if word is not None:
                until = end
            else:
                word = "NUMBER" if token.word.isdecimal() else token.word
            if word[0].isalnum():
                words.append(word)
            elif word == "'s":
                words.append("s")
        return " ".join(words)

    def _mask_of(self, span: Span) -> str | None:
        if span.id in self._plain:
            return None
        return _HOST_MASK if span.id == self._host else _MASKS.get(span.role)
