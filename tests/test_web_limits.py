"""Nobody asks more often than the limit, and whoever waits is let in again."""

from __future__ import annotations

import pytest

from extensions.web.limits import Limiter, Rate
from tests.test_web_tokens import Clock

RATE = Rate(messages=3, seconds=60)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def limiter(clock: Clock) -> Limiter:
    return Limiter(RATE, clock)


def test_as_many_as_the_rate_are_let_in_at_once(limiter: Limiter) -> None:
    assert [limiter.wait("me") for _ in range(4)] == [0, 0, 0, 20]


def test_seconds_to_wait_are_enough_and_no_more(limiter: Limiter, clock: Clock) -> None:
    for _ in range(3):
        limiter.wait("me")
    wait = limiter.wait("me")
    clock.time += wait - 1
    assert limiter.wait("me") == 1
    clock.time += 1
    assert limiter.wait("me") == 0


def test_refused_messages_don_t_make_the_wait_longer(limiter: Limiter) -> None:
    waits = [limiter.wait("me") for _ in range(50)]
    assert waits[-1] == 20


def test_over_a_long_time_the_rate_holds(limiter: Limiter, clock: Clock) -> None:
    let_in = 0
    for _ in range(600):  # ten minutes, one each second
        let_in += limiter.wait("me") == 0
        clock.time += 1
    assert let_in == 3 + 10 * 3 - 1


def test_keys_don_t_share_a_limit(limiter: Limiter) -> None:
    for _ in range(4):
        limiter.wait("me")
    assert limiter.wait("you") == 0


def test_whoever_is_quiet_is_forgotten(limiter: Limiter, clock: Clock) -> None:
    for number in range(50_000):
        limiter.wait(str(number))
        clock.time += 0.1  # a key is paid off after 20 s, which is 200 keys later
    assert len(limiter) < 2000
