"""Complete a question that names a city, where its municipality is what gives.

"Does Lunds kommun support any of your partners?" - "Malmö as well?"
"""

from __future__ import annotations

from partners.completing import Turn
from partners.memory import Memory
from partners.model import Knowledge, Role
from partners.question import Question
from partners.reference import Reference
from partners.relating import governing
from partners.rows import evidence_in


def city(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """The same question of the city named; None where a place may just be a place."""
    named = question.subjects or question.unknown or question.groups
    places = [c for c in question.criteria if knowledge.entities[c].role is Role.PLACE]
    too = question.both and question.pronoun  # "and Malmö, are they in it too?"
    shortly = reference.empty or reference.among or too
    if named or not shortly or len(places) != 1 or len(question.criteria) != 1:
        return None
    for facts in evidence_in(knowledge, memory.evidence):
        relation = knowledge.relations[facts[0].relation]
        cities = governing(knowledge, facts, places[0])
        if cities and relation.reverse:
            subjects = (cities[0], facts[0].subject)
            return Turn(
                relation.reverse, subjects, polar=True, described=question.criteria
            )
    return None
