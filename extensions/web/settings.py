"""The settings of the web channel, as credentials.yml has them, checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extensions.setting_names import reader_of
from extensions.web.limits import Rate
from extensions.web.origins import ANY, ORIGIN

# The channel's name for Rasa, in its paths, and for the actions (actions/replying.py).
CHANNEL = "web"


class SettingsError(Exception):
    """The channel's part of credentials.yml is wrong; the message lists all of it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """One field for each setting; credentials.yml says what each is for."""

    allowed_origins: tuple[str, ...] = ()
    per_conversation: Rate = Rate(messages=20, seconds=60)
    per_address: Rate = Rate(messages=120, seconds=60)
    answer_seconds: float = 20
    proxies: int = 0
    token_days: int = 30
    secret_file: Path = Path("var/web-secret")
    demo: bool = True
    title: str | None = None
    examples: tuple[str, ...] | None = None
    colours: Mapping[str, str] = field(default_factory=dict)


def read_settings(given: object) -> Settings:
    """The settings of a block of credentials.yml; what it leaves out is the default."""
    if given is None:
        return Settings()
    if not isinstance(given, Mapping):
        raise SettingsError(
            f"credentials.yml: {CHANNEL}: this must be `setting: value`"
        )
    read: dict[str, Any] = {}
    problems: list[str] = []
    for name, value in given.items():
        try:
            read[name] = reader_of(str(name), _READERS)(value)
        except ValueError as error:
            problems.append(f"credentials.yml: {CHANNEL}: {name}: {error}")
    if problems:
        raise SettingsError("\n".join(problems))
    return Settings(**read)


def _texts(value: Any) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise ValueError(f"{value!r} must be a list of texts")


def _origins(value: Any) -> tuple[str, ...]:
    origins = _texts(value)
    for origin in origins:
        if origin != ANY and not ORIGIN.fullmatch(origin):
            raise ValueError(
                f"{origin!r} is no origin: write it as https://www.example.org, in "
                "small letters, without a path or a slash at the end"
            )
    return origins


def _rate(value: Any) -> Rate:
    if not isinstance(value, Mapping) or set(value) != {"messages", "seconds"}:
        raise ValueError(f"{value!r} must be {{messages: 20, seconds: 60}}")
    return Rate(_above_zero(value["messages"]), _above_zero(value["seconds"]))


def _above_zero(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    raise ValueError(f"{value!r} must be a whole number above 0")


def _count(value: Any) -> int:
    return 0 if value == 0 and value is not False else _above_zero(value)


def _seconds(value: Any) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool) and value > 0:
        return float(value)
    raise ValueError(f"{value!r} must be a number of seconds above 0")


def _switch(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    raise ValueError(f"{value!r} must be true or false")


def _text(value: Any) -> str:
    if isinstance(value, str) and value.strip():
        return value
    raise ValueError(f"{value!r} must be a text")


def _named_texts(value: Any) -> Mapping[str, str]:
    if not isinstance(value, Mapping):
        raise ValueError(f"{value!r} must be {{accent: '#00687a'}}")
    return {_text(name): _text(text) for name, text in value.items()}


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "allowed_origins": _origins,
    "per_conversation": _rate,
    "per_address": _rate,
    "answer_seconds": _seconds,
    "proxies": _count,
    "token_days": _above_zero,
    "secret_file": lambda value: Path(_text(value)),
    "demo": _switch,
    "title": _text,
    "examples": _texts,
    "colours": _named_texts,
}
