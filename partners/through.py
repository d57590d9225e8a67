"""Complete what is asked of an organisation by the partner that it stands in.

"Who are the members of TIM?" - "Which is from Belgium?" - "What's their vision?"
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from partners.completing import Turn
from partners.facts import forward_facts, nearest, told
from partners.folding import fold
from partners.listed import DESCRIBE
from partners.memory import Memory
from partners.model import Knowledge, Relation, Role
from partners.question import Question
from partners.reference import Reference

_BY_WAY = re.compile(
    r"\W*(?:(?:and|but|so|ok)\W+)*(?:through|via|by way of|under)"
    r" (?:what|which(?: (?:one|of (?:them|these)|partner(?:ship)?|network|project"
    r"|agreement|cluster|organi[sz]ation))?)(?: then)?\W*$"
)
_THAT = "that"
_IT = frozenset({"it", "its", "they", "their", "theirs", "them"})


def through(
    knowledge: Knowledge, question: Question, memory: Memory, points: bool
) -> Turn | None:
    """How it is completed; None where it is asked of the one in question itself.

    `points` tells that it says "they" or "the network".
    """
    relation = question.relation
    if len(memory.focus) != 1 or relation is None or question.polar:
        return None
    known = memory.focus[0]
    role = knowledge.entities[known].role
    stated = partial(forward_facts, knowledge, relation=relation)
    if role is Role.PARTNER or stated(subject=known):
        return None
    whole = _whole(knowledge, memory, known, relation)
    if whole is None:
        return None
    told_of_whole = memory.giver == known and _THAT in question.said
    if told_of_whole and _IT.isdisjoint(question.said):
        return Turn(subjects=(whole,))  # "what is SmiLe part of" - "the aim of that"
    held = stated(subject=whole)
    if not points and Role.ORGANISATION in relation.values:
        # "Who are the funders then", where the page names it as none of them.
        return Turn(subjects=(whole,)) if all(f.target != known for f in held) else None
    picked = known in memory.listed  # "which was the third?" - "and who funds it?"
    if question.singular and role is Role.ORGANISATION and not picked:
        return None  # "its vision" is its own
    number = len(held) if question.counts and len(held) > 1 else None
    return Turn(answers=(nearest([replace(told(held), number=number)], whole),))


def by_way(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """Do you have anyone from Canada? - Through what? The partner that told of them."""
    if len(memory.focus) != 1 or not _BY_WAY.match(fold(question.text)):
        return None
    (known,) = memory.focus
    wholes = [known] if knowledge.entities[known].role is Role.PARTNER else []
    wholes += [fact.subject for fact in knowledge.facts_to(known)]
    found = tuple(dict.fromkeys(wholes))
    return Turn(DESCRIBE, found) if len(found) == 1 else None


def _whole(
    knowledge: Knowledge, memory: Memory, known: str, relation: Relation
) -> str | None:
    """The partner that it stands in and that was talked of, or the only one."""
    partners = tuple(dict.fromkeys(fact.subject for fact in knowledge.facts_to(known)))
    holding = [id_ for id_ in partners if forward_facts(knowledge, id_, relation)]
    spoken_of = [id_ for id_ in memory.recent[::-1] if id_ in holding]
    only = holding if len(partners) == 1 else []
    return next(iter((*spoken_of, *only)), None)
