"""A place in a list stands for a partner where something is asked of it."""

from __future__ import annotations

import pytest

from partners.masking import POSITION, Span
from partners.positions import find_positions


def positions(text: str, *taken: Span) -> list[str]:
    """The text of every position that is found."""
    found = list(find_positions(text, taken))
    assert all(span.role == POSITION for span in found)
    return [text[span.start : span.end] for span in found]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("who funds the second one", ["the second one"]),
        ("who funds the 2nd partner?", ["the 2nd partner"]),
        ("WHO FUNDS THE LAST ONE", ["THE LAST ONE"]),
        ("what does the latter do", ["the latter"]),
        ("who founded the former", ["the former"]),
        ("does the first one fund the third one", ["the first one", "the third one"]),
        ("what does number 2 do", ["number 2"]),
        ("who funds the last but one", ["the last but one"]),
        ("is the next one a network", ["the next one"]),
        ("who founded the one before that", ["the one before that"]),
    ],
)
def test_a_position_is_found_where_something_is_asked(
    said: str, found: list[str]
) -> None:
    assert positions(said) == found


@pytest.mark.parametrize(
    "said",
    [
        "",
        "the",
        "the second one",
        "and the last two?",
        "who funds the second",
        "who came second",
        "a second one funds it",
        "when is the next event",
        "what was the previous name of MVA",
        "what is the first of its members",
        "who was the first to fund it",
        "the second world war was when",
        "who funds the",
    ],
)
def test_other_ordinals_are_no_position(said: str) -> None:
    assert positions(said) == []
