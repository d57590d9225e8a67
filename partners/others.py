"""Complete what asks for others than those told of: "the other one", "anyone else?"."""

from __future__ import annotations

from partners.answer import Answer, Kind, Outcome
from partners.completing import Turn
from partners.facts import told
from partners.follow_cues import load_follow_cues
from partners.listed import GENERAL, again
from partners.memory import Memory
from partners.model import Knowledge, Role
from partners.question import Question
from partners.reference import Reference
from partners.rows import evidence_in

_DOING = frozenset({"did", "does", "do", "done", "doing"})
_SOMEBODY = frozenset({"who", "whom", "anyone", "anybody"})
_ASKING = frozenset({"who", "which", "what", "others", "other", "ones"})
_THERE = frozenset({"from", "there"})
_OTHER = frozenset({"else", "other", "others"})
_STATUS, _LIST, _INVOLVED = "ask_status", "list_partners", "ask_involvement"

_SORTS = frozenset({Role.FORM, Role.KIND, Role.TOPIC})


def others(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """How the message is completed; None where it asks for no others."""
    if reference.one_other and reference.empty and not memory.intent:
        return Turn(answers=(Answer(Kind.AMBIGUOUS, Outcome.WHICH),))
    whole = not (reference.others and {*memory.listed} < {*memory.whole})
    complete = reference.complete and len(memory.listed) > 1 and whole
    if complete and not question.subjects:
        return Turn(answers=(Answer(Kind.FACT, Outcome.NO_OTHERS),))
    if reference.one_other and (rest := _other_one(question, memory)):
        intent = again(knowledge, reference, memory, rest)
        return Turn(intent, rest) if reference.empty else Turn(subjects=rest)
    if mates := _of_its_group(knowledge, question, reference, memory):
        return mates
    alone = reference.empty or bool(reference.bare) or _does_so(question)
    alone = alone or _names_them(question)
    again_asked = alone or _asks_again(knowledge, question, memory)
    if not (reference.others and again_asked) or question.criteria:
        return None
    if question.said >= _THERE:  # "any others from there"
        return None
    if beside := _beside(knowledge, question, memory):
        return beside
    if not alone:
        return None
    return _not_told_yet(knowledge, question, reference, memory)


def _not_told_yet(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """The rest of what was told of some, or that there is none."""
    if left := _left_out(knowledge, memory):
        return Turn(answers=left)
    rest = tuple(id_ for id_ in memory.listed if id_ not in memory.focus)
    picked = {*memory.focus} <= {*memory.listed}
    if memory.listed and memory.focus and rest and picked:
        return Turn(again(knowledge, reference, memory, rest), rest)
    if not memory.evidence:
        return None
    if sort := _of_its_sort(knowledge, memory):
        return sort
    one = bool(memory.focus) and not memory.listed
    forward = _forward(knowledge, memory.intent)
    claimed = bool(memory.polar) or any(memory.both)
    # "Who funds NOME?" - "Who else?", and not "what else do they do"
    more = "what" in question.said or reference.one_other
    told_all = forward == memory.intent and not (claimed or more)
    if one and memory.intent not in GENERAL and not (memory.giver or told_all):
        # "Does Medeon support Open Lab? - Who else?"
        return Turn(forward, memory.focus)
    return Turn(answers=(Answer(Kind.FACT, Outcome.NO_OTHERS),))


def than_named(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """I only knew BIOGA, what's the other one called? The one of two not named."""
    if not reference.one_other or len(question.subjects) != 1:
        return None
    rest = tuple(id_ for id_ in memory.listed if id_ not in question.subjects)
    return Turn(_INVOLVED, rest) if len(rest) == 1 < len(memory.listed) else None


def _other_one(question: Question, memory: Memory) -> tuple[str, ...]:
    """The one of two that is not in question, or of a list was not talked of yet."""
    if len(memory.focus) != 1:
        return ()
    if "remaining" in question.said and len(memory.whole) > 2:
        left = tuple(id_ for id_ in memory.whole if id_ not in memory.recent)
        return left if len(left) == 1 else ()
    together = (memory.listed, memory.pair, memory.whole, memory.recent[-2:])
    for two in together:
        if len(two) == 2 and memory.focus[0] in two:
            return tuple(id_ for id_ in two if id_ not in memory.focus)
    left = tuple(id_ for id_ in memory.listed if id_ not in memory.recent)
    return left if len(left) == 1 else ()


def _does_so(question: Question) -> bool:
    """Whether it only asks who did the same: "who else did that with them"."""
    return bool(_DOING & question.said) and not (question.terms or question.leftover)


def _names_them(question: Question) -> bool:
    """Who were the others? - Which other ones are there?"""
    plain = load_follow_cues().filler | load_follow_cues().linking | _ASKING
    named = question.subjects or question.leftover or question.counts
    if named or _OTHER.isdisjoint(question.said):
        return False
    return {*filter(str.isalpha, question.said)} <= plain


def _asks_again(knowledge: Knowledge, question: Question, memory: Memory) -> bool:
    """Whether it asks for others in what was told: "who else collaborates in it"."""
    relation = question.relation.id if question.relation else ""
    told_of = {one.partition("/")[2] for one in memory.evidence}
    return not question.said.isdisjoint(_OTHER) and relation in told_of


def _beside(knowledge: Knowledge, question: Question, memory: Memory) -> Turn | None:
    """What does LIF do here? - Who else did that? Those beside it in the same fact."""
    if len(memory.focus) != 1 or _SOMEBODY.isdisjoint(question.said):
        return None
    for facts in evidence_in(knowledge, memory.evidence):
        if any(fact.target == memory.focus[0] for fact in facts):
            intent = knowledge.relations[facts[0].relation].forward or ""
            return Turn(intent, (facts[0].subject,))
        rest = [fact for fact in facts if fact.target != memory.giver]
        if memory.giver and 0 < len(rest) < len(facts):
            return Turn(answers=(told(rest),))  # "did LIF found any?" - "who else?"
    return None


def _left_out(knowledge: Knowledge, memory: Memory) -> tuple[Answer, ...]:
    """Which universities are in it? - Anyone else? Those that were not chosen."""
    left = set(memory.whole) - {*memory.listed, memory.giver}
    if not left or not set(memory.listed) < set(memory.whole):
        return ()
    stated = evidence_in(knowledge, memory.evidence)
    others = [[fact for fact in facts if fact.target in left] for facts in stated]
    if not any(others) and len(memory.focus) == 1:  # told were their kinds, or places
        about = knowledge.facts_about(memory.focus[0])
        relations = dict.fromkeys(f.relation for f in about if f.target in left)
        held = (knowledge.facts_of(memory.focus[0], id_) for id_ in relations)
        others = [[f for f in facts if f.target in left] for facts in held]
    return tuple(told(facts) for facts in others if facts)


def _of_its_group(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """Is Nordea a partner? - Any others of that sort?"""
    if rest := _other_groups(knowledge, question, reference, memory):
        return Turn(_LIST, groups=rest, dropped=True)
    if len(memory.focus) != 1 or question.subjects:
        return None
    of_group = not load_follow_cues().grouping.isdisjoint(question.said)
    if memory.intent != _STATUS and not of_group:
        return None
    group = knowledge.entities[memory.focus[0]].group
    asks = reference.others and (reference.empty or of_group or not question.terms)
    if group is None or not asks or question.unknown or question.criteria:
        return None
    return Turn(_LIST, groups=(group,), dropped=True)


def _of_its_sort(knowledge: Knowledge, memory: Memory) -> Turn | None:
    """Is SwedenBIO non-profit? - Any others? All of which the page says the same."""
    roles = {knowledge.entities[c].role for c in memory.criteria}
    asked = memory.polar and len(memory.focus) == 1 and not memory.listed
    if not asked or not roles or not roles <= _SORTS:
        return None
    return Turn(_LIST, dropped=True, criteria=memory.criteria)


def _other_groups(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> tuple[str, ...]:
    """List the supporting partners. - And the rest? The partners of the other group."""
    listed = {*memory.listed}
    groups = {knowledge.entities[id_].group for id_ in listed}
    whole = {p.id for p in knowledge.partners if p.group in groups}
    rest = question.said & {"rest", "remaining", "the"}  # not "any others?"
    asks = reference.others and reference.empty and not reference.complete
    if not (asks and rest) or question.subjects or len(groups) != 1 or listed != whole:
        return ()
    return tuple(group for group in knowledge.groups if group not in groups)


def _forward(knowledge: Knowledge, intent: str) -> str:
    """The intent that asks the same relation of a partner."""
    relations = knowledge.relations.values()
    found = (r.forward for r in relations if r.reverse == intent and r.forward)
    return next(found, intent)
