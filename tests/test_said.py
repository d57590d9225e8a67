"""The end of a talk can be shown again from every store."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from tests.stores import KINDS, fresh
from tests.test_stored_events import connect, write

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore:::rasa")]

TURNS = 12


def texts(store: Any, sender: str, most: int) -> list[str]:
    """What is shown, through the store as Rasa wraps it."""
    from rasa.core.tracker_store import FailSafeTrackerStore

    from extensions.stores.said import said

    events = asyncio.run(said(FailSafeTrackerStore(store), sender, most))
    return [event["text"] for event in events]


def rasas_own() -> Any:
    from rasa.core.tracker_store import InMemoryTrackerStore
    from rasa.shared.core.domain import Domain

    return InMemoryTrackerStore(Domain.empty())


@pytest.mark.parametrize("kind", [*KINDS, "rasa"])
def test_end_of_the_own_talk_is_shown_in_order(kind: str, tmp_path: Path) -> None:
    store = rasas_own() if kind == "rasa" else connect(fresh(kind, tmp_path))
    for number in range(TURNS):
        write(store, "me", f"mine {number}")
        write(store, "you", f"yours {number}")
    said = [text for n in range(TURNS) for text in [f"mine {n}"] * 2]
    assert texts(store, "me", 400) == said
    assert texts(store, "me", 5) == said[-5:]
    assert texts(store, "nobody", 5) == []
