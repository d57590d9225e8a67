"""The assistant knows who it is in Slack, and tells at once where its token is bad."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from extensions.slack.identity import Identity

pytestmark = pytest.mark.asyncio

EVENT = {"authorizations": [{"user_id": "U-of-the-event"}]}


class Client(AsyncWebClient):
    """Answers `auth.test` with a response, or fails."""

    def __init__(self, answer: dict[str, Any] | BaseException) -> None:
        super().__init__("xoxb-1-of-the-bot")
        self._answer = answer

    async def auth_test(self, **arguments: Any) -> AsyncSlackResponse:
        if isinstance(self._answer, BaseException):
            raise self._answer
        return response(self._answer)


def response(data: dict[str, Any]) -> AsyncSlackResponse:
    return AsyncSlackResponse(
        client=None,
        http_verb="POST",
        api_url="",
        req_args={},
        data=data,
        headers={},
        status_code=200,
    )


async def test_user_is_the_one_of_the_token() -> None:
    identity = Identity(Client({"user_id": "U1", "bot_id": "B1"}), retries=0)
    assert identity.user(EVENT) == "U-of-the-event"
    assert identity.user({}) is None
    await identity.learn()
    assert identity.user(EVENT) == "U1"
    told = await identity.authorize(enterprise_id=None, team_id="T1")
    assert (told.bot_user_id, told.bot_id, told.team_id) == ("U1", "B1", "T1")


async def test_token_that_is_refused_is_one_line_without_it(
    caplog: pytest.LogCaptureFixture,
) -> None:
    refused = SlackApiError("", response({"ok": False, "error": "invalid_auth"}))
    await Identity(Client(refused), retries=3).learn()
    (record,) = caplog.records
    told = "Slack: no answers there, SLACK_BOT_TOKEN is refused: invalid_auth"
    assert record.getMessage() == told


async def test_slack_that_is_silent_says_nothing_about_the_token(
    caplog: pytest.LogCaptureFixture,
) -> None:
    await Identity(Client(asyncio.TimeoutError()), retries=0).learn()
    # Of asyncio's own complaints about what other tests left behind it says nothing.
    told = [r.getMessage() for r in caplog.records if r.name.startswith("extensions.")]
    assert told == ["Slack can't be reached now: TimeoutError"]
