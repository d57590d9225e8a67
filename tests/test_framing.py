"""The setting of a question is parted from it, and only where it is one."""

from __future__ import annotations

import pytest

from partners.cues import load_cues
from partners.framing import question_in, without_setting
from partners.masking import Span
from tests.asked import names_in


def asked_in(text: str) -> str:
    """The question that is found in `text`."""
    begins, ends = question_in(text, names_in(text), load_cues())
    return text[begins:ends]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("I write about lunch. Who funds CAMP?", "Who funds CAMP?"),
        ("I am curious, does EFL have seminars", "does EFL have seminars"),
        ("Hello there! Is TIM a network?", "Is TIM a network?"),
        ("Who founded MTT? I think one was a university", "Who founded MTT?"),
        ("We do food.\nWho works with food", "Who works with food"),
    ],
)
def test_a_story_around_a_question_is_left_out(text: str, asked: str) -> None:
    assert asked_in(text) == asked


@pytest.mark.parametrize(
    "text",
    [
        "Who funds CAMP?",
        "CAMP. Who funds the project?",  # it names whom the question is about
        "In Spain, who is a member of TIM",  # a place tells no story
        "We do food. Who works with that?",  # the question points at it
        "no question at all. none",
        "",
    ],
)
def test_what_the_question_needs_stays(text: str) -> None:
    assert asked_in(text) == text


def test_the_name_of_the_askers_own_stays() -> None:
    text = "I work at Ikea. Are we a partner?"
    spans = names_in(text, unknown="Ikea")
    assert question_in(text, spans, load_cues()) == (0, len(text))


def test_offsets_stay_as_they_are() -> None:
    text = "I write about lunch. Who funds CAMP?"
    asked, spans = without_setting(text, names_in(text), load_cues(), ())
    assert len(asked) == len(text)
    assert [asked[span.start : span.end] for span in spans] == ["CAMP"]


def test_the_fields_of_a_setting_count_where_the_question_names_nothing() -> None:
    text = "We are a medtech company. Who could mentor us?"
    _, spans = without_setting(text, names_in(text), load_cues(), ())
    assert [span.role for span in spans] == ["topic"]
    text = "We are a medtech company. Who funds CAMP?"
    _, spans = without_setting(text, names_in(text), load_cues(), ())
    assert [span.role for span in spans] == ["partner"]


def test_a_strange_name_in_a_setting_is_not_asked_about() -> None:
    text = "I come from Graz. Who works with food?"
    strange = Span(12, 16, "unknown_name", "Graz")
    topics = [span for span in names_in(text) if span.role == "topic"]
    _, spans = without_setting(text, [strange, *topics], load_cues(), ())
    assert strange not in spans
