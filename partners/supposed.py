"""Hold a name alone against what was just told: "is it LIF?", "not the EU?"."""

from __future__ import annotations

import re

from partners.completing import Turn
from partners.folding import fold
from partners.memory import Memory
from partners.model import Knowledge, Relation, Role
from partners.question import Question
from partners.reference import Reference

_SUPPOSED = re.compile(
    r"^\W*(?:(?:and|but|so)\W+)*"
    r"(?:(?:is|was|isn't|isnt|wasn't|wasnt) (?:it|that)|are they|aren't they|not)"
    r"(?: (?:not|maybe|perhaps|rather|by|also))?\b"
)
_STATED = re.compile(
    r"^\W*(?:(?:no|wrong|nope|but|actually|surely)\W+)*(?:it|that)(?:'s| is| was)\b"
)
# "Is Vinnova the only one?"
_ONLY_ONE = re.compile(
    r"\bthe (?:only|sole|single) (?:ones?|sponsors?|members?"
    r"|(?:co-?)?(?:fund|found|back|support|organi[sz])ers?)(?: there| then)?\W*$"
)


def supposed(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """Who funds CAMP? - Is it LIF? - The same question, of that one."""
    relation = knowledge.asked_by(memory.intent)
    if relation is None or len(memory.focus) != 1 or len(question.subjects) != 1:
        return None
    if not _names_one(knowledge, question, reference, relation):
        return None
    (named,), (focus,) = question.subjects, memory.focus
    if named == focus or relation.forward != memory.intent:
        return None
    return Turn(memory.intent, (focus, named), by=True, polar=True)


def _names_one(
    knowledge: Knowledge, question: Question, reference: Reference, relation: Relation
) -> bool:
    """Whether nothing but a value of `relation` is said, and asked: "not LIF?"."""
    role = knowledge.entities[question.subjects[0]].role
    asks = question.polar or question.text.rstrip().endswith("?")
    alone = reference.empty and not (question.criteria or question.groups)
    fits = role is Role.ORGANISATION and role in relation.values
    said = fold(question.text)
    if question.exclusive and question.polar and _ONLY_ONE.search(said):
        return fits
    if _STATED.match(said):  # "wrong, it is MIT"
        return fits and alone
    return fits and asks and alone and bool(_SUPPOSED.match(said))
