"""The chat for everybody: keyboard, screen reader, contrast, zoom, phones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.chat_page import ChatPage, Visit
from tests.standin_channel import Talks

pytest_plugins = ["tests.widget_fixtures"]
pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("standin")]

PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
}
SIZES: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": {"width": 1280, "height": 800}},
    "phone": PHONE,
    # 1280 by 800 pixels at 200 %, and WCAG's narrowest page.
    "zoomed": {"viewport": {"width": 640, "height": 400}},
    "narrow": {"viewport": {"width": 320, "height": 640}},
}
SMALLEST_TARGET = 24  # CSS pixels, WCAG 2.2 AA


def _answered(chat: ChatPage) -> None:
    chat.type("hello")
    chat.send.click()
    expect(chat.answers).to_have_count(2)


def _troubled(chat: ChatPage) -> None:
    chat.type("fail")
    chat.send.click()
    expect(chat.retry).to_be_visible()


# One after the other, on one page.
STATES: dict[str, Callable[[ChatPage], object]] = {
    "closed": lambda chat: None,
    "open": lambda chat: chat.open(),
    "with answers": _answered,
    "with an error": _troubled,
}


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_axe_finds_nothing(visit: Visit, size: str, colours: str) -> None:
    chat = visit(color_scheme=colours, reduced_motion="reduce", **SIZES[size])
    found: list[str] = []
    for state, reach in STATES.items():
        reach(chat)
        found += [f"{state}: {each}" for each in chat.violations()]
        chat.screenshot(f"{size} {colours} {state}")
    assert found == []


def test_axe_would_find_something(visit: Visit) -> None:
    chat = visit().open()
    chat.send.evaluate("button => button.removeAttribute('aria-label')")
    chat.send.evaluate("button => button.removeAttribute('title')")
    assert any("name" in violation for violation in chat.violations())


def test_the_focus_moves_in_and_back(visit: Visit) -> None:
    chat = visit()
    expect(chat.launcher).to_have_attribute("aria-expanded", "false")
    chat.open()
    expect(chat.launcher).to_have_attribute("aria-expanded", "true")
    chat.button("Close the chat").click()
    expect(chat.launcher).to_be_focused()
    expect(chat.launcher).to_have_attribute("aria-expanded", "false")


def test_the_focus_comes_back_where_it_was_nowhere_before(visit: Visit) -> None:
    # As in Safari, which gives no focus to a button that is clicked.
    chat = visit()
    chat.page.evaluate("document.querySelector('partners-chat').open()")
    expect(chat.input).to_be_focused()
    chat.page.keyboard.press("Escape")
    expect(chat.launcher).to_be_focused()


def test_what_was_typed_is_there_when_the_chat_is_opened_again(visit: Visit) -> None:
    chat = visit().open()
    chat.type("half a")
    chat.page.keyboard.press("Escape")
    chat.open()
    chat.page.keyboard.type(" question")
    expect(chat.input).to_have_text("half a question")


def test_every_control_has_a_name_and_is_large_enough(visit: Visit) -> None:
    chat = visit().open()
    _answered(chat)
    controls = [
        chat.launcher,
        chat.input,
        chat.send,
        *chat.suggestions.all(),
        *chat.dialog.locator("header button").all(),
    ]
    assert len(controls) >= 6
    for control in controls:
        box = control.bounding_box()
        assert box and min(box["width"], box["height"]) >= SMALLEST_TARGET
        assert control.evaluate(
            "e => (e.getAttribute('aria-label') || e.textContent).trim() !== ''"
        )


def test_an_answer_is_read_out_once_and_politely(visit: Visit) -> None:
    chat = visit().open()
    chat.page.evaluate(
        """() => {
          window.read = [];
          const live = document.querySelector('partners-chat').shadowRoot
            .querySelector('[aria-live]');
          new MutationObserver((changes) => {
            for (const change of changes)
              for (const node of change.addedNodes) window.read.push(node.textContent);
          }).observe(live, {childList: true});
        }"""
    )
    chat.ask("hello")
    assert chat.page.evaluate("window.read") == ["You asked: hello\nSection: CAMP"]
    # No other region reads it as well.
    regions = chat.page.locator(
        "partners-chat [aria-live=polite], partners-chat [role=log]:not([aria-live])"
    )
    expect(regions).to_have_count(1)


def test_on_a_phone_the_chat_covers_the_page_and_keeps_the_focus(visit: Visit) -> None:
    chat = visit(**PHONE, reduced_motion="reduce")
    chat.launcher.tap()
    expect(chat.input).to_be_focused()
    assert chat.dialog.bounding_box() == {"x": 0, "y": 0, "width": 390, "height": 844}
    assert chat.dialog.evaluate("dialog => dialog.matches(':modal')")
    for _ in range(12):
        chat.page.keyboard.press("Tab")
        # The page itself, behind the chat, is never reached.
        assert chat.page.evaluate("document.activeElement.closest('main')") is None
    chat.button("Close the chat").tap()
    expect(chat.dialog).to_be_hidden()
    expect(chat.launcher).to_be_visible()


def test_turning_the_phone_keeps_the_chat_open(visit: Visit) -> None:
    chat = visit().open()
    chat.type("half a question")
    chat.page.set_viewport_size({"width": 390, "height": 700})
    expect(chat.input).to_be_focused()
    assert chat.dialog.evaluate("dialog => dialog.matches(':modal')")
    chat.page.set_viewport_size({"width": 1280, "height": 800})
    expect(chat.input).to_be_focused()
    expect(chat.input).to_have_text("half a question")
    assert not chat.dialog.evaluate("dialog => dialog.matches(':modal')")


@pytest.mark.parametrize("size", ["zoomed", "narrow"])
def test_nothing_is_cut_off_when_zoomed(visit: Visit, size: str) -> None:
    chat = visit(**SIZES[size], reduced_motion="reduce").open()
    _answered(chat)
    chat.screenshot(size)
    view = SIZES[size]["viewport"]
    for part in (chat.dialog, chat.input, chat.send, chat.button("Close the chat")):
        box = part.bounding_box()
        assert box and box["x"] >= 0 and box["y"] >= 0
        assert box["x"] + box["width"] <= view["width"]
        assert box["y"] + box["height"] <= view["height"]
    assert not chat.page.locator("partners-chat #messages").evaluate(
        "list => list.scrollWidth > list.clientWidth"
    )


def test_nothing_moves_for_who_wants_no_motion(visit: Visit) -> None:
    chat = visit(reduced_motion="reduce").open()
    chat.submit("slow")
    expect(chat.dots).to_be_visible()
    moving = (
        "root => document.getAnimations().filter(a => a.playState === 'running').length"
    )
    assert chat.page.evaluate(moving) == 0


def test_a_question_may_have_several_lines(visit: Visit, standin: Talks) -> None:
    chat = visit().open()
    chat.type("one")
    chat.page.keyboard.press("Shift+Enter")
    chat.type("two")
    chat.page.keyboard.press("Enter")
    expect(chat.answers.last).to_contain_text("You asked")
    assert standin.heard == ["one\ntwo"]
