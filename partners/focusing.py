"""Complete a message by what it says of the one in question: "law too?".

A kind, a field or a place named in it may say whom it means, or be claimed of the one
that is talked of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from partners.completing import Turn
from partners.existing import asks_anywhere
from partners.facts import matching
from partners.folding import fold, tokenise
from partners.follow_cues import load_follow_cues
from partners.grouping import named_so
from partners.listed import DESCRIBE
from partners.memory import Memory
from partners.model import Knowledge, Role
from partners.question import Question
from partners.reference import Reference
from partners.search import stem, stems

_LIST, _STATUS, _INVOLVED = "list_partners", "ask_status", "ask_involvement"
_WHERE = "ask_places"
_JOINING = "ask_joining"
_MUST = re.compile(
    r"\b(?:do|must|should|may|can|could) (?:i|we|you|one|people)"
    r" (?:have to be|need to be|be|only be)\b"
)
_OF_FORM = frozenset({Role.FORM, Role.KIND})
_CLAIMED = frozenset({Role.TOPIC, Role.PLACE})
_OURS = frozenset({"our", "my", "we"})
_RELATIVE = frozenset({"that", "which"})
_DEFINITE = frozenset({"the", "that", "this"})
# A longer message says by itself whom it asks of.
_SHORT, _KIND = 6, 3


def described(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """That project, the network: the one talked of that is one; None if not."""
    if question.subjects or question.unknown:
        return None
    if field := _definite_field(knowledge, question):
        return _tells_of(knowledge, question, memory, field)
    kinds = [c for c in question.criteria if _role(knowledge, c) is Role.KIND]
    of_others = "the other " in fold(question.text)
    if not kinds or not (question.definite or of_others):
        return None
    of_kind = {p.id for p in matching(knowledge, kinds)}
    if of_others:  # "no, the other forum, High Level"
        of_kind -= {*memory.focus}
        if len(of_kind) != 1 or not memory.focus:
            return None
    recent = memory.recent[::-1]  # "back to the forum"
    known = [i for i in (*memory.focus, *memory.listed, *recent) if i in of_kind]
    if not known and (told := _tells_of(knowledge, question, memory, kinds)):
        return told
    if not known and (named := named_so(knowledge, kinds, memory)):
        return Turn(subjects=named, described=tuple(kinds))
    if not known and len(of_kind) == 1 and not _of_another(question, reference):
        known = list(of_kind)  # "what is CAMP" - "who founded the think tank"
    if not known:
        return None
    intent = (memory.intent or DESCRIBE) if reference.empty else ""
    subjects: tuple[str, ...] = (known[0],)
    other = [id_ for id_ in memory.focus if id_ not in known]
    own = question.pronoun or not question.said.isdisjoint(_OURS)
    acts = question.intent == _INVOLVED or (question.reverse and question.polar)
    if own and acts and len(other) == 1:
        subjects = (other[0], known[0])  # "what is its role in the think tank"
    # "Which of the think tank's founders are universities" has a kind of its own.
    held = {fact.target for fact in knowledge.facts_of(known[0], "kinds")}
    kinds = [kind for kind in kinds if kind in held]
    counts = bool(memory.counts)
    return Turn(intent, subjects, counts=counts, described=tuple(kinds))


def _of_another(question: Question, reference: Reference) -> bool:
    """Whether it asks of those talked of: "the foundation that supports it"."""
    relative = not question.said.isdisjoint(_RELATIVE)
    return reference.plural or reference.of_two or (question.pronoun and relative)


def _definite_field(knowledge: Knowledge, question: Question) -> list[str]:
    """The fields that are spoken of as known: "in which countries is the cluster"."""
    words = [token.word for token in tokenise(question.text) if token.is_word]
    after = {b for a, b in zip(words, words[1:], strict=False) if a in _DEFINITE}
    heads = {stem(word) for word in after}
    return [
        id_
        for id_ in question.criteria
        if _role(knowledge, id_) is Role.TOPIC
        and heads & {stem(t.word) for t in tokenise(knowledge.entities[id_].name)}
    ]


def _tells_of(
    knowledge: Knowledge, question: Question, memory: Memory, kinds: Sequence[str]
) -> Turn | None:
    """What is MVA? - In which countries is the cluster? That is in its own facts."""
    if len(memory.focus) != 1 or question.relation is None or not kinds:
        return None
    facts = knowledge.facts_about(memory.focus[0])
    said = {part for fact in facts for part in stems(fact.text or "")}
    names = {stem(t.word) for k in kinds for t in tokenise(knowledge.entities[k].name)}
    if not names <= said:
        return None
    return Turn(subjects=memory.focus, described=tuple(kinds))


def claimed(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """Non-profit? - a network? - law too? - is digitization in there?"""
    roles = {_role(knowledge, c) for c in question.criteria}
    names = question.subjects or question.unknown
    if names or len(memory.focus) != 1:
        return None
    if question.groups and (turn := _of_group(question, memory, bool(roles))):
        return turn
    if roles and _offers(question) and not question.polar:
        return Turn(subjects=memory.focus)  # "profit or non-profit", "national or not"
    of_names = question.relation is not None and question.relation.id == "names"
    if not question.polar or of_names:  # "does it have a Swedish name"
        return None
    if _MUST.search(fold(question.text)):
        return Turn(_JOINING, memory.focus)  # "do I have to be Swedish"
    if not roles or question.groups:
        return None
    of_all = question.about_all or question.of_partners or reference.plural
    if of_all or asks_anywhere(knowledge, question, memory):
        return None
    if roles <= _OF_FORM and (reference.empty or _claims_shortly(question)):
        return Turn(subjects=memory.focus)
    goes_on = memory.intent == _LIST and not memory.polar
    has_all = all(
        memory.focus[0] in knowledge.subjects_to(c) for c in question.criteria
    )
    if goes_on and not (question.both and has_all):
        return None  # "which partner works with food?" - "and with law?", "law too?"
    if roles == {Role.PLACE} and _gives(question):
        return Turn(subjects=memory.focus)
    return _claimed_field(knowledge, question, memory)


def _claimed_field(
    knowledge: Knowledge, question: Question, memory: Memory
) -> Turn | None:
    """Law too? - Is it only in Skåne? - Is it for Swedish startups?"""
    roles = {_role(knowledge, c) for c in question.criteria}
    partner = _role(knowledge, memory.focus[0]) is Role.PARTNER
    points = question.pronoun and question.asserts  # "is it only pharma companies"
    if question.exclusive and question.intent == _WHERE:
        return Turn(subjects=memory.focus)  # "is it only in Skåne"
    shortly = _claims_shortly(question, _words_about(knowledge, memory.focus[0]))
    if partner and roles == _CLAIMED and points and question.relation:
        return Turn(subjects=memory.focus)  # "is it only for Swedish startups"
    if partner and roles <= _CLAIMED and (points or shortly):
        criteria = question.criteria
        return Turn(_LIST, memory.focus, polar=True, criteria=criteria)
    return None


def _of_group(question: Question, memory: Memory, sorts: bool) -> Turn | None:
    """Is it a supporting partner? - Collaboration partner as well?"""
    claims = question.asserts and question.singular and not question.exclusive
    shortly = question.polar and not sorts and _claims_shortly(question)
    if not (claims or shortly):
        return None
    # "Is it a supporting or a collaboration partner" claims neither.
    offers = claims and "or" in question.said
    groups = () if offers else question.groups
    return Turn(_STATUS, memory.focus, polar=not offers, groups=groups)


def _gives(question: Question) -> bool:
    """Whether a place is said to give something to it: "does Lund support it"."""
    values = question.relation.values if question.relation else ()
    return question.pronoun and Role.ORGANISATION in values


def _offers(question: Question) -> bool:
    """Whether a short message is nothing but two choices of one relation."""
    words = [token for token in tokenise(question.text) if token.is_word]
    opens = question.wants_which or question.wants_names or question.of_partners
    short = "or" in question.said and len(words) <= _SHORT
    return short and question.relation is not None and not opens


def of_its_kind(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """Is Kraftringen a partner? - What kind of partner?"""
    names = question.subjects or question.unknown or question.groups
    words = [token for token in tokenise(question.text) if token.is_word]
    short = len(words) <= _KIND and question.intent == "ask_kind"  # "which kind then"
    of_status = question.intent == _STATUS or (memory.intent == _STATUS and short)
    asks = of_status and not (names or question.counts)
    kind = not load_follow_cues().grouping.isdisjoint(question.said)
    if kind and question.alike and len(question.subjects) == 1 and len(words) <= _SHORT:
        return Turn(_STATUS, question.subjects)  # "and Securitas, same category?"
    if len(memory.focus) != 1 or not (asks and kind) or len(words) > _SHORT:
        return None
    partner = _role(knowledge, memory.focus[0]) is Role.PARTNER
    return Turn(_STATUS, memory.focus) if partner else None


def _words_about(knowledge: Knowledge, id_: str) -> set[str]:
    """The stems of what the page says of it: "small startups as well?"."""
    facts = knowledge.facts_about(id_)
    return {part for fact in facts for part in stems(fact.text or "")}


def _claims_shortly(question: Question, said: AbstractSet[str] = frozenset()) -> bool:
    """Whether it is nothing but that something belongs to it, in `said` stems."""
    cues = load_follow_cues()
    plain = cues.filler | cues.supporting | cues.linking | cues.having
    words = [token.word for token in tokenise(question.text) if token.is_word]
    own = {fold(word) for word in question.leftover} - plain
    own = {word for word in own if stem(word) not in said}
    return not own and 0 < len(words) <= _SHORT


def _role(knowledge: Knowledge, id_: str) -> Role:
    return knowledge.entities[id_].role
