"""The assistant with its Slack channel, running against the fake Slack."""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import yaml

from scripts.assistant import Assistant
from scripts.logged import ROOT
from scripts.ports import Ports
from tests.fake_slack import BOT_TOKEN, RESPONSE_URL, Call, FakeSlack
from tests.slack_client import SIGNING_SECRET, Payload, SlackClient, new_id

CHANNEL = "extensions.channels.slack.SlackInput"
MANIFEST = ROOT / "deploy" / "slack" / "manifest.yml"
GRACE = 0.5  # seconds in which a second answer, or a wrong one, would have come
POST, UPDATE, HOME = "chat.postMessage", "chat.update", "views.publish"


@dataclass(frozen=True)
class SlackServer:
    """A running assistant, Slack on its other side, and what it leaves behind."""

    slack: FakeSlack
    client: SlackClient
    scratch: Path

    @property
    def log(self) -> str:
        return (self.scratch / "rasa.log").read_text()

    def posts(self, channel: str) -> list[Call]:
        """The messages that came to a channel, so far."""
        return [call for call in self.slack.calls if is_post(call, channel)]

    def wait(self, channel: str, number: int = 1) -> list[Call]:
        """The messages that came to a channel, as soon as there are so many."""
        return self.slack.wait(lambda call: is_post(call, channel), number)

    def only(self, channel: str, number: int = 1) -> list[Call]:
        """The messages that came to a channel, which are so many and no more."""
        self.wait(channel, number)
        time.sleep(GRACE)
        found = self.posts(channel)
        assert len(found) == number, [call.sent["text"] for call in found]
        return found

    def ask(self, held: Payload, **more: Any) -> Call:
        """Send a message: the one answer to it."""
        channel = held["channel"]
        before = len(self.posts(channel))
        assert self.client.event(held, **more).status == 200
        return self.wait(channel, before + 1)[before]

    def told(self, url: str, number: int = 1) -> list[Call]:
        """What came to a response URL, as soon as there is so much."""
        return self.slack.wait(
            lambda call: (
                (call.method, call.where) == (RESPONSE_URL, url)
                and call.outcome == "ok"
            ),
            number,
        )

    def conversations(self, part: str) -> set[str]:
        """The names of the conversations that hold `part`, as they are stored."""
        with sqlite3.connect(self.scratch / "conversations.db") as connection:
            rows = connection.execute("SELECT DISTINCT sender_id FROM events")
            return {name for (name,) in rows if part in name}

    def events(self, part: str) -> list[dict[str, Any]]:
        """What is stored of the conversations whose names hold `part`."""
        with sqlite3.connect(self.scratch / "conversations.db") as connection:
            rows = connection.execute("SELECT sender_id, data FROM events ORDER BY id")
            return [json.loads(data) for name, data in rows if part in name]


def is_post(call: Call, channel: str) -> bool:
    """Whether a call brought a message to a channel."""
    is_there = call.sent.get("channel") == channel
    return call.method == POST and call.outcome == "ok" and is_there


@contextmanager
def running(
    scratch: Path,
    *,
    settings: Mapping[str, Any] | None = None,
    level: str = "INFO",
    slack: FakeSlack | None = None,
    **assistant: Any,
) -> Iterator[SlackServer]:
    """Start both, the channel with these settings beside those that it needs."""
    with FakeSlack(scopes()) if slack is None else _as_it_is(slack) as there:
        block = {
            "token": BOT_TOKEN,
            "signing_secret": SIGNING_SECRET,
            "api_base_url": there.url,
            **(settings or {}),
        }
        ports, channels = Ports.unused(), {CHANNEL: block}
        with (
            patch.dict(os.environ, LOG_LEVEL=level, LOG_LEVEL_LIBRARIES=level),
            Assistant(ports, scratch, channels=channels, **assistant),
        ):
            yield SlackServer(there, SlackClient(ports.rasa), scratch)


@contextmanager
def _as_it_is(slack: FakeSlack) -> Iterator[FakeSlack]:
    yield slack


def scopes() -> frozenset[str]:
    """What a workspace grants an app that is set up by our manifest."""
    manifest = yaml.safe_load(MANIFEST.read_text())
    return frozenset(manifest["oauth_config"]["scopes"]["bot"])


def channel(letter: str = "C") -> str:
    """A channel (C) or a direct message channel (D) like no other."""
    return new_id(letter)
