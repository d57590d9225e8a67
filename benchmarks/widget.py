"""`python -m benchmarks.widget`: how large and how fast the website's chat is.

It drives Chromium as tests/ does, on a page of another origin, with the real assistant.
"""

from __future__ import annotations

import gzip
import http.client
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from scripts.assistant import Assistant
from scripts.client import HOST
from scripts.logged import ROOT
from scripts.ports import Ports
from tests.chat_page import ChatPage
from tests.host_page import HostPage, host_page
from tests.widget_fixtures import CHROMIUM, MANY, OPTIONS

WIDGET = ROOT / "widget"
DEEP_CHAT = WIDGET / "node_modules" / "deep-chat" / "dist" / "deepChat.bundle.js"
OPENINGS = 10  # of which the median is told
QUESTIONS = 50
MESSAGES = 300
QUESTION = "who funds CAMP"
# Resolves when the first frame after the opening has been painted.
OPEN = """async () => {
  const start = performance.now();
  await document.querySelector('partners-chat').open();
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}"""
# From the key to the first frame that shows one more message of the assistant.
WATCH = """() => {
  const chat = document.querySelector('partners-chat').shadowRoot
    .querySelector('deep-chat').shadowRoot;
  const count = () => chat.querySelectorAll('.said').length;
  chat.addEventListener('keydown', event => {
    if (event.key !== 'Enter') return;
    const start = performance.now(), before = count();
    window.took = new Promise(done => {
      const observer = new MutationObserver(() => {
        if (count() === before) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
      });
      observer.observe(chat, {childList: true, subtree: true});
    });
  }, true);
}"""


def main() -> int:
    """Print all figures."""
    print_sizes()
    with ExitStack() as stack:
        site, port = stack.enter_context(_served())
        browser = stack.enter_context(_chromium())
        print_openings(browser, site)
        print_answers(browser, site, port)
        print_memory(browser, site)
    return 0


def print_sizes() -> None:
    """The bytes of each part, as they are and gzipped."""
    own = [file for kind in ("js", "css") for file in WIDGET.glob(f"*.{kind}")]
    loader = WIDGET / "loader.js"
    parts = {
        "loader": [loader],
        "element": [file for file in own if file != loader],
        "deep-chat": [DEEP_CHAT],
    }
    for name, files in parts.items():
        packed = sum(len(gzip.compress(file.read_bytes())) for file in files)
        raw = sum(file.stat().st_size for file in files)
        print(f"{name}: {packed / 1000:.1f} kB gzipped, {raw / 1000:.1f} kB")


def print_openings(browser: Browser, site: HostPage) -> None:
    """From the click to the chat that can be used, with an empty and a full cache."""
    first: list[float] = []
    again: list[float] = []
    for _ in range(OPENINGS):
        context = browser.new_context()
        for times in (first, again):
            times.append(float(ChatPage(context, site).page.evaluate(OPEN)))
        context.close()
    for name, times in (("empty", first), ("full", again)):
        print(f"click to usable, {name} cache: {statistics.median(times):.0f} ms")


def print_answers(browser: Browser, site: HostPage, port: int) -> None:
    """From Enter to the painted answer, beside the same question over bare HTTP."""
    context = browser.new_context()
    chat = ChatPage(context, site).open()
    chat.page.evaluate(WATCH)
    bare: list[float] = []
    painted: list[float] = []
    with _bare_questions(port) as ask:
        for _ in range(QUESTIONS):
            bare.append(ask())
            chat.ask(QUESTION)
            painted.append(float(chat.page.evaluate("window.took")))
    context.close()
    http_time, page_time = statistics.median(bare), statistics.median(painted)
    print(f"question over bare HTTP: {http_time:.1f} ms (median of {QUESTIONS})")
    print(f"Enter to answer painted: {page_time:.1f} ms (median of {QUESTIONS})")
    print(f"ratio: {page_time / http_time:.2f}")


def print_memory(browser: Browser, site: HostPage) -> None:
    """The page's heap when the chat is just open, and after many messages."""
    context = browser.new_context()
    chat = ChatPage(context, site).open()
    print(f"heap, just open: {_heap(chat):.1f} MB")
    for _ in range(MESSAGES // 2):
        chat.ask(QUESTION)
    print(f"heap, {MESSAGES} messages: {_heap(chat):.1f} MB")
    context.close()


def _heap(chat: ChatPage) -> float:
    session = chat.page.context.new_cdp_session(chat.page)
    session.send("HeapProfiler.collectGarbage")
    session.send("Performance.enable")
    metrics = session.send("Performance.getMetrics")["metrics"]
    used = {metric["name"]: metric["value"] for metric in metrics}["JSHeapUsedSize"]
    return float(used) / 1e6


@contextmanager
def _bare_questions(port: int) -> Iterator[Callable[[], float]]:
    """Ask over one connection, in one conversation; a call gives the milliseconds."""
    connection = http.client.HTTPConnection(HOST, port)
    headers = {"Content-Type": "application/json"}

    def ask() -> float:
        body = json.dumps({"message": QUESTION})
        start = time.perf_counter()
        connection.request("POST", "/webhooks/web/messages", body, headers)
        lines = connection.getresponse().read().splitlines()
        took = (time.perf_counter() - start) * 1000
        for event in map(json.loads, lines):
            if event["type"] == "token":
                headers["Authorization"] = f"Bearer {event['token']}"
        return took

    yield ask
    connection.close()


@contextmanager
def _served() -> Iterator[tuple[HostPage, int]]:
    """The real assistant, and a page of another origin with its chat."""
    with host_page() as site, tempfile.TemporaryDirectory() as scratch:
        limits = {"per_conversation": MANY, "per_address": MANY}
        settings = {"allowed_origins": [site.origin], **limits}
        ports = Ports.unused()
        site.server = f"http://{HOST}:{ports.rasa}"
        with Assistant(ports, Path(scratch), web=settings):
            yield site, ports.rasa


@contextmanager
def _chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=OPTIONS
        )
        yield browser
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
