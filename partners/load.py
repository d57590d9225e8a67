"""Load the knowledge files and hand them out as frozen objects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from partners.check import check
from partners.collecting import uncollected
from partners.errors import KnowledgeError
from partners.model import Entity, Fact, Group, Knowledge, Relation, Role
from partners.schema import TARGETS
from partners.sources import FOLDER, Entry, Sources, read_sources
from partners.yamlfile import Value

Named = TypeVar("Named", Entity, Relation, Group)


def load(folder: Path = FOLDER) -> Knowledge:
    """The knowledge in `folder`; raises KnowledgeError with all that is wrong."""
    with uncollected():
        sources = read_sources(folder)
        if problems := check(sources):
            raise KnowledgeError(problems)
        return _knowledge(sources)


def _knowledge(sources: Sources) -> Knowledge:
    """Build the objects; the check has made sure that every value is in its place."""
    return Knowledge(
        sections=tuple(sources.sections),
        host=sources.page.value.get("host"),
        groups=_by_id([_group(entry.value) for entry in sources.groups]),
        entities=_by_id([_entity(entry) for entry in sources.entities]),
        relations=_by_id([_relation(entry.value) for entry in sources.relations]),
        facts=tuple(fact for entry in sources.entities for fact in _facts(entry)),
    )


def _by_id(things: list[Named]) -> Mapping[str, Named]:
    return MappingProxyType({thing.id: thing for thing in things})


def _texts(value: Value, key: str) -> tuple[str, ...]:
    return tuple(item.data for item in value.items(key))


def _group(value: Value) -> Group:
    return Group(
        id=value.get("id"),
        name=value.get("name"),
        section=value.get("section"),
        aliases=_texts(value, "aliases"),
    )


def _relation(value: Value) -> Relation:
    return Relation(
        id=value.get("id"),
        values=tuple(Role(role) for role in _texts(value, "values")),
        forward=value.get("forward"),
        reverse=value.get("reverse"),
        related=_texts(value, "related"),
        stands_in=_texts(value, "stands_in"),
        detail=value.get("detail"),
        compared=value.get("compared") is True,
    )


def _entity(entry: Entry) -> Entity:
    assert entry.role is not None
    return Entity(
        id=entry.value.get("id"),
        role=entry.role,
        name=entry.value.get("name"),
        aliases=_texts(entry.value, "aliases"),
        group=entry.value.get("group"),
        section=entry.value.get("section"),
        masked=entry.value.get("masked") is not False,
    )


def _facts(entry: Entry) -> Iterator[Fact]:
    section = entry.value.get("section")
    for relation, value in entry.facts:
        yield _fact(entry.value.get("id"), relation, value, section)


def _fact(subject: str, relation: str, value: Value, section: str) -> Fact:
    held = {key: one.data for key, one in value.data.items()}
    target = next((held[key] for key in TARGETS if key in held), None)
    return Fact(
        subject=subject,
        relation=relation,
        section=held.get("section") or section,
        target=target,
        text=held.get("text"),
        note=held.get("note"),
        year=held.get("year"),
        count=held.get("count"),
        amount=held.get("amount"),
        unit=held.get("unit"),
        start=held.get("from"),
        end=held.get("to"),
        basis=held.get("basis"),
    )
