"""The chat in a real browser, with the real assistant, from another origin."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.chat_page import ChatPage, Visit
from tests.host_page import HostPage, host_page

pytest_plugins = ["tests.widget_fixtures"]
pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real")]

Visitors = Callable[..., BrowserContext]
QUESTION = "Who funds CAMP?"


def test_nothing_is_requested_before_the_chat_is_opened(visit: Visit) -> None:
    chat = visit()
    chat.page.wait_for_timeout(500)
    assert chat.asked_of_server() == []
    chat.open()
    assert any(path.endswith("/config") for path in chat.asked_of_server())


def test_a_question_is_asked_by_typing(visit: Visit) -> None:
    chat = visit().open()
    answer = chat.ask(QUESTION)
    assert "Vinnova" in answer
    expect(chat.answers.last.locator(".source")).to_contain_text("CAMP")
    chat.screenshot("answer")


def test_a_question_is_asked_by_the_send_button(visit: Visit) -> None:
    chat = visit().open()
    chat.type(QUESTION)
    chat.button("Send").click()
    expect(chat.answers.last).to_contain_text("Vinnova")


def test_an_example_is_asked_by_its_button_and_the_answer_offers_more(
    visit: Visit,
) -> None:
    chat = visit().open()
    expect(chat.suggestions).to_have_count(4)
    chat.suggestions.filter(has_text=QUESTION).click()
    expect(chat.answers.last).to_contain_text("Vinnova")
    expect(chat.questions).to_have_text([f"You: {QUESTION}"])
    # The examples are gone, and what there is belongs to the answer.
    offered = chat.suggestions.first.inner_text()
    assert offered != "Who are your partners?"
    chat.suggestions.first.click()
    expect(chat.questions.last).to_contain_text(offered)
    expect(chat.answers).to_have_count(3)


def test_all_is_done_by_keyboard_alone(visit: Visit) -> None:
    chat = visit()
    keyboard = chat.page.keyboard
    keyboard.press("Tab")  # the page's own link
    keyboard.press("Tab")
    expect(chat.launcher).to_be_focused()
    keyboard.press("Enter")
    expect(chat.input).to_be_focused()
    keyboard.type(QUESTION)
    keyboard.press("Enter")
    expect(chat.answers.last).to_contain_text("Vinnova")
    keyboard.press("Shift+Tab")
    expect(chat.suggestions.last).to_be_focused()
    keyboard.press("Enter")
    expect(chat.answers).to_have_count(3)
    expect(chat.input).to_be_focused()
    keyboard.press("Escape")
    expect(chat.dialog).to_be_hidden()
    expect(chat.launcher).to_be_focused()


def test_a_question_goes_on_from_the_one_before(visit: Visit) -> None:
    chat = visit().open()
    chat.ask(QUESTION)
    assert "CAMP" in chat.ask("and when was it founded?")


def test_a_reload_shows_the_same_talk_and_goes_on_with_it(visit: Visit) -> None:
    chat = visit().open()
    first = chat.ask(QUESTION)
    chat.page.reload()
    chat.open()
    expect(chat.questions).to_have_text([f"You: {QUESTION}"])
    assert chat.answers.last.inner_text() == first
    assert "CAMP" in chat.ask("what does it focus on?")


def test_two_tabs_show_the_same_talk(visit: Visit, visitor: Visitors) -> None:
    someone = visitor()
    one = visit(by=someone).open()
    one.ask(QUESTION)
    two = visit(by=someone).open()
    expect(two.questions).to_have_count(1)
    two.ask("Who are your partners?")
    expect(one.questions).to_have_count(2)
    assert one.answers.last.inner_text() == two.answers.last.inner_text()


def test_a_tab_keeps_what_is_being_typed_when_another_goes_on(
    visit: Visit, visitor: Visitors
) -> None:
    someone = visitor()
    one, two = visit(by=someone).open(), visit(by=someone).open()
    one.type("half a question")
    two.ask(QUESTION)
    expect(one.questions).to_have_count(1)
    expect(one.input).to_have_text("half a question")


def test_a_second_visitor_sees_nothing_of_the_first(visit: Visit) -> None:
    one = visit().open()
    one.ask(QUESTION)
    two = visit().open()
    expect(two.questions).to_have_count(0)
    # Nor does the assistant know what "it" was.
    assert "Vinnova" not in two.ask("who funds it?")


def test_a_new_conversation_begins_anew(visit: Visit) -> None:
    chat = visit().open()
    chat.ask(QUESTION)
    chat.button("New conversation").click()
    expect(chat.questions).to_have_count(0)
    expect(chat.suggestions).to_have_count(4)
    expect(chat.input).to_be_focused()
    assert "Vinnova" not in chat.ask("who funds it?")
    chat.page.reload()
    chat.open()
    expect(chat.questions).to_have_count(1)


@pytest.mark.parametrize("query", ["?lang=sv-SE", "?lang=en&data-lang=sv"])
def test_the_chat_speaks_swedish_where_the_page_or_the_tag_says_so(
    visit: Visit, query: str
) -> None:
    chat = visit(query)
    expect(chat.launcher).to_have_text("Fråga om våra partner")
    chat.open()
    expect(chat.answers.first).to_contain_text("Hej!")
    expect(chat.dialog).to_have_attribute("lang", "sv")
    chat.ask(QUESTION)


def test_no_cookie_is_set(visit: Visit, visitor: Visitors) -> None:
    someone = visitor()
    visit(by=someone).open().ask(QUESTION)
    assert someone.cookies() == []


def test_the_chat_works_where_storage_is_blocked(
    visit: Visit, visitor: Visitors
) -> None:
    someone = visitor()
    someone.add_init_script(
        "Object.defineProperty(window, 'localStorage',"
        " {get() { throw new DOMException('denied', 'SecurityError'); }})"
    )
    chat = visit(by=someone).open()
    chat.ask(QUESTION)
    assert "CAMP" in chat.ask("what does it focus on?")


def test_a_page_of_another_origin_gets_no_chat(
    visitor: Visitors, site: HostPage
) -> None:
    with host_page() as other:
        other.server = site.server
        chat = ChatPage(visitor(), other)
        chat.launcher.click()
        expect(chat.page.locator("partners-chat .failure")).to_contain_text("can't be")
        assert any("CORS" in problem for problem in chat.problems)
