"""Keep conversations in Rasa's SQL tables, and read back what the next message needs.

Rasa's own store reads, and rebuilds, every event of the session at each message, and
counts them at the end to find which are new.  This one reads the few that count and
notes on the tracker how many of its events are stored.  What is stored is the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.metadata import version
from itertools import chain, islice
from typing import Any

from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.events import Event, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.exceptions import RasaException
from rasa.shared.nlu.constants import INTENT_NAME_KEY
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session, sessionmaker

from extensions.stores.database import connect, lock, prepare, query, transaction
from extensions.stores.needed_events import (
    ALL_TURNS,
    INDEXES,
    LAST_SAID,
    needed_events,
)

WRITTEN_FOR = "3.6.21"
# `/back` takes back two messages, and then the turn before them says what comes next.
KEPT_TURNS = 2
# The id is the database's to give.
COLUMNS = "sender_id", "type_name", "timestamp", "intent_name", "action_name", "data"
ROWS_AT_ONCE = 100  # older SQLite takes 999 values


class OtherRasa(RasaException):
    """Rasa is not the version whose tables and trackers this store knows.

    Not an ImportError: Rasa would go on with a store in memory.
    """


class LeanTrackerStore(SQLTrackerStore):
    """Rasa's `SQL` store, with its settings, at the same cost however long the talk.

    `kept_turns` is how many turns back the policies and the actions can look; so can
    `GET /conversations/…/story`, unless it is asked for `all_sessions`.
    """

    engine: Engine

    def __init__(self, *args: Any, kept_turns: int = KEPT_TURNS, **kwargs: Any) -> None:
        check_rasa_version()
        super().__init__(*args, **kwargs)
        self._kept_turns = kept_turns
        self.engine.dispose()
        self.engine = connect(self.engine.url)
        self.sessionmaker = sessionmaker(bind=self.engine)
        self.Base.metadata.create_all(self.engine)  # again: it may be in memory
        prepare(self.engine, INDEXES)

    @contextmanager
    def session_scope(self) -> Iterator[Session]:
        """A session, which doesn't end the process as Rasa's does on any ValueError.

        A NUL character in the name of a conversation is one.
        """
        with self.sessionmaker() as session:
            yield session

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The tracker that the next message needs."""
        events = self._read(sender_id, self._kept_turns)
        if not events:
            return None
        if not any(event["event"] == UserUttered.type_name for event in events):
            # Listening without end, as when events are posted: the last message, which
            # tells whether the session has expired, is further back.
            events = self._read(sender_id, ALL_TURNS)
        tracker = DialogueStateTracker.from_dict(sender_id, events, self.domain.slots)
        _note_stored(tracker)
        return tracker

    async def retrieve_full_tracker(
        self, conversation_id: str
    ) -> DialogueStateTracker | None:
        """The tracker with every event of the conversation."""
        tracker = await super().retrieve_full_tracker(conversation_id)
        if tracker is not None:
            _note_stored(tracker)
        return tracker

    def said(self, sender_id: str, most: int) -> list[dict[str, Any]]:
        """The last `most` messages and replies, as events, in their order."""
        rows = query(self.engine, LAST_SAID, sender=sender_id, most=most)
        return [json.loads(data) for (data,) in reversed(rows)]

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Store the events that are new, then publish them."""
        events = self._new_events(tracker)
        if events:
            self._write(tracker.sender_id, events)
        _note_stored(tracker)
        # After they are stored, unlike Rasa: what is published is in the database.
        if self.event_broker is not None:
            await self._stream_new_events(self.event_broker, events, tracker.sender_id)

    def _new_events(self, tracker: DialogueStateTracker) -> list[Event]:
        stored = _stored_events(tracker)
        if stored is not None:
            return list(islice(tracker.events, stored, None))
        if not tracker.events:
            return []
        # Nobody read it from here: it came over HTTP, with the whole session in it.
        with self.session_scope() as session:
            return list(self._additional_events(session, tracker))

    def _read(self, sender_id: str, turns: int) -> list[dict[str, Any]]:
        statement = needed_events(tuple(slot.name for slot in self.domain.slots))
        rows = query(self.engine, statement, sender=sender_id, turns=turns)
        return [json.loads(data) for _, data in rows]

    def _write(self, sender_id: str, events: Sequence[Event]) -> None:
        rows = [_row(sender_id, event) for event in events]
        mark = "?" if self.engine.dialect.positional else "%s"
        with transaction(self.engine) as cursor:
            # Else the turns of two processes could be stored event by event in turn.
            lock(self.engine, cursor, f"conversation {sender_id}")
            for start in range(0, len(rows), ROWS_AT_ONCE):
                some = rows[start : start + ROWS_AT_ONCE]
                cursor.execute(insertion(len(some), mark), list(chain(*some)))


def check_rasa_version() -> None:
    found = version("rasa")
    if found != WRITTEN_FOR:
        raise OtherRasa(
            f"extensions/stores was written for Rasa {WRITTEN_FOR} and this is {found}:"
            " check it against Rasa's SQLTrackerStore, or use that (`type: SQL`)."
        )


@cache
def insertion(rows: int, mark: str) -> str:
    """One statement for so many rows: each takes a round trip to the server."""
    row = ", ".join([mark] * len(COLUMNS))
    values = ", ".join([f"({row})"] * rows)
    return f"INSERT INTO events ({', '.join(COLUMNS)}) VALUES {values}"


def _row(sender_id: str, event: Event) -> tuple[Any, ...]:
    """As Rasa's own store has it, which can read and continue the conversation."""
    data = event.as_dict()
    intent = data.get("parse_data", {}).get("intent", {})
    # In the order of COLUMNS.
    return (
        sender_id,
        event.type_name,
        data.get("timestamp"),
        intent.get(INTENT_NAME_KEY),
        data.get("name"),
        json.dumps(data),
    )


def _note_stored(tracker: DialogueStateTracker) -> None:
    # On the tracker itself, since Rasa hands this one back to be saved.  Its copies,
    # which Rasa makes to try things out, don't have it.
    tracker.stored_events = len(tracker.events)


def _stored_events(tracker: DialogueStateTracker) -> int | None:
    """How many of its events, from the first, are stored; None if nobody noted it."""
    return getattr(tracker, "stored_events", None)
