"""The channel of Slack: bolt checks and acknowledges, Rasa answers.

Rasa's own connector answers what Slack repeats, loses words beside links, and more than
five buttons; nothing of it is used.  tests/test_slack_*.py hold what is done instead.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from rasa.core.channels.channel import InputChannel
from rasa.core.lock_store import RedisLockStore
from rasa.shared.exceptions import RasaException
from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse
from sanic.response import json as json_response

from extensions.channels.answering import Answering, Handle, apology_for
from extensions.slack.blocks import Reply
from extensions.slack.connection import Connection
from extensions.slack.deduplication import Claims, MemoryClaims, RedisClaims
from extensions.slack.settings import (
    CHANNEL,
    Settings,
    SettingsError,
    read_settings,
)
from extensions.slack.texts import Texts, load_texts


class SlackInput(InputChannel):
    """Rasa's side of Slack; extensions/slack is what it is made of."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @classmethod
    def name(cls) -> str:
        """See the base class."""
        return CHANNEL

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> SlackInput:
        """The channel with its block of the credentials and the environment."""
        try:
            return cls(read_settings(credentials, os.environ))
        except SettingsError as error:
            raise RasaException(str(error)) from error  # Rasa tells these in one line

    def blueprint(self, on_new_message: Handle) -> Blueprint:
        """See the base class."""
        texts = load_texts()
        answering = Answering(on_new_message, self._settings.answer_seconds, CHANNEL)
        assistant = RasaAssistant(answering, texts)
        connection = Connection(self._settings, assistant, texts)
        blueprint = Blueprint("slack_channel")

        async def receive(request: Request) -> HTTPResponse:
            # Sanic writes on its handlers, which a bound method doesn't let it.
            return await connection.receive(request)

        blueprint.add_route(_health, "/")
        if not self._settings.socket_mode:
            blueprint.add_route(receive, "/events", methods=["POST"])
        blueprint.listener("before_server_start")(assistant.attach)
        blueprint.listener("after_server_start")(connection.open)
        blueprint.listener("before_server_stop")(connection.close)
        return blueprint


class RasaAssistant:
    """What `Conversing` needs of Rasa."""

    def __init__(self, answering: Answering, texts: Texts) -> None:
        self._answering = answering
        self._texts = texts
        self._app: Sanic | None = None

    async def attach(self, app: Sanic, loop: object) -> None:
        """Learn whose agent it is that answers."""
        self._app = app

    @property
    def _agent(self) -> Any:
        # Looked up each time: a new model makes a new agent.
        assert self._app is not None, "nothing is asked before the server has started"
        return self._app.ctx.agent

    @cached_property
    def claims(self) -> Claims:
        """What all workers have claimed: in the lock store's Redis, if it has one."""
        store = self._agent.lock_store
        if isinstance(store, RedisLockStore):
            return RedisClaims(store.red, f"{store.key_prefix}slack:")
        return MemoryClaims()

    async def knows(self, conversation: str) -> bool:
        """Whether there is such a conversation."""
        return bool(await self._agent.tracker_store.exists(conversation))

    async def replies(self, text: str, conversation: str) -> Sequence[Reply]:
        """What is answered to `text`; an apology where that fails."""
        agent = self._agent
        if not agent.is_ready():
            return [Reply(self._texts.not_ready)]
        apologise = apology_for(text, agent.domain.responses)
        lines = self._answering.lines(text, conversation, apologise)
        return [_reply(line) async for line in lines if "text" in line]


async def _health(request: Request) -> HTTPResponse:
    return json_response({"status": "ok"})


def _reply(line: dict[str, Any]) -> Reply:
    suggestions = tuple(line.get("suggestions") or ())
    return Reply(line["text"], line.get("source"), suggestions)
