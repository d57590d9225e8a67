"""Check how the knowledge hangs together: ids, sections, relations and targets."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from partners.errors import Problem
from partners.schema import ENTITY_FILES, TARGETS
from partners.sources import Entry, Sources
from partners.suggest import remedy
from partners.yamlfile import Value

_TARGETS = frozenset(TARGETS)


class _Known:
    """What an entry may refer to."""

    def __init__(self, sources: Sources) -> None:
        self.sections = dict.fromkeys(sources.sections)
        self.groups = _by_id(sources.groups)
        self.relations = _by_id(sources.relations)
        self.values = {id_: _values(entry) for id_, entry in self.relations.items()}
        self.entities = _by_id(sources.entities)
        # An id from a file that can't be read is not known to be missing.
        self.all_entities = all(file.name in sources.files for file in ENTITY_FILES)


def check_references(sources: Sources) -> Iterator[Problem]:
    """Every id given twice, and every reference to something that isn't there."""
    known = _Known(sources)
    for entries in (sources.groups, sources.relations, sources.entities):
        yield from _given_twice(entries)
    if known.all_entities:
        yield from _lookup(sources.page, "host", known.entities)
    for entry in (*sources.groups, *sources.entities):
        yield from _section(entry, entry.value, known)
    for entry in sources.relations:
        yield from _relation(entry, known)
    for entry in sources.entities:
        yield from _lookup(entry, "group", known.groups)
        yield from _facts(entry, known)


def _by_id(entries: Iterable[Entry]) -> dict[str, Entry]:
    return {entry.id: entry for entry in entries if entry.id is not None}


def _given_twice(entries: Iterable[Entry]) -> Iterator[Problem]:
    first: dict[str, Entry] = {}
    for entry in entries:
        if entry.id is None:
            continue
        if entry.id in first:
            other = first[entry.id]
            what = f"the id '{entry.id}' is taken by {other.file}:{other.value.line}"
            yield entry.problem(entry.value.line, what, "give one of them another id")
        first.setdefault(entry.id, entry)


def _lookup(entry: Entry, key: str, known: Collection[str]) -> Iterator[Problem]:
    word = entry.value.text(key)
    if word is not None and known and word not in known:
        line = entry.value.data[key].line
        does = remedy(word, list(known), "add it, or correct the id")
        yield entry.problem(line, f"'{key}': there is no '{word}'", does)


def _section(
    entry: Entry, value: Value, known: _Known, at: str = ""
) -> Iterator[Problem]:
    section = value.text("section")
    if section is not None and known.sections and section not in known.sections:
        does = remedy(section, known.sections, "write it as in page.yml")
        what = f"{at}unknown section '{section}'"
        yield entry.problem(value.data["section"].line, what, does)


def _relation(entry: Entry, known: _Known) -> Iterator[Problem]:
    for key, options in (
        ("values", TARGETS),
        ("related", known.relations),
        ("stands_in", known.relations),
    ):
        for item in entry.value.items(key):
            if isinstance(item.data, str) and item.data not in options:
                does = remedy(item.data, list(options), "add it, or correct the id")
                what = f"'{key}': there is no '{item.data}'"
                yield entry.problem(item.line, what, does)
    yield from _lookup(entry, "detail", known.relations)


def _facts(entry: Entry, known: _Known) -> Iterator[Problem]:
    for name, facts in entry.value.pairs("facts"):
        if known.relations and name not in known.relations:
            does = remedy(name, list(known.relations), "add it to relations.yml")
            yield entry.problem(facts.line, f"unknown relation '{name}'", does)
    for name, fact in entry.facts:
        yield from _section(entry, fact, known, f"{name}: ")
        for role in _TARGETS.intersection(fact.data):
            if fact.text(role) is not None:
                yield from _target(entry, name, fact, role, known)


def _target(
    entry: Entry, name: str, fact: Value, role: str, known: _Known
) -> Iterator[Problem]:
    """What is wrong with what one fact points at."""
    target, line = fact.get(role), fact.data[role].line
    found = known.entities.get(target)
    if found is None and known.all_entities:
        otherwise = f"add the {role}, or correct the id"
        does = remedy(target, list(known.entities), otherwise)
        yield entry.problem(line, f"{name}: there is no {role} '{target}'", does)
    elif found is not None and found.role is not None and found.role.value != role:
        what = f"{name}: '{target}' is listed as {found.role.value}, not as {role}"
        yield entry.problem(line, what, f"write '{found.role.value}: {target}'")
    allowed = known.values.get(name)
    if allowed is not None and role not in allowed:
        does = f"use {' or '.join(map(str, allowed)) or 'text'}"
        what = f"{name}: takes no {role}"
        yield entry.problem(line, what, f"{does}, or allow it in relations.yml")


def _values(relation: Entry) -> list[object]:
    """What the facts of a relation may point at."""
    return [item.data for item in relation.value.items("values")]
