"""What every action does: run, and apologise with a logged id when it fails."""

from __future__ import annotations

import logging
import secrets
from abc import ABC, abstractmethod
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

logger = logging.getLogger(__name__)


class SafeAction(Action, ABC):
    """An action whose failure is told to the user instead of ending in silence."""

    @abstractmethod
    def name(self) -> str:
        """The name under which the domain lists this action."""

    @abstractmethod
    def answer(
        self,
        dispatcher: CollectingDispatcher,
        tracker: Tracker,
        domain: dict[str, Any],
    ) -> list[dict[str, Any]]:
        """Do the work: utter responses and return events."""

    def run(
        self,
        dispatcher: CollectingDispatcher,
        tracker: Tracker,
        domain: dict[str, Any],
    ) -> list[dict[str, Any]]:
        """Answer; on an error drop what was said so far and apologise with an id."""
        try:
            return self.answer(dispatcher, tracker, domain)
        except Exception:
            # Whatever it is, the visitor gets an apology and we get the traceback.
            failure = secrets.token_hex(4)
            logger.exception("%s failed, told the user id %s", self.name(), failure)
            dispatcher.messages.clear()
            dispatcher.utter_message(response="utter_failure", id=failure)
            return []
