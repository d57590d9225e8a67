"""What of a question is remembered for the next one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from partners.question import Question
from partners.recalling import chooses_of_all, pair_after
from tests.small_knowledge import SMALL, relation

BEFORE = ("acme", "omega")


@pytest.mark.parametrize(
    ("together", "pair"),
    [
        ([("beta", "gamma")], ("beta", "gamma")),
        ([("gamma", "beta")], ("gamma", "beta")),
        # The first that are two.
        ([("beta", "gamma"), ("gamma", "omega")], ("beta", "gamma")),
        ([("beta",), (), ("gamma", "omega")], ("gamma", "omega")),
        # Only partners are counted.
        ([("beta", "bank", "gamma", "food")], ("beta", "gamma")),
        ([("beta", "bank"), ("gamma", "omega")], ("gamma", "omega")),
    ],
)
def test_two_partners_that_were_spoken_of_together_are_a_pair(
    together: list[tuple[str, ...]], pair: tuple[str, ...]
) -> None:
    assert pair_after(SMALL, BEFORE, together) == pair


@pytest.mark.parametrize(
    "together",
    [
        [],
        [()],
        [("beta",)],
        [("beta",), ("gamma",)],
        [("bank", "city")],
        [("beta", "bank")],
        [("beta", "gamma", "omega")],
    ],
)
def test_the_pair_before_stays_where_no_two_were_spoken_of(
    together: list[tuple[str, ...]],
) -> None:
    assert pair_after(SMALL, BEFORE, together) == BEFORE
    assert pair_after(SMALL, (), together) == ()


CHOOSING = Question(
    "ask_focus", "", relation("focus"), criteria=("food",), of_partners=True
)


@pytest.mark.parametrize(
    ("question", "chooses"),
    [
        (CHOOSING, True),
        (replace(CHOOSING, criteria=("food", "ict")), True),
        (replace(CHOOSING, criteria=()), False),
        (replace(CHOOSING, of_partners=False), False),
        (replace(CHOOSING, relation=None), False),
        (CHOOSING.about("beta"), False),
    ],
)
def test_partners_are_chosen_by_a_field_where_none_is_named(
    question: Question, chooses: bool
) -> None:
    assert chooses_of_all(question) is chooses
