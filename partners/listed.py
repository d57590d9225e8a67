"""Find what a place in a list stands for: "the second one", "the next one"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from partners.answer import Answer, Kind, Outcome
from partners.completing import Turn
from partners.facts import told
from partners.folding import fold
from partners.memory import Memory
from partners.model import Fact, Knowledge, Role
from partners.question import Question
from partners.reference import Reference
from partners.rows import fact_of

DESCRIBE = "describe_partner"
_NEXT = re.compile(
    r"\b(?:who|which|what)\b.*\b(?:come|comes|stand|stands|is|are|listed|right|just"
    r"|directly|straight|immediately) (after|before)\b"
)
# These ask of partners in general, so that a name alone can't take them on.
GENERAL = frozenset({"list_partners", "compare_partners", "ask_help", ""})


def placed(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """How a message is completed that names its subject by a place; None if none."""
    listed = _list_of(reference, memory)
    if question.groups:  # "the 2nd supporting partner"
        of_group = [p.id for p in knowledge.partners if p.group in question.groups]
        some = tuple(id_ for id_ in listed if id_ in of_group and not reference.whole)
        listed = some or tuple(of_group)
    places = _places(reference, memory, listed)
    if memory.language == "sv" and places == (2,) and memory.focus == tuple(listed[1:]):
        places = (1,)  # "den andra" is the second and the other one
    named = question.subjects or question.unknown
    what = reference.describes and question.intent == DESCRIBE  # "whats the last one"
    if places and not listed and (reference.empty or what) and not named:
        return _value(knowledge, memory, places) or _of_nothing(reference, memory)
    if places and not listed and not named and _of_values(question, memory):
        return _value(knowledge, memory, places)  # "and the 4th site"
    if places and not listed and not named and memory.values and question.pronoun:
        return _unknown_of(memory)  # "the second one, where is it"
    if not places or not listed or (named and reference.empty):
        return None
    if _is_outside(places, len(listed)):
        kind, outcome = Kind.AMBIGUOUS, Outcome.OUT_OF_RANGE
        answer = Answer(kind, outcome, names=listed, number=len(listed))
        return Turn(answers=(answer,))
    chosen = tuple(listed[p - 1 if p > 0 else p] for p in places)
    if reference.excepts and reference.whole:  # "all but the first"
        chosen = tuple(id_ for id_ in listed if id_ not in chosen)
    if question.subjects:  # "does Vinnova fund the second one"
        return Turn(subjects=(*question.subjects, *chosen))
    # "Is the latter non-profit" asks something of its own.
    claims = question.polar and bool(question.criteria)
    intent = "" if claims else again(knowledge, reference, memory, chosen)
    return Turn(intent, chosen, placed=True, groups=question.groups)


def _list_of(reference: Reference, memory: Memory) -> tuple[str, ...]:
    """What a place counts: the last list, or those that were talked of."""
    listed = memory.pair if reference.of_two and memory.pair else memory.listed
    if reference.back and memory.recent:
        listed = memory.recent
    listed = listed or memory.pair or memory.whole
    if not listed and not memory.values and len(memory.recent) > 1:
        return memory.recent  # "who funds CAMP" - "and NOME?" - "and the first one"
    return listed


def next_to(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """Who comes right after Swedbank? The next of the list that it stands in."""
    points = question.pronoun and not question.subjects  # "who comes after it"
    named = memory.focus if points else question.subjects
    if len(named) != 1 or question.unknown:
        return None
    found = _NEXT.search(fold(question.text))
    if found is None:
        return None
    (name,) = named
    group = knowledge.entities[name].group
    listed = memory.listed if name in memory.listed else ()
    listed = listed or tuple(p.id for p in knowledge.partners if p.group == group)
    if name not in listed or group is None:
        return None
    place = listed.index(name) + (1 if found[1] == "after" else -1)
    if not 0 <= place < len(listed):
        return Turn(answers=(Answer(Kind.FACT, Outcome.NO_OTHERS),))
    return Turn(DESCRIBE, (listed[place],), placed=True)


def _places(
    reference: Reference, memory: Memory, listed: Sequence[str]
) -> tuple[int, ...]:
    """The places named, of "the next one" that after the one in question."""
    if not reference.step:
        return reference.positions
    if len(memory.focus) != 1 or memory.focus[0] not in listed:
        return ()
    place = listed.index(memory.focus[0]) + 1 + reference.step
    return (place if place > 0 else len(listed) + 1,)


def _is_outside(places: Sequence[int], number: int) -> bool:
    return 0 in places or max(map(abs, places)) > number


def _of_nothing(reference: Reference, memory: Memory) -> Turn | None:
    """A place, and nothing to choose from: "2", or "the second one" at the start."""
    if reference.numeric:
        return Turn(answers=(Answer(Kind.OUT_OF_SCOPE, Outcome.OFF_PAGE),))
    lists = memory.intent in GENERAL and reference.describes
    if not memory.intent or lists:
        return Turn(answers=(Answer(Kind.AMBIGUOUS, Outcome.WHICH),))
    return None


def _unknown_of(memory: Memory) -> Turn | None:
    """What is asked of a site or an event: the page has no more than its name."""
    if len(memory.focus) != 1:
        return None
    kind, outcome = Kind.NOT_STATED, Outcome.NOT_STATED
    return Turn(answers=(Answer(kind, outcome, memory.focus[0], "anything"),))


def _of_values(question: Question, memory: Memory) -> bool:
    """Whether what was told in a row is of the relation that is asked."""
    relation = question.relation.id if question.relation else ""
    return any(value.split("/")[1] == relation for value in memory.values)


def _value(knowledge: Knowledge, memory: Memory, places: Sequence[int]) -> Turn | None:
    """The first site, the last event: facts that were told in a row."""
    found = [fact_of(knowledge, value) for value in memory.values]
    facts = [fact for fact in found if fact is not None]
    return Turn(answers=(at_places(facts, places),)) if facts else None


def at_places(
    facts: Sequence[Fact], places: Sequence[int], names: tuple[str, ...] = ()
) -> Answer:
    """The facts at these places, or that there are not so many.

    `names` are what they are then called by, where they have names.
    """
    if not _is_outside(places, len(facts)):
        return told([facts[p - 1 if p > 0 else p] for p in places])
    kind, outcome = Kind.AMBIGUOUS, Outcome.OUT_OF_RANGE
    stated = () if names else tuple(facts)
    return Answer(kind, outcome, facts=stated, names=names, number=len(facts))


def again(
    knowledge: Knowledge, reference: Reference, memory: Memory, subjects: Sequence[str]
) -> str:
    """The intent for those chosen: what was asked before, or what they are."""
    if not reference.empty:
        return ""
    if memory.pending:
        return memory.pending
    one_of_them = memory.focus and set(memory.focus) <= set(memory.listed)
    goes_on = one_of_them or set(subjects) <= set(memory.pair)
    goes_on = bool(goes_on) and memory.intent not in GENERAL
    if goes_on and not reference.describes:
        return memory.intent  # "who funds the second one" - "and the last one?"
    partner = all(knowledge.entities[id_].role is Role.PARTNER for id_ in subjects)
    return DESCRIBE if partner else "ask_involvement"
