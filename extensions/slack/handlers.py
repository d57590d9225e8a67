"""What of Slack is handled, and by what; deploy/slack/manifest.yml subscribes to it."""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable, Collection, Mapping
from typing import Any

from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_bolt.error import BoltUnhandledRequestError

from extensions.slack.asked import (
    from_click,
    from_command,
    from_message,
    from_shortcut,
)
from extensions.slack.blocks import ACTION
from extensions.slack.conversing import Conversing
from extensions.slack.identity import Identity
from extensions.slack.redacting import redacted

logger = logging.getLogger(__name__)

EVENTS = ("app_mention", "message", "app_home_opened")
COMMAND = "/partners"
SHORTCUT = "ask_partners"

Body = dict[str, Any]
Next = Callable[[], Awaitable[BoltResponse]]


def register(
    app: AsyncApp, conversing: Conversing, identity: Identity, teams: Collection[str]
) -> None:
    """Have `app` hand on what is asked; it acknowledges before that is answered."""

    async def take_message(body: Body) -> None:
        asked = from_message(body, identity.user(body))
        if asked is not None:
            conversing.take(asked)

    async def show_home(event: Mapping[str, Any]) -> None:
        if event.get("tab", "home") == "home":
            conversing.show_home(event["user"])

    async def take_command(ack: AsyncAck, body: Body) -> None:
        await ack()
        conversing.take(from_command(body))

    async def take_shortcut(ack: AsyncAck, body: Body) -> None:
        await ack()
        conversing.take(from_shortcut(body, identity.user(body)))

    async def take_click(ack: AsyncAck, body: Body) -> None:
        await ack()
        asked = from_click(body)
        if asked is not None:
            conversing.take(asked)

    app.middleware(_only_of(teams))
    app.error(_on_error)
    for event, take in zip(
        EVENTS, (take_message, take_message, show_home), strict=True
    ):
        app.event(event)(take)
    app.command(COMMAND)(take_command)
    app.message_shortcut(SHORTCUT)(take_shortcut)
    app.block_action(re.compile(rf"{ACTION}-\d+"))(take_click)


def _only_of(teams: Collection[str]) -> Callable[..., Awaitable[BoltResponse]]:
    """A step that lets only the workspaces `teams` through; without any, all."""

    async def let_through(context: AsyncBoltContext, next: Next) -> BoltResponse:
        if teams and context.team_id not in teams:
            told = "Slack: %s is not in allowed_teams: what it sent is ignored"
            logger.warning(told, context.team_id)
            return BoltResponse(status=200)
        return await next()

    return let_through


async def _on_error(error: Exception) -> BoltResponse | None:
    """Acknowledge what isn't handled: Slack would send it again, to no end.

    What failed is not acknowledged, if there is still time: the next try may succeed.
    """
    if isinstance(error, BoltUnhandledRequestError):
        return BoltResponse(status=200)
    told = redacted(f"{type(error).__name__}: {error}")
    logger.error("Slack: what it sent could not be read: %s", told)
    return None
