"""How Slack fails, for a test to command: refused, limited, broken, slow, or gone."""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

# None: go on as usual.
Fault = Callable[[web.Request], Awaitable[web.StreamResponse | None]]


def refused(error: str) -> Fault:
    """`ok: false`, which no repetition makes better."""

    async def answer(request: web.Request) -> web.StreamResponse:
        return web.json_response({"ok": False, "error": error})

    return answer


def limited(seconds: int) -> Fault:
    """429: come back in so many seconds."""

    async def answer(request: web.Request) -> web.StreamResponse:
        held = {"ok": False, "error": "ratelimited"}
        headers = {"Retry-After": str(seconds)}
        return web.json_response(held, status=429, headers=headers)

    return answer


def broken(status: int = 500) -> Fault:
    """An error of the server's own, which is no JSON."""

    async def answer(request: web.Request) -> web.StreamResponse:
        return web.Response(status=status, text="<html>Something went wrong</html>")

    return answer


def slow(seconds: float) -> Fault:
    """The usual answer, late."""

    async def answer(request: web.Request) -> None:
        await asyncio.sleep(seconds)

    return answer


def closed() -> Fault:
    """The connection ends without an answer."""

    async def answer(request: web.Request) -> web.StreamResponse:
        assert request.transport is not None
        request.transport.close()
        return web.Response()

    return answer


class Faults:
    """What is to go wrong next, by method, in the order in which it was commanded."""

    def __init__(self) -> None:
        self._next: dict[str, deque[Fault]] = defaultdict(deque)
        self._only: dict[str, Callable[[dict[str, Any]], bool]] = {}

    def add(
        self,
        method: str,
        faults: list[Fault],
        where: Callable[[dict[str, Any]], bool] = lambda sent: True,
    ) -> None:
        """Let the next calls of a method, those `where` holds for, go wrong so."""
        self._next[method].extend(faults)
        self._only[method] = where

    def take(self, method: str, sent: dict[str, Any]) -> Fault | None:
        """What is to go wrong with this call."""
        waiting = self._next.get(method)
        if not waiting or not self._only[method](sent):
            return None
        return waiting.popleft()

    def clear(self) -> None:
        self._next.clear()
