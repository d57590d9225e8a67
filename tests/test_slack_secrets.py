"""No log holds a token or a secret, whatever happens and however much is logged."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from tests.block_kit import buttons
from tests.fake_slack import APP_TOKEN, BOT_TOKEN, RESPONSE_URL
from tests.fake_slack_faults import broken, closed, limited, refused, slow
from tests.slack_client import SIGNING_SECRET, SlackClient, click, dm, message, new_id
from tests.slack_client import shortcut as picked
from tests.slack_server import GRACE, HOME, POST, UPDATE, SlackServer, channel, running

pytestmark = pytest.mark.slow

# All secrets of the tests hold this, so that none is forgotten here.
MARK = "SECRETofTHE"
FAULTS = (refused("invalid_auth"), limited(0), broken(), closed(), slow(1.5))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SlackServer]:
    settings = {
        "app_token": APP_TOKEN,
        "socket_mode": True,
        "timeout_seconds": 1,
        "retries": 1,
    }
    scratch = tmp_path_factory.mktemp("slack")
    with running(scratch, settings=settings, level="DEBUG") as started:
        yield started


def test_secrets_of_the_tests_are_marked(server: SlackServer) -> None:
    for secret in (
        BOT_TOKEN,
        APP_TOKEN,
        SIGNING_SECRET,
        server.slack.new_response_url(),
    ):
        assert MARK in secret


def test_no_log_holds_a_secret(server: SlackServer) -> None:
    server.slack.socket.wait()
    go_well(server)
    for method in (POST, UPDATE, HOME, RESPONSE_URL):
        for fault in FAULTS:
            server.slack.fail(method, fault)
            go_well(server)
    SlackClient(server.client.port, "wrong").event(dm("Hello!", "D1", "U1"))
    server.client.post(b"{")
    server.slack.socket.disconnect()
    server.slack.socket.wait(2)
    time.sleep(2 + GRACE)
    log = server.log
    assert "DEBUG" in log
    assert "Slack" in log
    leaks = [line[:300] for line in log.splitlines() if MARK in line]
    assert not leaks, leaks[:5]


def go_well(server: SlackServer) -> None:
    """A little of everything, over HTTP and over the WebSocket."""
    user, there, url = new_id("U"), channel("D"), server.slack.new_response_url()
    server.client.event(dm("Who funds CAMP?", there, user))
    server.client.event({"type": "app_home_opened", "user": user, "tab": "home"})
    server.client.command("Who funds CAMP?", user, there, url)
    server.client.interaction(picked(message("Hello!", there, user), user, url))
    answers = server.posts(there)
    if answers:
        button = buttons(answers[0].sent["blocks"])[0]
        on = server.slack.workspace.messages[there, answers[0].ts]
        server.client.interaction(click(button, on, user, url))
    time.sleep(0.1)
