"""Stand in for TensorFlow, which Rasa 3.6 imports at start and this project never runs.

Why: Rasa's default recipe imports its neural components (DIET, TED, ResponseSelector)
whether config.yml names them or not, and their classes derive from Keras classes.
TensorFlow is 2 GB of an install and costs 5 s and 370 MB at every start.

What: the modules that Rasa imports are here, and every name in them is an empty class:
enough to derive from and to decorate with, so that Rasa can be imported.  Whoever goes
on to compute gets `NeedsTensorFlow`, whose one line says what to do.

Limits: made for one version of Rasa, and refuses any other.  Modules that Rasa does not
import are not here, so that libraries which look whether TensorFlow is installed (thinc
below spaCy asks for `tensorflow.experimental.dlpack`) find that it is not.
The folder comes last on the import path (scripts/install.py): a real TensorFlow wins.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import importlib.metadata
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Any, NoReturn

WRITTEN_FOR = "3.6.21"
WHAT_TO_DO = "run `make install-full`, or take it out of config.yml"

# Every TensorFlow and Keras module that Rasa's own modules import, with its parents.
MODULES = frozenset(
    {
        "tensorflow.keras",
        "tensorflow.keras.backend",
        "tensorflow.keras.callbacks",
        "tensorflow.keras.utils",
        "tensorflow.python",
        "tensorflow.python.eager",
        "tensorflow.python.eager.wrap_function",
        "tensorflow.types",
        "tensorflow.types.experimental",
        "keras",
        "keras.utils",
        "keras.utils.control_flow_util",
    }
)


def _refuse(what: str) -> NoReturn:
    # Imported late, since Rasa is itself being imported when it imports this module.
    from rasa.shared.exceptions import InvalidConfigException

    # A wrong configuration is what `rasa train` reports in one line, without a trace.
    class NeedsTensorFlow(InvalidConfigException):
        """Something asked TensorFlow to compute, not only to be imported."""

    raise NeedsTensorFlow(
        f"{what} needs TensorFlow, which the default install leaves out: {WHAT_TO_DO}."
    )


class _Placeholder(type):
    """The type of empty classes, each of whose attributes is again such a class."""

    def __getattr__(cls, name: str) -> _Placeholder:
        return _placeholder(f"{cls.__qualname__}.{name}")

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        is_ours = cls.__module__ == __name__
        if is_ours and len(args) == 1 and callable(args[0]) and not kwargs:
            return args[0]  # `@tf.function` on a method: leave the method as it is
        _refuse(cls.__qualname__ if is_ours else f"{cls.__module__}.{cls.__qualname__}")


def _placeholder(name: str) -> _Placeholder:
    if name.rpartition(".")[2].startswith("__"):
        # Python asks for names such as __wrapped__ to learn what kind of thing this is.
        raise AttributeError(name)
    return _Placeholder(name, (), {"__module__": __name__, "__qualname__": name})


class _PlaceholderModule(ModuleType):
    def __getattr__(self, name: str) -> _Placeholder:
        return _placeholder(f"{self.__name__}.{name}")


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Find the modules in MODULES, after Python has found no file for them."""

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name not in MODULES:
            return None
        return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        return _PlaceholderModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing to run: the module makes its names when they are asked for."""


def __getattr__(name: str) -> _Placeholder:
    return _placeholder(f"tensorflow.{name}")


def _check_rasa_version() -> None:
    found = importlib.metadata.version("rasa")
    if found != WRITTEN_FOR:
        raise ImportError(
            f"standins/tensorflow was written for Rasa {WRITTEN_FOR} and this is "
            f"{found}: run `make install-full`, or check the stand-in against it."
        )


_check_rasa_version()
sys.meta_path.append(_Finder())
