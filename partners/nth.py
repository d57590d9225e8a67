"""Choose by its place among what the page names: "the fifth founder of MTT"."""

from __future__ import annotations

from partners.completing import Turn
from partners.cues import load_cues
from partners.facts import forward_facts
from partners.folding import tokenise
from partners.follow_cues import load_follow_cues
from partners.listed import at_places
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
    if len(facts) < 2 or reference.positions == (0,):
        return None
    names = tuple(fact.target for fact in facts if fact.target)
    return Turn(answers=(at_places(facts, reference.positions, names),))


def _counts_them(question: Question) -> bool:
    """Whether a place stands right before a word for them: "the second site"."""
    cues, nouns = load_follow_cues(), load_cues().relation_nouns
    words = [token.word for token in tokenise(question.text) if token.is_word]
    return any(
        (first in cues.positions or ordinal(first) is not None)
        and (then in question.explained or then in nouns)
        for first, then in zip(words, words[1:], strict=False)
    )
