"""Hold what a yes-or-no question claims against the facts of one subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from partners.answer import Answer
from partners.facts import (
    SHORT_LIST,
    forward_facts,
    left_open,
    not_stated,
    told,
    words_of_names,
)
from partners.folding import key
from partners.model import Fact, Knowledge, Relation, Role
from partners.question import Question
from partners.search import stem, stems

# Criteria of these roles check a partner's facts under that relation.
_CLAIMS: dict[Role, str] = {
    Role.FORM: "legal_forms",
    Role.KIND: "kinds",
    Role.PLACE: "places",
    Role.TOPIC: "topics",
}
# What the page lists of these is all there is to it; to other claims it may be silent.
_HAVING = frozenset({"have", "has", "got", "offer", "offers", "run", "runs"})
_BEING = frozenset({"is", "are", "was", "were"})
_CLOSED = frozenset({"kinds", "places"})


def check_claims(
    knowledge: Knowledge, question: Question, relation: Relation, subject: str
) -> tuple[Answer, ...]:
    """An answer for each place, field, kind or form that is claimed of `subject`."""
    if question.excepting:  # "which fields besides life science"
        return ()
    if question.beyond and relation.id == "places":  # "is its head office in Lund"
        return ()
    answers = [
        _against(knowledge, question, subject, opposite)
        for opposite in question.opposites
    ]
    for criterion, under in _claims(knowledge, question, relation, subject).items():
        answers.append(_check(knowledge, question, relation, subject, criterion, under))
    judged = {answer.relation: answer for answer in answers}
    form, kind = judged.get("legal_forms"), judged.get("kinds")
    if form and kind and (form.verdict, kind.verdict) == (True, False):
        # "Is MVA a non-profit association": it is a non-profit membership organization.
        return (replace(kind, verdict=None, unconfirmed=True),)
    if any(a.verdict is not True for a in answers):
        # A yes to one half of "is it a non-profit network" is no yes.
        answers = [replace(a, verdict=a.verdict and None) for a in answers]
    refused = [a for a in answers if a.verdict is False]
    found = tuple(refused or answers)
    # "Swedish or Danish" is told the same of both.
    return found if question.polar else tuple(dict.fromkeys(found))


def _claims(
    knowledge: Knowledge, question: Question, relation: Relation, subject: str
) -> dict[str, str]:
    """Criterion -> the relation whose facts say whether it holds."""
    asked = {relation.id, *relation.stands_in, *relation.related}
    found = {}
    for criterion in question.criteria:
        role = knowledge.entities[criterion].role
        if role is Role.KIND and _only_has_it(knowledge, question, subject, criterion):
            continue
        under = relation.id if role in relation.values else _CLAIMS[role]
        own = {fact.target for fact in knowledge.facts_of(subject, under)}
        if relation.id == "kinds" and criterion not in own:
            under = "kinds"  # "is MTT an incubator" asks its kind, whatever that is
        claimed = under in asked or (relation.id == "kinds" and criterion in own)
        if claimed or _is_whole_claim(knowledge, question, subject, under):
            found[criterion] = under
    return found


def _only_has_it(
    knowledge: Knowledge, question: Question, subject: str, kind: str
) -> bool:
    """Whether it is said to have one, and not to be one: "does EFL have a network"."""
    has = not _HAVING.isdisjoint(question.said) and _BEING.isdisjoint(question.said)
    own = {fact.target for fact in knowledge.facts_of(subject, "kinds")}
    return question.polar and has and kind not in own


def _is_whole_claim(
    knowledge: Knowledge, question: Question, subject: str, under: str
) -> bool:
    """Whether a question about something else claims no more than its criterion."""
    if not question.polar or not knowledge.facts_of(subject, under):
        return False
    if (
        under == "kinds" and not question.asserts
    ):  # "Members of the TIM agreement?" asks for its members
        return False
    named = {
        stem(word)
        for criterion in question.criteria
        for name in knowledge.entities[criterion].names
        for word in name.casefold().replace("-", " ").split()
    }
    return {stem(word) for word in question.words} <= named


def _check(
    knowledge: Knowledge,
    question: Question,
    relation: Relation,
    subject: str,
    criterion: str,
    under: str,
) -> Answer:
    facts = knowledge.facts_of(subject, under)
    found = [fact for fact in facts if fact.target == criterion]
    if found and question.exclusive and len(facts) > len(found):
        return replace(told(facts), verdict=False if question.polar else None)
    if found:
        # The other values belong to a whole answer: "yes: Grenoble and France".
        shown = facts if len(facts) <= SHORT_LIST else found
        if question.polar and _leaves_open(knowledge, question, subject):
            return replace(told(shown), unconfirmed=True)
        return replace(told(shown), verdict=question.polar or None)
    if members := _members_in(knowledge, subject, criterion):
        return replace(told(members), verdict=question.polar or None)
    if facts and question.polar and _is_wider(knowledge, criterion, facts):
        return replace(told(facts), unconfirmed=True)
    if facts and question.polar:
        closed = under in _CLOSED
        return replace(told(facts), verdict=False) if closed else left_open(told(facts))
    stated = forward_facts(knowledge, subject, relation)
    return told(stated) if stated else not_stated(knowledge, subject, relation)


def _is_wider(knowledge: Knowledge, criterion: str, facts: Sequence[Fact]) -> bool:
    """Whether a fact names it more narrowly: "politically independent"."""
    claimed = stems(knowledge.entities[criterion].name)
    targets = [fact.target for fact in facts if fact.target]
    form = knowledge.entities[criterion].role is Role.FORM
    return form and any(claimed < stems(knowledge.entities[t].name) for t in targets)


def _leaves_open(knowledge: Knowledge, question: Question, subject: str) -> bool:
    """Whether the claim has a word that neither asks nor stands in any fact."""
    named = {stem(word) for word in words_of_names(knowledge, question.criteria)}
    # "Nonprofits" for "non-profit".
    named |= {
        stem(key(name))
        for criterion in question.criteria
        for name in knowledge.entities[criterion].names
    }
    said = {
        part
        for fact in knowledge.facts_about(subject)
        for part in stems(f"{fact.text or ''} {fact.note or ''}")
    }
    framing = {stem(word) for word in question.explained}
    return not {stem(word) for word in question.words} <= named | said | framing


def _against(
    knowledge: Knowledge, question: Question, subject: str, opposite: str
) -> Answer:
    """ "For-profit" is denied where the page says non-profit, and else not stated."""
    facts = knowledge.facts_of(subject, "legal_forms")
    if any(fact.target == opposite for fact in facts):
        return replace(told(facts), verdict=False if question.polar else None)
    return not_stated(knowledge, subject, knowledge.relations["legal_forms"])


def _members_in(knowledge: Knowledge, subject: str, place: str) -> tuple[Fact, ...]:
    return tuple(
        member
        for member in knowledge.facts_of(subject, "members")
        for fact in knowledge.facts_of(member.target or "", "places")
        if fact.target == place
    )


def offers_others(knowledge: Knowledge, question: Question, subject: str) -> bool:
    """Whether it is said to be one of several kinds that the page has none of."""
    kinds = [c for c in question.criteria if knowledge.entities[c].role is Role.KIND]
    own = {fact.target for fact in knowledge.facts_about(subject)}
    offered = "or" in question.said and not question.polar
    asks = offered and question.asserts  # not "what is it, a company or what"
    return asks and bool(kinds) and own.isdisjoint(kinds)
