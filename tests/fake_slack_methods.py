"""The methods of Slack's Web API that the fake one knows, each with what it needs."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.block_kit import Refused, check_home, check_message

TEAM, BOT, BOT_ID, APP = "T1", "UBOT", "BBOT", "A1"

Sent = dict[str, Any]


@dataclass
class Workspace:
    """What is there to see for people: messages as they stand, and homes."""

    messages: dict[tuple[str, str], Sent] = field(default_factory=dict)
    homes: dict[str, Sent] = field(default_factory=dict)
    channels_without_us: set[str] = field(default_factory=set)
    _numbers: Any = field(default_factory=lambda: itertools.count(1))

    def new_ts(self) -> str:
        """The time and name of a message: unlike that of any other."""
        return f"1790000000.{next(self._numbers):06d}"


@dataclass(frozen=True)
class Method:
    """What a method does, the scope that it needs, and the parameters it can't miss."""

    run: Callable[[Workspace, Sent], Sent]
    scope: str | None = None
    needs: tuple[str, ...] = ()
    is_of_app: bool = False  # its token is that of the app, not that of the bot


def _who_am_i(workspace: Workspace, sent: Sent) -> Sent:
    ids = {"team_id": TEAM, "user_id": BOT, "bot_id": BOT_ID, "app_id": APP}
    names = {"url": "https://village.slack.com/", "team": "Village", "user": "partners"}
    return {**ids, **names, "is_enterprise_install": False}


def _post(workspace: Workspace, sent: Sent) -> Sent:
    _check_channel(workspace, sent)
    check_message(sent)
    ts = workspace.new_ts()
    message = {"type": "message", "ts": ts, "bot_id": BOT_ID, "user": BOT, **sent}
    workspace.messages[sent["channel"], ts] = message
    return {"channel": sent["channel"], "ts": ts, "message": message}


def _post_for_one(workspace: Workspace, sent: Sent) -> Sent:
    _check_channel(workspace, sent)
    check_message(sent)
    return {"message_ts": workspace.new_ts()}


def _update(workspace: Workspace, sent: Sent) -> Sent:
    message = workspace.messages.get((sent["channel"], sent["ts"]))
    if message is None:
        raise Refused("message_not_found", sent["ts"])
    check_message(sent)
    message.update(sent)
    return {"channel": sent["channel"], "ts": sent["ts"], "message": message}


def _publish(workspace: Workspace, sent: Sent) -> Sent:
    check_home(sent["view"])
    workspace.homes[sent["user_id"]] = sent["view"]
    return {"view": {"id": f"V{sent['user_id']}", **sent["view"]}}


def _check_channel(workspace: Workspace, sent: Sent) -> None:
    if sent["channel"] in workspace.channels_without_us:
        raise Refused("not_in_channel", sent["channel"])


METHODS = {
    "auth.test": Method(_who_am_i),
    "chat.postMessage": Method(_post, "chat:write", ("channel",)),
    "chat.postEphemeral": Method(_post_for_one, "chat:write", ("channel", "user")),
    "chat.update": Method(_update, "chat:write", ("channel", "ts")),
    "views.publish": Method(_publish, None, ("user_id", "view")),
    # The address of the WebSocket is filled in by the server.
    "apps.connections.open": Method(lambda *_: {}, None, (), is_of_app=True),
}
