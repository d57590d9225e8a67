"""Hold a number alone against what was just told: "not 320?", "until 2025?"."""

from __future__ import annotations

from itertools import chain

from partners.answer import Answer, Kind, Outcome
from partners.completing import Turn
from partners.cues import load_cues
from partners.folding import tokenise
from partners.follow_cues import load_follow_cues
from partners.memory import Memory
from partners.model import Fact, Knowledge
from partners.question import Question
from partners.reference import Reference
from partners.rows import evidence_in

# What a number may stand among and still be all that is asked.
_UNITS = frozenset(
    "million millions sek kr kronor though even between years t since until number way "
    "should be been they have".split()
)
_YEARS = range(1900, 2100)


def numbered(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """The question whose facts have such numbers; None where more is asked."""
    named = question.subjects or question.unknown or question.criteria
    if named or not question.numbers or len(memory.focus) != 1 or question.counts:
        return None
    if reference.positions or reference.size or not _is_lone(question):
        return None
    years = all(number in _YEARS for number in question.numbers)
    facts = [f for held in evidence_in(knowledge, memory.evidence) for f in held]
    facts += knowledge.facts_about(memory.focus[0])
    fitting = (f for f in facts if f.subject == memory.focus[0] and _has(f, years))
    fact = next(fitting, None)
    if fact is None:  # "what is NOME?" - "2016?"
        kind, outcome = Kind.NOT_STATED, Outcome.NOT_STATED
        return Turn(answers=(Answer(kind, outcome, memory.focus[0], "anything"),))
    intent, counts = _asking(knowledge, fact), fact.count is not None
    numbers = question.numbers
    return Turn(intent, memory.focus, polar=True, counts=counts, numbers=numbers)


def _asking(knowledge: Knowledge, fact: Fact) -> str:
    """The intent that asks for a fact; for a number of members, that for members."""
    relations = knowledge.relations.values()
    own = (r.forward for r in relations if r.id == fact.relation)
    near = (r.forward for r in relations if fact.relation in r.related)
    return next(filter(None, chain(own, near)), "")


def _has(fact: Fact, years: bool) -> bool:
    """Whether a fact has a year, or a number that is none."""
    return any((number in _YEARS) == years for number in fact.numbers)


def _is_lone(question: Question) -> bool:
    """Whether nothing is said but a number."""
    cues = load_follow_cues()
    plain = cues.filler | cues.linking | cues.negates | cues.corrects | _UNITS
    tokens = [token for token in tokenise(question.text) if token.is_word]
    numbers = load_cues()
    return all(t.word in plain or numbers.number(t) is not None for t in tokens)
