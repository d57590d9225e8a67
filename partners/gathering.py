"""Say once what several answers to one message have in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from partners.answer import Answer, Kind, Outcome
from partners.cues import load_cues
from partners.question import Question

# Of two each is told with what the page does say of it; of more that is too long.
_FEW = 2


def gathered(answers: Sequence[Answer]) -> tuple[Answer, ...]:
    """`answers` without repeats, with one for all of whom the same is not stated."""
    told = [_no_half_yes(one, answers) for one in dict.fromkeys(answers)]
    silent = {r: list(_silent_on(told, r)) for r in {one.relation for one in told}}
    return tuple(dict.fromkeys(_joined(one, silent[one.relation]) for one in told))


def _no_half_yes(answer: Answer, answers: Sequence[Answer]) -> Answer:
    """No yes to "do both run until 2023" where the page has it of one of them only."""
    same = (answer.relation, "claim")  # a claim of the same may be told as no more
    others = (one for one in answers if one.subject != answer.subject)
    silent = any(o.outcome is Outcome.NOT_STATED and o.relation in same for o in others)
    half = answer.verdict is True and answer.number is None and silent
    return replace(answer, verdict=None) if half else answer


def _silent_on(answers: Sequence[Answer], relation: str | None) -> Iterator[Answer]:
    for one in answers:
        if one.outcome is Outcome.NOT_STATED and one.relation == relation:
            yield one


def _joined(answer: Answer, silent: Sequence[Answer]) -> Answer:
    subjects = tuple(dict.fromkeys(one.subject for one in silent if one.subject))
    if answer not in silent or len(subjects) <= _FEW:
        return answer
    kind, outcome = Kind.NOT_STATED, Outcome.NOT_STATED
    return Answer(kind, outcome, relation=answer.relation, names=subjects)


def lists_all(question: Question, answers: Sequence[Answer]) -> bool:
    """Whether every partner is told of, by which the question chooses none."""
    everybody = [a for a in answers if a.outcome is Outcome.GROUPS]
    needs = question.polar or not load_cues().helping.isdisjoint(question.said)
    return bool(everybody) and needs and not (question.groups or question.counts)
