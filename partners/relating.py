"""Answer a question about one relation, by the names that the question has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from partners.answer import Answer, Kind, Outcome
from partners.facts import (
    SHORT_LIST,
    connections,
    matching,
    mentioned,
    not_stated,
    told,
)
from partners.forward import forward
from partners.model import Knowledge, Relation, Role
from partners.question import Question
from partners.unnamed import unnamed

# "Part of" and "involved in" are said of any connection.
_LOOSE = frozenset({"part_of", "parties"})
# One intent asks both ends: "what inspired NOME", "what did MIT inspire".
_BOTH_ENDS = frozenset({"inspiration"})


def relate(knowledge: Knowledge, question: Question) -> tuple[Answer, ...]:
    """The answers to a question that has a relation."""
    relation = question.relation
    assert relation is not None, "the engine sends only questions with a relation"
    partners, others = _sides(knowledge, question)
    if partners and others:
        return _pairs(knowledge, question, relation, partners, others)
    if _is_pair_of_partners(question, relation, partners):
        first, second = partners[:2]
        from_agent = question.reverse or question.active
        ends = (second, first) if from_agent else (first, second)
        return _pair(knowledge, question, relation, *ends)
    if question.subjects:
        return _one_end(knowledge, question, relation)
    if question.definite:
        return _of_a_kind(knowledge, question, relation)
    return unnamed(knowledge, question, relation)


def _sides(
    knowledge: Knowledge, question: Question
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    roles = {id_: knowledge.entities[id_].role for id_ in question.subjects}
    partners = tuple(id_ for id_, role in roles.items() if role is Role.PARTNER)
    others = tuple(id_ for id_, role in roles.items() if role is not Role.PARTNER)
    return partners, others


def _is_pair_of_partners(
    question: Question, relation: Relation, partners: Sequence[str]
) -> bool:
    pairs = question.polar and not question.joined and Role.PARTNER in relation.values
    return pairs and len(partners) == 2


def _pairs(
    knowledge: Knowledge,
    question: Question,
    relation: Relation,
    partners: Sequence[str],
    others: Sequence[str],
) -> tuple[Answer, ...]:
    if not _points_at(relation):
        return _one_end(knowledge, question.about(*partners), relation)
    if not question.polar:
        asked = others if question.reverse else partners
        return _one_end(knowledge, question.about(*asked), relation)
    return tuple(
        answer
        for partner in partners
        for other in others
        for answer in _pair(knowledge, question, relation, partner, other)
    )


def _points_at(relation: Relation) -> bool:
    return Role.ORGANISATION in relation.values


def _pair(
    knowledge: Knowledge,
    question: Question,
    relation: Relation,
    subject: str,
    target: str,
) -> tuple[Answer, ...]:
    facts = knowledge.facts_of(subject, relation.id)
    if any(fact.target == target for fact in facts):
        found = [fact for fact in facts if fact.target == target]
        swapped = _is_swapped(question, subject)
        return (
            replace(told(found), verdict=None if swapped else True, swapped=swapped),
        )
    if not facts:
        return (_other_connection(knowledge, subject, relation, target),)
    if not any(fact.target for fact in facts):  # kinds of members, no names: can't tell
        return (replace(not_stated(knowledge, subject, relation), also=(told(facts),)),)
    if len(facts) > SHORT_LIST:
        answer = told(facts)
        among = Outcome.NOT_AMONG
        return (replace(answer, outcome=among, names=(target,), verdict=False),)
    answer = replace(told(facts), verdict=False)
    other = connections(knowledge, subject, target)
    if not other:
        return (answer,)
    return answer, Answer(Kind.FACT, Outcome.CONNECTED, subject, facts=other)


def _other_connection(
    knowledge: Knowledge, subject: str, relation: Relation, target: str
) -> Answer:
    """Not this relation, perhaps another one between the two."""
    answer = not_stated(knowledge, subject, relation)
    facts = connections(knowledge, subject, target)
    if not facts:
        return answer
    connected = Answer(Kind.FACT, Outcome.CONNECTED, subject, facts=facts)
    if relation.id in _LOOSE:
        return replace(connected, verdict=True)
    return replace(answer, also=(connected,))


def _is_swapped(question: Question, subject: str) -> bool:
    """Whether the message says that CAMP funds Vinnova, or the like."""
    subject_first = question.subjects[:1] == (subject,)
    active = question.reverse and subject_first and not question.by
    passive = not question.reverse and not subject_first and question.by
    return active or passive


def _one_end(
    knowledge: Knowledge, question: Question, relation: Relation
) -> tuple[Answer, ...]:
    answers: list[Answer] = []
    for subject in question.subjects:
        if _asks_reverse(knowledge, question, relation, subject):
            answers.append(_reverse(knowledge, question, relation, subject))
        else:
            answers.extend(forward(knowledge, question, relation, subject))
    facts = tuple(answer for answer in answers if answer.kind is Kind.FACT)
    # Of those that "a co-founder of MTT" may be, the ones that the page tells it of.
    return facts if question.derived and facts else tuple(answers)


def _asks_reverse(
    knowledge: Knowledge, question: Question, relation: Relation, subject: str
) -> bool:
    if question.reverse:
        return True
    if relation.reverse or knowledge.facts_of(subject, relation.id):
        return False
    return relation.id in _BOTH_ENDS and bool(knowledge.facts_to(subject, relation.id))


def _reverse(
    knowledge: Knowledge, question: Question, relation: Relation, target: str
) -> Answer:
    facts = knowledge.facts_to(target, relation.id)
    if not facts:
        return Answer(
            Kind.NOT_STATED,
            Outcome.REVERSE_NOT_STATED,
            target,
            relation.id,
            also=mentioned(knowledge, target),
        )
    names = tuple(dict.fromkeys(fact.subject for fact in facts))
    number = len(names) if question.counts else None
    return Answer(
        Kind.FACT,
        Outcome.REVERSE,
        target,
        relation.id,
        facts,
        names=names,
        number=number,
    )


def _of_a_kind(
    knowledge: Knowledge, question: Question, relation: Relation
) -> tuple[Answer, ...]:
    """Find whom "the think tank" means; "the project" may be one of two."""
    candidates = tuple(p.id for p in matching(knowledge, question.criteria))
    if len(candidates) == 1:
        asked = replace(question, criteria=(), definite=False).about(*candidates)
        return relate(knowledge, asked)
    return (
        Answer(Kind.AMBIGUOUS, Outcome.WHICH, relation=relation.id, names=candidates),
    )
