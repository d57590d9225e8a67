"""What a stranger sends is made safe before anything reads or stores it."""

from __future__ import annotations

import pytest

from partners.messages import LONGEST, clean, is_identity


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("who funds CAMP", "who funds CAMP"),
        ("  who\n\tfunds   CAMP ", "who funds CAMP"),
        ("/restart", "restart"),
        (" //ask_funders{}", "ask_funders{}"),
        ("who\x00funds\x1bCAMP", "who funds CAMP"),
        ("a\ud800b", "a b"),
        ("ＣＡＭＰ", "CAMP"),
        ("／restart", "restart"),
        ("", ""),
    ],
)
def test_text_is_cleaned(sent: str, read: str) -> None:
    assert clean(sent) == read


def test_long_text_is_cut() -> None:
    assert len(clean("x" * 10_000)) == LONGEST


@pytest.mark.parametrize(
    ("sender", "accepted"),
    [
        ("visitor-1", True),
        ("", False),
        ("a b", False),
        ("a\ud800", False),
        ("a\x00", False),
        ("x" * 101, False),
    ],
)
def test_identity_is_plain_and_short(sender: str, accepted: bool) -> None:
    assert is_identity(sender) is accepted
