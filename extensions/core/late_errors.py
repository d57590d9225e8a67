"""Create tracker store and event broker without the errors of all the others.

Why: to tell a failed connection, Rasa imports the libraries of MongoDB, DynamoDB and
AMQP whatever the endpoints are: 8 % of the start.
What: it is tried without; where it fails it is tried again by Rasa itself, which names
the error as ever.
"""

from __future__ import annotations

import functools
from types import ModuleType
from typing import Any


def change(module: ModuleType) -> None:
    """Replace the `create` of whichever of the two classes Rasa's module holds."""
    if hasattr(module, "TrackerStore"):
        _change_tracker_store(module)
    else:
        _change_event_broker(module)


def _change_tracker_store(module: ModuleType) -> None:
    store = module.TrackerStore
    create_by_rasa = store.create

    @functools.wraps(create_by_rasa)
    def create(obj: Any, domain: Any = None, event_broker: Any = None) -> Any:
        if isinstance(obj, store):
            return obj
        try:
            own = module.plugin_manager().hook.create_tracker_store(
                endpoint_config=obj, domain=domain, event_broker=event_broker
            )
            return own or module.create_tracker_store(obj, domain, event_broker)
        except Exception:
            return create_by_rasa(obj, domain, event_broker)

    store.create = staticmethod(create)


def _change_event_broker(module: ModuleType) -> None:
    broker = module.EventBroker
    create_by_rasa = broker.create

    @functools.wraps(create_by_rasa)
    async def create(obj: Any, loop: Any = None) -> Any:
        return None if obj is None else await create_by_rasa(obj, loop)

    broker.create = staticmethod(create)
