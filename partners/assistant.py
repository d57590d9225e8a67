"""From a read message to replies: the one door between Rasa and the answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from partners.answer import Answer, Kind, Outcome
from partners.answering import Answerer
from partners.by_part import recalled
from partners.completing import Turn, complete
from partners.cues import load_cues
from partners.following import Follower
from partners.gathering import gathered, lists_all
from partners.intersecting import intersect
from partners.longer_names import lengthened, noted, shared
from partners.memory import Memory, after_several, remember
from partners.model import Knowledge
from partners.neighbours import NameNeighbours
from partners.parsed import (
    QUESTIONS,
    Message,
    Read,
    confidences,
    explained_words,
    spans_of,
)
from partners.phrases import Phrases
from partners.question import Question
from partners.question_reader import QuestionReader
from partners.reading import FOLLOW_UP, LIKELY, load_knowledge
from partners.reference import load_reference_reader
from partners.retelling import evidence, more, suggestions, wants_more
from partners.search import stem, stems
from partners.wording import Reply, Wording

_NAMED = ("partner", "organisation")
# So many next questions are offered with an answer.
_SUGGESTED = 3
# A second intent that is hardly less likely than the first.
_AS_LIKELY = 0.8
_AS_IT_STANDS = Turn()
_LIST = "list_partners"


class Assistant:
    """Answer messages, as Rasa's tracker holds them, from one knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._questions = QuestionReader(knowledge, load_cues())
        self._references = load_reference_reader()
        self._follower = Follower(knowledge)
        self._neighbours = NameNeighbours(knowledge)
        self._answerer = Answerer(knowledge)

    def answer(
        self, message: Message, phrases: Phrases, memory: Memory
    ) -> tuple[list[Reply], Memory]:
        """The replies to a question about partners, and what to remember of it."""
        return self._reply(message, phrases, memory, sure=True)

    def offer(
        self, message: Message, phrases: Phrases, memory: Memory
    ) -> tuple[list[Reply], Memory]:
        """The same for a message that no intent fits well enough."""
        return self._reply(message, phrases, memory, sure=False)

    def _reply(
        self, message: Message, phrases: Phrases, memory: Memory, sure: bool
    ) -> tuple[list[Reply], Memory]:
        memory = memory.known_to(self._knowledge)
        answers: list[Answer] = []
        talked: list[str] = []
        for part in self._parts(message, memory):
            whole, note = lengthened(self._knowledge, self._neighbours, part, memory)
            asked, found = self._follow(whole, memory, sure)
            found = shared(self._knowledge, self._neighbours, found)
            if answers and lists_all(asked, found):
                continue  # "I need a mentor. Anything for me among your partners?"
            if found:
                memory = remember(self._knowledge, memory, asked, found)
                talked += memory.focus
            answers += noted(note, found)
        memory = after_several(memory, talked)
        if not answers:
            return [Reply("utter_fallback")], memory
        wording = Wording(self._knowledge, phrases)
        told = gathered(answers)
        replies = [wording.word(self._with_neighbours(one)) for one in told]
        return self._with_suggestions(replies, wording, memory), memory

    def _parts(self, message: Message, memory: Memory) -> list[Message]:
        """The questions of a message, a lone "when" after the one that names whom."""
        parts = list(message.get(QUESTIONS) or [message])
        if len(parts) == 1 or self._joined(message):
            return [message if len(parts) > 1 else parts[0]]
        text, spans = str(parts[0].get("text") or ""), spans_of(parts[0]["entities"])
        if memory.focus or any(span.role in _NAMED for span in spans):
            return parts
        if self._references.read(text, spans).bare:
            return [parts[1], parts[0], *parts[2:]]
        if parts[0]["entities"]:
            return parts
        # "Who funds and who supports Open Lab"
        shared = [e for e in parts[1]["entities"] if e.get("entity") in _NAMED]
        placed = [{**entity, "start": 0, "end": 0} for entity in shared]
        return [{**parts[0], "entities": [*parts[0]["entities"], *placed]}, *parts[1:]]

    def _joined(self, message: Message) -> bool:
        """Whether its clauses together ask who stands in two relations."""
        read = self._read(message, sure=True)
        return bool(intersect(self._knowledge, read.questions, read.likely))

    def _follow(
        self, part: Message, memory: Memory, sure: bool
    ) -> tuple[Question, tuple[Answer, ...]]:
        """What is asked once the message is completed by `memory`, and its answers."""
        read = self._recalled(self._read(part, sure), memory)
        spans = spans_of(part.get("entities") or [])
        reference = self._references.read(str(part.get("text") or ""), spans)
        whole = reference.complete and len(memory.listed) > 1  # "is that all"
        if not whole and (retold := self._retold(read, memory)):
            return replace(read.first, intent=memory.intent), retold
        turn = self._follower.follow(read.first, reference, memory)
        if turn.answers:
            return read.first, turn.answers
        if turn.intent:
            questions = self._questions_of(part, [turn.intent])
            read = Read(tuple(questions), {turn.intent: 1.0}, sure=True)
            read = self._recalled(read, memory)
        if turn != _AS_IT_STANDS:
            completed = tuple(complete(question, turn) for question in read.questions)
            read = replace(read, questions=completed)
        answers = self._answerer.answer(read) or self._unclear(read.first, memory)
        return self._asked(read, answers), answers

    def _recalled(self, read: Read, memory: Memory) -> Read:
        """With those just told of in the place of an unknown part of their names."""
        if not read.first.unknown:
            return read
        questions = tuple(
            recalled(self._knowledge, one, memory) for one in read.questions
        )
        return replace(read, questions=questions)

    def _unclear(self, question: Question, memory: Memory) -> tuple[Answer, ...]:
        """Who teaches it? Whatever that asks, the page doesn't say it of that one."""
        if len(memory.focus) != 1 or question.about_all:
            return ()
        points = question.pronoun or question.counts
        if not (points or _goes_on(self._knowledge, question, memory)):
            return ()
        if near := self._answerer.near(question, memory.focus[0]):
            return (near,)
        kind, outcome = Kind.NOT_STATED, Outcome.NOT_STATED
        return (Answer(kind, outcome, memory.focus[0], "anything"),)

    def _read(self, message: Message, sure: bool) -> Read:
        likely = confidences(message)
        intents = list(likely)[:LIKELY] or [""]
        if intents[0] == FOLLOW_UP and len(intents) > 1:
            # It has no question of its own; what it may ask comes after it.
            intents = [*intents[1:], FOLLOW_UP]
        intents = self._forward_first(str(message.get("text") or ""), intents, likely)
        explained = explained_words(message)
        questions = [
            replace(question, explained=explained.get(question.intent, ()))
            for question in self._questions_of(message, intents)
        ]
        return Read(tuple(questions), likely, sure)

    def _forward_first(
        self, text: str, intents: list[str], likely: Mapping[str, float]
    ) -> list[str]:
        """ "Founded?" asks rather when it was than what it founded."""
        first = self._questions.relation(intents[0])
        reverse = first is not None and first.reverse == intents[0]
        lone = len(text.split()) == 1 and len(intents) > 1
        if lone and reverse and likely.get(intents[1], 0.0) >= _AS_LIKELY:
            return [intents[1], intents[0], *intents[2:]]
        return intents

    def _retold(self, read: Read, memory: Memory) -> tuple[Answer, ...]:
        """The answer to whom doubts the last one, or wants more."""
        intent = next(iter(read.likely), "")
        if intent == "ask_evidence" and read.sure and not read.first.subjects:
            return evidence(self._knowledge, memory)
        if wants_more(read, memory):
            focus = read.first.subjects or memory.focus
            return more(self._knowledge, replace(memory, focus=focus))
        return ()

    def _asked(self, read: Read, answers: Sequence[Answer]) -> Question:
        """The question to go on with: of the relation that was told, if it was one."""
        if answers and answers[0].outcome is Outcome.GROUPS and read.first.relation:
            # "Who is on the supporting list?" - "And Securitas?"
            return replace(read.first, intent=_LIST, relation=None)
        relations = {one.relation for one in answers if one.relation}
        for question in read.questions:
            if question.relation and question.relation.id in relations:
                return question
        if read.first.behind and len(relations) == 1:
            # "Who is behind CAMP" was told by its funders, and so will "and NOME?" be.
            told = self._knowledge.relations[relations.pop()]
            return replace(read.first, intent=told.forward or "", relation=told)
        return read.first

    def _questions_of(self, message: Message, intents: Sequence[str]) -> list[Question]:
        spans = spans_of(message.get("entities") or [])
        text = str(message.get("text") or "")
        return self._questions.readings(intents, text, spans)

    def _with_neighbours(self, answer: Answer) -> Answer:
        if answer.outcome is not Outcome.UNKNOWN_NAME:
            return answer
        return replace(answer, criteria=self._neighbours.near(answer.names[0]))

    def _with_suggestions(
        self, replies: list[Reply], wording: Wording, memory: Memory
    ) -> list[Reply]:
        """The last reply with questions that the page answers and nobody asked yet."""
        if replies[-1].buttons or not memory.told:
            return replies
        offered = [
            wording.question(relation, subject)
            for relation, subject in suggestions(self._knowledge, memory)
            if wording.can_ask(relation)
        ][:_SUGGESTED]
        return [*replies[:-1], replace(replies[-1], buttons=tuple(offered))]


def _goes_on(knowledge: Knowledge, question: Question, memory: Memory) -> bool:
    """Whether it says a word of what the facts of that one say: "who owns the lab"."""
    facts = knowledge.facts_about(memory.focus[0])
    said = {part for fact in facts for part in stems(fact.text or "")}
    return bool(question.terms) and not said.isdisjoint(map(stem, question.terms))


@cache
def load_assistant() -> Assistant:
    """The assistant of this process; raises KnowledgeError on broken knowledge."""
    return Assistant(load_knowledge())
