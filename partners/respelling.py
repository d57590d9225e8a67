"""Put the mistyped words of a message right: "waht do tehy fnud".

Those that the facts, the cues and small talk have are put right in the message itself,
since whatever reads it looks for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain

from spacy.lang.en.stop_words import STOP_WORDS

from partners.cues import load_cues
from partners.elsewhere import ELSEWHERE
from partners.folding import tokenise
from partners.follow_cues import load_follow_cues
from partners.language import LanguageReader
from partners.lexicon import ordinary_words, slips_of
from partners.masking import Span
from partners.model import Knowledge, Role
from partners.reading import NameReader
from partners.search import load_synonyms, stem

# Longer ones are no words, and each letter costs a look at all its neighbours.
_WORD = re.compile(r"(?<![^\W\d_])[a-z]{3,20}(?![^\W\d_])", re.IGNORECASE)
# Three letters are a name's as well: of these alone two may stand swapped.
_THREE = frozenset({"the", "and"})
# Of so few letters one that is left out tells enough.
_SHORT = 4
_OF_QUESTIONS = (
    *("claim", "telling", "listing", "heads", "ranking", "relation_nouns"),
    *("countries", "continents", "sorts", "commands", "ordinals", "frequencies"),
)
_NAMED = (Role.PARTNER.value, Role.ORGANISATION.value, Role.PLACE.value, ELSEWHERE)
_SMALL = frozenset(word for word in STOP_WORDS if len(word) > 3 and word.isalpha())


class Speller:
    """Spell the words of messages, but those that stand in the names of `names`."""

    def __init__(self, names: NameReader, language: LanguageReader) -> None:
        self._names = names
        self._language = language

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        # Late: few messages have a strange word, and much knowledge has many words.
        words = vocabulary_of(self._names.knowledge)
        return words | self._language.words_of_page | _SMALL

    def respelled(self, text: str) -> str:
        """`text` with its words put right that are one slip away from a known one.

        A word with a capital may be a name, but at the start of a message.
        """
        return _WORD.sub(self._put_right, text)

    def _put_right(self, found: re.Match[str]) -> str:
        word = found.group()
        plain = word.lower()
        capital = not word.islower() and found.start() > 0
        short = plain.endswith("s") and plain[:-1] in STOP_WORDS  # "whos in it"
        if capital or short or plain in STOP_WORDS or plain in ordinary_words():
            return word
        meant = _small_word(plain) or self._word_of_matter(plain)
        return word if meant is None or self._is_in_name(found) else meant

    def _is_in_name(self, found: re.Match[str]) -> bool:
        spans = self._named(found.string)
        return any(s.start < found.end() and found.start() < s.end for s in spans)

    def _named(self, text: str) -> list[Span]:
        return [span for span in self._names.read(text) if span.role in _NAMED]

    def _word_of_matter(self, plain: str) -> str | None:
        """The word of the facts, or of questions, that it is a slip away from.

        Of several it is the first of one stem: "partnrs" and not "starrt".  With a
        letter too many at its end it is rather another word: "Moderna".
        """
        if plain in self._vocabulary:
            return None  # "funders" is no ordinary word, and not "founders"
        if plain.endswith("s") and self._named(plain[:-1]):
            return None  # "tims"
        if len(plain) == _SHORT:
            meant = sorted(self._vocabulary & {*_completed(plain)})
        else:
            near = slips_of(plain, self._vocabulary)
            meant = [one for one in near if one != plain[:-1] or plain[-2] == plain[-1]]
        alike = len({stem(one) for one in meant}) == 1
        return meant[0] if alike and meant[0] not in _SMALL else None


def vocabulary_of(knowledge: Knowledge) -> frozenset[str]:
    """The words of questions, of fields and the like, and of the facts' thesaurus."""
    cues, synonyms = load_cues(), load_synonyms()
    of_questions = (getattr(cues, name) for name in _OF_QUESTIONS)
    said = (
        *of_questions,
        load_follow_cues().words,
        synonyms,
        *synonyms.values(),
        _named(knowledge),
    )
    return frozenset(_words(chain.from_iterable(said)))


def _named(knowledge: Knowledge) -> Iterator[str]:
    yield from (relation.replace("_", " ") for relation in knowledge.relations)
    for entity in knowledge.entities.values():
        if entity.role.value not in _NAMED:
            yield from entity.names


def _words(texts: Iterable[str]) -> Iterator[str]:
    return (token.word for text in texts for token in tokenise(text) if token.is_word)


def _small_word(plain: str) -> str | None:
    """The small word that has two letters swapped, one left out, or one twice."""
    known = _SMALL if len(plain) > 3 else _THREE
    for spellings in (_swapped(plain), _completed(plain), _halved(plain)):
        meant = {one for one in spellings if one in known}
        if len(meant) == 1:
            return meant.pop()
    return None


def _halved(word: str) -> Iterator[str]:
    pairs = enumerate(zip(word, word[1:], strict=False))
    return (word[:i] + word[i + 1 :] for i, (one, other) in pairs if one == other)


def _swapped(word: str) -> Iterator[str]:
    for i in range(len(word) - 1):
        yield word[:i] + word[i + 1] + word[i] + word[i + 2 :]


def _completed(word: str) -> Iterator[str]:
    if len(word) > 3:
        for i in range(1, len(word) + 1):
            yield from (word[:i] + c + word[i:] for c in "abcdefghijklmnopqrstuvwxyz")
