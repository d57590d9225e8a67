"""Check the knowledge files; `python -m partners.check` prints all that is wrong."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from partners.collecting import uncollected
from partners.errors import Problem
from partners.model import Role
from partners.references import check_references
from partners.shape import check_shape
from partners.sources import FOLDER, Sources, read_sources
from partners.spellings import check_spellings


def check(sources: Sources) -> list[Problem]:
    """Everything that is wrong with the knowledge files, by file and line."""
    problems = {
        *sources.problems,
        *check_shape(sources),
        *check_references(sources),
        *check_spellings(sources),
    }
    return sorted(problems, key=lambda found: (found.file, found.line, found.what))


def main(arguments: Sequence[str] = ()) -> int:
    """Check one folder, the project's own unless another is named."""
    with uncollected():
        sources = read_sources(Path(arguments[0]) if arguments else FOLDER)
        problems = check(sources)
    for problem in problems:
        print(problem)
    if problems:
        return 1
    partners = sum(entry.role is Role.PARTNER for entry in sources.entities)
    facts = sum(len(list(entry.facts)) for entry in sources.entities)
    print(f"knowledge is sound: {partners} partners, {facts} facts")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
