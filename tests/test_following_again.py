"""Messages that go on in few words: the first one, per year, and people, in euros."""

from __future__ import annotations

import pytest

from partners.answer import Kind, Outcome
from partners.completing import Turn
from partners.following import Follower
from partners.memory import Memory
from partners.reading import load_knowledge
from tests.asked import question, reference

FUNDERS = Memory(focus=("nome",), intent="ask_funders", recent=("camp", "nome"))
MONEY = Memory(focus=("camp",), intent="ask_funding", evidence=("camp/funding",))
COUNTED = Memory(focus=("mtt",), intent="ask_members", counts="yes")
SITES = Memory(
    focus=("open_lab",),
    intent="ask_sites",
    evidence=("open_lab/sites",),
    values=("open_lab/sites/0", "open_lab/sites/1", "open_lab/sites/2"),
)
CHOSEN = Memory(
    focus=("malmo_university",),
    intent="list_partners",
    whole=("region_skane", "malmo_university"),
)
GIVER = Memory(
    focus=("open_lab",),
    listed=("european_regional_development_fund", "region_skane"),
    intent="ask_funders",
    giver="region_skane",
)
PARTIES = Memory(
    focus=("open_lab",),
    listed=("malmo_university", "lund_university"),
    intent="ask_participants",
)
SPANISH = Memory(
    focus=("tim",), listed=("bioga", "galician_health_cluster"), intent="ask_members"
)
SUPPORTING = Memory(
    focus=("nordea",), intent="ask_status", recent=("securitas", "nordea"), polar="yes"
)
TIM = Memory(focus=("tim",), intent="ask_places", values=("tim/places/0",))
SFIN = Memory(focus=("sfin",), intent="ask_events", evidence=("sfin/events",))
MTT = Memory(focus=("mtt",), intent="ask_aim")
IN_LAB = ("open_lab", "malmo_university")
REGION, GALICIAN = ("region_skane",), ("galician_health_cluster",)
NAMES = Memory(focus=("nome",), intent="ask_name")


def follow(memory: Memory, text: str, intent: str) -> Turn:
    """How `text`, with this intent, is completed."""
    asked = question(intent, text)
    return Follower(load_knowledge()).follow(asked, reference(text), memory)


@pytest.mark.parametrize(
    ("memory", "text", "intent", "subjects"),
    [
        (FUNDERS, "the first one, how much does it get?", "ask_funding", ("camp",)),
        (CHOSEN, "is that one in Open Lab too?", "ask_involvement", IN_LAB),
        (GIVER, "and which think tank did it co-found", "ask_founded", REGION),
        (TIM, "list all of them by country please", "ask_places", ("tim",)),
        (COUNTED, "and people?", "ask_more", ("mtt",)),
        (SITES, "name them", "ask_name", ("open_lab",)),
        (MTT, "which UN agenda do they lean on", "ask_goals", ("mtt",)),
        (SPANISH, "I knew BIOGA, what's the other one called?", "ask_name", GALICIAN),
    ],
)
def test_few_words_are_completed(
    memory: Memory, text: str, intent: str, subjects: tuple[str, ...]
) -> None:
    assert follow(memory, text, intent).subjects == subjects


@pytest.mark.parametrize("text", ["per year?", "so every year?", "in euros?", "in USD"])
def test_a_sum_is_told_as_the_page_has_it(text: str) -> None:
    (answer,) = follow(MONEY, text, "ask_size").answers
    assert answer.unconfirmed
    assert [fact.amount for fact in answer.facts] == [48]


def test_a_frequency_alone_asks_for_no_sum_where_none_was_told() -> None:
    assert not follow(SFIN, "per year?", "ask_size").answers


def test_those_who_did_so_are_chosen_by_the_only_one_of_a_kind() -> None:
    text = "which of these also started a think tank?"
    (answer,) = follow(PARTIES, text, "ask_founded").answers
    assert answer.outcome is Outcome.SELECTED
    assert answer.names == ("malmo_university",)


def test_all_of_them_are_the_group_that_was_asked_about() -> None:
    turn = follow(SUPPORTING, "can you give me all of them", "list_partners")
    assert (turn.intent, turn.groups, turn.dropped) == (
        "list_partners",
        ("supporting",),
        True,
    )


def test_both_are_the_two_and_no_group() -> None:
    assert not follow(SUPPORTING, "both?", "list_partners").groups


def test_who_has_such_events_is_not_asked_of_the_one_talked_of() -> None:
    assert not follow(SFIN, "and who has lunch and learns", "ask_events").subjects
    assert follow(SFIN, "who attends them", "ask_audience").subjects == ("sfin",)


def test_what_another_word_stands_for_is_asked_the_same_way() -> None:
    turn = follow(NAMES, "and GMP?", "list_partners")
    assert (turn.intent, turn.criteria) == ("ask_name", ("gmp_production",))


CRITERIA = Memory(focus=("medicon_village",), intent="ask_supporting_criteria")


@pytest.mark.parametrize("text", ["is NOME one of those?", "is NOME one such"])
def test_one_of_those_is_claimed_to_be_of_the_group(text: str) -> None:
    turn = follow(CRITERIA, text, "ask_status")
    assert (turn.subjects, turn.groups, turn.polar) == (
        ("nome",),
        ("supporting",),
        True,
    )


def test_a_site_by_its_place_is_no_more_than_a_name() -> None:
    turn = follow(SITES, "the second one, where exactly is it", "ask_places")
    assert [answer.kind for answer in turn.answers] == [Kind.NOT_STATED]


def test_a_place_in_no_list_at_the_start_asks_back() -> None:
    turn = follow(Memory(), "and the second one?", "list_partners")
    assert [answer.outcome for answer in turn.answers] == [Outcome.WHICH]


def test_something_like_this_asks_the_same_of_another() -> None:
    turn = follow(MTT, "has TIM something like this as well", "ask_members")
    assert (turn.intent, turn.subjects) == ("ask_aim", ("tim",))


def test_profit_or_non_profit_is_asked_of_the_one_talked_of() -> None:
    turn = follow(SFIN, "profit or non-profit", "ask_legal_form")
    assert turn.subjects == ("sfin",)


def test_from_elsewhere_is_for_a_yes_or_a_no() -> None:
    assert follow(TIM, "is there any in Africa", "ask_places").polar


def test_others_from_there_are_from_the_same_country() -> None:
    memory = Memory(focus=("bioga",), intent="ask_involvement")
    turn = follow(memory, "who else is from there", "ask_places")
    assert (turn.intent, turn.subjects, turn.criteria) == (
        "ask_members",
        ("tim",),
        ("spain",),
    )


def test_what_they_fund_is_asked_of_who_was_said_to_fund() -> None:
    memory = Memory(focus=("nome",), both=("vinnova", "nome"), intent="ask_funded")
    turn = follow(memory, "so what do they fund", "ask_funded")
    assert turn.subjects == ("vinnova",)


def test_of_a_partner_and_another_it_is_the_partner() -> None:
    memory = Memory(focus=("efl", "lund_university"), intent="ask_status")
    assert follow(memory, "what does it stand for", "ask_name").subjects == ("efl",)


def test_who_comes_after_it_is_the_next_of_its_list() -> None:
    memory = Memory(focus=("nordea",), intent="ask_status")
    text = "who comes after it in the list"
    assert follow(memory, text, "list_partners").subjects == ("securitas",)


def test_the_other_one_at_the_start_asks_back() -> None:
    turn = follow(Memory(), "what about the other one?", "ask_collaboration_purpose")
    assert [answer.outcome for answer in turn.answers] == [Outcome.WHICH]


def test_a_name_after_who_is_non_profit_asks_the_form() -> None:
    evidence = ("mva/legal_forms", "sisp/legal_forms")
    memory = Memory(listed=("mva", "sisp"), intent="list_partners", evidence=evidence)
    turn = follow(memory, "Mobile Heights?", "describe_partner")
    assert (turn.intent, turn.subjects) == ("ask_legal_form", ("mobile_heights",))


EFL = Memory(focus=("efl",), intent="ask_activities", evidence=("efl/activities",))


def test_a_thing_that_is_not_on_the_page_is_none_of_the_one_talked_of() -> None:
    asked = question("ask_activities", "do they also do an MBA?", "MBA")
    turn = Follower(load_knowledge()).follow(asked, reference("do they"), EFL)
    assert [answer.kind for answer in turn.answers] == [Kind.NOT_STATED]


def test_another_name_is_no_thing_of_theirs() -> None:
    asked = question("ask_activities", "do they work like Xylo?", "Xylo")
    turn = Follower(load_knowledge()).follow(asked, reference("do they"), EFL)
    assert not turn.answers


def test_which_are_the_funders_asks_of_the_one_whose_parties_were_listed() -> None:
    turn = follow(PARTIES, "and which are the funders?", "ask_funders")
    assert (turn.subjects, turn.among) == (("open_lab",), ())


def test_how_many_there_are_is_asked_of_what_was_told() -> None:
    turn = follow(SITES, "how many are there?", "list_partners")
    assert (turn.intent, turn.subjects, turn.counts) == (
        "ask_sites",
        ("open_lab",),
        True,
    )
