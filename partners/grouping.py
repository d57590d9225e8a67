"""Complete a message that asks for the partners of a group: "and supporting?"."""

from __future__ import annotations

from partners.completing import Turn
from partners.folding import tokenise
from partners.follow_cues import load_follow_cues
from partners.memory import Memory
from partners.model import Knowledge
from partners.question import Question
from partners.reference import Reference

_LIST, _JOINING = "list_partners", "ask_joining"
_SUPPORTING, _PURPOSE = "ask_supporting_criteria", "ask_collaboration_purpose"
# What makes a partner of a group was asked of that group.
_CRITERIA = {_SUPPORTING: "supporting", _PURPOSE: "collaboration"}


def in_group(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """What does it take to be a supporting partner? - And who's in already?"""
    if other := _other_group(knowledge, question, reference, memory):
        counts = bool(memory.counts)
        return Turn(_LIST, groups=(other,), dropped=True, counts=counts)
    group = _CRITERIA.get(memory.intent)
    if memory.intent == _JOINING and memory.focus == (knowledge.host,):
        group = _CRITERIA[_SUPPORTING]
    asks = question.relation is not None and question.relation.id == "members"
    named = question.subjects or question.unknown or question.criteria
    if group is None or not asks or named or group not in knowledge.groups:
        return None
    return Turn(_LIST, groups=(group,), dropped=True)


def _other_group(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> str | None:
    """How many collaboration partners are there? - And supporting?"""
    cues = load_follow_cues()
    words = {token.word for token in tokenise(question.text) if token.is_word}
    words -= cues.filler | cues.others | cues.listing
    group = next((g for g in knowledge.groups if words == {g}), None)
    listed = {knowledge.entities[id_].group for id_ in memory.listed}
    again = memory.intent == _LIST and len(listed) == 1
    return group if again or reference.others else None
