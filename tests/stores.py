"""Stores of conversations in a fresh database of each kind, for tests."""

from __future__ import annotations

import atexit
import itertools
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Any

from tests import postgresql

KINDS = ("sqlite", "memory", "postgresql")
DURABLE = ("sqlite", "postgresql")

_numbers = itertools.count()


def fresh(kind: str, folder: Path) -> dict[str, Any]:
    """The settings of a store, as in endpoints.yml, whose database is new."""
    number = next(_numbers)
    if kind == "memory":
        return {"db": ":memory:"}
    if kind == "sqlite":
        return {"db": str(folder / f"{number}.db")}
    return {"host": postgresql.create_database(_server(), f"talks{number}")}


@cache
def _server() -> str:
    # One for all tests: a server takes a second, a database in it much less.
    stack = ExitStack()
    atexit.register(stack.close)
    return stack.enter_context(postgresql.running())
