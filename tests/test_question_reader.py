"""Of whom and from which end a message asks, by its intent and its names."""

from __future__ import annotations

import pytest

from partners.cues import load_cues
from partners.masking import Span
from partners.question_reader import QuestionReader
from partners.reading import load_knowledge
from tests.asked import names_in, question


@pytest.fixture(scope="module")
def reader() -> QuestionReader:
    return QuestionReader(load_knowledge(), load_cues())


@pytest.mark.parametrize(
    ("intent", "relation", "reverse"),
    [
        ("ask_funders", "funders", False),
        ("ask_funded", "funders", True),
        ("ask_memberships", "members", True),
        ("list_partners", None, False),
        ("greet", None, False),
        ("", None, False),
        ("no such intent", None, False),
    ],
)
def test_an_intent_asks_a_relation_from_one_end(
    intent: str, relation: str | None, reverse: bool
) -> None:
    asked = question(intent, "CAMP")
    assert (asked.relation.id if asked.relation else None) == relation
    assert (asked.intent, asked.reverse) == (intent, reverse)


def test_an_empty_message_asks_nothing(reader: QuestionReader) -> None:
    asked = reader.read("ask_funders", "", ())
    assert (asked.subjects, asked.words, asked.terms, asked.said) == (
        (),
        (),
        (),
        frozenset(),
    )
    assert not (asked.polar or asked.counts or asked.heads or asked.active)


def test_names_are_sorted_into_subjects_criteria_groups_and_strangers() -> None:
    text = "non-profit projects of CAMP, Vinnova, Ideon, Norway and supporting partners"
    asked = question("", text, unknown="Ideon")
    assert asked.subjects == ("camp", "vinnova")
    assert asked.criteria == ("non_profit", "project")
    assert asked.groups == ("supporting",)
    assert (asked.unknown, asked.elsewhere) == (("Ideon",), ("Norway",))


@pytest.mark.parametrize(
    "span",
    [
        Span(0, 0, "partner", "gone"),
        Span(0, 0, "partner", "vinnova"),
        Span(0, 0, "group", "gone"),
        Span(0, 0, "group", "camp"),
        Span(0, 0, "place", ""),
        Span(0, 0, "no_role", "camp"),
        Span(99, 999, "partner", "gone"),
    ],
)
def test_a_payload_with_an_id_that_the_page_lacks_names_nobody(
    reader: QuestionReader, span: Span
) -> None:
    asked = reader.read("ask_funders", "who funds it", [span])
    assert not (asked.subjects or asked.criteria or asked.groups or asked.unknown)


def test_a_payload_with_a_known_id_names_it(reader: QuestionReader) -> None:
    asked = reader.read("ask_funders", "", [Span(0, 0, "partner", "camp")])
    assert asked.subjects == ("camp",)


@pytest.mark.parametrize(
    ("intent", "said", "subjects"),
    [
        ("list_partners", "which partners does Medicon Village have", ()),
        ("ask_vision", "vision of the partners of Medicon Village", ()),
        ("ask_funders", "who funds Medicon Village's partners", ()),
        ("ask_funders", "who funds Medicon Village", ("medicon_village",)),
        ("ask_involvement", "Medicon Village partners", ("medicon_village",)),
        ("ask_status", "is Nordea a partner of Medicon Village", ("nordea",)),
    ],
)
def test_the_park_is_asked_about_only_where_it_is_meant(
    intent: str, said: str, subjects: tuple[str, ...]
) -> None:
    assert question(intent, said).subjects == subjects


def test_one_description_of_several_is_derived(reader: QuestionReader) -> None:
    founders = [Span(0, 8, "organisation", id_) for id_ in ("lif", "region_skane")]
    assert reader.read("", "founders of MTT", founders).derived
    assert not reader.read("", "CAMP and NOME", names_in("CAMP and NOME")).derived


def test_readings_differ_only_by_intent(reader: QuestionReader) -> None:
    text = "what does Vinnova fund"
    intents = ["ask_funded", "ask_funders", "greet"]
    found = reader.readings(intents, text, names_in(text))
    assert [one.intent for one in found] == intents
    assert found[1] == reader.read("ask_funders", text, names_in(text))
    assert reader.readings([], text, ()) == []


def test_names_out_of_order_are_read_in_the_order_of_the_text(
    reader: QuestionReader,
) -> None:
    text = "CAMP and NOME"
    asked = reader.read("ask_funders", text, names_in(text)[::-1])
    assert asked.subjects == ("camp", "nome")
