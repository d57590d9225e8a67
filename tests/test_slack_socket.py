"""Socket Mode: the same answers, over a WebSocket that the assistant opens."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.block_kit import buttons
from tests.fake_slack import APP_TOKEN
from tests.slack_client import click, command, dm, event, new_id
from tests.slack_server import SlackServer, channel, running

pytestmark = pytest.mark.slow

ACKNOWLEDGED = 1.0  # seconds


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SlackServer]:
    settings = {"app_token": APP_TOKEN, "socket_mode": True}
    with running(tmp_path_factory.mktemp("slack"), settings=settings) as started:
        started.slack.socket.wait()
        yield started


@pytest.fixture
def user() -> str:
    return new_id("U")


def test_event_is_acknowledged_and_answered(server: SlackServer, user: str) -> None:
    there = channel("D")
    held = event(dm("Who funds CAMP?", there, user))
    _, took = server.slack.socket.send("events_api", held)
    assert took < ACKNOWLEDGED
    assert "Vinnova" in server.only(there)[0].sent["text"]


def test_repeated_event_is_answered_once(server: SlackServer, user: str) -> None:
    there = channel("D")
    held = event(dm("Who funds CAMP?", there, user))
    for _ in range(3):
        server.slack.socket.send("events_api", held)
    server.only(there)


def test_command_is_answered(server: SlackServer, user: str) -> None:
    url = server.slack.new_response_url()
    held = command("Who funds CAMP?", user, channel(), url)
    server.slack.socket.send("slash_commands", held)
    assert "Vinnova" in server.told(url)[0].sent["text"]


def test_button_is_answered(server: SlackServer, user: str) -> None:
    there = channel("D")
    held = event(dm("Who funds CAMP?", there, user))
    server.slack.socket.send("events_api", held)
    (answer,) = server.wait(there)
    on = server.slack.workspace.messages[there, answer.ts]
    button = buttons(answer.sent["blocks"])[0]
    server.slack.socket.send("interactive", click(button, on, user))
    server.only(there, 2)
    assert not buttons(on["blocks"])


def test_connection_that_slack_ends_is_opened_again(
    server: SlackServer, user: str
) -> None:
    before = server.slack.socket.connections
    server.slack.socket.disconnect()
    server.slack.socket.wait(before + 1)
    there = channel("D")
    server.slack.socket.send("events_api", event(dm("Who funds CAMP?", there, user)))
    server.only(there)
