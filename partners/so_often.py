"""Choose among those talked of by how often it is: "which of them is annual?"."""

from __future__ import annotations

from partners.claimed_numbers import frequency_of
from partners.completing import Turn
from partners.facts import told_apart
from partners.memory import Memory
from partners.model import Fact, Knowledge
from partners.question import Question
from partners.reference import Reference

_EVENTS = "events"


def so_often(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """Those of whom the page says so, or of all partners if not of the last one."""
    named = question.subjects or question.unknown or question.criteria
    if question.frequency is None or named or not reference.selects:
        return None
    listed = memory.listed if len(memory.listed) > 1 else ()
    if not (listed or memory.focus):
        return None
    among = listed or tuple(partner.id for partner in knowledge.partners)
    facts = tuple(
        fact
        for id_ in among
        for fact in knowledge.facts_of(id_, _EVENTS)
        if _fits(fact, question)
    )
    return Turn(answers=told_apart(facts)) if facts else None


def _fits(fact: Fact, question: Question) -> bool:
    return frequency_of(fact) == question.frequency
