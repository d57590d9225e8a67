"""The one at a place among what the page names for one partner."""

from __future__ import annotations

from dataclasses import replace

import pytest

from partners.answer import Kind, Outcome
from partners.memory import Memory
from partners.nth import nth
from partners.question import Question
from partners.reference import Reference
from tests.small_knowledge import SMALL, relation

MEMBERS = Question(
    "ask_members",
    "the second member of beta",
    relation("members"),
    subjects=("beta",),
    explained=("member",),
)


def told(question: Question, *places: int) -> tuple[str | None, ...] | None:
    turn = nth(SMALL, question, Reference(positions=places), Memory())
    return tuple(f.target for f in turn.answers[0].facts) if turn else None


@pytest.mark.parametrize(
    ("place", "member"), [(1, "bank"), (2, "city"), (3, "smile_lab"), (-1, "smile_lab")]
)
def test_it_is_chosen_in_the_order_of_the_page(place: int, member: str) -> None:
    assert told(MEMBERS, place) == (member,)


@pytest.mark.parametrize("place", [4, 5, -4])
def test_of_too_few_it_says_how_many_there_are(place: int) -> None:
    turn = nth(SMALL, MEMBERS, Reference(positions=(place,)), Memory())
    assert turn is not None
    (answer,) = turn.answers
    assert (answer.kind, answer.outcome) == (Kind.AMBIGUOUS, Outcome.OUT_OF_RANGE)
    assert (answer.number, answer.names) == (3, ("bank", "city", "smile_lab"))


@pytest.mark.parametrize(
    ("question", "places"),
    [
        (MEMBERS, ()),
        (MEMBERS, (1, 2)),
        (MEMBERS, (0,)),
        (replace(MEMBERS, subjects=()), (2,)),
        (replace(MEMBERS, subjects=("beta", "gamma")), (2,)),
        (replace(MEMBERS, unknown=("Ideon",)), (2,)),
        (replace(MEMBERS, relation=None), (2,)),
        # It has one funder, which is no list.
        (replace(MEMBERS, relation=relation("funders")), (1,)),
        # The first event in time is none that the page tells.
        (replace(MEMBERS, relation=relation("events")), (1,)),
        (replace(MEMBERS, text="in the second hall, the member of beta"), (2,)),
    ],
)
def test_no_place_among_them_is_named(
    question: Question, places: tuple[int, ...]
) -> None:
    assert told(question, *places) is None
