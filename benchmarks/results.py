"""Keep the results: JSON, the tables and the plot, with the machine and the date."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from dataclasses import asdict, dataclass
from datetime import datetime, timezone
from pathlib import Path

from benchmarks.goals import GOALS, OURS, Bots
from benchmarks.measure import Figures
from benchmarks.places import RESULTS
from benchmarks.plot import draw
from benchmarks.table import component_tables, table
from scripts.logged import ROOT


@dataclass(frozen=True)
class Results:
    """All figures of one run, and what they are from."""

    note: str
    bots: dict[str, Figures]
    minutes: float = 0.0

    def save(self, name: str, folder: Path = RESULTS) -> str:
        """Write NAME.json, NAME.md and NAME.png; return the text of the tables."""
        folder.mkdir(exist_ok=True)
        held = {**asdict(self), "goals": reached(self.bots)}
        (folder / f"{name}.json").write_text(json.dumps(held, indent=1) + "\n")
        parts = (table(self.bots), component_tables(self.bots), self.note)
        text = "\n".join(part for part in parts if part) + "\n"
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
        draw(self.bots, self.note, folder / f"{name}.png")
        return text


def load_results(name: str, folder: Path = RESULTS) -> Results | None:
    """What an earlier run left; None where there is none."""
    path = folder / f"{name}.json"
    if not path.exists():
        return None
    held = json.loads(path.read_text())
    bots = {bot: Figures(**figures) for bot, figures in held["bots"].items()}
    return Results(held["note"], bots, held["minutes"])


def others_of(results: Results | None) -> Bots:
    """The figures of the bots that are not ours."""
    bots = results.bots if results else {}
    return {name: found for name, found in bots.items() if not name.startswith(OURS)}


def reached(bots: Bots) -> dict[str, bool | None]:
    """Each goal by its words, and whether it is reached."""
    return {f"{goal.what} {goal.says}".strip(): goal.reached(bots) for goal in GOALS}


def this_machine() -> str:
    """One line on when, where and on what these figures were measured."""
    now = datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M UTC")
    head = ["git", "describe", "--always", "--dirty"]
    commit = subprocess.run(head, cwd=ROOT, capture_output=True, text=True).stdout
    return (
        f"Measured {now} at {commit.strip() or 'no commit'}: "
        f"{os.cpu_count()} cores ({cpu_model()}), Python {platform.python_version()}; "
        "the client shares the cores with what it measures."
    )


def cpu_model() -> str:
    """The processor, as Linux names it."""
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()
