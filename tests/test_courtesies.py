"""What is said around a question is parted from it, and a courtesy alone stays."""

from __future__ import annotations

import pytest

from partners.courtesies import without_courtesies
from partners.introductions import without_introduction
from partners.reading import load_name_reader


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("hi there! who funds CAMP?", "who funds CAMP?"),
        ("Who funds CAMP? thanks in advance!", "Who funds CAMP?"),
        ("who funds CAMP, do you know?", "who funds CAMP?"),
        ("ok, quick question: bioga?", "bioga?"),
        ("remind me who runs HLF", "who runs HLF"),
        ("so who funds it, according to the page?", "so who funds it?"),
        ("hej! vem finansierar CAMP, tack på förhand", "vem finansierar CAMP"),
        ("CAMP, pls", "CAMP"),
        ("That's really helpful, thank you. And who runs HLF?", "And who runs HLF?"),
        ("Who runs HLF? Kind regards, Anna Berg", "Who runs HLF?"),
        ("<script>alert(1)</script><b>who runs HLF</b>", "who runs HLF"),
    ],
)
def test_courtesies_are_no_part_of_a_question(text: str, asked: str) -> None:
    assert without_courtesies(text) == asked


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "hi",
        "ok, thanks a lot!",
        "no thanks, bye",
        "hej då",
        "tusen tack för hjälpen!",
        "what do you know",
        "what else do you know",
        "tell me about CAMP",
        "so what",
        "hi, I'm Anna",
        "is that according to the page",
    ],
)
def test_what_asks_nothing_else_stays(text: str) -> None:
    assert without_courtesies(text) == text


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("I'm a student at Lund University. Who funds NOME?", "Who funds NOME?"),
        ("I work at SEB. What is TIM?", "What is TIM?"),
        ("I write about food. Who funds CAMP?", "Who funds CAMP?"),
        ("I'm from Denmark. Which are networks?", "Which are networks?"),
        ("As a student at Lund University, what is TIM?", "what is TIM?"),
        (
            "I'm new. We are a firm in Lund. BioVille, what is it?",
            "BioVille, what is it?",
        ),
    ],
)
def test_introductions_are_no_part_of_a_question(text: str, asked: str) -> None:
    assert without_introduction(text, load_name_reader()) == asked


@pytest.mark.parametrize(
    "text",
    [
        # The question asks about the asker, or about what was said of him.
        "I work at Nordea. Are we a supporting partner?",
        "I work at Nordea. Is it a supporting partner?",
        "We are a food startup. Which partner fits?",
        "I'm from Denmark. Any networks there?",
        # A claim, and no introduction.
        "I work at Nordea and a colleague says we fund CAMP. Which part is true?",
        "I'm looking for a mentor. Which partner is that?",
        "I work at Nordea. Which?",
        "I work at Nordea.",
    ],
)
def test_what_the_question_needs_stays(text: str) -> None:
    assert without_introduction(text, load_name_reader()) == text
