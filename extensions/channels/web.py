"""The channel of the web widget: messages, the talk so far, and the widget's own files.

What a visitor may choose is the text of a message.  Which conversation it belongs to
says a token that this server has signed; the channel and the metadata are ours.
"""

from __future__ import annotations

import functools
import json
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from rasa.core.channels.channel import InputChannel
from rasa.shared.exceptions import RasaException
from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse
from sanic.response import json as json_response

from extensions.channels.answering import Answering, Handle, apology_for
from extensions.stores.said import said
from extensions.web import history, requests
from extensions.web.addresses import address_of
from extensions.web.limits import Limiter
from extensions.web.origins import cors_headers
from extensions.web.refusal import Refusal
from extensions.web.secret import SecretError, load_secret
from extensions.web.serving import WidgetPages
from extensions.web.settings import CHANNEL, Settings, SettingsError, read_settings
from extensions.web.texts import Texts
from extensions.web.tokens import BadToken, Tokens

WIDGET = Path(__file__).resolve().parents[2] / "widget"
BASE = f"/webhooks/{CHANNEL}"
Handler = Callable[..., Awaitable[HTTPResponse | None]]


class WebInput(InputChannel):
    """Rasa's side of the widget; extensions/web is what it is made of."""

    def __init__(self, settings: Settings, secret: bytes) -> None:
        self._settings = settings
        self._tokens = Tokens(secret, settings.token_days)
        self._by_address = Limiter(settings.per_address)
        self._by_conversation = Limiter(settings.per_conversation)

    @classmethod
    def name(cls) -> str:
        """See the base class."""
        return CHANNEL

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> WebInput:
        """The channel with its block of credentials.yml."""
        try:
            settings = read_settings(credentials)
            return cls(settings, load_secret(os.environ, settings.secret_file))
        except (SecretError, SettingsError) as error:
            raise RasaException(str(error)) from error  # Rasa tells these in one line

    def url_prefix(self) -> str:
        """The root, where the demo page is: the paths below are whole."""
        return "/"

    def blueprint(self, on_new_message: Handle) -> Blueprint:
        """See the base class."""
        answering = Answering(on_new_message, self._settings.answer_seconds, CHANNEL)
        pages = WidgetPages(WIDGET, Texts(WIDGET / "texts", self._settings))
        blueprint = Blueprint("web_channel")

        async def answer(request: Request) -> None:
            await self._answer(request, answering)

        def route(path: str, handler: Any, **options: Any) -> None:
            blueprint.add_route(_guarded(handler), path, **options)
            name = f"preflight_{handler.__name__}"
            blueprint.add_route(_preflight, path, methods=["OPTIONS"], name=name)

        route(f"{BASE}/messages", answer, methods=["POST"], stream=True)
        route(f"{BASE}/history", self._history)
        route(f"{BASE}/config", pages.config)
        route(f"{BASE}/widget/<name:path>", pages.element, methods=["GET", "HEAD"])
        if self._settings.demo and pages.has_demo:
            route("/demo/<name:path>", pages.demo, methods=["GET", "HEAD"])
            blueprint.listener("before_server_start")(_put_at_root(pages.root))
        blueprint.middleware("response")(self._add_headers)
        return blueprint

    async def _answer(self, request: Request, answering: Answering) -> None:
        self._count(self._by_address, self._address(request))
        text = await requests.read_message(request)
        sent = requests.bearer_token(request)
        token = self._tokens.issue() if sent is None else sent
        conversation = self._conversation(token)
        self._count(self._by_conversation, conversation)
        agent = _ready_agent(request)
        apologise = apology_for(text, agent.domain.responses)
        response = await request.respond(content_type="application/x-ndjson")
        if sent is None:
            await response.send(_line({"type": "token", "token": token}))
        async for line in answering.lines(text, conversation, apologise):
            await response.send(_line(line))

    async def _history(self, request: Request) -> HTTPResponse:
        self._count(self._by_address, self._address(request))
        token = requests.bearer_token(request)
        if token is None:
            raise Refusal(401, "bad_token", "the token of a conversation is needed")
        store = _ready_agent(request).tracker_store
        events = await said(store, self._conversation(token), history.MOST)
        return json_response({"messages": history.messages(events)})

    def _conversation(self, token: str) -> str:
        try:
            return self._tokens.conversation(token)
        except BadToken as error:
            raise Refusal(401, "bad_token", str(error)) from error

    def _address(self, request: Request) -> str:
        # All of them: a proxy may add a header of its own after that of the visitor.
        forwarded = request.headers.getall("x-forwarded-for", [])
        return address_of(request.ip, forwarded, self._settings.proxies)

    def _count(self, limiter: Limiter, key: str) -> None:
        wait = limiter.wait(key)
        if wait:
            reason = f"too many messages: the next is accepted in {wait} s"
            raise Refusal(429, "too_many", reason, retry_after=wait)

    def _add_headers(self, request: Request, response: HTTPResponse) -> None:
        is_preflight = request.method == "OPTIONS"
        origin = request.headers.get("origin")
        allowed = self._settings.allowed_origins
        for name, value in cors_headers(origin, allowed, is_preflight).items():
            response.headers[name] = value
        # Else a cache would hand one site the headers of another.
        response.headers.setdefault("Vary", "Origin")
        response.headers.setdefault("Cache-Control", "no-store")  # talks are private
        response.headers["X-Content-Type-Options"] = "nosniff"


def _guarded(handler: Handler) -> Handler:
    """The handler, whose refusals are answers."""

    @functools.wraps(handler)
    async def handle(request: Request, **matched: str) -> HTTPResponse | None:
        try:
            return await handler(request, **matched)
        except Refusal as refusal:
            return json_response(
                refusal.body, status=refusal.status, headers=refusal.headers
            )

    return handle


async def _preflight(request: Request, **matched: str) -> HTTPResponse:
    return HTTPResponse(status=204)


def _put_at_root(page: Callable[[Request], HTTPResponse]) -> Callable[..., None]:
    """Answer `/` with a page: the route there is Rasa's, and can't be had twice."""

    def answer(request: Request) -> HTTPResponse | None:
        is_asked_for = request.path == "/" and request.method in ("GET", "HEAD")
        return page(request) if is_asked_for else None

    def listen(app: Sanic, loop: object) -> None:
        app.register_middleware(answer)

    return listen


def _ready_agent(request: Request) -> Any:
    agent = request.app.ctx.agent
    if not agent.is_ready():
        raise Refusal(503, "not_ready", "no model is loaded: see the log of the server")
    return agent


def _line(held: dict[str, Any]) -> str:
    return json.dumps(held, ensure_ascii=False) + "\n"
