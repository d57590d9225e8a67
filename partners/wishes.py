"""Tell all that a partner wants, where no one of aim, vision and mission is named.

"What is it trying to achieve" asks as much for the mission as for the aim.
"""

from __future__ import annotations

from partners.answer import Answer
from partners.cues import load_cues
from partners.facts import told
from partners.model import Knowledge, Role
from partners.question import Question

_WISHES = ("aim", "mission", "vision")


def wishes(knowledge: Knowledge, question: Question) -> tuple[Answer, ...]:
    """What the one partner asked about wants, the likeliest first; () if not asked."""
    relation = question.relation.id if question.relation else ""
    plain = not (question.polar or question.counts or question.beyond or question.among)
    if relation not in _WISHES or len(question.subjects) != 1 or not plain:
        return ()
    (subject,) = question.subjects
    named = not load_cues().wishes.isdisjoint(question.said)
    if named or knowledge.entities[subject].role is not Role.PARTNER:
        return ()
    ordered = (relation, *(one for one in _WISHES if one != relation))
    stated = (knowledge.facts_of(subject, one) for one in ordered)
    found = tuple(told(facts) for facts in stated if facts)
    return found if len(found) > 1 else ()
