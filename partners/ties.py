"""Tell which of those talked of are tied to the one named: "any of those in TIM?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from partners.answer import Answer, Kind, Outcome
from partners.completing import Turn
from partners.facts import connections, matching
from partners.folding import fold
from partners.joining import several
from partners.memory import Memory
from partners.model import Fact, Knowledge, Role
from partners.question import Question
from partners.reference import Reference
from partners.rows import evidence_in

_OWNED = re.compile(
    r"\b(?:belongs? to|owned by|part of) (?:them|that (?:foundation|agency|one))\b"
)
# These ask whether somebody takes part, in whatever role.
_IN_ANY_ROLE = frozenset(
    "ask_part_of ask_memberships ask_members ask_participants ask_involvement".split()
)


def tied(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """What the page has of those listed and the one named; None of other questions."""
    names = question.subjects or _only_one(knowledge, question, reference)
    criteria = question.criteria if names == question.subjects else ()
    chooses = criteria or question.groups or question.unknown
    denied = reference.negated or question.negated  # "which of them does it not fund"
    if len(names) != 1 or chooses or reference.among or denied:
        return None
    each = reference.whole and not reference.selects  # "which of the three" chooses
    many = several(reference, memory) if each else memory.listed
    if reference.selects and len(many) < 2:
        many = memory.whole or memory.two
    if names[0] in many and not each:
        return None  # "which of them pays for NOME", where NOME is one of those told
    many = tuple(id_ for id_ in many if id_ not in names)
    asks = question.polar or reference.selects
    points = each or reference.plural or reference.selects
    if len(many) < 2 or not (asks and points):
        return None
    relation = _relation(question, reference)
    if relation is None:
        return None
    stated = bool(relation) and bool(knowledge.facts_of(names[0], relation or ""))
    held = {id_: _between(knowledge, id_, names[0], relation) for id_ in many}
    if each:
        return Turn(answers=_of_each(held, names[0]))
    if question.polar and stated and not any(held.values()):
        # "Is CAMP financed by them also": by whom it is, is told.
        return Turn(subjects=(names[0], many[0]), by=True)
    return Turn(answers=(_chosen(held, names[0]),))


def owned(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """Who funds NOME? - So it belongs to them?"""
    if len(memory.focus) != 1 or question.subjects or question.unknown:
        return None
    if not _OWNED.search(fold(question.text)):
        return None
    told = [f for facts in evidence_in(knowledge, memory.evidence) for f in facts]
    givers = {f.target for f in told if f.target and f.subject == memory.focus[0]}
    if len(givers) != 1:
        return None
    return Turn("ask_part_of", (memory.focus[0], *givers), polar=True)


def _only_one(
    knowledge: Knowledge, question: Question, reference: Reference
) -> tuple[str, ...]:
    """Which of them also started a think tank? There is one alone."""
    acts = question.reverse and reference.selects and reference.plural
    ids = tuple(p.id for p in matching(knowledge, question.criteria)) if acts else ()
    return ids if question.criteria and len(ids) == 1 else ()


def that_one(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """Which foundation supports Open Lab? - Does that foundation fund NOME, too?"""
    if len(question.subjects) != 1 or not (question.definite and question.relation):
        return None
    kinds = tuple(
        c for c in question.criteria if knowledge.entities[c].role is Role.KIND
    )
    told = [f for facts in evidence_in(knowledge, memory.evidence) for f in facts]
    meant = {f.target for f in told if f.target and _is_one(knowledge, f.target, kinds)}
    if len(meant) != 1 or meant <= set(question.subjects):
        return None
    return Turn(subjects=(*meant, *question.subjects), described=kinds)


def _is_one(knowledge: Knowledge, id_: str, kinds: Sequence[str]) -> bool:
    own = {fact.target for fact in knowledge.facts_of(id_, "kinds")}
    return bool(kinds) and own.issuperset(kinds)


def _relation(question: Question, reference: Reference) -> str | None:
    """The relation in which they are to stand, empty where it is any; None if none."""
    if reference.empty or question.intent in _IN_ANY_ROLE:
        return ""
    relation = question.relation
    ends = relation is not None and Role.ORGANISATION in relation.values
    return relation.id if relation and ends else None


def _between(
    knowledge: Knowledge, one: str, other: str, relation: str
) -> tuple[Fact, ...]:
    found = connections(knowledge, one, other)
    if not relation:  # what only inspired a partner takes no part in it
        return tuple(fact for fact in found if fact.relation != "inspiration")
    return tuple(fact for fact in found if fact.relation == relation)


def _of_each(held: dict[str, tuple[Fact, ...]], name: str) -> tuple[Answer, ...]:
    """Is Medicon Village part of both? Yes only where the page has it of each."""
    facts = tuple(dict.fromkeys(fact for found in held.values() for fact in found))
    missing = [id_ for id_, found in held.items() if not found]
    kind, outcome = Kind.NOT_STATED, Outcome.NOT_CONNECTED
    apart = tuple(Answer(kind, outcome, id_, names=(id_, name)) for id_ in missing)
    if not facts:
        return apart
    verdict = None if missing else True
    subject = _shared_subject(facts) or name
    told = Answer(Kind.FACT, Outcome.CONNECTED, subject, facts=facts, verdict=verdict)
    return (told, *apart)


def _shared_subject(facts: Sequence[Fact]) -> str | None:
    subjects = {fact.subject for fact in facts}
    return subjects.pop() if len(subjects) == 1 else None


def _chosen(held: dict[str, tuple[Fact, ...]], name: str) -> Answer:
    """Which of them are in Open Lab? Those that the page ties to it."""
    names = tuple(id_ for id_, found in held.items() if found)
    if not names:
        kind, outcome = Kind.NOT_STATED, Outcome.NONE_SELECTED
        return Answer(kind, outcome, criteria=(name,))
    facts = tuple(fact for found in held.values() for fact in found)
    kind, outcome = Kind.FACT, Outcome.SELECTED
    return Answer(kind, outcome, facts=facts, names=names, criteria=(name,))
