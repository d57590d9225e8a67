"""Visitors who ask over HTTP and look at the clock.

They share the two cores of the machine with the bot that they ask, whichever it is.
"""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

import aiohttp

from benchmarks.questions import Question

TIMEOUT = aiohttp.ClientTimeout(total=120)
QUESTIONS_EACH = 5  # of a visitor in a crowd, who then leaves for a new one


@dataclass(frozen=True)
class Answer:
    """What came back: how long it took, and whether it was an answer and right."""

    ms: float
    failed: bool
    right: bool


@dataclass(frozen=True)
class Crowd:
    """What many visitors at once got."""

    answers: tuple[Answer, ...]
    seconds: float

    @property
    def errors(self) -> int:
        """Questions that got no answer."""
        return sum(answer.failed for answer in self.answers)

    @property
    def throughput(self) -> float:
        """Questions answered in a second."""
        return (len(self.answers) - self.errors) / self.seconds


class Visitor:
    """Asks one bot, with a new conversation whenever it is told to."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self._session = session
        self._url = url
        self.start_over()

    def start_over(self) -> None:
        """Begin a new conversation."""
        self._sender = uuid.uuid4().hex

    async def ask(self, question: Question) -> Answer:
        """Ask one question and wait for the answer."""
        body = {"sender": self._sender, "message": question.text}
        started = time.perf_counter()
        try:
            async with self._session.post(self._url, json=body) as response:
                response.raise_for_status()
                messages = await response.json()
        except (aiohttp.ClientError, asyncio.TimeoutError, ValueError):
            messages = []
        ms = (time.perf_counter() - started) * 1000
        said = " ".join(message.get("text") or "" for message in messages)
        return Answer(ms, failed=not said.strip(), right=question.is_right(said))


async def new_conversations(
    visitor: Visitor, questions: Sequence[Question], count: int
) -> list[Answer]:
    """Ask `count` questions, each as the first one of a conversation."""
    answers = []
    for number in range(count):
        visitor.start_over()
        answers.append(await visitor.ask(questions[number % len(questions)]))
    return answers


async def one_conversation(
    visitor: Visitor, questions: Sequence[Question], turns: int
) -> list[Answer]:
    """Ask `turns` questions in one conversation."""
    visitor.start_over()
    return [await visitor.ask(questions[n % len(questions)]) for n in range(turns)]


async def crowd(
    session: aiohttp.ClientSession,
    url: str,
    questions: Sequence[Question],
    visitors: int,
    seconds: float,
) -> Crowd:
    """Let `visitors` ask at the same time, each anew as soon as it has its answer."""
    started = time.perf_counter()

    async def visit(number: int) -> list[Answer]:
        visitor, answers = Visitor(session, url), list[Answer]()
        while time.perf_counter() < started + seconds:
            if len(answers) % QUESTIONS_EACH == 0:
                visitor.start_over()
            asked = questions[(number + len(answers)) % len(questions)]
            answers.append(await visitor.ask(asked))
        return answers

    visits = await asyncio.gather(*(visit(number) for number in range(visitors)))
    took = time.perf_counter() - started
    return Crowd(tuple(answer for visit in visits for answer in visit), took)
