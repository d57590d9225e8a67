"""Facts are looked up, and told, the way that questions need them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from partners.answer import Kind, Outcome
from partners.facts import members_there, nearest
from partners.model import Fact
from tests.small_knowledge import SMALL, stated

FOOD = stated("beta", "topics")
EVENTS = stated("gamma", "events")


def test_what_is_near_is_told_as_no_more_than_that() -> None:
    found = nearest([FOOD, EVENTS])
    assert (found.kind, found.outcome) == (Kind.NEAREST, Outcome.NEAREST)
    assert found.also == (FOOD, EVENTS)
    assert found.facts == (*FOOD.facts, *EVENTS.facts)
    assert found.verdict is None


@pytest.mark.parametrize("subject", ["beta", None])
def test_it_is_told_of_whom_it_is_said_to_be(subject: str | None) -> None:
    assert nearest([FOOD], subject).subject == subject


def test_what_is_only_near_is_not_said_to_be_unconfirmed_as_well() -> None:
    found = nearest([replace(FOOD, unconfirmed=True), EVENTS])
    assert found.also == (FOOD, EVENTS)


def test_what_is_near_already_is_not_told_so_twice() -> None:
    once = nearest([FOOD], "beta")
    assert nearest([once], "beta") == once
    assert nearest([once, EVENTS]) == nearest([FOOD, EVENTS])


@pytest.mark.parametrize(
    ("names", "criteria", "members"),
    [
        (["beta"], ["spain"], ["bank"]),
        (["beta"], ["sweden"], ["city"]),
        (["beta"], ["spain", "sweden"], ["bank", "city"]),
        (["beta", "gamma"], ["spain"], ["bank"]),
        # Omega is there itself.
        (["beta", "omega"], ["sweden"], ["city"]),
        (["omega"], ["sweden"], []),
        # Only places are somewhere to be.
        (["beta"], ["food", "spain"], ["bank"]),
        (["beta"], ["forum"], []),
        (["beta"], [], []),
        # No members of them are told of.
        (["gamma"], ["spain"], []),
        ([], ["spain"], []),
    ],
)
def test_a_partner_goes_with_a_place_by_its_members_there(
    names: list[str], criteria: list[str], members: list[str]
) -> None:
    found = members_there(SMALL, names, criteria)
    assert [fact.target for fact in found] == members
    assert {fact.relation for fact in found} <= {"members"}


def test_who_is_there_itself_needs_no_member_for_it() -> None:
    own = Fact("beta", "places", "Beta", "spain")
    there = replace(SMALL, facts=(*SMALL.facts, own))
    assert members_there(there, ["beta"], ["spain"]) == ()
