"""How a message hangs on the one before it."""

from __future__ import annotations

import pytest

from partners.masking import POSITION, Span
from partners.reference import Reference, load_reference_reader
from tests.asked import reference


@pytest.mark.parametrize(
    "said",
    [
        "",
        "?!",
        "NOME",
        "and NOME?",
        "what about NOME",
        "ok and how about Open Lab Skåne then",
        "no, I meant TIM",
        "the second one",
        "number 3 please",
        "both of them",
        "any others?",
        "is NOME?",
    ],
)
def test_message_without_a_question_of_its_own_is_empty(said: str) -> None:
    assert reference(said).empty


@pytest.mark.parametrize(
    "said",
    [
        "who funds NOME",
        "and who funds it",
        "the vision of the second one",
        "xyzzy",
        "what is NOME about and what about its funding",
        "is NOME a partner",
        "and is TIM one of your partners?",
    ],
)
def test_message_with_words_of_its_own_is_not_empty(said: str) -> None:
    assert not reference(said).empty


def test_an_unknown_name_is_no_word_of_the_message() -> None:
    assert reference("and Ideon?", unknown="Ideon").empty


@pytest.mark.parametrize(
    ("said", "positions"),
    [
        ("the first", (1,)),
        ("second", (2,)),
        ("the 3rd one", (3,)),
        ("the 20th", (20,)),
        ("the 21st please", (21,)),
        ("the last one", (-1,)),
        ("the former", (1,)),
        ("the latter", (-1,)),
        ("the penultimate", (-2,)),
        ("the last two", (-2, -1)),
        ("the first three", (1, 2, 3)),
        ("the second and the fourth", (2, 4)),
        ("number 3", (3,)),
        ("number three", (3,)),
        ("#2", (2,)),
        ("no. 4", (4,)),
        ("number 999999999", (999_999_999,)),
        ("who funds the second one", (2,)),
        ("ok then second please", (2,)),
        ("the first 20 of them", tuple(range(1, 21))),
        # A year is no length.
        ("the first 2016 members", (1,)),
    ],
)
def test_places_in_a_list_are_read(said: str, positions: tuple[int, ...]) -> None:
    assert reference(said).positions == positions


@pytest.mark.parametrize(
    "said",
    [
        "",
        "NOME",
        "when did it first open its labs",
        "what will it do first and what later",
        "when was it first held",
        "2016",
        "two of them",
        "the 1000th",  # nobody lists a thousand
        "number 9999999999",  # more digits than any number of the page
    ],
)
def test_other_numbers_are_no_places(said: str) -> None:
    assert reference(said).positions == ()


def test_a_place_that_the_name_reader_marked_is_still_read() -> None:
    said = "who funds the second one"
    start = said.index("the")
    marked = [Span(start, len(said), POSITION, "the second one")]
    assert load_reference_reader().read(said, marked).positions == (2,)


@pytest.mark.parametrize(
    ("said", "negated"),
    [
        ("not CAMP, MVA", ("camp",)),
        ("no, MVA instead of CAMP", ()),
        ("MVA rather than CAMP", ("camp",)),
        ("not CAMP and not NOME, MVA", ("camp", "nome")),
        ("not in Sweden", ()),
        ("not Sweden, CAMP", ()),
        ("it is not funded by Vinnova", ()),
        ("CAMP, not", ()),
    ],
)
def test_the_name_after_not_is_not_meant(said: str, negated: tuple[str, ...]) -> None:
    assert reference(said).negated == negated


def test_an_unknown_name_can_be_negated() -> None:
    assert reference("not Ideon, CAMP", unknown="Ideon").negated == ("Ideon",)


@pytest.mark.parametrize(
    ("said", "relations"),
    [
        ("when?", ("founding", "funding", "events")),
        ("When was that", ("founding", "funding", "events")),
        ("and since when", ("founding", "funding")),
        ("by whom?", ("founders", "funders", "organisers", "supporters")),
        ("for whom", ("audience",)),
        ("where is it", ("places",)),
        ("how much", ("funding",)),
        ("why", ("aim", "mission", "vision")),
        ("which?", ("",)),
        # Words of their own: these are whole questions.
        ("when was CAMP funded", ()),
        ("where is the nearest hotel", ()),
        ("who are they", ()),
        ("what is it", ()),
        ("", ()),
    ],
)
def test_a_lone_question_word_stands_for_relations(
    said: str, relations: tuple[str, ...]
) -> None:
    assert reference(said).bare == relations


@pytest.mark.parametrize(
    ("said", "flag"),
    [
        ("no, I meant TIM", "corrects"),
        ("sorry, HLF", "corrects"),
        ("both", "whole"),
        ("tell me of all", "whole"),
        ("who funds them", "plural"),
        ("which of these are Danish", "plural"),
        ("any others", "others"),
        ("who else", "others"),
        ("the other one", "one_other"),
        ("how many are that", "counting"),
        ("which of them are non-profit", "selects"),
        ("only the Danish ones", "selects"),
        ("what does the latter do", "of_two"),
    ],
)
def test_single_words_tell_what_is_wanted(said: str, flag: str) -> None:
    assert getattr(reference(said), flag)
    assert not getattr(reference("who funds CAMP"), flag)


def test_words_inside_names_tell_nothing() -> None:
    whole = [Span(0, len("All Other Parks"), "organisation", "all_other_parks")]
    found = load_reference_reader().read("All Other Parks", whole)
    assert found == Reference(empty=True, counting=True)


@pytest.mark.parametrize(
    ("said", "places", "numeric"),
    [
        ("2", (2,), True),
        ("1 and 3", (1, 3), True),
        ("numbers 1 and 3", (1, 3), False),
        ("number 3", (3,), False),
        ("31", (), False),
    ],
)
def test_numbers_alone_are_places(
    said: str, places: tuple[int, ...], numeric: bool
) -> None:
    assert reference(said).positions == places
    assert reference(said).numeric is numeric
