"""What the pipeline leaves of a message: names, intents, and the parts of several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from partners.masking import Span
from partners.question import Question

Message = Mapping[str, Any]
# The key under which the pipeline leaves the parts of a message of several questions.
QUESTIONS = "questions"
# The key under which each intent has the words of the message that it explains.
EXPLAINED = "explained"
# The key of the language of a message, and what the replies' conditions call it.
LANGUAGE = "language"
# The key, and the intent, of a message in a language that the assistant can't read.
OTHER_LANGUAGE = "other_language"
# The key of what the English words of a Swedish message were, to be quoted.
ORIGINALS = "originals"


@dataclass(frozen=True, slots=True)
class Read:
    """A message, or a part of one, as questions: the likeliest intent first."""

    questions: tuple[Question, ...]
    likely: Mapping[str, float]
    sure: bool

    @property
    def first(self) -> Question:
        """The likeliest of them."""
        return self.questions[0]


def spans_of(entities: Sequence[Mapping[str, Any]]) -> tuple[Span, ...]:
    """Entities as spans; those that a payload made up, without a place, come first."""
    return tuple(
        Span(_offset(e.get("start")), _offset(e.get("end")), e["entity"], e["value"])
        for e in entities
        if isinstance(e.get("entity"), str) and isinstance(e.get("value"), str)
    )


def _offset(value: object) -> int:
    return value if isinstance(value, int) else 0


def confidences(message: Message) -> dict[str, float]:
    """Each intent with its confidence, likeliest first, without the fallback."""
    ranking = message.get("intent_ranking") or [message.get("intent") or {}]
    # An intent that stands alone was given, not guessed.
    return {
        str(one.get("name")): float(one.get("confidence", 1))
        for one in ranking
        if one.get("name") not in (None, "nlu_fallback")
    }


def explained_words(message: Message) -> dict[str, tuple[str, ...]]:
    """The words of the message that each intent explains."""
    ranking = message.get("intent_ranking") or []
    return {str(one.get("name")): tuple(one.get(EXPLAINED) or ()) for one in ranking}
