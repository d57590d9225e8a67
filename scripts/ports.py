"""Which port the assistant uses, and whether it is free."""

from __future__ import annotations

import socket
from collections.abc import Mapping
from dataclasses import dataclass

from scripts.client import HOST

VARIABLE = "PARTNERS_PORT"
DEFAULT = 5005  # Rasa's own, so that its documentation holds


class PortError(Exception):
    """The port can't be used; the message says which, why and what to do."""


@dataclass(frozen=True)
class Ports:
    rasa: int = DEFAULT

    @classmethod
    def from_environ(cls, environ: Mapping[str, str]) -> Ports:
        value = environ.get(VARIABLE, "") or str(DEFAULT)
        if value.isdecimal() and 0 < int(value) < 65536:
            return cls(int(value))
        raise PortError(f"{VARIABLE}={value}: this must be a number from 1 to 65535")

    @classmethod
    def unused(cls) -> Ports:
        """A port that nothing uses now, for a server beside others."""
        with socket.socket() as probe:
            probe.bind((HOST, 0))
            return cls(probe.getsockname()[1])

    def check_free(self) -> None:
        if _is_taken(self.rasa):
            raise PortError(
                f"Port {self.rasa} is taken by another program: stop that, or choose "
                f"another port with {VARIABLE}=PORT make run"
            )


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        # As servers do: a port whose last connections are still closing is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return True
    return False
