"""Choose the partners that are somewhere else: "any partner outside Sweden?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from partners.answer import Answer, Kind, Outcome
from partners.elsewhere import is_country
from partners.meeting import located
from partners.model import Knowledge, Role
from partners.question import Question


def elsewhere(knowledge: Knowledge, question: Question) -> Answer | None:
    """Those that the page places in other countries or continents, None if in none."""
    roles = {knowledge.entities[c].role for c in question.criteria}
    if roles != {Role.PLACE} or question.subjects or question.groups:
        return None
    if not are_countries(knowledge, question.criteria):
        return None
    there = frozenset().union(*(located(knowledge, c) for c in question.criteria))
    facts = tuple(
        fact
        for partner in knowledge.partners
        if partner.id not in there
        for fact in knowledge.facts_of(partner.id, "places")
        if fact.target and _is_apart(knowledge, fact.target, question.criteria)
    )
    if not facts:
        return None
    names = tuple(dict.fromkeys(fact.subject for fact in facts))
    places = tuple(dict.fromkeys(fact.target for fact in facts if fact.target))
    kind, outcome = Kind.FACT, Outcome.PARTNERS
    number = len(names) if question.counts else None
    found = Answer(kind, outcome, facts=facts, names=names, criteria=places)
    return replace(found, number=number)


def are_countries(knowledge: Knowledge, places: Sequence[str]) -> bool:
    """Whether all are countries: who is in Sweden may be in Lund, or in the Nordics."""
    return all(
        is_country(knowledge.entities[place].name)
        and not knowledge.facts_to(place, "part_of")  # no continent
        for place in places
    )


def _is_apart(knowledge: Knowledge, place: str, countries: Sequence[str]) -> bool:
    """Whether a place is another country, or a continent that has none of them."""
    inside = {one.subject for one in knowledge.facts_to(place, "part_of")}
    if inside:
        return inside.isdisjoint(countries)
    return is_country(knowledge.entities[place].name) and place not in countries
