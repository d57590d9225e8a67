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

from extensions.core.lazy_modules import LazyModule

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
    "sanic.server.loop": {"distutils.util": ("strtobool", None)},
    "spacy": {"spacy.cli.info": ("info", None)},
    "spacy.util": {"packaging.requirements": ("Requirement", None)},
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


class _StandIn(ModuleType):
    """A module with one late name; whoever asks for another gets the real module's."""

    def __init__(self, module: str, name: str, known_as: str | None) -> None:
        super().__init__(module)
        self.before = sys.modules.get(module)
        setattr(self, name, LateName(module, name, known_as))

    def __getattr__(self, attribute: str) -> Any:
        if attribute.startswith("__"):
            raise AttributeError(attribute)
        self.leave()
        return getattr(importlib.import_module(self.__name__), attribute)

    def leave(self) -> None:
        """Give the place back, where that is still to be done."""
        if sys.modules.get(self.__name__) is not self:
            return
        del sys.modules[self.__name__]
        if self.before is not None:
            sys.modules[self.__name__] = self.before


@contextmanager
def standing_in(importer: str) -> Iterator[frozenset[str]]:
    """Stand in for what `importer` takes names from, unless that has run already.

    Yields the modules that are stood in for.
    """
    stand_ins = {
        module: _StandIn(module, *taken)
        for module, taken in STAND_INS.get(importer, {}).items()
        if isinstance(sys.modules.get(module), LazyModule | None)
    }
    sys.modules.update(stand_ins)
    try:
        yield frozenset(stand_ins)
    finally:
        for stand_in in stand_ins.values():
            stand_in.leave()
