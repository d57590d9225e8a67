"""Each conversation is served in its order, and none holds up all others."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from extensions.slack.queues import Queues

pytestmark = pytest.mark.asyncio


def note(done: list[str], name: str, pause: float = 0) -> Callable[[], Awaitable[None]]:
    async def job() -> None:
        await asyncio.sleep(pause)
        done.append(name)

    return job


async def test_order_holds_within_a_conversation_however_long_each_takes() -> None:
    queues, done = Queues(), list[str]()
    for number in range(10):
        queues.put("a", note(done, str(number), pause=0.01 * (10 - number) / 10))
    await queues.finish(5)
    assert done == list("0123456789")


async def test_slow_conversation_does_not_hold_up_another() -> None:
    queues, done = Queues(), list[str]()
    queues.put("a", note(done, "slow", pause=0.2))
    queues.put("b", note(done, "fast"))
    await queues.finish(5)
    assert done == ["fast", "slow"]


async def test_failure_is_logged_and_those_behind_it_are_served(
    caplog: pytest.LogCaptureFixture,
) -> None:
    queues, done = Queues(), list[str]()

    async def fail() -> None:
        raise ValueError("no such thing")

    queues.put("a", fail)
    queues.put("a", note(done, "next"))
    await queues.finish(5)
    assert done == ["next"]
    assert "no such thing" in caplog.text


async def test_what_comes_while_one_is_served_waits_for_it() -> None:
    queues, done = Queues(), list[str]()
    queues.put("a", note(done, "first", pause=0.05))
    await asyncio.sleep(0.01)
    queues.put("a", note(done, "second"))
    await queues.finish(5)
    queues.put("a", note(done, "third"))
    await queues.finish(5)
    assert done == ["first", "second", "third"]


async def test_finishing_has_an_end() -> None:
    queues, done = Queues(), list[str]()
    queues.put("a", note(done, "late", pause=0.5))
    await queues.finish(0.01)
    assert done == []
    await queues.finish(5)
