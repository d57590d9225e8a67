"""Hold the numbers that a yes-or-no question claims against those of the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from partners.answer import Answer
from partners.cues import load_cues
from partners.facts import count_facts, left_open, told
from partners.model import Fact, Knowledge, Relation
from partners.question import Question
from partners.search import stem, stems

_COUNTED = re.compile(r"\bhow many (\w+)")


def check_numbers(
    knowledge: Knowledge, question: Question, relation: Relation, answer: Answer
) -> Answer:
    """`answer` with a yes or a no to the number claimed; as it is where none is."""
    if not (question.polar and question.numbers):
        return answer
    if answer.number is not None:
        return replace(answer, verdict=answer.number in question.numbers)
    stated = [answer.facts]
    if answer.subject is not None:
        stated.append(count_facts(knowledge, answer.subject, relation))
    numbered = [facts for facts in stated if any(fact.numbers for fact in facts)]
    if not numbered:
        if not relation.values or not all(fact.target for fact in answer.facts):
            # The page has no number to hold against the one in the question.
            return left_open(answer)
        verdict = len(answer.facts) in question.numbers
        return replace(answer, verdict=verdict, number=len(answer.facts))
    if question.frequency and not any(frequency_of(f) for f in numbered[-1]):
        return replace(told(numbered[-1]), unconfirmed=True)  # "48 million a year"
    if question.other_money and any(fact.amount for fact in numbered[-1]):
        return replace(told(numbered[-1]), verdict=False)
    known = set(_numbers(_of_unit(question, numbered[-1])))
    contradicts = any(fact.basis for fact in numbered[-1])
    holds = known.issuperset(question.numbers)
    # Where the page has two numbers for one thing, neither is simply right.
    verdict_of = None if contradicts and holds else holds
    return replace(told(numbered[-1]), verdict=verdict_of)


def _of_unit(question: Question, facts: Sequence[Fact]) -> Sequence[Fact]:
    """The facts that count what the question counts: members, not organisations."""
    said = {stem(word) for word in question.said}
    meant = [fact for fact in facts if fact.unit and stems(fact.unit) & said]
    return meant or facts


def _numbers(facts: Iterable[Fact]) -> Iterable[int]:
    return (number for fact in facts for number in fact.numbers)


def frequency_of(fact: Fact) -> str | None:
    """How often something is, by the text of a fact; None where it doesn't say."""
    return load_cues().frequency(fact.text or "")


def check_frequency(question: Question, answer: Answer) -> Answer | None:
    """`answer` with a yes or a no to how often something is said to be."""
    often = {often for fact in answer.facts if (often := frequency_of(fact))}
    if not (question.frequency and often):
        return None
    return replace(answer, verdict=question.frequency in often)


def counts_other(question: Question) -> bool:
    """Whether what it counts is none of what the page has: "how many square metres"."""
    counted = _COUNTED.search(question.text.lower())
    unknown = {word.lower() for word in question.leftover} - {*question.explained}
    nouns = load_cues().telling.union(load_cues().relation_nouns)
    if counted is None or counted[1] not in unknown:
        return False
    return stem(counted[1]) not in {stem(noun) for noun in nouns}
