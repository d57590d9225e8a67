"""An nlp.js bot over the same training data: an intent classifier and a canned text."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import yaml

from benchmarks.bots import Bot, Server, free_port
from benchmarks.commands import Took, timed_run
from benchmarks.cross_validate import plain
from benchmarks.places import WORK, CannotMeasure
from benchmarks.questions import load_questions
from scripts.logged import ROOT

SOURCE = ROOT / "benchmarks" / "nlpjs"
FOLDER = WORK / "nlpjs"
MODEL = FOLDER / "model.json"
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
    text = json.dumps(list(examples()), ensure_ascii=False)
    (FOLDER / "examples.json").write_text(text, encoding="utf-8")
    port = free_port()
    server = Server("node", ("node", "server.js", MODEL.name, str(port)))
    questions = tuple(question.by_intent() for question in load_questions())
    return Bot("nlpjs", FOLDER, (server,), port, questions)


def train() -> Took:
    """Train from nothing."""
    command = ["node", "train.js", "examples.json", MODEL.name]
    return timed_run("nlpjs-train", command, FOLDER)


def examples(folder: Path = ROOT / "data" / "nlu") -> list[dict[str, str]]:
    """Every training example without its annotations."""
    return [
        {"text": plain(line.removeprefix("- ").strip())[0], "intent": block["intent"]}
        for file in sorted(folder.glob("*.yml"))
        for block in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]
        for line in block["examples"].splitlines()
    ]
