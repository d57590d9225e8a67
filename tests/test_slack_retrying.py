"""A call to Slack is tried again where that can help, and not for ever."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from extensions.slack.retrying import LONGEST_WAIT, Retrying, SlackFailed

pytestmark = pytest.mark.asyncio


def refused(error: str, status: int = 200, after: str | None = None) -> SlackApiError:
    response = AsyncSlackResponse(
        client=None,
        http_verb="POST",
        api_url="",
        req_args={},
        data={"ok": False, "error": error, "needed": "chat:write"},
        headers={"Retry-After": after} if after else {},
        status_code=status,
    )
    return SlackApiError("refused", response)


class Calls:
    """Fails in each of these ways, then succeeds; remembers the pauses."""

    def __init__(self, *failures: BaseException) -> None:
        self._failures = list(failures)
        self.number = 0
        self.pauses: list[float] = []

    async def __call__(self) -> str:
        self.number += 1
        if self._failures:
            raise self._failures.pop(0)
        return "posted"

    async def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)


async def run(calls: Calls, retries: int = 3) -> str:
    return await Retrying(retries, calls.sleep)(calls)


@pytest.mark.parametrize(
    ("failure", "pause"),
    [
        (refused("ratelimited", 429, after="7"), 7),
        (refused("ratelimited", 429), 0.5),
        (refused("ratelimited", 429, after="soon"), 0.5),
        (refused("", 503), 0.5),
        (refused("internal_error"), 0.5),
        (asyncio.TimeoutError(), 0.5),
        (aiohttp.ServerDisconnectedError(), 0.5),
        (ConnectionResetError(), 0.5),
    ],
    ids=str,
)
async def test_what_may_pass_is_tried_again(failure: Exception, pause: float) -> None:
    calls = Calls(failure)
    assert await run(calls) == "posted"
    assert calls.pauses == [pause]


@pytest.mark.parametrize("error", ["invalid_blocks", "channel_not_found", "no_text"])
async def test_what_will_not_change_is_not_tried_again(error: str) -> None:
    calls = Calls(refused(error))
    with pytest.raises(SlackFailed, match=error) as caught:
        await run(calls)
    assert calls.number == 1
    assert not caught.value.may_pass


async def test_there_is_a_last_try() -> None:
    calls = Calls(*(asyncio.TimeoutError() for _ in range(9)))
    with pytest.raises(SlackFailed, match="^TimeoutError$") as caught:
        await run(calls, retries=2)
    assert calls.number == 3
    assert calls.pauses == [0.5, 1.0]
    assert caught.value.may_pass


async def test_nobody_waits_as_long_as_slack_would_like() -> None:
    calls = Calls(refused("ratelimited", 429, after=str(int(LONGEST_WAIT) + 1)))
    with pytest.raises(SlackFailed, match="ratelimited"):
        await run(calls)
    assert calls.pauses == []


async def test_pauses_together_are_bounded() -> None:
    calls = Calls(*(refused("ratelimited", 429, after="20") for _ in range(9)))
    with pytest.raises(SlackFailed):
        await run(calls, retries=9)
    assert sum(calls.pauses) <= LONGEST_WAIT


async def test_missing_scope_is_named() -> None:
    with pytest.raises(SlackFailed, match="missing_scope .*chat:write"):
        await run(Calls(refused("missing_scope")))


async def test_error_of_ours_is_no_failure_of_slack() -> None:
    with pytest.raises(KeyError):
        await run(Calls(KeyError("channel")))


async def test_page_in_place_of_an_answer_is_tried_again() -> None:
    # So slack_sdk tells it: with aiohttp's own response, which says `status`.
    class Page:
        status = 502
        headers: dict[str, Any] = {}

    assert await run(Calls(SlackApiError("no JSON", Page()))) == "posted"
