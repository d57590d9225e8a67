"""What a question supposes of two names is held against the page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from partners.answer import Answer
from partners.pairing import pairs
from partners.question import Question
from tests.small_knowledge import SMALL, relation


def asked(under: str, other: str, polar: bool, *numbers: int) -> tuple[Answer, ...]:
    """The answers to a question that names Beta and an organisation."""
    question = Question("", "", relation(under), polar=polar, numbers=numbers)
    question = replace(question, subjects=("beta", other))
    return pairs(SMALL, question, relation(under), ["beta"], [other])


@pytest.mark.parametrize("polar", [True, False])
def test_a_sum_is_not_told_of_one_who_gave_none(polar: bool) -> None:
    (found,) = asked("funding", "park", polar)
    assert (found.verdict, found.relation) == (False, "funders")


def test_the_sum_is_told_of_who_gave_it() -> None:
    (found,) = asked("funding", "bank", False)
    assert (found.verdict, found.relation) == (None, "funding")


def test_the_sum_is_told_where_the_page_joins_the_two_in_another_way() -> None:
    (found,) = asked("funding", "city", False)
    assert found.relation == "funding"


@pytest.mark.parametrize(
    ("under", "other", "year", "verdict"),
    [
        ("funders", "bank", 2018, True),
        ("funders", "bank", 2020, True),
        ("funders", "bank", 2023, True),
        ("funders", "bank", 2024, False),
        ("founders", "city", 2016, True),
        ("founders", "city", 2015, False),
        # No year: "one of 3".
        ("founders", "city", 3, True),
    ],
)
def test_another_year_makes_no_yes(
    under: str, other: str, year: int, verdict: bool
) -> None:
    (found,) = asked(under, other, True, year)
    assert found.verdict is verdict
