"""Whom a message means that goes on from the last answer, and what it asks of them."""

from __future__ import annotations

import pytest

from partners.answer import Outcome
from partners.completing import Turn
from partners.following import Follower
from partners.memory import Memory
from partners.reading import load_knowledge
from tests.asked import question, reference

FOLLOW_UP = "follow_up"
CAMP = Memory(focus=("camp",), intent="ask_funders", evidence=("camp/funders",))
TWO = Memory(focus=("camp", "nome"), listed=("camp", "nome"), intent="ask_funders")
LISTED = Memory(listed=("mva", "mtt", "swedenbio", "sisp"), intent="list_partners")


def follow(memory: Memory, text: str, intent: str = FOLLOW_UP, name: str = "") -> Turn:
    """How `text` is completed by `memory`."""
    asked, referring = question(intent, text, name), reference(text, name)
    return Follower(load_knowledge()).follow(asked, referring, memory)


@pytest.mark.parametrize(
    ("memory", "said", "turn"),
    [
        (CAMP, "and NOME?", Turn("ask_funders", ("nome",))),
        (CAMP, "what about NOME and TIM", Turn("ask_funders", ("nome", "tim"))),
        (CAMP, "no, not CAMP, NOME", Turn("ask_funders", ("nome",), dropped=True)),
        (LISTED, "and NOME?", Turn("describe_partner", ("nome",))),
        (Memory(), "NOME", Turn()),
        # What is named beside it makes it another question.
        (CAMP, "and NOME in Sweden?", Turn()),
        (CAMP, "and NOME in Norway?", Turn()),
        (CAMP, "and the collaboration partner NOME?", Turn()),
    ],
)
def test_a_name_alone_is_asked_the_same(memory: Memory, said: str, turn: Turn) -> None:
    assert follow(memory, said) == turn


def test_an_unknown_name_alone_is_asked_the_same_and_nobody_else_is() -> None:
    assert follow(CAMP, "and Ideon?", name="Ideon") == Turn("ask_funders")
    turn = follow(LISTED, "Ideon and the second one", name="Ideon")
    assert turn.subjects == ()


def test_the_number_is_asked_of_the_next_name_too() -> None:
    counted = Memory(focus=("tim",), intent="ask_members", counts="yes")
    assert follow(counted, "and MTT?") == Turn("ask_members", ("mtt",), counts=True)


def test_a_question_of_its_own_is_not_changed_by_the_focus() -> None:
    assert follow(CAMP, "who runs HLF", "ask_organiser") == Turn()
    assert follow(CAMP, "who funds Ideon", "ask_funders", "Ideon") == Turn()


def test_a_negated_name_is_left_out_of_a_whole_question() -> None:
    turn = follow(CAMP, "who funds NOME, not CAMP", "ask_funders")
    assert turn == Turn(subjects=("nome",))


@pytest.mark.parametrize(
    ("focus", "intent", "said", "asks"),
    [
        ("mtt", "ask_founders", "when?", "ask_founding"),
        ("camp", "ask_funders", "since when", "ask_funding"),
        ("camp", "ask_funders", "how much", "ask_funding"),
        ("mtt", "ask_founding", "by whom?", "ask_founders"),
        ("hlf", "describe_partner", "who", "ask_organiser"),
        ("camp", "ask_places", "why", "ask_aim"),
        ("open_lab", "ask_sites", "which?", "ask_sites"),
    ],
)
def test_a_lone_question_word_goes_with_the_last_answer(
    focus: str, intent: str, said: str, asks: str
) -> None:
    memory = Memory(focus=(focus,), intent=intent)
    assert follow(memory, said) == Turn(asks, (focus,))


def test_a_lone_question_word_without_a_focus_asks_nobody() -> None:
    assert follow(Memory(), "when?") == Turn()


@pytest.mark.parametrize(
    ("memory", "said", "turn"),
    [
        (
            Memory(focus=("camp",), intent="ask_aim"),
            "who funds the project",
            Turn("", ("camp",), described=("project",)),
        ),
        (
            Memory(listed=("mva", "innergi"), intent="list_partners"),
            "who funds the network",
            Turn("", ("innergi",), described=("network",)),
        ),
        # One think tank on the page.
        (
            CAMP,
            "and the think tank?",
            Turn("ask_funders", ("mtt",), described=("think_tank",)),
        ),
    ],
)
def test_a_kind_is_the_one_that_was_spoken_of(
    memory: Memory, said: str, turn: Turn
) -> None:
    intent = FOLLOW_UP if said.startswith("and") else "ask_funders"
    assert follow(memory, said, intent) == turn


@pytest.mark.parametrize(
    ("memory", "said", "turn"),
    [
        (CAMP, "who funds it", Turn(subjects=("camp",))),
        (CAMP, "who is the funder", Turn(subjects=("camp",))),
        (TWO, "who funds them", Turn(subjects=("camp", "nome"), together=True)),
        (LISTED, "who funds them", Turn(subjects=LISTED.listed, together=True)),
        (Memory(), "who funds it", Turn()),
        (CAMP, "who funds your partners", Turn()),
    ],
)
def test_a_pronoun_is_whom_the_last_answer_was_about(
    memory: Memory, said: str, turn: Turn
) -> None:
    assert follow(memory, said, "ask_funders") == turn


@pytest.mark.parametrize("memory", [TWO, Memory(listed=("camp", "nome"))])
def test_one_of_two_is_asked_back(memory: Memory) -> None:
    (answer,) = follow(memory, "who funds it", "ask_funders").answers
    assert (answer.outcome, answer.names) == (Outcome.WHICH, ("camp", "nome"))
    assert answer.relation == "funders"


@pytest.mark.parametrize("said", ["who funds it", "its vision", "is it non-profit"])
def test_a_pronoun_for_a_stranger_tells_no_fact(said: str) -> None:
    (answer,) = follow(Memory(stranger="Ideon"), said, "ask_funders").answers
    assert (answer.outcome, answer.names) == (Outcome.UNKNOWN_NAME, ("Ideon",))


@pytest.mark.parametrize("intent", ["out_of_scope", "list_partners", FOLLOW_UP])
def test_what_is_no_question_of_a_partner_gets_no_focus(intent: str) -> None:
    assert follow(CAMP, "is it raining", intent) == Turn()
