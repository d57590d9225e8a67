"""deploy/slack/manifest.yml asks for what the handlers use, and for nothing else."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from extensions.slack import handlers
from scripts.logged import ROOT
from tests.fake_slack_methods import METHODS
from tests.slack_client import EVENTS
from tests.slack_server import MANIFEST

SOURCES = (ROOT / "extensions" / "slack", ROOT / "extensions" / "channels")
# What Slack wants for each subscription, by its documentation.
SCOPE_OF_EVENT = {
    "app_home_opened": None,
    "app_mention": "app_mentions:read",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
    "message.mpim": "mpim:history",
}
LIMITS = {"name": 35, "description": 140, "display_name": 80, "usage_hint": 1000}


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    held: dict[str, Any] = yaml.safe_load(MANIFEST.read_text())
    return held


def subscribed(manifest: dict[str, Any]) -> list[str]:
    events: list[str] = manifest["settings"]["event_subscriptions"]["bot_events"]
    return events


def sources() -> Iterator[Path]:
    for folder in SOURCES:
        yield from sorted(folder.glob("*.py"))


def called_methods() -> set[str]:
    """The methods of the Web API that our code calls on a client of Slack's SDK."""
    known = {name.replace(".", "_"): name for name in METHODS}
    return {
        known[node.attr]
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute) and node.attr in known
    }


def test_subscriptions_are_the_events_that_are_handled(
    manifest: dict[str, Any],
) -> None:
    kinds = [name.partition(".")[0] for name in subscribed(manifest)]
    assert set(kinds) == set(handlers.EVENTS)
    assert len(set(subscribed(manifest))) == len(kinds)


def test_commands_and_shortcuts_are_those_that_are_handled(
    manifest: dict[str, Any],
) -> None:
    features = manifest["features"]
    assert [one["command"] for one in features["slash_commands"]] == [handlers.COMMAND]
    shortcuts = [(one["type"], one["callback_id"]) for one in features["shortcuts"]]
    assert shortcuts == [("message", handlers.SHORTCUT)]


def test_scopes_are_those_that_are_used(manifest: dict[str, Any]) -> None:
    methods = called_methods()
    assert {"chat.postMessage", "chat.update", "views.publish"} <= methods
    used = {METHODS[name].scope for name in methods}
    used |= {SCOPE_OF_EVENT[name] for name in subscribed(manifest)}
    used |= {"commands"} if manifest["features"]["slash_commands"] else set()
    asked = manifest["oauth_config"]["scopes"]
    assert len(set(asked["bot"])) == len(asked["bot"])
    assert set(asked["bot"]) == used - {None}
    assert list(asked) == ["bot"]  # nothing in the name of a person


def test_home_is_shown_if_it_is_handled(manifest: dict[str, Any]) -> None:
    home = manifest["features"]["app_home"]
    assert home["home_tab_enabled"] == ("app_home_opened" in handlers.EVENTS)
    # Else nobody can write to the assistant.
    assert home["messages_tab_enabled"]
    assert not home["messages_tab_read_only_enabled"]


def test_every_address_is_the_one_that_is_served(manifest: dict[str, Any]) -> None:
    settings = manifest["settings"]
    addresses = [
        settings["event_subscriptions"]["request_url"],
        settings["interactivity"]["request_url"],
        *[command["url"] for command in manifest["features"]["slash_commands"]],
    ]
    assert addresses == [f"https://HOST{EVENTS}"] * 3
    assert settings["interactivity"]["is_enabled"]


def test_texts_are_as_long_as_slack_allows(manifest: dict[str, Any]) -> None:
    found = list(texts(manifest))
    assert found
    for name, text in found:
        assert 0 < len(text) <= LIMITS[name], (name, text)
    for shortcut in manifest["features"]["shortcuts"]:
        assert len(shortcut["name"]) <= 24


def texts(held: Any) -> Iterator[tuple[str, str]]:
    if isinstance(held, list):
        for item in held:
            yield from texts(item)
    elif isinstance(held, dict):
        for name, value in held.items():
            if name in LIMITS:
                yield name, value
            else:
                yield from texts(value)
