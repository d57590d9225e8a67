"""This project as it is now, in a copy, with its own knowledge or with much more."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from benchmarks.bots import Bot, Server, free_port
from benchmarks.commands import Took, our_python, timed_run
from benchmarks.knowledge import questions as invented_questions
from benchmarks.knowledge import write_knowledge
from benchmarks.places import WORK, copy_project
from benchmarks.questions import Question, load_questions
from scripts.logged import ROOT
from scripts.train import MODEL

MADE_BY_TRAINING = ("models", ".rasa")


def prepare(partners: int | None = None) -> Bot:
    """Copy the project, with knowledge of so many partners if that is asked for."""
    name = "ours" if partners is None else f"ours-{partners}"
    folder = copy_project(WORK / name)
    questions: Sequence[Question] = load_questions()
    if partners is not None:
        shutil.rmtree(folder / "knowledge")
        invented = write_knowledge(ROOT / "knowledge", folder / "knowledge", partners)
        questions = (*questions, *invented_questions(invented, len(questions)))
    port = free_port()
    environ = {"PARTNERS_PORT": str(port)}
    # What `make run` calls once the model is trained: all that it starts is measured.
    command = (str(our_python()), "-m", "scripts.serve")
    servers = (Server("serve", command, environ),)
    return Bot(name, folder, servers, port, tuple(questions))


def train(bot: Bot) -> Took:
    """Train from nothing."""
    for name in MADE_BY_TRAINING:
        shutil.rmtree(bot.folder / name, ignore_errors=True)
    command = (our_python(), "-m", "scripts.train")
    return timed_run(f"{bot.name}-train", command, bot.folder)


def use_model(bot: Bot, other: Bot) -> None:
    """Give a bot the model of another, which reads other knowledge as well."""
    model_of(bot).parent.mkdir(exist_ok=True)
    shutil.copy2(model_of(other), model_of(bot))


def model_of(bot: Bot) -> Path:
    """Where the model of a copy is."""
    return bot.folder / MODEL.relative_to(ROOT)
