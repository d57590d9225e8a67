"""Choose by its place among what the page names: "the fifth founder of MTT"."""

from __future__ import annotations

from partners.answer import Answer, Kind, Outcome
from partners.completing import Turn
from partners.cues import load_cues
from partners.facts import forward_facts, told
from partners.folding import tokenise
from partners.follow_cues import load_follow_cues
from partners.memory import Memory
from partners.model import Knowledge
from partners.ordinals import ordinal
from partners.question import Question
from partners.reference import Reference

# The first of these is the earliest, which the page's order doesn't tell.
_IN_TIME = frozenset({"events", "founding", "funding"})


def nth(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """The one at that place, or that there are not so many; None where none is named.

    Those that the page names for one subject, in the page's order.
    """
    relation = question.relation
    single = len(question.subjects) == 1 and len(reference.positions) == 1
    if not single or question.unknown or relation is None or relation.id in _IN_TIME:
        return None
    if not _counts_them(question):
        return None
    facts = forward_facts(knowledge, question.subjects[0], relation)
    (place,) = reference.positions
    if len(facts) < 2 or place == 0:
        return None
    if abs(place) > len(facts):
        kind, outcome = Kind.AMBIGUOUS, Outcome.OUT_OF_RANGE
        names = tuple(fact.target for fact in facts if fact.target)
        stated = () if names else facts
        answer = Answer(kind, outcome, names=names, facts=stated, number=len(facts))
        return Turn(answers=(answer,))
    return Turn(answers=(told([facts[place - 1 if place > 0 else place]]),))


def _counts_them(question: Question) -> bool:
    """Whether a place stands right before a word for them: "the second site"."""
    cues, nouns = load_follow_cues(), load_cues().relation_nouns
    words = [token.word for token in tokenise(question.text) if token.is_word]
    return any(
        (first in cues.positions or ordinal(first) is not None)
        and (then in question.explained or then in nouns)
        for first, then in zip(words, words[1:], strict=False)
    )
