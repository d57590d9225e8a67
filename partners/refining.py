"""Find what the question's own words point to, whatever relation it seems to ask."""

from __future__ import annotations

from dataclasses import replace

from partners.answer import Answer
from partners.facts import told_apart, words_of_names
from partners.model import Knowledge, Role
from partners.question import Question
from partners.search import FactSearch, Found, stem

_PLAIN = frozenset({"partner", "partners", "year", "years", "month", "week"})
# The share of the question's words that facts of no named partner must have.
_ENOUGH = 0.45
# The same where the partner is named, so that fewer facts come into question.
_ENOUGH_NAMED = 0.3
_ALL = 0.999
# One common word in a fact is chance, two are not; one rare word is enough.
_MATCHES = 2
# A word in so few facts is rare.
_RARE = 3
# Words that fit facts of more partners than this fit none in particular.
_MOST_SUBJECTS = 3


def found_by_words(
    search: FactSearch, question: Question
) -> tuple[tuple[Answer, ...], float] | None:
    """One answer for each subject and relation of the best facts, and their coverage.

    A fact that has every word of a yes-or-no question about one partner is a yes.
    """
    words = (*question.terms, *map(str, question.numbers))
    if not words or question.ranked or question.unknown or question.elsewhere:
        return None
    if question.polar and question.opposites:
        return None  # "does the alliance make profit": the words are of "non-profit"
    found = search.find(words, question.subjects)
    others = tuple(word for word in words if word not in _PLAIN)
    if question.of_partners and others and not question.criteria:
        # Who is asked for is no word of theirs: "which partners have seminars".
        apart = search.find(others, question.subjects)
        found = apart if apart.coverage > _ALL else found
    if not _is_telling(search, question, found):
        return None
    answers = told_apart(found.facts)
    if question.polar and question.subjects:
        whole = found.coverage > _ALL
        verdict = True if whole else None
        answers = tuple(
            replace(answer, verdict=verdict, unconfirmed=not whole)
            for answer in answers
        )
    return answers, found.coverage


def without_mere_names(
    knowledge: Knowledge, question: Question, answers: tuple[Answer, ...]
) -> tuple[Answer, ...]:
    """`answers` without a yes where the question's words are no more than a name.

    "Is it part of the novo foundation": that NOME's summary names it, as its funder,
    makes it no part of it.
    """
    words = {stem(word) for word in question.terms}
    facts = (fact for s in question.subjects for fact in knowledge.facts_about(s))
    targets = {fact.target for fact in facts if fact.target}
    others = [t for t in targets if knowledge.entities[t].role is Role.ORGANISATION]
    if not words <= {stem(word) for word in words_of_names(knowledge, others)}:
        return answers
    return tuple(
        replace(one, verdict=None, unconfirmed=True) if one.verdict else one
        for one in answers
    )


def _is_telling(search: FactSearch, question: Question, found: Found) -> bool:
    enough = _ENOUGH_NAMED if question.subjects else _ENOUGH
    if found.coverage < enough or (question.pronoun and not question.subjects):
        return False
    subjects = {fact.subject for fact in found.facts}
    if len(subjects) > _MOST_SUBJECTS:
        return False
    if len(question.subjects) > 1 and not subjects.issuperset(question.subjects):
        return False
    if question.counts and not any(fact.numbers for fact in found.facts):
        return False
    if found.matched >= _MATCHES:
        return True
    rare = search.rarity(question.terms, found.facts) <= _RARE
    return rare and (bool(question.subjects) or found.coverage > _ALL)
