"""Names of modules that are imported only when something is done with them.

Why: Rasa imports every channel, store and test tool at start, with the libraries of
each, and uses one or two of them.
What: while a module of STAND_INS runs, the modules that it takes names from are stood
in for; each name becomes a `LateName`, which imports the real thing at its first use
and then is as good as that: it can be called, asked for attributes, derived from, and
looked for by isinstance.  All other modules import the real ones, at any time.
Limits: a late name is no exception to catch.  tests/test_core_late.py holds that the
listed modules still import these very names.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

_CHANNELS = {
    "socketio": ("SocketIOInput", "socketio"),
    "botframework": ("BotFrameworkInput", "botframework"),
    "callback": ("CallbackInput", "callback"),
    "console": ("CmdlineInput", "cmdline"),
    "facebook": ("FacebookInput", "facebook"),
    "mattermost": ("MattermostInput", "mattermost"),
    "rasa_chat": ("RasaChatInput", "rasa"),
    "rest": ("RestInput", "rest"),
    "rocketchat": ("RocketChatInput", "rocketchat"),
    "slack": ("SlackInput", "slack"),
    "telegram": ("TelegramInput", "telegram"),
    "twilio": ("TwilioInput", "twilio"),
    "twilio_voice": ("TwilioVoiceInput", "twilio_voice"),
    "webexteams": ("WebexTeamsInput", "webexteams"),
    "hangouts": ("HangoutsInput", "hangouts"),
}
# Importing module -> module that it takes from -> name, and what its `name()` gives:
# Rasa lists its channels by that.
STAND_INS: dict[str, dict[str, tuple[str, str | None]]] = {
    "rasa.core.channels": {f"rasa.core.channels.{m}": n for m, n in _CHANNELS.items()},
    "rasa.core.tracker_store": {
        "boto3.dynamodb.conditions": ("Key", None),
        "pymongo.collection": ("Collection", None),
    },
    "rasa.cli.export": {"rasa.core.brokers.pika": ("PikaEventBroker", None)},
    "rasa.server": {
        "rasa.core.test": ("test", None),
        "rasa.nlu.test": ("CVEvaluationResult", None),
    },
    "rasa.utils.tensorflow.model_data": {
        "sklearn.model_selection": ("train_test_split", None)
    },
    "spacy": {"spacy.cli.info": ("info", None)},
}


class LateName:
    """What `from module import name` gives, imported at its first use."""

    def __init__(self, module: str, name: str, known_as: str | None = None) -> None:
        self._late = (module, name)
        if known_as is not None:
            self.name = lambda: known_as

    def _real(self) -> Any:
        module, name = self._late
        return getattr(importlib.import_module(module), name)

    def __getattr__(self, attribute: str) -> Any:
        return getattr(self._real(), attribute)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._real()(*args, **kwargs)

    def __mro_entries__(self, bases: tuple[Any, ...]) -> tuple[Any, ...]:
        return (self._real(),)

    def __instancecheck__(self, instance: Any) -> bool:
        return isinstance(instance, self._real())

    def __subclasscheck__(self, subclass: type) -> bool:
        return issubclass(subclass, self._real())


@contextmanager
def standing_in(importer: str) -> Iterator[frozenset[str]]:
    """Stand in for what `importer` takes names from, unless that is there already.

    Yields the modules that are stood in for.
    """
    new = {
        module: _stand_in(module, *taken)
        for module, taken in STAND_INS.get(importer, {}).items()
        if module not in sys.modules
    }
    sys.modules.update(new)
    try:
        yield frozenset(new)
    finally:
        for module, stand_in in new.items():
            if sys.modules.get(module) is stand_in:
                del sys.modules[module]


def _stand_in(module: str, name: str, known_as: str | None) -> ModuleType:
    stand_in = ModuleType(module)
    setattr(stand_in, name, LateName(module, name, known_as))
    return stand_in
