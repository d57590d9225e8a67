"""Measure the relation classifier on CLINC150, public data for strange questions.

Each row of the table is in-scope accuracy / out-of-scope recall on the test rows, with
the threshold that is best on the validation rows.  The paper (Larson et al., 2019)
counts every validation row once; the weighted rule counts an out-of-scope row ten
times, as there are 3,000 rows in scope and 100 out of it.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from partners.classifier import RelationClassifier, Score

STRANGE = "oos"
SOURCE = "data/data_full.json of the public repository clinc/oos-eval"
Rows = Sequence[tuple[str, str]]
CONFIDENCES: dict[str, Callable[[Score], float]] = {
    "decision": lambda score: score.decision,
    "decision + near": lambda score: score.decision + score.near,
    "decision + near + coverage": lambda score: score.candidates[0].confidence,
}


@dataclass(frozen=True)
class Outcome:
    """Of each row: is it in scope, is the intent right, how sure is the classifier."""

    inside: npt.NDArray[np.bool_]
    right: npt.NDArray[np.bool_]
    sure: npt.NDArray[np.float64]

    def accuracy(self, threshold: float) -> float:
        """The share of in-scope rows that get their intent."""
        return float((self.right & (self.sure >= threshold))[self.inside].mean())

    def recall(self, threshold: float) -> float:
        """The share of out-of-scope rows that are turned down."""
        return float((self.sure < threshold)[~self.inside].mean())

    def threshold(self, weight: int) -> float:
        """The best threshold if an out-of-scope row counts `weight` times.

        Of equally good ones the highest, which lets fewer strange questions pass.
        """
        inside, outside = self.inside.sum(), (~self.inside).sum() * weight

        def value(threshold: float) -> tuple[float, float]:
            right = self.accuracy(threshold) * inside + self.recall(threshold) * outside
            return round(right, 6), threshold

        limits: list[float] = self.sure[np.isfinite(self.sure)].tolist()
        return max(limits, key=value)


def outcome(
    rows: Rows, scores: Sequence[Score], confidence: Callable[[Score], float]
) -> Outcome:
    """Hold `scores` against the true labels; the strange class is never sure."""
    said = [score.candidates[0].intent for score in scores]
    sure = [
        -np.inf if intent == STRANGE else confidence(score)
        for intent, score in zip(said, scores, strict=True)
    ]
    right = [intent == label for intent, (_, label) in zip(said, rows, strict=True)]
    inside = [label != STRANGE for _, label in rows]
    return Outcome(np.array(inside), np.array(right), np.array(sure))


def measure(train: Rows, validation: Rows, test: Rows) -> list[str]:
    """Train, and make a line of figures for each kind of confidence."""
    start = time.perf_counter()
    model = RelationClassifier.fit([t for t, _ in train], [label for _, label in train])
    trained = time.perf_counter()
    chosen = [model.score(text) for text, _ in validation]
    tested = [model.score(text) for text, _ in test]
    each = (time.perf_counter() - trained) / (len(chosen) + len(tested))
    lines = [f"  trained in {trained - start:.0f} s, {each * 1000:.2f} ms a message"]
    for name, confidence in CONFIDENCES.items():
        known = outcome(validation, chosen, confidence)
        found = outcome(test, tested, confidence)
        cells = [
            f"{found.accuracy(limit):8.1%} / {found.recall(limit):.1%}"
            for limit in (known.threshold(1), known.threshold(10))
        ]
        lines.append(f"  {name:28}" + "".join(f"{cell:>20}" for cell in cells))
    return lines


def main(arguments: Sequence[str]) -> int:
    """Print the table; the exit code says whether there was anything to measure."""
    if len(arguments) != 1 or not Path(arguments[0]).is_file():
        named = arguments[0] if arguments else "no file named"
        print(f"{named}: give the path of {SOURCE}", file=sys.stderr)
        return 1
    data = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    validation, test = data["val"] + data["oos_val"], data["test"] + data["oos_test"]
    print(f"{'':30}{'paper rule':>20}{'weighted rule':>20}")
    for name, train in (
        ("with the 100 out-of-scope rows", data["train"] + data["oos_train"]),
        ("without out-of-scope rows", data["train"]),
    ):
        print(f"{name}:", *measure(train, validation, test), sep="\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
