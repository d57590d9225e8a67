"""Complete what asks who it is then, if not the one asked about: "so who does?"."""

from __future__ import annotations

from partners.completing import Turn
from partners.folding import tokenise
from partners.grouping import JOINING, group_asked
from partners.memory import Memory
from partners.model import Knowledge, Role
from partners.question import Question
from partners.reference import Reference

_STATUS, _LIST = "ask_status", "list_partners"
_WHO = frozenset({"who", "whom"})
_ONE = frozenset({"which", "one", "ones", "partner", "partners"})
_DOING = frozenset({"does", "do", "did"})
_BEING = frozenset({"is", "are", "was", "were", "has", "have"})
_THEY = frozenset({"they", "those", "it", "today", "currently", "you", "there"})
_AROUND = frozenset(
    "so and but ok okay well then now actually really instead else i mean hm".split()
)


def who_then(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """Does Novartis fund NOME? - So who does? - Is SEB a partner? - Who is, then?"""
    words = {token.word for token in tokenise(question.text) if token.is_word}
    claimed = memory.polar or memory.both  # of one name, or of two
    which = "which" in words
    words -= _ONE if which else set()
    if not claimed or not (which or words & _WHO) or not _is_bare(words, memory):
        return None
    if memory.intent == _STATUS:
        return Turn(_LIST, groups=memory.groups, dropped=True)
    relation = knowledge.asked_by(memory.intent)
    if memory.criteria and not any(memory.both):  # "is SFIN non-profit" - "who is?"
        return Turn(_LIST, dropped=True, criteria=memory.criteria)
    ends = dict.fromkeys(id_ for id_ in (*memory.both, *memory.focus) if id_)
    if relation is None or relation.forward is None:
        return None
    whole = [id_ for id_ in ends if knowledge.entities[id_].role is Role.PARTNER]
    if which:  # "is CAMP funded by LIF" - "which one is then"
        others = tuple(id_ for id_ in ends if id_ not in whole)
        reverse = relation.reverse if len(others) == 1 else None
        return Turn(reverse, others) if reverse else None
    return Turn(relation.forward, (whole[0],)) if len(whole) == 1 else None


def who_they_are(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """What do you look for in partners? - Who are they now? The park's partners."""
    words = {token.word for token in tokenise(question.text) if token.is_word}
    group = group_asked(knowledge, memory.intent)
    about = group is not None or memory.intent == JOINING
    of_park = memory.focus == (knowledge.host,) and about
    asks = words & _WHO and words <= _WHO | _AROUND | _BEING | _THEY
    asks = asks and (reference.plural or "today" in words)
    counts = reference.counting and question.counts  # "how many are there"
    if not of_park or not (asks or counts):
        return None
    groups = (group,) if group else ()
    return Turn(_LIST, groups=groups, dropped=True, counts=counts)


def _is_bare(words: set[str], memory: Memory) -> bool:
    """Whether it has no word of its own: "who did it then"; "who else"."""
    own = words - _WHO - _AROUND
    if own & _DOING:
        return own - {"it", "that"} <= _DOING
    return own <= _BEING and (bool(own) or bool(memory.stranger and "else" in words))
