"""A question of one name is completed by the partner that is talked of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from partners.answer import Outcome
from partners.completing import Turn
from partners.joining import asked_again, joined, several
from partners.memory import AMONG, Memory
from partners.question import Question
from partners.reading import load_knowledge
from partners.reference import Reference
from tests.asked import question, reference

NOME = Memory(focus=("nome",), intent="describe_partner")
LISTED = Memory(listed=("mva", "mtt", "sisp"), intent="list_partners")
PAIR = Memory(focus=("camp",), intent="ask_funded", both=("vinnova", "camp"))


def turn(intent: str, text: str, memory: Memory) -> Turn | None:
    """How `text`, with this intent, is completed."""
    return joined(load_knowledge(), question(intent, text), reference(text), memory)


@pytest.mark.parametrize(
    ("intent", "text", "ends"),
    [
        ("ask_funded", "does Vinnova fund it?", ("vinnova", "nome")),
        ("ask_funders", "was it funded by Vinnova", ("nome", "vinnova")),
        ("ask_funded", "is Vinnova its funder", ("vinnova", "nome")),
        ("ask_funded", "is Vinnova one of the funders", ("vinnova", "nome")),
    ],
)
def test_it_is_the_other_end(intent: str, text: str, ends: tuple[str, ...]) -> None:
    found = turn(intent, text, NOME)

    assert found is not None
    assert found.subjects == ends


@pytest.mark.parametrize(
    ("intent", "text", "memory"),
    [
        ("ask_funded", "does Vinnova fund it?", Memory()),
        ("ask_funded", "what does Vinnova fund", NOME),
        ("ask_funders", "who funds CAMP", NOME),
        ("ask_funded", "does Vinnova fund CAMP", NOME),
        ("ask_members", "does SISP have its own members", NOME),
        ("ask_funded", "and Vinnova, how much does it give", NOME),
    ],
)
def test_a_message_that_is_whole_stays(intent: str, text: str, memory: Memory) -> None:
    assert turn(intent, text, memory) is None


@pytest.mark.parametrize(
    ("intent", "text", "stays"),
    [
        ("ask_members", "is it in TIM", False),
        ("ask_members", "is it a member of TIM?", False),
        ("ask_funded", "does Vinnova fund it?", False),
        ("ask_members", "does SISP have its own members", True),
        ("ask_funders", "who funds CAMP", True),
    ],
)
def test_it_is_a_stranger(intent: str, text: str, stays: bool) -> None:
    found = turn(intent, text, Memory(stranger="Glimmerworks"))
    if stays:
        assert found is None
    else:
        assert found is not None
        (answer,) = found.answers
        assert (answer.outcome, answer.names) == (
            Outcome.UNKNOWN_NAME,
            ("Glimmerworks",),
        )


@pytest.mark.parametrize(
    ("text", "subjects"),
    [("and Region Skåne?", ("region_skane", "camp")), ("NOME?", ("vinnova", "nome"))],
)
def test_one_end_is_put_in_the_place_of_its_like(
    text: str, subjects: tuple[str, ...]
) -> None:
    expected = Turn("ask_funded", subjects, polar=True)
    assert turn("follow_up", text, PAIR) == expected


@pytest.mark.parametrize(
    ("text", "memory", "verdict"),
    [
        ("is MTT one of them?", LISTED, True),
        ("is NOME among those", LISTED, False),
        ("and SISP?", replace(LISTED, intent=AMONG), True),
    ],
)
def test_somebody_is_in_a_list_or_not(text: str, memory: Memory, verdict: bool) -> None:
    completed = turn("ask_status", text, memory)
    assert completed is not None
    (answer,) = completed.answers
    assert (answer.outcome, answer.verdict) == (Outcome.AMONG, verdict)


def test_both_and_these_three_are_a_list_or_the_last_ones() -> None:
    memory = Memory(focus=("tim",), recent=("camp", "nome", "tim"))
    assert several(Reference(size=2), memory) == ("nome", "tim")
    assert several(Reference(size=3), memory) == ("camp", "nome", "tim")
    assert several(Reference(size=3), LISTED) == LISTED.listed
    assert several(Reference(), LISTED) == LISTED.listed


def test_a_claim_is_asked_again_of_another() -> None:
    memory = Memory(intent="ask_legal_form", polar="yes", criteria=("non_profit",))
    plain = Turn("ask_legal_form", ("mva",))
    again = replace(plain, polar=True, criteria=("non_profit",))
    assert asked_again(plain, memory) == again
    assert asked_again(plain, replace(memory, polar="")) == plain
    assert asked_again(plain, replace(memory, criteria=())) == plain
    assert asked_again(Turn("ask_funders"), memory) == Turn("ask_funders")


def test_an_unknown_name_joins_nothing() -> None:
    asked = Question("ask_funded", "", unknown=("Roche",))
    assert joined(load_knowledge(), asked, Reference(), NOME) is None
