"""A site that embeds the chat: on a port of its own, under a strict CSP."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from scripts.client import HOST
from scripts.ports import Ports

LOADER = "/webhooks/web/widget/loader.js"
# All that the chat may need of a page: no inline script, no style, no image, no frame.
POLICY = "default-src 'none'; script-src {0}; connect-src {0}; base-uri 'none'"
PAGE = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A site with the chat</title>
</head>
<body>
<main><h1>A site</h1><p>With <a href="#there">a link</a> of its own.</p></main>
<script src="{script}"{attributes} async></script>
</body>
</html>
"""


@dataclass
class HostPage:
    """Where the site is, and which server's chat it embeds."""

    origin: str
    server: str = ""

    def html(self, query: str) -> str:
        """The page; `lang` is its language, `data-…` are attributes of the tag."""
        wanted = dict(parse_qsl(query))
        lang = wanted.pop("lang", "en")
        attributes = "".join(f' {k}="{escape(v)}"' for k, v in wanted.items())
        script = self.server + LOADER
        return PAGE.format(lang=escape(lang), script=script, attributes=attributes)


class _Handler(BaseHTTPRequestHandler):
    def __init__(self, site: HostPage, *args: Any) -> None:
        self._site = site
        super().__init__(*args)

    def log_message(self, format: str, *args: Any) -> None:
        """Be silent: a test fails by what the page shows."""

    def do_GET(self) -> None:
        body = self._site.html(urlsplit(self.path).query).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Security-Policy", POLICY.format(self._site.server))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def host_page() -> Iterator[HostPage]:
    """The site, at an unused port while the block runs."""
    port = Ports.unused().rasa
    site = HostPage(f"http://{HOST}:{port}")
    server = ThreadingHTTPServer((HOST, port), partial(_Handler, site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
