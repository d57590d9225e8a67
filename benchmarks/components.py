"""Time each component of a trained model: `python -m benchmarks.components MODEL`.

Run in the environment and the folder of the project that the model is from; prints the
milliseconds that a message spends in each component as JSON.
"""

from __future__ import annotations

import asyncio
import functools
import json
import logging
import sys
import time
import uuid
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.utils.log_utils import configure_structlog

from benchmarks.questions import Question, load_questions

ROUNDS = 10  # through all questions, after one to warm up

Spent = defaultdict[str, float]


def main(arguments: Sequence[str]) -> int:
    """Time the model that is named."""
    configure_structlog(logging.CRITICAL)  # or Rasa prints whatever it does
    logging.disable(logging.WARNING)
    spent = asyncio.run(measure(Path(arguments[0]), load_questions()))
    print(json.dumps(spent))
    return 0


async def measure(model: Path, questions: Sequence[Question]) -> dict[str, float]:
    """Milliseconds a message, by component, in the order in which they run."""
    spent: Spent = defaultdict(float)
    for component, method in components(model):
        # On the class and before the model is loaded, since the graph keeps the method.
        setattr(component, method, timed(getattr(component, method), component, spent))
    agent = Agent.load(str(model))
    await ask_all(agent, questions)
    spent.clear()
    for _ in range(ROUNDS):
        await ask_all(agent, questions)
    messages = ROUNDS * len(questions)
    return {name: seconds * 1000 / messages for name, seconds in spent.items()}


def components(model: Path) -> list[tuple[type, str]]:
    """Each class that takes part in an answer, once, with the method that does it."""
    metadata = LocalModelStorage.metadata_from_archive(model)
    nodes = metadata.predict_schema.nodes.values()
    return list(dict.fromkeys((node.uses, node.fn) for node in nodes))


def timed(
    method: Callable[..., Any], component: type, spent: Spent
) -> Callable[..., Any]:
    """`method`, with what it takes added to `spent` under the name of its class."""

    @functools.wraps(method)
    def run(*args: Any, **kwargs: Any) -> Any:
        started = time.perf_counter()
        try:
            return method(*args, **kwargs)
        finally:
            spent[component.__name__] += time.perf_counter() - started

    return run


async def ask_all(agent: Agent, questions: Sequence[Question]) -> None:
    """Let the agent read each question and choose an action, which is not run."""
    for question in questions:
        sender = uuid.uuid4().hex
        await agent.log_message(UserMessage(question.text, sender_id=sender))
        await agent.predict_next_for_sender_id(sender)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
