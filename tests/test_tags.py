"""Tags at the end of a message are parted, and nothing else is."""

from __future__ import annotations

import pytest

from partners.tags import untagged


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
