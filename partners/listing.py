"""Answer questions that want partners, by what the page says of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from partners.answer import Answer, Kind, Outcome
from partners.facts import (
    matching,
    members_there,
    nearest,
    pointing,
    told,
    told_apart,
)
from partners.folding import fold
from partners.model import Knowledge, Role
from partners.outside import elsewhere
from partners.question import Question
from partners.selecting import select

_TWO = 2
# So many criteria that one partner meets are hardly chance.
_TELLING = 3
_COMPARED = re.compile(
    r"\b(?:more|larger|bigger|(?P<less>fewer|less|smaller)|(?P<equal>as many))\b"
    r".*\b(?:than|as)\b"
)


def list_partners(knowledge: Knowledge, question: Question) -> tuple[Answer, ...]:
    """The partners of the groups, kinds, places, topics and organisations named."""
    if question.among:
        return (select(knowledge, question),)
    criteria = (*question.criteria, *question.subjects)
    named = [s for s in question.subjects if _is_partner(knowledge, s)]
    if named and not question.criteria:
        return tuple(status(knowledge, question.about(n))[0] for n in named)
    if question.elsewhere:
        return (none_from(question),)
    if question.polar and question.groups and len(question.subjects) == 1:
        return status(knowledge, question)  # "do you list X among the supporters"
    alone = len(named) == 1 or question.both or not question.asserts
    if named and alone and question.polar and len(question.criteria) == 1:
        return tuple(_claimed(knowledge, question, one) for one in named)
    if question.leftover and not (criteria or question.groups):
        return (criterion_unknown(question),)
    if not criteria:
        found = _groups(knowledge, question)
        judged = found.verdict is not None
        return (found if judged else _perhaps(question, found),)
    if question.negated and (outside := elsewhere(knowledge, question)):
        return (nearest((outside,)),)  # of some the page has no country
    names = _fitting(knowledge, question, criteria)
    if not names:
        return (_for_each(knowledge, question, criteria),)
    through = members_there(knowledge, names, criteria)
    facts = (*pointing(knowledge, names, criteria), *through)
    number = len(names) if question.counts else None
    chosen = Answer(Kind.FACT, Outcome.PARTNERS, facts=facts, names=names)
    also = told_apart(through)
    answer = replace(chosen, criteria=criteria, number=number, also=also)
    return (_perhaps(question, answer),)


def _fitting(
    knowledge: Knowledge, question: Question, criteria: Sequence[str]
) -> tuple[str, ...]:
    """The partners that meet all criteria, or one of several with "or" between them."""
    if "or" not in question.said or len(criteria) < 2 or question.subjects:
        return tuple(p.id for p in matching(knowledge, criteria, question.groups))
    one = {p.id for c in criteria for p in matching(knowledge, [c], question.groups)}
    return knowledge.in_order(one)


def _claimed(knowledge: Knowledge, question: Question, partner: str) -> Answer:
    """Whether the one partner goes with what is named: "has MTT anyone for ICT"."""
    facts = pointing(knowledge, (partner,), question.criteria)
    if facts:
        return replace(told(facts[:1]), verdict=True)
    role = knowledge.entities[question.criteria[0]].role
    relation = "places" if role is Role.PLACE else "topics"
    stated = knowledge.facts_of(partner, relation)
    also = (told(stated),) if stated else ()
    return Answer(Kind.NOT_STATED, Outcome.NOT_STATED, partner, "claim", also=also)


def _for_each(
    knowledge: Knowledge, question: Question, criteria: Sequence[str]
) -> Answer:
    """Where no partner meets all: those that meet one, "a food startup" food."""
    none = none_of(question, criteria)
    claims = question.polar and question.asserts
    if question.counts or claims or len(criteria) < 2:
        return none
    topics = [c for c in criteria if knowledge.entities[c].role is Role.TOPIC]
    ways = _most_met(knowledge, criteria)
    if len(ways[0]) < _TELLING:  # a place and a field more often than not go apart
        ways = _most_met(knowledge, topics)
    parts = [list_partners(knowledge, _by(question, met))[0] for met in ways]
    found = tuple(part for part in parts if part.names)
    return nearest(found) if found else none


def none_of(question: Question, criteria: Sequence[str]) -> Answer:
    """Say that no partner, or none of the one group asked of, goes with `criteria`."""
    group = question.groups[0] if len(question.groups) == 1 else None
    kind, outcome = Kind.NOT_STATED, Outcome.NONE_MATCHES
    return Answer(kind, outcome, criteria=tuple(criteria), group=group, number=0)


def _by(question: Question, criteria: tuple[str, ...]) -> Question:
    """`question` with these criteria and nothing else to choose by."""
    return replace(question, criteria=criteria, subjects=(), leftover=())


def _most_met(
    knowledge: Knowledge, criteria: Sequence[str]
) -> tuple[tuple[str, ...], ...]:
    """The most of the criteria that one partner meets, in each way that one does."""
    met = [
        tuple(c for c in criteria if partner.id in knowledge.subjects_to(c))
        for partner in knowledge.partners
    ]
    most = max(map(len, met), default=0)
    ways = dict.fromkeys(one for one in met if len(one) == most > 1)
    return tuple(ways) or tuple((one,) for one in criteria)


def _perhaps(question: Question, answer: Answer) -> Answer:
    """`answer`, as the nearest to the question where words of it are left over."""
    if not set(question.leftover) - set(question.explained):
        return answer
    return replace(nearest([answer]), number=answer.number)


def _is_partner(knowledge: Knowledge, id_: str) -> bool:
    return knowledge.entities[id_].role is Role.PARTNER


def criterion_unknown(question: Question) -> Answer:
    """Say that the page doesn't sort its partners by the words that are left over."""
    return Answer(
        Kind.NOT_STATED, Outcome.CRITERION_UNKNOWN, names=question.leftover[:3]
    )


def none_from(question: Question) -> Answer:
    """Say that the page ties no partner to a country that it doesn't name."""
    kind, outcome = Kind.NOT_STATED, Outcome.NONE_MATCHES
    return Answer(kind, outcome, names=question.elsewhere, number=0)


def _groups(knowledge: Knowledge, question: Question) -> Answer:
    asked = fold(question.text)
    # "More collaboration than supporting partners" names one of them by half.
    said = [group for group in knowledge.groups if group in asked]
    both = len(said) > 1 and _COMPARED.search(asked) is not None
    said.sort(key=asked.index)
    groups = tuple(said) if both else question.groups or tuple(knowledge.groups)
    names = tuple(p.id for p in knowledge.partners if p.group in groups)
    number = len(names) if question.counts and not both else None
    verdict = None
    if question.polar and question.numbers:
        verdict = len(names) in question.numbers
    elif question.polar and len(groups) == _TWO:
        verdict = _is_more(knowledge, groups, asked)
    found = Answer(Kind.FACT, Outcome.GROUPS, names=names, criteria=groups)
    return replace(found, number=number, verdict=verdict)


def _is_more(knowledge: Knowledge, groups: Sequence[str], asked: str) -> bool | None:
    """Whether the first of two groups is larger, or smaller, as `asked`; or None."""
    if (compared := _COMPARED.search(asked)) is None:
        return None
    one, other = (
        sum(partner.group == group for partner in knowledge.partners)
        for group in groups
    )
    if compared["equal"]:
        return one == other
    return one < other if compared["less"] else one > other


def status(knowledge: Knowledge, question: Question) -> tuple[Answer, ...]:
    """Whether those named are partners, and of which group."""
    name = " ".join(question.leftover)
    whole = name in question.text and "any" not in question.said
    if not question.subjects and question.polar and name and whole:
        # "Is harvard a partner": an ordinary word where a name belongs is a name.
        return (Answer(Kind.NO_SUCH_PARTNER, Outcome.UNKNOWN_NAME, names=(name,)),)
    if not question.subjects:
        return list_partners(knowledge, question)
    if question.beyond:
        return tuple(
            Answer(Kind.NOT_STATED, Outcome.NOT_STATED, subject, "status")
            for subject in question.subjects
        )
    asked = question.groups[0] if len(question.groups) == 1 else None
    return tuple(
        _status(knowledge, question, subject, asked) for subject in question.subjects
    )


def _status(
    knowledge: Knowledge, question: Question, subject: str, asked: str | None
) -> Answer:
    entity = knowledge.entities[subject]
    verdict: bool | None = None
    if question.polar:
        verdict = entity.role is Role.PARTNER and asked in (None, entity.group)
    if entity.role is not Role.PARTNER:
        verdict = False
    # "A supporting partner for ten years": since when, the page doesn't say.
    counted = (1, len(question.subjects))  # "one of them", "all three"
    more = bool(verdict and set(question.numbers).difference(counted))
    return Answer(
        Kind.FACT,
        Outcome.STATUS,
        subject,
        group=entity.group,
        verdict=None if more else verdict,
        unconfirmed=more,
        facts=() if entity.role is Role.PARTNER else knowledge.facts_to(subject),
    )
