"""Complete a message that goes on from the one before: "and NOME?", "who runs it?"."""

from __future__ import annotations

from partners.answer import Answer, Kind, Outcome
from partners.completing import Turn
from partners.facts import matching
from partners.filtering import filtered
from partners.joining import asked_again, joined, of_stranger, several
from partners.listed import DESCRIBE, GENERAL, again, placed
from partners.memory import Memory
from partners.model import Knowledge, Role
from partners.of_members import of_members
from partners.question import Question
from partners.reference import Reference

# So many are still asked about one by one when "they" are.
_FEW = 6


class Follower:
    """Complete questions by what the conversation remembers."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def follow(self, question: Question, reference: Reference, memory: Memory) -> Turn:
        """How `question`, the likeliest reading of a message, is to be completed."""
        for step in (
            self._placed,
            self._joined,
            self._named,
            self._filtered,
            self._others,
            self._whole,
            self._bare,
            self._members,
            self._described,
            self._claimed,
            self._pronoun,
        ):
            turn = step(question, reference, memory)
            if turn is not None:
                return turn
        return Turn()

    def _placed(
        self, question: Question, reference: Reference, memory: Memory
    ) -> Turn | None:
        """The second one, the last two."""
        return placed(self._knowledge, question, reference, memory)

    def _joined(
        self, question: Question, reference: Reference, memory: Memory
    ) -> Turn | None:
        """Does Vinnova fund it? - And Region Skåne?"""
        return joined(self._knowledge, question, reference, memory)

    def _named(
        self, question: Question, reference: Reference, memory: Memory
    ) -> Turn | None:
        """And NOME? - not CAMP, MVA - the same for TIM."""
        meant = tuple(s for s in question.subjects if s not in reference.negated)
        if not meant and not question.unknown:
            return None
        chooses = question.criteria or question.groups or question.elsewhere
        lone = reference.bare and reference.bare != ("",) and not chooses
        if lone and len(meant) == 1:
            return self._asked_alone(reference, memory, meant)  # "and MTT, when?"
        if not reference.empty or chooses or not (memory.intent or memory.pending):
            changed = bool(reference.negated) and meant != question.subjects
            return Turn(subjects=meant) if changed else Turn()
        general = memory.intent in GENERAL or memory.intent.startswith("ask_more")
        counts = bool(memory.counts)
        intent = memory.pending or (DESCRIBE if general else memory.intent)
        turn = Turn(intent, meant, counts=counts, dropped=bool(reference.negated))
        return asked_again(turn, memory)

    def _filtered(
        self, question: Question, reference: Reference, memory: Memory
    ) -> Turn | None:
        """Which of them are non-profit?"""
        return filtered(self._knowledge, question, reference, memory)

    def _others(
        self, question: Question, reference: Reference, memory: Memory
    ) -> Turn | None:
        """The other one, any others? - is that all?"""
        if reference.complete and len(memory.listed) > 1 and not question.subjects:
            return Turn(answers=(Answer(Kind.FACT, Outcome.NO_OTHERS),))
        two = memory.listed if len(memory.listed) == 2 else memory.pair
        two = two or memory.recent[-2:]
        two = two if len(memory.focus) == 1 else ()
        rest = tuple(id_ for id_ in two if id_ not in memory.focus)
        if reference.one_other and not reference.empty and len(rest) == 1:
            return Turn(subjects=rest)
        alone = reference.empty or bool(reference.bare)
        if not (reference.others and alone) or question.criteria:
            return None
        rest = tuple(id_ for id_ in memory.listed if id_ not in memory.focus)
        if memory.listed and memory.focus and rest:
            return Turn(again(self._knowledge, reference, memory, rest), rest)
        if not memory.evidence:
            return None
        if memory.focus and not memory.listed and memory.intent not in GENERAL:
            # "Does Medeon support Open Lab? - Who else?"
            return Turn(self._forward(memory.intent), memory.focus)
        return Turn(answers=(Answer(Kind.FACT, Outcome.NO_OTHERS),))

    def _forward(self, intent: str) -> str:
        """The intent that asks the same relation of a partner."""
        relations = self._knowledge.relations.values()
        found = (r.forward for r in relations if r.reverse == intent and r.forward)
        return next(found, intent)

    def _whole(
        self, question: Question, reference: Reference, memory: Memory
    ) -> Turn | None:
        """Both, all of them."""
        known = several(reference, memory)
        if not reference.whole or len(known) < 2 or question.subjects:
            return None
        claims = question.polar and reference.size
        if question.of_partners and not claims:
            return None
        if question.criteria and not question.polar:
            return None
        if reference.empty and not memory.pending:
            return Turn(DESCRIBE, known)
        return Turn(memory.pending if reference.empty else "", known)

    def _bare(
        self, question: Question, reference: Reference, memory: Memory
    ) -> Turn | None:
        """When? By whom?"""
        if not reference.bare or not memory.focus or question.criteria:
            return None
        if reference.bare == ("",):  # "how many sites?" - "which?"
            return Turn(memory.intent, memory.focus)
        return self._asked_alone(reference, memory, memory.focus)

    def _asked_alone(
        self, reference: Reference, memory: Memory, subjects: tuple[str, ...]
    ) -> Turn:
        """What a lone question word asks of `subjects`."""
        relations = self._knowledge.relations
        last = next(
            (r for r in relations.values() if memory.intent in (r.forward, r.reverse)),
            None,
        )
        near = {last.id, *last.related} if last else set()
        stated = self._knowledge.relations_of(subjects[0])
        fitting = [id_ for id_ in reference.bare if id_ in near]
        fitting += [id_ for id_ in reference.bare if id_ in stated]
        chosen = relations[(fitting or reference.bare)[0]]
        return Turn(chosen.forward or "", subjects)

    def _members(
        self, question: Question, reference: Reference, memory: Memory
    ) -> Turn | None:
        """In how many organisations are they based? Who is from Spain?"""
        return of_members(self._knowledge, question, memory)

    def _described(
        self, question: Question, reference: Reference, memory: Memory
    ) -> Turn | None:
        """That project, the network."""
        if question.subjects or not question.definite:
            return None
        kinds = [
            c
            for c in question.criteria
            if self._knowledge.entities[c].role is Role.KIND
        ]
        of_kind = {p.id for p in matching(self._knowledge, kinds)} if kinds else set()
        known = [i for i in (*memory.focus, *memory.listed) if i in of_kind]
        if not known and reference.empty and len(of_kind) == 1:
            known = list(of_kind)
        if not known:
            return None
        intent = (memory.intent or DESCRIBE) if reference.empty else ""
        counts = bool(memory.counts)
        return Turn(intent, (known[0],), counts=counts, described=tuple(kinds))

    def _claimed(
        self, question: Question, reference: Reference, memory: Memory
    ) -> Turn | None:
        """Non-profit? - a network?"""
        roles = {self._knowledge.entities[c].role for c in question.criteria}
        of_form = bool(roles) and roles <= {Role.FORM, Role.KIND}
        names = question.subjects or question.unknown or question.groups
        if not (of_form and question.polar and reference.empty) or names:
            return None
        return Turn(subjects=memory.focus) if len(memory.focus) == 1 else None

    def _pronoun(
        self, question: Question, reference: Reference, memory: Memory
    ) -> Turn | None:
        """Who funds it? - its vision - and how many members?"""
        if question.subjects or question.unknown or question.groups:
            return None
        asks = question.relation is not None or question.intent in (
            DESCRIBE,
            "ask_status",
            "ask_involvement",
            "compare_partners",
        )
        points = question.pronoun or reference.plural or question.heads
        open_ended = question.relation is not None and not question.criteria
        of_all = question.about_all and not question.singular  # "all its fields"
        if not asks or of_all or not (points or open_ended):
            return None
        if memory.stranger:
            return of_stranger(memory)
        if question.reverse and memory.giver:
            return Turn(subjects=(memory.giver,))  # "and what does it support?"
        of_many = reference.plural or reference.selects
        if question.relation and self._only_focus_has(question.relation.id, memory):
            return Turn(subjects=memory.focus)
        if of_many and question.relation and len(memory.listed) > 1:
            if question.wants_which or len(memory.listed) > _FEW:
                return Turn(among=memory.listed)
        known = memory.focus
        if not known or question.intent == "compare_partners":
            known = memory.listed if len(memory.listed) <= _FEW else known
        if len(known) > 1 and question.singular:
            relation = question.relation.id if question.relation else "summary"
            kind, outcome = Kind.AMBIGUOUS, Outcome.WHICH
            which = Answer(kind, outcome, relation=relation, names=known)
            return Turn(answers=(which,))
        return Turn(subjects=known) if known else None

    def _only_focus_has(self, relation: str, memory: Memory) -> bool:
        """Whether "their mission" is that of the one whose members were listed."""
        stated = self._knowledge.facts_of
        listed = any(stated(id_, relation) for id_ in memory.listed)
        has = len(memory.focus) == 1 and bool(stated(memory.focus[0], relation))
        return has and not listed and memory.focus[0] not in memory.listed
