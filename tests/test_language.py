"""Swedish is told from English by the words that only one of them has."""

from __future__ import annotations

import pytest

from partners.language import ENGLISH, SWEDISH, load_language_reader
from tests.asking import load_cases


@pytest.mark.parametrize(
    "text",
    [
        "Vem finansierar CAMP?",
        "vem?",
        "nar grundades mtt",
        "finansiärer",
        "Är Nordea en supporting partner?",
        "och TIM då",
        "vilka community events har The Bridge",
        "berätta mer",
    ],
)
def test_swedish(text: str) -> None:
    assert load_language_reader().language(text) == SWEDISH


@pytest.mark.parametrize(
    "text",
    [
        "who funds CAMP",
        "is Sparbanken Skåne a supporting partner",
        "What is Livsmedelsakademin?",
        "CAMP is a project, eller hur?",
        "does Malmö stad support Open Lab Skåne",
    ],
)
def test_english(text: str) -> None:
    assert load_language_reader().language(text) == ENGLISH


@pytest.mark.parametrize(
    "text",
    ["NOME?", "vision", "", "?", "Sparbanken Skåne", "42", "Uppsala University?"],
)
def test_of_no_certain_language(text: str) -> None:
    assert load_language_reader().language(text) is None


def test_hardly_a_question_asked_in_english_is_taken_for_swedish() -> None:
    cases = load_cases("dev")
    reader = load_language_reader()
    taken = [case.ask for case in cases if reader.language(case.ask) == SWEDISH]
    # What dev has of Swedish, and lines of no language.
    assert len(taken) <= len(cases) / 100, taken
