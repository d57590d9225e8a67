"""Where the benchmark works and where it leaves what it found."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from scripts.logged import ROOT

WORK = ROOT / ".bench"  # environments, models and copies of the project; ignored by git
RESULTS = ROOT / "results"
LEFT_OUT = ("tests", "benchmarks/nlpjs")


class CannotMeasure(Exception):
    """Something that the benchmark needs is missing or fails; says what and why."""


def copy_project(target: Path) -> Path:
    """Copy every file of the project that git would keep, as it is now, to `target`.

    A copy can be trained from nothing and given other knowledge, while the project and
    a server that runs from it stay as they are.
    """
    shutil.rmtree(target, ignore_errors=True)
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(
        [*command, "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    for name in filter(None, listed.stdout.split("\0")):
        if not name.startswith(LEFT_OUT) and (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
    return target
