"""From a read message to replies: the one door between Rasa and the answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from partners.answer import Answer, Kind, Outcome
from partners.connecting import connect
from partners.cues import load_cues
from partners.engine import answer, is_question
from partners.listing import criterion_unknown
from partners.masking import Span
from partners.model import Knowledge
from partners.nearest import nearest
from partners.neighbours import NameNeighbours
from partners.phrases import Phrases
from partners.question import Question, QuestionReader
from partners.reading import load_knowledge
from partners.refining import find, refine
from partners.search import FactSearch
from partners.wording import Reply, Wording

# No intent fits: the share of the message's words that a fact must have to be told.
_ENOUGH_WORDS = 0.7
# From here on an intent is not doubted when the page has nothing to say on it.
_DOUBTLESS = 0.7
# As sure as FallbackClassifier in config.yml wants an intent to be.
_SURE = 0.4
Message = Mapping[str, Any]
# The key under which the pipeline leaves the parts of a message of several questions.
QUESTIONS = "questions"


class Assistant:
    """Answer messages, as Rasa's tracker holds them, from one knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._questions = QuestionReader(knowledge, load_cues())
        self._neighbours = NameNeighbours(knowledge)
        self._search = FactSearch(knowledge)

    def answer(self, message: Message, phrases: Phrases) -> list[Reply]:
        """The replies to a message whose intent is a question about partners."""
        wording = Wording(self._knowledge, phrases)
        answers = [
            one
            for part in message.get(QUESTIONS) or [message]
            for one in self._answers(self._question(part, _intent(part)))
        ]
        if len(answers) == 1 and answers[0].kind is Kind.NOT_STATED:
            answers = [self._perhaps(message, answers[0])]
        return [wording.word(self._with_neighbours(one)) for one in answers]

    def _perhaps(self, message: Message, unstated: Answer) -> Answer:
        """`unstated`, or what is nearest where the intent was not sure either."""
        likely = _confidences(message)
        intent = _intent(message)
        if unstated.subject is None or likely.get(intent, 1.0) >= _DOUBTLESS:
            return unstated
        question = self._question(message, intent)
        if question.subjects != (unstated.subject,):
            return unstated
        return nearest(self._knowledge, self._search, question, likely) or unstated

    def offer(self, message: Message, phrases: Phrases) -> list[Reply]:
        """The replies to a message that no intent fits well enough."""
        question = self._question(message, "")
        wording = Wording(self._knowledge, phrases)
        answers = self._least_doubtful(message, question)
        if answers:
            return [wording.word(self._with_neighbours(one)) for one in answers]
        return [Reply("utter_fallback")]

    def _least_doubtful(
        self, message: Message, question: Question
    ) -> tuple[Answer, ...]:
        """What can be said without knowing the intent for sure; () where nothing."""
        if question.unknown:
            return answer(self._knowledge, question.about())
        likely = _confidences(message)
        if answers := self._of_equals(message, likely):
            return answers
        if len(question.subjects) > 1:
            joined = connect(self._knowledge, question)
            if all(one.kind is Kind.FACT for one in joined):
                return joined
        if question.subjects:
            found = nearest(self._knowledge, self._search, question, likely)
            return (found or self._nothing_of(question.subjects[0]),)
        if told := find(self._search, question, _ENOUGH_WORDS):
            return told
        if question.of_partners and question.leftover and not question.subjects:
            return (criterion_unknown(question),)
        return ()

    def _of_equals(
        self, message: Message, likely: Mapping[str, float]
    ) -> tuple[Answer, ...]:
        """Of two intents that are both likely, the one that the page can answer."""
        sure = [intent for intent, confidence in likely.items() if confidence >= _SURE]
        questions = [self._question(message, intent) for intent in sure[:2]]
        answers = [self._answers(q) for q in questions if is_question(q)]
        if not answers or self._is_never_stated(sure[0]):
            return answers[0] if answers else ()
        for one in answers:
            if all(answer.kind is Kind.FACT for answer in one):
                return one
        return answers[0]

    def _is_never_stated(self, intent: str) -> bool:
        """Whether the page has nothing of this sort of any partner: no price."""
        relation = self._questions.relation(intent)
        facts = self._knowledge.facts
        return relation is not None and all(f.relation != relation.id for f in facts)

    def _nothing_of(self, partner: str) -> Answer:
        return Answer(Kind.NOT_STATED, Outcome.NOT_STATED, partner, "anything")

    def _answers(self, question: Question) -> tuple[Answer, ...]:
        return refine(self._search, question, answer(self._knowledge, question))

    def _question(self, message: Message, intent: str) -> Question:
        spans = spans_of(message.get("entities") or [])
        return self._questions.read(intent, message.get("text") or "", spans)

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


def _confidences(message: Message) -> dict[str, float]:
    ranking = message.get("intent_ranking") or []
    return {str(one.get("name")): float(one.get("confidence", 0)) for one in ranking}


@cache
def load_assistant() -> Assistant:
    """The assistant of this process; raises KnowledgeError on broken knowledge."""
    return Assistant(load_knowledge())
