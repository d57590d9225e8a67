"""The channel's part of credentials.yml is read, and each mistake in it is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from extensions.web.limits import Rate
from extensions.web.settings import Settings, SettingsError, read_settings
from scripts.assistant import CREDENTIALS, WEB_CHANNEL


def test_credentials_hold_the_defaults() -> None:
    held = yaml.safe_load(CREDENTIALS.read_text())
    assert read_settings(held[WEB_CHANNEL]) == Settings() == read_settings(None)


def test_rasas_own_open_channels_are_not_configured() -> None:
    names = set(yaml.safe_load(CREDENTIALS.read_text()))
    assert names
    assert not names & {"rest", "socketio", "rasa", "callback"}


def test_settings_are_read() -> None:
    settings = read_settings(
        {
            "allowed_origins": ["https://www.example.org", "http://localhost:8080"],
            "per_address": {"messages": 5, "seconds": 10},
            "proxies": 2,
            "answer_seconds": 0.5,
            "demo": False,
            "secret_file": "var/other",
            "title": "Ask",
            "examples": ["Who funds CAMP?"],
            "colours": {"accent": "#123456"},
        }
    )
    assert settings.allowed_origins[1] == "http://localhost:8080"
    assert settings.per_address == Rate(5, 10)
    assert (settings.proxies, settings.answer_seconds, settings.demo) == (2, 0.5, False)
    assert settings.secret_file == Path("var/other")
    assert settings.colours == {"accent": "#123456"}


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("allowed_origin", [], "did you mean allowed_origins?"),
        ("colour_of_the_sky", 1, "known are allowed_origins, "),
        ("allowed_origins", "https://a.example", "must be a list"),
        ("allowed_origins", ["https://a.example/"], "without a path"),
        ("allowed_origins", ["https://A.example"], "small letters"),
        ("allowed_origins", ["a.example"], "is no origin"),
        ("allowed_origins", ["https://a.example\nX: y"], "is no origin"),
        ("per_address", 20, "{messages: 20, seconds: 60}"),
        ("per_conversation", {"messages": 0, "seconds": 60}, "above 0"),
        ("answer_seconds", "20", "seconds above 0"),
        ("answer_seconds", True, "seconds above 0"),
        ("proxies", -1, "whole number"),
        ("proxies", False, "whole number"),
        ("token_days", 0.5, "whole number"),
        ("demo", "no", "true or false"),
        ("title", "", "must be a text"),
        ("colours", ["red"], "accent"),
        ("examples", [1], "list of texts"),
    ],
)
def test_mistake_is_told_with_its_setting(name: str, value: Any, told: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings({name: value})
    assert f"credentials.yml: web: {name}: " in str(caught.value)
    assert told in str(caught.value)


def test_all_mistakes_are_told_at_once() -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings({"demo": 1, "proxies": "two"})
    assert len(str(caught.value).splitlines()) == 2


def test_block_that_is_no_mapping_is_told() -> None:
    with pytest.raises(SettingsError, match="setting: value"):
        read_settings(["demo"])
