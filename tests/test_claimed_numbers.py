"""Numbers and times that a question claims are held against the page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from partners.answer import Kind
from partners.claimed_numbers import check_frequency, check_numbers, frequency_of
from partners.facts import told
from partners.model import Fact
from partners.question import Question
from tests.small_knowledge import SMALL, relation, stated

POLAR = Question("", "", polar=True)
MEMBERS = relation("members")


@pytest.mark.parametrize(
    ("subject", "under", "numbers", "verdict"),
    [
        ("beta", "founding", (2016,), True),
        ("beta", "founding", (2015,), False),
        ("beta", "founding", (2016, 2015), False),
        ("beta", "funding", (5,), True),
        ("beta", "funding", (2018, 2023), True),
        ("beta", "funding", (0,), False),
        ("beta", "funding", (10**9,), False),
        # Lists of names are counted.
        ("beta", "members", (3,), True),
        ("beta", "members", (4,), False),
    ],
)
def test_numbers_are_held_against_the_page(
    subject: str, under: str, numbers: tuple[int, ...], verdict: bool
) -> None:
    asked = replace(POLAR, numbers=numbers)
    found = check_numbers(SMALL, asked, relation(under), stated(subject, under))
    assert (found.kind, found.verdict) == (Kind.FACT, verdict)


@pytest.mark.parametrize(
    ("said", "numbers", "verdict"),
    [
        ({"members"}, (100,), True),
        ({"members"}, (50,), False),
        ({"organisations"}, (50,), True),
        ({"organisations"}, (100,), False),
        (set(), (50, 100), True),
        (set(), (51,), False),
    ],
)
def test_a_number_is_held_against_what_it_counts(
    said: set[str], numbers: tuple[int, ...], verdict: bool
) -> None:
    asked = replace(POLAR, numbers=numbers, said=frozenset(said))
    counted = stated("gamma", "member_counts")
    found = check_numbers(SMALL, asked, relation("member_counts"), counted)
    assert found.verdict is verdict


@pytest.mark.parametrize(
    ("number", "verdict"), [(10, None), (11, None), (12, False), (21, False)]
)
def test_of_two_numbers_for_one_thing_neither_is_simply_right(
    number: int, verdict: bool | None
) -> None:
    asked = replace(POLAR, numbers=(number,))
    counted = stated("omega", "member_counts")
    found = check_numbers(SMALL, asked, relation("member_counts"), counted)
    assert found.verdict is verdict


def test_a_number_that_the_page_has_not_is_neither_right_nor_wrong() -> None:
    asked = replace(POLAR, numbers=(7,))
    found = check_numbers(SMALL, asked, relation("vision"), stated("beta", "vision"))
    assert (found.kind, found.verdict) == (Kind.NOT_STATED, None)
    assert found.also == (stated("beta", "vision"),)


def test_texts_are_not_counted_as_if_they_were_names() -> None:
    people = told([Fact("acme", "members", "Givers", text="people of all sorts")])
    found = check_numbers(SMALL, replace(POLAR, numbers=(1,)), MEMBERS, people)
    assert (found.kind, found.verdict) == (Kind.NOT_STATED, None)


@pytest.mark.parametrize(("number", "verdict"), [(100, True), (99, False)])
def test_a_number_stated_elsewhere_of_the_same_one_is_held_against_it(
    number: int, verdict: bool
) -> None:
    asked = replace(POLAR, numbers=(number,), said=frozenset({"members"}))
    found = check_numbers(SMALL, asked, MEMBERS, stated("gamma", "kinds"))
    assert (found.relation, found.verdict) == ("member_counts", verdict)


@pytest.mark.parametrize(
    "asked", [POLAR, Question("", "", numbers=(5,)), Question("", "")]
)
def test_without_a_claimed_number_the_answer_stays(asked: Question) -> None:
    answer = stated("beta", "funding")
    assert check_numbers(SMALL, asked, relation("funding"), answer) is answer


def test_a_counted_answer_is_held_against_its_own_number() -> None:
    answer = replace(stated("beta", "members"), number=3)
    for numbers, verdict in (((3,), True), ((2,), False)):
        asked = replace(POLAR, numbers=numbers)
        found = check_numbers(SMALL, asked, relation("members"), answer)
        assert found.verdict is verdict


@pytest.mark.parametrize(
    ("text", "often"),
    [
        ("an annual event", "year"),
        ("a summit every other year", "two years"),
        ("held twice a year", "half year"),
        ("a perennial plant", None),
        ("", None),
        (None, None),
    ],
)
def test_frequency_is_read_in_a_fact(text: str | None, often: str | None) -> None:
    assert frequency_of(Fact("gamma", "events", "Gamma", text=text)) == often


@pytest.mark.parametrize(
    ("asked", "verdict"), [("year", True), ("two years", False), ("month", False)]
)
def test_another_frequency_is_denied(asked: str, verdict: bool) -> None:
    claimed = replace(POLAR, frequency=asked)
    found = check_frequency(claimed, stated("gamma", "events"))
    assert found is not None and found.verdict is verdict


def test_no_frequency_is_judged_where_one_side_has_none() -> None:
    assert check_frequency(POLAR, stated("gamma", "events")) is None
    claimed = replace(POLAR, frequency="year")
    assert check_frequency(claimed, stated("beta", "vision")) is None
