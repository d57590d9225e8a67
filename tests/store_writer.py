"""A process that writes to a conversation, and dies: `python -m tests.store_writer`.

Its arguments are the settings of the store, how many turns to write, and its own name.
It waits for a line on its standard input before it begins.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys

from rasa.core.tracker_store import FailSafeTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, UserUttered

from extensions.stores.lean_tracker_store import LeanTrackerStore

SENDER = "shared"


async def write(store: FailSafeTrackerStore, name: str, number: int) -> None:
    """One turn, as Rasa's processor reads and writes it."""
    tracker = await store.get_or_create_tracker(SENDER, append_action_listen=False)
    text = f"{name} {number}"
    listen = ActionExecuted("action_listen")
    for event in (UserUttered(text), BotUttered(text), listen):
        tracker.update(event)
    await store.save(tracker)


def main(settings: str, turns: str, name: str) -> None:
    domain = Domain.from_dict({})
    store = FailSafeTrackerStore(LeanTrackerStore(domain, **json.loads(settings)))
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(int(turns)):
        asyncio.run(write(store, name, number))
    # Without a goodbye: what is saved is saved.
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(*sys.argv[1:])
