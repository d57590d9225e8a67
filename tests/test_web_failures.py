"""What fails or hangs is told to the visitor, with an id that the log has."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

from extensions.web.history import MOST
from scripts.assistant import Assistant
from scripts.client import HOST
from scripts.ports import Ports
from tests.faulty_actions import ANSWER, BREAKS, PROMPT, SILENT, SLOW, SLOWNESS
from tests.web_client import MESSAGES, Response, Visitor

pytestmark = pytest.mark.slow

SETTINGS = {
    "answer_seconds": 1,
    "proxies": 1,
    "per_conversation": {"messages": 1000, "seconds": 60},
    "per_address": {"messages": 1000, "seconds": 60},
}
TURNS = 300


@dataclass(frozen=True)
class Server:
    """A running assistant whose actions fail, and its log."""

    port: int
    log: Path


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    scratch = tmp_path_factory.mktemp("web")
    faulty = "tests.faulty_actions"
    # The first question, by which it is seen to answer, is not one of the faulty ones.
    with Assistant(Ports.unused(), scratch, web=SETTINGS, actions=faulty) as running:
        yield Server(running.ports.rasa, scratch / "rasa.log")


@pytest.fixture
def visitor(server: Server) -> Visitor:
    return Visitor(server.port)


def assert_apology(response: Response, server: Server, why: str) -> None:
    """The stream has an apology with an id and then its end, and the log has the id."""
    error, done = response.lines[-2:]
    assert (error["type"], done) == ("error", {"type": "done"})
    assert error["text"].startswith("Sorry")
    assert error["id"] in error["text"]
    logged = [
        line
        for line in server.log.read_text().splitlines()
        if f"{why} (id {error['id']})" in line
    ]
    assert len(logged) == 1
    assert "web-" in logged[0]


def test_error_in_an_action_is_an_apology(visitor: Visitor, server: Server) -> None:
    assert_apology(visitor.ask(BREAKS), server, "no reply")
    assert "broken on purpose" in server.log.read_text()


def test_a_failure_is_told_in_the_language_of_the_question(visitor: Visitor) -> None:
    error = visitor.ask("Vem finansierar CAMP?").lines[-2]
    assert error["type"] == "error"
    assert error["text"].startswith("Något gick tyvärr fel")


def test_silence_is_an_apology(visitor: Visitor, server: Server) -> None:
    assert_apology(visitor.ask(SILENT), server, "no reply")


def test_slow_answer_ends_with_an_apology_in_time(
    visitor: Visitor, server: Server
) -> None:
    started = time.monotonic()
    response = visitor.ask(SLOW)
    assert time.monotonic() - started < SLOWNESS
    assert_apology(response, server, "no answer within 1 s")


def test_after_a_failure_the_talk_goes_on(visitor: Visitor) -> None:
    for failing in (BREAKS, SLOW, SILENT):
        visitor.ask(failing)
        assert visitor.ask(PROMPT).text == ANSWER


def test_slow_answer_holds_up_nobody_else(visitor: Visitor, server: Server) -> None:
    slow = threading.Thread(target=visitor.ask, args=[SLOW])
    slow.start()
    started = time.monotonic()
    assert Visitor(server.port).ask(PROMPT).text == ANSWER
    took = time.monotonic() - started
    slow.join()
    assert took < 0.8


def test_reply_with_an_empty_line_stays_one_reply(visitor: Visitor) -> None:
    assert [answer["text"] for answer in visitor.ask(PROMPT).answers] == [ANSWER]


def test_answer_is_kept_for_a_visitor_who_left(
    visitor: Visitor, server: Server
) -> None:
    visitor.ask(PROMPT)
    connection = HTTPConnection(HOST, server.port, timeout=10)
    headers = {
        "Authorization": f"Bearer {visitor.token}",
        "Content-Type": "application/json",
        "X-Forwarded-For": visitor.address,
    }
    connection.request("POST", MESSAGES, b'{"message": "Who funds EFL?"}', headers)
    connection.close()  # without reading any of the answer
    for _ in range(50):
        shown = visitor.history().json["messages"]
        if len(shown) == 4:
            break
        time.sleep(0.1)
    assert [message["text"] for message in shown][2:] == ["Who funds EFL?", ANSWER]


def test_long_talk_is_still_shown(visitor: Visitor) -> None:
    for _ in range(TURNS):
        assert visitor.ask(PROMPT).text == ANSWER
    started = time.monotonic()
    shown = visitor.history().json["messages"]
    took = time.monotonic() - started
    assert len(shown) == min(MOST, 2 * TURNS)
    assert shown[-1]["text"] == ANSWER
    assert took < 2  # seconds; 0.2 here, a loaded CI machine takes longer


def sorry(failure: str) -> str:
    return f"Sorry {failure}"


async def lines_of(
    handle: Any, apologise: Callable[[str], str] = sorry
) -> list[dict[str, Any]]:
    # Late: it imports Rasa, for which `make unit` has no time.
    from extensions.channels.answering import Answering

    lines = Answering(handle, seconds=5, channel="web").lines("hi", "web-me", apologise)
    return [line async for line in lines]


def test_error_of_rasa_itself_is_an_apology_with_a_trace(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def handle(message: Any) -> None:
        raise ConnectionError("the database is gone")

    with caplog.at_level(logging.ERROR):
        error, done = asyncio.run(lines_of(handle))
    assert error["text"] == f"Sorry {error['id']}"
    assert error["id"] in caplog.text
    assert "the database is gone" in caplog.text
    assert done == {"type": "done"}


def test_half_an_answer_is_followed_by_the_apology() -> None:
    async def handle(message: Any) -> None:
        await message.output_channel.send_response("me", {"text": "one"})
        raise ConnectionError("gone")

    types = [line["type"] for line in asyncio.run(lines_of(handle))]
    assert types == ["answer", "error", "done"]


def test_what_has_no_line_of_its_own_is_told_as_text() -> None:
    async def handle(message: Any) -> None:
        await message.output_channel.send_response("me", {"image": "/a.png"})

    answer, done = asyncio.run(lines_of(handle))
    assert answer["text"] == "Image: /a.png"


def test_stream_ends_even_without_words_for_an_apology() -> None:
    async def handle(message: Any) -> None:
        raise ConnectionError("gone")

    def no_words(failure: str) -> str:
        raise LookupError("utter_failure is missing")

    assert asyncio.run(lines_of(handle, no_words)) == [{"type": "done"}]
