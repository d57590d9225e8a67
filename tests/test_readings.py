"""How good an answer a reading of a message makes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from partners.answer import Answer, Kind, Outcome
from partners.question import Question
from partners.readings import Reading
from tests.small_knowledge import SMALL, stated

ASKED = Question("ask_funders", "who funds Beta", SMALL.relations["funders"])
FACTS = stated("beta", "funders")
SILENT = Answer(Kind.NOT_STATED, Outcome.NOT_STATED, "beta", "funders")
SILENT_OF_ALL = Answer(Kind.NOT_STATED, Outcome.NOT_STATED, None, "contact")
WHICH = Answer(Kind.AMBIGUOUS, Outcome.WHICH)
UNSORTED = Answer(Kind.NOT_STATED, Outcome.CRITERION_UNKNOWN)
EVERY = Answer(Kind.FACT, Outcome.EVERY, names=("beta", "gamma"))
LISTED = Answer(Kind.FACT, Outcome.PARTNERS, names=("beta",))


def reading(
    *answers: Answer, confidence: float = 0.5, coverage: float = 0.5
) -> Reading:
    """A reading with these answers."""
    return Reading(ASKED, confidence, answers, coverage)


@pytest.mark.parametrize(
    ("answers", "stated", "nothing"),
    [
        ((FACTS,), True, False),
        ((FACTS, FACTS), True, False),
        ((FACTS, SILENT), False, False),
        ((SILENT,), False, False),
        ((SILENT_OF_ALL,), False, True),
        ((WHICH,), False, True),
        ((UNSORTED,), False, True),
        ((WHICH, SILENT_OF_ALL), False, True),
        ((WHICH, FACTS), False, False),
    ],
)
def test_a_reading_is_stated_only_where_the_page_answers_all_of_it(
    answers: tuple[Answer, ...], stated: bool, nothing: bool
) -> None:
    found = reading(*answers)
    assert (found.is_stated, found.says_nothing) == (stated, nothing)


@pytest.mark.parametrize(
    ("answer", "coverage", "open_"),
    [
        (EVERY, 0.5, True),
        (LISTED, 0.99, True),
        (EVERY, 1.0, False),
        (FACTS, 0.5, False),
    ],
)
def test_words_are_open_only_in_a_list(
    answer: Answer, coverage: float, open_: bool
) -> None:
    assert reading(answer, coverage=coverage).has_open_words is open_


@pytest.mark.parametrize(
    ("answer", "confidence", "coverage", "certain"),
    [
        (FACTS, 0.8, 0.0, True),
        (FACTS, 0.79, 1.0, False),
        (SILENT, 0.9, 1.0, False),
        (EVERY, 0.9, 1.0, True),
        (EVERY, 0.9, 0.5, False),
    ],
)
def test_certain_is_what_is_stated_and_sure(
    answer: Answer, confidence: float, coverage: float, certain: bool
) -> None:
    found = reading(answer, confidence=confidence, coverage=coverage)
    assert found.is_certain is certain


@pytest.mark.parametrize(
    ("answer", "confidence", "coverage", "likely"),
    [
        (FACTS, 0.5, 0.0, True),
        (FACTS, 0.49, 0.6, True),
        (FACTS, 0.49, 0.59, False),
        (EVERY, 0.6, 1.0, True),
        # A list of all of them needs the words and the intent.
        (EVERY, 0.59, 1.0, False),
        (EVERY, 0.9, 0.9, False),
    ],
)
def test_a_list_of_all_must_be_likelier_than_a_fact(
    answer: Answer, confidence: float, coverage: float, likely: bool
) -> None:
    found = reading(answer, confidence=confidence, coverage=coverage)
    assert found.is_likely is likely


def test_score_rises_with_each_sign_of_a_good_answer() -> None:
    plain = reading(FACTS)
    better = [
        replace(plain, confidence=0.6),
        replace(plain, coverage=0.6),
        replace(plain, selected=True),
        reading(replace(FACTS, verdict=True)),
        reading(replace(FACTS, verdict=False)),
    ]
    assert all(one.score > plain.score for one in better)
    assert reading(SILENT).score < plain.score
    assert reading(EVERY).score < plain.score  # it tells more than was asked


def test_words_in_the_facts_outweigh_a_little_confidence() -> None:
    by_words = reading(FACTS, confidence=0.4, coverage=1.0)
    by_intent = reading(FACTS, confidence=0.7, coverage=0.5)
    assert by_words.score > by_intent.score


def test_facts_and_subjects_are_those_of_all_answers() -> None:
    other = stated("gamma", "events")
    found = reading(FACTS, other, WHICH)
    assert found.subjects == {"beta", "gamma", None}
    assert found.facts == {*FACTS.facts, *other.facts}
    assert reading().facts == frozenset()
