"""What answers told in a row, from which the next message may choose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from partners.answer import Answer, Outcome
from partners.model import Fact, Knowledge, Role
from partners.question import Question

LISTING = frozenset(
    {
        Outcome.EVERY,
        Outcome.PARTNERS,
        Outcome.GROUPS,
        Outcome.COMPARED,
        Outcome.REVERSE,
        Outcome.SELECTED,
        Outcome.COUNTED,
        Outcome.INITIAL,
        Outcome.SPELLED,
    }
)


def facts_in(answer: Answer) -> list[Fact]:
    """The facts that an answer tells, with those told beside them."""
    return [*answer.facts, *(fact for one in answer.also for fact in one.facts)]


def listed_in(knowledge: Knowledge, answers: Sequence[Answer]) -> tuple[str, ...]:
    """What was told in a row, in that order."""
    names: list[str] = []
    for answer in (*answers, *(one for a in answers for one in a.also)):
        if answer.outcome in LISTING:
            names += answer.names
    for answer in answers:
        if answer.outcome is Outcome.MENTIONED:
            names += [f.subject for f in answer.facts if f.subject != answer.subject]
    if len({a.subject for a in answers}) == 1 and not names:
        targets = [f.target for a in answers for f in facts_in(a) if f.target]
        names = [t for t in targets if _is_named(knowledge, t)]
    if not names:
        names = [a.subject for a in answers if a.subject]
    found = tuple(dict.fromkeys(names))
    return found if len(found) > 1 else ()


def chosen_from(
    knowledge: Knowledge, question: Question, answers: Sequence[Answer]
) -> tuple[str, ...]:
    """All those of whom some were chosen at once: "who is in TIM from Spain"."""
    if not question.criteria or len(answers) != 1 or not answers[0].facts:
        return ()
    told = answers[0].facts
    stated = knowledge.facts_of(told[0].subject, told[0].relation)
    names = [f.target for f in stated if f.target and _is_named(knowledge, f.target)]
    return tuple(names) if {f.target for f in told} < set(names) else ()


def values_in(
    knowledge: Knowledge, answers: Sequence[Answer], before: tuple[str, ...]
) -> tuple[str, ...]:
    """The facts of one answer that are told in a row: sites, events, fields.

    `before` are those of the answer before, in the same form.
    """
    if len(answers) != 1:
        return ()
    found = []
    for fact in dict.fromkeys(facts_in(answers[0])):
        stated = knowledge.facts_of(fact.subject, fact.relation)
        found.append(f"{fact.subject}/{fact.relation}/{stated.index(fact)}")
    if set(found) <= set(before):
        return before  # one of them was chosen, and the next may follow
    one = len({value.rpartition("/")[0] for value in found}) == 1
    return tuple(found) if one and len(found) > 1 else ()


def evidence_in(
    knowledge: Knowledge, evidence: Sequence[str]
) -> Iterator[tuple[Fact, ...]]:
    """The facts of each `subject/relation` that the last answer stands on."""
    for subject, _, relation in (one.partition("/") for one in evidence):
        facts = knowledge.facts_of(subject, relation) if relation else ()
        if facts:
            yield facts


def fact_of(knowledge: Knowledge, value: str) -> Fact | None:
    """The fact that `value` of a memory stands for, or None where it is gone."""
    head, _, index = value.rpartition("/")
    subject, _, relation = head.partition("/")
    stated = knowledge.facts_of(subject, relation)
    known = index.isdecimal() and int(index) < len(stated)
    return stated[int(index)] if known else None


def _is_named(knowledge: Knowledge, id_: str) -> bool:
    return knowledge.entities[id_].role in (Role.PARTNER, Role.ORGANISATION)
