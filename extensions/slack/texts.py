"""The texts that the channel itself says, from texts.yml."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from partners.yamlfile import load_yaml

TEXTS = Path(__file__).with_name("texts.yml")


@dataclass(frozen=True, slots=True)
class Home:
    """What the tab "Home" shows; `about` and `ways` are mrkdwn."""

    title: str
    about: str
    ways: str
    examples_title: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Texts:
    """One field for each entry of texts.yml."""

    call: str
    asked: str
    chosen: str
    not_ready: str
    home: Home


def load_texts(path: Path = TEXTS) -> Texts:
    """The texts of `path`; an entry too many or too few is an error that names it."""
    held: dict[str, Any] = load_yaml(path)
    try:
        home = {**held.pop("home")}
        return Texts(home=Home(examples=tuple(home.pop("examples")), **home), **held)
    except (KeyError, TypeError) as error:
        raise ValueError(f"{path}: {error}: entries are as in Texts") from error
