"""What the pipeline leaves of a message is read whatever a payload made of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from partners.masking import Span
from partners.parsed import EXPLAINED, Read, confidences, explained_words, spans_of
from partners.question import Question

CAMP = {"entity": "partner", "value": "camp", "start": 10, "end": 14}


@pytest.mark.parametrize(
    ("entities", "spans"),
    [
        ([], ()),
        ([CAMP], (Span(10, 14, "partner", "camp"),)),
        ([{**CAMP, "extractor": "x"}], (Span(10, 14, "partner", "camp"),)),
        # A payload has no places, and may hold anything.
        ([{"entity": "partner", "value": "camp"}], (Span(0, 0, "partner", "camp"),)),
        ([{**CAMP, "start": None, "end": "4"}], (Span(0, 0, "partner", "camp"),)),
        ([{**CAMP, "value": 7}], ()),
        ([{**CAMP, "value": None}], ()),
        ([{**CAMP, "value": ["camp"]}], ()),
        ([{**CAMP, "entity": None}], ()),
        ([{"value": "camp"}], ()),
        ([{}], ()),
        ([{}, CAMP], (Span(10, 14, "partner", "camp"),)),
    ],
)
def test_entities_are_spans(
    entities: list[Mapping[str, Any]], spans: tuple[Span, ...]
) -> None:
    assert spans_of(entities) == spans


@pytest.mark.parametrize(
    ("message", "likely"),
    [
        ({}, {}),
        ({"intent": None, "intent_ranking": None}, {}),
        ({"intent": {}, "intent_ranking": []}, {}),
        ({"intent": {"name": None, "confidence": 0.0}}, {}),
        ({"intent": {"name": "ask_aim", "confidence": 0.9}}, {"ask_aim": 0.9}),
        # Given by a payload, and not guessed.
        ({"intent": {"name": "ask_aim"}}, {"ask_aim": 1.0}),
        (
            {
                "intent": {"name": "nlu_fallback", "confidence": 0.3},
                "intent_ranking": [
                    {"name": "nlu_fallback", "confidence": 0.3},
                    {"name": "ask_aim", "confidence": 0.4},
                    {"name": "ask_vision", "confidence": 0.1},
                ],
            },
            {"ask_aim": 0.4, "ask_vision": 0.1},
        ),
    ],
)
def test_confidences_are_those_of_the_ranking_without_the_fallback(
    message: Mapping[str, Any], likely: dict[str, float]
) -> None:
    assert confidences(message) == likely
    assert list(confidences(message)) == list(likely)


@pytest.mark.parametrize(
    ("message", "explained"),
    [
        ({}, {}),
        ({"intent_ranking": None}, {}),
        ({"intent_ranking": [{"name": "ask_aim"}]}, {"ask_aim": ()}),
        ({"intent_ranking": [{"name": "ask_aim", EXPLAINED: None}]}, {"ask_aim": ()}),
        (
            {"intent_ranking": [{"name": "ask_aim", EXPLAINED: ["aim", "want"]}]},
            {"ask_aim": ("aim", "want")},
        ),
    ],
)
def test_explained_words_are_those_of_each_intent(
    message: Mapping[str, Any], explained: dict[str, tuple[str, ...]]
) -> None:
    assert explained_words(message) == explained


def test_the_first_question_is_the_likeliest() -> None:
    first, second = Question("ask_aim", ""), Question("ask_vision", "")
    assert Read((first, second), {}, sure=True).first is first
