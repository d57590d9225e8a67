"""What a person asks in Slack, whatever way: the words, the conversation, the place.

Each function reads one kind of payload, and returns None where it asks nothing of us.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from extensions.slack.cleaning import cleaned, mentions

Payload = Mapping[str, Any]
# Messages that a person wrote.  All other subtypes tell that something has happened:
# an edit, a deletion, somebody who joined.
_WRITTEN = {None, "file_share", "thread_broadcast"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer goes: a channel and its thread, or who waits at an address."""

    channel: str
    thread: str | None = None
    # Seen by the asker only, and open for half an hour.  Whoever knows it can post, so
    # that it is no part of what is logged.
    response_url: str | None = None


@dataclass(frozen=True, slots=True)
class Click:
    """The message whose button was pressed."""

    ts: str
    blocks: tuple[Mapping[str, Any], ...] = ()
    text: str = ""
    is_private: bool = False  # one that only the asker sees


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and all that there is to know for answering it once."""

    text: str  # empty where a person only calls
    conversation: str
    place: Place
    keys: tuple[str, ...]  # whoever claims all of them first answers
    user: str
    is_new: bool = True  # False: only for us where the conversation exists
    shows_question: bool = False  # the question is not on the screen otherwise
    click: Click | None = None


def from_message(body: Payload, bot: str | None) -> Asked | None:
    """A direct message, a mention, or what follows on one in its thread."""
    event = body["event"]
    text, user = event.get("text") or "", event.get("user")
    is_ours = not user or user == bot or event.get("bot_id")
    if is_ours or event.get("subtype") not in _WRITTEN:
        return None
    direct = event.get("channel_type") == "im" or event["channel"].startswith("D")
    named = event["type"] == "app_mention" or bot in mentions(text)
    thread = event.get("thread_ts")
    if not direct and not named and (not thread or mentions(text)):
        return None  # people talk with each other
    place = Place(event["channel"], thread if direct else thread or event["ts"])
    return Asked(
        text=cleaned(text, bot),
        conversation=_conversation(_team(body), place, user, direct),
        place=place,
        keys=(f"event:{body['event_id']}", f"message:{place.channel}:{event['ts']}"),
        user=user,
        is_new=direct or named,
    )


def from_command(body: Payload) -> Asked:
    """`/partners <question>`."""
    place = Place(body["channel_id"], response_url=body["response_url"])
    return Asked(
        text=cleaned(body.get("text") or "", bot=None),
        conversation=_private(body["team_id"], place, body["user_id"]),
        place=place,
        keys=(f"trigger:{body['trigger_id']}",),
        user=body["user_id"],
        shows_question=True,
    )


def from_shortcut(body: Payload, bot: str | None) -> Asked:
    """A message that a person picked to have it answered."""
    place = Place(body["channel"]["id"], response_url=body["response_url"])
    return Asked(
        text=cleaned(body["message"].get("text") or "", bot),
        conversation=_private(_team(body), place, body["user"]["id"]),
        place=place,
        keys=(f"trigger:{body['trigger_id']}",),
        user=body["user"]["id"],
        shows_question=True,
    )


def from_click(body: Payload) -> Asked | None:
    """A button of an answer, whose value is the question."""
    container, action = body["container"], body["actions"][0]
    channel = container.get("channel_id")
    question = cleaned(action.get("value") or "", bot=None)
    if not channel or not question:
        return None
    user, ts = body["user"]["id"], container["message_ts"]
    message = body.get("message") or {}
    private = bool(container.get("is_ephemeral"))
    thread = container.get("thread_ts") or message.get("thread_ts")
    place = Place(channel, thread, body.get("response_url") if private else None)
    if private:
        conversation = _private(_team(body), place, user)
    else:
        conversation = _conversation(_team(body), place, user, channel.startswith("D"))
    return Asked(
        text=question,
        conversation=conversation,
        place=place,
        # Each button once: a second press does nothing, another button still does.
        keys=(f"click:{channel}:{ts}:{action['action_id']}",),
        user=user,
        shows_question=private,
        click=Click(
            ts, tuple(message.get("blocks") or ()), message.get("text", ""), private
        ),
    )


def _team(body: Payload) -> str:
    # The workspace in which it was asked, also where the asker is of another.
    team: str = body.get("team_id") or body["team"]["id"]
    return team


def _conversation(team: str, place: Place, user: str, direct: bool) -> str:
    if direct:
        return f"slack-{team}-{place.channel}-dm"
    return f"slack-{team}-{place.channel}-{place.thread}-{user}"


def _private(team: str, place: Place, user: str) -> str:
    return f"slack-{team}-{place.channel}-command-{user}"
