"""Who the assistant is in Slack: asked once, and not at every event."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from extensions.slack.retrying import Retrying, SlackFailed
from extensions.slack.settings import VARIABLES

logger = logging.getLogger(__name__)

Authorize = Callable[..., Awaitable[AuthorizeResult]]


class Identity:
    """The assistant's user, known once `learn` is done.

    bolt would ask `auth.test` before it acknowledges the first event, and lose events
    where Slack is slow to answer that.
    """

    def __init__(self, client: AsyncWebClient, retries: int) -> None:
        self._client = client
        self._retrying = Retrying(retries)
        self._user: str | None = None
        self._bot: str | None = None

    async def learn(self) -> None:
        """Ask Slack who the token is; a token that is no good is told at once."""
        try:
            held = await self._retrying(self._client.auth_test)
        except SlackFailed as error:
            if error.may_pass:
                logger.warning("Slack can't be reached now: %s", error)
            else:
                where = VARIABLES["token"]
                logger.error("Slack: no answers there, %s is refused: %s", where, error)
            return
        self._user, self._bot = held.get("user_id"), held.get("bot_id")
        logger.info("Slack: ready as %s in %s", held.get("user"), held.get("team"))

    def user(self, body: Mapping[str, Any]) -> str | None:
        """The assistant's user id, as far as it or the event's envelope tells."""
        if self._user is not None:
            return self._user
        named = body.get("authorizations") or [{}]
        user: str | None = named[0].get("user_id")
        return user

    @property
    def authorize(self) -> Authorize:
        """What tells bolt on whose behalf an event comes; one token is for all."""

        # bolt looks at the names of the arguments, and trips over `self`.
        async def authorize(
            enterprise_id: str | None, team_id: str | None
        ) -> AuthorizeResult:
            return AuthorizeResult(
                enterprise_id=enterprise_id,
                team_id=team_id,
                bot_token=self._client.token,
                bot_id=self._bot,
                bot_user_id=self._user,
            )

        return authorize
