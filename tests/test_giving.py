"""Who gives and who receives shows in where a name stands."""

from __future__ import annotations

import pytest

from partners.folding import tokenise
from partners.giving import acts_on, find_addressed, receives
from tests.asked import names_in


@pytest.mark.parametrize(
    "text",
    [
        "who funds Vinnova",
        "who supports the City of Malmö?",
        "which organisations back LIF",
        "does anyone fund Vinnova",
        "Vinnova's funders",
        "backers of Medicon Village",
        "how many sponsors does Medicon Village have",
    ],
)
def test_an_organisation_receives_what_is_asked_for(text: str) -> None:
    assert receives(tokenise(text), names_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "who does Vinnova fund",
        "what Vinnova funds",
        "what is funded by Vinnova",
        "is Vinnova a funder of CAMP",
        "who funds CAMP",
        "is Vinnova a funder of something",
        "which partners did Region Skåne found",
        "who funds CAMP and Vinnova",
        "",
    ],
)
def test_it_gives_or_is_a_partner(text: str) -> None:
    assert not receives(tokenise(text), names_in(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("who sponsors you?", "you"),
        ("which banks support you", "you"),
        ("who are your backers", "your"),
        ("how many sponsors do you have", "you"),
    ],
)
def test_you_is_the_park_where_it_is_asked_who_gives(text: str, said: str) -> None:
    (span,) = find_addressed(text, "park")
    assert (text[span.start : span.end], span.id) == (said, "park")


@pytest.mark.parametrize(
    "text",
    [
        "does Roche sponsor you",
        "can you tell me who funds it",
        "who are your supporting partners",
        "who founded your supporters members",
        "how are you",
        "",
    ],
)
def test_you_is_nobody_elsewhere(text: str) -> None:
    assert find_addressed(text, "park") == ()


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("CAMP funds Vinnova", True),
        ("does Nordea support NOME", True),
        ("is CAMP funded by Vinnova", False),
        ("CAMP and Vinnova", False),
        ("does Open Lab get money from Vinnova", False),
        ("CAMP funds", False),
    ],
)
def test_the_first_acts_on_the_second(text: str, acts: bool) -> None:
    assert acts_on(tokenise(text), names_in(text)) is acts
