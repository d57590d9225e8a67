"""What is asked, by the words of a message around its names."""

from __future__ import annotations

import pytest

from tests.asked import question


@pytest.mark.parametrize(
    ("flag", "said", "other"),
    [
        ("pronoun", "who funds it", "who funds CAMP"),
        ("wants_country", "countries of its members", "list its members"),
        ("wants_continent", "which continents", "which countries"),
        ("heads", "the organisation that LIF founded", "what did LIF found"),
        ("heads", "the network", "the park"),
        ("of_members", "how large is its membership", "how large is it"),
        ("of_partners", "which partners are Danish", "what is Danish"),
        ("wants_names", "names of the funders", "how is it funded"),
        ("both", "who also founded MTT", "who founded MTT"),
        ("ranked", "your oldest partner", "your partner"),
        ("excepting", "fields besides food", "fields beside food"),
        ("singular", "who funds it", "who funds them"),
        ("about_all", "who funds everyone", "who funds them"),
        ("wants_which", "which of them", "who of them"),
        ("counts", "how many members", "which members"),
        ("counts", "how large is the membership", "how large is the lab"),
        ("polar", "is CAMP funded", "who is CAMP funded by"),
        ("polar", "CAMP non-profit?", "CAMP non-profit"),
        ("exact", "which hospitals exactly", "which hospitals"),
        ("exact", "name three members", "three members"),
        ("exact", "name three members", "name the members"),
        ("joined", "CAMP and NOME", "CAMP by NOME"),
        ("definite", "the think tank", "a think tank"),
        ("by", "is CAMP funded by Vinnova", "does Vinnova fund CAMP"),
        ("active", "does Vinnova fund CAMP", "is CAMP funded by Vinnova"),
        ("every", "who funds your partners", "who funds it"),
        ("every", "the supporting partner", "the network"),
        ("incidental", "who funds camp", "who funds CAMP"),
    ],
)
def test_words_tell_the_form_of_the_question(flag: str, said: str, other: str) -> None:
    assert getattr(question("ask_funders", said), flag) is True
    assert getattr(question("ask_funders", other), flag) is False


def test_words_inside_names_tell_no_form() -> None:
    # "Network" and "Partners" stand in names.
    asked = question("ask_aim", "what is Skåne Food Innovation Network")
    assert not (asked.of_partners or asked.heads)
    assert not question("", "who funds Bridge Capital Partners").every


@pytest.mark.parametrize(
    ("said", "often"),
    [
        ("is it held annually", "year"),
        ("is it held every other year", "two years"),
        ("twice a year", "half year"),
        ("is it held in a year", None),
        ("", None),
    ],
)
def test_how_often_is_read(said: str, often: str | None) -> None:
    assert question("ask_events", said).frequency == often


@pytest.mark.parametrize(
    ("said", "opposites"),
    [
        ("is MTT for-profit", ("non_profit",)),
        ("is it commercial and profit making", ("non_profit",)),
        ("is MTT non-profit", ()),
        ("uncommercial", ()),
        ("is MTT not for profit", ()),
    ],
)
def test_the_contrary_of_a_form_is_read(said: str, opposites: tuple[str, ...]) -> None:
    assert question("ask_legal_form", said).opposites == opposites


@pytest.mark.parametrize(
    ("intent", "said", "beyond"),
    [
        ("ask_places", "in which city is CAMP", True),
        ("ask_places", "where is CAMP", False),
        ("ask_events", "when is the next event", True),
        ("ask_events", "Where are the events", True),
        ("ask_events", "the events, and where", False),
        ("ask_status", "since when is CAMP a partner", True),
        ("ask_status", "is CAMP a partner", False),
        ("ask_funders", "in which city", False),
        ("", "in which city", False),
    ],
)
def test_more_than_the_facts_ever_hold_is_beyond_the_page(
    intent: str, said: str, beyond: bool
) -> None:
    assert question(intent, said).beyond is beyond


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("is it 48 million from 2018", (48, 2018)),
        ("does it have four sites", (4,)),
        ("one hundred members", (100,)),
        ("two hundred and two", (200, 2)),
        ("0 or 999999999", (0, 999_999_999)),
        ("9999999999 members", ()),
        ("-5", (5,)),
        ("none", ()),
    ],
)
def test_numbers_are_read(said: str, numbers: tuple[int, ...]) -> None:
    assert question("ask_members", said).numbers == numbers


def test_words_of_a_claim_are_no_names_and_no_frame() -> None:
    asked = question("ask_aim", "does CAMP want to give access to Sweden's equipment")
    assert asked.words == ("equipment",)
    # Words that the facts have too tell which of them is meant.
    assert asked.terms == ("access", "equipment")
    assert "camp" not in asked.said and {"equipment", "want"} <= asked.said


@pytest.mark.parametrize(
    ("said", "leftover"),
    [
        ("which partners are in robotics", ("robotics",)),
        ("which partners do Robotics", ("Robotics",)),
        ("which partners are non-profit", ()),
        ("list all your partners please", ()),
        ("show me 3 partners", ()),
    ],
)
def test_words_that_no_name_explains_are_left_over(
    said: str, leftover: tuple[str, ...]
) -> None:
    assert question("list_partners", said).leftover == leftover
