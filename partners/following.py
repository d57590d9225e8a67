"""Complete a message that goes on from the one before: "and NOME?", "who runs it?"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from partners.also_called import also_called
from partners.bare import asked_alone, bare
from partners.by_part import shortly
from partners.cities import city
from partners.completing import Turn
from partners.enumerating import enumerated
from partners.filtering import filtered
from partners.focusing import claimed, described, of_its_kind
from partners.folding import fold
from partners.grouping import compared_groups, in_group, such
from partners.instead import who_then, who_they_are
from partners.joining import asked_again, joined, several
from partners.listed import DESCRIBE, GENERAL, next_to, placed
from partners.memory import Memory
from partners.model import Knowledge, Role
from partners.nth import nth
from partners.numbered import numbered
from partners.of_members import of_members
from partners.of_number import of_number
from partners.others import others, than_named
from partners.particular import pointed
from partners.pronouns import of_unknown, pronoun
from partners.question import Question
from partners.reference import Reference
from partners.sameness import same_as_focus
from partners.so_often import so_often
from partners.supposed import supposed
from partners.through import by_way
from partners.ties import owned, that_one, tied
from partners.which_value import which_value

# One way to complete a message; None where it is another.
Step = Callable[[Question, Reference, Memory], Turn | None]
_Following = Callable[[Knowledge, Question, Reference, Memory], Turn | None]
# The steps in their order: what says most of whom it means comes first.
_FIRST = (
    same_as_focus,
    supposed,
    city,
    by_way,
    next_to,
    nth,
    placed,
    that_one,
    so_often,
    which_value,
    owned,
    tied,
    joined,
    of_number,
    numbered,
    who_then,
    who_they_are,
    than_named,
    of_unknown,
    also_called,
    such,
    compared_groups,
)
# … after a name or a comparison,
_CHOOSING = (
    in_group,
    filtered,
    enumerated,
    others,
)
# … and after "both" and "all of them".
_LAST = (
    bare,
    of_members,
    described,
    shortly,
    claimed,
    pointed,
    of_its_kind,
    pronoun,
)
_PAIR = 2
_INVOLVED, _LIST, _STATUS = "ask_involvement", "list_partners", "ask_status"
_LIKE_THIS = re.compile(
    r"\b(?:something|anything|sth) (?:like|similar to) th(?:is|at)\b"
)


class Follower:
    """Complete questions by what the conversation remembers."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

        def of(steps: Sequence[_Following]) -> list[Step]:
            return [partial(step, knowledge) for step in steps]

        self._steps: tuple[Step, ...] = (
            *of(_FIRST),
            self._named,
            self._compared,
            *of(_CHOOSING),
            self._whole,
            *of(_LAST),
        )

    def follow(self, question: Question, reference: Reference, memory: Memory) -> Turn:
        """How `question`, the likeliest reading of a message, is to be completed."""
        turns = (step(question, reference, memory) for step in self._steps)
        return next((turn for turn in turns if turn is not None), Turn())

    def _named(
        self, question: Question, reference: Reference, memory: Memory
    ) -> Turn | None:
        """And NOME? - not CAMP, MVA - the same for TIM."""
        meant = tuple(s for s in question.subjects if s not in reference.negated)
        if not meant and not question.unknown:
            return None
        chooses = question.criteria or question.groups or question.elsewhere
        if _LIKE_THIS.search(fold(question.text)) and len(meant) == 1 and memory.focus:
            return Turn(memory.intent or DESCRIBE, meant)
        lone = reference.bare and reference.bare != ("",) and not chooses
        if lone and len(meant) == 1:
            # "And MTT, when?"
            return asked_alone(self._knowledge, reference, memory, meant)
        if not reference.empty or chooses or not (memory.intent or memory.pending):
            changed = bool(reference.negated) and meant != question.subjects
            return Turn(subjects=meant) if changed else Turn()
        general = memory.intent in GENERAL or memory.intent.startswith("ask_more")
        told = {one.partition("/")[2] for one in memory.evidence}
        if memory.intent == _LIST and told == {"legal_forms"} and len(meant) == 1:
            forms = self._knowledge.relations["legal_forms"].forward or ""
            return Turn(forms, meant)  # "who is non-profit" - "and Mobile Heights?"
        counts = bool(memory.counts)
        intent = memory.pending or (DESCRIBE if general else memory.intent)
        turn = Turn(intent, meant, counts=counts, dropped=bool(reference.negated))
        return asked_again(turn, memory)

    def _compared(
        self, question: Question, reference: Reference, memory: Memory
    ) -> Turn | None:
        """Which is older? - who has more members? Of the two last talked of."""
        two = memory.two
        named = question.subjects or question.of_partners or question.about_all
        roles = {self._knowledge.entities[id_].role for id_ in memory.listed}
        among_many = len(memory.listed) > 2 and roles == {Role.PARTNER}
        alike = question.intent == "compare_partners" and reference.plural
        if alike and not (named or question.dimension or question.criteria):
            # "What does SFIN do?" - "And TIM?" - "What do they have in common?"
            return Turn("compare_partners", two) if len(two) == _PAIR else None
        if question.dimension and among_many and not named:
            return Turn("compare_partners", among=memory.listed)
        if not question.dimension or named or len(two) < 2 or among_many:
            return None
        return Turn("compare_partners", two)

    def _whole(
        self, question: Question, reference: Reference, memory: Memory
    ) -> Turn | None:
        """Both, all of them."""
        known = several(reference, memory)
        named = question.subjects or question.groups  # "all the supporting partners"
        if not reference.whole or len(known) < 2 or named:
            return None
        if reference.selects and not (question.dimension or question.ranked):
            return None  # "which of those two has sites"
        groups = {self._knowledge.entities[id_].group for id_ in known} - {None}
        if memory.intent == _STATUS and reference.empty and not reference.size:
            if not memory.listed and len(groups) == 1:  # "can you give me all of them"
                return Turn(_LIST, groups=tuple(filter(None, groups)), dropped=True)
        claims = question.polar and reference.size
        if question.of_partners and not claims:
            return None
        if question.intent == _INVOLVED and len(memory.focus) == 1:
            return Turn(subjects=memory.focus)  # "in what role in each"
        if question.criteria and not question.polar:
            return None
        if reference.empty and question.criteria:
            claimed = question.criteria
            return Turn(_LIST, known, polar=True, criteria=claimed)
        if reference.empty and not memory.pending:
            return Turn(DESCRIBE, known)
        intent = memory.pending if reference.empty else ""
        return Turn(intent, known, together=True)
