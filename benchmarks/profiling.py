"""`make profile`: where the time of a question goes, by module and by function."""

from __future__ import annotations

import asyncio
import cProfile
import logging
import pstats
import sys
import uuid
from collections.abc import Sequence

import rasa.core.agent
from rasa.core.agent import Agent
from rasa.core.utils import AvailableEndpoints
from rasa.utils.log_utils import configure_structlog

from benchmarks.hotspots import Stats, report
from benchmarks.questions import Question, load_questions
from scripts.logged import ROOT
from scripts.train import MODEL

ROUNDS = 20  # through all questions, each in a new conversation


def main() -> int:
    """Profile the trained model with the actions that endpoints.yml names."""
    if not MODEL.exists():
        print("there is no model: run `make train`", file=sys.stderr)
        return 1
    configure_structlog(logging.CRITICAL)  # or Rasa prints whatever it does
    logging.disable(logging.WARNING)
    endpoints = AvailableEndpoints.read_endpoints(str(ROOT / "endpoints.yml"))
    endpoints.tracker_store = None  # in memory: no conversation is left behind
    profile = asyncio.run(run(endpoints, load_questions()))
    stats: Stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    questions = ROUNDS * len(load_questions())
    print("\n".join(report(stats, questions)))
    return 0


async def run(
    endpoints: AvailableEndpoints, questions: Sequence[Question]
) -> cProfile.Profile:
    """Profile every question, after one round to warm up."""
    agent = await rasa.core.agent.load_agent(str(MODEL), endpoints=endpoints)
    await ask_all(agent, questions)
    profile = cProfile.Profile()
    with profile:
        for _ in range(ROUNDS):
            await ask_all(agent, questions)
    return profile


async def ask_all(agent: Agent, questions: Sequence[Question]) -> None:
    """Ask each question in a new conversation; an unanswered one is an error."""
    for question in questions:
        if not await agent.handle_text(question.text, sender_id=uuid.uuid4().hex):
            raise RuntimeError(f"no answer to {question.text!r}")


if __name__ == "__main__":
    sys.exit(main())
