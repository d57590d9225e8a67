"""Choose the partners that are somewhere else: "any partner outside Sweden?"."""

from __future__ import annotations

from dataclasses import replace

from partners.answer import Answer, Kind, Outcome
from partners.elsewhere import is_country
from partners.meeting import located
from partners.model import Knowledge, Role
from partners.question import Question


def elsewhere(knowledge: Knowledge, question: Question) -> Answer | None:
    """Those that the page places in other countries or continents, None if in none.

    A town or a region doesn't count: the page doesn't say where Lund is.
    """
    roles = {knowledge.entities[c].role for c in question.criteria}
    if roles != {Role.PLACE} or question.subjects or question.groups:
        return None
    if not all(is_wide(knowledge, place) for place in question.criteria):
        return None  # who is in Sweden may be in Lund
    there = frozenset().union(*(located(knowledge, c) for c in question.criteria))
    facts = tuple(
        fact
        for partner in knowledge.partners
        if partner.id not in there
        for fact in knowledge.facts_of(partner.id, "places")
        if fact.target and is_wide(knowledge, fact.target)
    )
    if not facts:
        return None
    names = tuple(dict.fromkeys(fact.subject for fact in facts))
    places = tuple(dict.fromkeys(fact.target for fact in facts if fact.target))
    kind, outcome = Kind.FACT, Outcome.PARTNERS
    number = len(names) if question.counts else None
    found = Answer(kind, outcome, facts=facts, names=names, criteria=places)
    return replace(found, number=number)


def is_wide(knowledge: Knowledge, place: str) -> bool:
    """Whether a place is a country, or a continent that has countries in it."""
    holds = any(one.relation == "part_of" for one in knowledge.facts_to(place))
    return is_country(knowledge.entities[place].name) or holds
