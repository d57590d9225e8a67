"""Check that every name and alias belongs to one thing only."""

from __future__ import annotations

from collections.abc import Iterator

from partners.errors import Problem
from partners.folding import key
from partners.sources import Entry, Sources


def check_spellings(sources: Sources) -> Iterator[Problem]:
    """Every name that would be read as two things, or that is given twice."""
    owners: dict[str, tuple[Entry, str]] = {}
    for entry in (*sources.groups, *sources.entities):
        for line, spelling in _spellings(entry):
            folded = key(spelling)
            if not folded:
                what = f"'{spelling}' has no letter and no digit"
                yield entry.problem(line, what, "write a name that people can type")
                continue
            owner, first = owners.setdefault(folded, (entry, spelling))
            if owner is not entry:
                where = f"{owner.label} ({owner.file}:{owner.value.line})"
                what = f"'{spelling}' is also a name of {where}"
                yield entry.problem(line, what, "leave it to one of the two")
            elif first is not spelling:
                what = f"'{spelling}' says the same as '{first}'"
                does = "drop one: case, accents and hyphens make no difference"
                yield entry.problem(line, what, does)


def _spellings(entry: Entry) -> Iterator[tuple[int, str]]:
    """The name and the aliases of an entry, each with its line."""
    name = entry.value.text("name")
    if name is not None:
        yield entry.value.data["name"].line, name
    for item in entry.value.items("aliases"):
        if isinstance(item.data, str):
            yield item.line, item.data
