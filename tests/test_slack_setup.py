"""What is missing is told in one line, and the website runs without Slack."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from scripts.assistant import CREDENTIALS, Assistant
from scripts.logged import ROOT
from scripts.ports import Ports
from tests.fake_slack import BOT_TOKEN
from tests.slack_client import SIGNING_SECRET, SlackClient, dm
from tests.slack_server import CHANNEL

SLACK = ROOT / "credentials.slack.yml"
ENVIRON = {"SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_SIGNING_SECRET": SIGNING_SECRET}


def check(environ: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Look whether Slack is set up, as `make run-slack` does first."""
    kept = {name: value for name, value in os.environ.items() if "SLACK" not in name}
    return subprocess.run(
        [sys.executable, "-m", "scripts.serve_slack", "--check"],
        cwd=ROOT,
        env={**kept, **environ},
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.slow
@pytest.mark.parametrize("missing", ENVIRON)
def test_missing_secret_is_one_clear_line(missing: str) -> None:
    rest = {name: value for name, value in ENVIRON.items() if name != missing}
    result = check(rest)
    (line,) = (result.stdout + result.stderr).splitlines()
    assert result.returncode == 1
    assert missing in line
    assert "app's page" in line
    assert "SECRET" not in line.replace("SLACK_SIGNING_SECRET", "")


@pytest.mark.slow
def test_all_that_is_missing_is_told_at_once() -> None:
    result = check({})
    lines = (result.stdout + result.stderr).splitlines()
    assert [name for name in ENVIRON if any(name in line for line in lines)] == list(
        ENVIRON
    )
    assert len(lines) == len(ENVIRON)


@pytest.mark.slow
def test_complete_environment_is_enough() -> None:
    result = check(ENVIRON)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_shipped_credentials_hold_no_secret() -> None:
    block = yaml.safe_load(SLACK.read_text())[CHANNEL]
    assert not {"token", "signing_secret", "app_token"} & set(block)
    assert CHANNEL not in yaml.safe_load(CREDENTIALS.read_text())


@pytest.mark.slow
def test_website_runs_without_slack(tmp_path: Path) -> None:
    with Assistant(Ports.unused(), tmp_path) as running:
        assert running.ask("Who funds CAMP?", "me")
        stranger = SlackClient(running.ports.rasa)
        assert stranger.event(dm("Who funds CAMP?", "D1", "U1")).status == 404
