"""A piece of a YAML file that knows its line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

_HOLDING = (list, dict)


@dataclass(frozen=True, slots=True)
class Value:
    """A piece of a YAML file: a scalar, a list of values, or a mapping to values."""

    data: Any
    line: int

    @property
    def is_list(self) -> bool:
        return isinstance(self.data, list)

    @property
    def is_mapping(self) -> bool:
        return isinstance(self.data, dict)

    @property
    def listed(self) -> list[Value]:
        """Its items; none where it is no list."""
        return self.data if isinstance(self.data, list) else []

    @property
    def is_empty(self) -> bool:
        """Whether it is nothing at all, or only white space."""
        if isinstance(self.data, str):
            return not self.data.strip()
        return self.data is None or (isinstance(self.data, _HOLDING) and not self.data)

    def child(self, key: str) -> Value:
        """The value under `key`; one that holds nothing where there is none."""
        found = self.data.get(key) if self.is_mapping else None
        return found if isinstance(found, Value) else Value(None, self.line)

    def get(self, key: str) -> Any:
        """The scalar under `key`; None where there is none."""
        found = self.data.get(key) if isinstance(self.data, dict) else None
        if found is None or isinstance(found.data, _HOLDING):
            return None
        return found.data

    def text(self, key: str) -> str | None:
        """The text under `key`; None where there is no text."""
        found = self.get(key)
        return found if isinstance(found, str) else None

    def items(self, key: str) -> list[Value]:
        """The list under `key`; empty where there is none."""
        return self.child(key).listed

    def pairs(self, key: str) -> list[tuple[str, Value]]:
        """The mapping under `key`, as pairs; empty where there is none."""
        found = self.child(key)
        return list(found.data.items()) if found.is_mapping else []
