"""Choose the partners that are somewhere else: "any partner outside Sweden?"."""

from __future__ import annotations

from dataclasses import replace

from partners.answer import Answer, Kind, Outcome
from partners.elsewhere import is_country
from partners.meeting import located
from partners.model import Fact, Knowledge, Role
from partners.question import Question


def elsewhere(knowledge: Knowledge, question: Question) -> Answer | None:
    """Those that the page places in other countries or continents, None if in none.

    A town or a region doesn't count: the page doesn't say where Lund is.
    """
    roles = {knowledge.entities[c].role for c in question.criteria}
    if roles != {Role.PLACE} or question.subjects or question.groups:
        return None
    there = frozenset().union(*(located(knowledge, c) for c in question.criteria))
    facts = tuple(
        fact
        for partner in knowledge.partners
        if partner.id not in there
        for fact in knowledge.facts_of(partner.id, "places")
        if _is_wide(knowledge, fact)
    )
    if not facts:
        return None
    names = tuple(dict.fromkeys(fact.subject for fact in facts))
    places = tuple(dict.fromkeys(fact.target for fact in facts if fact.target))
    kind, outcome = Kind.FACT, Outcome.PARTNERS
    number = len(names) if question.counts else None
    found = Answer(kind, outcome, facts=facts, names=names, criteria=places)
    return replace(found, number=number)


def _is_wide(knowledge: Knowledge, fact: Fact) -> bool:
    """Whether a fact names a country, or a continent that has countries in it."""
    target = fact.target or ""
    if target not in knowledge.entities:
        return False
    holds = any(one.relation == "part_of" for one in knowledge.facts_to(target))
    return is_country(knowledge.entities[target].name) or holds
