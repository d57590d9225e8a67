"""Socket Mode's side of the fake Slack: a WebSocket through which events go out."""

from __future__ import annotations

import asyncio
import itertools
import json
import threading
import time
from concurrent.futures import Future
from typing import Any

from aiohttp import WSMsgType, web

CONNECTING = 20.0  # seconds; an app connects within one
ACK = 3.0  # seconds, after which Slack takes the app for one that doesn't answer


class Socket:
    """The connections of an app, and what it acknowledged."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._open: list[web.WebSocketResponse] = []
        self._connected = threading.Condition()
        self._waiting: dict[str, Future[dict[str, Any]]] = {}
        self._numbers = itertools.count(1)
        self._tickets: set[str] = set()
        self.connections = 0  # so many there have been

    def new_ticket(self) -> str:
        """What the address of a WebSocket holds, for one connection."""
        ticket = f"SECRETofTHEticket{next(self._numbers)}"
        self._tickets.add(ticket)
        return ticket

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """One connection, until it ends."""
        if request.query.get("ticket") not in self._tickets:
            return web.Response(status=401)
        self._tickets.discard(request.query["ticket"])
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": 1})
        self._loop = asyncio.get_running_loop()
        self._add(socket)
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    self._acknowledge(json.loads(message.data))
        finally:
            self._open.remove(socket)
        return socket

    def wait(self, connections: int = 1) -> None:
        """Return as soon as an app has connected so many times."""
        with self._connected:
            found = self._connected.wait_for(
                lambda: self.connections >= connections, CONNECTING
            )
        assert found, f"no connection number {connections} in {CONNECTING} s"

    def send(self, kind: str, payload: dict[str, Any]) -> tuple[dict[str, Any], float]:
        """Send an envelope: the app's acknowledgement, and how long that took."""
        envelope = f"envelope-{next(self._numbers)}"
        held = {"envelope_id": envelope, "type": kind, "payload": payload}
        acknowledged: Future[dict[str, Any]] = Future()
        self._waiting[envelope] = acknowledged
        started = time.monotonic()
        self._put({**held, "accepts_response_payload": kind != "events_api"})
        return acknowledged.result(ACK), time.monotonic() - started

    def disconnect(self) -> None:
        """Tell the app to connect anew, as Slack does every few hours."""
        self._put({"type": "disconnect", "reason": "refresh_requested"})

    def _put(self, held: dict[str, Any]) -> None:
        assert self._loop is not None and self._open, "no app is connected"
        sending = self._open[-1].send_json(held)
        asyncio.run_coroutine_threadsafe(sending, self._loop).result(ACK)

    def _add(self, socket: web.WebSocketResponse) -> None:
        with self._connected:
            self._open.append(socket)
            self.connections += 1
            self._connected.notify_all()

    def _acknowledge(self, held: dict[str, Any]) -> None:
        waiting = self._waiting.pop(held.get("envelope_id", ""), None)
        if waiting is not None:
            waiting.set_result(held)
