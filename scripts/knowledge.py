"""Stop early, in one line, when the knowledge files are broken."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def knowledge_problem() -> str | None:
    """One line on what is wrong with knowledge/, or nothing."""
    # As a command of its own: it is the very check that `make check` runs.
    check = subprocess.run(
        [sys.executable, "-m", "partners.check"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if check.returncode == 0:
        return None
    problems = check.stdout.strip().splitlines() or ["partners.check said nothing"]
    # A list of problems is read from its first line, a trace from its last.
    worst = problems[-1] if problems[0].startswith("Traceback") else problems[0]
    return f"{worst}  (`make knowledge` lists every problem of the knowledge files.)"
