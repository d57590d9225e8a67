"""Tell what a number on the page stands for: "and the 320 million, what is that?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from partners.completing import Turn
from partners.facts import told_apart
from partners.folding import fold
from partners.memory import Memory
from partners.model import Fact, Knowledge
from partners.question import Question
from partners.reference import Reference

# The number itself is asked about, and not whether it is right.
_ASKED = re.compile(
    r"\b(?:what(?:'?s| is| are| was)?|whose|why|how come|explain|meaning|come in)\b"
    r"|^\W*(?:and|but|so|then)\W+(?:the|those|that)\b"
)
_LONGEST = 12


def of_number(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """What the one talked of has such a number for; None where more is asked."""
    named = question.subjects or question.unknown or question.criteria
    if named or not question.numbers or len(memory.focus) != 1 or question.counts:
        return None
    said = fold(question.text)
    long = len(said.split()) > _LONGEST
    claims = question.polar and question.asserts
    if reference.positions or reference.size or claims or long:
        return None
    if not _ASKED.search(said):
        return None
    own = _having(knowledge.facts_about(memory.focus[0]), question)
    own = own or _having(knowledge.facts, question)  # "where does 2018 come in?"
    return Turn(answers=told_apart(own)) if own else None


def _having(facts: Sequence[Fact], question: Question) -> list[Fact]:
    return [fact for fact in facts if set(question.numbers) <= {*fact.numbers}]
