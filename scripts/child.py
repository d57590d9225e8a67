"""A process that is started with its own log and stopped with all that it started."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from scripts.logged import ROOT, last_lines

GRACE = 10  # seconds for Rasa to finish the answers it is at; it needs less than one


class ChildDied(Exception):
    """A process ended by itself; the message holds the end of its log."""


class Child:
    def __init__(
        self, name: str, command: Sequence[str], log: Path, environ: Mapping[str, str]
    ) -> None:
        self.name = name
        self.log = log
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("w") as output:
            self._process = subprocess.Popen(
                command,
                cwd=ROOT,
                env={**os.environ, **environ},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                # A group of its own: Ctrl-C reaches us only, and we stop all of it.
                start_new_session=True,
            )

    def check_alive(self) -> None:
        status = self._process.poll()
        if status is not None:
            raise ChildDied(
                f"{self.name} stopped by itself (exit status {status}). "
                f"{last_lines(self.log)}"
            )

    def stop(self) -> None:
        """End the process and whatever it started, kindly first."""
        self._signal_group(signal.SIGTERM)
        try:
            self._process.wait(timeout=GRACE)
        except subprocess.TimeoutExpired:
            pass
        # Also after a kind end: the group may outlive the process that led it.
        self._signal_group(signal.SIGKILL)
        self._process.wait()

    def _signal_group(self, number: signal.Signals) -> None:
        try:
            os.killpg(self._process.pid, number)
        except ProcessLookupError:
            pass  # nothing is left of it
