"""Import the components of a model's training graph only when that is looked at.

Why: a model names the graph that it was trained with, too, whose validator imports
every neural component: 5 % of the start, and never used by a server.
What: `ModelMetadata.train_schema` of a loaded model reads its nodes when asked for
them.
"""

from __future__ import annotations

import functools
from types import ModuleType
from typing import Any


def change(storage: ModuleType) -> None:
    """Let `ModelMetadata` of Rasa's module read its training graph later."""
    metadata = storage.ModelMetadata
    read = metadata.from_dict

    @functools.wraps(read)
    def from_dict(serialized: dict[str, Any]) -> Any:
        loaded = read({**serialized, "train_schema": {"nodes": {}}})
        loaded.train_schema = _late(serialized["train_schema"])
        return loaded

    metadata.from_dict = staticmethod(from_dict)


def _late(serialized: dict[str, Any]) -> Any:
    from rasa.engine.graph import GraphSchema  # late: it imports what is changed here

    class LateSchema(GraphSchema):
        """A graph whose nodes are read at the first look at them."""

        def __init__(self) -> None:
            self._nodes: dict[str, Any] | None = None

        @property
        def nodes(self) -> dict[str, Any]:
            if self._nodes is None:
                self._nodes = GraphSchema.from_dict(serialized).nodes
            return self._nodes

    return LateSchema()
