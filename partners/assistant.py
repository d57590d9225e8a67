"""From a read message to replies: the one door between Rasa and the answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from partners.answer import Answer, Kind, Outcome
from partners.choosing import Chooser
from partners.connecting import connect
from partners.cues import load_cues
from partners.engine import answer
from partners.intersecting import intersect
from partners.listing import criterion_unknown, list_partners
from partners.masking import Span
from partners.model import Knowledge
from partners.neighbours import NameNeighbours
from partners.phrases import Phrases
from partners.question import Question
from partners.question_reader import QuestionReader
from partners.reading import LIKELY, load_knowledge
from partners.search import FactSearch
from partners.wording import Reply, Wording

Message = Mapping[str, Any]
# Below this no intent fits at all: the message only happens to have a name in it.
_SOMEHOW = 0.1
# From here on a question that names nobody is rather about the world.
_ELSEWHERE = 0.5
# The key under which the pipeline leaves the parts of a message of several questions.
QUESTIONS = "questions"
# The key under which each intent has the words of the message that it explains.
EXPLAINED = "explained"


class Assistant:
    """Answer messages, as Rasa's tracker holds them, from one knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._questions = QuestionReader(knowledge, load_cues())
        self._neighbours = NameNeighbours(knowledge)
        self._chooser = Chooser(knowledge, FactSearch(knowledge))

    def answer(self, message: Message, phrases: Phrases) -> list[Reply]:
        """The replies to a message whose intent is a question about partners."""
        parts = message.get(QUESTIONS) or [message]
        answers = [one for part in parts for one in self._choose(part, sure=True)]
        return self._worded(answers, phrases)

    def offer(self, message: Message, phrases: Phrases) -> list[Reply]:
        """The replies to a message that no intent fits well enough."""
        answers = self._choose(message, sure=False)
        return self._worded(answers, phrases) or [Reply("utter_fallback")]

    def _choose(self, message: Message, sure: bool) -> tuple[Answer, ...]:
        likely = _confidences(message)
        intents = list(likely)[:LIKELY] or [""]
        explained = _explained(message)
        questions = [
            replace(question, explained=explained.get(question.intent, ()))
            for question in self._questions_of(message, intents)
        ]
        first = questions[0]
        if first.unknown:
            asked = first if sure else first.about()
            return answer(self._knowledge, asked)
        if joined := intersect(self._knowledge, questions, likely):
            return joined
        chosen = self._chooser.choose(questions, likely, sure)
        if chosen and chosen[0].outcome is Outcome.WHICH:
            # "Who is the president of France": of no partner at all.
            if likely.get("out_of_scope", 0.0) >= _ELSEWHERE:
                return (Answer(Kind.OUT_OF_SCOPE, Outcome.OFF_PAGE),)
        return chosen or self._anything(first, likely)

    def _anything(
        self, question: Question, likely: Mapping[str, float]
    ) -> tuple[Answer, ...]:
        """What can be said without knowing the intent; () where nothing."""
        if len(question.subjects) > 1:
            joined = connect(self._knowledge, question)
            if all(one.kind is Kind.FACT for one in joined):
                return joined
        if question.subjects:
            fits = max(likely.values(), default=0) >= _SOMEHOW
            if fits and not question.incidental:
                return self._chooser.about(question, likely)
            kind, outcome = Kind.NOT_STATED, Outcome.NOT_STATED
            return (Answer(kind, outcome, question.subjects[0], "anything"),)
        if question.criteria and question.of_partners:
            return list_partners(self._knowledge, question)
        if question.of_partners and question.leftover:
            return (criterion_unknown(question),)
        return ()

    def _worded(self, answers: Sequence[Answer], phrases: Phrases) -> list[Reply]:
        wording = Wording(self._knowledge, phrases)
        return [wording.word(self._with_neighbours(one)) for one in answers]

    def _questions_of(self, message: Message, intents: Sequence[str]) -> list[Question]:
        spans = spans_of(message.get("entities") or [])
        return self._questions.readings(intents, message.get("text") or "", spans)

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


def _confidences(message: Message) -> dict[str, float]:
    """Each intent with its confidence, likeliest first, without the fallback."""
    ranking = message.get("intent_ranking") or [message.get("intent") or {}]
    return {
        str(one.get("name")): float(one.get("confidence", 0))
        for one in ranking
        if one.get("name") not in (None, "nlu_fallback")
    }


def _explained(message: Message) -> dict[str, tuple[str, ...]]:
    """The words of the message that each intent explains."""
    ranking = message.get("intent_ranking") or []
    return {str(one.get("name")): tuple(one.get(EXPLAINED) or ()) for one in ranking}


@cache
def load_assistant() -> Assistant:
    """The assistant of this process; raises KnowledgeError on broken knowledge."""
    return Assistant(load_knowledge())
