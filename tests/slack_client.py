"""Be Slack towards the assistant: events, clicks and commands, signed and sent."""

from __future__ import annotations

import hmac
import itertools
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlencode

from scripts.client import HOST
from tests.fake_slack_methods import APP, BOT, TEAM
from tests.web_client import Response

EVENTS = "/webhooks/slack/events"
SIGNING_SECRET = "SECRETofTHEsignature0123456789ab"
JSON, FORM = "application/json", "application/x-www-form-urlencoded"
_TIMEOUT = 30  # seconds; so long only where the server hangs

Payload = dict[str, Any]
_numbers = itertools.count(1)


def new_ts() -> str:
    """The time and name of a message of a person."""
    return f"1780000000.{next(_numbers):06d}"


def new_id(letter: str) -> str:
    """A person (U), a channel (C) or a direct message channel (D) like no other."""
    return f"{letter}{next(_numbers):05d}"


def new_trigger() -> str:
    """What lets an app open a view within three seconds: a secret, too."""
    return f"1.{next(_numbers)}.SECRETofTHEtrigger"


def event(held: Payload, *, team: str = TEAM, event_id: str | None = None) -> Payload:
    """The envelope in which an event comes; a repetition has the same `event_id`."""
    return {
        "token": "SECRETofTHEverification",
        "team_id": team,
        "api_app_id": APP,
        "type": "event_callback",
        "event": held,
        "event_id": event_id or f"Ev{next(_numbers):06d}",
        "event_time": int(time.time()),
        "authorizations": [{"team_id": team, "user_id": BOT, "is_bot": True}],
    }


def dm(text: str, channel: str, user: str, **more: Any) -> Payload:
    """A message to the assistant alone."""
    return message(text, channel, user, channel_type="im", **more)


def message(text: str, channel: str, user: str, **more: Any) -> Payload:
    """A message in a channel, as everyone there sees it."""
    said = {"type": "message", "text": text, "channel": channel, "user": user}
    ts = new_ts()
    return {**said, "ts": ts, "event_ts": ts, "channel_type": "channel", **more}


def mention(text: str, channel: str, user: str, **more: Any) -> Payload:
    """The same, as it comes to whom it names."""
    said = message(f"<@{BOT}> {text}", channel, user, type="app_mention", **more)
    del said["channel_type"]
    return said


@dataclass(frozen=True)
class SlackClient:
    """What Slack's servers send to the address of an app."""

    port: int
    secret: str = SIGNING_SECRET

    def post(
        self,
        body: bytes,
        kind: str = JSON,
        headers: Mapping[str, str] | None = None,
        *,
        age: float = 0,
    ) -> Response:
        """Send these very bytes, signed `age` seconds ago."""
        timestamp = str(int(time.time() - age))
        # By hand: slack_sdk's own signs only what is text.
        base = b"v0:" + timestamp.encode() + b":" + body
        digest = hmac.new(self.secret.encode(), base, "sha256").hexdigest()
        signed = {
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": f"v0={digest}",
        }
        return self._send(body, {"Content-Type": kind, **signed, **(headers or {})})

    def event(self, held: Payload, **more: Any) -> Response:
        """Send one event in a new envelope."""
        return self.envelope(event(held, **more))

    def envelope(self, held: Payload, retry: str | None = None) -> Response:
        """Send an envelope, or send it again, for that reason."""
        headers = {}
        if retry is not None:
            headers = {"X-Slack-Retry-Num": "1", "X-Slack-Retry-Reason": retry}
        return self.post(json.dumps(held).encode(), headers=headers)

    def command(self, text: str, user: str, channel: str, url: str) -> Response:
        """Send `/partners` with a text."""
        return self.form(command(text, user, channel, url))

    def interaction(self, held: Payload) -> Response:
        """Send a click, a shortcut or whatever else a person does with the mouse."""
        return self.form({"payload": json.dumps(held)})

    def form(self, held: Payload) -> Response:
        return self.post(urlencode(held).encode(), FORM)

    def get(self, path: str) -> Response:
        return self._send(None, {}, "GET", path)

    def _send(
        self,
        body: bytes | None,
        headers: Mapping[str, str],
        verb: str = "POST",
        path: str = EVENTS,
    ) -> Response:
        connection = HTTPConnection(HOST, self.port, timeout=_TIMEOUT)
        try:
            connection.request(verb, path, body, headers)
            response = connection.getresponse()
            received = {name.lower(): value for name, value in response.getheaders()}
            return Response(response.status, received, response.read())
        finally:
            connection.close()


def command(text: str, user: str, channel: str, url: str) -> Payload:
    """What a person's `/partners` is for the app."""
    return {
        "command": "/partners",
        "text": text,
        "user_id": user,
        "user_name": "someone",
        "channel_id": channel,
        "channel_name": "general",
        "team_id": TEAM,
        "team_domain": "village",
        "api_app_id": APP,
        "response_url": url,
        "trigger_id": new_trigger(),
        "token": "SECRETofTHEverification",
    }


def shortcut(on: Payload, user: str, url: str) -> Payload:
    """The message `on`, picked to have it answered."""
    return {
        "type": "message_action",
        "callback_id": "ask_partners",
        "team": {"id": TEAM, "domain": "village"},
        "user": {"id": user, "name": "someone", "team_id": TEAM},
        "channel": {"id": on["channel"], "name": "general"},
        "message": on,
        "message_ts": on["ts"],
        "response_url": url,
        "trigger_id": new_trigger(),
        "action_ts": new_ts(),
        "token": "SECRETofTHEverification",
    }


def click(
    button: Payload, on: Payload, user: str, url: str = "", is_private: bool = False
) -> Payload:
    """A press of a button in the message `on`, which only `user` sees if private."""
    container: Payload = {
        "type": "message",
        "message_ts": on["ts"],
        "channel_id": on["channel"],
    }
    if "thread_ts" in on:
        container["thread_ts"] = on["thread_ts"]
    container["is_ephemeral"] = is_private
    pressed = {**button, "block_id": "b", "action_ts": new_ts()}
    return {
        "type": "block_actions",
        "team": {"id": TEAM, "domain": "village"},
        "user": {"id": user, "username": "someone", "team_id": TEAM},
        "api_app_id": APP,
        "token": "SECRETofTHEverification",
        "container": container,
        "channel": {"id": on["channel"], "name": "general"},
        # Slack doesn't show a private message to the app that sent it.
        **({} if is_private else {"message": on}),
        "response_url": url,
        "trigger_id": new_trigger(),
        "actions": [pressed],
    }
