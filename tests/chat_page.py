"""The chat on a page, as a visitor uses it, with a watch on what must not happen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, expect

from tests.host_page import LOADER, HostPage

ROOT = Path(__file__).parents[1]
SCREENSHOTS = ROOT / "results" / "screenshots"
AXE = ROOT / "widget" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What the browser itself says of an answer that was refused or cut off.
FAILED_LOAD = "Failed to load resource"


class ChatPage:
    """A page with the chat; `problems`: console errors and foreign requests."""

    def __init__(
        self, context: BrowserContext, site: HostPage, query: str = ""
    ) -> None:
        self.page: Page = context.new_page()
        self.requests: list[str] = []
        self.problems: list[str] = []
        self._own = {site.origin, site.server}
        self.page.on("request", lambda request: self._note(request.url))
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.goto(f"{site.origin}/{query}")
        expect(self.launcher).to_be_visible()

    @property
    def launcher(self) -> Locator:
        return self.page.locator("partners-chat .launcher")

    @property
    def dialog(self) -> Locator:
        return self.page.locator("partners-chat dialog")

    @property
    def input(self) -> Locator:
        return self.page.locator("partners-chat #text-input")

    @property
    def send(self) -> Locator:
        return self.page.locator("partners-chat .input-button")

    @property
    def answers(self) -> Locator:
        """The assistant's messages, the greeting first."""
        return self.page.locator("partners-chat .said")

    @property
    def questions(self) -> Locator:
        return self.page.locator("partners-chat .user-message-text")

    @property
    def suggestions(self) -> Locator:
        return self.page.locator("partners-chat .suggestion")

    @property
    def trouble(self) -> Locator:
        return self.page.locator("partners-chat .trouble")

    @property
    def retry(self) -> Locator:
        return self.page.locator("partners-chat .retry")

    @property
    def dots(self) -> Locator:
        return self.page.locator("partners-chat .dots")

    @property
    def counter(self) -> Locator:
        return self.page.locator("partners-chat .counter")

    @property
    def live(self) -> Locator:
        """The region from which a screen reader reads."""
        return self.page.locator("partners-chat [aria-live=polite]")

    def button(self, name: str) -> Locator:
        return self.dialog.get_by_role("button", name=name)

    def open(self) -> ChatPage:
        self.launcher.click()
        expect(self.input).to_be_focused()
        return self

    def type(self, text: str) -> None:
        """Write into the input, as by keyboard."""
        self.input.focus()
        self.page.keyboard.insert_text(text)

    def submit(self, text: str) -> None:
        """Ask, without waiting for the answer."""
        self.type(text)
        expect(self.send).not_to_have_attribute("aria-disabled", "true")
        self.page.keyboard.press("Enter")

    def ask(self, text: str) -> str:
        """Ask, and return the last answer once it is all there."""
        before = self.answers.count()
        self.submit(text)
        expect(self.answers).not_to_have_count(before)
        expect(self.dots).to_have_count(0)
        return self.answers.last.inner_text()

    def violations(self) -> list[str]:
        """What axe-core finds wrong for people who see, hear or move otherwise."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found: dict[str, Any] = self.page.evaluate(
            "rules => axe.run({runOnly: {type: 'tag', values: rules}})", RULES
        )
        assert found["passes"], "axe-core looked at nothing"
        return [
            f"{violation['id']}: {node['target']} {node['failureSummary']}"
            for violation in found["violations"]
            for node in violation["nodes"]
        ]

    def screenshot(self, name: str) -> None:
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SCREENSHOTS / f"{name}.png")

    def asked_of_server(self) -> list[str]:
        """The paths of all requests but those for the loader and the page."""
        paths = [urlsplit(url).path for url in self.requests]
        return [path for path in paths if path not in (LOADER, "/")]

    def _note(self, url: str) -> None:
        self.requests.append(url)
        parts = urlsplit(url)
        if (
            f"{parts.scheme}://{parts.netloc}" not in self._own
            and parts.scheme != "data"
        ):
            self.problems.append(f"a request to another host: {url}")

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and FAILED_LOAD not in message.text:
            self.problems.append(f"console: {message.text}")


Visit = Callable[..., ChatPage]  # what the fixture `visit` gives to a test
