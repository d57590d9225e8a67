"""Answer a question about the partners."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.base import SafeAction
from actions.replying import utter_replies
from partners.assistant import Assistant, load_assistant


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
        return utter_replies(self._assistant.answer, dispatcher, tracker, domain)
