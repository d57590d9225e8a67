"""A bot that is measured: how it is started, and when its first right answer comes."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.places import CannotMeasure
from benchmarks.questions import Question
from scripts.child import Child
from scripts.client import HOST, AssistantSilent, ask, webhook
from scripts.logged import LOGS, last_lines

START_TIMEOUT = 300  # seconds; stock Rasa takes up to 120
PAUSE = 0.02  # seconds between two questions while it starts


@dataclass(frozen=True)
class Server:
    """One of the processes of a bot."""

    name: str
    command: tuple[str, ...]
    environ: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Bot:
    """A bot with all that it takes to run it, from a folder of its own."""

    name: str
    folder: Path
    servers: tuple[Server, ...]
    port: int
    questions: tuple[Question, ...]

    @property
    def url(self) -> str:
        """Where it takes questions."""
        return webhook(self.port)


@contextmanager
def running(bot: Bot) -> Iterator[float]:
    """Start a bot, wait for its first right answer, yield the seconds that it took."""
    with ExitStack() as stack:
        started = time.perf_counter()
        children = []
        for server in bot.servers:
            child = start(bot, server)
            stack.callback(child.stop)
            children.append(child)
        while not answers_right(bot):
            for child in children:
                child.check_alive()
            if time.perf_counter() > started + START_TIMEOUT:
                shown = last_lines(children[-1].log)
                raise CannotMeasure(f"{bot.name} gives no right answer. {shown}")
            time.sleep(PAUSE)
        yield time.perf_counter() - started


def start(bot: Bot, server: Server) -> Child:
    """Start one process of a bot in the bot's folder, with its own modules first."""
    command = ["env", "-C", str(bot.folder), *server.command]
    log = LOGS / f"bench-{bot.name}-{server.name}.log"
    return Child(
        server.name, command, log, {**environ_of(bot.folder), **server.environ}
    )


def environ_of(folder: Path) -> dict[str, str]:
    """The environment in which Python finds the modules of `folder` before others."""
    return {"PYTHONPATH": str(folder), "RASA_TELEMETRY_ENABLED": "false"}


def answers_right(bot: Bot) -> bool:
    """Whether the bot answers the first question rightly."""
    question = bot.questions[0]
    try:
        messages = ask(
            question.text, port=bot.port, sender=f"start-{os.urandom(8).hex()}"
        )
    except AssistantSilent:
        return False
    return question.is_right(" ".join(message.text for message in messages))


def free_port() -> int:
    """A port that nothing uses now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
