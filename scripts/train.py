"""Train models/partners.tar.gz, unless what it is made from is still the same."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

from scripts.knowledge import knowledge_problem
from scripts.logged import ROOT, run_logged

MODEL = ROOT / "models" / "partners.tar.gz"
TRAINED_FROM = MODEL.with_name("partners.inputs")
# Without tests/, actions/ and what else extends Rasa: they don't change a model.
INPUTS = ("config.yml", "domain.yml", "data", "extensions/nlu", "partners", "knowledge")
LOCK = "requirements/default.lock"  # another scikit-learn may not read the old model


def main() -> int:
    if problem := knowledge_problem():
        print(problem, file=sys.stderr)
        return 1
    # Contents, not times: a fresh clone or a change of branch touches every file.
    inputs = fingerprint(ROOT)
    if MODEL.exists() and TRAINED_FROM.exists() and TRAINED_FROM.read_text() == inputs:
        return 0
    print("Training, since something has changed; this takes a minute.", flush=True)
    if not run_logged("train", ["rasa", "train", "--fixed-model-name", "partners"]):
        return 1
    TRAINED_FROM.write_text(inputs)
    return 0


def fingerprint(root: Path) -> str:
    """A digest of every file that goes into the model, with its path."""
    digest = hashlib.sha256()
    for path in sorted(input_files(root)):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{path.relative_to(root)} {content}\n".encode())
    return digest.hexdigest()


def input_files(root: Path) -> Iterator[Path]:
    for name in (*INPUTS, LOCK):
        path = root / name
        found = path.rglob("*") if path.is_dir() else [path]
        yield from (file for file in found if file.is_file() and file.suffix != ".pyc")


if __name__ == "__main__":
    sys.exit(main())
