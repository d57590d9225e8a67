"""Complete a message that asks for the partners of a group: "and supporting?"."""

from __future__ import annotations

from collections.abc import Sequence

from partners.completing import Turn
from partners.folding import tokenise
from partners.follow_cues import load_follow_cues
from partners.memory import Memory
from partners.model import Knowledge
from partners.question import Question
from partners.reference import Reference
from partners.search import stem, stems

JOINING = "ask_joining"
_TWO = 2
_LIST, _STATUS = "list_partners", "ask_status"
_SUCH = frozenset({"such", "one", "those", "these", "them"})
# Who asks how to join is told of those that are asked for support.
_JOINED = "supporting"


def group_asked(knowledge: Knowledge, intent: str) -> str | None:
    """The group of which an intent asks: "ask_supporting_criteria" of "supporting"."""
    return next((g for g in knowledge.groups if intent.startswith(f"ask_{g}_")), None)


def in_group(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """What does it take to be a supporting partner? - And who's in already?"""
    if other := _other_group(knowledge, question, reference, memory):
        counts = bool(memory.counts)
        return Turn(_LIST, groups=(other,), dropped=True, counts=counts)
    group = group_asked(knowledge, memory.intent)
    if memory.intent == JOINING and memory.focus == (knowledge.host,):
        group = _JOINED
    chooses = reference.plural and question.criteria and not question.subjects
    if chooses and memory.focus == (knowledge.host,):
        # "What are collaboration partners for?" - "Which of them works with food?"
        return Turn(_LIST, criteria=question.criteria, dropped=True)
    asks = question.relation is not None and question.relation.id == "members"
    named = question.subjects or question.unknown or question.criteria
    if group is None or not asks or named or group not in knowledge.groups:
        return None
    return Turn(_LIST, groups=(group,), dropped=True)


def compared_groups(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """How many collaboration partners? And supporting? - How do the two differ?"""
    groups = {knowledge.entities[id_].group for id_ in memory.listed} - {None}
    both = {"two", "both", "them", "groups", "kinds", "sorts", "types", "categories"}
    many = len(memory.listed) > _TWO and groups <= set(knowledge.groups)
    asks = question.intent == "compare_partners" and not question.dimension
    if not (asks and many and groups) or question.subjects or question.criteria:
        return None
    if question.said.isdisjoint(both):
        return None
    return Turn("compare_partners", groups=tuple(knowledge.groups), dropped=True)


def such(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """What do you look for in a supporting partner? - Is NOME one of those?"""
    group = group_asked(knowledge, memory.intent)
    asks = question.intent == _STATUS and _is_such(question)
    if group is None or not asks or len(question.subjects) != 1:
        return None
    return Turn(_STATUS, question.subjects, polar=True, groups=(group,))


def _is_such(question: Question) -> bool:
    """Whether it claims to be one of those spoken of: "is NOME one of them"."""
    own = not (question.groups or question.criteria)
    return question.polar and own and not question.said.isdisjoint(_SUCH)


def _other_group(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> str | None:
    """How many collaboration partners are there? - And supporting?"""
    cues = load_follow_cues()
    words = {token.word for token in tokenise(question.text) if token.is_word}
    words -= cues.filler | cues.others | cues.listing
    group = next((g for g in knowledge.groups if words == {g}), None)
    listed = {knowledge.entities[id_].group for id_ in memory.listed}
    again = memory.intent == _LIST and listed and listed <= {*knowledge.groups}
    return group if again or reference.others else None


def named_so(
    knowledge: Knowledge, kinds: Sequence[str], memory: Memory
) -> tuple[str, ...]:
    """The one just spoken of that has the kind in its name: "that foundation"."""
    said = [id_ for id_ in (*memory.both, *memory.listed, *memory.focus) if id_]
    words = {stem(knowledge.entities[kind].name.lower()) for kind in kinds}
    found = [i for i in said if words & stems(knowledge.entities[i].name)]
    return (found[0],) if len(set(found)) == 1 else ()
