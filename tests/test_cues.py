"""The word lists hold words: YAML reads an unquoted `no` or `on` as a truth value."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from partners.cues import FOLDER

FILES = sorted(FOLDER.glob("*.yml"))


def test_there_are_word_lists() -> None:
    assert len(FILES) > 4


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_word_is_a_word(file: Path) -> None:
    words = list(_words(yaml.safe_load(file.read_text(encoding="utf-8"))))
    assert words
    assert [word for word in words if isinstance(word, bool)] == []


def _words(held: Any) -> Iterator[Any]:
    if isinstance(held, dict):
        for name, inner in held.items():
            yield name
            yield from _words(inner)
    elif isinstance(held, list):
        for inner in held:
            yield from _words(inner)
    else:
        yield held
