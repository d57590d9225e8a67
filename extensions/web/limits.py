"""Limit how often one key, such as a conversation or an address, may do something."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

_FIRST_SWEEP = 1024  # keys; below that nothing is worth looking through


@dataclass(frozen=True, slots=True)
class Rate:
    """At most `messages` at once, and as many in any further `seconds`."""

    messages: int
    seconds: int

    @property
    def interval(self) -> float:
        """Seconds after which one more is allowed."""
        return self.seconds / self.messages


class Limiter:
    """One number for each key: when all that it has done would be paid off.

    This is the generic cell rate algorithm: the same limit as a bucket that leaks, with
    nothing to count down.  Each process counts by itself.
    """

    def __init__(self, rate: Rate, now: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._now = now
        self._paid_at: dict[str, float] = {}
        self._sweep_at = _FIRST_SWEEP

    def __len__(self) -> int:
        return len(self._paid_at)

    def wait(self, key: str) -> int:
        """Count one for `key` and return 0, or the seconds to wait before the next."""
        now = self._now()
        paid_at = max(self._paid_at.get(key, now), now) + self._rate.interval
        too_early = paid_at - now - self._rate.seconds
        if too_early > 1e-6:  # less is what adding up fractions leaves
            return math.ceil(too_early)
        self._paid_at[key] = paid_at
        self._sweep(now)
        return 0

    def _sweep(self, now: float) -> None:
        """Forget whoever has paid off; at doubling sizes, so that it costs little."""
        if len(self._paid_at) < self._sweep_at:
            return
        self._paid_at = {key: at for key, at in self._paid_at.items() if at > now}
        self._sweep_at = max(_FIRST_SWEEP, 2 * len(self._paid_at))
