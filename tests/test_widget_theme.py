"""How a site makes the chat its own, and what of the site's style stays out of it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.chat_page import Visit

pytest_plugins = ["tests.widget_fixtures"]
pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("standin")]


def _colour(of: Locator, name: str = "backgroundColor") -> str:
    return str(of.evaluate(f"e => getComputedStyle(e).{name}"))


def test_the_tag_sets_theme_colour_words_and_place(visit: Visit) -> None:
    words = "data-label=Ask&data-title=Hi"
    looks = "data-theme=dark&data-accent=yellow&data-position=left"
    chat = visit(f"?{words}&{looks}").open()
    expect(chat.launcher).to_have_text("Ask")
    expect(chat.dialog.locator("h2")).to_have_text("Hi")
    assert _colour(chat.launcher) == "rgb(255, 255, 0)"
    assert _colour(chat.launcher, "color") == "rgb(0, 0, 0)"  # readable on yellow
    assert _colour(chat.dialog) == "rgb(22, 33, 38)"
    box = chat.dialog.bounding_box()
    assert box and box["x"] < 100


def test_the_page_sets_colours_by_custom_properties(visit: Visit) -> None:
    chat = visit()
    chat.page.evaluate(
        """() => {
          const chat = document.querySelector('partners-chat');
          chat.style.setProperty('--partners-chat-accent', 'rgb(120, 0, 60)');
          chat.style.setProperty('--partners-chat-surface', 'rgb(255, 250, 240)');
        }"""
    )
    chat.open()
    assert _colour(chat.launcher) == "rgb(120, 0, 60)"
    assert _colour(chat.dialog) == "rgb(255, 250, 240)"


def test_a_colour_that_is_none_is_left_aside(visit: Visit) -> None:
    assert _colour(visit("?data-accent=url(x)").launcher) == "rgb(15, 92, 99)"


def test_the_chat_is_set_apart_from_the_style_of_the_page(visit: Visit) -> None:
    chat = visit()
    chat.page.evaluate(
        """() => {
          const sheet = new CSSStyleSheet();
          const rules = '* { color: red; font-size: 99px } button { display: none }';
          sheet.replaceSync(rules);
          document.adoptedStyleSheets = [sheet];
        }"""
    )
    chat.open()
    expect(chat.button("Close the chat")).to_be_visible()
    assert _colour(chat.answers.first, "color") == "rgb(23, 36, 42)"
    assert _colour(chat.answers.first, "fontSize") == "16px"
