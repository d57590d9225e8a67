"""Tell whether it is asked if something is there: "is there a lab for food?"."""

from __future__ import annotations

import re

from partners.folding import fold
from partners.memory import Memory
from partners.model import Knowledge
from partners.question import Question

_THERE_IS = re.compile(
    r"\W*(?:(?:and|ok|okay|so|also|but)\W+)*"
    r"(?:(?:is|are) there (?:an?|any|some)?|any) (?!of\b)\w+ (?:for|in|on|about) \w+"
)


def asks_anywhere(knowledge: Knowledge, question: Question, memory: Memory) -> bool:
    """What is SFIN? - Is there a lab for food? SFIN has none, so that others may."""
    return _asks(question) and not _is_held(knowledge, question, memory)


def asks_there(knowledge: Knowledge, question: Question, memory: Memory) -> bool:
    """What is MTT? - Are there any members in ICT? It has some, so they are its."""
    return _asks(question) and _is_held(knowledge, question, memory)


def _asks(question: Question) -> bool:
    asks = question.polar and bool(question.terms)
    return asks and bool(_THERE_IS.match(fold(question.text)))


def _is_held(knowledge: Knowledge, question: Question, memory: Memory) -> bool:
    relation = question.relation.id if question.relation else ""
    return any(knowledge.facts_of(id_, relation) for id_ in memory.focus)
