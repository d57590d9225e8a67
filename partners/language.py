"""Tell whether a message is Swedish or English, by its words."""

from __future__ import annotations

from functools import cache, cached_property

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.lang.sv.stop_words import STOP_WORDS as SWEDISH_STOP_WORDS

from partners.compounds import in_parts
from partners.cues import load_cues
from partners.folding import fold, tokenise
from partners.glossary import Glossary, load_glossary
from partners.grammar import Sort
from partners.lexicon import ordinary_words
from partners.model import Knowledge
from partners.reading import LONGEST_TEXT, NameReader, load_knowledge, load_name_reader
from partners.swedish_words import (
    SWEDISH_LETTERS,
    free_words,
    named_in,
    plain,
    words_in,
)
from partners.tags import untagged

SWEDISH, ENGLISH = "sv", "en"
# How much a word tells of the language of its message: one of the matter less than a
# small one, which nobody takes from another language.
_OF_MATTER, _SMALL, _SURE = 1, 2, 3
# Small words that only one of the two has, folded.
_SWEDISH_SMALL = frozenset(map(fold, SWEDISH_STOP_WORDS))
_ONLY_ENGLISH = frozenset(STOP_WORDS) - _SWEDISH_SMALL
_ONLY_SWEDISH = _SWEDISH_SMALL - frozenset(STOP_WORDS)
# So many words of an English message may be names in lower case.
_FEW = 1
# "Vad är" as it is spoken: too short to tell by its words alone.
_SPOKEN = ("va e ", "va ar ", "vad e ")
# Swedes write them as well, so that they tell nothing.
_OF_BOTH = frozenset("pls plz thx ty asap info btw omg wtf lol nope yep sek kr".split())
# "Thanks", and hardly a message of one Swedish word, "take".
_ENGLISH_ALONE = frozenset({"ta"})
# Letters by themselves are words in Swedish only here.
_LETTERS = frozenset("iåeo")


class LanguageReader:
    """Tell the language of messages, by the words that only one language has."""

    def __init__(self, knowledge: Knowledge, names: NameReader) -> None:
        self._knowledge = knowledge
        self._names = names

    @cached_property
    def words_of_page(self) -> frozenset[str]:
        """Every word of the facts, folded."""
        # Late, as the glossary: of a large knowledge it is the work of a second.
        texts = [fact.text for fact in self._knowledge.facts if fact.text]
        return frozenset(t.word for text in texts for t in tokenise(text))

    @cached_property
    def _glossary(self) -> Glossary:
        # Late: most visitors write in English, and the start need not wait for it.
        return load_glossary()

    def language(self, text: str) -> str | None:
        """`sv`, `en`, or None where the words are of both languages or of none."""
        # "Is CAMP a project, eller hur": its end says nothing of the rest.
        text = untagged(plain(text[:LONGEST_TEXT]))[0]
        if fold(text).lstrip().startswith(_SPOKEN):
            return SWEDISH
        words = {token.word for token in tokenise(text) if token.is_word}
        if _is_plainly_english(text) or (words and words <= _ENGLISH_ALONE):
            return ENGLISH
        names = named_in(text, self._names, self._glossary)
        free = free_words(text, names)
        swedish = english = 0
        for place, shape in enumerate(free):
            word = shape.lower()
            if self._is_of_both(word) or self._is_name(shape, place):
                continue
            ours, theirs = self._swedish(word), self._english(word)
            swedish += ours if ours > theirs else 0
            english += theirs if theirs > ours else 0
        if swedish == english:
            return None
        return SWEDISH if swedish > english else ENGLISH

    def _is_name(self, shape: str, place: int) -> bool:
        """Whether a capital tells a name: "Göteborg?" changes no language."""
        inner = place > 0 or not SWEDISH_LETTERS.isdisjoint(shape.lower())
        unit = self._glossary.find(shape.lower())
        known = unit is not None and unit.sort not in (Sort.NOUN, Sort.ADJECTIVE)
        return shape.istitle() and inner and not known

    def _is_of_both(self, word: str) -> bool:
        """Whether it is written alike in both languages: "partner", "vision"."""
        unit = self._glossary.find(word)
        alike = unit is not None and unit.text.lower() == word  # "Uppsala", too
        return word in _OF_BOTH or alike

    def _swedish(self, word: str) -> int:
        if len(word) == 1 and word not in _LETTERS:
            return 0
        if not SWEDISH_LETTERS.isdisjoint(word):
            return _SMALL
        unit = self._glossary.find(word) or in_parts(self._glossary, word)
        if unit is None:
            return 0
        of_matter = unit.sort in (Sort.NOUN, Sort.ADJECTIVE)
        return _OF_MATTER if of_matter else _SMALL

    def _english(self, word: str) -> int:
        if word in _ONLY_ENGLISH or word in load_cues().polar_start:
            return _SURE
        if word in STOP_WORDS:
            return _SMALL
        folded = fold(word)
        known = folded in ordinary_words() or folded in self.words_of_page
        return _OF_MATTER if known else 0


def _is_plainly_english(text: str) -> bool:
    """Whether the small words alone tell: most messages need no glossary.

    A name tells nothing, nor does a "the" in one: "beskriv The Bridge".
    """
    shapes = [match.group() for match in words_in(text)]
    words = {shape.lower() for shape in shapes[:1]}
    words |= {shape for shape in shapes[1:] if not shape[0].isupper()}
    if _ONLY_ENGLISH.isdisjoint(words) or not _ONLY_SWEDISH.isdisjoint(words):
        return False
    strange = [w for w in words if w[0].isalpha() and w not in ordinary_words()]
    return text.isascii() and len(strange) <= _FEW


@cache
def load_language_reader() -> LanguageReader:
    """The language reader of this process."""
    return LanguageReader(load_knowledge(), load_name_reader())
