"""Ordinary words are English ones in either spelling; names are not."""

import pytest

from partners.lexicon import ordinary_words

_BRITISH = ["programme", "programmes", "organisation", "centre", "behaviour"]


@pytest.mark.parametrize("word", [*_BRITISH, "program", "center"])
def test_ordinary_words_have_both_spellings(word: str) -> None:
    assert word in ordinary_words()


@pytest.mark.parametrize("word", ["ideon", "novartis", "genmab"])
def test_a_name_is_no_ordinary_word(word: str) -> None:
    assert word not in ordinary_words()
