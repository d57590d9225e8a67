"""Read a YAML file into values that know their line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import yaml
from yaml.composer import ComposerError

from partners.errors import Problem
from partners.yamlvalue import Value

# The parser in C is ten times faster; not every platform's PyYAML is built with it.
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# The stubs of PyYAML don't tell what the events hold.
Event = Any


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


def load_yaml(path: Path) -> Any:
    """The plain content of a file that comes with the code; raises YAMLError."""
    # As safe as `yaml.safe_load`, and in C.
    return yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)


def _parse(path: Path, text: str) -> tuple[Value | None, list[Problem]]:
    try:
        reader = _Reader(path, Loader(text))
        content = reader.document()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        what = f"this is not YAML ({getattr(error, 'problem', None) or error})"
        remedy = "check indentation, colons, brackets and quotes here and just above"
        return None, [_problem(path, line, what, remedy)]
    if content is None:
        return None, [_problem(path, 1, "the file is empty", "put its entries back")]
    return content, reader.problems


def _problem(path: Path, line: int, what: str, remedy: str) -> Problem:
    return Problem(path.name, line, "", what, remedy)


def _line(event: Event) -> int:
    return int(event.start_mark.line) + 1


class _Reader:
    """Turns YAML events into values and keeps what is wrong with them.

    Events, not nodes: the nodes of a large file take ten times the memory of its
    values, and as long again to build.
    """

    def __init__(self, path: Path, loader: Any) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self._loader = loader
        self._next = loader.get_event
        self._plain: dict[str, Any] = {}  # what is written without quotes, understood
        self._anchors: dict[str, Value | None] = {}  # None while it is still open

    def document(self) -> Value | None:
        """The one document of the file; None where there is none."""
        self._next()  # the start of the stream
        if isinstance(self._next(), yaml.StreamEndEvent):
            return None
        first = self._next()
        content = self._value(first, _line(first))
        self._next()  # the end of the document
        if not isinstance(after := self._next(), yaml.StreamEndEvent):
            what = "but found another document"
            raise ComposerError(None, None, what, after.start_mark)
        return content

    def _value(self, event: Event, line: int) -> Value:
        if isinstance(event, yaml.AliasEvent):
            return Value(self._anchored(event).data, line)
        if event.anchor is not None:
            self._open(event)
        if isinstance(event, yaml.ScalarEvent):
            data = self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent):
            data = self._mapping()
        else:
            data = self._list()
        if event.anchor is not None:
            self._anchors[event.anchor] = Value(data, _line(event))
        return Value(data, line)

    def _open(self, event: Event) -> None:
        if event.anchor in self._anchors:
            what = f"the anchor &{event.anchor} is given twice"
            raise ComposerError(None, None, what, event.start_mark)
        self._anchors[event.anchor] = None

    def _anchored(self, event: Event) -> Value:
        """What an alias (*…) stands for."""
        if event.anchor not in self._anchors:
            raise ComposerError(None, None, "found undefined alias", event.start_mark)
        found = self._anchors[event.anchor]
        if found is None:
            what = "an anchor (&…) that holds itself"
            problem = _problem(self.path, _line(event), what, "write it out")
            self.problems.append(problem)
        return found or Value(None, _line(event))

    def _scalar(self, event: Event) -> Any:
        text, plain = event.value, event.tag is None and event.implicit[0]
        if event.tag is None and not plain:
            return text  # in quotes it is always a text
        if plain and text in self._plain:
            return self._plain[text]
        try:
            data = self._loader.construct_object(self._node(event))
        except (yaml.YAMLError, ValueError):
            what = f"'{text}' can't be understood"
            problem = _problem(self.path, _line(event), what, "put it in quotes")
            self.problems.append(problem)
            return text
        if plain:
            self._plain[text] = data
        return data

    def _node(self, event: Event) -> yaml.ScalarNode:
        tag = event.tag
        if tag in (None, "!"):
            tag = self._loader.resolve(yaml.ScalarNode, event.value, event.implicit)
        return yaml.ScalarNode(tag, event.value, event.start_mark, event.end_mark)

    def _list(self) -> list[Value]:
        held = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            if isinstance(event, yaml.AliasEvent):
                held.append(self._anchored(event))
            else:
                held.append(self._value(event, _line(event)))
        return held

    def _mapping(self) -> dict[str, Value]:
        held: dict[str, Value] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            line = event.start_mark.line + 1
            key = self._key(event)
            if key in held:
                what = f"'{key}' is given twice, first on line {held[key].line}"
                does = "keep one of the two"
                self.problems.append(_problem(self.path, line, what, does))
            held[key] = self._value(self._next(), line)
        return held

    def _key(self, event: Event) -> str:
        """A key as it is written; of one that is no scalar, what it holds."""
        if isinstance(event, yaml.ScalarEvent):
            if event.anchor is not None:
                self._value(event, _line(event))
            return sys.intern(event.value)
        return str(self._value(event, _line(event)).data)
