"""Replace the names in a message by what kind of name they are.

The classifier then learns the question and not the partners, and a new partner needs
no new example.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from partners.folding import Token, tokenise
from partners.model import Knowledge, Role
from partners.tags import untagged

# Kinds, legal forms and groups are few, closed sets, and words of the question itself.
_MASKS = {
    Role.PARTNER.value: "PARTNER",
    Role.ORGANISATION.value: "ORG",
    Role.PLACE.value: "PLACE",
    Role.TOPIC.value: "TOPIC",
    # Whoever asks of a name that we don't know believes it to be a partner.
    "unknown_name": "PARTNER",
    "elsewhere": "PLACE",
    # "The second one" of what was listed.
    "position": "PARTNER",
}
_HOST_MASK = "HOST"
# "The one called NOME" is NOME.
_CALLED = frozenset({"called", "named"})
_CALLABLE = frozenset(
    "one partner thing something someone organisation organization project company "
    "network group initiative firm place association programme program".split()
)
_ARTICLES = frozenset({"the", "a", "an", "that", "this", "your", "some"})
# The role of "the second one" in a message.
POSITION = "position"
# The role of a span that only says that a sentence before spoke of "a project".
HEAD = "head"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the original text, and what stands there."""

    start: int
    end: int
    role: str
    id: str = ""


def longest(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Without those in a longer one or in an equal one before: "South America"."""
    kept = sorted(spans, key=lambda span: span.start - span.end)
    found: list[Span] = []
    for span in kept:
        if not any(o.start < span.end and span.start < o.end for o in found):
            found.append(span)
    return tuple(span for span in spans if span in found)


def _without_calling(words: list[str]) -> list[str]:
    """`words` before a name without "the one called" at their end."""
    if words[-1:] == [] or words[-1] not in _CALLED or len(words) < 2:
        return words
    if words[-2] not in _CALLABLE:
        return words
    led = len(words) > 2 and words[-3] in _ARTICLES
    return words[: -3 if led else -2]


class Masker:
    """Mask the names of one knowledge."""

    def __init__(
        self, knowledge: Knowledge, correct: Callable[[str], str] | None = None
    ) -> None:
        self._correct = correct
        self._host = knowledge.host
        self._plain = {e.id for e in knowledge.entities.values() if not e.masked}

    def mask(self, text: str, spans: Iterable[Span]) -> str:
        """`Who funds CAMP?` as `who funds PARTNER`; numbers become NUMBER.

        A tag at the end ("isn't it", "or not") tells nothing of the intent.
        """
        masks = {span.start: (span.end, self._mask_of(span)) for span in spans}
        words: list[str] = []
        until = -1
        for token in tokenise(untagged(text)[0]):
            if token.start < until:
                continue
            end, word = masks.get(token.start, (-1, None))
            if word is not None:
                until = end
                words = _without_calling(words)
            else:
                word = self._plainly(token)
            if word[0].isalnum():
                words.append(word)
            elif word == "'s":
                words.append("s")
        return " ".join(words)

    def _plainly(self, token: Token) -> str:
        if token.word.isdecimal():
            return "NUMBER"
        return self._correct(token.word) if self._correct else token.word

    def _mask_of(self, span: Span) -> str | None:
        if span.id in self._plain:
            return None
        return _HOST_MASK if span.id == self._host else _MASKS.get(span.role)
