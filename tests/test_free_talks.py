"""In a free chat people ask of what was told in ways that no list of phrases has."""

from __future__ import annotations

import pytest

from partners.answer import Answer, Kind, Outcome
from partners.beliefs import asked_of_absence, asked_of_belief
from partners.completing import Turn
from partners.engine import answer
from partners.following import Follower
from partners.memory import Memory
from partners.model import Role
from partners.of_kind import of_kind
from partners.own_circle import among_partners
from partners.reading import load_knowledge, load_name_reader
from partners.sameness import same
from tests.asked import question, reference

CAMP = Memory(focus=("camp",), intent="ask_funding", evidence=("camp/funding",))
LAB = Memory(
    focus=("open_lab",), intent="ask_supporters", evidence=("open_lab/supporters",)
)
SITES = Memory(
    focus=("open_lab",),
    intent="ask_sites",
    values=("open_lab/sites/0", "open_lab/sites/1", "open_lab/sites/2"),
)
FOOD = Memory(listed=("mtt", "open_lab", "sfin", "tim"), intent="list_partners")


def follow(memory: Memory, text: str, intent: str = "follow_up") -> Turn:
    """How `text` is completed by `memory`."""
    asked = question(intent, text)
    return Follower(load_knowledge()).follow(asked, reference(text), memory)


def told(turn: Turn) -> set[tuple[str | None, str | None]]:
    """Of whom a turn tells at once, and what."""
    return {(one.subject, one.relation) for one in turn.answers}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("is MVA the same as Medicon Village", ("mva", "medicon_village")),
        ("are NOME and CAMP the same thing?", ("nome", "camp")),
        ("MTT = TIM?", ("mtt", "tim")),
    ],
)
def test_two_names_are_told_apart(text: str, names: tuple[str, ...]) -> None:
    (found,) = same(load_knowledge(), question("ask_name", text))
    assert (found.outcome, found.names) == (Outcome.DISTINCT, names)
    assert found.verdict is False and found.facts


@pytest.mark.parametrize(
    "text",
    [
        "are NOME and CAMP funded by the same",
        "are NOME and CAMP the same kind of partner",
        "is Livsmedelsakademin the same as SFIN",
        "isn't the same asked of NOME and CAMP",
    ],
)
def test_the_same_of_something_else_tells_nobody_apart(text: str) -> None:
    assert same(load_knowledge(), question("ask_name", text)) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("is that the same as NOME?", ("camp", "nome")),
        ("is it the same as the think tank", ("camp", "mtt")),
    ],
)
def test_what_was_told_is_held_against_a_name(
    text: str, names: tuple[str, ...]
) -> None:
    (found,) = follow(CAMP, text).answers
    assert (found.outcome, found.names) == (Outcome.DISTINCT, names)


def test_what_is_told_is_the_same_as_itself() -> None:
    memory = Memory(focus=("mtt",), intent="describe_partner")
    assert follow(memory, "is it the same as the think tank").answers == ()


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("and the 320 million, what is that?", "part_of"),
        ("where does the 48 come in", "funding"),
    ],
)
def test_a_number_is_told_for_what_it_is(text: str, relation: str) -> None:
    assert told(follow(CAMP, text)) == {("camp", relation)}


def test_a_number_of_another_partner_is_told_of_that_one() -> None:
    assert told(follow(CAMP, "what is 2016?")) == {("mtt", "founding")}


def test_a_city_stands_for_its_municipality() -> None:
    turn = follow(LAB, "Malmö as well?")
    assert (turn.intent, turn.subjects) == ("ask_supported", ("malmo_stad", "open_lab"))
    assert turn.polar


def test_a_city_without_a_municipality_stays_a_place() -> None:
    assert "malmo_stad" not in follow(CAMP, "Malmö as well?").subjects


def test_a_value_is_chosen_by_its_words() -> None:
    (found,) = follow(SITES, "which one is about food", "ask_focus").answers
    assert [fact.target for fact in found.facts] == ["food_engineering"]


def test_values_that_all_fit_are_not_chosen_from() -> None:
    assert follow(SITES, "which one is it", "ask_focus").answers == ()


def test_only_one_of_those_listed_has_a_swedish_name() -> None:
    assert follow(FOOD, "what's its Swedish name", "ask_name").subjects == ("sfin",)


def test_what_is_annual_is_chosen_from_the_list() -> None:
    memory = Memory(listed=("camp", "hlf", "the_bridge"), intent="describe_partner")
    assert told(follow(memory, "which of them is annual")) == {("hlf", "events")}


def test_those_in_a_list_are_told_by_the_partner_that_has_them() -> None:
    memory = Memory(focus=("shonan_health_innovation_park",), intent="ask_members")
    assert follow(memory, "through what?") == Turn("describe_partner", ("tim",))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("SEB not?", "what about SEB?"),
        ("and not Volvo?", "what about Volvo?"),
        ("not LIF?", "not LIF?"),
        ("not really?", "not really?"),
    ],
)
def test_an_unknown_name_that_is_missed_is_asked_about(text: str, asked: str) -> None:
    assert asked_of_absence(text, load_name_reader()) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [("by?", "by whom?"), ("how so?", "in what way?"), ("which kind", "what kind")],
)
def test_a_lone_word_is_asked_in_full(text: str, asked: str) -> None:
    assert asked_of_belief(text) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("is NOME in your network?", "is NOME among your partners?"),
        ("what is in the EFL network", "what is in the EFL network"),
    ],
)
def test_the_parks_network_is_its_partners(text: str, asked: str) -> None:
    assert among_partners(text) == asked


def test_organisations_of_a_kind_are_told_where_the_page_is_asked() -> None:
    asked = question("list_partners", "which foundations does the page mention")
    found = {one.subject for one in of_kind(load_knowledge(), asked)}
    assert found == {"novo_nordisk_foundation", "sten_k_johnsons_foundation", "efl"}
    assert (
        of_kind(load_knowledge(), question("list_partners", "which foundation")) == ()
    )


def _listed(text: str, intent: str = "list_partners") -> Answer:
    (found, *_) = answer(load_knowledge(), question(intent, text))
    return found


def test_who_is_outside_a_country_is_not_in_it() -> None:
    found = _listed("which partners are outside Sweden")
    assert found.kind is Kind.NEAREST
    assert [one.names for one in found.also] == [("hlf", "tim")]


def test_the_two_countries_of_one_cluster_choose_it() -> None:
    found = _listed("which cluster is Danish-Swedish", "ask_part_of")
    assert found.names == ("mva",)


def test_a_list_is_only_of_those_with_the_word() -> None:
    found = _listed("which partners have seminars", "ask_events")
    assert found.names == ("efl", "mva", "sfin")
    whole = _listed("which partners have events", "ask_events")
    assert len(whole.names) > len(found.names)


def test_to_have_a_network_is_not_to_be_one() -> None:
    asked = question("ask_kind", "does EFL have a network")
    assert all(one.verdict is not False for one in answer(load_knowledge(), asked))


def test_a_claimed_profit_is_never_confirmed_by_non_profit() -> None:
    asked = question("ask_legal_form", "does MVA make a profit")
    assert [one.verdict for one in answer(load_knowledge(), asked)] == [False]


def test_who_is_no_member_of_a_list_of_names_is_denied() -> None:
    asked = question("ask_involvement", "is Medeon in TIM")
    (found,) = answer(load_knowledge(), asked)
    assert load_knowledge().entities["medeon"].role is Role.ORGANISATION
    assert (found.outcome, found.verdict) == (Outcome.NOT_AMONG, False)
