"""The goals: what each figure is held against, as data, and whether it is reached."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.measure import Figures

Bots = Mapping[str, Figures]

OURS, STOCK, NLPJS, MANY = "ours", "stock", "nlpjs", "ours-10000"


@dataclass(frozen=True)
class Goal:
    """One row: a figure of a bot of ours, and what it may be at most, or at least.

    `factor` is of the same figure of `of`, or of the figure `of_figure` of it; without
    `of` it is the limit itself.
    """

    what: str
    unit: str
    figure: str
    factor: float | None = None
    of: str | None = None
    says: str = ""
    bot: str = OURS
    of_figure: str | None = None
    at_least: bool = False

    def value(self, bots: Bots) -> float | None:
        """What was measured."""
        return figure_of(bots, self.bot, self.figure)

    def limit(self, bots: Bots) -> float | None:
        """What it is held against; None where that was not measured, or is no goal."""
        if self.factor is None or self.of is None:
            return self.factor
        base = figure_of(bots, self.of, self.of_figure or self.figure)
        return None if base is None else self.factor * base

    def reached(self, bots: Bots) -> bool | None:
        """Whether the goal is reached; None where that can't be told."""
        value, limit = self.value(bots), self.limit(bots)
        if value is None or limit is None:
            return None
        return value >= limit if self.at_least else value <= limit


def figure_of(bots: Bots, bot: str, figure: str) -> float | None:
    """One figure of one bot; None where it was not measured."""
    found = getattr(bots[bot], figure) if bot in bots else None
    return None if found is None else float(found)


_KNOW = "10,000 partners, 100,000 facts: "

GOALS = (
    Goal(
        "p50 of a question in a new conversation, answered by a custom action",
        *("ms", "new_ms", 1 / 14, STOCK, "≤ 1/14 of stock"),
    ),
    Goal("the same", "ms", "new_ms", 1.0, NLPJS, "≤ nlp.js"),
    Goal("p95 of the same", "ms", "new_p95_ms"),
    Goal(
        "p50 at turn 300 of one conversation",
        *("ms", "late_ms", 1.3, OURS, "≤ 1.3 × our turn 1"),
        of_figure="new_ms",
    ),
    Goal(
        "questions answered in a second, 16 visitors at once",
        *("/s", "throughput", 12.0, STOCK, "≥ 12 × stock"),
        at_least=True,
    ),
    Goal("right answers to these questions", "%", "right_percent"),
    Goal("questions without an answer", "", "errors", 0, says="none"),
    Goal(
        "start to the first right answer",
        "s",
        "start_s",
        1 / 15,
        STOCK,
        "≤ 1/15 of stock",
    ),
    Goal(
        "memory of all that `make run` starts",
        "MB",
        "memory_mb",
        1 / 6,
        STOCK,
        "≤ 1/6 of stock",
    ),
    Goal("training from nothing", "s", "train_s", 1 / 12, STOCK, "≤ 1/12 of stock"),
    Goal("the same, of all cores together", "s", "train_cpu_s"),
    Goal("model file", "MB", "model_mb", 3.0, says="≤ 3 MB"),
    Goal("installed packages", "MB", "installed_mb", 1 / 3, STOCK, "≤ 1/3 of stock"),
    Goal(_KNOW + "p50", "ms", "new_ms", 1.3, OURS, "≤ 1.3 × ours with 23", MANY),
    Goal(_KNOW + "memory", "MB", "memory_mb", 400.0, says="< 400 MB", bot=MANY),
    Goal(_KNOW + "loading the files", "s", "load_s", 5.0, says="< 5 s", bot=MANY),
    Goal(_KNOW + "building what answers from them", "s", "build_s", bot=MANY),
    Goal(_KNOW + "start to the first right answer", "s", "start_s", bot=MANY),
    Goal(_KNOW + "training", "s", "train_s", 3.0, OURS, "< 3 × ours with 23", MANY),
)
