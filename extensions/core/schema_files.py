"""Find Rasa's schemas without setuptools.

Why: Rasa asks `pkg_resources` where its three schemas are, whose import looks through
all that is installed: 3 % of the start.
What: until something else needs that module, a function stands in its place that asks
Python where the package is.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

from extensions.core.lazy_modules import LazyModule


def change(validation: ModuleType) -> None:
    """Give `pkg_resources` the one function of it that Rasa's module calls."""
    module = importlib.import_module("pkg_resources")
    if type(module) is LazyModule:  # once it runs, it has a function of its own
        module.resource_filename = _resource_filename  # type: ignore[attr-defined]


def _resource_filename(package: str, name: str) -> str:
    file = importlib.import_module(package).__file__
    assert file is not None, f"{package} has no file to look beside"
    return str(Path(file).parent / name)
