"""Answer a question that names no partner: those of a sort, or all that have it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from partners.answer import Answer, Kind, Outcome
from partners.claimed_numbers import frequency_of
from partners.describing import by_number, without_description
from partners.elsewhere import is_country
from partners.facts import (
    count_facts,
    forward_facts,
    matching,
    members_there,
    nearest,
    not_stated,
    pointing,
    told,
    told_apart,
)
from partners.forward import forward
from partners.listing import criterion_unknown, list_partners, none_from, none_of
from partners.meeting import meeting_criteria
from partners.model import Fact, Knowledge, Relation, Role
from partners.question import Question
from partners.worded import worded

_ARE_THERE = re.compile(r"^\W*(?:what|which) \w+ (?:are|is) there\b")
# Of none of these the page says anything; whom to ask is told by what is named.
_TURNED_TO = frozenset({"contact", "joining"})


def unnamed(
    knowledge: Knowledge, question: Question, relation: Relation
) -> tuple[Answer, ...]:
    """The partners that meet what is named, or all of which the page states it."""
    if question.dimension == relation.id == "members":  # "who has the most members"
        relation = knowledge.relations["member_counts"]
    own = [c for c in question.criteria if knowledge.facts_of(c, relation.id)]
    if chosen := _of_partners(knowledge, question, own):
        return list_partners(knowledge, replace(question, criteria=chosen))
    if own and not question.of_partners:
        return _of_a_place(knowledge, question, own[0], relation)
    if question.pronoun and not (question.of_partners or question.groups):
        return (Answer(Kind.AMBIGUOUS, Outcome.WHICH, relation=relation.id),)
    if question.elsewhere or (question.opposites and not question.criteria):
        none = none_from if question.elsewhere else criterion_unknown
        return (none(question),)
    several = len(question.criteria) > 1 and not question.of_members
    if several and relation.id == "members" and matching(knowledge, question.criteria):
        return list_partners(knowledge, question)  # "who represents parks in Sweden"
    targets = [c for c in question.criteria if knowledge.facts_to(c, relation.id)]
    if targets:
        return (_pointing_at(knowledge, question, relation, targets),)
    if (whom := by_number(knowledge, question, relation)) is not None:
        asked = without_description(question).about(whom)
        return forward(knowledge, asked, relation, whom)
    if relation.id == "founding" and question.numbers:
        return _in_year(knowledge, question, relation)
    if question.frequency and relation.id == "events":
        return _so_often(knowledge, question) or (
            _every(knowledge, question, relation),
        )
    if some := _some(knowledge, question, relation):
        return some
    if question.criteria and relation.id in _TURNED_TO:
        # "I look for a mentor, whom do I contact": of contacts the page has none.
        return (nearest(list_partners(knowledge, question)),)
    if question.ranked or not _asks_of_all(question):
        return (_unclear(knowledge, question, relation),)
    return (_every(knowledge, question, relation),)


def _asks_of_all(question: Question) -> bool:
    """Which partners have events? - How many? - What events are there?"""
    there = _ARE_THERE.search(question.text.lower())
    return question.every or question.counts or there is not None


def _in_year(
    knowledge: Knowledge, question: Question, relation: Relation
) -> tuple[Answer, ...]:
    """What happened in 2016, in 2018? Of 1999 only that no such year is stated."""
    ids = [partner.id for partner in knowledge.partners]
    stated = [knowledge.facts_of(id_, relation.id) for id_ in ids]
    then = [facts for facts in stated if _has_number(facts, question)]
    if not then and "founded" not in question.said:
        by_id = [knowledge.facts_of(id_, "funding") for id_ in ids]
        then = [facts for facts in by_id if _has_number(facts, question)]
    if then:
        return tuple(map(told, then))
    also = tuple(told(facts) for facts in stated if facts)
    kind, outcome = Kind.NOT_STATED, Outcome.NOT_STATED
    return (Answer(kind, outcome, relation=relation.id, also=also),)


def _has_number(facts: Sequence[Fact], question: Question) -> bool:
    return any(not {*fact.numbers}.isdisjoint(question.numbers) for fact in facts)


def _pointing_at(
    knowledge: Knowledge, question: Question, relation: Relation, targets: list[str]
) -> Answer:
    all_met = matching(knowledge, question.criteria, question.groups)
    found_in = all_met or matching(knowledge, targets, question.groups)
    if not found_in:
        return none_of(question, targets)
    names = tuple(p.id for p in found_in)
    facts = pointing(knowledge, names, targets, relation.id)
    number = len(names) if question.counts else None
    through = members_there(knowledge, names, targets)
    facts = (*facts, *through)
    found = Answer(Kind.FACT, Outcome.PARTNERS, None, relation.id, facts, names)
    also = told_apart(through)
    return replace(found, criteria=tuple(targets), number=number, also=also)


def _meeting(
    knowledge: Knowledge, question: Question, relation: Relation
) -> list[tuple[Fact, ...]]:
    """Of every partner the values that meet the criteria: foundations that fund."""
    values = (
        knowledge.facts_of(p.id, relation.id)
        for p in knowledge.partners
        if not question.among or p.id in question.among
    )
    found = (meeting_criteria(knowledge, question, facts) for facts in values)
    return [facts for facts in found if facts]


def _some(
    knowledge: Knowledge, question: Question, relation: Relation
) -> tuple[Answer, ...]:
    """Those whose values meet what is named, or have the numbers; () where none do."""
    some = _meeting(knowledge, question, relation)
    some = some or _with_numbers(knowledge, question, relation)
    if some and question.counts and not all(f.target or f.numbers for f in some[0]):
        subject = some[0][0].subject  # "how many incubators are members"
        return (not_stated(knowledge, subject, relation, told(some[0])),)
    return tuple(told(facts) for facts in some)


def _so_often(knowledge: Knowledge, question: Question) -> tuple[Answer, ...]:
    """The events that are held every other year, or how often it is asked."""
    events = (knowledge.facts_of(p.id, "events") for p in knowledge.partners)
    found = (
        [f for f in facts if frequency_of(f) == question.frequency] for facts in events
    )
    return tuple(told(facts) for facts in found if facts)


def _every(knowledge: Knowledge, question: Question, relation: Relation) -> Answer:
    # Nobody is in both of "Agenda 2030 or the UN goals": then one is enough.
    partners = matching(knowledge, question.criteria, question.groups) or [
        partner
        for criterion in question.criteria
        for partner in matching(knowledge, [criterion], question.groups)
    ]
    facts = tuple(
        fact
        for id_ in knowledge.in_order(p.id for p in partners)
        if not question.among or id_ in question.among
        for fact in forward_facts(knowledge, id_, relation)
    )
    facts = worded(knowledge, question, relation, facts)
    if not facts:
        # Of these it is not stated, of other partners it may be.
        some = question.criteria or question.groups
        of_some = question.among or (tuple(p.id for p in partners) if some else ())
        kind, outcome = Kind.NOT_STATED, Outcome.NOT_STATED
        return Answer(kind, outcome, None, relation.id, names=of_some)
    names = tuple(dict.fromkeys(fact.subject for fact in facts))
    number = len(names) if question.counts else None
    every = Answer(Kind.FACT, Outcome.EVERY, None, relation.id, facts, names)
    return replace(every, number=number)


def _of_partners(
    knowledge: Knowledge, question: Question, own: Sequence[str]
) -> tuple[str, ...]:
    """By what places choose among partners: "which cluster is Danish-Swedish"."""
    places = [c for c in question.criteria if knowledge.entities[c].role is Role.PLACE]
    countries = all(is_country(knowledge.entities[id_].name) for id_ in places)
    asks = question.wants_which or question.wants_names
    across = len(places) > 1 and not (question.polar and question.asserts)
    one = bool(own) and asks and len(question.criteria) > 1
    if not (countries and (across or one)):
        return ()
    ways = (question.criteria, tuple(places))
    return next((way for way in ways if matching(knowledge, way)), ())


def _of_a_place(
    knowledge: Knowledge, question: Question, place: str, relation: Relation
) -> tuple[Answer, ...]:
    """What the page says of a place itself: "what is Medicon Valley part of"."""
    answers = []
    for id_ in (relation.id, *relation.related):
        facts = knowledge.facts_of(place, id_)
        asked = any(fact.target in question.criteria for fact in facts)
        if facts:
            others = any(fact.target not in question.criteria for fact in facts)
            alone = question.exclusive and others  # "only on the Swedish side"
            verdict = not alone if question.polar and asked else None
            answers.append(replace(told(facts), verdict=verdict))
    return tuple(answers)


def _with_numbers(
    knowledge: Knowledge, question: Question, relation: Relation
) -> list[tuple[Fact, ...]]:
    """The facts of every partner of which the page states the numbers asked for."""
    if not question.numbers or question.counts:
        return []
    found = []
    for partner in knowledge.partners:
        facts = forward_facts(knowledge, partner.id, relation)
        counted = count_facts(knowledge, partner.id, relation)
        for stated in (facts, counted):
            numbers = {number for fact in stated for number in fact.numbers}
            if numbers.issuperset(question.numbers):
                found.append(stated)
                break
    return found


def _is_stated(knowledge: Knowledge, relation: Relation) -> bool:
    """Whether the page states it of any partner."""
    return any(forward_facts(knowledge, p.id, relation) for p in knowledge.partners)


def _unclear(knowledge: Knowledge, question: Question, relation: Relation) -> Answer:
    """No name and not all partners: asked back; an order of them: not on the page."""
    if question.ranked:
        return Answer(
            Kind.NOT_STATED, Outcome.CRITERION_UNKNOWN, names=question.leftover
        )
    if not _is_stated(
        knowledge, relation
    ):  # "what does it cost": of whomever, the page doesn't say
        return Answer(Kind.NOT_STATED, Outcome.NOT_STATED, None, relation.id)
    return Answer(Kind.AMBIGUOUS, Outcome.WHICH, relation=relation.id)
