"""A message of several questions is split where one begins."""

from __future__ import annotations

import pytest

from partners.clauses import after_outcry, split
from partners.cues import load_cues


def clauses(text: str) -> list[str]:
    """The text of each clause."""
    return [text[start:end].strip() for start, end in split(text, load_cues())]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (
            "who runs HLF and who funds NOME?",
            ["who runs HLF and", "who funds NOME?"],
        ),
        ("Who runs HLF? Who funds NOME?", ["Who runs HLF?", "Who funds NOME?"]),
        ("who runs HLF\nwho funds NOME", ["who runs HLF", "who funds NOME"]),
        ("who runs HLF, who funds NOME", ["who runs HLF,", "who funds NOME"]),
        (
            "is CAMP a project and is it funded",
            ["is CAMP a project and", "is it funded"],
        ),
        ("who founded MTT & when was that", ["who founded MTT &", "when was that"]),
        (
            "who is in it, by whom is it funded",
            ["who is in it,", "by whom is it funded"],
        ),
        (
            "I work at a small bank - which partners are banks",
            ["I work at a small bank -", "which partners are banks"],
        ),
        (
            "a question on Open Lab Skåne again: who funds it",
            ["a question on Open Lab Skåne again:", "who funds it"],
        ),
        # Greetings ask nothing.
        ("Hello! Who runs HLF? Who funds NOME?", ["Who runs HLF?", "Who funds NOME?"]),
    ],
)
def test_each_question_is_a_clause(said: str, found: list[str]) -> None:
    assert clauses(said) == found


@pytest.mark.parametrize(
    "said",
    [
        "",
        "?",
        ". . .",
        "who funds CAMP",
        "who funds CAMP?",
        "Hi! Who funds CAMP?",
        "Who funds CAMP? Thanks",
        "I heard Vinnova funds NOME. Is that so?",
        "Vinnova funds NOME; can you confirm",
        "who funds CAMP and NOME",
        "the vision and the mission of TIM",
        # A tag is no question of its own.
        "it is non-profit, isn't it?",
        "HLF: who attends",
        "a question on Open Lab: who funds it",
        pytest.param("what is Sten K. Johnsons foundation"),
        "who funds CAMP and who",
        "at 15:30 and at 3.5",
    ],
)
def test_one_question_is_not_split(said: str) -> None:
    assert clauses(said) == []


def test_more_questions_than_anybody_asks_are_left_whole() -> None:
    four = "who runs HLF? " * 4
    assert len(clauses(four)) == 4
    assert clauses(four + "who runs HLF?") == []


def test_clauses_stand_in_the_order_of_the_text_and_do_not_overlap() -> None:
    said = "  Who runs HLF?  And who funds NOME? Also is CAMP new"
    offsets = [offset for part in split(said, load_cues()) for offset in part]
    assert offsets == sorted(offsets)
    assert (offsets[0], offsets[-1]) == (0, len(said))


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ("What? I meant SISP", "I meant SISP"),
        ("new topic. who funds NOME", "who funds NOME"),
        ("  Hm, wait: who funds it", "who funds it"),
        ("OH NO!! Who funds it?", "Who funds it?"),
        ("One more question: who funds it", "who funds it"),
        ("No no, I mean when does it end", "when does it end"),
        ("I was asking who funds it", "who funds it"),
        ("sorry, i wanted to know: is it new", "is it new"),
        ("Great how do I join", "how do I join"),
        ("thanks, ok, who funds it", "who funds it"),
    ],
)
def test_a_message_begins_after_its_outcry(said: str, rest: str) -> None:
    assert said[after_outcry(said) :] == rest


@pytest.mark.parametrize(
    "said",
    [
        "",
        "   ",
        "?!",
        "who funds CAMP?",
        # Nothing comes after it.
        "What?",
        "thanks! ",
        "great",
        # It names something.
        "CAMP? Who funds it",
        "What about CAMP? Who funds it",
        "Great work. Who funds it",
        # What is meant is a name, and no question.
        "I mean NOME",
        "no, I meant the second one",
        "great partners, who funds them",
        "no.who funds it",
        "what - who funds it",
    ],
)
def test_a_message_without_an_outcry_begins_at_its_start(said: str) -> None:
    assert after_outcry(said) == 0
