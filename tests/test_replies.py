"""A reply's variant is chosen by the language of the conversation."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from extensions.replies import Replies
from partners.memory import Memory

SWEDISH = {"type": "slot", "name": "language", "value": "sv"}
DOMAIN = Domain.from_dict(
    {
        "slots": {
            "language": {"type": "text", "mappings": [{"type": "custom"}]},
            "memory": {"type": "text", "mappings": [{"type": "custom"}]},
        },
        "responses": {
            "utter_greet": [
                {"text": "Hello {name}"},
                {"text": "Hej {name}", "condition": [SWEDISH]},
            ],
            "utter_thank": [{"text": "Thanks"}],
        },
    }
)


def said(language: str | None) -> Event:
    """A message, parsed as the pipeline leaves it."""
    found = {"language": language} if language else {}
    return UserUttered("hi", parse_data={"text": "hi", "entities": [], **found})


def uttered(name: str, events: list[Event]) -> Any:
    tracker = DialogueStateTracker.from_events("me", events, DOMAIN.slots)
    replies = Replies(EndpointConfig(), DOMAIN)
    made = asyncio.run(replies.generate(name, tracker, "rest", name="Ada"))
    return made and made["text"]


@pytest.mark.parametrize(
    ("languages", "text"),
    [
        ([], "Hello Ada"),
        ([None], "Hello Ada"),
        (["en"], "Hello Ada"),
        (["sv"], "Hej Ada"),
        (["sv", None], "Hej Ada"),
        (["sv", "en"], "Hello Ada"),
        (["en", "sv", None], "Hej Ada"),
    ],
)
def test_the_last_language_chooses(languages: list[str | None], text: str) -> None:
    events = [event for one in languages for event in (said(one), BotUttered("ok"))]
    assert uttered("utter_greet", events) == text


def test_what_the_events_no_longer_have_is_remembered() -> None:
    memory = Memory(language="sv").dump()
    events: list[Event] = [SlotSet("memory", memory), said(None)]
    assert uttered("utter_greet", events) == "Hej Ada"
    assert uttered("utter_greet", [*events, said("en")]) == "Hello Ada"


def test_a_reply_without_variants_is_given_in_its_own_language() -> None:
    assert uttered("utter_thank", [said("sv")]) == "Thanks"


def test_an_unknown_reply_is_none() -> None:
    assert uttered("utter_nothing", [said("sv")]) is None
