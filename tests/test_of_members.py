"""Members of the partner talked of, by where they are from and by their number."""

from __future__ import annotations

import pytest

from partners.completing import Turn
from partners.memory import Memory
from partners.of_members import of_members
from partners.reading import load_knowledge
from tests.asked import question, reference

TIM = Memory(focus=("tim",), intent="describe_partner")
MTT = Memory(focus=("mtt",), intent="describe_partner")


def turn(text: str, memory: Memory) -> Turn | None:
    """How `text` is completed, taken for a list of partners."""
    asked = question("list_partners", text)
    return of_members(load_knowledge(), asked, reference(text), memory)


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        ("who is from Belgium?", True),
        ("anyone from Spain", True),
        # Which the page doesn't name: that is a no.
        ("anybody from Norway", False),
    ],
)
def test_whoever_is_from_a_country_is_a_member(text: str, is_named: bool) -> None:
    assert turn(text, TIM) == Turn("ask_members", ("tim",), polar=not is_named)


def test_what_members_are_based_in_is_counted() -> None:
    text = "in how many organisations are they based"
    assert turn(text, MTT) == Turn("ask_members", ("mtt",), counts=True)


@pytest.mark.parametrize(
    ("text", "memory"),
    [
        ("who is from Belgium?", Memory()),
        ("who is from Belgium?", MTT),  # whose members the page doesn't name
        ("which partners are from Belgium", TIM),
        ("who is BIOGA from Spain", TIM),
        ("who funds it", TIM),
        ("how many sites are there", MTT),
    ],
)
def test_other_questions_are_left_alone(text: str, memory: Memory) -> None:
    assert turn(text, memory) is None
