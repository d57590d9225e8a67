"""The end of what was said in a conversation, to be shown again, however long it is.

`retrieve_full_tracker` of any store rebuilds every event.  A visitor who has talked for
days, and asks for that again and again, would hold up everybody else.
"""

from __future__ import annotations

from typing import Any

from rasa.core.tracker_store import TrackerStore

from extensions.stores.lean_tracker_store import LeanTrackerStore
from extensions.stores.needed_events import SAID


async def said(store: TrackerStore, sender: str, most: int) -> list[dict[str, Any]]:
    """The last `most` messages and replies of `sender`, as events, in their order."""
    # Rasa wraps the store of endpoints.yml in one that gets over errors.
    own = getattr(store, "_tracker_store", store)
    if isinstance(own, LeanTrackerStore):
        return own.said(sender, most)
    tracker = await store.retrieve_full_tracker(sender)
    events = tracker.events if tracker else ()
    return [event.as_dict() for event in events if event.type_name in SAID][-most:]
