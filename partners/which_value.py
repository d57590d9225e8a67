"""Choose among values told in a row: "how many sites?" - "which one is about food?"."""

from __future__ import annotations

from partners.completing import Turn
from partners.facts import told, words_of_names
from partners.memory import Memory
from partners.model import Fact, Knowledge
from partners.question import Question
from partners.reference import Reference
from partners.rows import fact_of
from partners.search import stem, stems


def which_value(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """Those of the values that have a word of the message; None where all have."""
    named = question.subjects or question.unknown or question.groups or question.polar
    asks = reference.selects or question.wants_which
    if named or not asks or len(memory.values) < 2 or question.of_partners:
        return None
    facts = [fact_of(knowledge, value) for value in memory.values]
    values = [fact for fact in facts if fact is not None]
    words = (*question.terms, *words_of_names(knowledge, question.criteria))
    said = {stem(word) for word in words}
    chosen = [fact for fact in values if said & _stems_of(knowledge, fact)]
    return Turn(answers=(told(chosen),)) if 0 < len(chosen) < len(values) else None


def _stems_of(knowledge: Knowledge, fact: Fact) -> set[str]:
    name = knowledge.entities[fact.target].name if fact.target else ""
    return {*stems(f"{fact.text or ''} {name} {fact.note or ''}")}
