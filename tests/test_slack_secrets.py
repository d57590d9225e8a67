"""No log holds a token or a secret, whatever happens and however much is logged."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests.fake_slack import APP_TOKEN, BOT_TOKEN, RESPONSE_URL
from tests.fake_slack_faults import broken, closed, limited, refused, slow
from tests.slack_client import (
    SIGNING_SECRET,
    Payload,
    SlackClient,
    click,
    command,
    dm,
    event,
    message,
    new_id,
    shortcut,
)
from tests.slack_server import GRACE, HOME, POST, UPDATE, SlackServer, channel, running

pytestmark = pytest.mark.slow

# All secrets of the tests hold this, so that none is forgotten here.
MARK = "SECRETofTHE"
FAULTS = (refused("invalid_auth"), limited(0), broken(), closed(), slow(1.5))
BUTTON = {
    "type": "button",
    "action_id": "ask-1",
    "value": "Who funds NOME?",
    "text": {"type": "plain_text", "text": "Who funds NOME?"},
}


@pytest.fixture(scope="module", params=[False, True], ids=["HTTP", "Socket Mode"])
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SlackServer]:
    settings: dict[str, Any] = {"timeout_seconds": 1, "retries": 1}
    if request.param:
        settings = {**settings, "app_token": APP_TOKEN, "socket_mode": True}
    scratch = tmp_path_factory.mktemp("slack")
    with running(scratch, settings=settings, level="DEBUG") as started:
        if request.param:
            started.slack.socket.wait()
        yield started


def test_no_log_holds_a_secret(server: SlackServer) -> None:
    url = server.slack.new_response_url()
    for secret in (BOT_TOKEN, APP_TOKEN, SIGNING_SECRET, url):
        assert MARK in secret
    there = go_on(server)
    for method in (POST, UPDATE, HOME, RESPONSE_URL):
        for fault in FAULTS:
            server.slack.fail(method, fault)
            go_on(server)
    if server.slack.socket.connections:
        server.slack.socket.disconnect()
        server.slack.socket.wait(2)
    else:
        SlackClient(server.client.port, "wrong").event(dm("Hello!", "D1", "U1"))
        server.client.post(b"{")
    last = go_on(server)
    server.wait(last)
    time.sleep(GRACE)
    log = server.log
    assert "DEBUG" in log
    assert there in log
    failed = [call for call in server.slack.calls if call.outcome == "fault"]
    assert {call.method for call in failed} == {POST, UPDATE, HOME, RESPONSE_URL}
    leaks = [line[:300] for line in log.splitlines() if MARK in line]
    assert not leaks, leaks[:5]


def go_on(server: SlackServer) -> str:
    """A little of everything; the channel in which it is."""
    user, there, url = new_id("U"), channel("D"), server.slack.new_response_url()
    send(server, "events_api", event(dm("Who funds CAMP?", there, user)))
    opened = {"type": "app_home_opened", "user": user, "tab": "home"}
    send(server, "events_api", event(opened))
    send(server, "slash_commands", command("Who funds CAMP?", user, there, url))
    send(server, "interactive", shortcut(message("Hello!", there, user), user, url))
    send(server, "interactive", click(BUTTON, on(there), user, url))
    return there


def on(there: str) -> Payload:
    """A message with a button, of the assistant."""
    block = {"type": "actions", "block_id": "suggestions-1", "elements": [BUTTON]}
    return {"channel": there, "ts": "1.1", "text": "x", "blocks": [block]}


def send(server: SlackServer, kind: str, held: Payload) -> None:
    """Over the WebSocket, if there is one."""
    if server.slack.socket.connections:
        server.slack.socket.send(kind, held)
    elif kind == "events_api":
        assert server.client.envelope(held).status == 200
    elif kind == "slash_commands":
        assert server.client.form(held).status == 200
    else:
        assert server.client.interaction(held).status == 200
