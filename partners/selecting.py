"""Choose among what was listed before: "which of them are non-profit"."""

from __future__ import annotations

from dataclasses import replace

from partners.answer import Answer, Kind, Outcome
from partners.model import Knowledge, Role
from partners.question import Question


def select(knowledge: Knowledge, question: Question) -> Answer:
    """Those of `question.among` that meet every criterion, in the order of the list."""
    if question.elsewhere:
        return _none(question)
    if not question.asked_for:
        return _all(question)
    chosen = tuple(id_ for id_ in question.among if _meets(knowledge, question, id_))
    roles = {knowledge.entities[id_].role for id_ in question.criteria}
    if not chosen and roles == {Role.PLACE}:  # "from Austria, Slovenia": each of one
        asked = [replace(question, criteria=(id_,)) for id_ in question.criteria]
        chosen = tuple(
            id_
            for id_ in question.among
            if any(_meets(knowledge, one, id_) for one in asked)
        )
    if not chosen:
        return _none(question)
    facts = tuple(
        fact
        for id_ in chosen
        for fact in knowledge.facts_about(id_)
        if fact.target in question.asked_for
    )
    number = len(chosen) if question.counts else None
    kind, outcome, criteria = Kind.FACT, Outcome.SELECTED, question.asked_for
    return Answer(
        kind, outcome, facts=facts, names=chosen, criteria=criteria, number=number
    )


def _meets(knowledge: Knowledge, question: Question, id_: str) -> bool:
    if question.groups and knowledge.entities[id_].group not in question.groups:
        return False
    return all(
        id_ in knowledge.subjects_to(criterion)
        for criterion in (*question.criteria, *question.subjects)
    )


def _none(question: Question) -> Answer:
    kind, outcome = Kind.NOT_STATED, Outcome.NONE_SELECTED
    return Answer(kind, outcome, criteria=question.asked_for, names=question.elsewhere)


def _all(question: Question) -> Answer:
    """How many they are; by other words the page doesn't sort them."""
    if question.counts:
        kind, outcome = Kind.FACT, Outcome.COUNTED
        among = question.among
        return Answer(kind, outcome, names=among, number=len(among))
    kind, outcome = Kind.NOT_STATED, Outcome.CRITERION_UNKNOWN
    return Answer(kind, outcome, names=(question.leftover or question.terms)[:3])
