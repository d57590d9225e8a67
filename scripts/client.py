"""Ask a running assistant over HTTP, as a web page would."""

from __future__ import annotations

import itertools
import json
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

HOST = "127.0.0.1"
TIMEOUT = 30.0  # seconds; an answer takes far less, a first one after the start may not


class AssistantSilent(Exception):
    """No answer came over HTTP."""


@dataclass(frozen=True)
class Button:
    title: str
    payload: str


@dataclass(frozen=True)
class Message:
    """One message of an answer: what it says and what it offers to choose from."""

    text: str
    buttons: tuple[Button, ...] = ()


def webhook(port: int) -> str:
    return f"http://{HOST}:{port}/webhooks/rest/webhook"


def ask(
    question: str, *, port: int, sender: str, timeout: float = TIMEOUT
) -> tuple[Message, ...]:
    """Send one question in the conversation of `sender` and return the answer."""
    body = json.dumps({"sender": sender, "message": question}).encode()
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(webhook(port), data=body, headers=headers)
    messages = json.loads(_read(request, timeout))
    return tuple(_message(message) for message in messages)


def is_running(port: int) -> bool:
    """Whether an assistant takes questions at this port."""
    health = f"http://{HOST}:{port}/webhooks/rest/"
    try:
        status = _read(urllib.request.Request(health), timeout=2)
    except AssistantSilent:
        return False
    return b'"ok"' in status


def page(port: int) -> str:
    """Where the web page of the assistant is, if it has one."""
    return f"http://{HOST}:{port}/"


def has_page(port: int) -> bool:
    """Whether the assistant at this port shows a web page."""
    try:
        shown = _read(urllib.request.Request(page(port)), timeout=2)
    except AssistantSilent:
        return False
    return b"<!doctype html" in shown[:100].lower()


def render(messages: Sequence[Message]) -> str:
    """The answer as plain text: each message, its buttons numbered through."""
    lines: list[str] = []
    numbers = itertools.count(1)
    for message in messages:
        lines.append(message.text)
        lines += [f"  {next(numbers)}. {button.title}" for button in message.buttons]
    return "\n".join(lines)


def _message(raw: dict[str, Any]) -> Message:
    buttons = tuple(Button(b["title"], b["payload"]) for b in raw.get("buttons", ()))
    return Message(raw.get("text", ""), buttons)


def _read(request: urllib.request.Request, timeout: float) -> bytes:
    # Straight to this machine, whatever proxy the environment names.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=timeout) as response:
            return bytes(response.read())
    except (urllib.error.URLError, OSError) as error:
        where = request.full_url
        raise AssistantSilent(f"{where} doesn't answer ({error})") from error
