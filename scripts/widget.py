"""Bring what the widget needs from npm, by its lock, unless that is there already.

Without it the assistant runs as well, only without its page: hence never an error.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from pathlib import Path

from scripts.logged import ROOT, run_logged

WIDGET = ROOT / "widget"
WITHOUT = "the assistant runs without its web page"


def main() -> int:
    lock = WIDGET / "package-lock.json"
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    if is_installed(wanted):
        return 0
    npm = shutil.which("npm")
    if npm is None:
        what = f"npm is not found, so {WITHOUT}: install Node.js 18 or newer with npm"
        print(what, file=sys.stderr)
        return 0
    # No scripts of packages: what we take from them are files, and nothing to be run.
    command = [npm, "--prefix", str(WIDGET), "ci", "--ignore-scripts"]
    if run_logged("widget", command):
        stamp().write_text(wanted)
    else:
        print(f"Until that is mended {WITHOUT}.", file=sys.stderr)
    return 0


def stamp() -> Path:
    """The file that tells which lock was installed; it goes with the rest."""
    return WIDGET / "node_modules" / ".installed-lock"


def is_installed(wanted: str) -> bool:
    return stamp().exists() and stamp().read_text() == wanted


if __name__ == "__main__":
    sys.exit(main())
