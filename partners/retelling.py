"""Answer where the last answer stands, and what else the page says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from partners.answer import Answer, Kind, Outcome
from partners.facts import told
from partners.listing import status
from partners.memory import Memory
from partners.model import Knowledge
from partners.parsed import Read
from partners.question import Question
from partners.rows import evidence_in

# So many kinds of facts are told at once to whom wants more.
_AT_ONCE = 2
# From here on "tell me more about it" wants what was not told yet.
_AGAIN = 0.5
# What a summary has said already comes last: "a network", "non-profit", the fields.
_PLAIN = frozenset({"kinds", "legal_forms", "topics"})
# A summary says in short what the others say, and a name is not much to tell.
_NOT_MORE = frozenset({"summary", "names"})
# Before "else" these ask for others, and not for more of the one.
_SOMEBODY = frozenset({"anyone", "anybody", "someone", "somebody", "who", "whom"})
# Asked plainly, these are answered by other facts, or less plainly than was asked.
_NOT_OFFERED = frozenset({"topics", "places", "legal_forms"})


def evidence(knowledge: Knowledge, memory: Memory) -> tuple[Answer, ...]:
    """The last answer again, with the section in which it stands."""
    again = tuple(map(told, evidence_in(knowledge, memory.evidence)))
    if not again:
        again = _partners(knowledge, memory)
    if not again:
        return (Answer(Kind.NOT_STATED, Outcome.NO_EVIDENCE),)
    if memory.counts:  # "how many sites" - "are you sure?"
        again = tuple(map(_counted, again))
    facts = tuple(fact for one in again for fact in one.facts)
    return (Answer(Kind.FACT, Outcome.EVIDENCE, facts=facts, also=again),)


def _counted(answer: Answer) -> Answer:
    """`answer` with the number of its values, where they are names."""
    named = all(fact.target is not None for fact in answer.facts)
    alike = len({fact.note for fact in answer.facts}) == 1
    return replace(answer, number=len(answer.facts)) if named and alike else answer


def _partners(knowledge: Knowledge, memory: Memory) -> tuple[Answer, ...]:
    """That those spoken of are partners, where nothing else was told of them."""
    known = [id_ for id_ in memory.evidence if id_ in knowledge.entities]
    question = Question("ask_status", "").about(*known)
    return status(knowledge, question) if known else ()


def wants_more(read: Read, memory: Memory) -> bool:
    """Whether it asks to go on: "tell me more about it" asks no first summary."""
    if not read.sure or read.first.unknown or read.first.dimension:
        return False
    if read.first.elsewhere or (read.first.criteria and memory.whole):
        return False  # "more from Asia?" chooses among those
    others = not _SOMEBODY.isdisjoint(read.first.said)
    if "else" in read.first.said and (memory.giver or others):
        return False  # "what does Vinnova fund" - "anything else?"
    again = "describe_partner" in read.likely and not read.first.subjects
    known = any(f"{id_}/summary" in memory.told for id_ in memory.focus)
    likely = read.likely.get("ask_more", 0.0)
    first = next(iter(read.likely), "") == "ask_more"
    return first or (again and known and read.first.pronoun and likely >= _AGAIN)


def more(knowledge: Knowledge, memory: Memory) -> tuple[Answer, ...]:
    """What the page says of those in focus and was not told yet."""
    if not memory.focus:
        return (Answer(Kind.AMBIGUOUS, Outcome.WHICH, relation="summary"),)
    answers = []
    for subject in memory.focus:
        fresh = untold(knowledge, memory, subject)[:_AT_ONCE]
        parts = tuple(told(knowledge.facts_of(subject, id_)) for id_ in fresh)
        facts = tuple(fact for part in parts for fact in part.facts)
        outcome = Outcome.MORE if parts else Outcome.NO_MORE
        answers.append(Answer(Kind.FACT, outcome, subject, facts=facts, also=parts))
    return tuple(answers)


def untold(knowledge: Knowledge, memory: Memory, subject: str) -> list[str]:
    """The relations stated of `subject` that were not told, in sensible order."""
    fresh = [
        id_
        for id_ in knowledge.relations_of(subject)
        if id_ not in _NOT_MORE and f"{subject}/{id_}" not in memory.told
    ]
    return sorted(fresh, key=lambda id_: id_ in _PLAIN)


def suggestions(knowledge: Knowledge, memory: Memory) -> Sequence[tuple[str, str]]:
    """Relations with their subject that make a useful next question."""
    if len(memory.focus) != 1:
        return ()
    (subject,) = memory.focus
    fresh = untold(knowledge, memory, subject)
    return [(id_, subject) for id_ in fresh if id_ not in _NOT_OFFERED]
