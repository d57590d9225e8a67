"""Notice a message in neither English nor Swedish: "wer finanziert CAMP?"."""

from __future__ import annotations

import unicodedata
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.lang.sv.stop_words import STOP_WORDS as SWEDISH_STOP_WORDS

from partners.cues import FOLDER
from partners.folding import fold, tokenise
from partners.yamlfile import load_yaml

# A letter alone may stand for anything: "Δ", "µ".
_LATIN = "LATIN"
_FEW = 2
# "Er" is "is" in Danish, and tells nothing of a message with "hva" in it.
_OURS = frozenset(map(fold, STOP_WORDS | SWEDISH_STOP_WORDS)) - {"er"}


@cache
def _theirs() -> frozenset[str]:
    """The small words of other languages, single or in pairs, that are none of ours."""
    held = load_yaml(FOLDER / "other_languages.yml")
    return frozenset(word for words in held.values() for word in words) - _OURS


def in_other_language(text: str) -> bool:
    """Whether `text` has more words of other languages than small words of ours.

    A word in another script is one: "谁资助 CAMP".
    """
    tokens = [token for token in tokenise(text) if token.is_word]
    words = [token.word for token in tokens]
    pairs = [" ".join(pair) for pair in zip(words, words[1:], strict=False)]
    theirs = sum(_in_other_script(token.shape) for token in tokens)
    if len(words) > 1:  # "hola" alone is a greeting that anybody knows
        theirs += sum(word in _theirs() for word in (*words, *pairs))
    return theirs > sum(word in _OURS for word in words)


def _in_other_script(word: str) -> bool:
    letters = [one for one in word if one.isalpha()]
    other = [one for one in letters if _LATIN not in unicodedata.name(one, "")]
    return len(other) >= _FEW
