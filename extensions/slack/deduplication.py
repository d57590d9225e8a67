"""Let one worker answer each event, however often and to whomever Slack sends it."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from redis.exceptions import RedisError

logger = logging.getLogger(__name__)

# Slack sends an event again at once, after a minute, and after five more.
KEPT_SECONDS = 60 * 60
_FIRST_SWEEP = 1024  # keys; below that nothing is worth looking through


class Claims(Protocol):
    """Remembers for a while what was claimed."""

    async def claim(self, keys: Sequence[str]) -> bool:
        """Whether none of `keys` was claimed before; from now on all of them are."""


class MemoryClaims:
    """Those of this process alone."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._until: dict[str, float] = {}
        self._sweep_at = _FIRST_SWEEP

    def __len__(self) -> int:
        return len(self._until)

    async def claim(self, keys: Sequence[str]) -> bool:
        """See `Claims`."""
        now = self._now()
        is_first = all(self._until.get(key, now) <= now for key in keys)
        for key in keys:
            self._until[key] = now + KEPT_SECONDS
        self._sweep(now)
        return is_first

    def _sweep(self, now: float) -> None:
        """Forget what is over; at doubling sizes, so that it costs little."""
        if len(self._until) < self._sweep_at:
            return
        self._until = {key: until for key, until in self._until.items() if until > now}
        self._sweep_at = max(_FIRST_SWEEP, 2 * len(self._until))


class RedisClaims:
    """Those of all workers, in the Redis of the lock store.

    Without Redis each worker still knows its own: an answer too many is better than
    none.
    """

    def __init__(self, redis: Any, prefix: str) -> None:
        self._redis = redis
        self._prefix = prefix
        self._own = MemoryClaims()

    async def claim(self, keys: Sequence[str]) -> bool:
        """See `Claims`."""
        is_first = await self._own.claim(keys)
        try:
            # The client waits, and everybody else would wait with it.
            claimed = await asyncio.to_thread(self._claim, keys)
        except RedisError as error:
            logger.warning("Redis doesn't answer (%s): an event may be doubled", error)
            return is_first
        return is_first and claimed

    def _claim(self, keys: Sequence[str]) -> bool:
        pipeline = self._redis.pipeline(transaction=True)
        for key in keys:
            pipeline.set(f"{self._prefix}{key}", 1, nx=True, ex=KEPT_SECONDS)
        return all(pipeline.execute())
