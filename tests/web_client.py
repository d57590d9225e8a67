"""Talk with the web channel as the element does, or as someone who means ill."""

from __future__ import annotations

import itertools
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection
from typing import Any

from scripts.client import HOST

MESSAGES = "/webhooks/web/messages"
HISTORY = "/webhooks/web/history"
SITE = "https://www.example.org"
_TIMEOUT = 30  # seconds; so long only where the server hangs

_addresses = itertools.count(1)


@dataclass(frozen=True)
class Response:
    """What came back, whole."""

    status: int
    headers: Mapping[str, str]  # by names in small letters
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The lines of a stream."""
        return [json.loads(line) for line in self.body.decode().splitlines()]

    @property
    def answers(self) -> list[dict[str, Any]]:
        return [line for line in self.lines if line["type"] == "answer"]

    @property
    def text(self) -> str:
        return "\n".join(answer["text"] for answer in self.answers)


@dataclass
class Visitor:
    """Somebody with an address of their own, who keeps the token of the talk."""

    port: int
    token: str | None = None
    # The server in tests believes one proxy, so that no test uses up another's limit.
    address: str = field(default_factory=lambda: f"10.0.0.{next(_addresses)}")

    def request(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        """Send one request, with the token where there is one."""
        sent = {"X-Forwarded-For": self.address}
        if self.token is not None:
            sent["Authorization"] = f"Bearer {self.token}"
        connection = HTTPConnection(HOST, self.port, timeout=_TIMEOUT)
        try:
            connection.request(method, path, body, {**sent, **(headers or {})})
            response = connection.getresponse()
            received = {name.lower(): value for name, value in response.getheaders()}
            return Response(response.status, received, response.read())
        finally:
            connection.close()

    def post(
        self, body: bytes, kind: str = "application/json", origin: str = SITE
    ) -> Response:
        """Send these very bytes as a message."""
        headers = {"Content-Type": kind, "Origin": origin}
        return self.request("POST", MESSAGES, body, headers)

    def ask(self, text: str, **more: Any) -> Response:
        """Send a message, and keep the token that comes back."""
        response = self.post(json.dumps({"message": text, **more}).encode())
        if response.status == 200 and response.lines[0]["type"] == "token":
            self.token = response.lines[0]["token"]
        return response

    def history(self) -> Response:
        return self.request("GET", HISTORY)
