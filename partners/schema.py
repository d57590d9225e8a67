"""What may stand in the knowledge files: the files, their keys and their types."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from partners.model import Role
from partners.yamlvalue import Value

YEARS = range(1800, 2101)
# What a fact can point at: not at a group, which is a name for a part of the page.
TARGETS = tuple(role.value for role in Role if role is not Role.GROUP)
_ID = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Field:
    """A key of an entry: what it must hold, and whether it may be left out."""

    holds: str
    required: bool = False


class Fields(dict[str, Field]):
    """The keys that a mapping may have."""

    @cached_property
    def required(self) -> tuple[str, ...]:
        """Those that may not be left out."""
        return tuple(key for key, field in self.items() if field.required)


_NAMED = {
    "id": Field("id", required=True),
    "name": Field("text", required=True),
    "section": Field("text", required=True),
    "aliases": Field("texts"),
    "masked": Field("flag"),
}
_ENTITY = Fields({**_NAMED, "facts": Field("facts")})
_PARTNER = Fields({**_ENTITY, "group": Field("id", required=True)})
_KIND = Fields({**_ENTITY, "role": Field("kind_role", required=True)})

FACT = Fields(
    {
        **{target: Field("id") for target in TARGETS},
        **{key: Field("text") for key in ("text", "section", "note", "basis", "unit")},
        **{key: Field("year") for key in ("year", "from", "to")},
        **{key: Field("number") for key in ("count", "amount")},
    }
)
GROUP = Fields({key: field for key, field in _NAMED.items() if key != "masked"})
RELATION = Fields(
    {
        "id": Field("id", required=True),
        "compared": Field("flag"),
        "values": Field("ids"),
        "forward": Field("id"),
        "reverse": Field("id"),
        "related": Field("ids"),
        "stands_in": Field("ids"),
        "detail": Field("id"),
    }
)
PAGE = Fields(
    {
        "sections": Field("texts", required=True),
        "host": Field("id", required=True),
        "groups": Field("groups", required=True),
    }
)


@dataclass(frozen=True, slots=True)
class File:
    """A knowledge file of entities; without a role each entry names its own."""

    name: str
    fields: Fields
    role: Role | None = None


PAGE_FILE = "page.yml"
RELATIONS_FILE = "relations.yml"
# Entities keep this order, which for partners is the page's.
ENTITY_FILES = (
    File("supporting_partners.yml", _PARTNER, Role.PARTNER),
    File("collaboration_partners_a_to_m.yml", _PARTNER, Role.PARTNER),
    File("collaboration_partners_n_to_z.yml", _PARTNER, Role.PARTNER),
    File("organisations.yml", _ENTITY, Role.ORGANISATION),
    File("places.yml", _ENTITY, Role.PLACE),
    File("topics.yml", _ENTITY, Role.TOPIC),
    File("kinds.yml", _KIND),
)
FILE_NAMES = (PAGE_FILE, RELATIONS_FILE, *(file.name for file in ENTITY_FILES))

Complaint = tuple[str, str]
"""What is wrong with a value, and what to do about it."""


def complaint(holds: str, value: Value) -> Complaint | None:
    """What is wrong with a scalar, or a list of scalars, that should hold `holds`."""
    if value.is_empty:
        return "is empty", "fill it in or leave the key out"
    return CHECKS[holds](value)


def _text(value: Value) -> Complaint | None:
    if isinstance(value.data, str):
        return None
    if value.is_list or value.is_mapping:
        return "must be one text", "put all of it in one pair of quotes"
    return f"must be text, not {value.data!r}", "put it in quotes"


def _id(value: Value) -> Complaint | None:
    if isinstance(value.data, str) and _ID.fullmatch(value.data):
        return None
    shown = repr(value.data) if not value.is_list and not value.is_mapping else "this"
    remedy = "use snake_case: small letters a-z, digits and single underscores"
    return f"{shown} is not an id", remedy


def _number(value: Value) -> Complaint | None:
    # YAML's yes and no are numbers to Python.
    whole = isinstance(value.data, int) and not isinstance(value.data, bool)
    if whole and value.data >= 0:
        return None
    return "must be a whole number", "write digits only, without quotes"


def _year(value: Value) -> Complaint | None:
    if _number(value) is None and value.data in YEARS:
        return None
    remedy = f"write four digits between {YEARS[0]} and {YEARS[-1]}, without quotes"
    return "must be a year", remedy


def _kind_role(value: Value) -> Complaint | None:
    if value.data in (Role.KIND.value, Role.FORM.value):
        return None
    return "must be 'kind' or 'form'", "write one of the two"


def _flag(value: Value) -> Complaint | None:
    if isinstance(value.data, bool):
        return None
    return "must be true or false", "write true or false without quotes"


def _each(check: Callable[[Value], Complaint | None]) -> Callable[[Value], Any]:
    def check_all(value: Value) -> Complaint | None:
        if not value.is_list:
            return "must be a list", "write it as [one, two] or one '- item' a line"
        for item in value.data:
            if item.is_empty:
                return "has an empty item", "fill it in or leave it out"
            if found := check(item):
                return f"has a wrong item: {found[0]}", found[1]
        return None

    return check_all


CHECKS: Mapping[str, Callable[[Value], Complaint | None]] = {
    "text": _text,
    "id": _id,
    "number": _number,
    "year": _year,
    "kind_role": _kind_role,
    "flag": _flag,
    "texts": _each(_text),
    "ids": _each(_id),
}
