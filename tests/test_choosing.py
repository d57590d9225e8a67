"""Among the readings of a message the one with the best answer is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from partners.answer import Answer, Kind, Outcome
from partners.choosing import Chooser
from partners.cues import load_cues
from partners.question_reader import QuestionReader
from partners.reading import load_knowledge
from partners.search import FactSearch
from tests.asked import names_in, question


@pytest.fixture(scope="module")
def chooser() -> Chooser:
    knowledge = load_knowledge()
    return Chooser(knowledge, FactSearch(knowledge))


def chosen(
    chooser: Chooser,
    text: str,
    likely: Mapping[str, float],
    sure: bool = True,
    explained: tuple[str, ...] = ("funds", "founded"),
) -> tuple[Answer, ...]:
    """What is told of `text`, which has these intents and `explained` words."""
    reader = QuestionReader(load_knowledge(), load_cues())
    questions = reader.readings(list(likely), text, names_in(text))
    questions = [replace(one, explained=explained) for one in questions]
    return chooser.choose(questions, likely, sure)


def told(answers: tuple[Answer, ...]) -> list[str | None]:
    """The relations of the facts that are told."""
    return [answer.relation for answer in answers if answer.kind is Kind.FACT]


def test_a_sure_intent_is_answered_as_it_stands(chooser: Chooser) -> None:
    found = chosen(chooser, "who funds CAMP", {"ask_funders": 0.95})
    assert told(found) == ["funders"]


def test_intents_that_are_hardly_likely_are_not_read(chooser: Chooser) -> None:
    likely = {"ask_funders": 0.9, "ask_vision": 0.19}
    assert told(chosen(chooser, "NOME money", likely)) == ["funders"]


@pytest.mark.parametrize(
    "likely",
    [
        {"": 1.0},
        {"out_of_scope": 0.9},
        {"ask_nothing_known": 0.9, "greet": 0.1},
        {"ask_funders": 0.1},
    ],
)
def test_without_a_question_nothing_is_told(
    chooser: Chooser, likely: Mapping[str, float]
) -> None:
    assert chosen(chooser, "hello there", likely) == ()
    assert chosen(chooser, "", likely, sure=False) == ()


def test_two_readings_near_each_other_are_both_told(chooser: Chooser) -> None:
    likely = {"ask_founders": 0.55, "ask_founding": 0.5}
    found = chosen(chooser, "MTT", likely)
    assert told(found) == ["founders", "founding"]


def test_a_second_reading_that_is_unlikely_is_not_told_beside(
    chooser: Chooser,
) -> None:
    likely = {"ask_founders": 0.5, "ask_founding": 0.34}
    assert told(chosen(chooser, "MTT", likely)) == ["founders"]


def test_a_second_reading_about_somebody_else_is_not_told_beside(
    chooser: Chooser,
) -> None:
    likely = {"ask_funded": 0.55, "ask_funders": 0.5}
    found = chosen(chooser, "what does Vinnova fund", likely)
    assert len({answer.subject for answer in found}) == 1


def test_the_words_of_the_facts_choose_between_two_intents(chooser: Chooser) -> None:
    likely = {"ask_mission": 0.5, "ask_vision": 0.45}
    text = "does TIM want a transregional supercluster"
    assert "vision" in told(chosen(chooser, text, likely))


def test_a_stated_reading_is_told_where_the_first_says_nothing(
    chooser: Chooser,
) -> None:
    likely = {"ask_leadership": 0.5, "list_partners": 0.45}
    (found,) = chosen(chooser, "which partners are non-profit", likely)
    assert (found.kind, found.outcome) == (Kind.FACT, Outcome.PARTNERS)


@pytest.mark.parametrize("second", ["ask_activities", "ask_funding"])
def test_what_the_page_never_states_is_not_answered_by_something_else(
    chooser: Chooser, second: str
) -> None:
    likely = {"ask_contact": 0.7, second: 0.65}
    (found,) = chosen(chooser, "phone number of CAMP", likely)
    assert (found.kind, found.relation) == (Kind.NOT_STATED, "contact")


def test_an_unsure_reading_is_told_as_the_nearest(chooser: Chooser) -> None:
    (found,) = chosen(chooser, "NOME xyzzy money", {"ask_funders": 0.4}, sure=False)
    assert (found.kind, found.outcome) == (Kind.NEAREST, Outcome.NEAREST)
    assert [one.relation for one in found.also] == ["funders"]
    assert found.subject == "nome"


def test_the_nearest_offers_at_most_three_likely_questions(chooser: Chooser) -> None:
    likely = {
        "ask_funders": 0.4,
        "ask_vision": 0.3,
        "ask_activities": 0.15,
        "ask_places": 0.1,
        "ask_audience": 0.04,
        "ask_contact": 0.5,
    }
    asked = question("ask_funders", "NOME")
    (found,) = chooser.about(asked, likely)
    # Not the contact, of which the page says nothing.
    assert found.names == ("funders", "vision", "activities")
    (few,) = chooser.about(asked, {"ask_audience": 0.04, "ask_places": 0.1})
    assert few.names == ("places",)


def test_the_nearest_says_no_yes(chooser: Chooser) -> None:
    text = "is NOME xyzzy quux frobnicated by mentoring"
    (found,) = chosen(chooser, text, {"ask_kind": 0.21}, sure=False)
    assert found.outcome is Outcome.NEAREST
    assert [one.verdict for one in found.also] == [None]


def test_an_unsure_reading_that_fits_badly_is_not_told(chooser: Chooser) -> None:
    text = "does NOME sell any xyzzy frobnicators today"
    assert chosen(chooser, text, {"ask_contact": 0.2}, sure=False) == ()


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("CAMP", Outcome.FACTS),
        ("Vinnova", Outcome.MENTIONED),
        ("Nordea", Outcome.STATUS),
    ],
)
def test_of_a_thing_what_it_is_can_be_told(
    chooser: Chooser, text: str, outcome: Outcome
) -> None:
    (found,) = chooser.about(question("", text), {})
    assert found.outcome is Outcome.NEAREST
    assert [one.outcome for one in found.also] == [outcome]


def test_a_list_is_told_alone(chooser: Chooser) -> None:
    likely = {"list_partners": 0.6, "ask_kind": 0.55}
    (found,) = chosen(chooser, "which partners are non-profit", likely)
    assert found.names == ("mva", "mtt", "swedenbio", "sisp")
