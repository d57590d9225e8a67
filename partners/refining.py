"""Better an answer by what the facts themselves say in the words of the question."""

from __future__ import annotations

from dataclasses import replace

from partners.answer import Answer, Kind, Outcome
from partners.facts import told
from partners.model import Fact
from partners.question import Question
from partners.search import FactSearch, Found

# The share of the question's words that a fact must have to be told unasked.
_ENOUGH = 0.6
# With less of a lead than this over the answer the fact adds nothing.
_LEAD = 0.4
_ALL = 0.999
# One common word in a fact is chance, two are not; one rare word is enough.
_MATCHES = 2
# Words that fit facts of more partners than this fit none in particular.
_MOST_SUBJECTS = 3
_EMPTY = {Outcome.CRITERION_UNKNOWN, Outcome.WHICH}


def refine(
    search: FactSearch, question: Question, answers: tuple[Answer, ...]
) -> tuple[Answer, ...]:
    """`answers`, with the facts that the question's own words point to."""
    if not question.words or len(answers) != 1 or question.pronoun:
        return answers
    (answer,) = answers
    if _says_nothing(answer) and not question.ranked:
        found = _find(search, question)
        return tell(found, question) if found else answers
    if answer.outcome is Outcome.EVERY:
        found = _find(search, question)
        return tell(found, question) if found and found.matched >= _MATCHES else answers
    if answer.subject is None or answer.verdict is not None:
        return answers
    found = _find(search, replace(question, subjects=(answer.subject,)))
    if found is None or found.matched < _MATCHES:
        return answers
    if answer.kind is Kind.NOT_STATED and question.polar and found.coverage > _ALL:
        return tell(found, question)
    if answer.kind is Kind.NOT_STATED:
        return (replace(answer, also=tell(found, question)),)
    if answer.outcome is not Outcome.FACTS:
        return answers
    held = search.coverage(question.words, answer.facts)
    better = found.coverage - held >= _LEAD
    return (answer, *tell(found, question)) if better else answers


def _says_nothing(answer: Answer) -> bool:
    unstated = answer.outcome is Outcome.NOT_STATED and answer.subject is None
    return answer.outcome in _EMPTY or unstated


def _find(search: FactSearch, question: Question) -> Found | None:
    found = search.find(
        (*question.words, *map(str, question.numbers)), question.subjects
    )
    subjects = {fact.subject for fact in found.facts}
    if found.coverage < _ENOUGH or len(subjects) > _MOST_SUBJECTS:
        return None
    if question.counts and not any(fact.numbers for fact in found.facts):
        return None
    return found


def find(search: FactSearch, question: Question, enough: float) -> tuple[Answer, ...]:
    """What the words of a message point to that no intent fits; () where nothing."""
    found = _find(search, question)
    if found is None or found.coverage < enough:
        return ()
    return tell(found, question)


def tell(found: Found, question: Question) -> tuple[Answer, ...]:
    """One answer for each subject and relation of the facts.

    A fact that has every word of a yes-or-no question about one partner is a yes.
    """
    groups: dict[tuple[str, str], list[Fact]] = {}
    for fact in found.facts:
        groups.setdefault((fact.subject, fact.relation), []).append(fact)
    answers = tuple(told(facts) for facts in groups.values())
    if question.polar and question.subjects and found.coverage > _ALL:
        return tuple(replace(answer, verdict=True) for answer in answers)
    return answers
