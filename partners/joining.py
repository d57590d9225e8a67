"""Complete a question of one name by the partner that is talked of.

"What is NOME?" - "Does Vinnova fund it?" has both ends of a relation only once "it" is
known; so has "and Region Skåne?" after "does Vinnova fund CAMP?".
"""

from __future__ import annotations

import re
from dataclasses import replace

from partners.answer import Answer, Kind, Outcome
from partners.completing import Turn
from partners.cues import load_cues
from partners.facts import connections
from partners.folding import tokenise
from partners.giving import load_giving_cues
from partners.listed import DESCRIBE
from partners.memory import AMONG, Memory
from partners.model import Knowledge, Role
from partners.question import Question
from partners.reference import Reference

# Of one name these ask whether it is so: "does Nordea support you".
_CLAIMING = frozenset({"ask_status", "ask_supporters", "ask_supported"})
# "Is Medicon Village a member as well?"
_TOO = frozenset({"too", "also", "as", "well", "then", "there"})
_ONE_OF = re.compile(r"^\W*(?:and |so )?(?:is|are|was) .{2,40} one(?: too)?\W*$")
_INVOLVED = "ask_involvement"
_ONE = ("one",)  # "is that one in it"
_TAKING_PART = frozenset({"ask_part_of", "ask_memberships", "ask_participants"})


def joined(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """How a message with one name is completed to a question of two; None if not."""
    if len(question.subjects) != 1 or question.unknown:
        return None
    (name,) = question.subjects
    if among := _among(knowledge, question, reference, memory, name):
        return among
    if memory.stranger and _asks_of_it(question):
        return of_stranger(memory)  # "Ideon?" - "is it in TIM"
    if reference.empty and len(memory.both) == 2 and memory.intent:
        return _again(knowledge, reference, memory, name)
    if len(memory.focus) != 1 or memory.focus[0] == name or question.criteria:
        return None
    focus = memory.focus[0]
    points = question.pronoun or "there" in question.said or reference.short == _ONE
    if question.intent == _INVOLVED and question.polar and points:
        return Turn(subjects=(name, focus))  # "is Medicon Village in it"
    partner = knowledge.entities[name].role is Role.PARTNER
    begins = question.polar and question.singular and _points_apart(question)
    if question.intent in _TAKING_PART and partner and begins:
        # "Is it part of Open Lab": the one that is, where two were spoken of.
        spoken_of = [id_ for id_ in (memory.giver, focus) if id_ and id_ != name]
        tied = [id_ for id_ in spoken_of if connections(knowledge, id_, name)]
        return Turn(_INVOLVED, ((tied or [focus])[0], name), polar=True)
    if question.agent and question.pronoun:  # "was it founded by LIF"
        return Turn(subjects=(focus, name), by=True)
    if knowledge.entities[focus].role is not Role.PARTNER or question.relation is None:
        return None
    points = question.pronoun or _has_role(question)
    # "Does SISP have its own members" asks of SISP.
    both = question.reverse or (question.relation.reverse is not None and not partner)
    if question.polar and question.asserts and points and both:
        stated = bool(knowledge.facts_of(focus, question.relation.id))
        if stated or question.pronoun:
            ends = (name, focus) if question.reverse else (focus, name)
            return Turn(subjects=ends)
    return _of_focus(knowledge, question, focus, name)


def _among(
    knowledge: Knowledge,
    question: Question,
    reference: Reference,
    memory: Memory,
    name: str,
) -> Turn | None:
    """Is Nordea one of them? - And Folksam?"""
    listed = memory.whole or memory.listed
    again = reference.empty and memory.intent == AMONG
    too = reference.empty and question.both and name in memory.listed
    one = _ONE_OF.search(question.text.lower()) is not None  # "is LIF one?"
    asked = question.polar and (reference.among or too or one)
    roles = {knowledge.entities[id_].role for id_ in listed}
    alike = knowledge.entities[name].role in roles  # not LIF among the partners
    if len(listed) < 2 or not (again or asked) or not alike:
        return None
    answer = Answer(
        Kind.FACT, Outcome.AMONG, name, names=listed, verdict=name in listed
    )
    return Turn(answers=(answer,))


def _asks_of_it(question: Question) -> bool:
    """Whether it asks something of another than the one named: "is it in TIM"."""
    asks = question.relation is not None and question.intent != DESCRIBE
    asks = asks or question.intent == _INVOLVED
    return asks and question.polar and _points_apart(question)


def _again(
    knowledge: Knowledge, reference: Reference, memory: Memory, name: str
) -> Turn | None:
    """The last question of two names with another in the place of its like."""
    roles = {id_: knowledge.entities[id_].role for id_ in memory.both if id_}
    own = knowledge.entities[name].role
    same = [id_ for id_ in memory.both if not id_ or roles[id_] is own]
    if len(same) != 1 or reference.negated or name in memory.both:
        return None
    subjects = tuple(name if id_ == same[0] else id_ for id_ in memory.both)
    return Turn(memory.intent, subjects, polar=True)


def of_stranger(memory: Memory) -> Turn:
    """That the page doesn't know the name that was asked about."""
    kind, outcome = Kind.NO_SUCH_PARTNER, Outcome.UNKNOWN_NAME
    return Turn(answers=(Answer(kind, outcome, names=(memory.stranger,)),))


def _has_role(question: Question) -> bool:
    """Whether it is asked of a role alone: "is Medeon one of the supporters"."""
    cues = load_giving_cues()
    words = [token.word for token in tokenise(question.text) if token.is_word]
    last = [word for word in words if word not in _TOO][-1:]
    return not (cues.givers | cues.others).isdisjoint(last)


def _points_apart(question: Question) -> bool:
    """Whether "it" is another than the one named: at the very end, or before it.

    In "and the government, how much does it give" it is the government.
    """
    pronouns = load_cues().pronouns
    words = [token.word for token in tokenise(question.text) if token.is_word]
    return not pronouns.isdisjoint((*words[:2], *words[-1:]))


def _of_focus(
    knowledge: Knowledge, question: Question, focus: str, name: str
) -> Turn | None:
    """ "Which UN agenda matters to them": the page has it of them, not of the UN."""
    relation = question.relation
    assert relation is not None, "the caller looks only at questions with a relation"
    whose = {fact.relation for fact in knowledge.facts_to(name)}  # "which UN agenda"
    apart = _points_apart(question) or (question.pronoun and relation.id in whose)
    plain = apart and not question.reverse
    of_partner = knowledge.entities[name].role is Role.PARTNER
    if not plain or of_partner or knowledge.facts_of(name, relation.id):
        return None
    stated = knowledge.facts_of(focus, relation.id)
    return Turn(subjects=(focus,)) if stated else None


def several(reference: Reference, memory: Memory) -> tuple[str, ...]:
    """Whom "both", "all of them" or "these three" are: a list, or the last ones."""
    known = memory.listed or memory.focus
    size = reference.size
    fits = len(known) == size if size else len(known) > 1
    if fits or len(memory.recent) < max(size, 2):
        return known
    return memory.recent[-(size or len(memory.recent)) :]


def asked_again(turn: Turn, memory: Memory) -> Turn:
    """`turn` for a yes or a no where the last question wanted it: "and MVA?"."""
    claims = memory.criteria or memory.groups or turn.intent in _CLAIMING
    if not memory.polar or not claims or turn.intent != memory.intent:
        return turn
    return replace(turn, polar=True, criteria=memory.criteria, groups=memory.groups)
