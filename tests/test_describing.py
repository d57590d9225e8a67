"""Whom a description means, where only one partner fits it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from partners.describing import by_number, described, without_description
from partners.question import Question
from tests.small_knowledge import SMALL, relation

# "The members of the network that the city founded"
HEADED = Question("ask_members", "", heads=True)


def meant(subject: str, under: str = "vision", **more: object) -> str | None:
    """Whom a question means that names `subject` and describes a partner."""
    asked = replace(HEADED, **more)  # type: ignore[arg-type]
    return described(SMALL, asked, relation(under), subject)


@pytest.mark.parametrize(
    ("subject", "criteria", "partner"),
    [
        # The bank takes part in Beta alone.
        ("bank", (), "beta"),
        ("bank", ("network",), "beta"),
        # A kind that fits nothing is not what chooses.
        ("bank", ("forum",), "beta"),
        # The city takes part in two: the kind tells which.
        ("city", (), None),
        ("city", ("network",), "beta"),
        ("city", ("forum",), "gamma"),
        # No kind: it chooses nothing.
        ("city", ("sweden",), None),
        ("park", (), None),
    ],
)
def test_an_organisation_describes_the_one_partner_it_takes_part_in(
    subject: str, criteria: tuple[str, ...], partner: str | None
) -> None:
    assert meant(subject, criteria=criteria) == partner


@pytest.mark.parametrize("more", [{"heads": False}, {"reverse": True}, {"polar": True}])
def test_a_question_that_describes_nobody_means_nobody(more: dict[str, bool]) -> None:
    assert meant("bank", "vision", **more) is None


def test_a_partner_is_meant_itself() -> None:
    assert meant("acme") is None


def test_an_organisation_with_such_facts_of_its_own_is_meant_itself() -> None:
    assert meant("bank", "places") is None


@pytest.mark.parametrize(
    ("numbers", "under", "partner"),
    [
        ((2016,), "members", "beta"),
        ((2018, 2023), "members", "beta"),
        ((100,), "events", "gamma"),
        # Of two partners' numbers, of none, and of the relation itself.
        ((2016, 100), "members", None),
        ((7,), "members", None),
        ((0,), "members", None),
        ((10**12,), "members", None),
        ((2016,), "founding", None),
        # It has no vision to tell.
        ((11,), "vision", None),
        ((), "members", None),
    ],
)
def test_a_number_describes_the_one_partner_that_has_it(
    numbers: tuple[int, ...], under: str, partner: str | None
) -> None:
    asked = replace(HEADED, numbers=numbers)
    assert by_number(SMALL, asked, relation(under)) == partner


def test_a_number_without_a_partner_in_the_question_describes_nobody() -> None:
    asked = Question("ask_members", "", numbers=(2016,))
    assert by_number(SMALL, asked, relation("members")) is None
    definite = replace(asked, definite=True)
    assert by_number(SMALL, definite, relation("members")) == "beta"


def test_the_description_is_no_part_of_the_question() -> None:
    asked = replace(
        HEADED,
        criteria=("network",),
        numbers=(3,),
        definite=True,
        polar=True,
        counts=True,
    )
    assert without_description(asked) == replace(HEADED, counts=True)
