"""The demo page at the root of the server, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from scripts.assistant import Assistant
from scripts.client import HOST
from tests.chat_page import ChatPage
from tests.host_page import LOADER, HostPage

pytest_plugins = ["tests.widget_fixtures"]
pytestmark = pytest.mark.slow

SIZES = {"desktop": (1280, 900), "tablet": (820, 1180), "phone": (390, 844)}


@pytest.fixture
def demo(real: Assistant) -> HostPage:
    """The server's own page: no other origin is in play."""
    origin = f"http://{HOST}:{real.ports.rasa}"
    return HostPage(origin, origin)


@pytest.fixture(params=[(s, c) for s in SIZES for c in ("light", "dark")], ids="-".join)
def seen(
    request: pytest.FixtureRequest, browser: Browser, demo: HostPage
) -> Iterator[tuple[str, ChatPage]]:
    """The page at a size and in colours, with the name of both."""
    size, colours = request.param
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=colours,
        reduced_motion="reduce",
    )
    yield f"demo {size} {colours}", ChatPage(context, demo)
    context.close()


def test_the_page_is_sound_at_every_size(seen: tuple[str, ChatPage]) -> None:
    name, chat = seen
    assert chat.violations() == []
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not chat.page.evaluate(wide)
    chat.screenshot(name)
    chat.page.screenshot(path=f"results/screenshots/{name} whole.png", full_page=True)
    opener = chat.page.get_by_role("button", name="Open the chat")
    opener.click()
    assert "Vinnova" in chat.ask("Who funds CAMP?")
    assert "doesn't say" in chat.ask("and who founded it?")
    chat.screenshot(f"{name} asked")
    chat.page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    assert chat.problems == []


def test_the_page_has_the_tag_to_copy(browser: Browser, demo: HostPage) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    chat = ChatPage(context, demo)
    chat.page.get_by_role("button", name="Copy").click()
    expect(chat.page.get_by_text("Copied.")).to_be_visible()
    copied = chat.page.evaluate("navigator.clipboard.readText()")
    assert copied == f'<script src="{demo.origin}{LOADER}" async></script>'
    context.close()
