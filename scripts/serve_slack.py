"""`make run-slack`: start the assistant on the website and in Slack.

With `--check` only say whether Slack's settings are complete, in a second.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from extensions.slack.settings import SettingsError, read_settings
from scripts.assistant import CREDENTIALS
from scripts.logged import ROOT
from scripts.serve import serve_until_stopped

SLACK_CREDENTIALS = ROOT / "credentials.slack.yml"
SLACK_CHANNEL = "extensions.channels.slack.SlackInput"
# Rasa takes one file.  No secret is in it: they stay in the environment.
MERGED = ROOT / "var" / "credentials.with-slack.yml"


def main(arguments: list[str]) -> int:
    try:
        merged = merge(CREDENTIALS, SLACK_CREDENTIALS)
        read_settings(merged[SLACK_CHANNEL], os.environ)
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 1
    if "--check" in arguments:
        return 0
    MERGED.write_text(yaml.safe_dump(merged))
    return serve_until_stopped(MERGED)


def merge(*paths: Path) -> Mapping[str, Any]:
    """The channels of all files."""
    merged: dict[str, Any] = {}
    for path in paths:
        merged |= yaml.safe_load(path.read_text(encoding="utf-8"))
    if SLACK_CHANNEL not in merged:
        raise SettingsError(f"{paths[-1].name}: {SLACK_CHANNEL} is missing: restore it")
    return merged


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
