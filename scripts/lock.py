"""Write requirements/*.lock: exact versions with hashes, split so that none repeats.

default.lock is the assistant without TensorFlow, test.lock the tools that check it, and
full.lock what requirements/leave-out.txt keeps out of the default install.  stock.lock
is by itself: the whole of a stock project, for `make bench`.
Versions stay as they are unless an .in file asks for others; `--upgrade` takes the
newest.  Resolved for Linux, where this is run and tested.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import venv
from collections.abc import Sequence
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "requirements"
LOCKS = ("default", "test", "full")
STOCK = FOLDER / "stock.lock"
HEADER = (
    "# Written by scripts/lock.py from the .in files: edit those, then `make lock`.\n"
)

Pins = dict[str, str]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--upgrade", action="store_true", help="take newest versions")
    upgrade = parser.parse_args().upgrade
    try:
        run, every, stock = resolve(upgrade)
        locks = {**split(run, every, leave_out()), "stock": stock}
    except (ValueError, subprocess.CalledProcessError) as error:
        print(f"requirements: {error}", file=sys.stderr)
        return 1
    for name, pins in locks.items():
        (FOLDER / f"{name}.lock").write_text(HEADER + "".join(pins.values()))
        print(f"requirements/{name}.lock: {len(pins)} packages")
    return 0


def resolve(upgrade: bool) -> tuple[Pins, Pins, Pins]:
    """What the project needs to run, that plus what its tests need, and stock Rasa."""
    with tempfile.TemporaryDirectory() as scratch:
        # uv resolves Rasa's many pins in seconds; nothing but this script needs it,
        # hence a venv of its own.
        venv.create(scratch, symlinks=True, with_pip=True)
        python = Path(scratch, "bin", "python")
        subprocess.run([python, "-m", "pip", "install", "--quiet", "uv"], check=True)
        every, run, stock = (
            Path(scratch, f"{n}.lock") for n in ("every", "run", "stock")
        )
        if not upgrade:  # uv keeps the versions that it finds in its output file
            every.write_text("".join(path.read_text() for path in existing()))
            stock.write_text(STOCK.read_text())
        sources = [FOLDER / "default.in", FOLDER / "test.in"]
        compile_lock(python, sources, every)
        compile_lock(python, [sources[0], "--constraint", every], run)
        compile_lock(python, [FOLDER / "stock.in"], stock)
        run_pins, every_pins, stock_pins = (
            read_pins(lock.read_text()) for lock in (run, every, stock)
        )
        return run_pins, every_pins, stock_pins


def existing() -> list[Path]:
    paths = [FOLDER / f"{name}.lock" for name in LOCKS]
    return [path for path in paths if path.exists()]


def compile_lock(python: Path, sources: Sequence[Path | str], output: Path) -> None:
    # No header and no annotations: they would hold paths of this machine.
    options = ["--quiet", "--generate-hashes", "--no-header", "--no-annotate"]
    command = [python, "-m", "uv", "pip", "compile", *options, *sources, "-o", output]
    subprocess.run([*command, "--python", sys.executable], check=True)


def read_pins(text: str) -> Pins:
    """Each package's lines of a lock, by its normalised name."""
    blocks = re.findall(r"^[^\s#].*\n(?:[ \t]+.*\n)*", text, flags=re.MULTILINE)
    return {normalise(block.partition("==")[0]): block for block in blocks}


def leave_out() -> set[str]:
    lines = (FOLDER / "leave-out.txt").read_text().splitlines()
    return {normalise(line) for line in lines if line and not line.startswith("#")}


def normalise(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name.strip()).lower()


def split(run: Pins, every: Pins, left_out: set[str]) -> dict[str, Pins]:
    """Part the pins into the three locks."""
    if unknown := left_out - run.keys():
        names = ", ".join(sorted(unknown))
        raise ValueError(f"leave-out.txt: nothing needs {names}: remove the line")
    return {
        "default": {n: pin for n, pin in run.items() if n not in left_out},
        "test": {n: pin for n, pin in every.items() if n not in run},
        "full": {n: pin for n, pin in run.items() if n in left_out},
    }


if __name__ == "__main__":
    sys.exit(main())
