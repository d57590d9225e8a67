"""A place in a list is found by number, from the end, and from the one in question."""

from __future__ import annotations

from dataclasses import replace

import pytest

from partners.answer import Outcome
from partners.completing import Turn
from partners.listed import DESCRIBE, placed
from partners.memory import Memory
from partners.question import Question
from partners.reference import Reference
from tests.small_knowledge import SMALL, relation

THREE = Memory(listed=("beta", "gamma", "omega"), intent="list_partners")
SECOND = replace(THREE, focus=("gamma",), intent=DESCRIBE)
FUNDED = replace(THREE, focus=("gamma",), intent="ask_funders")
NOTHING = Question("follow_up", "")
FUNDERS = Question("ask_funders", "", relation("funders"))


def at(*positions: int, step: int = 0, empty: bool = True) -> Reference:
    return Reference(positions=positions, step=step, empty=empty)


@pytest.mark.parametrize(
    ("question", "reference", "memory", "turn"),
    [
        (NOTHING, at(2), THREE, Turn(DESCRIBE, ("gamma",), placed=True)),
        (NOTHING, at(-1), THREE, Turn(DESCRIBE, ("omega",), placed=True)),
        (NOTHING, at(1, 3), THREE, Turn(DESCRIBE, ("beta", "omega"), placed=True)),
        (NOTHING, at(step=1), SECOND, Turn(DESCRIBE, ("omega",), placed=True)),
        (NOTHING, at(step=-1), SECOND, Turn(DESCRIBE, ("beta",), placed=True)),
        (NOTHING, at(step=-1), FUNDED, Turn("ask_funders", ("beta",), placed=True)),
        (NOTHING, at(1), FUNDED, Turn("ask_funders", ("beta",), placed=True)),
        (FUNDERS, at(3, empty=False), THREE, Turn("", ("omega",), placed=True)),
        (NOTHING, at(step=1), THREE, None),
        (NOTHING, at(1), Memory(intent="ask_park"), None),
        (NOTHING, Reference(empty=True), THREE, None),
    ],
)
def test_what_a_place_stands_for(
    question: Question, reference: Reference, memory: Memory, turn: Turn | None
) -> None:
    assert placed(SMALL, question, reference, memory) == turn


@pytest.mark.parametrize(
    "reference", [at(4), at(-4), at(0), at(step=2), at(step=-2)], ids=str
)
def test_a_place_outside_the_list_is_answered_with_its_length(
    reference: Reference,
) -> None:
    turn = placed(SMALL, NOTHING, reference, SECOND)
    assert turn is not None
    assert [one.outcome for one in turn.answers] == [Outcome.OUT_OF_RANGE]
    assert turn.answers[0].number == 3
