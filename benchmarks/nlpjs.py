"""An nlp.js bot over the same data: an intent, the names, and a canned text.

It must know the names, with small typos, as ours does: without them it could not tell
of whom it is asked.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from benchmarks.bots import Bot, Server, free_port
from benchmarks.commands import Took, timed_run
from benchmarks.cross_validate import plain
from benchmarks.places import WORK, CannotMeasure
from benchmarks.questions import load_questions
from partners.reading import load_knowledge
from scripts.logged import ROOT

SOURCE = ROOT / "benchmarks" / "nlpjs"
FOLDER = WORK / "nlpjs"
MODEL = FOLDER / "model.json"
DATA = "data.json"
PACKAGES = FOLDER / "node_modules"


def install() -> None:
    """Install nlp.js and this bot into the folder of the benchmark."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for file in SOURCE.glob("*.js*"):
        shutil.copy2(file, FOLDER)
    if shutil.which("npm") is None:
        raise CannotMeasure("npm is missing: nlp.js needs Node 20")
    options = ["--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"]
    timed_run("nlpjs-install", ["npm", "ci", *options], FOLDER)


def prepare() -> Bot:
    """Write the training data as nlp.js takes it."""
    data = {"examples": list(examples()), "names": list(names())}
    text = json.dumps(data, ensure_ascii=False)
    (FOLDER / DATA).write_text(text, encoding="utf-8")
    port = free_port()
    server = Server("node", ("node", "server.js", MODEL.name, str(port)))
    questions = tuple(question.by_intent() for question in load_questions())
    return Bot("nlpjs", FOLDER, (server,), port, questions)


def train() -> Took:
    """Train from nothing."""
    command = ["node", "train.js", DATA, MODEL.name]
    return timed_run("nlpjs-train", command, FOLDER)


def examples(folder: Path = ROOT / "data" / "nlu") -> list[dict[str, str]]:
    """Every training example without its annotations."""
    return [
        {"text": plain(line.removeprefix("- ").strip())[0], "intent": block["intent"]}
        for file in sorted(folder.glob("*.yml"))
        for block in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]
        for line in block["examples"].splitlines()
    ]


def names() -> Iterator[dict[str, Any]]:
    """Every name of the knowledge, by what it is the name of."""
    for entity in load_knowledge().entities.values():
        yield {"role": entity.role.value, "id": entity.id, "texts": entity.names}
