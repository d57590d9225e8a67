"""What was asked is answered once, in order, and where it was asked."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from extensions.slack.asked import Asked, Click, Place
from extensions.slack.blocks import Message, Reply
from extensions.slack.conversing import MOST_AT_ONCE, Conversing
from extensions.slack.deduplication import MemoryClaims
from extensions.slack.delivery import Delivery
from extensions.slack.texts import load_texts

pytestmark = pytest.mark.asyncio

TEXTS = load_texts()
ASKED = Asked("Who?", "slack-T1-D1-dm", Place("D1"), ("event:1",), "U1")
BUTTONS = ({"type": "section"}, {"type": "actions", "elements": []})


class Parrot:
    """Says what it is asked, and knows the conversations that it was asked in."""

    def __init__(self) -> None:
        self.claims = MemoryClaims()
        self._known: set[str] = set()
        self.busy = self.busiest = 0

    async def knows(self, conversation: str) -> bool:
        return conversation in self._known

    async def replies(self, text: str, conversation: str) -> Sequence[Reply]:
        self._known.add(conversation)
        self.busy += 1
        self.busiest = max(self.busiest, self.busy)
        await asyncio.sleep(0.001)
        self.busy -= 1
        return [Reply(text)]


class Board(Delivery):
    """Notes what is posted, in place of posting it."""

    def __init__(self) -> None:
        super().__init__(AsyncWebClient(), retries=0)
        self.done: list[tuple[str, Any, str]] = []
        self.replaced: list[bool] = []

    async def send(
        self, place: Place, messages: Sequence[Message], replace: bool = False
    ) -> None:
        await asyncio.sleep(0)
        self.done += [("send", place, message.text) for message in messages]
        self.replaced.append(replace)

    async def update(self, channel: str, ts: str, message: Message) -> None:
        shown = message.blocks[-1]["elements"][0]["text"]
        self.done.append(("update", (channel, ts), shown))


async def done(*asked: Asked) -> Board:
    board = Board()
    conversing = Conversing(Parrot(), board, TEXTS)
    for each in asked:
        conversing.take(each)
    await conversing.finish(5)
    return board


async def test_what_comes_twice_is_answered_once() -> None:
    again = replace(ASKED, keys=("event:2", "event:1"))
    assert (await done(ASKED, again)).done == [("send", Place("D1"), "Who?")]


async def test_answers_come_in_the_order_of_the_questions() -> None:
    many = [replace(ASKED, text=str(n), keys=(f"event:{n}",)) for n in range(20)]
    assert [text for *_, text in (await done(*many)).done] == [
        str(n) for n in range(20)
    ]


async def test_call_without_words_asks_what_it_stands_for() -> None:
    board = await done(replace(ASKED, text=""))
    assert board.done == [("send", Place("D1"), TEXTS.call)]


async def test_what_follows_in_a_thread_needs_a_beginning() -> None:
    follows = replace(ASKED, text="And?", keys=("event:2",), is_new=False)
    assert (await done(follows)).done == []
    assert [text for *_, text in (await done(ASKED, follows)).done] == ["Who?", "And?"]


async def test_choice_is_shown_before_its_answer() -> None:
    click = Click("5.0", BUTTONS, "Which?")
    board = await done(replace(ASKED, click=click))
    chosen = TEXTS.chosen.format(question="Who?")
    assert board.done == [
        ("update", ("D1", "5.0"), chosen),
        ("send", Place("D1"), "Who?"),
    ]
    assert board.replaced == [False]


async def test_answer_to_a_choice_that_only_one_sees_takes_its_place() -> None:
    click = Click("5.0", is_private=True)
    board = await done(replace(ASKED, click=click, shows_question=True))
    assert board.done == [("send", Place("D1"), "Who?")]
    assert board.replaced == [True]


async def test_no_more_than_so_many_answers_are_computed_at_once() -> None:
    parrot, board = Parrot(), Board()
    conversing = Conversing(parrot, board, TEXTS)
    for n in range(50):
        conversing.take(replace(ASKED, conversation=str(n), keys=(str(n),)))
    await conversing.finish(5)
    assert len(board.done) == 50
    assert parrot.busiest == MOST_AT_ONCE
