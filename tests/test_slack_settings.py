"""The channel's settings come from credentials and environment; mistakes are told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from extensions.slack.settings import SLACK_API, Settings, SettingsError, read_settings
from scripts.assistant import CREDENTIALS
from scripts.serve_slack import SLACK_CHANNEL, SLACK_CREDENTIALS, main, merge

ENVIRON = {"SLACK_BOT_TOKEN": "xoxb-1-of-the-bot", "SLACK_SIGNING_SECRET": "signing"}


def test_credentials_hold_the_defaults_and_no_secret() -> None:
    held = yaml.safe_load(SLACK_CREDENTIALS.read_text())[SLACK_CHANNEL]
    assert read_settings(held, ENVIRON) == Settings("xoxb-1-of-the-bot", "signing")
    assert read_settings(None, ENVIRON).api_base_url == SLACK_API
    assert not {"token", "signing_secret", "app_token"} & set(held)


def test_website_is_served_beside_slack() -> None:
    merged = merge(CREDENTIALS, SLACK_CREDENTIALS)
    assert set(yaml.safe_load(CREDENTIALS.read_text())) < set(merged)


def test_website_needs_no_slack() -> None:
    assert SLACK_CHANNEL not in yaml.safe_load(CREDENTIALS.read_text())


def test_file_without_the_channel_is_told(tmp_path: Path) -> None:
    empty = tmp_path / "credentials.slack.yml"
    empty.write_text("{}")
    with pytest.raises(SettingsError, match=r"credentials\.slack\.yml: .* is missing"):
        merge(empty)


@pytest.mark.parametrize("missing", sorted(ENVIRON))
def test_missing_secret_is_one_line_that_says_where_it_is(
    missing: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in ENVIRON.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv(missing)
    assert main(["--check"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"{missing} is not set: take it from the app's page, ")


def test_complete_settings_pass_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in ENVIRON.items():
        monkeypatch.setenv(name, value)
    assert main(["--check"]) == 0


def test_socket_mode_needs_another_secret() -> None:
    given = {"socket_mode": True}
    with pytest.raises(SettingsError, match="^SLACK_APP_TOKEN is not set"):
        read_settings(given, ENVIRON)
    settings = read_settings(given, {"SLACK_BOT_TOKEN": "b", "SLACK_APP_TOKEN": "a"})
    assert (settings.token, settings.app_token, settings.socket_mode) == (
        "b",
        "a",
        True,
    )


def test_credentials_win_over_the_environment() -> None:
    given = {"token": " mine ", "api_base_url": "http://127.0.0.1:1/api"}
    settings = read_settings(given, ENVIRON)
    assert settings.token == "mine"
    assert settings.api_base_url == "http://127.0.0.1:1/api/"


def test_secrets_are_not_shown() -> None:
    shown = repr(Settings("xoxb-1-of-the-bot", "signing", "xapp-1-of-the-app"))
    assert not {part for part in ("xoxb", "signing'", "xapp") if part in shown}


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("tokens", "x", "did you mean token?"),
        ("colour_of_the_sky", 1, "known are token, "),
        ("token", "", "isn't empty"),
        ("token", 1, "isn't empty"),
        ("socket_mode", "no", "true or false"),
        ("allowed_teams", "T1", "list of workspace ids"),
        ("retries", -1, "0 or more"),
        ("retries", True, "0 or more"),
        ("timeout_seconds", 0, "above 0"),
        ("answer_seconds", "20", "above 0"),
        ("api_base_url", "slack.com", "an address such as"),
    ],
)
def test_mistake_is_told_with_its_setting(name: str, value: Any, told: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings({name: value}, ENVIRON)
    assert f"credentials: slack: {name}: " in str(caught.value)
    assert told in str(caught.value)


def test_all_mistakes_are_told_at_once() -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings({"retries": "two", "socket_mode": 1}, {})
    assert len(str(caught.value).splitlines()) == 4


def test_block_that_is_no_mapping_is_told() -> None:
    with pytest.raises(SettingsError, match="setting: value"):
        read_settings(["token"], ENVIRON)
