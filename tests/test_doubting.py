"""Who doubts an answer is told whether it is so: "I thought LIF", "only big ones?"."""

from __future__ import annotations

import pytest

from partners.beliefs import asked_of_belief
from partners.engine import answer
from partners.following import Follower
from partners.memory import Memory
from partners.reading import load_knowledge
from tests.asked import question, reference

FUNDERS = Memory(focus=("camp",), intent="ask_funders", evidence=("camp/funders",))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("I thought Paris", "is it Paris?"),
        ("but i thought it was the EU!", "is it the EU?"),
        ("i've heard 320 million somewhere", "is it 320 million?"),
        ("i thought they were a network", "are they a network?"),
    ],
)
def test_a_belief_asks_whether_it_is_so(text: str, asked: str) -> None:
    assert asked_of_belief(text) == asked


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I thought so",
        "I thought about it",
        "I thought that CAMP was funded by LIF",
        "I think, therefore I ask",
        "I heard you know the partners",
        "who thought of it",
    ],
)
def test_other_thoughts_stay(text: str) -> None:
    assert asked_of_belief(text) == text


@pytest.mark.parametrize(
    "text", ["is it LIF?", "not LIF?", "wasn't it LIF?", "and is it by LIF?"]
)
def test_a_name_alone_is_held_against_what_was_told(text: str) -> None:
    turn = Follower(load_knowledge()).follow(
        question("ask_involvement", text), reference(text), FUNDERS
    )
    assert (turn.intent, turn.subjects, turn.polar) == (
        "ask_funders",
        ("camp", "lif"),
        True,
    )


@pytest.mark.parametrize("text", ["LIF", "is it CAMP?", "not NOME?", "who is LIF?"])
def test_other_names_are_not(text: str) -> None:
    turn = Follower(load_knowledge()).follow(
        question("ask_involvement", text), reference(text), FUNDERS
    )
    assert turn.subjects != ("camp", "lif")


@pytest.mark.parametrize(
    ("intent", "text", "verdict"),
    [
        ("ask_participants", "are only researchers involved in CAMP?", False),
        ("ask_members", "does SwedenBIO only take large companies?", False),
        ("ask_audience", "is HLF only for executives?", False),
        # Of what the page doesn't name at all it can't be said.
        ("ask_audience", "is The Bridge only for scientists?", None),
    ],
)
def test_what_is_named_beside_others_is_not_all(
    intent: str, text: str, verdict: bool | None
) -> None:
    assert answer(load_knowledge(), question(intent, text))[0].verdict is verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("are there more supporting partners than collaboration partners?", False),
        ("are there more collaboration than supporting partners?", True),
        ("are there fewer supporting partners than collaboration partners?", True),
        ("are there as many supporting partners as collaboration partners?", False),
    ],
)
def test_the_two_groups_are_compared(text: str, verdict: bool) -> None:
    told = answer(load_knowledge(), question("list_partners", text))[0]
    assert told.verdict is verdict
