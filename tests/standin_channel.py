"""A stand-in for the web channel that fails on demand: slow, dying, refusing, hostile.

It speaks the channel's protocol and serves the widget's files; what a question says
decides how it is answered.  The usual ways are tested with the real server.
"""

from __future__ import annotations

import json
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from scripts.client import HOST

WIDGET = Path(__file__).parents[1] / "widget"
VENDOR = WIDGET / "node_modules" / "deep-chat" / "dist"
ROOT = "/webhooks/web/"
LIMIT = 500
TYPES = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}
HOSTILE = (
    "<img src=x onerror=\"window.attacked='img'\"> <b>raw</b> &amp; "
    "<script>window.attacked='script'</script>\n"
    "[click](javascript:window.attacked=1) [data](data:text/html,x)\n"
    "![i](javascript:1)\n"
    "[safe](https://example.org/a) **bold** \u202ereversed\u202c"
)


@dataclass
class Talks:
    """What the stand-in remembers, and the switches by which a test leads it."""

    allowed_origin: str
    release: threading.Event = field(default_factory=threading.Event)  # of slow answers
    heard: list[str] = field(default_factory=list)
    refused: int = 0
    histories: dict[str, list[dict[str, Any]]] = field(default_factory=dict)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # for answers in chunks

    def __init__(self, talks: Talks, *args: Any) -> None:
        self.talks = talks
        super().__init__(*args)

    def log_message(self, format: str, *args: Any) -> None:
        """Be silent: a test fails by what the page shows."""

    def do_OPTIONS(self) -> None:
        self._send(HTTPStatus.NO_CONTENT, b"")

    def do_GET(self) -> None:
        path = self.path.removeprefix(ROOT).partition("?")[0]
        if path == "config":
            return self._json(HTTPStatus.OK, _config(self.path))
        if path == "history":
            return self._history()
        return self._file(path.removeprefix("widget/"))

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        question = json.loads(body)["message"]
        self.talks.heard.append(question)
        token = self._token()
        if token is not None and token not in self.talks.histories:
            return self._json(HTTPStatus.UNAUTHORIZED, {"error": "bad_token"})
        if question.startswith("/"):
            return self._json(HTTPStatus.BAD_REQUEST, {"error": "command"})
        if question == "flood" and self.talks.refused == 0:
            self.talks.refused += 1
            wait = {"error": "too_many", "reason": "wait", "retry_after": 1}
            return self._json(HTTPStatus.TOO_MANY_REQUESTS, wait)
        return self._answer(question, token)

    def _answer(self, question: str, token: str | None) -> None:
        self.send_response(HTTPStatus.OK)
        self._headers({"Content-Type": "application/x-ndjson"})
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        if token is None:
            token = uuid.uuid4().hex
            self.talks.histories[token] = []
            self.line({"type": "token", "token": token})
        ANSWERS.get(question, _echo)(self, question)
        history = self.talks.histories[token]
        history.append({"role": "visitor", "text": question})
        history.append({"role": "assistant", "text": f"You asked: {question}"})

    def _history(self) -> None:
        messages = self.talks.histories.get(self._token() or "")
        if messages is None:
            return self._json(HTTPStatus.UNAUTHORIZED, {"error": "bad_token"})
        return self._json(HTTPStatus.OK, {"messages": messages})

    def _file(self, path: str) -> None:
        name = path.removeprefix("vendor/")
        file = (VENDOR if path.startswith("vendor/") else WIDGET) / name
        if not file.is_file():
            return self._send(HTTPStatus.NOT_FOUND, b"")
        kind = {"Content-Type": TYPES[file.suffix]}
        return self._send(HTTPStatus.OK, file.read_bytes(), kind)

    def _token(self) -> str | None:
        header = self.headers.get("Authorization")
        return header.removeprefix("Bearer ") if header else None

    def _json(self, status: HTTPStatus, body: object) -> None:
        kind = {"Content-Type": "application/json"}
        self._send(status, json.dumps(body).encode(), kind)

    def _send(
        self, status: HTTPStatus, body: bytes, headers: dict[str, str] | None = None
    ) -> None:
        self.send_response(status)
        self._headers({**(headers or {}), "Content-Length": str(len(body))})
        self.end_headers()
        self.wfile.write(body)

    def _headers(self, headers: dict[str, str]) -> None:
        allowed = {
            "Access-Control-Allow-Origin": self.talks.allowed_origin,
            "Access-Control-Allow-Headers": "authorization, content-type",
        }
        for name, value in {**allowed, **headers}.items():
            self.send_header(name, value)

    def line(self, event: dict[str, Any]) -> None:
        """Send one event of an answer, at once."""
        text = json.dumps(event).encode() + b"\n"
        self.wfile.write(b"%x\r\n%s\r\n" % (len(text), text))

    def done(self) -> None:
        """Send the last event, and end the answer."""
        self.line({"type": "done"})
        self.wfile.write(b"0\r\n\r\n")

    def hang_up(self) -> None:
        """End in the midst of an answer, as a server does that dies."""
        self.close_connection = True


def _config(path: str) -> dict[str, Any]:
    language = "sv" if "lang=sv" in path else "en"
    texts = json.loads((WIDGET / "texts" / f"{language}.json").read_text())
    return {**texts, "colours": {}, "characterLimit": LIMIT}


def answer(text: str, *suggestions: str) -> dict[str, Any]:
    source = "Section: CAMP"
    offered = list(suggestions)
    return {"type": "answer", "text": text, "source": source, "suggestions": offered}


def _echo(handler: Handler, question: str) -> None:
    handler.line(answer(f"You asked: {question}", "And NOME?"))
    handler.done()


def _slow(handler: Handler, question: str) -> None:
    handler.talks.release.wait(30)
    _echo(handler, question)


def _lingering(handler: Handler, question: str) -> None:
    handler.line(answer("All is said", "And NOME?"))
    handler.talks.release.wait(30)
    handler.done()


def _dying(handler: Handler, question: str) -> None:
    if handler.talks.release.is_set():
        return _echo(handler, question)
    handler.line(answer("The first half"))
    time.sleep(0.2)  # so that it arrives before the end does
    handler.hang_up()
    return None


def _failing(handler: Handler, question: str) -> None:
    handler.line({"type": "error", "text": "Sorry, that failed.", "id": "ab12cd34"})
    handler.done()


def _hostile(handler: Handler, question: str) -> None:
    handler.line(answer(HOSTILE, "<img src=x onerror=\"window.attacked='button'\">"))
    handler.done()


def _nothing(handler: Handler, question: str) -> None:
    handler.done()


ANSWERS: dict[str, Callable[[Handler, str], None]] = {
    "slow": _slow,
    "linger": _lingering,
    "die": _dying,
    "fail": _failing,
    "hostile": _hostile,
    "nothing": _nothing,
}


@contextmanager
def standin_channel(port: int, allowed_origin: str) -> Iterator[Talks]:
    """The stand-in, running at `port` while the block does."""
    talks = Talks(allowed_origin)
    server = ThreadingHTTPServer((HOST, port), partial(Handler, talks))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield talks
    finally:
        talks.release.set()
        server.shutdown()
        server.server_close()
