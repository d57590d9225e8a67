"""Utter a reply of `partners` through Rasa."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from partners.wording import Reply

# The slot that only the actions write: whom and what the conversation is about.
MEMORY = "memory"


def utter(dispatcher: CollectingDispatcher, reply: Reply) -> None:
    """Utter the response of `reply`, its questions as buttons that say them.

    A value may not be called `text`: rasa_sdk would send it in place of the response.
    """
    if "text" in reply.values:
        raise ValueError(f"{reply.response}: rename its value `text`, which Rasa uses")
    buttons = [{"title": text, "payload": text} for text in reply.buttons]
    dispatcher.utter_message(
        response=reply.response, buttons=buttons or None, **reply.values
    )
