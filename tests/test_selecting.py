"""What is chosen is chosen among what was listed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from partners.answer import Kind, Outcome
from partners.question import Question
from partners.selecting import select
from tests.small_knowledge import SMALL

AMONG = ("gamma", "beta", "acme")
ASKED = Question("list_partners", "", among=AMONG)


@pytest.mark.parametrize(
    ("criteria", "groups", "subjects", "chosen"),
    [
        (("non_profit",), (), (), ("gamma", "beta")),
        (("non_profit", "network"), (), (), ("beta",)),
        ((), ("givers",), (), ("acme",)),
        ((), ("givers", "doers"), (), AMONG),
        (("food",), ("doers",), (), ("gamma", "beta")),
        ((), (), ("bank",), ("beta",)),
        (("forum",), (), ("city",), ("gamma",)),
    ],
)
def test_those_that_meet_every_criterion_are_chosen_in_the_order_of_the_list(
    criteria: tuple[str, ...],
    groups: tuple[str, ...],
    subjects: tuple[str, ...],
    chosen: tuple[str, ...],
) -> None:
    asked = replace(ASKED, criteria=criteria, groups=groups, subjects=subjects)
    found = select(SMALL, asked)
    assert (found.kind, found.outcome) == (Kind.FACT, Outcome.SELECTED)
    assert (found.names, found.number) == (chosen, None)
    assert found.criteria == (*criteria, *groups, *subjects)


def test_only_the_facts_that_choose_are_told() -> None:
    found = select(SMALL, replace(ASKED, criteria=("network",), subjects=("bank",)))
    assert {fact.target for fact in found.facts} == {"network", "bank"}
    assert {fact.subject for fact in found.facts} == {"beta"}


@pytest.mark.parametrize(
    ("criteria", "number"), [((), 3), (("non_profit",), 2), (("network",), 1)]
)
def test_the_chosen_are_counted(criteria: tuple[str, ...], number: int) -> None:
    found = select(SMALL, replace(ASKED, criteria=criteria, counts=True))
    assert (found.kind, found.number) == (Kind.FACT, number)
    assert len(found.names) == number


@pytest.mark.parametrize(
    ("criteria", "groups"),
    [(("sweden",), ()), (("network", "forum"), ()), (("food",), ("givers",))],
)
def test_where_none_meets_it_none_is_told(
    criteria: tuple[str, ...], groups: tuple[str, ...]
) -> None:
    # Omega is in Sweden, and was not listed.
    found = select(SMALL, replace(ASKED, criteria=criteria, groups=groups))
    assert (found.kind, found.outcome) == (Kind.NOT_STATED, Outcome.NONE_SELECTED)
    assert (found.facts, found.criteria) == ((), (*criteria, *groups))


def test_a_place_that_the_page_lacks_chooses_none() -> None:
    asked = replace(ASKED, criteria=("non_profit",), elsewhere=("Norway",))
    found = select(SMALL, asked)
    assert (found.outcome, found.names) == (Outcome.NONE_SELECTED, ("Norway",))


def test_words_that_choose_in_no_way_of_the_page_are_named() -> None:
    asked = replace(ASKED, leftover=("the", "very", "shiny", "ones"))
    found = select(SMALL, asked)
    assert (found.kind, found.outcome) == (Kind.NOT_STATED, Outcome.CRITERION_UNKNOWN)
    assert found.names == ("the", "very", "shiny")


MEMBERS = replace(ASKED, among=("bank", "city"), polar=True)


@pytest.mark.parametrize(
    "asked", [MEMBERS, replace(MEMBERS, polar=False, said=frozenset({"any"}))]
)
def test_a_country_is_denied_where_the_page_has_that_of_each(asked: Question) -> None:
    found = select(SMALL, replace(asked, elsewhere=("Norway",)))
    assert (found.kind, found.verdict) == (Kind.FACT, False)


@pytest.mark.parametrize(
    "asked",
    [
        replace(MEMBERS, elsewhere=("Norway",), polar=False),
        # A part of it may be what the page names.
        replace(MEMBERS, elsewhere=("UK",)),
        replace(MEMBERS, elsewhere=("Bergen",)),
        # Where a partner is, is told more loosely, and of the laboratory nothing.
        replace(MEMBERS, elsewhere=("Norway",), among=("omega",)),
        replace(MEMBERS, elsewhere=("Norway",), among=("bank", "smile_lab")),
        replace(MEMBERS, criteria=("food",)),
    ],
)
def test_it_is_not_denied_where_the_page_may_be_silent(asked: Question) -> None:
    found = select(SMALL, asked)
    assert (found.kind, found.verdict) == (Kind.NOT_STATED, None)
