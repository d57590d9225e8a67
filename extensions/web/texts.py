"""The texts of the element in each of its languages, from widget/texts/."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from extensions.web.settings import Settings

FALLBACK = "en"
# What the element counts down to, and what the channel refuses beyond.
CHARACTER_LIMIT = 500


class Texts:
    """What `/config` answers, by language."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self._by_language = {
            path.stem: _config(json.loads(path.read_text(encoding="utf-8")), settings)
            for path in sorted(folder.glob("*.json"))
        }

    def config(self, language: str) -> dict[str, Any] | None:
        """The texts of a language such as `sv` or `sv-SE`, else the English ones."""
        primary = language.replace("_", "-").partition("-")[0].lower()
        return self._by_language.get(primary, self._by_language.get(FALLBACK))


def _config(held: dict[str, Any], settings: Settings) -> dict[str, Any]:
    return {
        "title": settings.title or held["title"],
        "texts": held["texts"],
        "colours": dict(settings.colours),
        "examples": list(settings.examples or held["examples"]),
        "characterLimit": CHARACTER_LIMIT,
    }
