"""Tell whom a description means: "the project that LIF co-founded"."""

from __future__ import annotations

from dataclasses import replace

from partners.facts import forward_facts, subjects_with
from partners.model import Knowledge, Relation, Role
from partners.question import Question


def described(
    knowledge: Knowledge, question: Question, relation: Relation, subject: str
) -> str | None:
    """The one partner that a question names only by an organisation in it, or None.

    "How many members does the think tank have that LIF co-founded" asks of MTT: the
    page states no members of LIF, and LIF takes part in one think tank.
    """
    if question.reverse or not question.heads or question.polar:
        return None
    if knowledge.entities[subject].role is Role.PARTNER:
        return None
    if forward_facts(knowledge, subject, relation):
        return None
    ids = subjects_with(knowledge, subject)
    kinds = [c for c in question.criteria if knowledge.entities[c].role is Role.KIND]
    for kind in kinds:
        of_kind = knowledge.subjects_to(kind)
        meant = tuple(id_ for id_ in ids if id_ in of_kind)
        if not meant and question.definite and len(of_kind) == 1:
            meant = tuple(of_kind)  # "which UN goals does the think tank heed"
        ids = meant or ids
    return ids[0] if len(ids) == 1 else None


def by_number(
    knowledge: Knowledge, question: Question, relation: Relation
) -> str | None:
    """The one partner of which the page states the numbers that describe it.

    "How many members has the partner that was founded in 2016": not the members are
    2016, so that another fact of the partner is.
    """
    if not (question.numbers and (question.heads or question.definite)):
        return None
    found = []
    for partner in knowledge.partners:
        numbers = {
            number
            for fact in knowledge.facts_about(partner.id)
            for number in fact.numbers
        }
        if numbers.issuperset(question.numbers):
            found.append(partner.id)
    if len(found) != 1:
        return None
    stated = forward_facts(knowledge, found[0], relation)
    own = {number for fact in stated for number in fact.numbers}
    return found[0] if stated and not own.issuperset(question.numbers) else None


def without_description(question: Question) -> Question:
    """The question of the partner itself, without what described it."""
    return replace(question, criteria=(), numbers=(), definite=False, polar=False)
