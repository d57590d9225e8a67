"""Answer who stands in two relations: "which funder of Open Lab also founded MTT"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

from partners.answer import Answer, Kind, Outcome
from partners.cues import load_cues
from partners.model import Fact, Knowledge, Relation, Role
from partners.question import Question

# Both relations must be this likely.
_LIKELY = 0.3


def intersect(
    knowledge: Knowledge, questions: Sequence[Question], likely: Mapping[str, float]
) -> tuple[Answer, ...]:
    """The facts that join one organisation to both partners; () of other questions.

    `questions` are the readings of one message, likeliest first.
    """
    first = questions[0]
    partners = [
        id_ for id_ in first.subjects if knowledge.entities[id_].role is Role.PARTNER
    ]
    if len(partners) != 2 or len(first.subjects) != 2 or not first.both:
        return ()
    one, other = partners
    relations = _relations(questions, likely)
    nouns = map(load_cues().relation_nouns.get, first.said)
    named = (knowledge.relations[noun] for noun in nouns if noun)
    relations = list(dict.fromkeys([*relations, *named]))
    for left, right in product(relations, relations):
        if left is not right or len(relations) == 1:
            shared = _shared(knowledge, (one, left), (other, right))
            if shared:
                return (Answer(Kind.FACT, Outcome.CONNECTED, one, facts=shared),)
    return ()


def _relations(
    questions: Sequence[Question], likely: Mapping[str, float]
) -> list[Relation]:
    """The likely relations whose values are organisations."""
    found = [
        question.relation
        for question in questions
        if question.relation is not None
        and Role.ORGANISATION in question.relation.values
        and likely.get(question.intent, 0.0) >= _LIKELY
    ]
    return list(dict.fromkeys(found))


def _shared(
    knowledge: Knowledge, one: tuple[str, Relation], other: tuple[str, Relation]
) -> tuple[Fact, ...]:
    left = knowledge.facts_of(one[0], one[1].id)
    right = knowledge.facts_of(other[0], other[1].id)
    targets = {fact.target for fact in left} & {fact.target for fact in right}
    return tuple(f for f in (*left, *right) if f.target and f.target in targets)
