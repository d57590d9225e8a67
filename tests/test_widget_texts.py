"""What the chat makes of texts: hostile ones, a visitor's own, very many."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.chat_page import Visit
from tests.standin_channel import Talks

pytest_plugins = ["tests.widget_fixtures"]
pytestmark = pytest.mark.slow


def test_hostile_texts_are_shown_as_text(visit: Visit, standin: Talks) -> None:
    chat = visit().open()
    answer = chat.ask("hostile")
    for shown in (
        "<img src=x onerror=",
        "<b>raw</b> &amp;",
        "<script>",
        "[click](javascript:window.attacked=1)",
        "![i](javascript:1)",
        "[U+202E]reversed",
    ):
        assert shown in answer
    assert chat.answers.last.locator("img, script, b").count() == 0
    links = chat.answers.last.locator("a")
    expect(links).to_have_count(1)
    expect(links).to_have_attribute("href", "https://example.org/a")
    expect(links).to_have_attribute("rel", "noopener noreferrer")
    chat.suggestions.click()
    expect(chat.questions.last).to_contain_text("<img src=x onerror=")
    assert chat.page.evaluate("window.attacked") is None
    chat.screenshot("hostile")


def test_what_a_visitor_writes_is_shown_as_written(
    visit: Visit, standin: Talks
) -> None:
    chat = visit().open()
    written = "[x](javascript:window.attacked=1) **b** <img src=x onerror=alert(1)>"
    chat.ask(written)
    expect(chat.questions.last).to_contain_text(written)
    assert chat.questions.last.locator("a, img, strong").count() == 0
    chat.page.reload()
    chat.open()
    expect(chat.questions.last).to_contain_text(written)
    assert chat.questions.last.locator("a, img, strong").count() == 0


def test_the_page_keeps_its_own_plugins_for_deep_chat(
    visit: Visit, standin: Talks
) -> None:
    chat = visit()
    chat.page.evaluate("window.remarkable_plugins = ['its own']")
    chat.open()
    assert chat.page.evaluate("window.remarkable_plugins") == ["its own"]


def test_three_hundred_messages_stay_usable(visit: Visit, standin: Talks) -> None:
    chat = visit().open()
    token = "long-talk"
    standin.histories[token] = [
        {"role": role, "text": f"{role} {number}"}
        for number in range(149)
        for role in ("visitor", "assistant")
    ]
    chat.page.evaluate("token => localStorage.setItem('partners-chat', token)", token)
    chat.page.reload()
    chat.open()
    expect(chat.questions).to_have_count(149)
    assert "You asked: one more" in chat.ask("one more")
    expect(chat.answers.last).to_be_in_viewport()
    expect(chat.questions.first).not_to_be_in_viewport()
    assert chat.suggestions.count() == 1  # only the last answer's
