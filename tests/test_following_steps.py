"""What alone decides how a message is completed, each way with all else alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from partners.answer import Outcome
from partners.completing import Turn
from partners.following import Follower
from partners.memory import Memory
from partners.question import Question
from partners.reference import Reference
from tests.small_knowledge import SMALL, relation

LISTED = Memory(listed=("beta", "gamma"), intent="list_partners")
BETA = Memory(focus=("beta",), intent="ask_funders", evidence=("beta/funders",))
BOTH = replace(LISTED, focus=("beta", "gamma"), evidence=("beta/kinds",))
ONE_OF = replace(LISTED, focus=("beta",))
SIX = Memory(listed=("acme", "beta", "gamma", "omega", "bank", "city"))
SEVEN = Memory(listed=(*SIX.listed, "park"))

NOTHING = Question("list_partners", "")
FUNDERS = Question("ask_funders", "", relation("funders"))
STATUS = Question("ask_status", "")
FOOD = replace(NOTHING, criteria=("food",))
SHINY = replace(NOTHING, leftover=("shiny",))
EMPTY = Reference(empty=True)
PLURAL = Reference(plural=True)
OTHERS = Reference(empty=True, others=True)

LIST = Turn("list_partners", among=("beta", "gamma"))
AMONG = Turn(among=("beta", "gamma"))
FOCUS = Turn(subjects=("beta",))
ALL_OF_THEM = Turn(subjects=("beta", "gamma"), together=True)
NOBODY = Turn()


def follow(question: Question, reference: Reference, memory: Memory) -> Turn:
    """How the question is completed."""
    return Follower(SMALL).follow(question, reference, memory)


@pytest.mark.parametrize(
    ("question", "reference", "memory", "turn"),
    [
        (FOOD, PLURAL, LISTED, LIST),
        (FOOD, Reference(selects=True), LISTED, LIST),
        (FOOD, EMPTY, LISTED, LIST),
        (FOOD, Reference(), LISTED, NOBODY),
        (FOOD, PLURAL, ONE_OF, LIST),
        (replace(FOOD, relation=relation("focus")), PLURAL, LISTED, LIST),
        (replace(NOTHING, groups=("doers",)), PLURAL, LISTED, LIST),
        (replace(NOTHING, groups=("givers",)), PLURAL, LISTED, NOBODY),
        (replace(FOOD, groups=("givers",)), PLURAL, LISTED, LIST),
        (replace(NOTHING, elsewhere=("Norway",)), PLURAL, LISTED, LIST),
        (SHINY, PLURAL, LISTED, LIST),
        (SHINY, PLURAL, ONE_OF, NOBODY),
        (replace(FUNDERS, leftover=("shiny",)), PLURAL, LISTED, ALL_OF_THEM),
        (NOTHING, PLURAL, LISTED, NOBODY),
        (replace(NOTHING, counts=True), Reference(counting=True), LISTED, LIST),
        (replace(NOTHING, counts=True), Reference(), LISTED, NOBODY),
        (replace(FUNDERS, counts=True), PLURAL, LISTED, ALL_OF_THEM),
    ],
)
def test_a_list_is_chosen_from_where_it_is_pointed_at_and_something_chooses(
    question: Question, reference: Reference, memory: Memory, turn: Turn
) -> None:
    assert follow(question, reference, memory) == turn


@pytest.mark.parametrize(
    ("reference", "memory"),
    [
        (OTHERS, BOTH),
        (OTHERS, BETA),
        (OTHERS, replace(BETA, intent="list_partners")),
        (OTHERS, replace(BETA, focus=())),
        (Reference(others=True, bare=("funders",)), replace(LISTED, evidence=("x",))),
    ],
)
def test_after_all_was_told_there_are_no_others(
    reference: Reference, memory: Memory
) -> None:
    (answer,) = follow(NOTHING, reference, memory).answers
    assert answer.outcome is Outcome.NO_OTHERS


@pytest.mark.parametrize(
    ("question", "reference", "memory", "turn"),
    [
        (NOTHING, OTHERS, ONE_OF, Turn("describe_partner", ("gamma",))),
        (NOTHING, OTHERS, replace(BETA, polar="yes"), Turn("ask_funders", ("beta",))),
        (NOTHING, OTHERS, LISTED, NOBODY),
        (NOTHING, Reference(others=True), ONE_OF, NOBODY),
        (FOOD, OTHERS, replace(BETA, listed=("beta",)), NOBODY),
    ],
)
def test_others_are_looked_for_where_nothing_else_is_asked(
    question: Question, reference: Reference, memory: Memory, turn: Turn
) -> None:
    assert follow(question, reference, memory) == turn


@pytest.mark.parametrize(
    ("question", "turn"),
    [
        (NOTHING, ALL_OF_THEM),
        (replace(FOOD, polar=True), ALL_OF_THEM),
        (FOOD, NOBODY),
        (replace(NOTHING, of_partners=True), NOBODY),
    ],
)
def test_all_are_those_listed_unless_all_of_a_sort_are_asked_for(
    question: Question, turn: Turn
) -> None:
    assert follow(question, Reference(whole=True), LISTED) == turn


WHEN = Reference(bare=("founding", "funding"))


@pytest.mark.parametrize(
    ("question", "memory", "turn"),
    [
        (NOTHING, BETA, Turn("ask_funding", ("beta",))),
        (
            NOTHING,
            replace(BETA, intent="ask_founders"),
            Turn("ask_founding", ("beta",)),
        ),
        (NOTHING, replace(BETA, intent="no_intent"), Turn("ask_founding", ("beta",))),
        # Of one of whom the page states neither, the first of them.
        (NOTHING, Memory(focus=("acme",)), Turn("ask_founding", ("acme",))),
        (FOOD, BETA, NOBODY),
        (NOTHING, LISTED, NOBODY),
    ],
)
def test_a_lone_question_word_asks_what_is_nearest_to_the_last_answer(
    question: Question, memory: Memory, turn: Turn
) -> None:
    assert follow(question, WHEN, memory) == turn


NETWORK = replace(FUNDERS, criteria=("network",), definite=True)
FORUM = replace(FUNDERS, criteria=("forum",), definite=True)
THE_NETWORK = replace(FOCUS, described=("network",))
THE_FORUM = Turn(subjects=("gamma",), described=("forum",))


@pytest.mark.parametrize(
    ("question", "reference", "memory", "turn"),
    [
        (NETWORK, Reference(), BETA, THE_NETWORK),
        (replace(NETWORK, definite=False), Reference(), BETA, NOBODY),
        (
            replace(NETWORK, criteria=("sweden", "network")),
            Reference(),
            BETA,
            THE_NETWORK,
        ),
        (FORUM, Reference(), BETA, THE_FORUM),
        (FORUM, Reference(plural=True), BETA, FOCUS),
        (FORUM, EMPTY, BETA, replace(THE_FORUM, intent="ask_funders")),
        (FORUM, EMPTY, Memory(), replace(THE_FORUM, intent="describe_partner")),
        # Two networks, and none of them was spoken of.
        (NETWORK, EMPTY, Memory(), NOBODY),
        (NETWORK, EMPTY, replace(BETA, focus=("gamma",)), NOBODY),
        (replace(FUNDERS, criteria=("food",), definite=True), EMPTY, BETA, NOBODY),
    ],
)
def test_a_kind_means_one_that_was_spoken_of_or_the_only_one(
    question: Question, reference: Reference, memory: Memory, turn: Turn
) -> None:
    assert follow(question, reference, memory) == turn


@pytest.mark.parametrize(
    ("question", "reference", "memory", "turn"),
    [
        (FUNDERS, Reference(), BETA, FOCUS),
        (replace(FUNDERS, groups=("doers",)), Reference(), BETA, NOBODY),
        (replace(FUNDERS, criteria=("food",)), Reference(), BETA, NOBODY),
        (replace(FUNDERS, criteria=("food",), pronoun=True), Reference(), BETA, FOCUS),
        (replace(FUNDERS, about_all=True), Reference(), BETA, NOBODY),
        (STATUS, Reference(), BETA, NOBODY),
        (replace(STATUS, pronoun=True), Reference(), BETA, FOCUS),
        (replace(STATUS, heads=True), Reference(), BETA, FOCUS),
        (STATUS, PLURAL, BETA, FOCUS),
        (replace(NOTHING, pronoun=True), Reference(), BETA, NOBODY),
        # Of several, each is asked about, or all that are listed.
        (FUNDERS, PLURAL, LISTED, ALL_OF_THEM),
        (FUNDERS, Reference(selects=True), SEVEN, Turn(among=SEVEN.listed)),
        (FUNDERS, PLURAL, SEVEN, Turn(among=SEVEN.listed)),
        (FUNDERS, PLURAL, ONE_OF, FOCUS),
        (replace(FUNDERS, wants_which=True), PLURAL, ONE_OF, AMONG),
        (FUNDERS, PLURAL, Memory(listed=("beta",)), FOCUS),
        (STATUS, PLURAL, LISTED, ALL_OF_THEM),
        (STATUS, PLURAL, SIX, Turn(subjects=SIX.listed, together=True)),
        (STATUS, PLURAL, SEVEN, NOBODY),
        (replace(STATUS, intent="compare_partners"), PLURAL, ONE_OF, ALL_OF_THEM),
    ],
)
def test_a_pronoun_or_an_open_question_goes_to_the_focus(
    question: Question, reference: Reference, memory: Memory, turn: Turn
) -> None:
    assert follow(question, reference, memory) == turn


FORM = replace(FUNDERS, relation=relation("legal_forms"), criteria=("non_profit",))
FORM = replace(FORM, intent="ask_legal_form", polar=True)
OF_FOOD = Turn("list_partners", ("beta",), polar=True, criteria=("food",))


@pytest.mark.parametrize(
    ("question", "reference", "memory", "turn"),
    [
        (FORM, EMPTY, BETA, FOCUS),
        (replace(FORM, polar=False), EMPTY, BETA, NOBODY),
        (FORM, Reference(), BETA, NOBODY),
        (FORM, EMPTY, Memory(), NOBODY),
        (replace(FORM, criteria=("food",), text="food?"), EMPTY, BETA, OF_FOOD),
        (replace(FORM, criteria=("food",), about_all=True), EMPTY, BETA, NOBODY),
        (replace(FORM, groups=("doers",)), EMPTY, BETA, NOBODY),
    ],
)
def test_a_form_or_a_field_is_claimed_of_the_one_in_question(
    question: Question, reference: Reference, memory: Memory, turn: Turn
) -> None:
    assert follow(question, reference, memory) == turn
