"""Modules that run only when something is asked of them.

Why: Rasa imports them at start, as whole modules, and few commands use them: under
train_utils are sklearn and scipy.stats, under the tests matplotlib, under jobs a
scheduler.
What: such a module is there, and runs its code when the first attribute is asked for,
a package when a module within it is imported: that one may need all of it.
Not `importlib.util.LazyLoader`: in Python 3.10 a second import sets that off already.
"""

from __future__ import annotations

import threading
from importlib.machinery import ModuleSpec, SourceFileLoader
from types import ModuleType
from typing import Any

# Asked of any module by tools that look through all of them.
_NOT_ITS_OWN = frozenset({"__warningregistry__", "__wrapped__"})
_lock = threading.RLock()


class LazyModule(ModuleType):
    """A module whose code has not run yet."""

    def __getattr__(self, name: str) -> Any:
        inside = self.__spec__.submodule_search_locations  # type: ignore[union-attr]
        if name in _NOT_ITS_OWN or (name == "__path__" and inside is None):
            raise AttributeError(name)
        with _lock:
            if self.__class__ is LazyModule:  # no other thread was faster
                # Before it runs: it may look at itself.
                self.__class__ = ModuleType  # type: ignore[assignment]
                if inside is not None:
                    self.__path__ = inside
                spec = self.__spec__
                spec.loader = self.__loader__ = spec.loader.real  # type: ignore
                spec.loader.exec_module(self)  # type: ignore[union-attr]
        return getattr(self, name)


class LazyModuleLoader:
    """Load the module of a file without running it."""

    def __init__(self, real: SourceFileLoader) -> None:
        self.real = real

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """As Python makes it."""
        return self.real.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        """Only see to it that it runs later."""
        module.__class__ = LazyModule
        # Python asks a package for it before it imports a module within.
        vars(module).pop("__path__", None)
