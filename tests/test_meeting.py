"""Of a partner's values those are told that meet what a question names."""

from __future__ import annotations

import pytest

from partners.meeting import meeting_criteria
from partners.model import Fact
from partners.question import Question
from tests.small_knowledge import SMALL

# The bank is in Spain, the city in Sweden and a forum, the laboratory is one by name.
MEMBERS = SMALL.facts_of("beta", "members")


def meeting(*criteria: str, facts: tuple[Fact, ...] = MEMBERS) -> list[str | None]:
    """The values that meet the criteria."""
    asked = Question("ask_members", "", criteria=criteria)
    return [fact.target for fact in meeting_criteria(SMALL, asked, facts)]


@pytest.mark.parametrize(
    ("criteria", "values"),
    [
        (("spain",), ["bank"]),
        (("spain", "sweden"), ["bank", "city"]),
        (("sweden", "spain"), ["bank", "city"]),
        (("forum",), ["city"]),
        # By its name.
        (("laboratory",), ["smile_lab"]),
        (("forum", "laboratory"), ["city", "smile_lab"]),
        # A place and a kind must both be met …
        (("sweden", "forum"), ["city"]),
        # … unless no value there is of the kind.
        (("spain", "forum"), ["bank"]),
        # Without a value in the place there is none, whatever its kind.
        (("europe", "forum"), []),
        (("europe",), []),
        (("network",), []),
        ((), []),
    ],
)
def test_values_are_chosen_by_place_and_kind(
    criteria: tuple[str, ...], values: list[str]
) -> None:
    assert meeting(*criteria) == values


def test_values_without_a_name_of_their_own_meet_nothing() -> None:
    topics = SMALL.facts_of("beta", "topics")
    assert meeting("food", facts=topics) == []
    assert meeting("spain", facts=SMALL.facts_of("beta", "vision")) == []
    assert meeting("spain", facts=()) == []


def test_a_place_is_not_met_by_a_name() -> None:
    facts = (Fact("beta", "members", "Beta", target="acme"),)
    assert meeting("sweden", facts=facts) == []
