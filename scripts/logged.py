"""Run a command with its output in logs/NAME.log, and show that only if it fails.

`python -m scripts.logged NAME -- COMMAND…`; a command `rasa …` is this environment's.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOGS = ROOT / "logs"
SHOWN_LINES = 20  # enough for Rasa's last warning and the error under it


def run_logged(name: str, command: Sequence[str]) -> bool:
    """Run `command` in the project's root and say whether it succeeded."""
    LOGS.mkdir(exist_ok=True)
    log = LOGS / f"{name}.log"
    if command[0] == "rasa":
        command = [sys.executable, "-m", *command]
    started = time.monotonic()
    with log.open("w") as output:
        status = subprocess.run(
            command, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT
        ).returncode
    if status == 0:
        print(f"{name}: done in {time.monotonic() - started:.0f} s", flush=True)
        return True
    print(f"{name}: failed (exit status {status}). {last_lines(log)}", file=sys.stderr)
    return False


def last_lines(log: Path, count: int = SHOWN_LINES) -> str:
    """The end of a log with the place where the whole of it is."""
    lines = log.read_text(errors="replace").splitlines() if log.exists() else []
    shown = "\n".join(f"  {line}" for line in lines[-count:]) or "  (it is empty)"
    return f"The end of {shorten(log)}:\n{shown}"


def shorten(path: Path) -> Path:
    """The path as a developer in the project's root would type it."""
    return path.relative_to(ROOT) if path.is_relative_to(ROOT) else path


def main(arguments: list[str]) -> int:
    match arguments:
        case [name, "--", *command] if command:
            return 0 if run_logged(name, command) else 1
    print("usage: python -m scripts.logged NAME -- COMMAND…", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
