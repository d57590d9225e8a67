"""Whatever way a person asks in Slack: the words, the conversation and the place."""

from __future__ import annotations

from typing import Any

import pytest

from extensions.slack.asked import (
    Place,
    from_click,
    from_command,
    from_message,
    from_shortcut,
)
from extensions.slack.cleaning import cleaned

BOT = "UBOT"
Payload = dict[str, Any]


def body(kind: str = "message", **event: Any) -> Payload:
    held = {"type": kind, "channel": "C1", "user": "U1", "ts": "2.0", "text": "hi"}
    return {"team_id": "T1", "event_id": "Ev1", "event": {**held, **event}}


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ("<@UBOT> who funds CAMP?", "who funds CAMP?"),
        ("who <@UBOT> funds CAMP?", "who funds CAMP?"),
        ("<@UBOT|partners> hi", "hi"),
        ("<@UBOT>", ""),
        ("ask <@U9|anna> of <#C2|general>", "ask anna of #general"),
        ("<!here> hi <!subteam^S1|@staff>", "hi @staff"),
        ("see <https://c.d/e>, who is it?", "see https://c.d/e, who is it?"),
        ("see <https://c.d|our page> <mailto:x@y.z|x@y.z>", "see our page x@y.z"),
        ("mail <mailto:x@y.z>", "mail x@y.z"),
        ("R&amp;D &lt;b&gt; &amp;lt;", "R&D <b> &lt;"),
        ("/restart", "restart"),
        ("a\nb\x00c", "a b c"),
    ],
)
def test_words_of_the_user_arrive_whole(sent: str, said: str) -> None:
    assert cleaned(sent, BOT) == said


def test_direct_message_is_one_conversation_whatever_its_thread() -> None:
    plain = from_message(body(channel="D1", channel_type="im"), BOT)
    threaded = from_message(body(channel="D1", channel_type="im", thread_ts="1.0"), BOT)
    assert plain is not None and threaded is not None
    assert plain.conversation == threaded.conversation == "slack-T1-D1-dm"
    assert (plain.place, threaded.place) == (Place("D1"), Place("D1", "1.0"))


def test_mention_is_answered_in_a_thread_of_its_own() -> None:
    asked = from_message(body("app_mention", text="<@UBOT> hi"), BOT)
    assert asked is not None
    assert asked.place == Place("C1", "2.0")
    assert asked.conversation == "slack-T1-C1-2.0-U1"
    assert asked.is_new


def test_mention_comes_twice_and_is_one_message() -> None:
    mention = from_message(body("app_mention", text="<@UBOT> hi"), BOT)
    message = from_message(body(text="<@UBOT> hi") | {"event_id": "Ev2"}, BOT)
    assert mention is not None and message is not None
    assert set(mention.keys) & set(message.keys) == {"message:C1:2.0"}
    assert mention.conversation == message.conversation


@pytest.mark.parametrize(
    ("name", "value"),
    [("team_id", "T2"), ("channel", "C2"), ("user", "U2"), ("thread_ts", "3.0")],
)
def test_no_two_teams_channels_users_or_threads_share_a_conversation(
    name: str, value: str
) -> None:
    first = body("app_mention")
    second = (
        {**first, name: value}
        if name in first
        else body("app_mention", **{name: value})
    )
    one, other = from_message(first, BOT), from_message(second, BOT)
    assert one is not None and other is not None
    assert one.conversation != other.conversation


def test_what_follows_in_a_thread_is_for_us_only_where_we_are_asked_already() -> None:
    asked = from_message(body(thread_ts="1.0"), BOT)
    assert asked is not None
    assert not asked.is_new
    assert asked.conversation == "slack-T1-C1-1.0-U1"


@pytest.mark.parametrize(
    "event",
    [
        {},  # in a channel, to nobody in particular
        {"thread_ts": "1.0", "text": "<@U9> what do you think?"},
        {"text": "<@U9> hi"},
        {"channel_type": "im", "subtype": "message_changed"},
        {"channel_type": "im", "subtype": "message_deleted"},
        {"channel_type": "im", "subtype": "channel_join"},
        {"channel_type": "im", "subtype": "bot_message"},
        {"channel_type": "im", "bot_id": "B1"},
        {"channel_type": "im", "user": BOT},
        {"channel_type": "im", "user": None},
    ],
)
def test_what_is_not_said_to_us_is_left_alone(event: Payload) -> None:
    assert from_message(body(**event), BOT) is None


@pytest.mark.parametrize("subtype", ["file_share", "thread_broadcast"])
def test_words_beside_a_file_or_for_the_whole_channel_count(subtype: str) -> None:
    assert from_message(body(channel_type="im", subtype=subtype), BOT) is not None


COMMAND = {
    "team_id": "T1",
    "channel_id": "C1",
    "user_id": "U1",
    "text": "who funds R&amp;D",
    "response_url": "https://hooks.example/commands/1",
    "trigger_id": "1.2",
}


def test_command_is_answered_to_the_asker_alone() -> None:
    asked = from_command(COMMAND)
    assert asked.text == "who funds R&D"
    assert asked.place.response_url == COMMAND["response_url"]
    assert asked.conversation == "slack-T1-C1-command-U1"
    assert asked.shows_question


def test_picked_message_is_answered_to_whoever_picked_it() -> None:
    picked = {
        "team": {"id": "T1"},
        "channel": {"id": "C1"},
        "user": {"id": "U1"},
        "message": {"text": "<@UBOT> who funds CAMP?", "user": "U2"},
        "response_url": COMMAND["response_url"],
        "trigger_id": "1.3",
    }
    asked = from_shortcut(picked, BOT)
    assert asked.text == "who funds CAMP?"
    assert asked.conversation == from_command(COMMAND).conversation


def click(**container: Any) -> Payload:
    held = {"channel_id": "C1", "message_ts": "5.0", **container}
    return {
        "team": {"id": "T1"},
        "user": {"id": "U1"},
        "container": held,
        "message": {"text": "it is", "blocks": [{"type": "section"}]},
        "response_url": "https://hooks.example/actions/1",
        "actions": [{"action_id": "ask-1", "value": "Who founded it?"}],
    }


def test_click_goes_on_with_the_conversation_of_its_thread() -> None:
    asked = from_click(click(thread_ts="2.0"))
    mention = from_message(body("app_mention"), BOT)
    assert asked is not None and mention is not None
    assert asked.conversation == mention.conversation
    assert asked.place == mention.place
    assert asked.click is not None
    assert asked.click.blocks == ({"type": "section"},)


def test_click_on_what_only_the_asker_sees_stays_there() -> None:
    asked = from_click(click(is_ephemeral=True))
    assert asked is not None and asked.click is not None
    assert asked.conversation == from_command(COMMAND).conversation
    assert asked.place.response_url == "https://hooks.example/actions/1"
    assert asked.click.is_private


def test_click_outside_a_message_asks_nothing() -> None:
    assert from_click(click(channel_id=None)) is None
