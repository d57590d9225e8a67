"""bolt between Slack and the conversations: it checks, acknowledges and routes."""

from __future__ import annotations

import asyncio
import logging
from http import HTTPStatus
from typing import Any

from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse
from slack_bolt.adapter.sanic.async_handler import (
    to_async_bolt_request,
    to_sanic_response,
)
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from extensions.slack.conversing import Assistant, Conversing
from extensions.slack.delivery import Delivery
from extensions.slack.handlers import register
from extensions.slack.identity import Identity
from extensions.slack.redacting import sdk_logger
from extensions.slack.settings import VARIABLES, Settings
from extensions.slack.socket_mode import SocketMode
from extensions.slack.texts import Texts

logger = logging.getLogger(__name__)

_REFUSED = (
    "Slack: a request is refused, its signature is wrong or older than five minutes; "
    "where that happens to all of them, set %s anew"
)
_FINISH_SECONDS = 5.0  # that answers which were asked for before a stop may take


class Connection:
    """From the server's start to its stop."""

    def __init__(self, settings: Settings, assistant: Assistant, texts: Texts) -> None:
        client = AsyncWebClient(
            settings.token,
            base_url=settings.api_base_url,
            timeout=settings.timeout_seconds,  # type: ignore[arg-type]  # aiohttp's
            retry_handlers=[],  # extensions/slack/retrying.py does it, with bounds
            logger=sdk_logger(),
        )
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
