"""Complete a message that goes on from the one before: "and NOME?", "who runs it?"."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from partners.answer import Answer, Kind, Outcome
from partners.bare import asked_alone, bare
from partners.by_part import shortly
from partners.completing import Turn
from partners.enumerating import enumerated
from partners.facts import forward_facts
from partners.filtering import filtered
from partners.focusing import claimed, described, of_its_kind, pointed
from partners.folding import fold
from partners.grouping import in_group, such
from partners.instead import who_then, who_they_are
from partners.joining import asked_again, joined, of_stranger, several
from partners.listed import DESCRIBE, GENERAL, next_to, placed
from partners.memory import Memory
from partners.model import Knowledge, Relation, Role
from partners.nth import nth
from partners.numbered import numbered
from partners.of_members import of_members
from partners.others import others, than_named
from partners.question import Question
from partners.reference import Reference
from partners.spelled import asks_spelling
from partners.through import through
from partners.ties import that_one, tied

# One way to complete a message; None where it is another.
Step = Callable[[Question, Reference, Memory], Turn | None]
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
_INVOLVED, _LIST, _STATUS = "ask_involvement", "list_partners", "ask_status"
_LIKE_THIS = re.compile(
    r"\b(?:something|anything|sth) (?:like|similar to) th(?:is|at)\b"
)
_ASKING = frozenset({DESCRIBE, _STATUS, _INVOLVED, "compare_partners"})
_TWO = 3  # words of a message, its question mark counted


class Follower:
    """Complete questions by what the conversation remembers."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._steps: tuple[Step, ...] = (
            partial(next_to, knowledge),
            partial(nth, knowledge),
            partial(placed, knowledge),
            partial(that_one, knowledge),
            partial(tied, knowledge),
            partial(joined, knowledge),
            partial(numbered, knowledge),
            partial(who_then, knowledge),
            partial(who_they_are, knowledge),
            partial(than_named, knowledge),
            partial(such, knowledge),
            self._named,
            self._compared,
            partial(in_group, knowledge),
            partial(filtered, knowledge),
            partial(enumerated, knowledge),
            partial(others, knowledge),
            self._whole,
            partial(bare, knowledge),
            partial(of_members, knowledge),
            partial(described, knowledge),
            partial(shortly, knowledge),
            partial(claimed, knowledge),
            partial(pointed, knowledge),
            partial(of_its_kind, knowledge),
            self._pronoun,
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

    def _pronoun(
        self, question: Question, reference: Reference, memory: Memory
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
        points = self._points(question, reference)
        open_ended = question.relation is not None or question.intent == _INVOLVED
        open_ended = open_ended and not question.criteria
        of_all = question.about_all and not question.singular  # "all its fields"
        of_all = of_all and not question.frequency  # "every year"
        claims = question.pronoun and question.polar and question.intent == _STATUS
        of_all = of_all and not claims  # "are they a partner at least"
        if of_all and _OF_THEM.search(fold(question.text)) and memory.focus:
            return Turn(subjects=self._givers(memory))
        if not asks or of_all or not (points or open_ended):
            return None
        of_focus = memory.focus and not question.singular  # "what do they invest in"
        if memory.stranger and not of_focus:
            return of_stranger(memory)
        if question.reverse and memory.giver:
            return Turn(subjects=(memory.giver,))  # "and what does it support?"
        if question.reverse and question.relation and len(question.said) < _TWO:
            return Turn(question.relation.forward or "", memory.focus)  # "funded?"
        chooses = reference.selects and not question.singular  # "which one has 100"
        if question.relation and not chooses:
            if self._only_focus_has(question.relation, memory):
                return Turn(subjects=memory.focus)
        return self._of_known(question, reference, memory)

    def _givers(self, memory: Memory) -> tuple[str, ...]:
        """Whom "which partner do they fund" means: organisations that were told."""
        told = (memory.giver,) if memory.giver else memory.listed or memory.focus
        roles = {id_: self._knowledge.entities[id_].role for id_ in told}
        others = tuple(id_ for id_ in told if roles[id_] is not Role.PARTNER)
        return others or memory.focus

    def _of_known(
        self, question: Question, reference: Reference, memory: Memory
    ) -> Turn | None:
        """What is asked of the one in question, or of those that were listed."""
        of_many = reference.plural or reference.selects
        # "What is MTT?" - "And TIM?" - "Which one was founded in 2016?"
        chooses = reference.selects and not question.singular
        two = memory.two if chooses else ()
        listed = memory.listed if len(memory.listed) > 1 else two
        if of_many and question.relation and len(listed) > 1:
            if question.wants_which or len(listed) > _FEW:
                return Turn(among=listed)
        known = memory.focus
        if not known or question.intent == "compare_partners":
            known = memory.listed if len(memory.listed) <= _FEW else known
        points = self._points(question, reference)
        if known == memory.focus and (
            turn := through(self._knowledge, question, memory, points)
        ):
            return turn
        if len(known) > 1 and question.singular:
            relation = question.relation.id if question.relation else "summary"
            kind, outcome = Kind.AMBIGUOUS, Outcome.WHICH
            which = Answer(kind, outcome, relation=relation, names=known)
            return Turn(answers=(which,))
        # "Who pays for CAMP and NOME?" - "How much do they get?" Each of the two.
        return Turn(subjects=known, together=len(known) > 1) if known else None

    def _points(self, question: Question, reference: Reference) -> bool:
        """Whether it points at what was said: "it", "those", "the network"."""
        if question.pronoun or reference.plural:
            return True
        # "Which network is about mental health" asks of all.
        roles = {self._knowledge.entities[c].role for c in question.criteria}
        return question.heads and not (Role.KIND in roles and question.wants_which)

    def _only_focus_has(self, relation: Relation, memory: Memory) -> bool:
        """Whether "their mission" is that of the one whose members were listed."""
        stated = partial(forward_facts, self._knowledge, relation=relation)
        listed = any(stated(subject=id_) for id_ in memory.listed)
        has = len(memory.focus) == 1 and bool(stated(subject=memory.focus[0]))
        return has and not listed and memory.focus[0] not in memory.listed
