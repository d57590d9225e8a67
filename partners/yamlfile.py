"""Read a YAML file into values that know their line."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from partners.errors import Problem

# The parser in C is ten times faster; not every platform's PyYAML is built with it.
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
        blank = isinstance(self.data, str) and not self.data.strip()
        return blank or self.data is None or self.data in ([], {})

    def child(self, key: str) -> Value:
        """The value under `key`; one that holds nothing where there is none."""
        found = self.data.get(key) if self.is_mapping else None
        return found if isinstance(found, Value) else Value(None, self.line)

    def get(self, key: str) -> Any:
        """The scalar under `key`; None where there is none."""
        found = self.child(key)
        return None if found.is_list or found.is_mapping else found.data

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


def read(path: Path) -> tuple[Value | None, list[Problem]]:
    """The content of `path`, None where it can't be read, and all that is wrong."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None, [_problem(path, 1, "the file is missing", "put it back")]
    except (OSError, UnicodeDecodeError) as error:
        what = f"the file can't be read ({error})"
        return None, [_problem(path, 1, what, "save it as UTF-8 text, readable to all")]
    return _parse(path, text)


def _parse(path: Path, text: str) -> tuple[Value | None, list[Problem]]:
    try:
        loader = Loader(text)
        node = loader.get_single_node()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        what = f"this is not YAML ({getattr(error, 'problem', None) or error})"
        remedy = "check indentation, colons, brackets and quotes here and just above"
        return None, [_problem(path, line, what, remedy)]
    if node is None:
        return None, [_problem(path, 1, "the file is empty", "put its entries back")]
    reader = _Reader(path, loader)
    return reader.value(node, node.start_mark.line + 1), reader.problems


def _problem(path: Path, line: int, what: str, remedy: str) -> Problem:
    return Problem(path.name, line, "", what, remedy)


@dataclass
class _Reader:
    """Turns YAML nodes into values and keeps what is wrong with them."""

    path: Path
    loader: Any
    problems: list[Problem] = field(default_factory=list)
    _open: set[int] = field(default_factory=set)

    def value(self, node: yaml.Node, line: int) -> Value:
        if isinstance(node, yaml.ScalarNode):
            return Value(self._scalar(node), line)
        if id(node) in self._open:
            what = "an anchor (&…) that holds itself"
            self.problems.append(_problem(self.path, line, what, "write it out"))
            return Value(None, line)
        self._open.add(id(node))
        mapping = isinstance(node, yaml.MappingNode)
        data = self._mapping(node) if mapping else self._list(node)
        self._open.discard(id(node))
        return Value(data, line)

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        try:
            return self.loader.construct_object(node)
        except (yaml.YAMLError, ValueError):
            what = f"'{node.value}' can't be understood"
            line = node.start_mark.line + 1
            self.problems.append(_problem(self.path, line, what, "put it in quotes"))
            return node.value

    def _list(self, node: yaml.Node) -> list[Value]:
        return [self.value(item, item.start_mark.line + 1) for item in node.value]

    def _mapping(self, node: yaml.Node) -> dict[str, Value]:
        held: dict[str, Value] = {}
        for key_node, value_node in node.value:
            key, line = str(key_node.value), key_node.start_mark.line + 1
            if key in held:
                what = f"'{key}' is given twice, first on line {held[key].line}"
                does = "keep one of the two"
                self.problems.append(_problem(self.path, line, what, does))
            held[key] = self.value(value_node, line)
        return held
