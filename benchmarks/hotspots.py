"""What a profile says: the time by module and by function."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from scripts.logged import ROOT

SHOWN = 25

Function = tuple[str, int, str]
Spent = tuple[int, int, float, float]
Stats = Mapping[Function, tuple[int, int, float, float, Mapping[Function, Spent]]]
"""As `pstats.Stats.stats`: calls, seconds itself, seconds in all, and by caller."""


def report(stats: Stats, questions: int) -> Iterator[str]:
    """Lines of the modules and the functions that take the most time."""
    own, inclusive = by_module(stats)
    total = sum(own.values()) * 1000 / questions
    yield f"{total:.2f} ms a question, slowed down by the profiler"
    functions = {
        f"{module_of(file)} {function}": took
        for (file, _, function), (_, _, took, _, _) in stats.items()
    }
    for title, spent in (
        ("module, with all that it calls in others", inclusive),
        ("module, itself", own),
        ("function, itself", functions),
    ):
        yield f"\nms a question by {title}:"
        ordered = sorted(spent.items(), key=lambda item: -item[1])[:SHOWN]
        yield from (f"{s * 1000 / questions:8.3f}  {name}" for name, s in ordered)


def by_module(stats: Stats) -> tuple[dict[str, float], dict[str, float]]:
    """The seconds of each module: in itself, and in all that is called into it."""
    own: dict[str, float] = defaultdict(float)
    inclusive: dict[str, float] = defaultdict(float)
    for (file, _, _), (_, _, took, cumulative, callers) in stats.items():
        module = module_of(file)
        own[module] += took
        # A call from the module itself is in the time of the call that led there.
        inclusive[module] += sum(
            spent[3]
            for caller, spent in callers.items()
            if module_of(caller[0]) != module
        )
        if not callers:
            inclusive[module] += cumulative
    return own, inclusive


def module_of(file: str) -> str:
    """A file as the dotted name of its module, as far as it can be told."""
    path = file.partition("site-packages/")[2] or file.partition("python3.10/")[2]
    if not path and Path(file).is_relative_to(ROOT):
        path = str(Path(file).relative_to(ROOT))
    return path.removesuffix(".py").replace("/", ".") or file
