"""Whoever claims an event first answers it, and nobody else."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from redis.exceptions import ConnectionError as RedisDown

from extensions.slack.deduplication import KEPT_SECONDS, MemoryClaims, RedisClaims

pytestmark = pytest.mark.asyncio


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


async def test_event_is_claimed_once_by_any_of_its_keys() -> None:
    claims = MemoryClaims()
    assert await claims.claim(["event:1", "message:C1:1.0"])
    assert not await claims.claim(["event:1", "message:C1:1.0"])
    assert not await claims.claim(["event:2", "message:C1:1.0"])
    assert not await claims.claim(["event:2"])  # claimed along with the one before
    assert await claims.claim(["event:3", "message:C2:1.0"])


async def test_claim_is_forgotten_after_its_time() -> None:
    clock = Clock()
    claims = MemoryClaims(clock)
    await claims.claim(["event:1"])
    clock.now = KEPT_SECONDS - 1
    assert not await claims.claim(["event:1"])
    clock.now += KEPT_SECONDS + 1
    assert await claims.claim(["event:1"])


async def test_old_claims_take_no_room() -> None:
    clock = Clock()
    claims = MemoryClaims(clock)
    for number in range(10_000):
        clock.now = number * 10.0
        await claims.claim([str(number)])
    assert len(claims) <= 2 * 1024


class BrokenRedis:
    def pipeline(self, transaction: bool) -> Any:
        raise RedisDown("no connection")


async def test_without_redis_each_worker_knows_its_own(
    caplog: pytest.LogCaptureFixture,
) -> None:
    claims = RedisClaims(BrokenRedis(), "test:")
    assert await claims.claim(["event:1"])
    assert not await claims.claim(["event:1"])
    assert "Redis doesn't answer (no connection)" in caplog.text


class SharedRedis:
    """`SET NX EX` in a transaction, which is all that is asked of Redis."""

    def __init__(self) -> None:
        self.held: dict[str, int] = {}
        self._queued: list[str] = []

    def pipeline(self, transaction: bool) -> SharedRedis:
        return self

    def set(self, key: str, value: int, *, nx: bool, ex: int) -> None:
        assert nx
        self._queued.append(key)
        self.held.setdefault(key, -ex)

    def execute(self) -> list[bool | None]:
        queued, self._queued = self._queued, []
        results = [True if self.held[key] < 0 else None for key in queued]
        for key in queued:
            self.held[key] = abs(self.held[key])
        return results


async def test_workers_share_their_claims() -> None:
    redis = SharedRedis()
    one, other = RedisClaims(redis, "test:"), RedisClaims(redis, "test:")
    assert await one.claim(["event:1", "message:C1:1.0"])
    assert not await other.claim(["event:2", "message:C1:1.0"])
    assert await other.claim(["event:3"])
    assert redis.held["test:event:1"] == KEPT_SECONDS


async def test_of_many_at_once_one_is_first() -> None:
    claims = MemoryClaims()
    won = await asyncio.gather(*(claims.claim(["event:1"]) for _ in range(50)))
    assert won.count(True) == 1
