"""The chat in a real browser when things go wrong: its server fails on demand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from scripts.ports import Ports
from tests.chat_page import ChatPage, Visit
from tests.host_page import HostPage
from tests.standin_channel import LIMIT, Talks, standin_channel

pytest_plugins = ["tests.widget_fixtures"]
pytestmark = pytest.mark.slow


def test_a_server_that_dies_in_mid_answer_can_be_asked_again(
    visit: Visit, standin: Talks
) -> None:
    chat = visit().open()
    chat.submit("die")
    expect(chat.answers.last).to_contain_text("The first half")
    expect(chat.trouble).to_contain_text("broke off")
    chat.screenshot("broken")
    standin.release.set()  # it is back
    chat.retry.click()
    expect(chat.answers.last).to_contain_text("You asked: die")
    expect(chat.trouble).to_have_count(0)
    expect(chat.questions).to_have_count(1)  # asked twice, written once
    assert standin.heard == ["die", "die"]


def test_a_slow_answer_shows_dots_says_so_and_comes(
    visit: Visit, standin: Talks
) -> None:
    chat = visit()
    chat.page.clock.install()
    chat.open()
    chat.submit("slow")
    expect(chat.dots).to_be_visible()
    chat.type("the next")
    expect(chat.send).to_have_attribute("aria-disabled", "true")
    chat.page.clock.fast_forward(6_000)
    expect(chat.live).to_contain_text("longer than usual")
    standin.release.set()
    expect(chat.answers.last).to_contain_text("You asked: slow")
    expect(chat.dots).to_have_count(0)
    expect(chat.input).to_have_text("the next")
    expect(chat.send).not_to_have_attribute("aria-disabled", "true")


def test_a_server_that_stays_silent_is_given_up(visit: Visit, standin: Talks) -> None:
    chat = visit()
    chat.page.clock.install()
    chat.open()
    chat.submit("slow")
    expect(chat.dots).to_be_visible()
    chat.page.clock.fast_forward(61_000)
    expect(chat.trouble).to_contain_text("too long")
    expect(chat.dots).to_have_count(0)


def test_too_many_questions_are_to_wait(visit: Visit, standin: Talks) -> None:
    chat = visit().open()
    chat.submit("flood")
    expect(chat.trouble).to_contain_text("Please wait 1 seconds")
    expect(chat.retry).to_have_attribute("aria-disabled", "true")
    expect(chat.retry).not_to_have_attribute("aria-disabled", "true")
    chat.retry.click()
    expect(chat.answers.last).to_contain_text("You asked: flood")


def test_an_error_of_the_assistant_is_told_with_its_number(
    visit: Visit, standin: Talks
) -> None:
    chat = visit().open()
    chat.submit("fail")
    expect(chat.trouble).to_contain_text("Sorry, that failed.")
    expect(chat.trouble).to_contain_text("ab12cd34")
    expect(chat.live).to_contain_text("ab12cd34")
    chat.ask("something else")
    expect(chat.trouble).to_have_count(0)


def test_no_answer_is_told_and_leaves_no_dots(visit: Visit, standin: Talks) -> None:
    chat = visit().open()
    assert "in other words" in chat.ask("nothing")


def test_an_expired_conversation_begins_anew_with_the_question(
    visit: Visit, standin: Talks
) -> None:
    chat = visit().open()
    chat.ask("first")
    standin.histories.clear()  # as after the token's last day
    assert "You asked: second" in chat.ask("second")
    expect(chat.live).to_contain_text("The earlier conversation has ended")
    assert len(standin.histories) == 1


def test_a_reload_with_an_expired_token_shows_the_greeting(
    visit: Visit, standin: Talks
) -> None:
    chat = visit().open()
    chat.ask("first")
    standin.histories.clear()
    chat.page.reload()
    chat.open()
    expect(chat.suggestions).to_have_count(4)
    expect(chat.questions).to_have_count(0)


def test_a_question_too_long_is_kept_and_can_not_be_sent(
    visit: Visit, standin: Talks
) -> None:
    chat = visit().open()
    expect(chat.counter).to_have_text(f"0 of {LIMIT} characters")
    chat.type("x" * (LIMIT + 3))
    expect(chat.counter).to_contain_text("3 characters too many")
    expect(chat.live).to_contain_text("3 characters too many")
    chat.page.keyboard.press("Enter")
    expect(chat.input).to_have_text("x" * (LIMIT + 3))
    for _ in range(3):
        chat.page.keyboard.press("Backspace")
    expect(chat.counter).to_have_text(f"{LIMIT} of {LIMIT} characters")
    chat.page.keyboard.press("Enter")
    expect(chat.answers.last).to_contain_text("You asked: xxx")


def test_what_is_refused_for_its_text_goes_back_into_the_input(
    visit: Visit, standin: Talks
) -> None:
    chat = visit().open()
    chat.submit("/restart")
    expect(chat.trouble).to_contain_text("slash")
    expect(chat.retry).to_have_count(0)
    expect(chat.input).to_have_text("/restart")
    expect(chat.send).not_to_have_attribute("aria-disabled", "true")


def test_offline_is_told_and_mended(
    visit: Visit, standin: Talks, visitor: Callable[..., BrowserContext]
) -> None:
    someone = visitor()
    chat = visit(by=someone).open()
    someone.set_offline(True)
    expect(chat.page.locator("partners-chat .notice")).to_contain_text("offline")
    chat.submit("are you there")
    expect(chat.trouble).to_contain_text("offline")
    someone.set_offline(False)
    expect(chat.page.locator("partners-chat .notice")).to_be_empty()
    chat.retry.click()
    expect(chat.answers.last).to_contain_text("You asked: are you there")


def test_a_server_that_is_down_at_the_first_click_is_tried_again(
    visitor: Callable[..., BrowserContext], site: HostPage
) -> None:
    port = Ports.unused().rasa
    site.server = f"http://127.0.0.1:{port}"
    with standin_channel(port, site.origin):
        chat = ChatPage(visitor(), site)
    chat.launcher.click()
    failure = chat.page.locator("partners-chat .failure")
    expect(failure).to_contain_text("can't be reached")
    expect(chat.launcher).to_be_enabled()
    with standin_channel(port, site.origin):
        chat.open()
        expect(failure).to_be_empty()
        chat.ask("hello")


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
