"""Find how a setting of a channel is read, and tell of one that doesn't exist."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any

Readers = Mapping[str, Callable[[Any], Any]]


def reader_of(name: str, readers: Readers) -> Callable[[Any], Any]:
    """What reads the value of `name`; raises ValueError with the nearest known name."""
    if name in readers:
        return readers[name]
    near = get_close_matches(name, readers, n=1)
    hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(readers)}"
    raise ValueError(f"there is no such setting; {hint}")
