"""An assistant to talk with: the one that runs, or else one for this time only."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.assistant import Assistant
from scripts.client import is_running
from scripts.ports import Ports


@contextmanager
def reach_assistant() -> Iterator[int]:
    """Yield the port at which an assistant answers."""
    ports = Ports.from_environ(os.environ)
    if is_running(ports.rasa):
        yield ports.rasa
        return
    # Free ports and a scratch folder: nothing of it meets or outlives anything else.
    with tempfile.TemporaryDirectory() as scratch:
        with Assistant(Ports.unused(), Path(scratch)) as assistant:
            yield assistant.ports.rasa
