"""A number alone is held against what was told of the one in question."""

from __future__ import annotations

from dataclasses import replace

import pytest

from partners.answer import Kind, Outcome
from partners.completing import Turn
from partners.memory import Memory
from partners.model import Fact, Knowledge
from partners.numbered import numbered
from partners.question import Question
from partners.reference import Reference
from tests.small_knowledge import SMALL

# Of Acme there is an amount and no year, of Gamma a year and no other number.
APART = replace(
    SMALL,
    facts=(
        Fact("acme", "funding", "Givers", amount=3, unit="million SEK"),
        Fact("gamma", "founding", "Gamma", year=2016),
    ),
)
BETA = Memory(focus=("beta",), evidence=("beta/funding",))
NOT_7 = Question("list_partners", "not 7?", numbers=(7,))
NOWHERE = Reference()


def held(
    text: str, number: int, memory: Memory, knowledge: Knowledge = SMALL
) -> Turn | None:
    """How a message of one number is completed."""
    question = Question("list_partners", text, numbers=(number,))
    return numbered(knowledge, question, NOWHERE, memory)


@pytest.mark.parametrize(
    ("number", "told", "intent"),
    [
        (7, "funding", "ask_funding"),
        (2025, "funding", "ask_funding"),
        (2015, "founding", "ask_founding"),
        # It was told of a year only, so that the number is of something else.
        (7, "founding", "ask_funding"),
        # What was told has no number at all.
        (7, "vision", "ask_funding"),
    ],
)
def test_a_number_asks_whether_that_was_told_which_has_such(
    number: int, told: str, intent: str
) -> None:
    memory = replace(BETA, evidence=(f"beta/{told}",))
    turn = Turn(intent, ("beta",), polar=True, numbers=(number,))
    assert held(f"{number}?", number, memory) == turn


def test_all_its_numbers_are_asked_of() -> None:
    question = Question("list_partners", "2018 to 2025?", numbers=(2018, 2025))
    turn = Turn("ask_funding", ("beta",), polar=True, numbers=(2018, 2025))
    assert numbered(SMALL, question, NOWHERE, BETA) == turn


@pytest.mark.parametrize(
    ("subject", "number", "intent"),
    [
        ("acme", 3, "ask_funding"),
        ("acme", 1899, "ask_funding"),
        ("acme", 1900, None),
        ("acme", 2016, None),
        ("acme", 2099, None),
        ("acme", 2100, "ask_funding"),
        ("gamma", 2015, "ask_founding"),
        ("gamma", 3, None),
        # Nothing is stated of it.
        ("omega", 3, None),
        ("omega", 2016, None),
    ],
)
def test_years_are_held_against_years_and_other_numbers_against_others(
    subject: str, number: int, intent: str | None
) -> None:
    turn = held(f"{number}?", number, Memory(focus=(subject,)), APART)
    assert turn is not None
    assert turn.intent == (intent or "")
    assert bool(turn.answers) is (intent is None)


@pytest.mark.parametrize("evidence", [(), ("beta/funding",), ("gone/funding",)])
def test_of_whom_no_such_number_is_stated_it_is_not_stated(
    evidence: tuple[str, ...],
) -> None:
    turn = held("2018?", 2018, Memory(focus=("acme",), evidence=evidence))
    assert turn is not None
    (answer,) = turn.answers
    assert (answer.kind, answer.outcome) == (Kind.NOT_STATED, Outcome.NOT_STATED)
    assert (answer.subject, answer.verdict) == ("acme", None)


@pytest.mark.parametrize(
    ("text", "lone"),
    [
        ("not 7?", True),
        ("even 7 million SEK though?", True),
        ("and seven?", True),
        ("was that 7?", True),
        ("since 7", True),
        ("7 members?", False),
        ("who gave 7?", False),
        ("is the vision for 7", False),
        ("7 Acme", False),
    ],
)
def test_a_message_with_more_words_than_a_number_asks_something_else(
    text: str, lone: bool
) -> None:
    assert (held(text, 7, BETA) is not None) is lone


@pytest.mark.parametrize(
    ("question", "reference", "memory"),
    [
        # It is of another form.
        (replace(NOT_7, numbers=()), NOWHERE, BETA),
        (replace(NOT_7, subjects=("beta",)), NOWHERE, BETA),
        (replace(NOT_7, unknown=("Zeta",)), NOWHERE, BETA),
        (replace(NOT_7, criteria=("food",)), NOWHERE, BETA),
        (replace(NOT_7, counts=True), NOWHERE, BETA),
        # It is a place in a list, or how many are meant.
        (NOT_7, Reference(positions=(7,)), BETA),
        (NOT_7, Reference(size=7), BETA),
        # Nobody is in question, or several are.
        (NOT_7, NOWHERE, Memory()),
        (NOT_7, NOWHERE, replace(BETA, focus=("beta", "gamma"))),
    ],
)
def test_other_questions_are_left_alone(
    question: Question, reference: Reference, memory: Memory
) -> None:
    assert numbered(SMALL, NOT_7, NOWHERE, BETA) is not None
    assert numbered(SMALL, question, reference, memory) is None
