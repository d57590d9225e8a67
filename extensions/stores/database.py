"""How the database of conversations is connected to, and prepared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from rasa.core.tracker_store import create_engine_kwargs
from sqlalchemy import create_engine, event
from sqlalchemy.engine import Dialect, Engine
from sqlalchemy.engine.url import URL
from sqlalchemy.pool import Pool, QueuePool, StaticPool
from sqlalchemy.sql.elements import TextClause

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


@contextmanager
def transaction(engine: Engine) -> Iterator[Any]:
    """A cursor of the driver's own, of whose statements all are kept or none.

    SQLAlchemy's layers above it took as long as the statements themselves; its pool of
    connections stays.
    """
    connection = engine.raw_connection()
    try:
        yield connection.cursor()
        connection.commit()
    finally:
        connection.close()  # back to the pool, which undoes what isn't committed


@lru_cache  # the statements are few, and each is an object of its own
def _translated(statement: TextClause, dialect: Dialect) -> tuple[str, Any]:
    compiled = statement.compile(dialect=dialect)
    return str(compiled), compiled


def query(
    engine: Engine, statement: TextClause, **values: Any
) -> list[tuple[Any, ...]]:
    """The rows that a statement finds."""
    text, compiled = _translated(statement, engine.dialect)
    named = {**compiled.params, **values}
    with transaction(engine) as cursor:
        in_order = compiled.positional and [named[n] for n in compiled.positiontup]
        cursor.execute(text, in_order or named)
        return cursor.fetchall()


def prepare(engine: Engine, statements: Iterable[str]) -> None:
    """Change the schema, one process at a time."""
    with transaction(engine) as cursor:
        lock(engine, cursor, "schema")
        for statement in statements:
            cursor.execute(statement)


def lock(engine: Engine, cursor: Any, name: str) -> None:
    """Let no other process past a lock of this name until the transaction ends.

    In SQLite, where one process at a time writes, that is so without.
    """
    if engine.dialect.name == "postgresql":
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", (name,))


def _set_sqlite(connection: Any, record: Any) -> None:
    for setting in SQLITE_SETTINGS:
        connection.execute(f"PRAGMA {setting}")
