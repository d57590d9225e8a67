"""Find which of those listed has a Swedish name: "does it have a Swedish name?"."""

from __future__ import annotations

from partners.completing import Turn
from partners.folding import tokenise
from partners.lexicon import ordinary_words
from partners.memory import Memory
from partners.model import Fact, Knowledge
from partners.question import Question
from partners.reference import Reference

_NAMES = "names"
_SWEDISH = "swedish"


def also_called(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """Which partners do food? - What's its Swedish name? Only one of them has one."""
    relation = question.relation.id if question.relation else ""
    several = len(memory.listed) > 1 and not question.subjects
    if relation != _NAMES or not several or _SWEDISH not in question.text.lower():
        return None
    called = tuple(
        id_
        for id_ in memory.listed
        if any(map(_is_foreign, knowledge.facts_of(id_, _NAMES)))
    )
    return Turn(subjects=called) if len(called) == 1 else None


def _is_foreign(fact: Fact) -> bool:
    """Whether no word of a name is English."""
    words = [token.word for token in tokenise(fact.text or "") if token.is_word]
    return ordinary_words().isdisjoint(words)
