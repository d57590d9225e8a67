"""Load the actions of the server's own process when the model is loaded.

Why: a broken action or knowledge file must stop the start, not the first question.
"""

from __future__ import annotations

import functools
from types import ModuleType
from typing import Any

from extensions.core.in_process_actions import actions_module, load_actions


def change(processor: ModuleType) -> None:
    """Let a `MessageProcessor` load the actions that it will call."""
    load_processor = processor.MessageProcessor.__init__

    @functools.wraps(load_processor)
    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:
        load_processor(self, *args, **kwargs)
        if module := actions_module(self.action_endpoint):
            load_actions(module)

    processor.MessageProcessor.__init__ = __init__
