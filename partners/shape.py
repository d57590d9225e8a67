"""Check the shape of the knowledge files: keys, types, and facts each on its own."""

from __future__ import annotations

from collections.abc import Iterator

from partners.errors import Problem
from partners.schema import (
    ENTITY_FILES,
    FACT,
    GROUP,
    PAGE,
    PAGE_FILE,
    RELATION,
    TARGETS,
    Fields,
    complaint,
)
from partners.sources import Entry, Sources
from partners.suggest import remedy
from partners.yamlfile import Value

_CONTENT = (*TARGETS, "text", "year", "count", "amount")


def check_shape(sources: Sources) -> Iterator[Problem]:
    """Every problem that can be seen without looking at another entry."""
    yield from _not_mappings(sources)
    if sources.page.value.is_mapping:
        yield from _keys(sources.page, sources.page.value, PAGE)
    for entry in sources.groups:
        yield from _keys(entry, entry.value, GROUP)
    for entry in sources.relations:
        yield from _keys(entry, entry.value, RELATION)
    for file in ENTITY_FILES:
        for entry in sources.entities_by_file[file.name]:
            yield from _keys(entry, entry.value, file.fields)
            yield from _facts(entry)


def _not_mappings(sources: Sources) -> Iterator[Problem]:
    """Files, and entries of files, that are something else than they must be."""
    for name, content in sources.files.items():
        is_page = name == PAGE_FILE
        if is_page and not content.is_mapping:
            does = f"write {', '.join(PAGE)}, each with a colon"
            yield Problem(name, content.line, "", "must hold keys", does)
        if not is_page and not content.is_list:
            what, does = "must be a list of entries", "begin each with '- id: …'"
            yield Problem(name, content.line, "", what, does)
        for value in content.items("groups") if is_page else content.listed:
            if not value.is_mapping:
                what, does = "an entry must hold keys", "begin it with '- id: …'"
                yield Problem(name, value.line, "", what, does)


def _keys(
    entry: Entry, value: Value, fields: Fields, at: str = ""
) -> Iterator[Problem]:
    """What is wrong with the keys of one mapping; `at` says which one it is."""
    for key, field in fields.items():
        if field.required and key not in value.data:
            yield entry.problem(value.line, f"{at}'{key}' is missing", "add it")
    for key, held in value.data.items():
        if key not in fields:
            does = remedy(key, list(fields), f"allowed are {', '.join(fields)}")
            if held.is_empty:  # YAML takes "{text: one, two}" for a text and a key.
                does = "a text that holds a comma or colon needs quotes"
            yield entry.problem(held.line, f"{at}unknown key '{key}'", does)
            continue
        found = _held(fields[key].holds, held)
        if found is not None:
            yield entry.problem(held.line, f"{at}'{key}' {found[0]}", found[1])


def _held(holds: str, value: Value) -> tuple[str, str] | None:
    """What is wrong with the value of a key; facts are looked into elsewhere."""
    if value.is_empty or holds not in ("facts", "groups"):
        return complaint(holds, value)
    if holds == "facts" and not value.is_mapping:
        return "must hold relations", "write 'relation: [{…}]', one a line"
    if holds == "groups" and not value.is_list:
        return "must be a list", "begin each group with '- id: …'"
    return None


def _facts(entry: Entry) -> Iterator[Problem]:
    for relation, facts in entry.value.pairs("facts"):
        if not facts.is_list or facts.is_empty:
            what = f"{relation}: must be a list of facts"
            does = "write '- {…}' for each, or leave the relation out"
            yield entry.problem(facts.line, what, does)
            continue
        for fact in facts.data:
            if fact.is_mapping:
                yield from _keys(entry, fact, FACT, f"{relation}: ")
                yield from _fact(entry, fact, f"{relation}: ")
            else:
                does = "write a key before it, such as 'text: …'"
                what = f"{relation}: a fact must hold keys"
                yield entry.problem(fact.line, what, does)


def _fact(entry: Entry, fact: Value, at: str) -> Iterator[Problem]:
    """What is wrong with how the keys of one fact go together."""
    targets = [key for key in TARGETS if key in fact.data]
    if len(targets) > 1:
        what = f"{at}points at several things ({', '.join(targets)})"
        yield entry.problem(fact.line, what, "make it one fact for each")
    if not any(key in fact.data for key in _CONTENT):
        what = f"{at}a fact says nothing"
        yield entry.problem(fact.line, what, f"give one of {', '.join(_CONTENT)}")
    if "unit" in fact.data and not ("count" in fact.data or "amount" in fact.data):
        what = f"{at}'unit' without a number"
        does = "give 'count' or 'amount', or leave it out"
        yield entry.problem(fact.line, what, does)
    start, end = fact.get("from"), fact.get("to")
    if isinstance(start, int) and isinstance(end, int) and start > end:
        what = f"{at}the period ends ({end}) before it begins ({start})"
        yield entry.problem(fact.line, what, "swap 'from' and 'to'")
