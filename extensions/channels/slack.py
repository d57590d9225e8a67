"""The channel of Slack: bolt checks and acknowledges, Rasa answers.

Rasa's own connector answers what Slack repeats, loses words beside links, and more than
five buttons; nothing of it is used.  tests/test_slack_*.py hold what is done instead.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Sequence
from functools import cached_property
from http import HTTPStatus
from typing import Any

from rasa.core.channels.channel import InputChannel
from rasa.core.lock_store import RedisLockStore
from rasa.shared.exceptions import RasaException
from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse
from sanic.response import json as json_response
from slack_bolt.adapter.sanic.async_handler import (
    to_async_bolt_request,
    to_sanic_response,
)
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from extensions.channels.answering import Answering, Handle
from extensions.slack.blocks import Reply
from extensions.slack.conversing import Conversing
from extensions.slack.deduplication import Claims, MemoryClaims, RedisClaims
from extensions.slack.delivery import Delivery
from extensions.slack.handlers import register
from extensions.slack.identity import Identity
from extensions.slack.redacting import sdk_logger
from extensions.slack.settings import (
    CHANNEL,
    VARIABLES,
    Settings,
    SettingsError,
    read_settings,
)
from extensions.slack.socket_mode import SocketMode
from extensions.slack.texts import Texts, load_texts
from partners.phrases import Phrases

logger = logging.getLogger(__name__)

_REFUSED = (
    "Slack: a request is refused, its signature is wrong or older than five minutes; "
    "where that happens to all of them, set %s anew"
)
_FINISH_SECONDS = 5.0  # that answers which were asked for before a stop may take


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
        connection = _Connection(self._settings, RasaAssistant(answering, texts), texts)
        blueprint = Blueprint("slack_channel")

        async def receive(request: Request) -> HTTPResponse:
            # Sanic writes on its handlers, which a bound method doesn't let it.
            return await connection.receive(request)

        blueprint.add_route(_health, "/")
        if not self._settings.socket_mode:
            blueprint.add_route(receive, "/events", methods=["POST"])
        blueprint.listener("after_server_start")(connection.open)
        blueprint.listener("before_server_stop")(connection.close)
        return blueprint


class RasaAssistant:
    """What `Conversing` needs of Rasa."""

    def __init__(self, answering: Answering, texts: Texts) -> None:
        self._answering = answering
        self._texts = texts
        self.app: Sanic | None = None  # known once the server starts

    @property
    def _agent(self) -> Any:
        # Looked up each time: a new model makes a new agent.
        assert self.app is not None, "nothing is asked before the server has started"
        return self.app.ctx.agent

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
        phrases = Phrases(agent.domain.responses)

        def apologise(failure: str) -> str:
            return phrases.fill("utter_failure", id=failure)

        lines = self._answering.lines(text, conversation, apologise)
        return [_reply(line) async for line in lines if "text" in line]


class _Connection:
    """bolt between Slack and the conversations, from the server's start to its stop."""

    def __init__(
        self, settings: Settings, assistant: RasaAssistant, texts: Texts
    ) -> None:
        client = AsyncWebClient(
            settings.token,
            base_url=settings.api_base_url,
            timeout=settings.timeout_seconds,  # type: ignore[arg-type]  # aiohttp's
            retry_handlers=[],  # extensions/slack/retrying.py does it, with bounds
            logger=sdk_logger(),
        )
        self._assistant = assistant
        self._identity = Identity(client, settings.retries)
        self._conversing = Conversing(
            assistant, Delivery(client, settings.retries), texts
        )
        self._app = AsyncApp(
            signing_secret=settings.signing_secret,
            client=AsyncWebClient(base_url=settings.api_base_url, logger=sdk_logger()),
            authorize=self._identity.authorize,
            raise_error_for_unhandled_request=True,  # else it is a 404 to Slack
            logger=sdk_logger(),
        )
        register(self._app, self._conversing, self._identity, settings.allowed_teams)
        self._socket = (
            SocketMode(self._app, client, settings) if settings.socket_mode else None
        )
        self._starting: asyncio.Future[Any] | None = None

    async def receive(self, request: Request) -> HTTPResponse:
        """What Slack sends: events, commands, clicks and shortcuts."""
        try:
            received = to_async_bolt_request(request)
        except Exception:
            # bolt reads a body before it looks at the signature: strangers write these.
            return HTTPResponse(status=400)
        response = await self._app.async_dispatch(received)
        if response.status == HTTPStatus.UNAUTHORIZED:
            logger.warning(_REFUSED, VARIABLES["signing_secret"])
        return to_sanic_response(response)

    async def open(self, app: Sanic, loop: object) -> None:
        """Get to know Slack; the website doesn't wait for it."""
        self._assistant.app = app
        steps = [self._identity.learn()]
        if self._socket is not None:
            steps.append(self._socket.open())
        self._starting = asyncio.gather(*steps)

    async def close(self, app: Sanic, loop: object) -> None:
        """Take nothing more, and answer what was taken."""
        if self._starting is not None:
            self._starting.cancel()
        if self._socket is not None:
            await self._socket.close()
        await self._conversing.finish(_FINISH_SECONDS)


async def _health(request: Request) -> HTTPResponse:
    return json_response({"status": "ok"})


def _reply(line: dict[str, Any]) -> Reply:
    suggestions = tuple(line.get("suggestions") or ())
    return Reply(line["text"], line.get("source"), suggestions)
