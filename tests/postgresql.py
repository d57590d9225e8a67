"""A PostgreSQL server of the tests' own, on a free port and in a temporary folder."""

from __future__ import annotations

import os
import pwd
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HOST = "127.0.0.1"
PROGRAMS = "/usr/lib/postgresql"  # where Debian keeps them, by version
TIMEOUT = 60.0  # seconds; it takes one or two


@contextmanager
def running() -> Iterator[str]:
    """The URL of the server, to which the name of a database is to be added."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
        free.close()
        data = Path(folder) / "data"
        log = Path(folder) / "log"
        _give_away(folder)
        _run("initdb", "-D", data, "-U", "rasa", "-A", "trust", "-E", "UTF8", "-N")
        server = _start(data, port, log)
        try:
            _wait(server, port, log)
            yield f"postgresql://rasa@{HOST}:{port}"
        finally:
            # PostgreSQL's fast shutdown: a plain one waits for open connections.
            server.send_signal(signal.SIGINT)
            server.wait(TIMEOUT)


def create_database(url: str, name: str) -> str:
    """The URL of a new and empty database."""
    port = url.rpartition(":")[2]
    _run("createdb", "-h", HOST, "-p", port, "-U", "rasa", name)
    return f"{url}/{name}"


def _start(data: Path, port: int, log: Path) -> subprocess.Popen[bytes]:
    settings = [f"listen_addresses={HOST}", "unix_socket_directories=", "fsync=off"]
    options = [part for setting in settings for part in ("-c", setting)]
    command = [_program("postgres"), "-D", str(data), "-p", str(port), *options]
    with log.open("wb") as output:
        return subprocess.Popen(command, stdout=output, stderr=output, user=_user())


def _wait(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    command = [_program("pg_isready"), "-q", "-h", HOST, "-p", str(port)]
    deadline = time.monotonic() + TIMEOUT
    while subprocess.run(command).returncode:
        if server.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"PostgreSQL doesn't start: {log.read_text()}")
        time.sleep(0.1)


def _run(program: str, *arguments: str | Path) -> None:
    command = [_program(program), *map(str, arguments)]
    result = subprocess.run(command, capture_output=True, text=True, user=_user())
    if result.returncode:
        raise RuntimeError(f"{program} fails: {result.stderr}")


def _program(name: str) -> str:
    found = sorted(Path(PROGRAMS).glob(f"*/bin/{name}"))
    if not found:
        # Not a reason to skip: then nobody would know that it isn't tested.
        raise RuntimeError("PostgreSQL isn't installed: run `sh scripts/services.sh`")
    return str(found[-1])


def _user() -> str | None:
    """Whom it runs as: PostgreSQL refuses to run as root."""
    return "postgres" if os.geteuid() == 0 else None


def _give_away(folder: str) -> None:
    if user := _user():
        os.chown(folder, pwd.getpwnam(user).pw_uid, -1)
