"""Run a command of a bot and count the time that it takes, on the clock and the CPU."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.bots import environ_of
from benchmarks.places import CannotMeasure
from scripts.logged import LOGS, last_lines


@dataclass(frozen=True)
class Took:
    """Seconds on the clock, and of all cores together."""

    wall: float
    cpu: float


def timed_run(name: str, command: Sequence[str | Path], folder: Path) -> Took:
    """Run `command` in `folder` with its output in a log."""
    LOGS.mkdir(exist_ok=True)
    log = LOGS / f"bench-{name}.log"
    cpu, started = _cpu_of_children(), time.perf_counter()
    with log.open("w") as output:
        status = subprocess.run(
            command,
            cwd=folder,
            env={**os.environ, **environ_of(folder)},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        ).returncode
    if status != 0:
        raise CannotMeasure(f"{name}: exit status {status}. {last_lines(log)}")
    return Took(time.perf_counter() - started, _cpu_of_children() - cpu)


def figures_of(
    module: str, arguments: Sequence[str], python: Path, folder: Path
) -> Any:
    """What one of our own modules prints as its last line, run in a bot's place."""
    command = (str(python), "-W", "ignore", "-m", module, *arguments)
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **environ_of(folder)},
        capture_output=True,
        text=True,
    )
    if done.returncode != 0:
        raise CannotMeasure(f"{module} fails in {folder.name}: {done.stderr[-1000:]}")
    return json.loads(done.stdout.splitlines()[-1])


def our_python() -> Path:
    """The Python of our own environment."""
    return Path(sys.executable)


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
