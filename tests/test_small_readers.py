"""Numbers that are written, how many are meant together, words in parts."""

from __future__ import annotations

import pytest

from partners.compounds import in_parts, without_slip
from partners.cues import load_cues
from partners.elsewhere import languages, names_language
from partners.folding import tokenise
from partners.glossary import load_glossary
from partners.masking import Span
from partners.reading import load_name_reader
from partners.recalling import claim_of, ends_of, recent_after
from partners.together import size_of
from partners.written_numbers import numbers_in
from tests.asked import question


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("one hundred members", (100,)),
        ("48 million and 320", (48, 320)),
        ("the other one and this one", ()),
        ("one site", (1,)),
        ("none", ()),
    ],
)
def test_numbers_are_read_in_digits_and_words(
    text: str, numbers: tuple[int, ...]
) -> None:
    assert numbers_in(tokenise(text), load_cues()) == numbers


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("both", 2),
        ("the two", 2),
        ("amounts for these three", 3),
        ("all four of them", 4),
        ("the three sites", 0),
        ("two of them", 0),
        ("the 2016", 0),
        ("", 0),
    ],
)
def test_how_many_are_meant_together(text: str, size: int) -> None:
    assert size_of(tokenise(text), load_cues(), {"of"}) == size


@pytest.mark.parametrize(
    ("word", "english"),
    [
        ("nätverksmedlemmar", "network members"),
        ("xyzqmedlemmar", None),
        ("er", None),
        ("medlem" * 30, None),
    ],
)
def test_a_compound_is_of_known_words(word: str, english: str | None) -> None:
    found = in_parts(load_glossary(), word)
    assert (found and found.text) == english


@pytest.mark.parametrize(
    ("word", "english"),
    [
        ("finansirar", "funds"),
        ("bravida", None),  # its first letter is its own
        ("vemm", None),  # too short to tell
        ("finansierar" * 9, None),
    ],
)
def test_a_slip_is_mended_where_one_word_is_near(
    word: str, english: str | None
) -> None:
    found = without_slip(load_glossary(), word)
    assert (found and found.text) == english


def test_an_acronym_is_read_letter_by_letter() -> None:
    for text in ("what does S I S P mean", "T.I.M. means what"):
        (span,) = load_name_reader().read(text)
        assert span.id in ("sisp", "tim")
    assert load_name_reader().read("s i s p") == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("courses in English?", True),
        ("courses in English regions", False),
        ("from English", False),
    ],
)
def test_what_something_is_in_is_a_language(text: str, language: bool) -> None:
    start = text.index("English")
    span = Span(start, start + len("English"), "elsewhere", "English")
    assert names_language(text, span) is language
    assert not names_language("in English", Span(3, 10, "partner", "x"))
    assert {"english", "swedish"} <= languages()


def test_what_is_recalled_of_a_question() -> None:
    asked = question("ask_legal_form", "is MVA non-profit")
    assert claim_of(asked)["criteria"] == ("non_profit",)
    assert claim_of(question("ask_legal_form", "what is MVA's form")) == {}
    two = question("ask_funders", "does Vinnova fund CAMP")
    assert ends_of(two) == ("vinnova", "camp")
    assert claim_of(two) == {}
    unknown = question("ask_funders", "does Roche fund CAMP", unknown="Roche")
    assert ends_of(unknown) == ("camp", "")
    assert recent_after(("a", "b"), ("a",)) == ("b", "a")
    assert recent_after(("a", "b", "c", "d"), ("e",)) == ("b", "c", "d", "e")
    assert recent_after(("a",), ("b", "c")) == ("a",)
