"""Rasa's REST channel for tests and local use, with what a stranger sends made safe."""

from __future__ import annotations

from typing import Any

from rasa.core.channels.rest import RestInput
from sanic.exceptions import InvalidUsage
from sanic.request import Request

from partners.messages import clean, is_identity


class GuardedRestInput(RestInput):
    """`rest`, but no text is a command and nobody speaks for another channel.

    Rasa's own takes `/restart` and `/intent{"entity": …}` from anyone, lets the sender
    name the channel and any metadata, and puts all who name no sender into one
    conversation.
    """

    def _extract_message(self, req: Request) -> str:
        message = _body(req).get("message")
        if not isinstance(message, str):
            raise InvalidUsage("message must be a text: {'message': 'who funds CAMP'}")
        return clean(message)

    async def _extract_sender(self, req: Request) -> str:
        sender = _body(req).get("sender")
        if not isinstance(sender, str) or not is_identity(sender):
            raise InvalidUsage("sender must be a text of 1 to 100 plain characters")
        return sender

    def _extract_input_channel(self, req: Request) -> str:
        return self.name()

    def get_metadata(self, request: Request) -> dict[str, Any] | None:
        """None: what a stranger says of itself is not kept."""
        return None


def _body(request: Request) -> dict[str, Any]:
    body = request.json
    if not isinstance(body, dict):
        raise InvalidUsage("the body must be a JSON object with sender and message")
    return body
