"""A local Slack: its Web API, its response URLs and its Socket Mode.

It answers in a thread of its own, records every call, and refuses what Slack refuses:
wrong tokens, missing scopes, unknown methods, messages over the limits of Block Kit.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import threading
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, TypeVar

from aiohttp import web

from scripts.client import HOST
from tests.block_kit import Refused, check_message
from tests.fake_slack_faults import Fault, Faults
from tests.fake_slack_methods import METHODS, Method, Workspace
from tests.fake_slack_socket import Socket

BOT_TOKEN = "xoxb-1-SECRETofTHEbot"
APP_TOKEN = "xapp-1-SECRETofTHEapp"
RESPONSE_URL = "response_url"  # as a call to one is recorded
TIMEOUT = 10.0  # seconds to wait for a call; so long only where none comes

Sent = dict[str, Any]
Result = TypeVar("Result")


@dataclass(frozen=True)
class Call:
    """One request to Slack and what became of it."""

    method: str
    sent: Sent
    at: float  # of the machine's monotonic clock
    outcome: str  # "ok", Slack's error, or "fault"
    where: str = ""  # the response URL
    ts: str = ""  # of the message that it posted or changed


class FakeSlack:
    """Use it as `with FakeSlack(scopes) as slack: … slack.url …`."""

    def __init__(self, scopes: frozenset[str]) -> None:
        self.workspace = Workspace()
        self.socket = Socket()
        self._scopes = scopes
        self._faults = Faults()
        self._calls: list[Call] = []
        self._changed = threading.Condition()
        self._response_urls: set[str] = set()
        self._numbers = itertools.count(1)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> FakeSlack:
        self._thread.start()
        self._runner = self._run(self._serve())
        self._port = self._runner.addresses[0][1]
        return self

    def __exit__(self, *error: object) -> None:
        self._run(self._runner.cleanup())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    @property
    def url(self) -> str:
        """What `api_base_url` is to be."""
        return f"{self._origin}/api/"

    @property
    def calls(self) -> list[Call]:
        """All of them so far, whatever became of them."""
        with self._changed:
            return list(self._calls)

    def new_response_url(self) -> str:
        """One as it comes along with a command or a click."""
        path = f"/commands/{next(self._numbers)}/SECRETofTHEresponse"
        self._response_urls.add(path)
        return self._origin + path

    def fail(
        self,
        method: str,
        *faults: Fault,
        where: Callable[[Sent], bool] = lambda sent: True,
    ) -> None:
        """Let the next calls of a method, those `where` holds for, go wrong so."""
        self._faults.add(method, list(faults), where)

    def works_again(self) -> None:
        """Forget the failures that were commanded and didn't come about."""
        self._faults.clear()

    def wait(
        self, where: Callable[[Call], bool], number: int = 1, seconds: float = TIMEOUT
    ) -> list[Call]:
        """The calls `where` holds for, as soon as there are so many."""
        deadline = time.monotonic() + seconds
        with self._changed:
            while len(found := [call for call in self._calls if where(call)]) < number:
                left = deadline - time.monotonic()
                if left <= 0 or not self._changed.wait(left):
                    last = "\n".join(str(call) for call in self._calls[-5:])
                    raise AssertionError(f"{len(found)} of {number} came; last: {last}")
            return found

    @property
    def _origin(self) -> str:
        return f"http://{HOST}:{self._port}"

    async def _serve(self) -> web.AppRunner:
        app = web.Application()
        app.router.add_post("/api/{method}", self._answer_method)
        app.router.add_post("/commands/{rest:.*}", self._answer_response_url)
        app.router.add_get("/link", self.socket.serve)
        # A closed connection must not wait for those that are slow.
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await runner.setup()
        await web.TCPSite(runner, HOST, 0).start()
        return runner

    async def _answer_method(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["method"]
        sent = await _read(request)

        def run() -> Sent:
            method = self._allowed(name, sent, request)
            held = method.run(self.workspace, sent)
            if method.is_of_app:
                ticket = self.socket.new_ticket()
                held["url"] = f"ws://{HOST}:{self._port}/link?ticket={ticket}"
            return held

        return await self._answer(request, name, sent, run)

    async def _answer_response_url(self, request: web.Request) -> web.StreamResponse:
        sent = await _read(request)

        def run() -> Sent:
            if request.path not in self._response_urls:
                raise Refused("used_url")
            if not sent.get("delete_original"):
                check_message(sent)
            return {}

        return await self._answer(request, RESPONSE_URL, sent, run)

    async def _answer(
        self, request: web.Request, name: str, sent: Sent, run: Callable[[], Sent]
    ) -> web.StreamResponse:
        fault = self._faults.take(name, sent)
        response = await fault(request) if fault is not None else None
        if response is not None:
            self._record(request, name, sent, "fault", {})
            return response
        try:
            held = {"ok": True, **run()}
        except Refused as refused:
            held = {"ok": False, "error": refused.error, "detail": refused.detail}
        self._record(request, name, sent, held.get("error", "ok"), held)
        if name == RESPONSE_URL:
            return web.Response(
                text="ok" if held["ok"] else held["error"],
                status=200 if held["ok"] else 404,
            )
        return web.json_response(held)

    def _allowed(self, name: str, sent: Sent, request: web.Request) -> Method:
        """The method, if the one who asks may call it in this way."""
        method = METHODS.get(name)
        if method is None:
            raise Refused("unknown_method", name)
        token = APP_TOKEN if method.is_of_app else BOT_TOKEN
        if request.headers.get("Authorization") != f"Bearer {token}":
            raise Refused("invalid_auth")
        if method.scope is not None and method.scope not in self._scopes:
            raise Refused("missing_scope", method.scope)
        if missing := [need for need in method.needs if not sent.get(need)]:
            raise Refused("invalid_arguments", f"missing: {missing}")
        return method

    def _record(
        self, request: web.Request, name: str, sent: Sent, outcome: str, held: Sent
    ) -> None:
        where = self._origin + request.path if name == RESPONSE_URL else ""
        now, ts = time.monotonic(), held.get("ts", "")
        with self._changed:
            self._calls.append(Call(name, sent, now, outcome, where, ts))
            self._changed.notify_all()

    def _run(self, coroutine: Coroutine[Any, Any, Result]) -> Result:
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(TIMEOUT)


async def _read(request: web.Request) -> Sent:
    """The parameters, however they were sent."""
    if request.content_type == "application/json":
        # The synchronous client of slack_sdk names a type also where it sends nothing.
        return dict(json.loads(await request.text() or "{}"))
    sent: Sent = dict(await request.post())
    for name in ("blocks", "view", "attachments", "metadata"):
        if isinstance(sent.get(name), str):
            sent[name] = json.loads(sent[name])
    return sent
