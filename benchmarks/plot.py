"""Draw latency against turn number and against knowledge size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.figures import smoothed
from benchmarks.goals import NLPJS, OURS, STOCK, Bots

WINDOW = 10  # turns: as many as there are questions
REAL_PARTNERS = 23
STYLES = {OURS: ("ours", "C0"), STOCK: ("stock Rasa", "C3"), NLPJS: ("nlp.js", "C2")}

Line = Sequence[tuple[int, float]]


def turn_lines(bots: Bots) -> dict[str, Line]:
    """Of each bot that had a long conversation: turn and milliseconds."""
    return {
        name: smoothed(bots[name].turns_ms, WINDOW)
        for name in STYLES
        if name in bots and len(bots[name].turns_ms) >= WINDOW
    }


def size_lines(bots: Bots) -> dict[str, Line]:
    """Of each bot that was given much knowledge: partners and milliseconds."""
    lines: dict[str, list[tuple[int, float]]] = {}
    for name, figures in bots.items():
        base, _, partners = name.partition("-")
        if figures.new_ms is not None and base in (OURS, STOCK):
            size = int(partners or REAL_PARTNERS)
            lines.setdefault(base, []).append((size, figures.new_ms))
    return {name: sorted(line) for name, line in lines.items() if len(line) > 1}


def draw(bots: Bots, note: str, path: Path) -> None:
    """Write both plots side by side as one PNG."""
    import matplotlib

    matplotlib.use("Agg")  # no screen is needed
    from matplotlib import pyplot

    figure, (left, right) = pyplot.subplots(1, 2, figsize=(11, 4), sharey=True)
    panel(left, turn_lines(bots), "turn of one conversation")
    panel(right, size_lines(bots), "partners known", marker="o")
    left.set_ylabel("p50 of a question (ms)")
    left.set_yscale("log")
    right.set_xscale("log")
    figure.text(0.99, 0.01, note, ha="right", fontsize=7, color="0.4")
    figure.tight_layout(rect=(0, 0.03, 1, 1))
    figure.savefig(path, dpi=110)
    pyplot.close(figure)


def panel(axes: Any, lines: Mapping[str, Line], label: str, marker: str = "") -> None:
    """Draw lines into one half."""
    for name, line in lines.items():
        title, colour = STYLES[name]
        turns, spent = zip(*line, strict=True)
        axes.plot(turns, spent, label=title, color=colour, marker=marker)
    axes.set_xlabel(label)
    axes.grid(True, which="both", alpha=0.2)
    if lines:
        axes.legend()
