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


def test_an_offer_taken_up_before_the_end_is_asked_at_the_end(
    visit: Visit, standin: Talks
) -> None:
    chat = visit().open()
    chat.submit("linger")
    chat.suggestions.filter(has_text="NOME").click()
    expect(chat.input).to_be_focused()
    assert standin.heard == ["linger"]
    standin.release.set()
    expect(chat.answers.last).to_contain_text("You asked: And NOME?")
    assert standin.heard == ["linger", "And NOME?"]


def wait_for_token(chat: ChatPage) -> None:
    """Wait until the page has the token of its conversation.

    Playwright's own way to wait for a condition is refused by the page's policy.
    """
    for _ in range(150):
        if chat.page.evaluate("localStorage.getItem('partners-chat')"):
            return
        chat.page.wait_for_timeout(100)
    pytest.fail("no token came within 15 s")


def test_a_server_that_stays_silent_is_given_up(visit: Visit, standin: Talks) -> None:
    chat = visit()
    chat.page.clock.install()
    chat.open()
    chat.submit("slow")
    # Each line begins the time of silence anew: the token must have come before it.
    wait_for_token(chat)
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
