"""What several answers have in common is said once, and no yes is given to a half."""

from __future__ import annotations

from dataclasses import replace

import pytest

from partners.answer import Answer, Kind, Outcome
from partners.gathering import gathered
from tests.small_knowledge import stated

FOOD = stated("beta", "topics")
FUNDING = stated("beta", "funding")
YES = replace(FUNDING, verdict=True)


def silent(subject: str, relation: str = "vision") -> Answer:
    """That the page doesn't state it of `subject`, and what it does say."""
    also = (stated("gamma", "events"),) if subject == "gamma" else ()
    kind, outcome = Kind.NOT_STATED, Outcome.NOT_STATED
    return Answer(kind, outcome, subject, relation, also=also)


ACME, GAMMA, OMEGA = silent("acme"), silent("gamma"), silent("omega")
ALL_THREE = Answer(
    Kind.NOT_STATED,
    Outcome.NOT_STATED,
    relation="vision",
    names=("acme", "gamma", "omega"),
)


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ((), ()),
        ((FOOD,), (FOOD,)),
        ((FOOD, FUNDING, FOOD), (FOOD, FUNDING)),
        ((FUNDING, FOOD, FUNDING, FOOD), (FUNDING, FOOD)),
        ((ACME, ACME, ACME), (ACME,)),
    ],
)
def test_each_is_told_once_and_in_order(
    answers: tuple[Answer, ...], told: tuple[Answer, ...]
) -> None:
    assert gathered(answers) == told


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ((ACME, GAMMA, OMEGA), (ALL_THREE,)),
        ((ACME, GAMMA, ACME, OMEGA), (ALL_THREE,)),
        # It stands where the first of them stood.
        ((FOOD, ACME, GAMMA, FUNDING, OMEGA), (FOOD, ALL_THREE, FUNDING)),
    ],
)
def test_what_is_not_stated_of_more_than_two_is_said_once_for_all(
    answers: tuple[Answer, ...], told: tuple[Answer, ...]
) -> None:
    assert gathered(answers) == told


@pytest.mark.parametrize(
    "answers",
    [
        (ACME,),
        (ACME, GAMMA),
        # Of each another thing is not stated.
        (ACME, GAMMA, silent("omega", "funding")),
        (ACME, silent("gamma", "events"), silent("omega", "funding")),
        # What is stated is told of each.
        (FOOD, stated("gamma", "topics"), stated("omega", "kinds")),
    ],
)
def test_others_are_told_one_by_one(answers: tuple[Answer, ...]) -> None:
    assert gathered(answers) == answers


@pytest.mark.parametrize("places", [(0, 1), (1, 0)])
def test_a_yes_to_one_half_is_no_yes(places: tuple[int, int]) -> None:
    answers = (YES, silent("gamma", "funding"))
    found = gathered([answers[place] for place in places])
    told, open_ = (found[place] for place in places)
    assert told == FUNDING
    assert open_ == answers[1]


@pytest.mark.parametrize(
    "answers",
    [
        (YES,),
        # All are told of.
        (YES, replace(stated("gamma", "funders"), verdict=True)),
        # A no of one is a no to both.
        (replace(FUNDING, verdict=False), silent("gamma", "funding")),
        # What was counted is so, whatever is not stated of others.
        (replace(YES, number=5), silent("gamma", "funding")),
        # The page is silent on something else of the same one.
        (YES, silent("beta", "events")),
    ],
)
def test_a_verdict_on_all_that_was_asked_stays(answers: tuple[Answer, ...]) -> None:
    assert gathered(answers) == answers
