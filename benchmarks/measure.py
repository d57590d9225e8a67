"""Measure one running bot: how fast, how steady, how many at once, how large."""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import mean, median

import aiohttp

from benchmarks.bots import Bot, running
from benchmarks.figures import at_turn, percentile
from benchmarks.memory import memory_of_children
from benchmarks.visitors import Answer, Visitor, crowd, new_conversations
from benchmarks.visitors import one_conversation as talk

LAST_TURN = 300
VISITORS = 16


@dataclass(frozen=True)
class Plan:
    """How long to measure."""

    rounds: int  # through the list of questions, each in a new conversation
    turns: int  # of one conversation; 0 leaves it out
    crowd_seconds: float  # 0 leaves it out
    starts: int = 1


@dataclass
class Figures:
    """What was measured of one bot; None where it was not."""

    start_s: float | None = None
    new_ms: float | None = None
    new_p95_ms: float | None = None
    right_percent: float | None = None
    turns_ms: list[float] = field(default_factory=list)
    late_ms: float | None = None
    throughput: float | None = None
    errors: int | None = None
    memory_mb: float | None = None
    train_s: float | None = None
    train_cpu_s: float | None = None
    model_mb: float | None = None
    installed_mb: float | None = None
    load_s: float | None = None
    build_s: float | None = None
    components_ms: dict[str, float] = field(default_factory=dict)

    def update(self, **found: object) -> None:
        """Add what was found."""
        for name, value in found.items():
            if name not in {known.name for known in dataclasses.fields(self)}:
                raise AttributeError(f"there is no figure {name}")
            setattr(self, name, value)


def measure(bot: Bot, plan: Plan, figures: Figures) -> None:
    """Start the bot, as often as planned, and fill in what can be seen from outside."""
    starts = []
    for _ in range(plan.starts - 1):
        with running(bot) as seconds:
            starts.append(seconds)
    with running(bot) as seconds:
        starts.append(seconds)
        asyncio.run(_visit(bot, plan, figures))
        # After all the questions: what a bot takes that has been at work.
        figures.update(memory_mb=memory_of_children())
    figures.update(start_s=median(starts))


async def _visit(bot: Bot, plan: Plan, figures: Figures) -> None:
    # As many connections as visitors, kept open, as browsers do.
    connector = aiohttp.TCPConnector(limit=VISITORS)
    async with aiohttp.ClientSession(connector=connector) as session:
        visitor, asked = Visitor(session, bot.url), bot.questions
        await new_conversations(visitor, asked, len(asked))  # to warm up
        count = plan.rounds * len(asked)
        _note_new(figures, await new_conversations(visitor, asked, count))
        if plan.turns:
            _note_turns(figures, await talk(visitor, asked, plan.turns), len(asked))
        if plan.crowd_seconds:
            seconds = plan.crowd_seconds
            found = await crowd(session, bot.url, asked, VISITORS, seconds)
            figures.update(throughput=found.throughput)
            figures.update(errors=(figures.errors or 0) + found.errors)


def _note_new(figures: Figures, answers: Sequence[Answer]) -> None:
    spent = [answer.ms for answer in answers]
    figures.update(
        new_ms=median(spent),
        new_p95_ms=percentile(spent, 0.95),
        right_percent=100 * mean(answer.right for answer in answers),
        errors=sum(answer.failed for answer in answers),
    )


def _note_turns(figures: Figures, answers: Sequence[Answer], window: int) -> None:
    spent = [answer.ms for answer in answers]
    figures.update(
        turns_ms=[round(ms, 2) for ms in spent],
        late_ms=at_turn(spent, len(spent), window),
        errors=(figures.errors or 0) + sum(answer.failed for answer in answers),
    )
