"""A mistyped word of a question is read as the word that was meant."""

from __future__ import annotations

import pytest

from partners.slips import Corrector

VOCABULARY = frozenset("founded funded members period vision zylograph".split())


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("membres", "members"),
        ("mebers", "members"),
        ("memmbers", "members"),
        ("memvers", "members"),
        ("peroid", "period"),
        ("vsion", "vision"),
    ],
)
def test_one_slip_is_put_right(typed: str, read: str) -> None:
    assert Corrector(VOCABULARY).correct(typed) == read


@pytest.mark.parametrize(
    "word",
    [
        "",
        "a",
        "members",
        # English of its own, though one letter away.
        "provision",
        "fended",
        # Two slips, and another name.
        "mmbrs",
        "memebres",
        "vinnova",
        # Too short to tell what it is a slip of.
        "mebr",
        # Of two words that it may be, neither.
        "fonded",
        # A name of the vocabulary is nothing to correct to.
        "zylogrph",
        "x" * 1000,
        "åäö12",
    ],
)
def test_other_words_stay(word: str) -> None:
    assert Corrector(VOCABULARY).correct(word) == word


def test_a_flood_of_words_changes_nothing_and_is_forgotten() -> None:
    corrector = Corrector(VOCABULARY)
    for number in range(5000):
        corrector.correct(f"z{number:x}")
    assert len(corrector._known) < 4200
    assert corrector.correct("peroid") == "period"


def test_without_a_vocabulary_every_word_stays() -> None:
    assert Corrector(frozenset()).correct("membres") == "membres"
