"""Fixtures of the tests in a real browser; a test module names this as its plugin."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from scripts.assistant import Assistant
from scripts.client import HOST
from scripts.ports import Ports
from tests.chat_page import AXE, ChatPage, Visit
from tests.host_page import HostPage, host_page
from tests.standin_channel import Talks, standin_channel

CHROMIUM = Path("/usr/bin/chromium")  # Debian's; scripts/services.sh installs it
# Without the last four it looks for Google's hosts at every start.
OPTIONS = [
    "--no-sandbox",  # CI runs as root
    "--disable-gpu",
    "--enable-precise-memory-info",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WAIT = 15_000  # milliseconds for what is shown; a loaded CI machine takes its time
MANY = {"messages": 10_000, "seconds": 60}  # no limit is in a test's way


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium.  By module: while Playwright runs, no other event loop can."""
    for needed, remedy in ((CHROMIUM, "make services"), (AXE, "make widget")):
        # Not skipped: then nobody would see that nothing was tested.
        assert needed.exists(), f"{needed} is missing: run `{remedy}`"
    expect.set_options(timeout=WAIT)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=OPTIONS
        )
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def site() -> Iterator[HostPage]:
    """A page that embeds the chat."""
    with host_page() as running:
        yield running


@pytest.fixture(scope="session")
def web_assistant(
    site: HostPage, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Assistant]:
    """The real assistant with its web channel, open to `site`."""
    scratch = tmp_path_factory.mktemp("web")
    limits = {"per_conversation": MANY, "per_address": MANY}
    settings = {"allowed_origins": [site.origin], **limits}
    with Assistant(Ports.unused(), scratch, web=settings) as running:
        yield running


@pytest.fixture
def real(site: HostPage, web_assistant: Assistant) -> Assistant:
    """The real assistant, whose chat `site` embeds in this test."""
    site.server = f"http://{HOST}:{web_assistant.ports.rasa}"
    return web_assistant


@pytest.fixture
def standin(site: HostPage) -> Iterator[Talks]:
    """The stand-in that fails on demand, fresh for each test."""
    port = Ports.unused().rasa
    site.server = f"http://{HOST}:{port}"
    with standin_channel(port, site.origin) as talks:
        yield talks


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Make a visitor: a browser with storage of its own."""
    contexts: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        contexts.append(browser.new_context(**options))
        contexts[-1].set_default_timeout(WAIT)
        return contexts[-1]

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def visit(site: HostPage, visitor: Callable[..., BrowserContext]) -> Iterator[Visit]:
    """Visit the page; at the end of the test nothing may have gone wrong there."""
    pages: list[ChatPage] = []

    def make(
        query: str = "", by: BrowserContext | None = None, **options: Any
    ) -> ChatPage:
        pages.append(ChatPage(by or visitor(**options), site, query))
        return pages[-1]

    yield make
    problems = [problem for page in pages for problem in page.problems]
    assert problems == []
