"""Keep those values of a partner that meet what a question names."""

from __future__ import annotations

from collections.abc import Sequence

from partners.folding import tokenise
from partners.model import Fact, Knowledge, Role
from partners.question import Question
from partners.search import stem

_VALUES = (Role.ORGANISATION, Role.PARTNER)


def meeting_criteria(
    knowledge: Knowledge, question: Question, facts: Sequence[Fact]
) -> tuple[Fact, ...]:
    """The values that meet the criteria: the members of TIM that are in Spain.

    Of several places, or of several kinds, one is enough; a place and a kind must both
    be met, unless no value meets the kind.
    """
    values = [
        f for f in facts if f.target and knowledge.entities[f.target].role in _VALUES
    ]
    places = [c for c in question.criteria if _role(knowledge, c) is Role.PLACE]
    others = [c for c in question.criteria if c not in places]
    there = _meeting(knowledge, values, places)
    if question.negated and places and not others:
        return elsewhere_than(knowledge, values, there)
    like = _like(knowledge, values, others)
    both = [fact for fact in there if fact in like]
    return tuple(both or there or (() if places else like))


def _like(
    knowledge: Knowledge, values: Sequence[Fact], criteria: Sequence[str]
) -> list[Fact]:
    """The values that meet one criterion of each role: a network, and mental health."""
    roles = dict.fromkeys(_role(knowledge, criterion) for criterion in criteria)
    found: list[Fact] | None = None
    for role in roles:
        of_role = [c for c in criteria if _role(knowledge, c) is role]
        met = _meeting(knowledge, values, of_role)
        found = met if found is None else [fact for fact in found if fact in met]
    return found or []


def elsewhere_than(
    knowledge: Knowledge, values: Sequence[Fact], there: Sequence[Fact]
) -> tuple[Fact, ...]:
    """The values that are not there; () unless the page says of each where it is."""
    if not all(knowledge.facts_of(value.target or "", "places") for value in values):
        return ()
    return tuple(value for value in values if value not in there)


def located(knowledge: Knowledge, criterion: str) -> frozenset[str]:
    """Who goes with `criterion`, or with a place that lies in it: Japan is in Asia."""
    subjects = knowledge.subjects_to(criterion)
    inside = [
        fact.subject
        for fact in knowledge.facts_to(criterion, "part_of")
        if _role(knowledge, fact.subject) is Role.PLACE
    ]
    return subjects.union(*map(knowledge.subjects_to, inside))


def _role(knowledge: Knowledge, id_: str) -> Role:
    return knowledge.entities[id_].role


def _meeting(
    knowledge: Knowledge, values: Sequence[Fact], criteria: Sequence[str]
) -> list[Fact]:
    if not values or not criteria:
        return []
    having = [located(knowledge, criterion) for criterion in criteria]
    spelled = [
        {stem(token.word) for token in tokenise(name)}
        for criterion in criteria
        if _role(knowledge, criterion) is not Role.PLACE
        for name in knowledge.entities[criterion].names
    ]
    return [
        fact
        for fact in values
        if any(fact.target in subjects for subjects in having)
        or any(words <= _name_stems(knowledge, fact.target or "") for words in spelled)
    ]


def _name_stems(knowledge: Knowledge, id_: str) -> set[str]:
    """SmiLe Incubator is an incubator by its name."""
    return {stem(t.word) for t in tokenise(knowledge.entities[id_].name)}
