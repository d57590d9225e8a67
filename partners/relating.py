"""Answer a question about one relation, by the names that the question has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from partners.answer import Answer, Kind, Outcome
from partners.elsewhere import is_country
from partners.ends import from_one_end
from partners.facts import matching, words_of_names
from partners.listing import list_partners
from partners.model import Fact, Knowledge, Relation, Role
from partners.pairing import denied, pair, pairs
from partners.question import Question
from partners.unnamed import unnamed

# "Is Handelsbanken one of the founders of MTT" has who acts first.
_IN_ROLE = re.compile(
    r"\b(?:co-?)?(?:founder|funder|sponsor|backer|supporter|organiser|organizer)s? of\b"
)

_GOVERNING = frozenset({"municipality"})


def relate(knowledge: Knowledge, question: Question) -> tuple[Answer, ...]:
    """The answers to a question that has a relation."""
    relation = question.relation
    assert relation is not None, "the engine sends only questions with a relation"
    partners, others = _sides(knowledge, question)
    host = knowledge.host
    gives = question.acts and others[:1] == (host,)  # "does the park support Lund"
    stated = bool(knowledge.facts_of(host, relation.id)) and not gives
    if not partners and len(others) > 1 and stated:
        # "Does the regional fund support Medicon Village": the park's are stated, too.
        partners = tuple(id_ for id_ in others if id_ == host)
        others = tuple(id_ for id_ in others if id_ != host)
    if cities := _governing(knowledge, question, relation, partners):
        question = replace(question.about(*cities, *partners), criteria=())
        others = cities
    if partners and others:
        return pairs(knowledge, question, relation, partners, others)
    if question.alike and question.polar and len(partners or others) == 2:
        return _compared(knowledge, replace(question, beyond=False), relation)
    if _is_pair_of_partners(question, relation, partners):
        return pair(knowledge, question, relation, *_ends(question, relation, partners))
    if len(partners) == 2 and not question.joined:
        # "How much did Nordea put into CAMP"
        if wrong := denied(knowledge, question, relation, partners[1:], partners[:1]):
            return wrong
    if question.subjects:
        return from_one_end(knowledge, question, relation)
    if relation.id == "names" and any(
        _is_kind(knowledge, c) for c in question.criteria
    ):
        return list_partners(knowledge, question)  # "the name of that network with …"
    if question.definite:
        return _of_a_kind(knowledge, question, relation)
    return unnamed(knowledge, question, relation)


def _ends(
    question: Question, relation: Relation, partners: Sequence[str]
) -> tuple[str, str]:
    """Of whom it is asked, and who is said to give, to join, to have founded."""
    first, second = partners[:2]
    joins = question.joins and relation.id == "members"  # "is Folksam in TIM"
    in_role = _IN_ROLE.search(question.text.lower()) is not None
    from_agent = question.reverse or question.active or joins or in_role
    return (second, first) if from_agent else (first, second)


def _governing(
    knowledge: Knowledge,
    question: Question,
    relation: Relation,
    partners: Sequence[str],
) -> tuple[str, ...]:
    """Who is meant by a place that gives: "does Malmö support Open Lab", the city."""
    places = [c for c in question.criteria if knowledge.entities[c].role is Role.PLACE]
    alone = len(partners) == 1 and question.subjects == tuple(partners)
    gives = question.polar and Role.ORGANISATION in relation.values
    if not (alone and gives) or len(places) != 1:
        return ()
    return governing(knowledge, knowledge.facts_of(partners[0], relation.id), places[0])


def governing(
    knowledge: Knowledge, facts: Sequence[Fact], place: str
) -> tuple[str, ...]:
    """Those that `facts` name and that govern `place`: Malmö stad."""
    name = knowledge.entities[place].name.casefold()
    return tuple(
        fact.target
        for fact in facts
        if fact.target and _governs(knowledge, fact.target, name)
    )


def _governs(knowledge: Knowledge, id_: str, place: str) -> bool:
    """Whether it is the city or the region itself, and no university in it."""
    kinds = {fact.target for fact in knowledge.facts_of(id_, "kinds")}
    return place in knowledge.entities[id_].name.casefold() and kinds <= _GOVERNING


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


def _compared(
    knowledge: Knowledge, question: Question, relation: Relation
) -> tuple[Answer, ...]:
    """Whether two have the same: "are CAMP and NOME funded by the same"."""
    answers = from_one_end(knowledge, replace(question, polar=False), relation)
    values = [{f.target or f.text or "" for f in one.facts} for one in answers]
    towns = relation.id == "places" and not all(
        is_country(knowledge.entities[place].name) for place in set().union(*values)
    )
    if any(one.kind is not Kind.FACT for one in answers) or towns:
        return answers  # Lund and Skåne are two names, and in one country
    shared = not set.intersection(*values) <= {""}
    return (replace(answers[0], verdict=shared), *answers[1:])


def _is_kind(knowledge: Knowledge, id_: str) -> bool:
    return knowledge.entities[id_].role is Role.KIND


def _of_a_kind(
    knowledge: Knowledge, question: Question, relation: Relation
) -> tuple[Answer, ...]:
    """Find whom "the think tank" means; "the project" may be one of two."""
    candidates = tuple(p.id for p in matching(knowledge, question.criteria))
    if len(candidates) == 1:
        # "Is the think tank politically independent" claims something beside the kind.
        own = {fact.target for fact in knowledge.facts_of(candidates[0], "kinds")}
        kinds = [c for c in question.criteria if c in own]
        named = words_of_names(knowledge, kinds)
        asked = replace(
            question,
            criteria=tuple(c for c in question.criteria if c not in kinds),
            words=tuple(w for w in question.words if w not in named),
            definite=False,
        )
        return relate(knowledge, asked.about(*candidates))
    return (
        Answer(Kind.AMBIGUOUS, Outcome.WHICH, relation=relation.id, names=candidates),
    )
