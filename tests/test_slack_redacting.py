"""Nothing that lets somebody speak for the app reaches a log."""

from __future__ import annotations

import logging

import pytest

from extensions.slack.redacting import redacted, sdk_logger

SECRETS = (
    "xoxb-12-34-AbC",
    "xoxe.xoxp-1-AbC",
    "xapp-1-A1-2-abc",
    "https://hooks.slack.com/commands/T1/2/abc",
    "https://hooks.slack.com/actions/T1/2/abc",
)


@pytest.mark.parametrize("secret", SECRETS)
def test_secret_is_redacted_and_what_is_around_it_is_not(secret: str) -> None:
    told = redacted(f"posting to {secret} failed")
    assert told.startswith("posting to ")
    assert told.endswith(" failed")
    assert "bC" not in told
    assert "abc" not in told


def test_ticket_of_socket_mode_is_redacted() -> None:
    told = redacted("url='wss://wss.slack.com/link/?ticket=abc-1&app_id=A1'")
    assert told == "url='wss://wss.slack.com/link/?ticket=(redacted)&app_id=A1'"


def test_traceback_of_the_sdk_is_redacted(caplog: pytest.LogCaptureFixture) -> None:
    try:
        raise ValueError(SECRETS[0])
    except ValueError:
        sdk_logger().exception("failed with %s", SECRETS[2])
    assert "ValueError" in caplog.text
    assert "xox" not in caplog.text
    assert "xapp" not in caplog.text


def test_sdk_tells_no_requests_when_rasa_is_debugged() -> None:
    root = logging.getLogger()
    level = root.level
    root.setLevel(logging.DEBUG)
    try:
        assert not sdk_logger().isEnabledFor(logging.INFO)
        assert len(sdk_logger().filters) == 1
    finally:
        root.setLevel(level)
