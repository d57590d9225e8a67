"""No event is lost or stored twice, whoever writes and whatever breaks."""

from __future__ import annotations

import asyncio
import itertools
import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.stores import DURABLE, KINDS, fresh

# Rasa takes seconds to import, which `make unit` hasn't got: hence the late imports.
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore:::rasa")]

ROOT = Path(__file__).resolve().parent.parent
WRITERS = ("one", "other")
TURNS = 100


def connect(settings: dict[str, Any]) -> Any:
    from rasa.shared.core.domain import Domain

    from extensions.stores.lean_tracker_store import LeanTrackerStore

    return LeanTrackerStore(Domain.empty(), **settings)


def turn(text: str) -> list[Any]:
    from rasa.shared.core.events import ActionExecuted, BotUttered, UserUttered

    listen = ActionExecuted("action_listen")
    return [UserUttered(text), BotUttered(text), listen]


def write(store: Any, sender: str, text: str) -> None:
    """One turn, read and written as Rasa does it."""
    from rasa.core.tracker_store import FailSafeTrackerStore

    get = FailSafeTrackerStore(store).get_or_create_tracker
    tracker = asyncio.run(get(sender, append_action_listen=False))
    for event in turn(text):
        tracker.update(event)
    asyncio.run(store.save(tracker))


def said(store: Any, sender: str) -> list[str]:
    """What the whole conversation's messages and answers say, in order."""
    tracker = asyncio.run(store.retrieve_full_tracker(sender))
    texts = [getattr(event, "text", None) for event in tracker.events]
    return [text for text in texts if text is not None]


@pytest.mark.parametrize("kind", DURABLE)
def test_two_processes_that_write_at_once_lose_nothing(
    kind: str, tmp_path: Path
) -> None:
    settings = fresh(kind, tmp_path)
    command = [sys.executable, "-W", "ignore", "-m", "tests.store_writer"]
    arguments = [json.dumps(settings), str(TURNS)]
    writers = [
        subprocess.Popen(
            [*command, *arguments, name],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        for name in WRITERS
    ]
    for writer in writers:
        assert writer.stdout is not None and writer.stdout.readline() == b"ready\n"
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write(b"begin\n")
        writer.stdin.flush()
    for writer in writers:
        writer.communicate(timeout=120)
        # It died, and what it had saved is there.
        assert writer.returncode == -signal.SIGKILL
    check_writers(said(connect(settings), "shared"))


def check_writers(texts: list[str]) -> None:
    turns = [texts[start : start + 2] for start in range(0, len(texts), 2)]
    assert len(turns) == 2 * TURNS
    # Each turn in one piece, and those of each writer in their order.
    assert all(message == answer for message, answer in turns)
    for name in WRITERS:
        own = [message for message, _ in turns if message.startswith(name)]
        assert own == [f"{name} {number}" for number in range(TURNS)]
    names = [message.split()[0] for message, _ in turns]
    changes = sum(one != other for one, other in itertools.pairwise(names))
    assert changes > 1, "they didn't write at once"


@pytest.mark.parametrize("kind", KINDS)
def test_two_who_read_before_either_saves_are_both_stored(
    kind: str, tmp_path: Path
) -> None:
    store = connect(fresh(kind, tmp_path))
    write(store, "c", "hello")
    trackers = [asyncio.run(store.retrieve("c")) for _ in range(2)]
    for number, tracker in enumerate(trackers):
        for event in turn(str(number)):
            tracker.update(event)
        asyncio.run(store.save(tracker))
        asyncio.run(store.save(tracker))  # and twice is once
    assert said(store, "c") == ["hello", "hello", "0", "0", "1", "1"]


@pytest.mark.parametrize("kind", KINDS)
def test_turn_is_stored_as_a_whole_or_not_at_all(kind: str, tmp_path: Path) -> None:
    from rasa.shared.core.events import ActionExecuted

    store = connect(fresh(kind, tmp_path))
    write(store, "c", "before")
    tracker = asyncio.run(store.retrieve("c"))
    for event in turn("lost") * 50:  # more than go into one statement
        tracker.update(event)
    tracker.update(ActionExecuted("half a pair \ud800"))  # no database takes it
    with pytest.raises(UnicodeEncodeError):
        asyncio.run(store.save(tracker))
    write(store, "c", "after")
    assert said(store, "c") == [*["before"] * 2, *["after"] * 2]


@pytest.mark.parametrize("kind", KINDS)
def test_turn_after_a_failed_read_is_stored(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = connect(fresh(kind, tmp_path))
    write(store, "c", "before")
    with monkeypatch.context() as broken:
        broken.setattr(store, "retrieve", None)
        write(store, "c", "meanwhile")
    write(store, "c", "after")
    assert said(store, "c") == [*["before"] * 2, *["meanwhile"] * 2, *["after"] * 2]


@pytest.mark.parametrize("kind", KINDS)
def test_tracker_that_came_over_http_adds_what_is_new(
    kind: str, tmp_path: Path
) -> None:
    from rasa.shared.core.trackers import DialogueStateTracker

    store = connect(fresh(kind, tmp_path))
    write(store, "c", "hello")
    events = [*turn("hello"), *turn("more")]
    tracker = DialogueStateTracker.from_events("c", events)
    asyncio.run(store.save(tracker))
    assert said(store, "c") == ["hello", "hello", "more", "more"]


@pytest.mark.parametrize("kind", KINDS)
def test_last_message_is_known_after_any_number_of_other_events(
    kind: str, tmp_path: Path
) -> None:
    from rasa.shared.core.events import ActionExecuted

    store = connect(fresh(kind, tmp_path))
    write(store, "c", "hello")
    tracker = asyncio.run(store.retrieve("c"))
    for _ in range(20):
        tracker.update(ActionExecuted("action_listen"))
    asyncio.run(store.save(tracker))
    assert asyncio.run(store.retrieve("c")).latest_message.text == "hello"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("sender", ["nul \0", "half a pair \ud800"])
def test_name_that_no_database_takes_does_not_end_the_process(
    sender: str, kind: str, tmp_path: Path
) -> None:
    from rasa.core.tracker_store import FailSafeTrackerStore

    store = FailSafeTrackerStore(connect(fresh(kind, tmp_path)))
    assert asyncio.run(store.retrieve_full_tracker(sender)) is None
    assert asyncio.run(store.retrieve(sender)) is None


def test_dropped_connections_are_renewed(tmp_path: Path) -> None:
    settings = fresh("postgresql", tmp_path)
    store, other = connect(settings), connect(settings)
    write(store, "c", "before")
    with other.engine.connect() as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    write(store, "c", "after")
    assert said(store, "c") == ["before", "before", "after", "after"]
