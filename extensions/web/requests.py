"""Read what a visitor sends, and refuse what is no question."""

from __future__ import annotations

import json
from typing import Any

from sanic.request import Request

from extensions.web.refusal import Refusal
from extensions.web.texts import CHARACTER_LIMIT
from partners.messages import plain

# Bytes; 500 characters, each written as two \uXXXX, and the rest of the object.
LARGEST_BODY = 8192


async def read_message(request: Request) -> str:
    """The text of a request, made safe to process and to store."""
    if _media_type(request) != "application/json":
        # Any page may send text/plain without asking; JSON makes a browser ask (CORS).
        raise Refusal(415, "bad_request", "the content type must be application/json")
    body = _parsed(await _read_body(request))
    message = body.get("message") if isinstance(body, dict) else None
    if not isinstance(message, str):
        reason = 'the body must be a JSON object: {"message": "Who funds CAMP?"}'
        raise Refusal(400, "bad_request", reason)
    return checked(message)


def checked(message: str) -> str:
    """The message as a plain text, if it can be a question."""
    if len(message.strip()) > CHARACTER_LIMIT:
        raise _too_long()
    text = plain(message)
    if not text:
        raise Refusal(400, "empty", "the message has no text")
    if text.startswith("/"):
        # To Rasa these are commands: /restart, /intent{"entity": …}.
        raise Refusal(400, "command", "a message can't begin with a slash")
    return text


def bearer_token(request: Request) -> str | None:
    """The token of the request, or None where there is no Authorization header."""
    header = request.headers.get("authorization")
    if header is None:
        return None
    scheme, _, token = header.partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def _media_type(request: Request) -> str:
    header: str = request.headers.get("content-type", "")
    return header.partition(";")[0].strip().lower()


async def _read_body(request: Request) -> bytes:
    """The body, of which no more is read than a question can have."""
    body = bytearray()
    async for chunk in request.stream:
        body += chunk
        if len(body) > LARGEST_BODY:
            raise _too_long()
    return bytes(body)


def _parsed(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Refusal(400, "bad_request", f"the body is no JSON: {error}") from error


def _too_long() -> Refusal:
    reason = f"a message has at most {CHARACTER_LIMIT} characters"
    return Refusal(413, "too_long", reason)
