"""What of a question is remembered, for the next one to be completed by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from partners.model import Knowledge, Role
from partners.question import Question

_PAIR = 2
# So many are remembered of those that were talked of one after another.
_RECENT = 4


def claim_of(question: Question) -> dict[str, Any]:
    """What a yes-or-no question asked of one name, for "and MVA?" to ask it again."""
    names = (*question.subjects, *question.unknown)
    of_each = bool(question.criteria) and not question.unknown  # "are both non-profit"
    if not question.polar or not names or (len(names) > 1 and not of_each):
        return {}
    return {"polar": "yes", "criteria": question.criteria, "groups": question.groups}


def ends_of(question: Question) -> tuple[str, ...]:
    """The two ends of a yes-or-no question, an unknown one as an empty id."""
    ends = (*question.subjects, *("" for _ in question.unknown))
    return ends if question.polar and len(ends) == _PAIR else ()


def giver_of(knowledge: Knowledge, question: Question) -> str:
    """The organisation of which it was asked what it funds, founded, …"""
    if not question.reverse or len(question.subjects) != 1:
        return ""
    (subject,) = question.subjects
    partner = knowledge.entities[subject].role is Role.PARTNER
    return "" if partner else subject


def pair_after(
    knowledge: Knowledge,
    pair: tuple[str, ...],
    together: Sequence[tuple[str, ...]],
) -> tuple[str, ...]:
    """The two partners last spoken of together: the first of `together` that is two."""
    for ids in together:
        roles = [knowledge.entities[id_].role for id_ in ids]
        named = tuple(
            id_ for id_, role in zip(ids, roles, strict=True) if role is Role.PARTNER
        )
        if len(named) == _PAIR:
            return named
    return pair


def chooses_of_all(question: Question) -> bool:
    """Whether partners were chosen by a field: "which partner heeds Agenda 2030"."""
    chooses = bool(question.criteria) and question.of_partners
    return chooses and question.relation is not None and not question.subjects


def recent_after(recent: tuple[str, ...], focus: Sequence[str]) -> tuple[str, ...]:
    """Those talked of one after another, now that `focus` is in question."""
    if len(focus) != 1:
        return recent
    others = (id_ for id_ in recent if id_ != focus[0])
    return (*others, focus[0])[-_RECENT:]
