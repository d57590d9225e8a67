"""Answer whether, or how, two names stand at the ends of one relation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from partners.answer import Answer, Kind, Outcome
from partners.ends import from_one_end
from partners.facts import SHORT_LIST, connections, not_stated, told
from partners.model import Fact, Knowledge, Relation, Role
from partners.question import Question

# "Part of" and "involved in" are said of any connection.
_LOOSE = frozenset({"part_of", "parties"})
# Numbers that are years in a question; what the page counts is far from them.
_YEARS = range(1900, 2101)
# A question with one of these takes for granted what it asks about.
_SUPPOSING, _TWO = frozenset({"why", "when", "since", "come"}), 2
BELONGING = frozenset({"part_of", "parties", "members"})


def pairs(
    knowledge: Knowledge,
    question: Question,
    relation: Relation,
    partners: Sequence[str],
    others: Sequence[str],
) -> tuple[Answer, ...]:
    """The answers to a question that names partners and other organisations."""
    if not _points_at(relation):
        wrong = denied(knowledge, question, relation, partners, others)
        return wrong or from_one_end(knowledge, question.about(*partners), relation)
    if not question.polar:
        if supposed := _supposed(knowledge, question, relation, partners, others):
            return supposed
        asked = others if question.reverse else partners
        return from_one_end(knowledge, question.about(*asked), relation)
    return tuple(
        answer
        for partner in partners
        for other in others
        for answer in pair(knowledge, question, relation, partner, other)
    )


def _supposed(
    knowledge: Knowledge,
    question: Question,
    relation: Relation,
    partners: Sequence[str],
    others: Sequence[str],
) -> tuple[Answer, ...]:
    """The no to what "why does Vinnova fund NOME" supposes; () where it is so."""
    if question.said.isdisjoint(_SUPPOSING) or len(partners) + len(others) > _TWO:
        return ()
    found = pair(knowledge, question, relation, partners[0], others[0])
    return found if found[0].verdict is False else ()


def denied(
    knowledge: Knowledge,
    question: Question,
    relation: Relation,
    partners: Sequence[str],
    others: Sequence[str],
) -> tuple[Answer, ...]:
    """That another gave the sum: "did Vinnova give NOME 48 million"; () of names.

    "How much did Nordea put into CAMP" supposes it too, and is denied where the page
    has nothing at all between the two.
    """
    if _points_at(relation):
        return ()
    agents = [r for r in map(knowledge.relations.get, relation.related) if r]
    answers = [
        answer
        for agent in agents
        if agent.reverse
        for partner in partners
        for other in others
        if question.polar or not connections(knowledge, partner, other)
        if knowledge.facts_of(partner, agent.id)
        for answer in pair(knowledge, question, agent, partner, other)
    ]
    return tuple(answer for answer in answers if answer.verdict is False)


def _points_at(relation: Relation) -> bool:
    return Role.ORGANISATION in relation.values


def pair(
    knowledge: Knowledge,
    question: Question,
    relation: Relation,
    subject: str,
    target: str,
) -> tuple[Answer, ...]:
    """Whether the relation of `subject` has `target`, and what it has instead."""
    facts = knowledge.facts_of(subject, relation.id)
    if question.beyond and facts and not question.polar:  # "what sum does Nordea give"
        return (not_stated(knowledge, subject, relation, told(facts)),)
    if turned := _turned(knowledge, question, relation, subject, target):
        return turned
    if any(fact.target == target for fact in facts):
        found = [fact for fact in facts if fact.target == target]
        others = [fact for fact in facts if fact.target not in question.subjects]
        if question.exclusive and others:
            return (replace(told(facts), verdict=False),)
        if wrong := _misdated(knowledge, question, relation, subject):
            return (wrong,)
        swapped = _is_swapped(question, relation, subject)
        return (
            replace(told(found), verdict=None if swapped else True, swapped=swapped),
        )
    if not facts:
        return (_other_connection(knowledge, subject, relation, target),)
    if not any(fact.target for fact in facts):  # kinds of members, no names: can't tell
        return (not_stated(knowledge, subject, relation, told(facts)),)
    if len(facts) > SHORT_LIST:
        answer = told(facts)
        among = Outcome.NOT_AMONG
        return (replace(answer, outcome=among, names=(target,), verdict=False),)
    answer = replace(told(facts), verdict=False)
    other = connections(knowledge, subject, target)
    if not other:
        return (answer,)
    return answer, Answer(Kind.FACT, Outcome.CONNECTED, subject, facts=other)


def _misdated(
    knowledge: Knowledge, question: Question, relation: Relation, subject: str
) -> Answer | None:
    """The years of the page where another is claimed: "by Vinnova until 2032"."""
    claimed = {number for number in question.numbers if number in _YEARS}
    stated = (knowledge.facts_of(subject, id_) for id_ in relation.related)
    for facts in stated if claimed else ():
        known = {year for fact in facts for year in _years(fact)}
        if known:
            return None if claimed <= known else replace(told(facts), verdict=False)
    return None


def _years(fact: Fact) -> Iterable[int]:
    """The years that a fact states, of a period each year in it."""
    if fact.start is not None and fact.end is not None:
        return range(fact.start, fact.end + 1)
    return [year for year in (fact.year, fact.start, fact.end) if year is not None]


def _turned(
    knowledge: Knowledge,
    question: Question,
    relation: Relation,
    subject: str,
    target: str,
) -> tuple[Answer, ...]:
    """The relation holds the other way: it is the partner that supports the park."""
    stated = knowledge.facts_of(target, relation.id)
    found = [fact for fact in stated if fact.target == subject]
    if not found or any(f.target == target for f in knowledge.facts_to(subject)):
        return ()
    # "Is Nordea supported by the park" has it the wrong way round.
    first = question.subjects[:1]
    passive = question.by and first == (subject,)
    acts = question.acts or question.reverse
    active = acts and not question.by and first == (target,)
    swapped = passive or active
    one = Answer(
        Kind.FACT, Outcome.REVERSE, subject, relation.id, tuple(found), (target,)
    )
    return (replace(one, verdict=None if swapped else True, swapped=swapped),)


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
        # A party belongs to it; a funder or what inspired it does not.
        belongs = any(fact.relation in BELONGING for fact in facts)
        apart = () if belongs else independence(knowledge, subject)
        connected = replace(connected, facts=(*facts, *apart))
        return replace(connected, verdict=belongs or None, unconfirmed=not belongs)
    return replace(answer, also=(connected,))


def independence(knowledge: Knowledge, subject: str) -> tuple[Fact, ...]:
    """That it is its own master, which says most where it may belong to another."""
    forms = knowledge.facts_of(subject, "legal_forms")
    return tuple(fact for fact in forms if fact.target == "independent")


def _is_swapped(question: Question, relation: Relation, subject: str) -> bool:
    """Whether the message says that CAMP funds Vinnova, or the like."""
    subject_first = question.subjects[:1] == (subject,)
    if question.acted:  # "is it Vinnova that CAMP funds"
        return not subject_first
    if relation.id == "members" and question.joins:
        return subject_first
    acts = question.reverse or question.acts
    active = acts and subject_first and not question.by
    return active or (question.by and not subject_first)
