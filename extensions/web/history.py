"""A stored conversation as the visitor saw it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

# Messages; a page that shows more than this of a talk is of no use, and slow.
MOST = 400


def told(
    text: str, buttons: Sequence[Mapping[str, Any]] | None, metadata: Mapping[str, Any]
) -> dict[str, Any]:
    """One reply: its text, where that stands on the page, and what to ask next."""
    return {
        "text": text,
        "source": metadata.get("source_apart"),
        # A button of ours says its title (actions/replying.py).
        "suggestions": [button["title"] for button in buttons or ()],
    }


def messages(events: Iterable[Any]) -> list[dict[str, Any]]:
    """What was said, in order, whatever session it was in; the end of a long talk.

    Taken from the events themselves: a restart wipes what Rasa remembers of a talk, and
    not what the visitor has on the screen.
    """
    said = []
    for event in events:
        if event.type_name == "user" and event.text:
            said.append({"role": "visitor", **told(event.text, None, {})})
        elif event.type_name == "bot" and event.text:
            reply = told(event.text, event.data.get("buttons"), event.metadata)
            said.append({"role": "assistant", **reply})
    return said[-MOST:]
