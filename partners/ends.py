"""Answer a question that starts from one end of a relation, or from the other."""

from __future__ import annotations

from partners.answer import Answer, Kind, Outcome
from partners.describing import described
from partners.facts import mentioned, nearest, told_apart
from partners.forward import forward
from partners.model import Fact, Knowledge, Relation, Role
from partners.question import Question

# One intent asks both ends: "what inspired NOME", "what did MIT inspire".
_BOTH_ENDS = frozenset({"inspiration"})
# What people say for one another of these, from the giver's end.
_NEAR = {
    "supporters": ("funders",),
    "funders": ("supporters",),
}
_ANYONE = frozenset({"anyone", "anybody", "someone", "somebody", "any"})
_GETS = frozenset({"get", "gets", "got", "receive", "receives", "have", "has"})
_IS = frozenset({"is", "are", "was", "were"})
# "What is Malmö University a member of": whatever it takes part in is near.
_TAKING_PART = ("parties", "founders", "funders", "supporters")


def from_one_end(
    knowledge: Knowledge, question: Question, relation: Relation
) -> tuple[Answer, ...]:
    """An answer for each subject, from the end at which it stands."""
    answers: list[Answer] = []
    for subject in question.subjects:
        through = described(knowledge, question, relation, subject)
        if through:
            answers.extend(forward(knowledge, question, relation, through))
        elif _asks_reverse(knowledge, question, relation, subject):
            answers.append(_reverse(knowledge, question, relation, subject))
        else:
            answers.extend(forward(knowledge, question, relation, subject))
    facts = tuple(answer for answer in answers if answer.kind is Kind.FACT)
    # Of those that "a co-founder of MTT" may be, the ones that the page tells it of.
    return facts if question.derived and facts else tuple(answers)


def _reversed_instead(
    knowledge: Knowledge, question: Question, relation: Relation, subject: str
) -> bool:
    """Whether only the other end is stated: the supporters themselves support."""
    own = knowledge.facts_of(subject, relation.id)
    partner = knowledge.entities[subject].role is Role.PARTNER
    return partner and not own and bool(knowledge.facts_to(subject, relation.id))


def _only_receives(knowledge: Knowledge, relation: Relation, subject: str) -> bool:
    """Whether the page states only who does it to a partner, not to whom that does."""
    partner = knowledge.entities[subject].role is Role.PARTNER
    stated = bool(knowledge.facts_of(subject, relation.id))
    return partner and stated and not knowledge.facts_to(subject, relation.id)


def _asks_reverse(
    knowledge: Knowledge, question: Question, relation: Relation, subject: str
) -> bool:
    if question.reverse:
        if _only_receives(knowledge, relation, subject):
            return False  # "who founded that one", though "that one" is no name
        # "Number of members in BIOGA" asks of BIOGA's own.
        own = question.counts and question.of_members
        return not (own and relation.id == "members")
    if _reversed_instead(knowledge, question, relation, subject):
        return question.polar
    anyone = not (_ANYONE.isdisjoint(question.said) or _GETS.isdisjoint(question.said))
    if anyone and relation.reverse and knowledge.facts_to(subject, relation.id):
        return True  # "does anyone here get EU money"
    kinds = any(knowledge.entities[c].role is Role.KIND for c in question.criteria)
    of_that = question.polar and question.definite and kinds
    if of_that and relation.reverse and knowledge.facts_to(subject, relation.id):
        return not knowledge.facts_of(subject, relation.id)  # "one of its founders"
    if relation.reverse or knowledge.facts_of(subject, relation.id):
        return False
    return relation.id in _BOTH_ENDS and bool(knowledge.facts_to(subject, relation.id))


def _claims_role(question: Question) -> bool:
    """Whether it asks no more than whether it is one at all: "is Medeon a funder"."""
    plain = set(question.terms) <= set(question.explained)
    is_one = question.asserts and not _IS.isdisjoint(question.said) and plain
    return is_one and not (question.pronoun or question.among or question.exclusive)


def _near(knowledge: Knowledge, relation: Relation, target: str) -> Answer | None:
    """What is nearest: who supports something may well fund it."""
    if relation.id == "members":
        near = [f for id_ in _TAKING_PART for f in knowledge.facts_to(target, id_)]
    else:
        others = (knowledge.facts_to(target, id_) for id_ in _NEAR.get(relation.id, ()))
        near = list(next(filter(None, others), ()))
    return nearest(told_apart(near), near[0].subject) if near else None


def _reverse(
    knowledge: Knowledge, question: Question, relation: Relation, target: str
) -> Answer:
    facts = knowledge.facts_to(target, relation.id)
    if (
        not facts
        and not question.beyond
        and (near := _near(knowledge, relation, target))
    ):
        return near
    if not facts or question.beyond:
        return Answer(
            Kind.NOT_STATED,
            Outcome.REVERSE_NOT_STATED,
            target,
            relation.id,
            also=mentioned(knowledge, target),
        )
    if question.among:  # "which of them does Vinnova fund"
        facts = tuple(fact for fact in facts if fact.subject in question.among) or facts
    # "Is LIF a co-founder of any think tank": of that kind is what it founded.
    of_kind = tuple(fact for fact in facts if _is_such(knowledge, question, fact))
    facts = of_kind or facts
    names = tuple(dict.fromkeys(fact.subject for fact in facts))
    number = len(names) if question.counts else None
    # "Does Nordea support you" names the other end, too.
    whole = question.polar and set(question.words) <= set(question.explained)
    whole = whole and set(names) == {knowledge.host}
    whole = whole or _claims_role(question)
    return Answer(
        Kind.FACT,
        Outcome.REVERSE,
        target,
        relation.id,
        facts,
        names=names,
        number=number,
        verdict=True if whole or (of_kind and question.polar) else None,
    )


def _is_such(knowledge: Knowledge, question: Question, fact: Fact) -> bool:
    """Whether the one that it is about is of the kind or field that is named."""
    asked = set(question.criteria)
    return bool(asked) and asked <= {
        one.target for one in knowledge.facts_about(fact.subject)
    }
