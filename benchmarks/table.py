"""The results as tables in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from benchmarks.goals import GOALS, NLPJS, OURS, STOCK, Bots, Goal, figure_of

HEAD = ("what", "ours", "stock Rasa", "ratio", "nlp.js", "goal", "reached")
VERDICTS = {True: "yes", False: "**no**", None: ""}


def table(bots: Bots, goals: Iterable[Goal] = GOALS) -> str:
    """Each goal with our figure beside the others'."""
    return markdown(HEAD, [row(goal, bots) for goal in goals])


def row(goal: Goal, bots: Bots) -> list[str]:
    """One goal: our figure, stock's, how many times that is ours, and the goal."""
    ours = goal.value(bots)
    # Stock with much knowledge is measured in one figure only, our own in all.
    stock_bot = STOCK if goal.bot == OURS else goal.bot.replace(OURS, STOCK)
    stock = figure_of(bots, stock_bot, goal.figure)
    nlpjs = figure_of(bots, NLPJS, goal.figure) if goal.bot == OURS else None
    said = [shown(one, goal.unit) for one in (ours, stock, nlpjs)]
    verdict = VERDICTS[goal.reached(bots)]
    return [
        goal.what,
        said[0],
        said[1],
        ratio(ours, stock),
        said[2],
        goal.says,
        verdict,
    ]


def component_tables(bots: Bots) -> str:
    """What a message spends in each component, in the order in which they run."""
    parts = []
    for name, title in ((OURS, "ours"), (STOCK, "stock Rasa")):
        spent = bots[name].components_ms if name in bots else {}
        if spent:
            rows = [[part, f"{ms:.3f}"] for part, ms in spent.items()]
            rows.append(["all", f"{sum(spent.values()):.3f}"])
            parts.append(markdown((f"component, {title}", "ms a message"), rows))
    return "\n".join(parts)


def shown(value: float | None, unit: str) -> str:
    """A figure with three digits and its unit."""
    if value is None:
        return ""
    digits = 0 if value >= 100 or value == int(value) else 1 if value >= 10 else 2
    return f"{value:,.{digits}f} {unit}".strip()


def ratio(ours: float | None, stock: float | None) -> str:
    """How often the smaller of the two goes into the larger, seen from ours."""
    if not ours or not stock:
        return ""
    return f"1/{stock / ours:.1f}" if stock >= ours else f"{ours / stock:.1f} ×"


def markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table; all columns but the first to the right."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
