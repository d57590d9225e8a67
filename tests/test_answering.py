"""Whole questions that hang on their words, and not on a relation alone."""

from __future__ import annotations

import pytest

from partners.answer import Kind, Outcome
from partners.defining import undefined
from partners.examples import unnamed_examples
from partners.frequency import how_often
from partners.reading import load_knowledge
from partners.wishes import wishes
from tests.asked import question


@pytest.mark.parametrize(
    "text", ["what are ATMPs?", "what is GMP", "and what does GMP stand for"]
)
def test_a_term_that_the_page_uses_is_not_explained(text: str) -> None:
    (answer,) = undefined(load_knowledge(), question("ask_focus", text))

    assert (answer.kind, answer.relation) == (Kind.NOT_STATED, "definition")
    assert answer.also, "what the page says with the term is told instead"


@pytest.mark.parametrize(
    "text", ["what is Medicon Valley", "what is there in food", "who works on ATMPs"]
)
def test_other_questions_ask_for_no_definition(text: str) -> None:
    assert undefined(load_knowledge(), question("ask_focus", text)) == ()


def test_names_that_the_page_does_not_give_are_not_stated() -> None:
    asked = question("ask_vision", "which startups did NOME mentor so far")

    (answer,) = unnamed_examples(load_knowledge(), asked)

    assert answer.kind is Kind.NOT_STATED


@pytest.mark.parametrize(
    ("intent", "text"),
    [
        ("ask_goals", "which UN goals does The Bridge address"),
        ("ask_members", "which clusters are in TIM"),
        ("ask_audience", "does NOME mentor startups"),
    ],
)
def test_what_the_page_names_is_told(intent: str, text: str) -> None:
    assert unnamed_examples(load_knowledge(), question(intent, text)) == ()


@pytest.mark.parametrize(
    ("text", "facts"),
    [("how often is the summit of The Bridge", 1), ("frequency of HLF", 1)],
)
def test_how_often_is_told_of_what_has_a_frequency(text: str, facts: int) -> None:
    (answer,) = how_often(load_knowledge(), question("ask_events", text))

    assert answer.kind is Kind.FACT
    assert len(answer.facts) == facts


def test_no_frequency_is_made_up() -> None:
    asked = question("ask_events", "how often are EFL's seminars")

    (answer,) = how_often(load_knowledge(), asked)

    assert (answer.kind, answer.outcome) == (Kind.NOT_STATED, Outcome.NOT_STATED)


@pytest.mark.parametrize(("text", "verdict"), [("yearly", True), ("monthly", False)])
def test_a_claimed_frequency_is_held_against_the_page(text: str, verdict: bool) -> None:
    (answer,) = how_often(load_knowledge(), question("ask_events", f"is HLF {text}?"))

    assert answer.verdict is verdict


def test_all_that_is_wanted_is_told_where_no_one_of_it_is_named() -> None:
    asked = question("ask_mission", "what does TIM want to achieve")

    found = wishes(load_knowledge(), asked)

    assert [answer.relation for answer in found] == ["mission", "vision"]


def test_what_is_named_is_told_alone() -> None:
    asked = question("ask_mission", "what is the mission of TIM")

    assert wishes(load_knowledge(), asked) == ()
