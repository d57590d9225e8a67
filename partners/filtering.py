"""Choose among what was listed: "which of them are non-profit", "and in Spain?"."""

from __future__ import annotations

from collections.abc import Sequence

from partners.completing import Turn
from partners.meeting import meeting_criteria
from partners.memory import Memory
from partners.model import Knowledge, Role
from partners.question import Question
from partners.reference import Reference
from partners.spelled import chooses_by_name

_LIST = "list_partners"
_TOTAL = frozenset({"total", "all", "altogether"})  # "how many partners in total"
_COUNT = frozenset({"number", "total", "count"})
_BY = frozenset({"by", "from"})
_PARTNERS = frozenset({"partner", "partners"})
_WHICH = frozenset({"which", "who", "what", "any"})


def _counts(question: Question) -> bool:
    """How many are that? - The number? But not: how many partners in total."""
    total = question.of_partners and not question.said.isdisjoint(_TOTAL)
    counts = question.counts or not question.said.isdisjoint(_COUNT)
    return counts and not total


def _is_claimed_of_each(question: Question) -> bool:
    """Both non-profit? That chooses none of them."""
    claims = question.polar and bool(question.criteria)
    return claims and question.said.isdisjoint(_WHICH)


def _is_of_another(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> bool:
    """Whether it says itself of whom it asks, or what of."""
    them = reference.plural and not question.definite  # "did they found the think tank"
    if question.reverse and question.pronoun and not them:
        return True  # "which think tank did it co-found"
    of_names = question.relation is not None and question.relation.id == "names"
    roles = {knowledge.entities[id_].role for id_ in memory.listed}
    if Role.PARTNER not in roles and not question.said.isdisjoint(_PARTNERS):
        return True  # "which municipalities are in it" - "which partners do food"
    named = question.subjects or question.unknown
    return bool(named) or of_names  # "do they have a Swedish name"


def filtered(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """How a message is completed that chooses among those; None where it doesn't."""
    if _is_of_another(knowledge, question, reference, memory):
        return None
    if reference.whole and _is_claimed_of_each(question):
        return None
    chooses = question.criteria or question.groups or question.elsewhere
    by_name = chooses_by_name(question)
    if by_name and "supporters" in question.said:
        return Turn()  # "and the supporters that aren't banks" are chosen from all
    if memory.whole and (_anew(question, reference) or by_name):
        return Turn(_LIST, among=memory.whole)
    if len(memory.listed) < 2:
        return _of_whole(knowledge, question, memory) if reference.selects else None
    if _counts(question) and reference.counting and not chooses:
        return Turn(_LIST, among=memory.listed, counts=not question.counts)
    sorts = reference.selects and question.wants_names  # "which of them are companies"
    points = reference.plural or reference.selects or reference.empty
    points = points or (reference.counting and question.counts)  # "how many in Europe"
    asks = chooses or question.leftover or sorts or by_name
    if reference.others or not points or not asks:
        return None
    if not (chooses or by_name) and (question.relation or memory.focus):
        return None
    return _from_the_listed(knowledge, question, reference, memory)


def _from_the_listed(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn:
    """From whom the message chooses: those listed, their values, or others."""
    if _is_of_its_others(knowledge, question, memory):
        return Turn(subjects=memory.focus)
    if question.groups and not question.criteria:
        groups = {knowledge.entities[i].group for i in memory.listed}
        if groups.isdisjoint(question.groups):  # "and the collaboration ones?"
            again = memory.intent == _LIST and reference.empty
            return Turn(_LIST) if again else Turn()
    if reference.empty and _is_other_field(knowledge, question, memory):
        return Turn(_LIST)
    if len(memory.focus) == 1 and _is_of_focus(knowledge, question, memory):
        criteria = question.criteria  # "do they have something for food"
        return Turn(_LIST, memory.focus, polar=True, criteria=criteria)
    for listed in (memory.listed, memory.whole):
        if _is_of_values(knowledge, question, listed):
            return Turn(among=listed)  # "which are funded by a foundation"
    return Turn(_LIST, among=memory.listed)


def _is_of_its_others(knowledge: Knowledge, question: Question, memory: Memory) -> bool:
    """Who funds Open Lab? - Which universities are in it? None of those, but others."""
    if question.relation is None or len(memory.focus) != 1 or not question.criteria:
        return False
    held = knowledge.facts_of(memory.focus[0], question.relation.id)
    having = [knowledge.subjects_to(c) for c in question.criteria]
    none = all(frozenset(memory.listed).isdisjoint(ids) for ids in having)
    return none and bool(meeting_criteria(knowledge, question, held))


def _is_other_field(knowledge: Knowledge, question: Question, memory: Memory) -> bool:
    """Which partners do food? - And law? None of those does, but others do."""
    roles = {knowledge.entities[c].role for c in question.criteria}
    told = {one.partition("/")[2] for one in memory.evidence}
    if roles != {Role.TOPIC} or told != {"topics"} or memory.intent != _LIST:
        return False
    having = [knowledge.subjects_to(c) for c in question.criteria]
    return all(frozenset(memory.listed).isdisjoint(ids) for ids in having)


def _anew(question: Question, reference: Reference) -> bool:
    """And in Spain? - Anyone from Germany?"""
    chooses = question.criteria or question.groups or question.elsewhere
    claims = question.polar and question.asserts  # "is Scotland in there"
    elsewhere = question.elsewhere and not (question.of_partners or claims)
    return bool(chooses and not question.groups and (reference.empty or elsewhere))


def _of_whole(knowledge: Knowledge, question: Question, memory: Memory) -> Turn | None:
    """Which of them is for science parks? - And which one has medtech?"""
    chooses = question.criteria or question.groups or question.elsewhere
    if not chooses or len(memory.whole) < 2:
        return None
    by_values = _is_of_values(knowledge, question, memory.whole)
    return Turn("" if by_values else _LIST, among=memory.whole)


def _is_of_values(
    knowledge: Knowledge, question: Question, listed: Sequence[str]
) -> bool:
    """Whether what is named belongs to those that fund or founded the ones listed."""
    relation = question.relation
    if relation is None or relation.reverse is None or _BY.isdisjoint(question.said):
        return False
    return any(
        meeting_criteria(knowledge, question, knowledge.facts_of(id_, relation.id))
        for id_ in listed
    )


def _is_of_focus(knowledge: Knowledge, question: Question, memory: Memory) -> bool:
    """Whether the one whose values were listed goes with it, and none of those does."""
    (focus,) = memory.focus
    having = [knowledge.subjects_to(c) for c in question.criteria]
    held = having and all(focus in ids for ids in having)
    none = all(frozenset(memory.listed).isdisjoint(ids) for ids in having)
    return bool(held) and none and question.polar and focus not in memory.listed
