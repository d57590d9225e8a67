"""Who it is then, if not the one asked about, and who they are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from partners.completing import Turn
from partners.instead import who_then, who_they_are
from partners.memory import Memory
from partners.question import Question
from partners.reference import Reference
from tests.small_knowledge import SMALL

ALONE = Reference()
FUNDED = Memory(focus=("beta",), intent="ask_funders", both=("beta", "city"))
FUNDS = replace(FUNDED, intent="ask_funded")
STRANGER = Memory(intent="ask_status", stranger="Ideon", polar="yes")
OF_GROUP = replace(STRANGER, groups=("givers",))


def asked(text: str, memory: Memory) -> Turn | None:
    return who_then(SMALL, Question("follow_up", text), ALONE, memory)


@pytest.mark.parametrize(
    ("text", "memory", "turn"),
    [
        ("so who does?", FUNDED, Turn("ask_funders", ("beta",))),
        ("who did it then", FUNDS, Turn("ask_funders", ("beta",))),
        ("Well, who is?", FUNDED, Turn("ask_funders", ("beta",))),
        ("which one is then", FUNDED, Turn("ask_funded", ("city",))),
        ("who is then", STRANGER, Turn("list_partners", dropped=True)),
        (
            "who is then",
            OF_GROUP,
            Turn("list_partners", groups=("givers",), dropped=True),
        ),
        ("who else then", STRANGER, Turn("list_partners", dropped=True)),
    ],
)
def test_it_asks_for_whoever_the_page_names(
    text: str, memory: Memory, turn: Turn
) -> None:
    assert asked(text, memory) == turn


@pytest.mark.parametrize(
    ("text", "memory"),
    [
        # Not after a question that wanted no yes or no.
        ("who does?", Memory(focus=("beta",), intent="ask_funders")),
        ("who is it", FUNDED),
        ("who does the accounting?", FUNDED),
        ("how does it?", FUNDED),
        ("who else", FUNDED),
        # Both ends are partners, so that neither is the one asked about.
        ("who does?", replace(FUNDED, both=("beta", "gamma"), focus=())),
        ("who does?", replace(FUNDED, focus=(), both=("bank", "city"))),
        ("which one is then", replace(FUNDED, both=("beta", ""))),
    ],
)
def test_it_is_another_question(text: str, memory: Memory) -> None:
    assert asked(text, memory) is None


PARK = Memory(focus=("park",), intent="ask_givers_criteria")


@pytest.mark.parametrize(
    ("question", "reference", "memory", "groups"),
    [
        (
            Question("", "who are they now"),
            Reference(plural=True),
            PARK,
            ("givers",),
        ),
        (Question("", "who is it today"), ALONE, PARK, ("givers",)),
        (
            Question("", "who are they"),
            Reference(plural=True),
            replace(PARK, intent="ask_joining"),
            (),
        ),
    ],
)
def test_asked_of_the_park_they_are_its_partners(
    question: Question, reference: Reference, memory: Memory, groups: tuple[str, ...]
) -> None:
    turn = who_they_are(SMALL, question, reference, memory)
    assert turn == Turn("list_partners", groups=groups, dropped=True)


def test_how_many_are_there_counts_them() -> None:
    question = Question("", "how many are there", counts=True)
    turn = who_they_are(SMALL, question, Reference(counting=True), PARK)
    assert turn is not None
    assert turn.counts


@pytest.mark.parametrize(
    "memory", [replace(PARK, focus=("beta",)), replace(PARK, intent="ask_vision")]
)
def test_asked_of_another_they_are_not(memory: Memory) -> None:
    question = Question("", "who are they")
    assert who_they_are(SMALL, question, Reference(plural=True), memory) is None
