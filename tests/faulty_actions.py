"""Actions in place of the assistant's own that fail, or take their time, when told to.

The server is given this module as `actions_module` (tests/test_web_failures.py).
"""

from __future__ import annotations

import asyncio
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

# What is asked about decides what happens; anything else is answered at once.
BREAKS = "Who funds CAMP?"
SLOW = "Who funds NOME?"
SILENT = "Who funds TIM?"
PROMPT = "Who funds MTT?"
SLOWNESS = 3.0  # seconds
ANSWER = "An answer.\n\nIn two parts."


class Faulty(Action):
    """Stands in for the action that answers."""

    def name(self) -> str:
        """See the base class."""
        return "action_answer_question"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any
    ) -> list[dict[str, Any]]:
        """Do as the message says; unlike our own this one doesn't catch its errors."""
        text = tracker.latest_message["text"]
        # A Swedish message comes here as the English one, in lower case.
        if text.casefold() == BREAKS.casefold():
            raise RuntimeError("broken on purpose")
        if text == SLOW:
            await asyncio.sleep(SLOWNESS)
        if text != SILENT:
            dispatcher.utter_message(text=ANSWER)
        return []


class FaultyOffer(Faulty):
    """Stands in for the action that asks back."""

    def name(self) -> str:
        """See the base class."""
        return "action_offer_questions"
