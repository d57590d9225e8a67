"""Fail on any wrong intent of the held-out file, and if that holds no example.

`rasa test nlu` itself ends with success whatever it predicted.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

from scripts.logged import ROOT, run_logged
from scripts.train import MODEL

HELD_OUT = ROOT / "tests" / "nlu" / "test_nlu.yml"
RESULTS = ROOT / "results" / "nlu"


def main() -> int:
    # Rasa writes no file of errors when there are none: an old one would be read.
    shutil.rmtree(RESULTS, ignore_errors=True)
    command = ["rasa", "test", "nlu", "--nlu", str(HELD_OUT), "--model", str(MODEL)]
    if not run_logged("test-nlu", [*command, "--out", str(RESULTS), "--no-plot"]):
        return 1
    problems = find_problems(RESULTS)
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def find_problems(results: Path) -> list[str]:
    """What Rasa's reports hold against the model, one line each."""
    report = _read(results / "intent_report.json", default={})
    if not report.get("macro avg", {}).get("support"):
        return ["rasa test nlu found no example with an intent in tests/nlu"]
    errors = _read(results / "intent_errors.json", default=[])
    return [
        f"{error['text']!r}: {error['intent']} was expected, "
        f"{error['intent_prediction']['name']} was predicted "
        f"({error['intent_prediction']['confidence']:.2f})"
        for error in errors
    ]


def _read(path: Path, default: Any) -> Any:
    return json.loads(path.read_text()) if path.exists() else default


if __name__ == "__main__":
    sys.exit(main())
