"""Utter the replies of `partners` through Rasa."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from partners.memory import SLOT, Memory
from partners.parsed import LANGUAGE, ORIGINALS
from partners.phrases import Phrases
from partners.wording import Reply

# Channels that have a place of their own for where an answer stands on the page.
SHOWING_SOURCE_APART = frozenset({"web", "slack"})

# The actions that know of whom they spoke.
ANSWERING = frozenset({"action_answer_question", "action_offer_questions"})

# What the assistant replies to a message, and what it remembers of it.
Ask = Callable[[Mapping[str, Any], Phrases, Memory], tuple[Sequence[Reply], Memory]]


def utter_replies(
    ask: Ask,
    dispatcher: CollectingDispatcher,
    tracker: Tracker,
    domain: dict[str, Any],
) -> list[dict[str, Any]]:
    """Tell every reply to the last message as a message of its own.

    Returned is the event that keeps what the conversation is now about.
    """
    memory = after_refused(tracker, Memory.load(tracker.get_slot(SLOT)))
    language = language_of(tracker, memory)
    message = tracker.latest_message
    phrases = Phrases(domain["responses"], language, message.get(ORIGINALS))
    replies, memory = ask(message, phrases, memory)
    teller = Teller(dispatcher, tracker, phrases)
    for reply in replies:
        teller.utter(reply)
    return [SlotSet(SLOT, replace(memory, language=language).dump())]


def after_refused(tracker: Tracker, memory: Memory) -> Memory:
    """`memory` with the partner that a refused message named just before.

    "Write a poem about NOME" is refused; "what do they do then" asks of NOME.
    """
    said = [e for e in tracker.events if e.get("event") in ("user", "action")]
    turns = [i for i, event in enumerate(said) if event["event"] == "user"]
    if len(turns) < 2:
        return memory
    done = {str(event.get("name")) for event in said[turns[-2] : turns[-1]]}
    if not ANSWERING.isdisjoint(done):
        return memory
    parsed = said[turns[-2]].get("parse_data") or {}
    named = {
        str(entity.get("value"))
        for entity in parsed.get("entities") or ()
        if entity.get("entity") == "partner"
    }
    return replace(memory, focus=tuple(named), listed=()) if len(named) == 1 else memory


def language_of(tracker: Tracker, memory: Memory) -> str:
    """The language of the last message that has one, empty where none has.

    Of messages that no action answered only the events know; of those longer ago than
    the events reach back, the memory.
    """
    told = tracker.latest_message.get(LANGUAGE)
    if told:
        return str(told)
    said = (e for e in reversed(tracker.events) if e.get("event") == "user")
    found = ((event.get("parse_data") or {}).get(LANGUAGE) for event in said)
    return next((str(language) for language in found if language), memory.language)


class Teller:
    """Utter replies in the way of the channel on which the question came."""

    def __init__(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, phrases: Phrases
    ) -> None:
        self._dispatcher = dispatcher
        self._phrases = phrases
        self._apart = tracker.get_latest_input_channel() in SHOWING_SOURCE_APART

    def utter(self, reply: Reply) -> None:
        """Utter the response of `reply`, its questions as buttons that say them.

        A value may not be called `text`: rasa_sdk would send it in place of the
        response.
        """
        if "text" in reply.values:
            raise ValueError(f"{reply.response}: rename its value `text`: Rasa uses it")
        buttons = [{"title": text, "payload": text} for text in reply.buttons]
        self._dispatcher.utter_message(
            response=reply.response, buttons=buttons or None, **self._values(reply)
        )

    def _values(self, reply: Reply) -> Mapping[str, str]:
        """Its values, with the source either at the end of the text or beside it.

        What no response has a place for goes along with the message: to the channel,
        and into the stored conversation.
        """
        source = reply.values.get("source", "")
        if not source:
            return reply.values
        if self._apart:
            return {**reply.values, "source": "", "source_apart": source}
        inside = self._phrases.fill("utter_source_inside", source=source)
        return {**reply.values, "source": inside}
