"""Copy what is to be logged only where it is logged.

Why: Rasa's processor and rule policy copy messages, events and states for debug lines,
and the lines are dropped: 5 % of a question.
What: `copy.deepcopy` of these two modules, which use it for nothing else, copies only
where debug lines are on.
"""

from __future__ import annotations

import copy
import logging
from types import ModuleType, SimpleNamespace
from typing import Any


def change(module: ModuleType) -> None:
    """Replace `copy` as Rasa's module sees it."""

    def deepcopy(value: Any) -> Any:
        shown = logging.getLogger().isEnabledFor(logging.DEBUG)
        return copy.deepcopy(value) if shown else value

    module.__dict__["copy"] = SimpleNamespace(deepcopy=deepcopy)
