"""The fake Slack is as strict as the real one, seen through Slack's own client."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from typing import Any

import aiohttp
import pytest
from slack_sdk import WebClient, WebhookClient
from slack_sdk.errors import SlackApiError

from tests.block_kit import Refused, check_home, check_message
from tests.fake_slack import APP_TOKEN, BOT_TOKEN, RESPONSE_URL, FakeSlack
from tests.fake_slack_faults import broken, closed, limited, refused, slow


@pytest.fixture(scope="module")
def slack() -> Iterator[FakeSlack]:
    with FakeSlack(frozenset({"chat:write"})) as running:
        yield running


@pytest.fixture
def client(slack: FakeSlack) -> WebClient:
    return client_of(slack)


def client_of(slack: FakeSlack, token: str = BOT_TOKEN) -> WebClient:
    # No handlers: else it would repeat what a test wants to see fail.
    return WebClient(token, base_url=slack.url, timeout=2, retry_handlers=[])


def error_of(call: Any) -> str:
    with pytest.raises(SlackApiError) as caught:
        call()
    return str(caught.value.response["error"])


def text(length: int, kind: str = "plain_text") -> dict[str, Any]:
    return {"type": kind, "text": "x" * length}


def button(title: int = 1, value: int = 1, action_id: str = "a") -> dict[str, Any]:
    held = {"action_id": action_id, "value": "x" * value}
    return {"type": "button", "text": text(title), **held}


def section(length: int) -> dict[str, Any]:
    return {"type": "section", "text": text(length, "mrkdwn")}


def actions(*elements: dict[str, Any]) -> dict[str, Any]:
    return {"type": "actions", "elements": list(elements)}


def numbered(number: int) -> dict[str, Any]:
    return actions(*(button(action_id=str(n)) for n in range(number)))


ALLOWED = {
    "50 blocks": [{"type": "divider"}] * 50,
    "a long section": [section(3000)],
    "25 buttons": [numbered(25)],
    "long button": [actions(button(75, 2000))],
    "context": [{"type": "context", "elements": [text(1)] * 10}],
    "header": [{"type": "header", "text": text(150)}],
    "an action id in two blocks": [actions(button()), actions(button())],
}
REFUSED = {
    "51 blocks": [{"type": "divider"}] * 51,
    "a longer section": [section(3001)],
    "an empty section": [section(0)],
    "a section without text": [{"type": "section"}],
    "26 buttons": [numbered(26)],
    "no buttons": [actions()],
    "longer title": [actions(button(76))],
    "no title": [actions(button(0))],
    "longer value": [actions(button(1, 2001))],
    "one action id twice": [actions(button(), button())],
    "one block id twice": [{"type": "divider", "block_id": "b"}] * 2,
    "more context": [{"type": "context", "elements": [text(1)] * 11}],
    "longer header": [{"type": "header", "text": text(151)}],
    "mrkdwn header": [{"type": "header", "text": text(1, "mrkdwn")}],
    "an unknown block": [{"type": "table_of_contents"}],
    "bare text": [{"type": "section", "text": "hello"}],
}


@pytest.mark.parametrize("blocks", ALLOWED.values(), ids=ALLOWED)
def test_blocks_within_the_limits_are_taken(blocks: list[Any]) -> None:
    check_message({"text": "x", "blocks": blocks})


@pytest.mark.parametrize("blocks", REFUSED.values(), ids=REFUSED)
def test_blocks_over_a_limit_are_refused(blocks: list[Any], client: WebClient) -> None:
    def post() -> Any:
        return client.chat_postMessage(channel="C1", text="x", blocks=blocks)

    assert error_of(post) == "invalid_blocks"


def test_message_needs_a_text_and_not_too_much_of_it() -> None:
    check_message({"text": "x" * 40_000})
    for sent, error in (
        ({"text": ""}, "no_text"),
        ({"text": "x" * 40_001}, "msg_too_long"),
        ({"text": "x", "blocks": [section(2700)] * 5}, "msg_blocks_too_long"),
    ):
        with pytest.raises(Refused) as caught:
            check_message(sent)
        assert caught.value.error == error


def test_home_has_limits_of_its_own() -> None:
    check_home({"type": "home", "blocks": [{"type": "divider"}] * 100})
    for view in (
        {"type": "modal", "blocks": []},
        {"type": "home", "blocks": [{"type": "divider"}] * 101},
    ):
        with pytest.raises(Refused):
            check_home(view)


def test_posts_are_recorded_and_changed(slack: FakeSlack, client: WebClient) -> None:
    posted = client.chat_postMessage(channel="C2", text="one")
    client.chat_update(channel="C2", ts=posted["ts"], text="two")
    assert slack.workspace.messages["C2", posted["ts"]]["text"] == "two"
    (call,) = [call for call in slack.calls if call.sent.get("text") == "one"]
    assert (call.method, call.outcome) == ("chat.postMessage", "ok")


def test_strangers_and_mistakes_are_refused(slack: FakeSlack) -> None:
    stranger, ours = client_of(slack, "xoxb-wrong"), client_of(slack)
    assert error_of(stranger.auth_test) == "invalid_auth"
    assert error_of(lambda: ours.apps_connections_open(app_token=BOT_TOKEN)) == (
        "invalid_auth"
    )
    assert error_of(lambda: ours.api_call("chat.fly")) == "unknown_method"
    missing = ours.chat_update
    assert error_of(lambda: missing(channel="C", ts="1", text="x")) == (
        "message_not_found"
    )
    with FakeSlack(frozenset()) as without:
        post = client_of(without).chat_postMessage
        assert error_of(lambda: post(channel="C", text="x")) == "missing_scope"


def test_it_fails_on_command_and_then_works(
    slack: FakeSlack, client: WebClient
) -> None:
    slack.fail("auth.test", refused("fatal_error"), limited(7), broken(), closed())
    assert error_of(client.auth_test) == "fatal_error"
    with pytest.raises(SlackApiError) as caught:
        client.auth_test()
    assert caught.value.response.status_code == 429
    assert caught.value.response.headers["Retry-After"] == "7"
    with pytest.raises(SlackApiError) as caught:
        client.auth_test()
    assert caught.value.response.status_code == 500
    with pytest.raises(OSError):
        client.auth_test()
    assert client.auth_test()["user_id"] == "UBOT"
    slack.fail("auth.test", slow(0.3))
    started = time.monotonic()
    assert client.auth_test()["ok"]
    assert time.monotonic() - started >= 0.3


def test_response_url_takes_only_its_own(slack: FakeSlack) -> None:
    url = slack.new_response_url()
    assert WebhookClient(url).send(text="hello").status_code == 200
    assert WebhookClient(url + "x").send(text="hello").status_code == 404
    calls = [call for call in slack.calls if call.method == RESPONSE_URL]
    assert [(call.outcome, call.where) for call in calls] == [
        ("ok", url),
        ("used_url", url + "x"),
    ]


def test_socket_says_hello_and_waits_for_an_acknowledgement(slack: FakeSlack) -> None:
    url = client_of(slack).apps_connections_open(app_token=APP_TOKEN)["url"]

    async def connect() -> tuple[Any, Any]:
        async with (
            aiohttp.ClientSession() as session,
            session.ws_connect(url) as socket,
        ):
            hello = await socket.receive_json()
            sending = asyncio.to_thread(slack.socket.send, "events_api", {"a": 1})
            task = asyncio.create_task(sending)
            envelope = await socket.receive_json()
            assert not task.done()
            await socket.send_json({"envelope_id": envelope["envelope_id"]})
            await task
            return hello, envelope

    hello, envelope = asyncio.run(connect())
    assert hello["type"] == "hello"
    assert (envelope["type"], envelope["payload"]) == ("events_api", {"a": 1})
