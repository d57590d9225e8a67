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


def messages(events: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """What was said, in order, whatever session it was in.

    Taken from the events as they are stored: a restart wipes what Rasa remembers of a
    talk, and not what the visitor has on the screen.
    """
    shown = []
    for event in events:
        if event["event"] == "user" and event["text"]:
            shown.append({"role": "visitor", **told(event["text"], None, {})})
        elif event["event"] == "bot" and event["text"]:
            buttons = event["data"].get("buttons")
            reply = told(event["text"], buttons, event["metadata"])
            shown.append({"role": "assistant", **reply})
    return shown
