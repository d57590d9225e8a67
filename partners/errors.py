"""The errors that the assistant raises on purpose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a knowledge file: where, what, and what to do about it."""

    file: str
    line: int
    entry: str
    what: str
    remedy: str

    def __str__(self) -> str:
        entry = f"{self.entry}: " if self.entry else ""
        return f"{self.file}:{self.line}: {entry}{self.what}; {self.remedy}"


class PartnersError(Exception):
    """The base of every error that this package raises."""


class KnowledgeError(PartnersError):
    """The knowledge files can't be used; `problems` says everything that is wrong."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
