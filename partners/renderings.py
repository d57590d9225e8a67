"""What the knowledge says, in another language than the page's.

`data/facts/<language>.yml` renders texts of facts, their notes and units, and the names
of places, fields, kinds and forms; organisations are called what the page calls them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from partners.yamlfile import load_yaml

FOLDER = Path(__file__).parents[1] / "data" / "facts"
_FILES = {"sv": "swedish.yml"}


@cache
def load_renderings(language: str | None) -> Mapping[str, str]:
    """English text -> the same in `language`; nothing for English and unknown ones.

    Read at the first answer that needs it; what it lacks is told in English.
    """
    if language not in _FILES:
        return {}
    pairs = load_yaml(FOLDER / _FILES[language])["texts"]
    return {pair["text"]: pair["swedish"] for pair in pairs}
