"""Call Slack, again where that can help, and not for ever."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import aiohttp
from slack_sdk.errors import SlackApiError

from extensions.slack.redacting import redacted

# What a single failure may cost: a person has left after that, and Rasa's locks expire.
LONGEST_WAIT = 30.0
_FIRST_PAUSE = 0.5  # seconds; doubled each time
# `ok: false` that is not about what we sent.
_PASSING = {"ratelimited", "internal_error", "fatal_error", "service_unavailable"}

_FAILURES = (
    SlackApiError,
    aiohttp.ClientError,
    asyncio.TimeoutError,
    OSError,
    json.JSONDecodeError,
)

T = TypeVar("T")
Sleep = Callable[[float], Awaitable[None]]


class SlackFailed(Exception):
    """Slack didn't take it; the message says why and holds no secret."""

    def __init__(self, reason: str, may_pass: bool) -> None:
        super().__init__(redacted(reason))
        self.may_pass = may_pass


@dataclass(frozen=True, slots=True)
class Retrying:
    """How often, with all pauses together at most `LONGEST_WAIT`."""

    retries: int
    sleep: Sleep = asyncio.sleep

    async def __call__(self, call: Callable[[], Awaitable[T]]) -> T:
        """The result of `call`; `SlackFailed` at last."""
        waited = 0.0
        for attempt in range(self.retries + 1):
            try:
                return await call()
            except _FAILURES as error:
                last = error
            pause = _pause(last, attempt)
            if pause is None or waited + pause > LONGEST_WAIT:
                break
            waited += pause
            if attempt < self.retries:
                await self.sleep(pause)
        raise SlackFailed(_reason(last), may_pass=pause is not None) from last


def _pause(error: Exception, attempt: int) -> float | None:
    """Seconds to wait, or None where trying again is of no use."""
    usual: float = _FIRST_PAUSE * 2**attempt
    if not isinstance(error, SlackApiError):
        # A connection that broke, or that took too long.  The message may have arrived
        # all the same; an answer twice is better than none.
        return usual
    status, headers = _status(error.response), _headers(error.response)
    if status == 429:
        return _seconds(headers.get("Retry-After"), usual)
    if status >= 500 or _code(error.response) in _PASSING:
        return usual
    return None


def _seconds(given: str | None, usual: float) -> float:
    return max(float(given), 0.0) if given and given.isdecimal() else usual


def _reason(error: Exception) -> str:
    if not isinstance(error, SlackApiError):
        return f"{type(error).__name__}: {error}".rstrip(": ")
    code, needed = _code(error.response), _value(error.response, "needed")
    told = code or f"HTTP {_status(error.response)}"
    return f"{told} (it needs the scope {needed})" if needed else told


def _status(response: Any) -> int:
    # slack_sdk hands on aiohttp's own response where the body is no JSON.
    status: int = getattr(response, "status_code", 0) or getattr(response, "status", 0)
    return status


def _headers(response: Any) -> Mapping[str, str]:
    return getattr(response, "headers", None) or {}


def _code(response: Any) -> str:
    return _value(response, "error")


def _value(response: Any, name: str) -> str:
    data = getattr(response, "data", None)
    return str(data.get(name) or "") if isinstance(data, Mapping) else ""
