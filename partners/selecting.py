"""Choose among what was listed before: "which of them are non-profit"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from partners.answer import Answer, Kind, Outcome
from partners.elsewhere import is_country
from partners.facts import nearest
from partners.meeting import located
from partners.model import Fact, Knowledge, Role
from partners.question import Question

# Of these the page names a part as the place: Wales, Hong Kong.
_PARTED = frozenset({"united kingdom", "uk", "great britain", "britain", "china"})

_LONE = 3  # words of "and Norway then"


def select(knowledge: Knowledge, question: Question) -> Answer:
    """Those of `question.among` that meet every criterion, in the order of the list."""
    if question.elsewhere:
        return _none(knowledge, question)
    if not question.asked_for:
        return _all(question)
    chosen = tuple(id_ for id_ in question.among if _meets(knowledge, question, id_))
    roles = {knowledge.entities[id_].role for id_ in question.criteria}
    if not chosen and roles == {Role.PLACE}:  # "from Austria, Slovenia": each of one
        asked = [replace(question, criteria=(id_,)) for id_ in question.criteria]
        chosen = tuple(
            id_
            for id_ in question.among
            if any(_meets(knowledge, one, id_) for one in asked)
        )
    if question.negated and roles == {Role.PLACE}:
        if elsewhere := _elsewhere(knowledge, question, chosen):
            return elsewhere
    if not chosen:
        return _none(knowledge, question)
    facts = tuple(fact for id_ in chosen for fact in _reasons(knowledge, question, id_))
    number = len(chosen) if question.counts else None
    kind, outcome, criteria = Kind.FACT, Outcome.SELECTED, question.asked_for
    answer = Answer(
        kind, outcome, facts=facts, names=chosen, criteria=criteria, number=number
    )
    if not question.negated:
        return answer
    # "Which of them are not non-profit": the page says of which it is.
    return nearest([replace(answer, number=None)])


def _reasons(knowledge: Knowledge, question: Question, id_: str) -> Sequence[Fact]:
    """Why one was chosen: what points at what is asked for, or where it is."""
    about = knowledge.facts_about(id_)
    asked = [fact for fact in about if fact.target in question.asked_for]
    return asked or knowledge.facts_of(id_, "places")


def _elsewhere(
    knowledge: Knowledge, question: Question, there: Sequence[str]
) -> Answer | None:
    """Those that the page places, and not there: "which are outside Europe"."""
    rest = [id_ for id_ in question.among if id_ not in there]
    facts = [knowledge.facts_of(id_, "places") for id_ in rest]
    if not rest or not all(facts):
        return None
    told = tuple(fact for found in facts for fact in found)
    places = tuple(dict.fromkeys(fact.target for fact in told if fact.target))
    number = len(rest) if question.counts else None
    found = Answer(Kind.FACT, Outcome.SELECTED, facts=told, names=tuple(rest))
    return replace(found, criteria=places, number=number)


def _meets(knowledge: Knowledge, question: Question, id_: str) -> bool:
    if question.groups and knowledge.entities[id_].group not in question.groups:
        return False
    return all(
        id_ in located(knowledge, criterion)
        or (question.of_members and _has_member(knowledge, id_, criterion))
        for criterion in (*question.criteria, *question.subjects)
    )


def _has_member(knowledge: Knowledge, id_: str, criterion: str) -> bool:
    """Which of the two has a member in Canada?"""
    there = located(knowledge, criterion)
    return any(fact.target in there for fact in knowledge.facts_of(id_, "members"))


def _none(knowledge: Knowledge, question: Question) -> Answer:
    kind, outcome = Kind.NOT_STATED, Outcome.NONE_SELECTED
    none = Answer(kind, outcome, criteria=question.asked_for, names=question.elsewhere)
    lone = 0 < len(question.text.split()) <= _LONE
    asks = question.polar or "any" in question.said or lone
    if not asks or not _is_known_where(knowledge, question):
        return none
    return replace(none, kind=Kind.FACT, verdict=False)  # "any from Germany?"


def _is_known_where(knowledge: Knowledge, question: Question) -> bool:
    """Whether only countries are asked for, and the page has that of every one.

    Of members it has; where a partner is, or whom it is for, is told more loosely.
    """
    organisations = all(
        knowledge.entities[id_].role is Role.ORGANISATION for id_ in question.among
    )
    known = [knowledge.entities[id_].name for id_ in question.asked_for]
    asked = (*known, *question.elsewhere)
    countries = all(is_country(one) and one.lower() not in _PARTED for one in asked)
    known_ones = organisations and countries
    return known_ones and all(knowledge.facts_of(i, "places") for i in question.among)


def _all(question: Question) -> Answer:
    """How many they are; by other words the page doesn't sort them."""
    if question.counts:
        kind, outcome = Kind.FACT, Outcome.COUNTED
        among = question.among
        return Answer(kind, outcome, names=among, number=len(among))
    kind, outcome = Kind.NOT_STATED, Outcome.CRITERION_UNKNOWN
    return Answer(kind, outcome, names=(question.leftover or question.terms)[:3])
