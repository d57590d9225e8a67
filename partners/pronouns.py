"""Complete a question by whom its pronoun means: "who funds it?", "their vision"."""

from __future__ import annotations

import re
from functools import partial

from partners.answer import Answer, Kind, Outcome
from partners.completing import Turn
from partners.existing import asks_anywhere, asks_there
from partners.facts import forward_facts
from partners.folding import fold
from partners.joining import of_stranger
from partners.listed import DESCRIBE
from partners.memory import Memory
from partners.model import Knowledge, Relation, Role
from partners.question import Question
from partners.reference import Reference
from partners.spelled import asks_spelling
from partners.through import through

# So many are still asked about one by one when "they" are.
_FEW = 6
# "Which partner do they fund": not all partners are asked about.
_OF_THEM = re.compile(
    r"\bwhich partners? (?:do|does|did|are|is|were|was) (?:they|it|he|she)\b"
)
# "And who has lunch and learns" asks for a partner, not of the one talked of.
_WHO_HAS = re.compile(
    r"^(?:(?:and|ok|okay|so|but|then)\W+)*(?:who|which (?:one|partner)) "
    r"(?:has|have|offers?|holds?|hosts?|arranges?|provides?)\b"
)
# These ask for the values, and choose nobody among those listed.
_VALUES = re.compile(r"\bwhich (?:are|were|is|was) (?:the|its|their) \w+s\W*$")
_INVOLVED, _STATUS = "ask_involvement", "ask_status"
_ASKING = frozenset({DESCRIBE, _STATUS, _INVOLVED, "compare_partners"})
_TWO = 3  # words of a message, its question mark counted


def pronoun(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """Who funds it? - its vision - and how many members?"""
    if asks_spelling(question):
        return None  # "who else has Lund in their name"
    if question.subjects or question.unknown or question.groups:
        return None
    values = question.relation.values if question.relation else ()
    of_whom = Role.ORGANISATION in values or question.pronoun
    if _WHO_HAS.search(fold(question.text)) and not of_whom:
        return None
    asks = question.relation is not None or question.intent in _ASKING
    points = _points(knowledge, question, reference, memory)
    open_ended = question.relation is not None or question.intent == _INVOLVED
    open_ended = open_ended and not question.criteria
    of_all = question.about_all and not question.singular  # "all its fields"
    of_all = of_all and not question.frequency  # "every year"
    claims = question.pronoun and question.polar and question.intent == _STATUS
    of_all = of_all and not claims  # "are they a partner at least"
    if of_all and _OF_THEM.search(fold(question.text)) and memory.focus:
        return Turn(subjects=_givers(knowledge, memory))
    if not asks or of_all or not (points or open_ended):
        return None
    of_focus = memory.focus and not question.singular  # "what do they invest in"
    if memory.stranger and not of_focus:
        return of_stranger(memory)
    if question.reverse and (
        giver := memory.giver or _claimed_giver(knowledge, memory)
    ):
        return Turn(subjects=(giver,))  # "and what does it support?"
    if question.reverse and question.relation and len(question.said) < _TWO:
        return Turn(question.relation.forward or "", memory.focus)  # "funded?"
    chooses = reference.selects and not question.singular  # "which one has 100"
    if question.relation and not chooses:
        if _only_focus_has(knowledge, question.relation, memory):
            return Turn(subjects=memory.focus)
    return _of_known(knowledge, question, reference, memory)


def of_unknown(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """Is it inspired by Y Combinator? By whom it is can be told beside the no."""
    values = question.relation.values if question.relation else ()
    claims = question.polar and question.pronoun and not question.subjects
    if not (question.unknown and claims) or len(memory.focus) != 1:
        return None
    thing = any(f" {a} {question.unknown[0]}" in question.text for a in ("a", "an"))
    if thing and Role.ORGANISATION not in values:  # "do they do an MBA"
        kind, outcome = Kind.NOT_STATED, Outcome.NOT_STATED
        unstated = Answer(kind, outcome, memory.focus[0], "anything")
        return Turn(answers=(unstated,))
    ends = Role.ORGANISATION in values and not question.reverse
    return Turn(subjects=memory.focus) if ends else None


def _claimed_giver(knowledge: Knowledge, memory: Memory) -> str:
    """I heard Vinnova funds NOME. - What do they fund, then?"""
    ends = [id_ for id_ in memory.both if id_ and id_ not in memory.focus]
    roles = [knowledge.entities[id_].role for id_ in ends]
    return ends[0] if roles == [Role.ORGANISATION] else ""


def _givers(knowledge: Knowledge, memory: Memory) -> tuple[str, ...]:
    """Whom "which partner do they fund" means: organisations that were told."""
    told = (memory.giver,) if memory.giver else memory.listed or memory.focus
    roles = {id_: knowledge.entities[id_].role for id_ in told}
    others = tuple(id_ for id_ in told if roles[id_] is not Role.PARTNER)
    return others or memory.focus


def _of_known(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """What is asked of the one in question, or of those that were listed."""
    of_many = reference.plural or reference.selects
    # "What is MTT?" - "And TIM?" - "Which one was founded in 2016?"
    if _VALUES.search(fold(question.text)) and len(memory.focus) == 1:
        return Turn(subjects=memory.focus)
    chooses = reference.selects and not question.singular  # "which one has 100"
    two = memory.two if chooses else ()
    listed = memory.listed if len(memory.listed) > 1 else two
    if of_many and question.relation and len(listed) > 1:
        if question.wants_which or len(listed) > _FEW:
            return Turn(among=listed)
    known = memory.focus
    if not known or question.intent == "compare_partners":
        known = memory.listed if len(memory.listed) <= _FEW else known
    points = _points(knowledge, question, reference, memory)
    if known == memory.focus and (turn := through(knowledge, question, memory, points)):
        return turn
    roles = {id_: knowledge.entities[id_].role for id_ in known}
    partners = tuple(id_ for id_ in known if roles[id_] is Role.PARTNER)
    if len(known) == 2 and question.singular and len(partners) == 1:
        return Turn(subjects=partners)  # "does EFL belong to Lund University"
    if len(known) > 1 and question.singular:
        relation = question.relation.id if question.relation else "summary"
        kind, outcome = Kind.AMBIGUOUS, Outcome.WHICH
        which = Answer(kind, outcome, relation=relation, names=known)
        return Turn(answers=(which,))
    # "Who pays for CAMP and NOME?" - "How much do they get?" Each of the two.
    return Turn(subjects=known, together=len(known) > 1) if known else None


def _points(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> bool:
    """Whether it points at what was said: "it", "those", "the network"."""
    if asks_anywhere(knowledge, question, memory):
        return False
    there = asks_there(knowledge, question, memory)
    if question.pronoun or reference.plural or there:
        return True
    # "Which network is about mental health" asks of all.
    roles = {knowledge.entities[c].role for c in question.criteria}
    return question.heads and not (Role.KIND in roles and question.wants_which)


def _only_focus_has(knowledge: Knowledge, relation: Relation, memory: Memory) -> bool:
    """Whether "their mission" is that of the one whose members were listed."""
    stated = partial(forward_facts, knowledge, relation=relation)
    having = sum(bool(stated(subject=id_)) for id_ in memory.listed)
    listed = 2 * having > len(memory.listed)  # most of them, and not one by its name
    has = len(memory.focus) == 1 and bool(stated(subject=memory.focus[0]))
    return has and not listed and memory.focus[0] not in memory.listed
