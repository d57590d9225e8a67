"""Which ports the assistant uses, and whether they are free."""

from __future__ import annotations

import socket
from collections.abc import Mapping
from dataclasses import dataclass

from scripts.client import HOST

RASA = ("PARTNERS_PORT", 5005)  # Rasa's own defaults, so that its documentation holds
ACTIONS = ("PARTNERS_ACTION_PORT", 5055)


class PortError(Exception):
    """A port can't be used; the message says which, why and what to do."""


@dataclass(frozen=True)
class Ports:
    rasa: int = RASA[1]
    actions: int = ACTIONS[1]

    @classmethod
    def from_environ(cls, environ: Mapping[str, str]) -> Ports:
        return cls(_port(environ, *RASA), _port(environ, *ACTIONS))

    @classmethod
    def unused(cls) -> Ports:
        """Two ports that nothing uses now, for a server beside others."""
        with socket.socket() as one, socket.socket() as other:
            one.bind((HOST, 0))
            other.bind((HOST, 0))
            return cls(one.getsockname()[1], other.getsockname()[1])

    def check_free(self) -> None:
        for port, (variable, _) in ((self.rasa, RASA), (self.actions, ACTIONS)):
            if _is_taken(port):
                raise PortError(
                    f"Port {port} is taken by another program: stop that, or choose "
                    f"another port with {variable}=PORT make run"
                )


def _port(environ: Mapping[str, str], variable: str, default: int) -> int:
    value = environ.get(variable, "") or str(default)
    if value.isdecimal() and 0 < int(value) < 65536:
        return int(value)
    raise PortError(f"{variable}={value}: this must be a number from 1 to 65535")


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        # As servers do: a port whose last connections are still closing is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return True
    return False
