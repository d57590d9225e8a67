"""A message is asked about those whom the conversation means."""

from __future__ import annotations

from dataclasses import replace

import pytest

from partners.completing import Turn, complete
from partners.question import Question
from tests.small_knowledge import relation

ASKED = Question(
    "ask_funders",
    "and is the network with 3 XYZ funding them?",
    relation("funders"),
    subjects=("acme",),
    criteria=("network",),
    groups=("doers",),
    numbers=(3,),
    leftover=("funding",),
    words=("funding",),
    terms=("funding",),
    capitals=("XYZ",),
    polar=True,
    pronoun=True,
    definite=True,
    heads=True,
    counts=True,
)


def test_a_message_that_needs_nothing_stays_as_it_is() -> None:
    assert complete(ASKED, Turn()) == ASKED


@pytest.mark.parametrize("turn", [Turn("ask_members"), Turn(counts=True)])
def test_without_anybody_meant_the_words_stay(turn: Turn) -> None:
    assert complete(ASKED, turn) == ASKED


def test_those_meant_take_the_place_of_the_pronoun() -> None:
    found = complete(ASKED, Turn(subjects=("beta", "gamma")))
    meant = replace(ASKED, pronoun=False, definite=False, heads=False)
    assert found == meant.about("beta", "gamma")


def test_with_an_earlier_question_the_words_say_only_whom_it_means() -> None:
    found = complete(ASKED, Turn("ask_members", ("beta",)))
    assert found.subjects == ("beta",)
    assert not (found.polar or found.counts or found.numbers or found.groups)
    assert not (found.words or found.terms or found.leftover or found.capitals)
    assert found.criteria == ASKED.criteria


@pytest.mark.parametrize("counts", [True, False])
def test_a_number_is_asked_for_again_where_it_was_before(counts: bool) -> None:
    assert complete(ASKED, Turn("ask_members", ("beta",), counts=counts)).counts is (
        counts
    )


def test_a_choice_is_made_among_those_listed() -> None:
    found = complete(ASKED, Turn("list_partners", among=("beta", "gamma")))
    assert found.among == ("beta", "gamma")
    assert found.every and not found.pronoun
    assert found.criteria == ASKED.criteria
