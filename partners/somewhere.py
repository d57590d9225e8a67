"""Answer where the members of a partner come from, and where it is not."""

from __future__ import annotations

from dataclasses import replace

from partners.answer import Answer
from partners.facts import forward_facts, not_stated, told
from partners.model import Knowledge, Relation, Role
from partners.question import Question

_OF_MEMBERS = frozenset({"members", "places", "memberships", "size"})


def members_by_place(
    knowledge: Knowledge, question: Question, relation: Relation, subject: str
) -> tuple[Answer, ...]:
    """The members with their countries, or the continents that they come from."""
    if relation.id not in _OF_MEMBERS:
        return ()
    members = knowledge.facts_of(subject, "members")
    places = {
        place.target
        for member in members
        for place in knowledge.facts_of(member.target or "", "places")
    }
    if not places or question.criteria:
        return ()
    if question.wants_country:
        if not question.counts:
            return (told(members),)
        return (replace(told(members), number=len(places), unit="places"),)
    continents = knowledge.facts_of(subject, "places")
    asked = question.wants_continent or _asks_origin(question)
    if not continents or not asked:
        return ()
    if relation.id == "members" and "where" in question.said:
        return (told(continents), told(members))
    if question.wants_continent:
        number = len(continents) if question.counts else None
        claims = question.polar and bool(question.numbers)
        verdict = len(continents) in question.numbers if claims else None
        return (replace(told(continents), number=number, verdict=verdict),)
    return (told(continents), told(members)) if relation.id == "places" else ()


def _asks_origin(question: Question) -> bool:
    return question.of_members and not question.counts


def from_elsewhere(
    knowledge: Knowledge, question: Question, relation: Relation, subject: str
) -> tuple[Answer, ...]:
    """The page ties `subject` to other places than the one that is asked about."""
    facts = knowledge.facts_of(subject, "places")
    if Role.ORGANISATION in relation.values and relation.id not in _OF_MEMBERS:
        facts = forward_facts(knowledge, subject, relation)
    if not facts:
        return (not_stated(knowledge, subject, relation),)
    return (replace(told(facts), verdict=False if question.polar else None),)
