"""The question's own words point to facts, whatever relation it seems to ask."""

from __future__ import annotations

from dataclasses import replace

import pytest

from partners.answer import Answer, Kind, Outcome
from partners.folding import fold
from partners.question import Question
from partners.reading import load_knowledge
from partners.refining import found_by_words, without_mere_names
from partners.search import FactSearch
from tests.small_knowledge import SMALL


@pytest.fixture(scope="module")
def search() -> FactSearch:
    return FactSearch(load_knowledge())


def asked(*terms: str, **more: object) -> Question:
    """A question with these words of its own."""
    return replace(Question("", "", terms=terms), **more)  # type: ignore[arg-type]


def told(search: FactSearch, question: Question) -> set[tuple[str | None, str | None]]:
    """Subject and relation of every answer."""
    answers, coverage = found_by_words(search, question) or ((), 0.0)
    assert bool(answers) == (coverage > 0)
    assert all(answer.outcome is Outcome.FACTS for answer in answers)
    return {(answer.subject, answer.relation) for answer in answers}


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        (asked("transregional", "supercluster"), {("tim", "vision")}),
        # One rare word is enough where it is all of them.
        (asked("supercluster"), {("tim", "vision")}),
        (asked("supercluster", subjects=("tim",)), {("tim", "vision")}),
        # In other words, or in another form.
        (asked("superclusters"), {("tim", "vision")}),
        (asked("networking", "groups", subjects=("efl",)), {("efl", "activities")}),
        (asked("supercluster", numbers=(7,)), set()),
    ],
)
def test_words_find_the_fact_that_has_them(
    search: FactSearch, question: Question, facts: set[tuple[str, str]]
) -> None:
    assert told(search, question) == facts


@pytest.mark.parametrize(
    "question",
    [
        asked(),
        asked("xyzzy"),
        asked("xyzzy", subjects=("tim",)),
        asked("supercluster", subjects=("camp",)),
        asked("supercluster", subjects=("gone",)),
        asked("supercluster", ranked=True),
        asked("supercluster", unknown=("Ideon",)),
        asked("supercluster", elsewhere=("Norway",)),
        asked("supercluster", pronoun=True),
        # One common word is chance.
        asked("science"),
        asked("network", "xyzzy"),
        # Of two partners a fact of one alone is no answer.
        asked("supercluster", subjects=("tim", "camp")),
        # A number is asked for, and the fact has none.
        asked("supercluster", counts=True),
    ],
)
def test_other_words_find_nothing(search: FactSearch, question: Question) -> None:
    assert told(search, question) == set()


def test_a_pronoun_with_its_partner_finds(search: FactSearch) -> None:
    question = asked("supercluster", pronoun=True, subjects=("tim",))
    assert told(search, question) == {("tim", "vision")}


@pytest.mark.parametrize(
    ("terms", "subjects", "polar", "verdict"),
    [
        (("supercluster",), ("tim",), True, True),
        (("transregional", "supercluster"), ("tim",), True, True),
        (("supercluster", "xyzzy"), ("tim",), True, None),
        (("supercluster",), (), True, None),
        (("supercluster",), ("tim",), False, None),
    ],
)
def test_only_all_words_of_a_claim_about_one_make_a_yes(
    search: FactSearch,
    terms: tuple[str, ...],
    subjects: tuple[str, ...],
    polar: bool,
    verdict: bool | None,
) -> None:
    found = found_by_words(search, asked(*terms, subjects=subjects, polar=polar))
    assert found is not None
    assert [answer.verdict for answer in found[0]] == [verdict]


def test_a_number_of_the_question_is_one_of_its_words(search: FactSearch) -> None:
    question = asked("million", numbers=(320,))
    found = found_by_words(search, question)
    assert found is not None and found[0][0].subject == "camp"


def test_each_subject_and_relation_is_one_answer(search: FactSearch) -> None:
    question = asked("annual", "event", subjects=("hlf",))
    answers: tuple[Answer, ...] = (found_by_words(search, question) or ((), 0))[0]
    keys = [(answer.subject, answer.relation) for answer in answers]
    assert keys and len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("terms", "verdict", "unconfirmed"),
    [
        # "Is Beta part of the bank": it is named there, as the funder.
        (("bank",), None, True),
        (("malmö", "city"), None, True),
        (("bank", "long"), True, False),
        (("night",), True, False),
    ],
)
def test_that_another_is_named_proves_nothing(
    terms: tuple[str, ...], verdict: bool | None, unconfirmed: bool
) -> None:
    question = asked(*(fold(term) for term in terms), subjects=("beta",), polar=True)
    yes = Answer(Kind.FACT, Outcome.FACTS, "beta", "summary", verdict=True)
    (found,) = without_mere_names(SMALL, question, (yes,))
    assert (found.verdict, found.unconfirmed) == (verdict, unconfirmed)
