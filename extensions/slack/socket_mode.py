"""Socket Mode: events over a WebSocket that we open, where Slack can't reach us."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from extensions.slack.redacting import sdk_logger
from extensions.slack.retrying import Retrying, SlackFailed
from extensions.slack.settings import VARIABLES, Settings

logger = logging.getLogger(__name__)

_PAUSE = 30.0  # seconds until Slack is tried again, where it can't be reached


class SocketMode:
    """One connection; Slack sends each event to one of all that are open."""

    def __init__(
        self, app: AsyncApp, client: AsyncWebClient, settings: Settings
    ) -> None:
        self._app = app
        self._client = client
        self._token = settings.app_token
        self._retrying = Retrying(settings.retries)
        self._handler: AsyncSocketModeHandler | None = None

    async def open(self) -> None:
        """Connect, however long Slack can't be reached, unless it refuses the token."""
        address = await self._address()
        if address is None:
            return
        handler = AsyncSocketModeHandler(
            self._app, self._token, logger=sdk_logger(), web_client=self._client
        )
        # Else the SDK would ask for one of its own, and a wrong token again and again.
        handler.client.wss_uri = address
        self._handler = handler
        await handler.connect_async()  # type: ignore[no-untyped-call]

    async def close(self) -> None:
        """Disconnect."""
        if self._handler is not None:
            await self._handler.close_async()  # type: ignore[no-untyped-call]

    async def _address(self) -> str | None:
        while True:
            try:
                return str((await self._retrying(self._ask))["url"])
            except SlackFailed as error:
                if not error.may_pass:
                    where = VARIABLES["app_token"]
                    logger.error("Slack: no events, %s is refused: %s", where, error)
                    return None
                logger.warning("Slack: no connection: %s; trying on", error)
            await asyncio.sleep(_PAUSE)

    async def _ask(self) -> Any:
        return await self._client.apps_connections_open(app_token=self._token)
