"""From a read message to replies: the one door between Rasa and the answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from partners.answer import Answer, Kind, Outcome
from partners.cues import load_cues
from partners.engine import answer
from partners.masking import Span
from partners.model import Knowledge, Role
from partners.neighbours import NameNeighbours
from partners.phrases import Phrases
from partners.question import Question, QuestionReader
from partners.reading import load_knowledge
from partners.refining import find, refine
from partners.search import FactSearch
from partners.wording import Reply, Wording

# "Did you mean" with more than three choices is a form, not a question.
_MOST_CHOICES = 3
# No intent fits: the share of the message's words that a fact must have to be told.
_ENOUGH_WORDS = 0.7
# Less likely than this a question is not even worth offering.
_LIKELY = 0.15
Message = Mapping[str, Any]


class Assistant:
    """Answer messages, as Rasa's tracker holds them, from one knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._questions = QuestionReader(knowledge, load_cues())
        self._neighbours = NameNeighbours(knowledge)
        self._search = FactSearch(knowledge)

    def answer(self, message: Message, phrases: Phrases) -> list[Reply]:
        """The replies to a message whose intent is a question about partners."""
        question = self._question(message, _intent(message))
        wording = Wording(self._knowledge, phrases)
        answers = refine(self._search, question, answer(self._knowledge, question))
        return [wording.word(self._with_neighbours(one)) for one in answers]

    def offer(self, message: Message, phrases: Phrases) -> list[Reply]:
        """The replies to a message that no intent fits well enough."""
        question = self._question(message, "")
        wording = Wording(self._knowledge, phrases)
        if question.unknown:
            return [
                wording.word(self._with_neighbours(one))
                for one in answer(self._knowledge, question.about())
            ]
        if found := find(self._search, question, _ENOUGH_WORDS):
            return [wording.word(one) for one in found]
        partners = [s for s in question.subjects if self._is_partner(s)]
        likely = [self._questions.relation(name) for name in _ranking(message)]
        if partners and not likely:
            unknown = Answer(
                Kind.NOT_STATED, Outcome.NOT_STATED, partners[0], "anything"
            )
            return [wording.word(unknown)]
        choices = tuple(
            wording.question(relation.id, partner)
            for partner in partners[:1]
            for relation in likely
            if relation is not None and self._can_answer(partner, relation.id)
        )[:_MOST_CHOICES]
        if choices:
            return [Reply("utter_did_you_mean", buttons=choices)]
        return [Reply("utter_fallback")]

    def _question(self, message: Message, intent: str) -> Question:
        spans = spans_of(message.get("entities") or [])
        return self._questions.read(intent, message.get("text") or "", spans)

    def _is_partner(self, id_: str) -> bool:
        return self._knowledge.entities[id_].role is Role.PARTNER

    def _can_answer(self, partner: str, relation: str) -> bool:
        return bool(self._knowledge.facts_of(partner, relation))

    def _with_neighbours(self, answer: Answer) -> Answer:
        if answer.outcome is not Outcome.UNKNOWN_NAME:
            return answer
        return replace(answer, criteria=self._neighbours.near(answer.names[0]))


def spans_of(entities: Sequence[Mapping[str, Any]]) -> tuple[Span, ...]:
    """Entities as spans; those that a payload made up, without a place, come first."""
    return tuple(
        Span(_offset(e.get("start")), _offset(e.get("end")), e["entity"], e["value"])
        for e in entities
        if isinstance(e.get("entity"), str) and isinstance(e.get("value"), str)
    )


def _offset(value: object) -> int:
    return value if isinstance(value, int) else 0


def _intent(message: Message) -> str:
    return str((message.get("intent") or {}).get("name") or "")


def _ranking(message: Message) -> list[str]:
    ranking = message.get("intent_ranking") or []
    return [str(c.get("name")) for c in ranking if c.get("confidence", 0) >= _LIKELY]


@cache
def load_assistant() -> Assistant:
    """The assistant of this process; raises KnowledgeError where knowledge is broken."""
    return Assistant(load_knowledge())
