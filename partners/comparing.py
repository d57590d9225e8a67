"""Answer how partners compare, or the two groups of them."""

from __future__ import annotations

from dataclasses import replace

from partners.answer import Answer, Kind, Outcome
from partners.facts import nearest, told
from partners.forward import forward
from partners.listing import list_partners
from partners.model import Fact, Knowledge
from partners.question import Question
from partners.relating import relate

# "The difference between those two categories": of the page's groups.
_SORTS = frozenset({"categories", "groups", "classes"})


def _of_groups(knowledge: Knowledge) -> list[tuple[Fact, ...]]:
    """What the page says of each group: the difference between the two kinds."""
    stated = (
        knowledge.facts_of(knowledge.host, relation)
        for group in knowledge.groups
        for relation in knowledge.relations
        if relation.startswith(f"{group}_")
    )
    return [facts for facts in stated if facts]


def compare(knowledge: Knowledge, question: Question) -> tuple[Answer, ...]:
    """What the page says of each partner, relation by relation."""
    if len(question.groups) > 1 and question.dimension:
        return list_partners(knowledge, question)  # "what is bigger in number"
    sorts = not _SORTS.isdisjoint(question.said) or question.groups
    if sorts and not (question.subjects or question.dimension):
        return tuple(told(facts) for facts in _of_groups(knowledge))
    if question.dimension and not question.subjects:
        relation = knowledge.relations[question.dimension]  # "which partner is older"
        asked = replace(question, relation=relation, every=True, ranked=False)
        found = relate(knowledge, asked)
        # Of one year nobody can tell which partner is the oldest.
        alone = found[0].outcome is Outcome.EVERY and len(found[0].names) == 1
        return (nearest(found),) if alone else found
    if len(question.subjects) < 2:
        return (Answer(Kind.AMBIGUOUS, Outcome.WHICH, relation="summary"),)
    if question.dimension:
        relation = knowledge.relations[question.dimension]
        counts = relation.id == "members"
        asked = replace(
            question, relation=relation, polar=False, ranked=False, counts=counts
        )
        return tuple(
            one
            for subject in question.subjects
            for one in forward(knowledge, asked.about(subject), relation, subject)
        )
    facts: list[Fact] = [
        fact
        for relation in knowledge.relations.values()
        if relation.compared
        for subject in question.subjects
        for fact in knowledge.facts_of(subject, relation.id)
    ]
    return (
        Answer(
            Kind.FACT, Outcome.COMPARED, facts=tuple(facts), names=question.subjects
        ),
    )
