"""Answer a question about one relation: forward, reverse, yes or no, counts, all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from partners.answer import Answer, Kind, Outcome
from partners.facts import (
    connections,
    count_facts,
    forward_facts,
    in_order,
    matching,
    mentioned,
    not_stated,
    told,
)
from partners.folding import tokenise
from partners.model import Fact, Knowledge, Relation, Role
from partners.question import Question
from partners.search import stem, stems

# A "no" tells the right values; a longer list than this is not what was asked.
_SHORT_LIST = 6
# "Part of" and "involved in" are said of any connection.
_LOOSE = frozenset({"part_of", "parties"})
# One intent asks both ends: "what inspired NOME", "what did MIT inspire".
_BOTH_ENDS = frozenset({"inspiration"})
# Criteria of these roles check a partner's facts under that relation.
_CLAIMS = {
    Role.FORM: "legal_forms",
    Role.KIND: "kinds",
    Role.PLACE: "places",
    Role.TOPIC: "topics",
}


def relate(knowledge: Knowledge, question: Question) -> tuple[Answer, ...]:
    """The answers to a question that has a relation."""
    relation = question.relation
    assert relation is not None, "the engine sends only questions with a relation"
    partners, others = _sides(knowledge, question)
    if partners and others:
        return _pairs(knowledge, question, relation, partners, others)
    if _is_pair_of_partners(question, relation, partners):
        first, second = partners[:2]
        ends = (second, first) if question.reverse else (first, second)
        return _pair(knowledge, question, relation, *ends)
    if question.subjects:
        return _one_end(knowledge, question, relation)
    return _no_end(knowledge, question, relation)


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
    if len(facts) > _SHORT_LIST:
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
    kind = Kind.FACT if relation.id in _LOOSE else Kind.NOT_STATED
    connected = Answer(Kind.FACT, Outcome.CONNECTED, subject, facts=facts)
    if kind is Kind.FACT:
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
            answers.extend(_forward(knowledge, question, relation, subject))
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


def _forward(
    knowledge: Knowledge, question: Question, relation: Relation, subject: str
) -> tuple[Answer, ...]:
    if relation.detail is not None:
        places = _places_of_members(knowledge, question, relation, subject)
        if places:
            return places
    if question.counts and _counted(relation):
        return (_count(knowledge, relation, subject),)
    facts = forward_facts(knowledge, subject, relation)
    if question.counts and facts and not any(fact.numbers for fact in facts):
        unheld = not_stated(knowledge, subject, relation)
        return (replace(unheld, also=(told(facts),)),)
    claims = _claims(knowledge, question, relation)
    if claims:
        return _check_claims(knowledge, question, relation, subject, claims)
    if not facts:
        return (_pointed_at(knowledge, subject, relation),)
    answer = told(facts)
    if _misses(question, relation, facts):
        unheld = not_stated(knowledge, subject, relation)
        return (replace(unheld, also=(answer,)),)
    if question.polar and question.numbers:
        answer = _check_numbers(knowledge, question, relation, answer)
    elif question.polar and question.words:
        if _all_told(question, facts):
            answer = replace(answer, verdict=True)
        elif relation.id == "kinds":  # the page says what it is, so it is nothing else
            answer = replace(answer, verdict=False)
    return (answer,)


def _pointed_at(knowledge: Knowledge, subject: str, relation: Relation) -> Answer:
    """What others' facts tell of an organisation: the sum that a government committed."""
    if (
        knowledge.entities[subject].role is not Role.PARTNER
        and relation.id == "funding"
    ):
        facts = [f for f in knowledge.facts_to(subject) if f.amount is not None]
        if facts:
            return told(facts)
    return not_stated(knowledge, subject, relation)


def _misses(question: Question, relation: Relation, facts: Sequence[Fact]) -> bool:
    """Whether the facts are near what is asked and not it: no city, no next date."""
    if question.beyond and relation.id != "places":
        return True
    if question.beyond:
        return not any(
            fact.target and (fact.basis == "location" or not fact.note)
            for fact in facts
        )
    if relation.id != "places":
        return False
    asked = set(question.words)
    return not any(_is_location(fact) or asked & _words(fact.note) for fact in facts)


def _is_location(fact: Fact) -> bool:
    """Whether a fact tells where something is itself, and not its members or users."""
    return fact.note is None or fact.basis in ("location", "coverage")


def _words(text: str | None) -> set[str]:
    return {token.word for token in tokenise(text or "")}


def _all_told(question: Question, facts: Sequence[Fact]) -> bool:
    """Whether every word that carries the claim stands in one of the facts."""
    asked = {stem(word) for word in question.words}
    return bool(asked) and any(asked <= stems(fact.text or "") for fact in facts)


def _places_of_members(
    knowledge: Knowledge, question: Question, relation: Relation, subject: str
) -> tuple[Answer, ...]:
    """The members in the places named, or where all of them come from."""
    members = knowledge.facts_of(subject, relation.id)
    some = _detailed(knowledge, question, relation, members)
    if some:
        number = len(some) if question.counts else None
        verdict = True if question.polar and not question.counts else None
        return (replace(told(some), number=number, verdict=verdict),)
    places = knowledge.facts_of(subject, relation.detail or "")
    if question.wants_place and places:
        return (told(places), told(members))
    return ()


def _counted(relation: Relation) -> bool:
    """Whether a number of its values makes sense: not "how much does it get"."""
    return bool(relation.values) or "topics" in relation.stands_in


def _count(knowledge: Knowledge, relation: Relation, subject: str) -> Answer:
    stated = count_facts(knowledge, subject, relation)
    if stated:
        return told(stated)
    facts = forward_facts(knowledge, subject, relation)
    if facts and all(fact.target is not None for fact in facts):
        return replace(told(facts), number=len(facts))
    answer = not_stated(knowledge, subject, relation)
    return replace(answer, also=(told(facts),)) if facts else answer


def _claims(
    knowledge: Knowledge, question: Question, relation: Relation
) -> dict[str, str]:
    """Criterion -> the relation whose facts say whether it holds."""
    asked = {relation.id, *relation.stands_in, *relation.related}
    found = {}
    for criterion in question.criteria:
        role = knowledge.entities[criterion].role
        under = relation.id if role in relation.values else _CLAIMS[role]
        if relation.id == "kinds":
            under = "kinds"  # "is MTT an incubator" asks its kind, whatever that is
        if under in asked:
            found[criterion] = under
    return found


def _check_claims(
    knowledge: Knowledge,
    question: Question,
    relation: Relation,
    subject: str,
    claims: dict[str, str],
) -> tuple[Answer, ...]:
    answers = []
    for criterion, under in claims.items():
        facts = knowledge.facts_of(subject, under)
        found = [fact for fact in facts if fact.target == criterion]
        if found:
            # The other values belong to a whole answer: "yes: Grenoble and France".
            shown = facts if len(facts) <= _SHORT_LIST else found
            answers.append(replace(told(shown), verdict=question.polar or None))
        elif members := _members_in(knowledge, subject, criterion):
            answers.append(replace(told(members), verdict=question.polar or None))
        elif facts and question.polar:
            answers.append(replace(told(facts), verdict=False))
        elif stated := forward_facts(knowledge, subject, relation):
            answers.append(replace(told(stated), verdict=None))
        else:
            answers.append(not_stated(knowledge, subject, relation))
    if any(answer.verdict is not True for answer in answers):
        # A yes to one half of "is it a non-profit network" is no yes.
        answers = [replace(a, verdict=a.verdict and None) for a in answers]
    return tuple(answers)


def _members_in(knowledge: Knowledge, subject: str, place: str) -> tuple[Fact, ...]:
    return tuple(
        member
        for member in knowledge.facts_of(subject, "members")
        for fact in knowledge.facts_of(member.target or "", "places")
        if fact.target == place
    )


def _detailed(
    knowledge: Knowledge,
    question: Question,
    relation: Relation,
    facts: tuple[Fact, ...],
) -> tuple[Fact, ...]:
    """The values that meet the criteria: the members of TIM that are in Spain."""
    if relation.detail is None or not question.criteria:
        return ()
    wanted = set(question.criteria)
    kept = [
        fact
        for fact in facts
        if fact.target
        and any(
            d.target in wanted for d in knowledge.facts_of(fact.target, relation.detail)
        )
    ]
    return tuple(kept)


def _check_numbers(
    knowledge: Knowledge, question: Question, relation: Relation, answer: Answer
) -> Answer:
    stated = [answer.facts]
    if answer.subject is not None:
        stated.append(count_facts(knowledge, answer.subject, relation))
    numbered = [facts for facts in stated if any(fact.numbers for fact in facts)]
    if not numbered:
        if not _counted(relation) or not all(fact.target for fact in answer.facts):
            return answer
        verdict = len(answer.facts) in question.numbers
        return replace(answer, verdict=verdict, number=len(answer.facts))
    known = {number for fact in numbered[-1] for number in fact.numbers}
    contradicts = any(fact.basis for fact in numbered[-1])
    verdict = None if contradicts else known.issuperset(question.numbers)
    return replace(told(numbered[-1]), verdict=verdict)


def _no_end(
    knowledge: Knowledge, question: Question, relation: Relation
) -> tuple[Answer, ...]:
    """No partner is named: the one of a kind, those of a sort, or all that have it."""
    if question.definite:
        return _of_a_kind(knowledge, question, relation)
    if question.pronoun:
        return (Answer(Kind.AMBIGUOUS, Outcome.WHICH, relation=relation.id),)
    own = [c for c in question.criteria if knowledge.facts_of(c, relation.id)]
    if own and not question.of_partners:
        return _of_a_place(knowledge, question, own[0], relation)
    targets = [c for c in question.criteria if knowledge.facts_to(c, relation.id)]
    if targets:
        names = tuple(p.id for p in matching(knowledge, targets, question.groups))
        facts = tuple(f for t in targets for f in knowledge.facts_to(t, relation.id))
        number = len(names) if question.counts else None
        found = Answer(Kind.FACT, Outcome.PARTNERS, None, relation.id, facts, names)
        return (replace(found, criteria=tuple(targets), number=number),)
    detailed = [
        facts
        for partner in knowledge.partners
        if (
            facts := _detailed(
                knowledge,
                question,
                relation,
                knowledge.facts_of(partner.id, relation.id),
            )
        )
    ]
    if detailed:
        return tuple(told(facts) for facts in detailed)
    numbered = _with_numbers(knowledge, question, relation)
    if numbered:
        return tuple(told(facts) for facts in numbered)
    if question.ranked or not (question.every or question.counts):
        return (_unclear(question, relation),)
    partners = [
        *matching(knowledge, question.criteria, question.groups),
        *(p for c in question.criteria for p in matching(knowledge, [c])),
    ]
    facts = tuple(
        fact
        for id_ in in_order(knowledge, (p.id for p in partners))
        for fact in forward_facts(knowledge, id_, relation)
    )
    if not facts:
        return (Answer(Kind.NOT_STATED, Outcome.NOT_STATED, None, relation.id),)
    names = tuple(dict.fromkeys(fact.subject for fact in facts))
    number = len(names) if question.counts else None
    every = Answer(Kind.FACT, Outcome.EVERY, None, relation.id, facts, names)
    return (replace(every, number=number),)


def _of_a_place(
    knowledge: Knowledge, question: Question, place: str, relation: Relation
) -> tuple[Answer, ...]:
    """What the page says of a place itself: "what is Medicon Valley part of"."""
    answers = []
    for id_ in (relation.id, *relation.related):
        facts = knowledge.facts_of(place, id_)
        asked = any(fact.target in question.criteria for fact in facts)
        if facts:
            verdict = True if question.polar and asked else None
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


def _unclear(question: Question, relation: Relation) -> Answer:
    """No name and not all partners: asked back; an order of them: not on the page."""
    if question.ranked:
        return Answer(
            Kind.NOT_STATED, Outcome.CRITERION_UNKNOWN, names=question.leftover
        )
    return Answer(Kind.AMBIGUOUS, Outcome.WHICH, relation=relation.id)


def _of_a_kind(
    knowledge: Knowledge, question: Question, relation: Relation
) -> tuple[Answer, ...]:
    """ "The think tank" is MTT; "the project" may be one of two."""
    candidates = tuple(p.id for p in matching(knowledge, question.criteria))
    if len(candidates) == 1:
        asked = replace(question, criteria=(), definite=False).about(*candidates)
        return relate(knowledge, asked)
    return (
        Answer(Kind.AMBIGUOUS, Outcome.WHICH, relation=relation.id, names=candidates),
    )
