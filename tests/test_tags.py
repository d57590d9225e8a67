"""Tags at the end of a message are parted, and nothing else is."""

from __future__ import annotations

import pytest

from partners.cues import load_cues
from partners.folding import tokenise
from partners.tags import is_hearsay, untagged


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("CAMP is funded by Vinnova, isn't it?", "CAMP is funded by Vinnova"),
        ("They support you both, don't they", "They support you both"),
        ("MTT is political, is it?", "MTT is political"),
        ("nome non-profit yes/no", "nome non-profit"),
        ("Is HLF annual or not?", "Is HLF annual"),
        ("Innergi is a network (true or false)", "Innergi is a network"),
        ("mva has members, hasnt it", "mva has members"),
        ("CAMP is Danish. Is there any truth in that?", "CAMP is Danish"),
    ],
)
def test_a_tag_is_parted_from_a_statement(text: str, left: str) -> None:
    assert untagged(text) == (left, True)


@pytest.mark.parametrize(
    "text",
    [
        "isn't it",
        "what is it",
        "how old are they",
        "Which of them are non-profit, and which are not?",
        "Is EFL a foundation or a network?",
        "",
    ],
)
def test_a_question_without_a_tag_stays_as_it_is(text: str) -> None:
    assert untagged(text) == (text, False)


@pytest.mark.parametrize(
    ("text", "hearsay"),
    [
        ("I heard that Vinnova funds NOME", True),
        ("and apparently TIM has twelve members", True),
        ("my boss says Nordea funds CAMP", True),
        ("my project needs a lab", False),
        ("people at CAMP say little", False),
        ("I was told to ask you who funds NOME", False),
    ],
)
def test_what_others_say_is_hearsay(text: str, hearsay: bool) -> None:
    assert is_hearsay(tokenise(text), load_cues()) is hearsay
