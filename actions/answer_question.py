"""Answer a question about the partners."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import SafeAction
from actions.replying import MEMORY, Teller, language_of
from partners.assistant import Assistant, load_assistant
from partners.memory import Memory
from partners.parsed import ORIGINALS
from partners.phrases import Phrases


class ActionAnswerQuestion(SafeAction):
    """Tell every answer to the question as a message of its own."""

    def __init__(self, assistant: Assistant | None = None) -> None:
        self._assistant = assistant or load_assistant()

    def name(self) -> str:
        """See the base class."""
        return "action_answer_question"

    def answer(
        self,
        dispatcher: CollectingDispatcher,
        tracker: Tracker,
        domain: dict[str, Any],
    ) -> list[dict[str, Any]]:
        """See the base class."""
        memory = Memory.load(tracker.get_slot(MEMORY))
        language = language_of(tracker, memory)
        message = tracker.latest_message
        phrases = Phrases(domain["responses"], language, message.get(ORIGINALS))
        replies, memory = self._assistant.answer(message, phrases, memory)
        teller = Teller(dispatcher, tracker, phrases)
        for reply in replies:
            teller.utter(reply)
        kept = replace(memory, language=language)
        return [SlotSet(MEMORY, kept.dump())]
