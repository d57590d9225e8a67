"""Actions utter responses, and tell a failure instead of falling silent."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answer_question import ActionAnswerQuestion
from actions.offer_questions import ActionOfferQuestions
from actions.replying import after_refused, language_of
from partners.memory import Memory
from tests.asking import load_responses

DOMAIN = {"responses": load_responses()}


def tracker(
    text: str, intent: str, entities: list[dict[str, Any]], channel: str = "rest"
) -> Tracker:
    """A conversation whose last message is `text`."""
    events = [{"event": "user", "text": text, "input_channel": channel}]
    message = {
        "text": text,
        "intent": {"name": intent, "confidence": 0.9},
        "intent_ranking": [{"name": intent, "confidence": 0.9}],
        "entities": entities,
    }
    return Tracker("me", {}, message, events, False, None, {}, "action_listen")


CAMP = {"entity": "partner", "value": "camp", "start": 10, "end": 14}


def test_answer_is_a_response_with_values() -> None:
    dispatcher = CollectingDispatcher()
    asked = tracker("who funds CAMP", "ask_funders", [CAMP])
    ActionAnswerQuestion().run(dispatcher, asked, DOMAIN)
    (message,) = dispatcher.messages
    assert message["response"] == "utter_funders_fact"
    assert message["values"] == "Vinnova"


@pytest.mark.parametrize(
    ("channel", "inside", "apart"),
    [
        ("rest", " (Section: CAMP)", None),
        ("cmdline", " (Section: CAMP)", None),
        ("web", "", "Section: CAMP"),
        ("slack", "", "Section: CAMP"),
    ],
)
def test_source_goes_where_the_channel_shows_it(
    channel: str, inside: str, apart: str | None
) -> None:
    dispatcher = CollectingDispatcher()
    asked = tracker("who funds CAMP", "ask_funders", [CAMP], channel)
    ActionAnswerQuestion().run(dispatcher, asked, DOMAIN)
    (message,) = dispatcher.messages
    assert message["source"] == inside
    assert message.get("source_apart") == apart


@pytest.mark.parametrize(
    "entities",
    [
        [{"entity": "partner", "value": {"k": 1}}],
        [{"entity": "partner", "value": "no_such_id", "start": 0, "end": 3}],
        [{"entity": None, "value": None}],
    ],
)
def test_made_up_entities_do_no_harm(entities: list[dict[str, Any]]) -> None:
    dispatcher = CollectingDispatcher()
    asked = tracker("who funds it", "ask_funders", entities)
    ActionAnswerQuestion().run(dispatcher, asked, DOMAIN)
    assert [m["response"] for m in dispatcher.messages] == ["utter_which_partner"]


def test_message_without_any_sense_gets_the_fallback() -> None:
    dispatcher = CollectingDispatcher()
    ActionOfferQuestions().run(dispatcher, tracker("", "nlu_fallback", []), DOMAIN)
    assert [m["response"] for m in dispatcher.messages] == ["utter_fallback"]


class Broken:
    """An assistant that fails after it has begun."""

    def answer(self, message: object, phrases: object, memory: object) -> object:
        raise RuntimeError("the disk is gone")


def test_failure_is_told_with_the_id_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    dispatcher = CollectingDispatcher()
    dispatcher.utter_message(text="half an answer")
    action = ActionAnswerQuestion(Broken())  # type: ignore[arg-type]
    with caplog.at_level(logging.ERROR):
        action.run(dispatcher, tracker("who funds CAMP", "ask_funders", [CAMP]), DOMAIN)
    (message,) = dispatcher.messages
    assert message["response"] == "utter_failure"
    assert message["id"] in caplog.text
    assert "the disk is gone" in caplog.text


@pytest.mark.parametrize(
    ("message", "remembered", "before", "language"),
    [
        ({"language": "sv"}, "en", None, "sv"),
        ({"language": "en"}, "sv", "sv", "en"),
        ({}, "sv", None, "sv"),
        ({}, "", "sv", "sv"),  # after a greeting, which no action answers
        ({}, "sv", "en", "en"),
        ({}, "", None, ""),
    ],
)
def test_language_is_that_of_the_last_message_that_has_one(
    message: dict[str, str], remembered: str, before: str | None, language: str
) -> None:
    said = tracker("NOME?", "follow_up", [])
    said.latest_message.update(message)
    said.events.insert(0, {"event": "user", "parse_data": {"language": before}})
    assert language_of(said, Memory(language=remembered)) == language


@pytest.mark.parametrize(
    ("entities", "action", "focus"),
    [
        ([("partner", "nome")], "utter_out_of_scope", ("nome",)),
        ([("partner", "nome")], "action_answer_question", ("camp",)),
        ([("partner", "nome"), ("partner", "efl")], "utter_out_of_scope", ("camp",)),
        ([("organisation", "vinnova")], "utter_out_of_scope", ("camp",)),
        ([], "utter_greet", ("camp",)),
    ],
)
def test_the_partner_of_a_refused_message_is_in_question(
    entities: list[tuple[str, str]], action: str, focus: tuple[str, ...]
) -> None:
    said = tracker("what do they do", "ask_activities", [])
    named = [{"entity": role, "value": id_} for role, id_ in entities]
    said.events[:] = [
        {"event": "user", "parse_data": {"entities": named}},
        {"event": "action", "name": action},
        {"event": "action", "name": "action_listen"},
        {"event": "user", "parse_data": {}},
    ]
    assert after_refused(said, Memory(focus=("camp",))).focus == focus


def test_swedish_is_answered_in_swedish_and_remembered() -> None:
    dispatcher = CollectingDispatcher()
    asked = tracker("who funds CAMP", "ask_funders", [CAMP])
    asked.latest_message["language"] = "sv"
    (event,) = ActionAnswerQuestion().run(dispatcher, asked, DOMAIN)
    (message,) = dispatcher.messages
    assert message["source"] == " (Avsnitt: CAMP)"
    assert Memory.load(event["value"]).language == "sv"
