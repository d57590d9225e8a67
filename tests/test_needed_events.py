"""What is read of a conversation doesn't grow with it, and misses no type of event."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from tests.stores import fresh

# Rasa takes seconds to import, which `make unit` hasn't got: hence the late imports.
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore:::rasa")]

DOMAIN = """
slots:
  first: {type: text, mappings: [{type: custom}]}
  newest: {type: float, mappings: [{type: custom}]}
  never: {type: text, mappings: [{type: custom}]}
"""


def store_with(turns: int, settings: dict[str, Any]) -> Any:
    """A store with a conversation `c` of as many turns, and others beside it."""
    from rasa.shared.core.domain import Domain

    from extensions.stores.lean_tracker_store import LeanTrackerStore

    store = LeanTrackerStore(Domain.from_yaml(DOMAIN), **settings)
    for sender, length in (("a", 20), ("c", turns), ("d", 20)):
        asyncio.run(store.save(conversation(sender, length)))
    return store


def conversation(sender: str, turns: int) -> Any:
    from rasa.shared.core.events import (
        ActionExecuted,
        BotUttered,
        SessionStarted,
        SlotSet,
        UserUttered,
    )
    from rasa.shared.core.trackers import DialogueStateTracker

    listen = ActionExecuted("action_listen")
    events: list[Any] = [SessionStarted(), listen, SlotSet("first", "kept")]
    for number in range(turns):
        answer = [BotUttered("yes"), SlotSet("newest", number)]
        events += [UserUttered("x"), ActionExecuted("action_tell"), *answer, listen]
    return DialogueStateTracker.from_events(sender, events)


def needed(store: Any) -> tuple[Any, dict[str, Any]]:
    from extensions.stores.needed_events import needed_events

    slots = tuple(slot.name for slot in store.domain.slots)
    return needed_events(slots), {"sender": "c", "turns": 2}


def last_said(store: Any) -> tuple[Any, dict[str, Any]]:
    from extensions.stores.needed_events import LAST_SAID

    return LAST_SAID, {"sender": "c", "most": 10}


def sqlite_steps(turns: int, folder: Path, asked: Any) -> int:
    """How many instructions SQLite runs to find what is asked for."""
    store = store_with(turns, fresh("sqlite", folder))
    statement, values = asked(store)
    steps = []
    with store.engine.connect() as connection:
        connection.execute(statement, values).all()
        driver = connection.connection.dbapi_connection
        driver.set_progress_handler(lambda: steps.append(1), 1)
        connection.execute(statement, values).all()
        driver.set_progress_handler(None, 0)
    return len(steps)


def postgresql_pages(turns: int, folder: Path, asked: Any) -> int:
    """How many pages PostgreSQL looks at to find what is asked for."""
    from sqlalchemy import text

    store = store_with(turns, fresh("postgresql", folder))
    statement, values = asked(store)
    explain = text(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {statement.text}")
    with store.engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT")
        connection.exec_driver_sql("VACUUM ANALYZE events")
        found = connection.execute(explain, {**statement.compile().params, **values})
        plan = found.scalar_one()[0]["Plan"]
    return int(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"])


@pytest.mark.parametrize("asked", [needed, last_said])
@pytest.mark.parametrize("effort", [sqlite_steps, postgresql_pages])
def test_effort_does_not_grow_with_the_conversation(
    effort: Any, asked: Any, tmp_path: Path
) -> None:
    short, long = effort(300, tmp_path, asked), effort(3000, tmp_path, asked)
    assert short > 3, "nothing is measured"
    assert long <= 1.2 * short


def test_rebuilt_events_do_not_grow_and_slots_are_kept(tmp_path: Path) -> None:
    short, long = (
        asyncio.run(store_with(turns, fresh("memory", tmp_path)).retrieve("c"))
        for turns in (5, 300)
    )
    assert len(long.events) == len(short.events)
    values = long.current_slot_values()
    assert (values["first"], values["newest"], values["never"]) == ("kept", 299, None)


def test_every_type_of_event_is_placed_and_none_is_misspelt() -> None:
    from rasa.shared.core.events import Event
    from rasa.shared.utils.common import all_subclasses

    from extensions.stores.needed_events import LASTING, PASSING, entangled

    types = {event.type_name for event in all_subclasses(Event)}
    assert {*LASTING, *PASSING, "slot"} <= types
    assert {"active_loop", "reminder", "rewind", "undo"} <= set(entangled())
    assert len(types) == len(LASTING) + len(PASSING) + 1 + len(entangled())


@pytest.mark.parametrize("kind", ["pause", "reset_slots", "restart"])
def test_what_lasts_is_as_after_all_events(kind: str, tmp_path: Path) -> None:
    from rasa.shared.core.events import Event

    store = store_with(3, fresh("memory", tmp_path))
    tracker = asyncio.run(store.retrieve("c"))
    tracker.update(Event.from_parameters({"event": kind}))
    for event in list(conversation("c", 9).events)[3:]:
        tracker.update(event)
    asyncio.run(store.save(tracker))
    lean = asyncio.run(store.retrieve("c"))
    full = asyncio.run(store.retrieve_full_tracker("c"))
    assert len(lean.events) < len(full.events) / 2
    for key in ("slots", "paused", "followup_action", "latest_message"):
        assert lean.current_state()[key] == full.current_state()[key]


def test_rows_are_those_of_rasas_own_store(tmp_path: Path) -> None:
    from rasa.core.tracker_store import SQLTrackerStore

    rows = []
    store = store_with(3, fresh("sqlite", tmp_path))
    other = SQLTrackerStore(store.domain, **fresh("sqlite", tmp_path))
    asyncio.run(other.save(asyncio.run(store.retrieve_full_tracker("c"))))
    for each in (store, other):
        with each.engine.connect() as connection:
            query = "SELECT * FROM events WHERE sender_id = 'c' ORDER BY id"
            found = connection.exec_driver_sql(query).mappings()
            rows.append([{**row, "id": None} for row in found])
    assert rows[0] == rows[1]
    assert len(rows[0]) == 18
    assert json.loads(rows[0][-1]["data"])["name"] == "action_listen"
