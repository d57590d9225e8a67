"""A Redis server of the tests' own, on a free port and with nothing on the disk."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import redis

from scripts.client import HOST
from scripts.ports import Ports

TIMEOUT = 20.0  # seconds; it takes a tenth


@contextmanager
def running(folder: Path) -> Iterator[int]:
    """The port of the server; its log is in `folder`."""
    program = shutil.which("redis-server")
    if program is None:
        # Not a reason to skip: then nobody would know that it isn't tested.
        raise RuntimeError("Redis isn't installed: run `sh scripts/services.sh`")
    port = Ports.unused().rasa
    options = ["--bind", HOST, "--port", str(port), "--save", "", "--dir", str(folder)]
    with (folder / "redis.log").open("wb") as log:
        server = subprocess.Popen([program, *options], stdout=log, stderr=log)
    try:
        _wait(server, port, folder / "redis.log")
        yield port
    finally:
        server.terminate()
        server.wait(TIMEOUT)


def _wait(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    client = redis.Redis(HOST, port)
    deadline = time.monotonic() + TIMEOUT
    while True:
        try:
            client.ping()
            return
        except redis.ConnectionError as error:
            if server.poll() is not None or time.monotonic() > deadline:
                said = log.read_text()
                raise RuntimeError(f"Redis doesn't start: {said}") from error
        time.sleep(0.05)
