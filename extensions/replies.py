"""Choose among a reply's variants by the language of the conversation."""

from __future__ import annotations

from typing import Any

from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from partners.memory import SLOT, Memory
from partners.parsed import LANGUAGE


class Replies(TemplatedNaturalLanguageGenerator):
    """Rasa's replies, with the language as the slot that their conditions look at.

    No slot mapping fills it: the language is no entity, which every story would have to
    list, and an action that fills a slot would run at each message.
    """

    def __init__(self, endpoint_config: EndpointConfig, domain: Domain) -> None:
        super().__init__(domain.responses)

    async def generate(
        self,
        utter_action: str,
        tracker: DialogueStateTracker,
        output_channel: str,
        **kwargs: Any,
    ) -> dict[str, Any] | None:
        """See the base class."""
        slots = {**tracker.current_slot_values(), LANGUAGE: _language_of(tracker)}
        return self.generate_from_slots(utter_action, slots, output_channel, **kwargs)


def _language_of(tracker: DialogueStateTracker) -> str | None:
    """That of the last message that has one, or what the actions remember of it.

    The same as `actions.replying.language_of`, so that no answer is of two languages.
    """
    said = (e for e in reversed(tracker.events) if isinstance(e, UserUttered))
    found = (e.parse_data.get(LANGUAGE) for e in said if e.parse_data)
    remembered = Memory.load(tracker.get_slot(SLOT)).language
    return next((language for language in found if language), remembered or None)
