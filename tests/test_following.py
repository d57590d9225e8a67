"""A message may choose among what was listed: a place, a few, the others, all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from partners.answer import Outcome
from partners.completing import Turn
from partners.following import Follower
from partners.memory import Memory
from partners.reading import load_knowledge
from tests.asked import question, reference

CAMP = Memory(focus=("camp",), intent="ask_funders", evidence=("camp/funders",))
TWO = Memory(
    focus=("camp", "nome"),
    listed=("camp", "nome"),
    intent="ask_funders",
)
LISTED = Memory(listed=("mva", "mtt", "swedenbio", "sisp"), intent="list_partners")
BANKS = Memory(listed=("danske_bank", "nordea", "swedbank"), intent="list_partners")


def follow(memory: Memory, text: str, intent: str = "follow_up") -> Turn:
    """How `text` is completed by `memory`."""
    asked = question(intent, text)
    return Follower(load_knowledge()).follow(asked, reference(text), memory)


@pytest.mark.parametrize(
    ("said", "subjects"),
    [
        ("the second one", ("mtt",)),
        ("the last two", ("swedenbio", "sisp")),
        ("number 4", ("sisp",)),
        ("the first and the third", ("mva", "swedenbio")),
    ],
)
def test_a_place_in_the_list_is_described(said: str, subjects: tuple[str, ...]) -> None:
    assert follow(LISTED, said) == Turn("describe_partner", subjects, placed=True)


def test_a_place_beside_a_name_is_not_left_out() -> None:
    turn = follow(LISTED, "does Vinnova fund the second one", "ask_funded")
    assert "mtt" in turn.subjects


def test_a_place_in_a_list_of_organisations_tells_where_they_take_part() -> None:
    memory = Memory(listed=("malmo_university", "lund_university"))
    turn = follow(memory, "the second")
    assert turn == Turn("ask_involvement", ("lund_university",), placed=True)


def test_a_place_with_a_question_of_its_own_keeps_the_question() -> None:
    turn = follow(LISTED, "what is the vision of the second one", "ask_vision")
    assert turn == Turn("", ("mtt",), placed=True)


def test_a_place_answers_the_question_that_waits() -> None:
    waiting = Memory(listed=("camp", "open_lab"), pending="ask_funders")
    assert follow(waiting, "the second") == Turn(
        "ask_funders", ("open_lab",), placed=True
    )


def test_former_and_latter_are_of_the_pair_and_not_of_the_list() -> None:
    memory = Memory(listed=("mva", "sisp"), pair=("camp", "nome"), intent="ask_aim")
    assert follow(memory, "the latter") == Turn("ask_aim", ("nome",), placed=True)
    assert follow(memory, "the last") == Turn(
        "describe_partner", ("sisp",), placed=True
    )
    assert follow(LISTED, "the former") == Turn(
        "describe_partner", ("mva",), placed=True
    )


def test_both_places_of_a_pair_are_asked_the_same_again() -> None:
    memory = Memory(listed=("camp", "nome"), pair=("camp", "nome"), intent="ask_aim")
    assert follow(memory, "the first two") == Turn(
        "ask_aim", ("camp", "nome"), placed=True
    )


@pytest.mark.parametrize(
    "said",
    [
        "the fifth",
        "number 5",
        "the last five",
        "number 999999999",
        "number 0",
        "the 0th",
    ],
)
def test_a_place_that_the_list_lacks_is_asked_back(said: str) -> None:
    (answer,) = follow(LISTED, said).answers
    assert (answer.outcome, answer.number) == (Outcome.OUT_OF_RANGE, 4)
    assert answer.names == LISTED.listed


@pytest.mark.parametrize("said", ["the second one", "number 3", "the last two"])
def test_a_place_without_a_list_means_nobody(said: str) -> None:
    assert follow(CAMP, said) == Turn()
    (asks_back,) = follow(Memory(), said).answers
    assert asks_back.outcome is Outcome.WHICH


@pytest.mark.parametrize(
    ("memory", "said"),
    [
        (LISTED, "which of them are in Denmark"),
        (LISTED, "only the ones in Denmark"),
        (LISTED, "and how many are that?"),
        (LISTED, "which of them are from Norway"),
    ],
)
def test_what_is_chosen_is_chosen_of_the_list(memory: Memory, said: str) -> None:
    turn = follow(memory, said, "list_partners")
    assert turn == Turn("list_partners", among=memory.listed)


@pytest.mark.parametrize(
    ("memory", "said"),
    [
        (Memory(listed=("mva",)), "which of them are in Denmark"),
        (Memory(), "which of them are in Denmark"),
        (BANKS, "and the collaboration partners?"),
    ],
)
def test_nothing_is_chosen_of_a_list_of_one_or_of_another_group(
    memory: Memory, said: str
) -> None:
    assert follow(memory, said, "list_partners").among == ()


@pytest.mark.parametrize(
    ("memory", "said", "turn"),
    [
        (
            Memory(focus=("camp",), listed=("camp", "nome"), intent="list_partners"),
            "the other one",
            Turn("describe_partner", ("nome",)),
        ),
        (replace(CAMP, polar="yes"), "who else?", Turn("ask_funders", ("camp",))),
        (
            Memory(focus=("open_lab",), intent="ask_supported", evidence=("x",)),
            "any others?",
            Turn("ask_supporters", ("open_lab",)),
        ),
    ],
)
def test_others_are_the_rest_of_what_was_told(
    memory: Memory, said: str, turn: Turn
) -> None:
    assert follow(memory, said) == turn


def test_others_of_a_sort_are_not_looked_for_among_those_listed() -> None:
    assert follow(LISTED, "any others in Sweden?").among == ()


def test_the_other_of_a_pair_is_asked_the_question_of_the_message() -> None:
    memory = Memory(focus=("camp",), pair=("camp", "nome"), intent="ask_funders")
    turn = follow(memory, "who funds the other one", "ask_funders")
    assert turn == Turn(subjects=("nome",))


@pytest.mark.parametrize(
    ("memory", "said", "turn"),
    [
        (TWO, "both", Turn("describe_partner", ("camp", "nome"))),
        (
            Memory(listed=("camp", "open_lab"), pending="ask_funders"),
            "both",
            Turn("ask_funders", ("camp", "open_lab"), together=True),
        ),
        (LISTED, "all of them", Turn("describe_partner", LISTED.listed)),
        (CAMP, "both", Turn()),
        (Memory(), "all", Turn()),
    ],
)
def test_all_are_those_that_were_spoken_of(
    memory: Memory, said: str, turn: Turn
) -> None:
    assert follow(memory, said) == turn


def test_a_lone_question_word_may_bring_its_own_name() -> None:
    turn = follow(Memory(focus=("mva",), intent="ask_founders"), "and MTT, when?")
    assert turn == Turn("ask_founding", ("mtt",))


def test_who_acts_is_held_against_whom_it_is_about() -> None:
    founded = Memory(focus=("mtt",), intent="ask_founding")
    turn = follow(founded, "and it was founded by LIF?", "ask_founders")
    assert turn == Turn(subjects=("mtt", "lif"), by=True)


def test_another_choice_is_made_from_the_whole_list() -> None:
    chosen = Memory(
        focus=("mva",), whole=("mva", "mtt", "swedenbio"), intent="list_partners"
    )
    turn = follow(chosen, "and in Sweden?")
    assert turn == Turn("list_partners", among=("mva", "mtt", "swedenbio"))


def test_than_compares_and_takes_no_name_back() -> None:
    assert reference("has MVA more members than TIM").negated == ()
    assert reference("MVA rather than TIM").negated == ("tim",)


def test_all_but_some_places_are_the_others() -> None:
    assert follow(LISTED, "all but the first").subjects == ("mtt", "swedenbio", "sisp")


def test_a_number_alone_is_a_place_only_where_there_is_a_list() -> None:
    assert follow(LISTED, "2").subjects == ("mtt",)
    (found,) = follow(Memory(), "2").answers
    assert found.outcome is Outcome.OFF_PAGE


@pytest.mark.parametrize(
    "said", ["is that all?", "are there more", "anyone else?", "only these two?"]
)
def test_whoever_asks_whether_a_list_is_whole_is_told_so(said: str) -> None:
    (found,) = follow(LISTED, said).answers
    assert found.outcome is Outcome.NO_OTHERS


def test_who_is_the_only_one_has_no_others() -> None:
    (found,) = follow(CAMP, "anyone else?").answers
    assert found.outcome is Outcome.NO_OTHERS
    assert follow(CAMP, "is that all?").answers == ()
