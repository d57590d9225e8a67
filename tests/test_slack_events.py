"""Events of Slack: which are answered, once, and how they read."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests.slack_client import dm, event, mention, message
from tests.slack_server import GRACE, SlackServer, channel, running

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SlackServer]:
    scratch = tmp_path_factory.mktemp("slack")
    with running(scratch, settings={"allowed_teams": ["T1"]}) as started:
        yield started


@pytest.mark.parametrize("reason", ["http_timeout", "http_error", "connection_failed"])
def test_repeated_event_is_answered_once(
    reason: str, server: SlackServer, user: str
) -> None:
    there = channel("D")
    held = event(dm("Who funds CAMP?", there, user))
    for retry in (None, reason, reason, None):
        assert server.client.envelope(held, retry).status == 200
    assert "Vinnova" in server.only(there)[0].sent["text"]


def test_event_whose_first_try_never_came_is_answered(
    server: SlackServer, user: str
) -> None:
    there = channel("D")
    held = event(dm("Who funds CAMP?", there, user))
    assert server.client.envelope(held, "connection_failed").status == 200
    assert "Vinnova" in server.only(there)[0].sent["text"]


@pytest.mark.parametrize("mention_first", [True, False])
def test_mention_that_comes_as_a_message_as_well_is_answered_once(
    mention_first: bool, server: SlackServer, user: str
) -> None:
    there = channel()
    said = mention("Who funds CAMP?", there, user)
    again = {**said, "type": "message", "channel_type": "channel"}
    for one in (said, again) if mention_first else (again, said):
        server.client.event(one)
    assert "Vinnova" in server.only(there)[0].sent["text"]


IGNORED = {
    "our own": {"user": "UBOT", "bot_id": "BBOT"},
    "another bot's": {"user": "UOTHER", "bot_id": "BOTHER"},
    "an old bot's": {"subtype": "bot_message", "bot_id": "BOTHER"},
    "edited": {"subtype": "message_changed", "message": {"text": "Who funds CAMP?"}},
    "deleted": {"subtype": "message_deleted", "deleted_ts": "1.2"},
    "joined": {"subtype": "channel_join"},
    "left": {"subtype": "channel_leave"},
    "a new topic": {"subtype": "channel_topic"},
    "hidden": {"hidden": True, "subtype": "message_replied"},
}


@pytest.mark.parametrize("held", IGNORED.values(), ids=IGNORED)
def test_what_nobody_said_to_us_is_not_answered(
    held: dict[str, Any], server: SlackServer, user: str
) -> None:
    there = channel("D")
    said = {**dm("Who funds CAMP?", there, user), **held}
    assert server.client.event(said).status == 200
    answer = server.ask(dm("Who funds NOME?", there, user))
    assert "Novo Nordisk" in answer.sent["text"]
    server.only(there)


def test_file_with_words_is_answered(server: SlackServer, user: str) -> None:
    said = dm("Who funds CAMP?", channel("D"), user, subtype="file_share")
    assert "Vinnova" in server.ask(said).sent["text"]


def test_file_without_words_is_told_what_there_is_to_ask(
    server: SlackServer, user: str
) -> None:
    said = dm("", channel("D"), user, subtype="file_share")
    assert "partner" in server.ask(said).sent["text"]


def test_bare_mention_is_told_what_there_is_to_ask(
    server: SlackServer, user: str
) -> None:
    answer = server.ask(mention("", channel(), user))
    assert "partner" in answer.sent["text"]


WHOLE = {
    "mention first": "<@UBOT> who funds CAMP?",
    "mention last": "who funds CAMP <@UBOT>?",
    "mention with a name": "<@UBOT|partners> who funds CAMP?",
    "bold": "who funds *CAMP*?",
    "link with a label": "who funds <https://camp.example|CAMP>?",
    "link first": "<https://a.example> who funds CAMP?",
    "address": "I am <mailto:x@y.example|x@y.example>. Who funds CAMP?",
    "channel": "<#C2|general> who funds CAMP?",
    "entities": "&gt; who funds CAMP?",
    "many": "hi <mailto:x@y.z|x@y.z> <https://c.d> <@U9> <#C2|gen> who funds CAMP?",
}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_words_arrive_whole(text: str, server: SlackServer, user: str) -> None:
    assert "Vinnova" in server.ask(dm(text, channel("D"), user)).sent["text"]


@pytest.mark.parametrize("text", ["/restart", '/ask_funders{"partner": "camp"}'])
def test_no_text_is_a_command(text: str, server: SlackServer, user: str) -> None:
    there = channel("D")
    server.ask(dm("Who funds CAMP?", there, user))
    assert server.ask(dm(text, there, user)).sent["text"]
    events = server.events(there)
    said = [event["text"] for event in events if event["event"] == "user"]
    assert len(said) == 2
    assert not said[1].startswith("/")
    assert "restart" not in {event["event"] for event in events}


def test_long_message_is_answered(server: SlackServer, user: str) -> None:
    there = channel("D")
    server.client.event(dm("Who funds CAMP? " + "x " * 10_000, there, user))
    server.only(there)


def test_unknown_team_gets_no_answer(server: SlackServer, user: str) -> None:
    there = channel("D")
    server.client.event(dm("Who funds CAMP?", there, user), team="T2")
    time.sleep(GRACE)
    assert not server.posts(there)
    assert not server.conversations(there)


UNHANDLED = {
    "an event": {"type": "reaction_added", "user": "U1", "item": {}},
    "a message without anything": {"type": "message"},
    "a message without text": {"type": "message", "channel": "D1", "user": "U1"},
}


@pytest.mark.parametrize("held", UNHANDLED.values(), ids=UNHANDLED)
def test_what_is_not_handled_is_no_failure(
    held: dict[str, Any], server: SlackServer
) -> None:
    # Slack counts anything else as a failure, and stops sending after too many.
    before = len(server.slack.calls)
    assert server.client.event(held).status == 200
    time.sleep(GRACE)
    assert len(server.slack.calls) == before


def test_group_message_is_answered_when_we_are_named(
    server: SlackServer, user: str
) -> None:
    there = channel("G")
    said = message("Who funds CAMP?", there, user, channel_type="mpim")
    assert server.client.event(said).status == 200
    answer = server.ask(mention("Who funds NOME?", there, user))
    assert "Novo Nordisk" in answer.sent["text"]
    server.only(there)
