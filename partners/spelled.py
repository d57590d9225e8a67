"""Choose partners by how their names are written: "which begin with S", "which banks".

The page doesn't say what a supporting partner is; that a name has "bank" in it can be
read off the name, and is told as no more than that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from partners.answer import Answer, Kind, Outcome
from partners.cues import load_cues
from partners.engine import is_question
from partners.folding import fold, tokenise
from partners.model import Knowledge
from partners.question import Question
from partners.search import stem

_INITIAL = re.compile(
    r"\b(?:begin|begins|beginning|start|starts|starting)"
    r" (?:with|on|in)(?: an?)?(?: the)?(?: letter)? [\"'“”‘’]?(\w+)\b"
)
_WORD = re.compile(
    r"\b(?:have|has|having|with|contain|contains|containing|includes?|carry|carries)"
    r"(?: the)?(?: words?)? [\"'“”‘’]?(\w+)[\"'“”‘’]?"
    r" (?:in|as part of) (?:its|their|the|his|her) names?\b"
)
_NOT = re.compile(
    r"\b(?:not|without|except|excluding|other than|apart from|non)\b|n't\b"
)
_SUPPORTERS = "supporters"
# Before a sort these tell where somebody works.
_SOMEWHERE = frozenset({("at", "a"), ("in", "a"), ("for", "a"), ("with", "a")})


def by_name(knowledge: Knowledge, question: Question) -> tuple[Answer, ...]:
    """Those whose names are written as asked; () where nothing of that is asked."""
    if question.ranked or not chooses_by_name(question):
        return ()  # before the candidates, which are as many as the partners
    among = _candidates(knowledge, question)
    if not among:
        return ()
    said = fold(question.text)
    if initial := _INITIAL.search(said):
        return (_told(knowledge, question, among, initial[1], Outcome.INITIAL),)
    if word := _WORD.search(said):
        return (_told(knowledge, question, among, word[1], Outcome.SPELLED),)
    sort = _sort(question)
    if sort is None:
        return ()
    part = stem(sort)  # "banks" are those with "bank" in their name
    named = any(_has_in_full(knowledge, id_, part) for id_ in among)
    if not (named or _is_chosen_from(question)):
        return ()
    written = part if named else sort
    answer = _told(knowledge, question, among, written, Outcome.SPELLED, _has_in_full)
    return (replace(answer, kind=Kind.NEAREST),)


def asks_spelling(question: Question) -> bool:
    """Whether it asks how names are written: "which begin with S"."""
    said = fold(question.text)
    return bool(_INITIAL.search(said) or _WORD.search(said))


def chooses_by_name(question: Question) -> bool:
    """Whether it may be chosen by how names are written."""
    return question.sorts or asks_spelling(question)


def _candidates(knowledge: Knowledge, question: Question) -> Sequence[str]:
    """The partners to choose from; none where it is about one of them."""
    if question.among:
        return question.among
    if any(subject != knowledge.host for subject in question.subjects):
        return ()
    chooses = question.of_partners or question.every or bool(question.groups)
    if question.unknown or not (is_question(question) or chooses):
        return ()
    relation = question.relation.id if question.relation else None
    supports = relation in (_SUPPORTERS, "supporting_criteria")
    supports = supports and bool(question.subjects or question.of_partners)
    supports = supports or _SUPPORTERS in question.said
    if supports and not question.groups:
        stated = knowledge.facts_of(knowledge.host, _SUPPORTERS)
        return [fact.target for fact in stated if fact.target]
    groups = question.groups
    return [p.id for p in knowledge.partners if not groups or p.group in groups]


def _is_chosen_from(question: Question) -> bool:
    """Whether it says among whom: "is there a bank among the supporting partners"."""
    return bool(question.among or question.groups)


def _sort(question: Question) -> str | None:
    """The sort by which it chooses: "which banks", "is there a bank among them"."""
    chooses = question.wants_which or question.wants_names or question.counts
    chooses = chooses and "why" not in question.said
    if not (question.sorts and (chooses or question.among or question.groups)):
        return None
    sorts = load_cues().sorts
    words = [token.word for token in tokenise(question.text)]
    return next(
        (w for i, w in enumerate(words) if w in sorts and _chooses(words[:i])), None
    )


def _chooses(before: Sequence[str]) -> bool:
    """Whether the sort after these words is chosen by: not "I work at a bank"."""
    own = not load_cues().first_person.isdisjoint(before[-1:])
    return not own and tuple(before[-2:]) not in _SOMEWHERE


def _has(knowledge: Knowledge, id_: str, part: str) -> bool:
    """Whether it is in a name that the page has: "The Bridge Forum"."""
    stated = [fact.text or "" for fact in knowledge.facts_of(id_, "names")]
    return any(part in fold(name) for name in (knowledge.entities[id_].name, *stated))


def _has_in_full(knowledge: Knowledge, id_: str, part: str) -> bool:
    return any(part in fold(name) for name in knowledge.entities[id_].names)


def _begins(knowledge: Knowledge, id_: str, start: str) -> bool:
    return fold(knowledge.entities[id_].name).startswith(start)


def _told(
    knowledge: Knowledge,
    question: Question,
    among: Sequence[str],
    written: str,
    outcome: Outcome,
    has: Callable[[Knowledge, str, str], bool] = _has,
) -> Answer:
    """Those among whom the name is written so, or is not where that is asked."""
    meets = _begins if outcome is Outcome.INITIAL else has
    wanted = _NOT.search(fold(question.text)) is None
    names = tuple(id_ for id_ in among if meets(knowledge, id_, written) is wanted)
    found = Answer(Kind.FACT, outcome, names=names, number=len(names))
    shown = written.upper() if len(written) == 1 else written
    return replace(found, unit=shown, verdict=None if wanted else False)
