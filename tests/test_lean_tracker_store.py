"""Conversations go, and are stored, as with Rasa's own store, however long they are."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest

from tests.stores import KINDS, fresh
from tests.talks import KNOWN_IN_THE_END, LONG, RESTART, TALKS, at_random

# Rasa takes seconds to import, which `make unit` hasn't got: hence the late imports.
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore:::rasa")]

ROOT = Path(__file__).resolve().parent.parent
TYPE = "extensions.stores.lean_tracker_store.LeanTrackerStore"
Connect = Callable[[], Any]
Hold = Callable[[Sequence[str], Connect], Any]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tests.small_bot import train

    return train(tmp_path_factory.mktemp("small_bot"))


@pytest.fixture
def hold(model: Path, monkeypatch: pytest.MonkeyPatch) -> Hold:
    """Hold a talk through a store: what is answered, and what is stored in the end."""
    from rasa.shared.core.events import Event

    from tests.small_bot import Clock, hold

    clock = Clock()
    monkeypatch.setattr(time, "time", clock)
    # Rasa's own store takes minutes for a long talk when this is looked up each time.
    monkeypatch.setattr(Event, "resolve_by_type", cache(Event.resolve_by_type))
    return lambda talk, connect: hold(talk, model, connect, clock)


def rasas(settings: dict[str, Any]) -> Connect:
    from rasa.core.tracker_store import SQLTrackerStore

    return partial(SQLTrackerStore, **settings)


def ours(settings: dict[str, Any], **more: Any) -> Connect:
    from extensions.stores.lean_tracker_store import LeanTrackerStore

    connect = partial(LeanTrackerStore, **settings, **more)
    # What is in memory is gone with a restart of the server: here it goes on.
    return cache(connect) if settings.get("db") == ":memory:" else connect


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("talk", TALKS.values(), ids=TALKS)
def test_talk_goes_and_is_stored_as_with_rasas_own_store(
    talk: list[str], kind: str, hold: Hold, tmp_path: Path
) -> None:
    expected = hold(talk, rasas(fresh("sqlite", tmp_path)))
    assert hold(talk, ours(fresh(kind, tmp_path))) == expected


@pytest.mark.parametrize("seed", range(6))
def test_talk_at_random_goes_as_with_rasas_own_store(
    seed: int, hold: Hold, tmp_path: Path
) -> None:
    talk = at_random(seed)
    expected = hold(talk, rasas(fresh("sqlite", tmp_path)))
    kind = KINDS[seed % len(KINDS)]
    assert hold(talk, ours(fresh(kind, tmp_path))) == expected


def test_300_turns_go_as_with_rasas_own_store(hold: Hold, tmp_path: Path) -> None:
    expected = hold(LONG, rasas(fresh("sqlite", tmp_path)))
    answers, events = expected
    assert len(answers) == 300
    assert answers[-1] == [KNOWN_IN_THE_END]
    for kind in KINDS:
        assert hold(LONG, ours(fresh(kind, tmp_path))) == expected, kind


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_rasas_own_store_can_take_over_and_hand_back(
    kind: str, hold: Hold, tmp_path: Path
) -> None:
    talk = [part for said in TALKS["expired session"] for part in (said, RESTART)]
    expected = hold(talk, rasas(fresh("sqlite", tmp_path)))
    settings = fresh(kind, tmp_path)
    in_turn = itertools.cycle([ours(settings), rasas(settings)])
    assert hold(talk, lambda: next(in_turn)()) == expected


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["expired session", "taken back", "form"])
def test_every_event_is_published_once(
    name: str, kind: str, hold: Hold, tmp_path: Path
) -> None:
    from tests.small_bot import SENDER, Published, comparable

    broker = Published()
    connect = ours(fresh(kind, tmp_path), event_broker=broker)
    answers, events = hold(TALKS[name], connect)
    assert events, "nothing is stored"
    stored = [{"sender_id": SENDER, **event} for event in events]
    assert comparable(broker.events) == stored


def test_endpoints_name_this_store(tmp_path: Path) -> None:
    from rasa.core.tracker_store import TrackerStore
    from rasa.utils.endpoints import read_endpoint_config

    config = read_endpoint_config(str(ROOT / "endpoints.yml"), "tracker_store")
    assert config.type == TYPE
    config.kwargs["db"] = str(tmp_path / "conversations.db")
    # By class, since Rasa takes one in memory where it doesn't find what is named.
    assert type(TrackerStore.create(config)).__name__ == "LeanTrackerStore"


def test_other_rasa_version_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from rasa.core.tracker_store import TrackerStore
    from rasa.utils.endpoints import EndpointConfig

    from extensions.stores import lean_tracker_store

    monkeypatch.setattr(lean_tracker_store, "version", lambda name: "3.7.0")
    with pytest.raises(
        lean_tracker_store.OtherRasa, match=r"3\.6\.21 and this is 3\.7"
    ):
        TrackerStore.create(EndpointConfig(type=TYPE, db=":memory:"))
