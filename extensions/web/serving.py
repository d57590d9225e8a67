"""Serve the widget's files, texts and demo page, with what browsers need to be told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sanic.request import Request
from sanic.response import HTTPResponse
from sanic.response import json as json_response

from extensions.web.files import File, Files, demo_files, element_files, is_installed
from extensions.web.refusal import Refusal
from extensions.web.texts import Texts

LOADER = "loader.js"
PAGE = "index.html"
# The address says which version it is (?v=…): another version has another address.
_FOR_EVER = "public, max-age=31536000, immutable"
# Every page of a site asks for the loader, under an address that never changes.
_SHORT = "public, max-age=300"
# Kept, and asked after each time: a visitor never has parts of two versions.
_ASK = "public, no-cache"
# What the page needs, and nothing from anywhere else.  The element makes its styles in
# constructed sheets, which no style-src governs.
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class WidgetPages:
    """One handler for each kind of thing; none of them depends on who asks."""

    def __init__(self, folder: Path, texts: Texts) -> None:
        self._element = element_files(folder)
        self._demo = demo_files(folder)
        self._texts = texts

    @property
    def has_demo(self) -> bool:
        """Whether there is a demo page, and the widget that it shows is installed."""
        return PAGE in self._demo and is_installed(self._element)

    async def config(self, request: Request) -> HTTPResponse:
        """The texts of the element in the language of `?lang=`."""
        found = self._texts.config(request.args.get("lang", ""))
        if found is None:
            raise Refusal(404, "not_found", "widget/texts holds no English texts")
        return json_response(found, headers={"Cache-Control": _SHORT})

    async def element(self, request: Request, name: str) -> HTTPResponse:
        """A file of the element, for pages of other sites too."""
        headers = {"Cross-Origin-Resource-Policy": "cross-origin"}
        return _send(request, self._element, name, headers)

    async def demo(self, request: Request, name: str) -> HTTPResponse:
        """A file of the demo page."""
        return _send(request, self._demo, name, {})

    def root(self, request: Request) -> HTTPResponse:
        """The demo page itself."""
        headers = {
            "Content-Security-Policy": PAGE_POLICY,
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
        }
        return _send(request, self._demo, PAGE, headers)


def _send(
    request: Request, files: Files, name: str, headers: dict[str, str]
) -> HTTPResponse:
    file = files.get(name)
    if file is None:
        raise Refusal(404, "not_found", "there is no such file")
    headers = {
        **headers,
        "Cache-Control": _caching(name, request.args),
        "ETag": file.tag,
        "Vary": "Accept-Encoding, Origin",
    }
    if request.headers.get("if-none-match") == file.tag:
        return HTTPResponse(status=304, headers=headers)
    body, encoding = _body(request, file)
    return HTTPResponse(body, headers={**headers, **encoding}, content_type=file.kind)


def _caching(name: str, arguments: Any) -> str:
    if arguments.get("v"):
        return _FOR_EVER
    return _SHORT if name == LOADER else _ASK


def _body(request: Request, file: File) -> tuple[bytes, dict[str, str]]:
    accepted = request.headers.get("accept-encoding", "")
    if file.packed is None or "gzip" not in accepted:
        return file.plain, {}
    return file.packed, {"Content-Encoding": "gzip"}
