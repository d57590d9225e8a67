"""Answer what something is, how two names are connected, and how partners compare."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations

from partners.answer import Answer, Kind, Outcome
from partners.claimed_words import check_words
from partners.cues import load_cues
from partners.facts import connections, matching, mentioned, told
from partners.listing import list_partners, status
from partners.model import Fact, Knowledge, Role
from partners.pairing import BELONGING, independence
from partners.question import Question
from partners.relating import relate

_BELONGING = re.compile(r"\b(?:belongs? to|owned by|owns?)\b")
# In whatever role: a founder, a funder, a supporter, a party, a member.
_IN_ANY_WAY = re.compile(
    r"\b(?:connected|linked|tied|associated|affiliated|related|around|in any way"
    r"|to do with|in some way|in any role)\b"
)


def describe(knowledge: Knowledge, question: Question) -> tuple[Answer, ...]:
    """What the things named are."""
    if not question.subjects:
        if question.definite or question.pronoun:
            return relate(knowledge, question)
        own = [c for c in question.criteria if _own(knowledge, c)]
        others = tuple(c for c in question.criteria if c not in own)
        if own and others and matching(knowledge, others):  # "the Swedish food network"
            return list_partners(knowledge, replace(question, criteria=others))
        if own:
            return tuple(told(facts) for facts in _own(knowledge, own[0]))
        if question.criteria:
            return list_partners(knowledge, question)
        return (Answer(Kind.AMBIGUOUS, Outcome.WHICH, relation="summary"),)
    if question.polar and question.criteria:
        relation = knowledge.relations["kinds"]
        return relate(knowledge, replace(question, relation=relation))
    return tuple(
        answer
        for s in question.subjects
        for answer in _describe(knowledge, question, s)
    )


def _own(knowledge: Knowledge, place: str) -> list[tuple[Fact, ...]]:
    """What the page says of a place or a field itself."""
    facts = [knowledge.facts_of(place, r) for r in ("kinds", "part_of", "places")]
    return [found for found in facts if found]


def _describe(
    knowledge: Knowledge, question: Question, subject: str
) -> tuple[Answer, ...]:
    facts = knowledge.facts_of(subject, "summary")
    if facts and question.polar and question.words:
        relation = knowledge.relations["summary"]
        return (check_words(knowledge, question, relation, told(facts)),)
    if facts:
        return (told(facts),)
    if knowledge.entities[subject].role is Role.PARTNER:
        return status(knowledge, question.about(subject))
    return mentioned(knowledge, subject)


def connect(knowledge: Knowledge, question: Question) -> tuple[Answer, ...]:
    """How two names are connected, or everything that one name takes part in."""
    if outside := _outside(knowledge, question):
        return outside
    if len(question.subjects) > 1:
        return tuple(
            _connection(knowledge, question, *pair)
            for pair in combinations(question.subjects, 2)
            if any(knowledge.entities[s].role is Role.PARTNER for s in pair)
        ) or _shared(knowledge, question)
    if question.subjects:
        return _mentions(knowledge, question)
    if question.criteria and matching(knowledge, question.criteria):
        return list_partners(knowledge, question)
    return (Answer(Kind.AMBIGUOUS, Outcome.WHICH, relation="parties"),)


def _outside(knowledge: Knowledge, question: Question) -> tuple[Answer, ...]:
    """The no to "is Medeon in TIM", of whose members the page has each name."""
    if len(question.subjects) != 2 or not question.polar:
        return ()
    if connections(knowledge, *question.subjects):
        return ()
    members = (knowledge.facts_of(id_, "members") for id_ in question.subjects)
    named = any(fact.target for facts in members for fact in facts)
    return belongs(knowledge, question) if named else ()


def in_any_role(knowledge: Knowledge, question: Question) -> tuple[Answer, ...]:
    """Where is Region Skåne a founder or a funder? In whatever role it has."""
    if len(question.subjects) != 1 or question.unknown or question.among:
        return ()
    (subject,) = question.subjects
    if knowledge.entities[subject].role is Role.PARTNER:
        return ()
    nouns = map(load_cues().relation_nouns.get, question.said)
    roles = {noun for noun in nouns if noun}
    if len(roles) + question.of_members < 2:
        return ()
    told = _mentions(knowledge, replace(question, counts=False))
    return tuple(
        replace(one, facts=tuple(f for f in one.facts if f.subject != subject))
        for one in told
    )


def belongs(knowledge: Knowledge, question: Question) -> tuple[Answer, ...]:
    """Whether one partner is a member of another, or joined to it in any way."""
    for whole, part in (question.subjects[::-1], question.subjects):
        if any(fact.target for fact in knowledge.facts_of(whole, "members")):
            relation = knowledge.relations["members"]
            asked = replace(question, relation=relation, reverse=False)
            return relate(knowledge, asked.about(whole, part))
    return connect(knowledge, question)


def _shared(knowledge: Knowledge, question: Question) -> tuple[Answer, ...]:
    """Two organisations are connected through the partners that have both."""
    facts = [fact for s in question.subjects for fact in knowledge.facts_to(s)]
    sides = [{f.subject for f in knowledge.facts_to(s)} for s in question.subjects]
    both = set.intersection(*sides)
    shared = tuple(fact for fact in facts if fact.subject in both)
    if not shared:
        return _mentions(knowledge, question)
    return (Answer(Kind.FACT, Outcome.CONNECTED, shared[0].subject, facts=shared),)


def _connection(
    knowledge: Knowledge, question: Question, one: str, other: str
) -> Answer:
    facts = connections(knowledge, one, other)
    if facts:
        verdict = True if question.polar else None
        if verdict and _belongs_to_no_one(question, facts):
            stated = (*facts, *independence(knowledge, one))
            stated = (*stated, *independence(knowledge, other))
            told_of = Answer(Kind.FACT, Outcome.CONNECTED, one, facts=stated)
            return replace(told_of, unconfirmed=True)
        return Answer(Kind.FACT, Outcome.CONNECTED, one, facts=facts, verdict=verdict)
    also = tuple(a for s in (one, other) for a in mentioned(knowledge, s))
    return Answer(
        Kind.NOT_STATED, Outcome.NOT_CONNECTED, one, names=(one, other), also=also
    )


def _belongs_to_no_one(question: Question, facts: tuple[Fact, ...]) -> bool:
    """Whether it is said to belong to one of whom the page says something else."""
    says = _BELONGING.search(question.text.lower()) is not None
    return says and all(fact.relation not in BELONGING for fact in facts)


def _mentions(knowledge: Knowledge, question: Question) -> tuple[Answer, ...]:
    answers: list[Answer] = []
    for subject in question.subjects:
        is_partner = knowledge.entities[subject].role is Role.PARTNER
        if is_partner and (around := _around(knowledge, question, subject)):
            answers.extend(around)
            continue
        if is_partner and not mentioned(knowledge, subject):
            if not knowledge.relations_of(subject):
                # Of a supporting partner the page says just that it is one.
                answers.extend(status(knowledge, question.about(subject)))
                continue
            relation = knowledge.relations["parties"]
            asked = Question(question.intent, question.text, relation)
            answers.extend(relate(knowledge, asked.about(subject)))
        else:
            answers.extend(mentioned(knowledge, subject))
    if question.counts and len(answers) == 1:
        partners = knowledge.in_order(fact.subject for fact in answers[0].facts)
        return (replace(answers[0], number=len(partners)),)
    return tuple(answers)


def _around(
    knowledge: Knowledge, question: Question, subject: str
) -> tuple[Answer, ...]:
    """Everyone of whom the page says that they have to do with a partner."""
    if question.polar or not _IN_ANY_WAY.search(question.text.lower()):
        return ()
    relations = knowledge.relations.values()
    ids = [r.id for r in relations if Role.ORGANISATION in r.values and r.forward]
    stated = (knowledge.facts_of(subject, id_) for id_ in ids)
    return tuple(told(facts) for facts in stated if any(f.target for f in facts))
