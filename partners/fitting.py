"""Find whom a need fits that names nobody: "I need a mentor for my startup"."""

from __future__ import annotations

from collections import Counter

from partners.answer import Answer
from partners.cues import load_cues
from partners.facts import nearest, told_apart
from partners.model import Knowledge, Role
from partners.question import Question
from partners.search import FactSearch, Found

# What fits more partners than this is no advice.
_MOST = 4
# What has the words is told of no more partners than this.
_FEW = 2
# So many of the words must stand in one fact, of partners with the field, and of any.
_WORDS, _WORDS_OF_ANY = 1, 2
# Every word of a need stands in one fact.
_ALL = 0.999
# A word in so few facts is rare.
_RARE = 4
_TELLING = (Role.TOPIC, Role.KIND, Role.FORM)


def fitting(
    knowledge: Knowledge, search: FactSearch, question: Question
) -> Answer | None:
    """The facts of those who come nearest to what is needed, told as the nearest."""
    if question.subjects or question.unknown or question.elsewhere or question.ranked:
        return None
    with_field = _with_most(knowledge, question)
    # "Who can help" has no word of what is needed.
    terms = [word for word in question.terms if word not in load_cues().helping]
    found = search.find(terms, with_field) if terms else None
    enough = _WORDS if with_field else _WORDS_OF_ANY
    if found and (found.matched >= enough or _is_enough(search, question, found)):
        subjects = {fact.subject for fact in found.facts}
        if len(subjects) <= _FEW:
            return nearest(told_apart(found.facts))
    facts = tuple(
        fact
        for partner in with_field
        for criterion in question.criteria
        for fact in knowledge.facts_about(partner)
        if fact.target == criterion
    )
    return nearest(told_apart(facts)) if facts and len(with_field) <= _MOST else None


def _is_enough(search: FactSearch, question: Question, found: Found) -> bool:
    """Whether one word is enough: it is all there is, or a rare one of a need."""
    rare = search.rarity(question.terms, found.facts) <= _RARE
    return found.coverage > _ALL or (question.needs and rare)


def _with_most(knowledge: Knowledge, question: Question) -> tuple[str, ...]:
    """The partners that have most of the fields, kinds and forms that are named."""
    having: Counter[str] = Counter()
    for criterion in question.criteria:
        if knowledge.entities[criterion].role in _TELLING:
            having.update(knowledge.subjects_to(criterion))
    most = max(having.values(), default=0)
    return knowledge.in_order(id_ for id_, n in having.items() if n == most)
