"""Do things in the order in which they came: one at a time for each conversation."""

from __future__ import annotations

import asyncio
import logging
from asyncio import Task
from collections import deque
from collections.abc import Awaitable, Callable

logger = logging.getLogger(__name__)

Job = Callable[[], Awaitable[None]]


class Queues:
    """A queue for each key, which is there only while something is in it."""

    def __init__(self) -> None:
        self._waiting: dict[str, deque[Job]] = {}
        self._running: set[Task[None]] = set()

    def put(self, key: str, job: Job) -> None:
        """Have `job` done after all that was put under `key` before."""
        if key in self._waiting:
            self._waiting[key].append(job)
            return
        self._waiting[key] = deque([job])
        task = asyncio.create_task(self._work(key))
        self._running.add(task)  # the event loop itself forgets a task that waits
        task.add_done_callback(self._running.discard)

    async def finish(self, seconds: float) -> None:
        """Wait until all is done, but no longer than so many seconds."""
        if self._running:
            await asyncio.wait(set(self._running), timeout=seconds)

    async def _work(self, key: str) -> None:
        waiting = self._waiting[key]
        try:
            while waiting:
                await self._do(waiting.popleft())
        finally:
            del self._waiting[key]

    async def _do(self, job: Job) -> None:
        try:
            await job()
        except Exception:
            # Whatever it is: those behind it still get their answers.
            logger.exception("a message of Slack could not be answered")
