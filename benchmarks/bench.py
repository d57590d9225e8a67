"""`make bench`: measure this assistant, stock Rasa and nlp.js, one after the other.

`make bench-quick` (`--quick`) measures ours only, in short, and takes the figures of
the others from the last whole run.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from benchmarks import nlpjs, ours, stock
from benchmarks.bots import Bot
from benchmarks.commands import Took, figures_of, our_python
from benchmarks.goals import MANY, NLPJS, OURS, STOCK
from benchmarks.measure import LAST_TURN, Figures, Plan, measure
from benchmarks.places import WORK, CannotMeasure
from benchmarks.results import Results, load_results, others_of, this_machine
from benchmarks.sizes import installed_megabytes, megabytes
from scripts.child import ChildDied
from scripts.install import SITE_PACKAGES
from scripts.logged import ROOT

WHOLE, QUICK = "bench", "bench-quick"
SOME, MOST = 1000, 10_000  # partners
FULL = Plan(rounds=10, turns=LAST_TURN, crowd_seconds=20, starts=3)
STOCK_PLAN = Plan(rounds=5, turns=LAST_TURN, crowd_seconds=20)
SHORT = Plan(rounds=5, turns=LAST_TURN, crowd_seconds=8)
SIZE_ONLY = Plan(rounds=5, turns=0, crowd_seconds=0)

Bots = dict[str, Figures]


def main(arguments: list[str]) -> int:
    """Measure, keep the results and print them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="ours only, in short")
    quick = parser.parse_args(arguments).quick
    name, work = (QUICK, measure_quick) if quick else (WHOLE, measure_whole)
    WORK.mkdir(exist_ok=True)
    bots: Bots = {}
    started, status = time.monotonic(), 0
    try:
        work(bots)
    except (CannotMeasure, ChildDied) as error:
        print(error, file=sys.stderr)
        # What was measured till then took minutes, and may tell why.
        name, status = f"{name}-unfinished", 1
    minutes = (time.monotonic() - started) / 60
    note = this_machine() + (others_note() if quick else "")
    text = Results(note, bots, round(minutes, 1)).save(name)
    print(f"\n{text}\nresults/{name}.json, .md and .png; {minutes:.1f} minutes")
    return status


def others_note() -> str:
    """When the figures that a quick run takes over were measured."""
    last = load_results(WHOLE)
    return f"\nStock Rasa and nlp.js are of an earlier run: {last.note}" if last else ""


def measure_quick(bots: Bots) -> None:
    """Ours, with the project's knowledge and with much, by one model."""
    bots |= others_of(load_results(WHOLE))
    bot, bots[OURS] = ours.prepare(), Figures()
    note_training(bots[OURS], ours.train(bot))
    measure_ours(bot, bots[OURS], SHORT)
    many, bots[MANY] = ours.prepare(MOST), Figures()
    ours.use_model(many, bot)
    measure_with_knowledge(many, bots[MANY])


def measure_whole(bots: Bots) -> None:
    """Every bot, each trained from nothing."""
    stock.install()
    measure_stock(bots)
    measure_nlpjs(bots)
    bot, bots[OURS] = ours.prepare(), Figures()
    note_training(bots[OURS], ours.train(bot))
    measure_ours(bot, bots[OURS], FULL)
    some = ours.prepare(SOME)
    bots[some.name] = Figures()  # for the plot, by the model of the real knowledge
    ours.use_model(some, bot)
    measure_with_knowledge(some, bots[some.name])
    many, bots[MANY] = ours.prepare(MOST), Figures()
    note_training(bots[MANY], ours.train(many))
    measure_with_knowledge(many, bots[MANY])


def measure_ours(bot: Bot, figures: Figures, plan: Plan) -> None:
    """This project with its own knowledge."""
    say(bot.name)
    lock = ROOT / "requirements" / "default.lock"
    model = ours.model_of(bot)
    figures.update(
        model_mb=megabytes(model),
        installed_mb=installed_megabytes(SITE_PACKAGES, lock),
    )
    measure(bot, plan, figures)
    figures.update(components_ms=components(bot, our_python(), str(model)))


def measure_with_knowledge(bot: Bot, figures: Figures) -> None:
    """This project with much knowledge: questions, and the loading by itself."""
    say(bot.name)
    figures.update(
        **figures_of("benchmarks.loading", [], our_python(), bot.folder),
        model_mb=megabytes(ours.model_of(bot)),
    )
    measure(bot, SIZE_ONLY, figures)


def measure_stock(bots: Bots) -> None:
    """Stock Rasa, with the project's knowledge and with much behind its actions."""
    bot, figures = stock.prepare(), Figures()
    bots[STOCK] = figures
    note_training(figures, stock.train(bot))
    say(bot.name)
    model = stock.model_file(bot.folder)
    figures.update(
        model_mb=megabytes(model),
        installed_mb=installed_megabytes(stock.SITE_PACKAGES, stock.LOCK),
    )
    measure(bot, STOCK_PLAN, figures)
    figures.update(components_ms=components(bot, stock.PYTHON, str(model)))
    many = stock.prepare(MOST)
    say(many.name)
    bots[many.name] = Figures()
    measure(many, SIZE_ONLY, bots[many.name])


def measure_nlpjs(bots: Bots) -> None:
    """The nlp.js bot; without Node it is left out, and the table shows no figures."""
    try:
        nlpjs.install()
    except CannotMeasure as error:
        print(f"nlp.js is left out: {error}", file=sys.stderr)
        return
    bot, figures = nlpjs.prepare(), Figures()
    note_training(figures, nlpjs.train())
    say(bot.name)
    figures.update(
        model_mb=megabytes(nlpjs.MODEL), installed_mb=megabytes(nlpjs.PACKAGES)
    )
    measure(bot, FULL, figures)
    bots[NLPJS] = figures


def note_training(figures: Figures, took: Took) -> None:
    """Put down what the training took."""
    figures.update(train_s=took.wall, train_cpu_s=took.cpu)


def components(bot: Bot, python: Path, model: str) -> dict[str, float]:
    """What a message spends in each component of a bot's pipeline."""
    found: dict[str, float] = figures_of(
        "benchmarks.components", [model], python, bot.folder
    )
    return found


def say(name: str) -> None:
    """Tell which bot is at work."""
    print(f"measuring {name}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
