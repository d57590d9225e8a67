"""Folding drops what people type differently and keeps the way back to the text."""

from __future__ import annotations

import unicodedata

import pytest

from partners.folding import fold, key, tokenise

ZERO_WIDTH = "\u200b"
SOFT_HYPHEN = "\u00ad"
DECOMPOSED_SKANE = unicodedata.normalize("NFD", "Skåne")


def words(text: str) -> list[str]:
    return [token.word for token in tokenise(text)]


@pytest.mark.parametrize(
    ("said", "folded"),
    [
        ("Malmö", "malmo"),
        ("MALMO", "malmo"),
        (DECOMPOSED_SKANE, "skane"),
        ("Straße", "strasse"),
        ("ＣＡＭＰ", "camp"),
        ("ﬁnance", "finance"),
        (f"CA{ZERO_WIDTH}MP", "camp"),
        (f"Medi{SOFT_HYPHEN}con", "medicon"),
        ("Sten’s", "sten's"),
        ("knowledge–based", "knowledge-based"),
        ("a\x07b", "ab"),
        ("a\tb\nc", "a\tb\nc"),
        ("", ""),
    ],
)
def test_fold_drops_case_marks_and_invisible_signs(said: str, folded: str) -> None:
    assert fold(said) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SwedenBIO", "Sweden BIO"),
        ("SwedenBIO", "sweden-bio"),
        ("Skåne Food", "SKANE FOOD"),
        ("Sten K. Johnson", "sten k johnson"),
        ("R&D", "r & d"),
    ],
)
def test_key_is_equal_for_spellings_of_one_name(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_key_keeps_different_names_apart() -> None:
    assert key("MTT") != key("MIT")


def test_key_of_signs_alone_is_empty() -> None:
    assert key("-.&/ …") == ""


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Who funds CAMP?", ["who", "funds", "camp", "?"]),
        ("Swedish Incubators & Science Parks", "swedish incubators and science parks"),
        ("knowledge-based", ["knowledge", "based"]),
        ("SISP/SwedenBIO", ["sisp", "swedenbio"]),
        ("F. H. Kockum", ["f", "h", "kockum"]),
        ("CAMP's funder", ["camp", "'s", "funder"]),
        ("CAMP’s funder", ["camp", "'s", "funder"]),
        ("NOMEs vision", ["nome", "vision"]),
        ("MVAs mission", ["mva", "mission"]),
        ("ATMPs", ["atmp"]),
        ("parks", ["parks"]),
        ("ISs", ["iss"]),  # too short to tell an acronym's plural from a word
        ("", []),
        (ZERO_WIDTH, []),
    ],
)
def test_tokenise_splits_into_folded_words(
    said: str, expected: str | list[str]
) -> None:
    wanted = expected.split() if isinstance(expected, str) else expected
    assert words(said) == wanted


@pytest.mark.parametrize(
    ("said", "word", "original"),
    [
        ("who funds CAMP?", "camp", "CAMP"),
        (f"in {DECOMPOSED_SKANE} today", "skane", DECOMPOSED_SKANE),
        (f"in {DECOMPOSED_SKANE} today", "today", "today"),
        (f"{ZERO_WIDTH}{ZERO_WIDTH}what is CAMP", "camp", "CAMP"),
        (f"what is CA{ZERO_WIDTH}MP now", "camp", f"CA{ZERO_WIDTH}MP"),
        (f"what is CA{ZERO_WIDTH}MP now", "now", "now"),
        ("ﬁnance of CAMP", "finance", "ﬁnance"),
        ("ﬁnance of CAMP", "camp", "CAMP"),
        ("Straße to Lund", "lund", "Lund"),
        ("🚀 CAMP", "camp", "CAMP"),
        ("NOMEs vision", "nome", "NOMEs"),
    ],
)
def test_offsets_point_into_the_original_text(
    said: str, word: str, original: str
) -> None:
    token = next(token for token in tokenise(said) if token.word == word)
    assert said[token.start : token.end] == original
    assert token.shape == original


def test_tokens_tell_words_from_signs() -> None:
    assert [token.is_word for token in tokenise("CAMP's!")] == [True, False, False]


@pytest.mark.parametrize(
    ("said", "capitalised"), [("Åsa", True), ("åsa", False), ("2030", False)]
)
def test_tokens_know_whether_they_were_capitalised(
    said: str, capitalised: bool
) -> None:
    assert tokenise(said)[0].capitalised is capitalised
