"""A stock Rasa project with our data, rules and actions, in an environment of its own.

It is what `rasa init` gives: default pipeline and policies, conversations in memory,
the actions in a server of their own.  Its figures are rather too good than too bad: it
is trained on a sample of our examples (all 10,000 take DIET an hour), and TED, which
finds rules and no stories to learn from, has nothing to do.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import venv
from dataclasses import asdict
from pathlib import Path

import yaml

from benchmarks.annotate import annotate_folder
from benchmarks.bots import Bot, Server, free_port
from benchmarks.commands import Took, timed_run
from benchmarks.knowledge import write_knowledge
from benchmarks.places import WORK
from benchmarks.questions import load_questions
from scripts.client import HOST
from scripts.logged import ROOT

EXAMPLES_EACH = 6  # of an intent in a file: about 600, more than Rasa's own demos have
LOCK = ROOT / "requirements" / "stock.lock"
ENVIRONMENT = WORK / "stock-env"
PYTHON = ENVIRONMENT / "bin" / "python"
SITE_PACKAGES = ENVIRONMENT / "lib" / "python3.10" / "site-packages"
RASA_INIT = SITE_PACKAGES / "rasa/cli/initial_project"
FROM_RASA_INIT = ("config.yml", "credentials.yml")
OURS = (
    *("domain.yml", "data/rules", "data/responses", "data/cues", "actions"),
    *("partners", "knowledge", "benchmarks/__init__.py", "benchmarks/components.py"),
    *("benchmarks/questions.py", "benchmarks/questions.yml"),
)
MODELS = WORK / "stock-models"


def install() -> None:
    """Set up the environment, unless it is there from this very lock."""
    stamp, lock = ENVIRONMENT / "installed-from", digest([LOCK])
    if stamp.exists() and stamp.read_text() == lock:
        return
    print("Setting up stock Rasa (2.8 GB): this takes some minutes, once.", flush=True)
    venv.create(ENVIRONMENT, clear=True, symlinks=True, with_pip=True)
    options = ["install", "--no-deps", "--require-hashes", f"--requirement={LOCK}"]
    pip = (PYTHON, "-m", "pip", "--disable-pip-version-check")
    timed_run("stock-install", (*pip, *options), ROOT)
    # As in .venv: plain `rasa test` would take them for stories about our bot.
    (RASA_INIT / "tests" / "test_stories.yml").unlink()
    stamp.write_text(lock)


def prepare(partners: int | None = None) -> Bot:
    """Make the project, with knowledge of so many partners if that is asked for."""
    name = "stock" if partners is None else f"stock-{partners}"
    folder = WORK / name
    shutil.rmtree(folder, ignore_errors=True)
    annotate_folder(ROOT / "data" / "nlu", folder / "data" / "nlu", EXAMPLES_EACH)
    for file in FROM_RASA_INIT:
        shutil.copy2(RASA_INIT / file, folder / file)
    for ours in OURS:
        copy(ROOT / ours, folder / ours)
    if partners is not None:
        shutil.rmtree(folder / "knowledge")
        write_knowledge(ROOT / "knowledge", folder / "knowledge", partners)
    port, actions = free_port(), str(free_port())
    # In the endpoints.yml of `rasa init` everything is commented out.
    endpoints = {"action_endpoint": {"url": f"http://{HOST}:{actions}/webhook"}}
    (folder / "endpoints.yml").write_text(yaml.safe_dump(endpoints))
    return Bot(name, folder, servers(folder, port, actions), port, load_questions())


def servers(folder: Path, port: int, actions: str) -> tuple[Server, ...]:
    """The two servers that Rasa's documentation says to start."""
    rasa = (str(PYTHON), "-m", "rasa", "run")
    # Loopback: the action server would listen to the whole network.
    on_loopback = {"SANIC_HOST": HOST}
    model = ("--model", str(model_file(folder)))
    return (
        Server("actions", (*rasa, "actions", "--port", actions), on_loopback),
        Server("rasa", (*rasa, "--interface", HOST, "--port", str(port), *model)),
    )


def train(bot: Bot) -> Took:
    """Train, unless there is a model from the same inputs; then what that one took."""
    model = model_file(bot.folder)
    took = MODELS / f"{bot.name}-{model.name.partition('.')[0]}.json"
    if model.exists() and took.exists():
        return Took(**json.loads(took.read_text()))
    print("Training stock Rasa: this takes some minutes, once.", flush=True)
    MODELS.mkdir(parents=True, exist_ok=True)
    options = ("--out", MODELS, "--fixed-model-name", model.name.partition(".")[0])
    command: tuple[str | Path, ...] = (PYTHON, "-m", "rasa", "train", *options)
    found = timed_run("stock-train", command, bot.folder)
    took.write_text(json.dumps(asdict(found)))
    return found


def model_file(folder: Path) -> Path:
    """The model of a stock project, named after all that it is trained from."""
    data = sorted((folder / "data").rglob("*.yml"))
    # Rasa trains from no cues: only our actions read them.
    trained_from = [folder / "domain.yml", *(f for f in data if "cues" not in f.parts)]
    trained_from += [RASA_INIT / "config.yml", LOCK]
    return MODELS / f"{digest(trained_from)}.tar.gz"


def digest(files: list[Path]) -> str:
    """A short name for the contents of files."""
    found = hashlib.sha256()
    for file in files:
        found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.hexdigest()[:16]


def copy(source: Path, target: Path) -> None:
    """Copy a file or a folder."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copy2(source, target)
