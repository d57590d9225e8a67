"""The settings of the Slack channel, from credentials and environment, checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from extensions.setting_names import reader_of

# The channel's name for Rasa, in its paths, and for the actions (actions/replying.py).
CHANNEL = "slack"
SLACK_API = "https://slack.com/api/"
# Where a secret is looked for that the credentials leave out.
VARIABLES = {
    "token": "SLACK_BOT_TOKEN",
    "signing_secret": "SLACK_SIGNING_SECRET",
    "app_token": "SLACK_APP_TOKEN",
}
_HINTS = {
    "token": "the app's page, OAuth & Permissions: it begins with xoxb-",
    "signing_secret": "the app's page, Basic Information, App Credentials",
    "app_token": "the app's page, Basic Information, App-Level Tokens: xapp-",
}


class SettingsError(Exception):
    """The channel's settings are wrong; the message lists all that is."""


@dataclass(frozen=True, slots=True)
class Settings:
    """One field for each setting; credentials.slack.yml says what each is for."""

    # Not in the repr: a secret may reach no log.
    token: str = field(repr=False)
    signing_secret: str = field(repr=False, default="")
    app_token: str = field(repr=False, default="")
    socket_mode: bool = False
    allowed_teams: tuple[str, ...] = ()
    retries: int = 3
    timeout_seconds: float = 10
    answer_seconds: float = 20
    api_base_url: str = SLACK_API


def read_settings(given: object, environ: Mapping[str, str]) -> Settings:
    """The settings of a block of credentials; what it leaves out is the default."""
    if given is not None and not isinstance(given, Mapping):
        raise SettingsError(f"credentials: {CHANNEL}: this must be `setting: value`")
    read: dict[str, Any] = {
        name: environ[variable]
        for name, variable in VARIABLES.items()
        if environ.get(variable)
    }
    problems: list[str] = []
    for name, value in (given or {}).items():
        try:
            read[name] = reader_of(str(name), _READERS)(value)
        except ValueError as error:
            problems.append(f"credentials: {CHANNEL}: {name}: {error}")
    problems += _missing(read)
    if problems:
        raise SettingsError("\n".join(problems))
    return Settings(**read)


def _missing(read: Mapping[str, Any]) -> list[str]:
    """A line for each secret that isn't there and is needed."""
    # Over a WebSocket that we open nothing is signed.
    second = "app_token" if read.get("socket_mode") else "signing_secret"
    return [
        f"{VARIABLES[name]} is not set: take it from {_HINTS[name]}"
        for name in ("token", second)
        if name not in read
    ]


def _secret(value: Any) -> str:
    if isinstance(value, str) and value.strip():
        return value.strip()
    raise ValueError("it must be a text that isn't empty")  # and is not shown


def _switch(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    raise ValueError(f"{value!r} must be true or false")


def _teams(value: Any) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise ValueError(f"{value!r} must be a list of workspace ids such as [T0123ABCD]")


def _count(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise ValueError(f"{value!r} must be a whole number, 0 or more")


def _seconds(value: Any) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool) and value > 0:
        return float(value)
    raise ValueError(f"{value!r} must be a number of seconds above 0")


def _address(value: Any) -> str:
    if isinstance(value, str) and value.startswith(("https://", "http://")):
        return value.rstrip("/") + "/"
    raise ValueError(f"{value!r} must be an address such as {SLACK_API}")


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "token": _secret,
    "signing_secret": _secret,
    "app_token": _secret,
    "socket_mode": _switch,
    "allowed_teams": _teams,
    "retries": _count,
    "timeout_seconds": _seconds,
    "answer_seconds": _seconds,
    "api_base_url": _address,
}
