"""Tell whether two names are of one thing: "is MVA the same as Medicon Village"."""

from __future__ import annotations

import re

from partners.answer import Answer, Kind, Outcome
from partners.completing import Turn
from partners.facts import matching, mentioned, told
from partners.folding import fold
from partners.memory import Memory
from partners.model import Knowledge, Role
from partners.question import Question
from partners.reference import Reference

_THING = (
    r"(?:thing|things|one|organi[sz]ations?|compan(?:y|ies)|bod(?:y|ies)|partners?"
    r"|entit(?:y|ies)|groups?|people|place|projects?|networks?|as)"
)
# "The same kind" or "funded by the same" compare what is said of them, not themselves.
_SAME = re.compile(
    rf"\b(?:same(?: {_THING})*\s*(?:$|as\b)|identical\b|just another name for\b)"
    r"|^[^=]* = [^=]*$"
)
_ACTING = re.compile(r"\b(?:by|from|with|to|of|at|in) the same\b")
_APART = re.compile(r"\b(?:not|n't|isnt|arent) the same\b")


def same(knowledge: Knowledge, question: Question) -> tuple[Answer, ...]:
    """Whether the two that a message names are one; () where it asks no such thing."""
    if not _asks(question) or question.unknown:
        return ()
    places = (c for c in question.criteria if _role(knowledge, c) is Role.PLACE)
    things = (*question.subjects, *places)
    return _told(knowledge, things) if len(things) == 2 else ()


def same_as_focus(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """What is MVA? - Is that the same as Medicon Village?"""
    if len(memory.focus) != 1 or question.unknown or not _asks(question):
        return None
    named, (focus,) = _named(knowledge, question), memory.focus
    points = question.pronoun or reference.empty
    if len(named) != 1 or named == (focus,) or not points:
        return None
    return Turn(answers=_told(knowledge, (focus, *named)))


def _named(knowledge: Knowledge, question: Question) -> tuple[str, ...]:
    """Whom a message names, by a name or as "the think tank"."""
    if question.subjects or not (question.definite and question.criteria):
        return question.subjects
    return tuple(one.id for one in matching(knowledge, question.criteria))


def _asks(question: Question) -> bool:
    said = fold(question.text).strip(" ?!.")
    acts = _ACTING.search(said) or _APART.search(said)
    return bool(_SAME.search(said)) and not (acts or question.twice)


def _told(knowledge: Knowledge, things: tuple[str, ...]) -> tuple[Answer, ...]:
    """That they are two, with what the page says each of them is."""
    also = tuple(one for thing in things for one in _what_it_is(knowledge, thing))
    facts = tuple(fact for one in also for fact in one.facts)
    kind, outcome = Kind.FACT, Outcome.DISTINCT
    return (Answer(kind, outcome, facts=facts, names=things, also=also, verdict=False),)


def _what_it_is(knowledge: Knowledge, thing: str) -> tuple[Answer, ...]:
    for relation in ("summary", "kinds"):
        if facts := knowledge.facts_of(thing, relation):
            return (told(facts),)
    return mentioned(knowledge, thing)


def _role(knowledge: Knowledge, id_: str) -> Role:
    return knowledge.entities[id_].role
