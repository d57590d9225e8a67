"""Decide by intent and names what is asked, and answer it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from partners.answer import Answer, Kind, Outcome
from partners.claimed_numbers import counts_other
from partners.comparing import compare
from partners.connecting import belongs, connect, describe
from partners.facts import connections, nearest, not_stated, told
from partners.listing import list_partners, status
from partners.meeting import located
from partners.model import Knowledge, Relation, Role
from partners.outside import are_countries
from partners.question import Question
from partners.reasons import asks_reason, without_reason
from partners.relating import relate

Handler = Callable[[Knowledge, Question], tuple[Answer, ...]]

# Intents that ask for more than one relation; every other one goes to `relate`.
HANDLERS: Mapping[str, Handler] = {
    "list_partners": list_partners,
    "ask_status": status,
    "describe_partner": describe,
    "ask_involvement": connect,
    "compare_partners": compare,
}
_PART_OF_IT = re.compile(r"\bpart of\b(?!\W*$)")
# Asked of the park itself, whoever is named.
_NO_NAME = frozenset({Outcome.WHICH, Outcome.EVERY})
_NAMING = frozenset({Outcome.FACTS, Outcome.PARTNERS, Outcome.REVERSE, Outcome.EVERY})
_BEING = ("is ", "are ", "was ", "were ")
_OF_STATUS = frozenset({"ask_status", "list_partners", "ask_collaboration_purpose"})
_TAKING_PART = frozenset({"part_of", "activities", "parties"})
_BECOMING = frozenset({"become", "becoming", "can", "could", "qualify", "qualifies"})
# Whoever stands in one of these is a part of it; who inspired it is not.
_BEING_PART = frozenset({"members", "parties", "collaborators"})
_OF_THE_HOST = frozenset({"supporting_criteria", "collaboration_purpose"})


def _taking_part(knowledge: Knowledge, question: Question) -> tuple[Answer, ...]:
    """What an organisation does here is whatever joins it to a partner on the page."""
    roles = {knowledge.entities[subject].role for subject in question.subjects}
    if roles == {Role.ORGANISATION}:
        return connect(knowledge, question)
    relation = question.relation.id if question.relation else ""
    if relation == "part_of" and _asks_who_is_part(question):
        parties = knowledge.relations["parties"]
        return relate(knowledge, replace(question, relation=parties))
    stated = any(knowledge.facts_of(s, relation) for s in question.subjects)
    joins = question.polar and len(question.subjects) == 2 and not stated
    if relation == "part_of" and joins:  # "is Nordea part of TIM"
        tied = {fact.relation for fact in connections(knowledge, *question.subjects)}
        if not tied or tied & _BEING_PART:
            return belongs(knowledge, question)
    return relate(knowledge, question)


def _asks_who_is_part(question: Question) -> bool:
    """Which incubator is part of the project? And not: which is the project part of?"""
    chooses = question.wants_which or question.wants_names  # "who's part of TIM"
    chooses = chooses and not question.polar
    return chooses and _PART_OF_IT.search(question.text.lower()) is not None


def answer(knowledge: Knowledge, question: Question) -> tuple[Answer, ...]:
    """Every answer to `question`, in the order to tell them; never none."""
    unknown = _strangers(knowledge, question)
    question = _turned_round(knowledge, question)
    begins = question.capitals and question.text.startswith(question.capitals[0])
    if question.polar and question.capitals and (begins or not question.subjects):
        return (_stranger(question.capitals[0]),)
    if opening := _opening_name(question):
        return (_stranger(opening),)
    if unknown and not question.subjects:
        return unknown
    if unknown:
        # The rest is answered as a plain question: no yes or no rests on a stranger.
        plain = replace(question, polar=False)
        told = [a for a in _known(knowledge, plain) if a.kind is not Kind.NOT_STATED]
        if question.polar and not told:
            return unknown  # "is Novartis part of CAMP"
        question = plain
    answers = _known(knowledge, _never(knowledge, question))
    if answers[0].outcome in _NO_NAME and question.capitals:
        # "Members of TIN": no name that we know, and written like one.
        return (_stranger(question.capitals[0]),)
    answers = tuple(_placed(knowledge, question, one) for one in answers)
    if question.sorts and not question.polar:
        answers = tuple(map(_unsorted, answers))
    if asks_reason(question):
        answers = without_reason(answers)
    if question.counts and counts_other(question) and answers[0].kind is Kind.FACT:
        answers = (nearest(answers, answers[0].subject),)
    denies = question.negated and not (question.polar and question.asserts)
    if denies and not _is_elsewhere(knowledge, question):
        answers = tuple(map(_others, answers))
    return (*unknown, *answers)


def _known(knowledge: Knowledge, question: Question) -> tuple[Answer, ...]:
    """The answers about the names that the page has, or about all partners."""
    if question.intent == "ask_park" and not question.subjects:
        return (Answer(Kind.OUT_OF_SCOPE, Outcome.OFF_PAGE),)
    if question.relation is not None and question.relation.id in _OF_THE_HOST:
        roles = {knowledge.entities[c].role for c in question.criteria}
        sorts = bool(roles) and roles <= {Role.FORM, Role.KIND}
        # "Are all your supporters Swedish": where the park is says nothing of theirs.
        chooses = bool(question.groups) or question.wants_which
        sorts = sorts or (roles == {Role.PLACE} and chooses)
        # "Who can become one" asks what it takes, and not who they are.
        names = question.wants_names and question.said.isdisjoint(_BECOMING)
        if names or question.counts or sorts:
            return list_partners(knowledge, replace(question, subjects=()))
        if any(subject != knowledge.host for subject in question.subjects):
            joins = len(question.subjects) > 1
            return (connect if joins else status)(knowledge, question)
        if question.beyond and "how" in question.said:  # "how do I become one"
            return (_joining(knowledge, question.relation),)
        question = replace(question.about(knowledge.host), beyond=False)
    if not is_question(question):
        return (_nothing(question),)
    if question.intent == "ask_status" and _joins_partners(knowledge, question):
        return belongs(knowledge, question)
    handler = HANDLERS.get(question.intent, relate)
    if question.dimension and (len(question.subjects) > 1 or _ranks_all(question)):
        handler = compare
    if question.relation is not None and question.relation.id in _TAKING_PART:
        handler = _taking_part
    return handler(knowledge, question) or (_nothing(question),)


def _joining(knowledge: Knowledge, relation: Relation) -> Answer:
    """That the page doesn't say how to join, and what it says of those who have."""
    stated = knowledge.facts_of(knowledge.host, relation.id)
    joining = knowledge.relations["joining"]
    return not_stated(knowledge, knowledge.host, joining, told(stated))


def _ranks_all(question: Question) -> bool:
    """Which partner is the oldest, has the most members, gets the most money?"""
    of_all = question.of_partners or bool(question.groups)
    alone = not (question.subjects or question.criteria)
    return of_all and alone and len(question.groups) < 2


def _turned_round(knowledge: Knowledge, question: Question) -> Question:
    """ "Which banks support the park" has its subject in front: it asks of the park."""
    of_host = question.reverse and question.subjects == (knowledge.host,)
    if of_host and question.wants_names and "who" not in question.said:
        return replace(question, reverse=False)
    return question


def _never(knowledge: Knowledge, question: Question) -> Question:
    """`question`, or that for a price where it asks one beside something else."""
    if question.never is None or not question.subjects or question.relation is None:
        return question
    relation = knowledge.relations[question.never]
    return replace(question, relation=relation, intent=relation.forward or "")


def _placed(knowledge: Knowledge, question: Question, answer: Answer) -> Answer:
    """No yes to what is said of a place that the page doesn't tie to the subject."""
    if answer.verdict is not True or answer.subject is None or not answer.facts:
        return answer
    if knowledge.entities[answer.subject].role is not Role.PARTNER:
        return answer
    tied = {f.target for f in (*answer.facts, *knowledge.facts_about(answer.subject))}
    places = [c for c in question.criteria if knowledge.entities[c].role is Role.PLACE]
    met = all(p in tied or located(knowledge, p) & tied for p in places)
    return answer if met else replace(answer, verdict=None, unconfirmed=True)


def _unsorted(answer: Answer) -> Answer:
    """ "Which banks support you": the page names who does, and not which are banks."""
    if answer.outcome not in (Outcome.FACTS, Outcome.GROUPS):
        return answer
    return replace(answer, unconfirmed=True, number=None)


def _others(answer: Answer) -> Answer:
    """ "Who is not a member": the page names who is, which is the nearest to it."""
    if answer.outcome not in _NAMING or answer.kind is not Kind.FACT:
        return answer
    return nearest([answer], answer.subject)


def _opening_name(question: Question) -> str | None:
    """What is said to be one: "leo pharma is a supporting partner, isn't it"."""
    name = " ".join(question.leftover)
    said = question.text.strip().lower()
    claimed = question.polar and question.groups and not question.subjects
    states = name and any(said.startswith(f"{name.lower()} {be}") for be in _BEING)
    return name if claimed and states else None


def _is_elsewhere(knowledge: Knowledge, question: Question) -> bool:
    """Whether only those are told that are not: "TIM's members outside Europe"."""
    roles = {knowledge.entities[c].role for c in question.criteria}
    if roles != {Role.PLACE}:
        return False
    listed = question.intent == "list_partners" and not question.groups
    countries = are_countries(knowledge, question.criteria)
    return bool(question.subjects) or (listed and countries)


def _strangers(knowledge: Knowledge, question: Question) -> tuple[Answer, ...]:
    """The names that the page lacks; whether they are partners has an answer: no."""
    relation = question.relation.id if question.relation else "status"
    asks = question.intent in _OF_STATUS or relation == "supporters"
    alone = all(subject == knowledge.host for subject in question.subjects)
    verdict = False if question.polar and asks and alone else None
    return tuple(replace(_stranger(name), verdict=verdict) for name in question.unknown)


def _stranger(name: str) -> Answer:
    return Answer(Kind.NO_SUCH_PARTNER, Outcome.UNKNOWN_NAME, names=(name,))


def _joins_partners(knowledge: Knowledge, question: Question) -> bool:
    """Whether one partner is said to be part of another, not both of the park."""
    partners = [s for s in question.subjects if s != knowledge.host]
    roles = [knowledge.entities[id_].role for id_ in partners]
    apart = roles.count(Role.PARTNER) == 2 or "belong" in question.said
    two = apart and len(partners) == 2
    return two and question.polar and not question.joined


def _nothing(question: Question) -> Answer:
    """The page names it and says nothing more: that is an answer too."""
    subject = next(iter(question.subjects), None)
    if subject is None:
        return Answer(Kind.AMBIGUOUS, Outcome.WHICH)
    return Answer(Kind.NOT_STATED, Outcome.NOT_STATED, subject, "anything")


def is_question(question: Question) -> bool:
    """Whether the intent of `question` is one that `answer` answers."""
    return question.intent in HANDLERS or question.relation is not None
