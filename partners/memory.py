"""What a conversation remembers from one question to the next."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from partners.answer import Answer, Kind, Outcome
from partners.attention import focus_after, list_after, subjects_of
from partners.model import Knowledge
from partners.question import Question
from partners.recalling import (
    chooses_of_all,
    claim_of,
    ends_of,
    giver_of,
    pair_after,
    recent_after,
)
from partners.rows import chosen_from, facts_in, values_in

# Rasa's slot that holds it, which only the actions write.
SLOT = "memory"
# Facts that were told longer ago may be told again; a slot must not grow without end.
_MOST_TOLD = 60
_LIST = "list_partners"
# Asked was whether somebody is one of those that were listed.
AMONG = "among_listed"
# Part of what was told of the focus, which stays in question.
_CHOSEN = frozenset(
    {
        Outcome.SELECTED,
        Outcome.COUNTED,
        Outcome.NONE_SELECTED,
        Outcome.INITIAL,
        Outcome.SPELLED,
    }
)
_THERE = frozenset({"there", "it", "them", "they", "their"})
_JOINING = frozenset({"members", "parties", "part_of"})
_TRUE = frozenset({"true", "correct", "right", "possible"})
# They tell nothing new, so that the last answer is still in question.
_NOTHING_NEW = frozenset(
    {Outcome.EVIDENCE, Outcome.NO_EVIDENCE, Outcome.NO_OTHERS, Outcome.OUT_OF_RANGE}
)


@dataclass(frozen=True, slots=True)
class Memory:
    """Whom and what the last answer was about.

    `focus` are the ids in question, `listed` those that were told in a row, `intent`
    what was asked, `told` the facts told so far as `subject/relation`, `evidence` those
    of the last answer, `stranger` the name that the page doesn't know, and `pending`
    the intent of a question that waits for a choice.  `pair` are the two that were last
    spoken of together, and `counts` tells that a number was asked for.  `values`
    are facts told in a row that are no names, as `subject/relation/index`; `whole` is
    the list from which those `listed` were chosen.  `both` are the two ends of the last
    yes-or-no question, one of them empty where the page doesn't know it, `giver` the
    organisation of which it was asked what it does for partners, `recent` those in
    question one after another, the last one last; `polar` tells that a
    yes or no was asked for, and `criteria` and `groups` are what was asked of the one
    in question; `language` is that of the talk.
    """

    focus: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    intent: str = ""
    told: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    stranger: str = ""
    pending: str = ""
    pair: tuple[str, ...] = ()
    counts: str = ""
    values: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    both: tuple[str, ...] = ()
    giver: str = ""
    recent: tuple[str, ...] = ()
    polar: str = ""
    criteria: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    language: str = ""

    @property
    def two(self) -> tuple[str, ...]:
        """The two last spoken of together, or else one after the other."""
        return self.pair or self.recent[-2:]

    @classmethod
    def load(cls, text: object) -> Memory:
        """Read what `dump` wrote; an empty memory where it is nothing of the sort."""
        try:
            held = json.loads(text) if isinstance(text, str) else None
        except (ValueError, RecursionError):
            held = None
        if not isinstance(held, dict):
            return cls()
        kept: dict[str, Any] = {}
        for field in fields(cls):
            value = held.get(field.name)
            if isinstance(field.default, str) and isinstance(value, str):
                kept[field.name] = value
            elif isinstance(field.default, tuple) and isinstance(value, list):
                kept[field.name] = tuple(map(str, value))
        return cls(**kept)

    def dump(self) -> str:
        """As a text for a slot of Rasa; what is empty is left out."""
        held = {f.name: value for f in fields(self) if (value := getattr(self, f.name))}
        return json.dumps(held, separators=(",", ":"), ensure_ascii=False)

    def known_to(self, knowledge: Knowledge) -> Memory:
        """Without ids that the knowledge no longer has."""

        def known(ids: Sequence[str]) -> tuple[str, ...]:
            return tuple(id_ for id_ in ids if id_ in knowledge.entities)

        return replace(
            self,
            focus=known(self.focus),
            listed=known(self.listed),
            whole=known(self.whole),
            pair=self.pair if known(self.pair) == self.pair else (),
            both=self.both if {*self.both} - {"", *known(self.both)} == set() else (),
            giver=self.giver if known((self.giver,)) else "",
            recent=known(self.recent),
        )


def remember(
    knowledge: Knowledge, memory: Memory, question: Question, answers: Sequence[Answer]
) -> Memory:
    """`memory` after `question` was answered with `answers`."""
    intent = question.asked_as
    if answers and all(a.outcome is Outcome.UNKNOWN_NAME for a in answers):
        return _of_stranger(memory, question, answers[0].names[0])
    if all(a.outcome in _NOTHING_NEW for a in answers):
        return memory
    subjects = subjects_of(answers)
    if all(a.outcome is Outcome.AMONG for a in answers):
        return replace(memory, intent=AMONG, focus=subjects, stranger="")
    if all(a.kind in (Kind.AMBIGUOUS, Kind.OUT_OF_SCOPE) for a in answers):
        return _waiting(memory, question, answers)
    told = _told(answers)
    listed = list_after(knowledge, memory.listed, question, answers)
    focus = focus_after(question, answers)
    if not focus and any(a.outcome in _CHOSEN for a in answers):
        focus = memory.focus
    return Memory(
        pair=pair_after(knowledge, memory.pair, (subjects, question.subjects, listed)),
        counts="yes" if question.counts else "",
        focus=focus,
        listed=listed,
        whole=question.among
        or chosen_from(knowledge, question, answers)
        or (memory.whole if focus and {*focus} <= {*memory.whole} else ()),
        values=() if listed else values_in(knowledge, answers, memory.values),
        intent=_LIST if chooses_of_all(question) else intent,
        told=tuple(dict.fromkeys((*memory.told, *told)))[-_MOST_TOLD:],
        evidence=tuple(dict.fromkeys(told)) if _states(answers) else (),
        both=ends_of(question),
        giver=giver_of(knowledge, question) or (memory.giver * (focus == memory.focus)),
        recent=recent_after(memory.recent, focus),
        **claim_of(question),
    )


def after_several(memory: Memory, talked: Sequence[str]) -> Memory:
    """`memory` after a message whose questions were about `talked`, in their order.

    "Who funds NOME and who funds Open Lab?" - "the second one" is Open Lab.
    """
    each = tuple(dict.fromkeys(talked))
    return replace(memory, listed=each) if len(each) > 1 else memory


def _of_stranger(memory: Memory, question: Question, name: str) -> Memory:
    """What stays of `memory` after a name that the page doesn't know."""
    of_focus = _joins_focus(memory, question)
    return Memory(
        intent=question.asked_as or memory.intent,
        told=memory.told,
        focus=memory.focus if of_focus or _asks_of_focus(memory, question) else (),
        stranger="" if of_focus else name,
        recent=memory.recent,
        both=ends_of(question),
        counts="yes" if question.counts else "",
        **(claim_of(question) | _claim_kept(memory, question)),
    )


def _asks_of_focus(memory: Memory, question: Question) -> bool:
    """Is Ericsson in there? Then "they" are still those in question."""
    said = question.said
    points = not said.isdisjoint(_THERE) and said.isdisjoint(_TRUE)  # "is it true"
    return len(memory.focus) == 1 and question.polar and points


def _joins_focus(memory: Memory, question: Question) -> bool:
    """Is Volvo a member? Of the network talked of, which is "it" after that, too."""
    joins = question.relation is not None and question.relation.id in _JOINING
    alone = not (question.subjects or question.of_partners or question.groups)
    return len(memory.focus) == 1 and question.polar and joins and alone


def _claim_kept(memory: Memory, question: Question) -> dict[str, Any]:
    """Is MVA non-profit? - Novartis too? It asks the same of a name."""
    again = memory.polar and question.asked_as == memory.intent
    if not again or question.criteria or question.groups:
        return {}
    return {"polar": "yes", "criteria": memory.criteria, "groups": memory.groups}


def _told(answers: Sequence[Answer]) -> list[str]:
    """What the answers tell: relations of subjects, and partners without any."""
    told = [f"{f.subject}/{f.relation}" for a in answers for f in facts_in(a)]
    told += [a.subject for a in answers if a.outcome is Outcome.STATUS and a.subject]
    told += [name for a in answers if a.outcome is Outcome.GROUPS for name in a.names]
    return told


def _waiting(memory: Memory, question: Question, answers: Sequence[Answer]) -> Memory:
    """`memory` with a question that waits for the name that it is about."""
    # "The second one" may choose among those that were offered.
    choices = tuple(dict.fromkeys(name for one in answers for name in one.names))
    pending = choices or any(a.relation for a in answers)
    return replace(
        memory,
        stranger="",
        pending=question.intent if pending else "",
        counts="yes" if question.counts else "",
        evidence=(),
        listed=choices or memory.listed,
    )


def _states(answers: Sequence[Answer]) -> bool:
    return any(a.kind in (Kind.FACT, Kind.NEAREST) for a in answers)
