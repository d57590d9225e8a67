"""Build much at once, faster, and without keeping memory that was needed only then."""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def in_bulk() -> Iterator[None]:
    """For what builds many objects that stay.

    Looking for garbage among them again and again takes longer than making them, and
    the C library keeps what they needed meanwhile, unless it is asked to give it back.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()  # one look through all of it would hold up a question
        if was_enabled:
            gc.enable()
        _give_back()


def _give_back() -> None:
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # only glibc has it
    if trim is not None:
        trim(0)
