"""Post answers to Slack: again where that helps, plain where Slack refuses the rest."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Sequence
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from extensions.slack.asked import Place
from extensions.slack.blocks import Message
from extensions.slack.redacting import sdk_logger
from extensions.slack.retrying import Retrying, SlackFailed

logger = logging.getLogger(__name__)

# An answer is about our partners; a preview of a page beside it only takes room.
_NO_PREVIEWS: dict[str, Any] = {"unfurl_links": False, "unfurl_media": False}


class Delivery:
    """What is posted where; nothing that fails here is raised."""

    def __init__(self, client: AsyncWebClient, retries: int) -> None:
        self._client = client
        self._retrying = Retrying(retries)
        self._once = Retrying(0)

    async def send(
        self, place: Place, messages: Sequence[Message], replace: bool = False
    ) -> None:
        """Post the messages in their order; `replace` the one that was clicked on."""
        for message in messages:
            if not await self._send(place, message, replace):
                return  # what follows would stand without its beginning
            replace = False

    async def update(self, channel: str, ts: str, message: Message) -> None:
        """Put `message` in the place of one that is there."""

        async def call() -> None:
            await self._client.chat_update(channel=channel, ts=ts, **message.body)

        await self._logged(self._retrying, call, f"update of {channel} {ts}")

    async def publish(self, user: str, view: dict[str, Any]) -> None:
        """Show `view` as the app's home to `user`."""

        async def call() -> None:
            await self._client.views_publish(user_id=user, view=view)

        await self._logged(self._retrying, call, f"home of {user}")

    async def _send(self, place: Place, message: Message, replace: bool) -> bool:
        async def whole() -> None:
            await self._post(place, message.body, replace)

        async def plain() -> None:
            await self._post(place, {"text": message.text}, replace)

        what = f"answer in {place.channel}"
        if await self._logged(self._retrying, whole, what):
            return True
        return await self._logged(self._once, plain, f"plain {what}")

    async def _post(self, place: Place, body: dict[str, Any], replace: bool) -> None:
        if place.response_url is not None:
            await self._respond(place.response_url, body, replace)
            return
        await self._client.chat_postMessage(
            channel=place.channel, thread_ts=place.thread, **body, **_NO_PREVIEWS
        )

    async def _respond(self, url: str, body: dict[str, Any], replace: bool) -> None:
        webhook = AsyncWebhookClient(
            url,
            timeout=self._client.timeout,
            retry_handlers=[],  # ours does it
            logger=sdk_logger(),
        )
        shown = {"response_type": "ephemeral", "replace_original": replace}
        response = await webhook.send_dict({**body, **shown, **_NO_PREVIEWS})
        if response.status_code != 200:
            raise SlackApiError("response_url", response)  # type: ignore[no-untyped-call]

    async def _logged(self, retrying: Retrying, call: Any, what: str) -> bool:
        try:
            await retrying(call)
        except SlackFailed as error:
            failure = secrets.token_hex(4)
            logger.error("Slack: %s failed: %s (id %s)", what, error, failure)
            return False
        return True
