"""Say once what several answers to one message have in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from partners.answer import Answer, Kind, Outcome

# Of two each is told with what the page does say of it; of more that is a page of its own.
_FEW = 2


def gathered(answers: Sequence[Answer]) -> tuple[Answer, ...]:
    """`answers` without repeats, with one for all of whom the same is not stated."""
    told = list(dict.fromkeys(answers))
    silent = {r: list(_silent_on(told, r)) for r in {one.relation for one in told}}
    return tuple(dict.fromkeys(_joined(one, silent[one.relation]) for one in told))


def _silent_on(answers: Sequence[Answer], relation: str | None) -> Iterator[Answer]:
    for one in answers:
        if one.outcome is Outcome.NOT_STATED and one.relation == relation:
            yield one


def _joined(answer: Answer, silent: Sequence[Answer]) -> Answer:
    subjects = tuple(one.subject for one in silent if one.subject)
    if answer not in silent or len(subjects) <= _FEW:
        return answer
    kind, outcome = Kind.NOT_STATED, Outcome.NOT_STATED
    return Answer(kind, outcome, relation=answer.relation, names=subjects)
