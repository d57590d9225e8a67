"""The conversation as an action sees it, made from Rasa's own without its weight."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from rasa_sdk import Tracker


class ActionTracker(Tracker):
    """A tracker of rasa-sdk whose events are written out only for who asks for them.

    A server is sent all events of the conversation at each call, which makes turn 300
    slow; most actions read the latest message and the slots.
    """

    def __init__(self, tracker: Any) -> None:
        self._rasa_events = tuple(tracker.events)
        self._events: list[dict[str, Any]] | None = None
        self._input_channel = tracker.get_latest_input_channel()
        loop = tracker.active_loop
        super().__init__(
            sender_id=tracker.sender_id,
            slots=_copied(tracker.current_slot_values()),
            latest_message=_copied(tracker._latest_message_data()),
            events=None,
            paused=tracker.is_paused(),
            followup_action=tracker.followup_action,
            active_loop=_copied(dataclasses.asdict(loop)) if loop else {},
            latest_action_name=tracker.latest_action_name,
        )

    @property
    def events(self) -> list[dict[str, Any]]:
        """All events of the conversation, as a server would be sent them."""
        if self._events is None:
            self._events = _copied([event.as_dict() for event in self._rasa_events])
        return self._events

    @events.setter
    def events(self, events: list[dict[str, Any]] | None) -> None:
        self._events = events

    def get_latest_input_channel(self) -> str | None:
        """As rasa-sdk finds it in the events, without writing these out."""
        return self._input_channel


def _copied(value: Any) -> Any:
    """The value as it comes out of a request: nothing of it is shared with Rasa."""
    return json.loads(json.dumps(value))
