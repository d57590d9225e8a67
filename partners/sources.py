"""Read the folder of knowledge files, whatever state they are in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path

from partners.errors import Problem
from partners.model import Role
from partners.schema import ENTITY_FILES, FILE_NAMES, PAGE_FILE, RELATIONS_FILE
from partners.suggest import remedy
from partners.yamlfile import Value, read

FOLDER = Path(__file__).parent.parent / "knowledge"


@dataclass(frozen=True, slots=True)
class Entry:
    """One mapping in a knowledge file, with where it stands."""

    file: str
    value: Value
    label: str
    role: Role | None = None

    @property
    def id(self) -> str | None:
        return self.value.text("id")

    @property
    def facts(self) -> Iterator[tuple[str, Value]]:
        """Its facts, each with its relation; skips what isn't shaped like one."""
        for relation, facts in self.value.pairs("facts"):
            if facts.is_list:
                yield from ((relation, fact) for fact in facts.data if fact.is_mapping)

    def problem(self, line: int, what: str, remedy: str) -> Problem:
        return Problem(self.file, line, self.label, what, remedy)


@dataclass(frozen=True)
class Sources:
    """The parsed files by name, and what was wrong with reading them."""

    files: Mapping[str, Value]
    problems: tuple[Problem, ...]

    @property
    def page(self) -> Entry:
        """The description of the page; one that holds nothing where it is unusable."""
        found = self.files.get(PAGE_FILE, Value(None, 1))
        return Entry(PAGE_FILE, found, "")

    @property
    def sections(self) -> list[str]:
        """The headings of the page, in its order."""
        listed = self.page.value.items("sections")
        return [item.data for item in listed if isinstance(item.data, str)]

    @property
    def groups(self) -> list[Entry]:
        """The groups of partners."""
        return _entries(PAGE_FILE, self.page.value.items("groups"), None)

    @property
    def relations(self) -> list[Entry]:
        """The kinds of fact."""
        return _entries(RELATIONS_FILE, self._content(RELATIONS_FILE), None)

    @cached_property
    def entities_by_file(self) -> dict[str, list[Entry]]:
        """The entries of each entity file; those that aren't mappings are left out."""
        return {
            file.name: _entries(file.name, self._content(file.name), file.role)
            for file in ENTITY_FILES
        }

    @cached_property
    def entities(self) -> list[Entry]:
        """The entries of all entity files, in the order of the files."""
        return list(chain.from_iterable(self.entities_by_file.values()))

    def _content(self, name: str) -> list[Value]:
        return self.files.get(name, Value(None, 1)).listed


def _entries(file: str, values: list[Value], role: Role | None) -> list[Entry]:
    return [
        _entry(file, place, value, role)
        for place, value in enumerate(values, 1)
        if value.is_mapping
    ]


def _entry(file: str, place: int, value: Value, role: Role | None) -> Entry:
    own = value.get("role")
    if role is None and own in (Role.KIND.value, Role.FORM.value):
        role = Role(own)
    return Entry(file, value, value.text("id") or f"entry {place}", role)


def read_sources(folder: Path = FOLDER) -> Sources:
    """Read every knowledge file of `folder` and note the files that don't belong."""
    files: dict[str, Value] = {}
    problems: list[Problem] = []
    for name in FILE_NAMES:
        content, found = read(folder / name)
        problems += found
        if content is not None:
            files[name] = content
    for path in sorted(folder.glob("*.y*ml")):
        if path.name not in FILE_NAMES:
            does = remedy(path.name, FILE_NAMES, "move its entries to one that is read")
            what = "nothing reads this file"
            problems.append(Problem(path.name, 1, "", what, does))
    return Sources(files, tuple(problems))
