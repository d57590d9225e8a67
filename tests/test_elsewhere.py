"""Places that the knowledge file lacks are known to be places."""

from __future__ import annotations

import pytest

from partners.elsewhere import ELSEWHERE, find_elsewhere
from partners.masking import Span


def places(text: str, *taken: Span, language: str = "en") -> list[str]:
    """The text of every place that is found."""
    found = list(find_elsewhere(text, taken, language))
    assert all(span.role == ELSEWHERE for span in found)
    assert all(span.id == text[span.start : span.end] for span in found)
    return [span.id for span in found]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("any members from Norway", ["Norway"]),
        ("any members from norway", ["norway"]),
        ("NORWAY?", ["NORWAY"]),
        ("partners in Africa or South America", ["Africa", "South America"]),
        ("a Norwegian partner", ["Norwegian"]),
        ("Dutch and German members", ["Dutch", "German"]),
        ("the United Arab Emirates", ["United Arab Emirates"]),
        ("Côte d’Ivoire", ["Côte d’Ivoire"]),
        ("in Åland", []),  # CLDR says Åland Islands
        ("in the Aland Islands", ["Aland Islands"]),
        # The longest name is the place.
        ("Guinea, Papua New Guinea", ["Guinea", "Papua New Guinea"]),
        ("Norway's members", ["Norway"]),
    ],
)
def test_a_place_is_found_as_people_write_it(said: str, found: list[str]) -> None:
    assert places(said) == found


@pytest.mark.parametrize(
    "said", ["", "?!", "who funds CAMP", "Norwegia", "atlantis", "🇳🇴", "Nor way"]
)
def test_other_words_are_no_places(said: str) -> None:
    assert places(said) == []


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("the guinea pigs of our lab", []),
        ("all over the world", []),
        ("members in guinea", ["guinea"]),
        ("is it in Guinea", ["Guinea"]),
        ("Guinea", ["Guinea"]),
    ],
)
def test_a_name_that_is_also_a_word_needs_a_sign_of_a_place(
    said: str, found: list[str]
) -> None:
    assert places(said) == found


@pytest.mark.parametrize("name", ["Turkey", "turkey", "UK", "England", "Ivory Coast"])
def test_a_place_is_found_by_the_name_that_people_use(name: str) -> None:
    assert places(f"any members in {name}") == [name]


def test_what_is_taken_is_no_place() -> None:
    said = "Bank of Norway and Norway"
    taken = Span(0, len("Bank of Norway"), "organisation", "bank")
    (found,) = find_elsewhere(said, [taken], "en")
    assert (found.start, found.id) == (said.rindex("Norway"), "Norway")
    assert places("South Africa", Span(0, 5, "place", "south")) == ["Africa"]


def test_offsets_point_into_the_original_text() -> None:
    (found,) = find_elsewhere("i\u200bn \u200bNorway\u0301 ?", [], "en")
    assert found.id.startswith("Norway")


def test_places_are_known_in_other_languages() -> None:
    assert places("medlemmar i Norge", language="sv") == ["Norge"]
    assert places("medlemmar i Norge") == []
