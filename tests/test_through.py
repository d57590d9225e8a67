"""What is asked of an organisation, answered by the partner that it stands in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from partners.answer import Kind
from partners.completing import Turn
from partners.memory import Memory
from partners.question import Question
from partners.through import through
from tests.small_knowledge import SMALL, relation

LAB = Memory(focus=("smile_lab",), recent=("beta",))
THEIR_VISION = Question("ask_vision", "their vision", relation("vision"), pronoun=True)
FUNDERS = Question("ask_funders", "and the funders", relation("funders"))


def test_their_vision_is_told_as_the_nearest() -> None:
    turn = through(SMALL, THEIR_VISION, LAB, points=True)
    assert turn is not None
    (answer,) = turn.answers
    assert (answer.kind, answer.subject) == (Kind.NEAREST, "beta")
    assert [fact.relation for fact in answer.facts] == ["vision"]


def test_who_gives_is_asked_of_the_partner_itself() -> None:
    assert through(SMALL, FUNDERS, LAB, points=False) == Turn(subjects=("beta",))


def test_that_is_the_partner_of_which_the_last_answer_told() -> None:
    said = frozenset({"vision", "of", "that"})
    question = replace(THEIR_VISION, said=said, singular=True)
    memory = replace(LAB, giver="smile_lab")
    assert through(SMALL, question, memory, points=True) == Turn(subjects=("beta",))


@pytest.mark.parametrize(
    ("question", "memory", "points"),
    [
        # "Its vision" is that of the organisation, of which the page has none.
        (replace(THEIR_VISION, singular=True), LAB, True),
        (replace(THEIR_VISION, polar=True), LAB, True),
        (replace(THEIR_VISION, relation=None), LAB, True),
        (replace(THEIR_VISION, relation=relation("contact")), LAB, True),
        (THEIR_VISION, Memory(focus=("beta",)), True),
        (THEIR_VISION, Memory(focus=("smile_lab", "city")), True),
        (THEIR_VISION, Memory(focus=("park",)), True),
        # The bank is the funder itself.
        (FUNDERS, Memory(focus=("bank",), recent=("beta",)), False),
    ],
)
def test_it_stays_with_the_one_in_question(
    question: Question, memory: Memory, points: bool
) -> None:
    assert through(SMALL, question, memory, points) is None


def test_of_two_it_is_the_one_that_was_spoken_of() -> None:
    question = replace(THEIR_VISION, relation=relation("funding"), pronoun=False)
    memory = Memory(focus=("city",), recent=("gamma", "beta"))
    turn = through(SMALL, question, memory, points=True)
    assert turn is not None
    assert turn.answers[0].subject == "beta"


def test_a_number_is_told_with_what_it_counts() -> None:
    question = replace(THEIR_VISION, relation=relation("members"), counts=True)
    memory = replace(LAB, focus=("ict",))
    turn = through(SMALL, question, memory, points=True)
    assert turn is not None
    assert turn.answers[0].also[0].number == 3
