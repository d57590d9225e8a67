"""Complete "list them" by what was counted or spoken of before."""

from __future__ import annotations

from partners.completing import Turn
from partners.cues import load_cues
from partners.folding import tokenise
from partners.follow_cues import load_follow_cues
from partners.memory import Memory
from partners.model import Knowledge
from partners.question import Question
from partners.reference import Reference

_LIST = "list_partners"
# What the page states of one group of partners, and the group that it is.
_OF_GROUPS = {
    "supporting_criteria": "supporting",
    "collaboration_purpose": "collaboration",
}
_NAMES = frozenset({"name", "names"})


def enumerated(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """How a message is completed that only wants the names; None where it doesn't."""
    if not _only_lists(question) or reference.positions or not memory.intent:
        return None
    for one in memory.evidence:
        if group := _OF_GROUPS.get(one.partition("/")[2]):
            return Turn(_LIST, groups=(group,), dropped=True)
    told_in_a_row = memory.counts or len(memory.values) > 1
    if told_in_a_row and len(memory.focus) == 1:
        return Turn(_named(knowledge, memory), memory.focus)
    names = not question.said.isdisjoint(_NAMES) and "all" not in question.said
    if (memory.counts or names) and len(memory.listed) > 1:
        return Turn(_LIST, among=memory.listed, counts=True)
    return None


def _only_lists(question: Question) -> bool:
    """Whether it is "list them", "which are they?", "their names please"."""
    if question.subjects or question.unknown or question.criteria or question.groups:
        return False
    cues, follow = load_cues(), load_follow_cues()
    words = {token.word for token in tokenise(question.text) if token.is_word}
    asks = words & (cues.commands | cues.wants_which | follow.listing)
    plain = cues.commands | cues.wants_which | follow.listing | follow.filler
    plain |= follow.plural | follow.whole | follow.linking
    return bool(asks) and not question.counts and words <= plain


def _named(knowledge: Knowledge, memory: Memory) -> str:
    """The intent that names what was counted: the members, where it was the size."""
    relations = knowledge.relations
    if memory.intent == relations["size"].forward:
        return relations["members"].forward or ""
    told = {one.partition("/")[2] for one in memory.evidence} & {*relations}
    if len(told) == 1:  # "how many countries does TIM cover" was told by its members
        return relations[told.pop()].forward or memory.intent
    return memory.intent
