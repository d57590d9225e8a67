"""How the database of conversations is connected to, and prepared."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rasa.core.tracker_store import create_engine_kwargs
from sqlalchemy import create_engine, event, text
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.engine.url import URL
from sqlalchemy.pool import Pool, QueuePool, StaticPool

# WAL: who reads and who writes don't wait for one another.  NORMAL: no waiting for the
# disk at each message.  A killed process loses nothing by that; a loss of power may
# take the last messages, and leaves the database whole.
SQLITE_SETTINGS = ("journal_mode = WAL", "synchronous = NORMAL")
IN_MEMORY = (None, "", ":memory:")  # SQLite's names for a database without a file


def connect(url: URL) -> Engine:
    """An engine that keeps its connections open."""
    if url.get_backend_name() != "sqlite":
        # A connection that died with a restart of the database is noticed, and renewed.
        return create_engine(url, pool_pre_ping=True, **create_engine_kwargs(url))
    # By itself, SQLAlchemy 1.4 opens the file anew for each statement, and a database
    # in memory anew for each thread.  As in 2.0, where they may pass between threads:
    pool: type[Pool] = StaticPool if url.database in IN_MEMORY else QueuePool
    between_threads = {"check_same_thread": False}
    engine = create_engine(url, poolclass=pool, connect_args=between_threads)
    event.listen(engine, "connect", _set_sqlite)
    return engine


def prepare(engine: Engine, statements: Iterable[str]) -> None:
    """Change the schema, one process at a time."""
    with engine.begin() as connection:
        lock(connection, "schema")
        for statement in statements:
            connection.execute(text(statement))


def lock(connection: Connection, name: str) -> None:
    """Let no other process past a lock of this name until the transaction ends.

    In SQLite, where one process at a time writes, that is so without.
    """
    if connection.dialect.name == "postgresql":
        taking = text("SELECT pg_advisory_xact_lock(hashtext(:name))")
        connection.execute(taking, {"name": name})


def _set_sqlite(connection: Any, record: Any) -> None:
    for setting in SQLITE_SETTINGS:
        connection.execute(f"PRAGMA {setting}")
