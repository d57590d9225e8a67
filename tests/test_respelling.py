"""Mistyped words of a message are put right, and nothing that may be a name."""

from __future__ import annotations

import pytest

from partners.language import load_language_reader
from partners.reading import load_name_reader
from partners.respelling import Speller

SPELLER = Speller(load_name_reader(), load_language_reader())


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("waht do tehy invest in", "what do they invest in"),
        ("wher is thier office", "where is their office"),
        ("Whihc partners fund it", "which partners fund it"),
        ("who are teh members adn funders", "who are the members and funders"),
        ("how many parnters", "how many partners"),
        ("legl form of SISP", "legal form of SISP"),
        ("is camp's fcus on logisticcs", "is camp's focus on logistics"),
        ("Colaboration at MVA?", "collaboration at MVA?"),
    ],
)
def test_words_are_put_right_in_the_message(typed: str, read: str) -> None:
    assert SPELLER.respelled(typed) == read


@pytest.mark.parametrize(
    "text",
    [
        "",
        "who funds it",
        # A name with a capital, acronyms, and what stands for two words.
        "is Tehy a partner",
        "tim mtt efl mva hlf lif mit",
        "whos in it, whats that",
        # Nothing that it must be.
        "pfizer and roche, moderna and bayer",
        # One of two: "funding", "founding"; "offer", "often".
        "MTT fonding",
        "how offen is it held",
        # Near a name.
        "who funds norne",
        "the brigde",
        "vem är med i TIM",
        "åäö 123 <b>",
    ],
)
def test_other_messages_stay_as_they_are(text: str) -> None:
    assert SPELLER.respelled(text) == text
