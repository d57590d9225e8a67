"""The few statistics that the benchmark needs, over plain lists of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least `share` of all values do not exceed."""
    if not values or not 0 < share <= 1:
        raise ValueError("a percentile needs values, and a share above 0 up to 1")
    ordered = sorted(values)
    # The rank in whole numbers: 0.95 * 20 is a little more than 19 to a computer.
    rank = -(-round(share * 1_000_000) * len(ordered) // 1_000_000)
    return ordered[rank - 1]


def at_turn(latencies: Sequence[float], turn: int, window: int) -> float:
    """The median of the last `window` turns up to `turn`, the first turn being 1.

    A single turn says little; a window as long as the list of questions has each of
    them once, as the new conversations do.
    """
    if not 0 < window <= turn <= len(latencies):
        raise ValueError(f"turns 1 to {len(latencies)} hold no {window} up to {turn}")
    return median(latencies[turn - window : turn])


def smoothed(latencies: Sequence[float], window: int) -> list[tuple[int, float]]:
    """Pairs of a turn and the median of the window that ends with it, for a plot."""
    ends = range(window, len(latencies) + 1, window)
    return [(end, at_turn(latencies, end, window)) for end in ends]
