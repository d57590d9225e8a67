"""Find the facts whose words a question uses, whatever relation it seems to ask.

A question may use the page's own words and fit no relation: "who wants a transregional
supercluster".  Words are compared by their stems and weighted by how few facts have
them (idf), so that a rare word counts more than a common one.
"""

from __future__ import annotations

import math
import re
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from snowballstemmer import stemmer
from spacy.lang.en.stop_words import STOP_WORDS

from partners.bulk import in_bulk
from partners.cues import FOLDER
from partners.folding import tokenise
from partners.model import Fact, Knowledge
from partners.postings import Postings
from partners.yamlfile import load_yaml

# "organisation", "specialises", "digitising".
_BRITISH = re.compile(r"(\w{3,}i)s(ation|e|ed|es|ing|er|ers|ations)$")
# So many words are kept with their stems; strangers may write any others.
_KNOWN_WORDS = 65536


@dataclass(frozen=True, slots=True)
class Found:
    """The best facts for some words: `coverage` is the share of the words they have,
    weighted by idf, and `matched` how many different words."""

    facts: tuple[Fact, ...] = ()
    coverage: float = 0.0
    matched: int = 0


class FactSearch:
    """Inverted indices from word stem to facts."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._facts = knowledge.facts
        self._asked = {stem(w) for r in knowledge.relations for w in r.split("_")}
        self._having = Postings()
        self._saying = Postings()  # the words themselves, and not what they mean
        self._numbers: dict[str, array[int]] = {}
        with in_bulk():
            self._index()

    def _index(self) -> None:
        for number, fact in enumerate(self._facts):
            read = [_read(piece) for piece in _pieces_of(fact)]
            self._having.add(frozenset().union(*(one.stems for one in read)), number)
            self._saying.add(frozenset().union(*(one.words for one in read)), number)
            self._numbers.setdefault(fact.subject, array("I")).append(number)

    def find(self, words: Sequence[str], subjects: Collection[str] = ()) -> Found:
        """The facts with most of `words`, of these subjects or of any."""
        weights = {part: self._weight(part) for part in set(map(stem, words))}
        numbers = self._having.best(weights, self._among(subjects))
        if not numbers:
            return Found()
        numbers = self._in_own_words(words, numbers)
        facts = _told_once([self._facts[number] for number in numbers])
        matched = [p for p in weights if self._having.has(p, numbers[0])]
        # Added up in one order, so that all words together are exactly 1.
        covered = sum(weights[part] for part in matched)
        return Found(facts, covered / sum(weights.values()), len(matched))

    def _among(self, subjects: Collection[str]) -> list[int] | None:
        """The facts of these subjects; None, which is all, where there are none."""
        if not subjects:
            return None
        return [n for subject in subjects for n in self._numbers.get(subject, ())]

    def _in_own_words(self, words: Sequence[str], numbers: list[int]) -> list[int]:
        """Of equal facts those with most of the words themselves, not only synonyms."""
        weights = {_stemmed(word): 1.0 for word in words}
        return self._saying.best(weights, numbers) or numbers

    def coverage(
        self, words: Iterable[str], facts: Sequence[Fact], known: Iterable[str] = ()
    ) -> float:
        """The share of `words` that stand in a fact or are `known`, weighted by idf.

        All of nothing is 1: a question without words of its own leaves none open.
        """
        weights = {stem(word): self._weight(stem(word)) for word in words}
        present = {part for fact in facts for part in stems(_text_of(fact))}
        present |= {stem(word) for word in known}
        total = sum(weights.values())
        covered = sum(w for s, w in weights.items() if s in present)
        return covered / total if total else 1.0

    def tells(self, word: str) -> bool:
        """Whether `word` is one of the facts themselves, not of a relation's name."""
        return stem(word) not in self._asked and stem(word) in self._having

    def says(self, word: str, facts: Sequence[Fact]) -> bool:
        """Whether the text of one of `facts` has `word`."""
        part = stem(word)
        telling = part not in self._asked
        return telling and any(part in stems(fact.text or "") for fact in facts)

    def rarity(self, words: Iterable[str], facts: Sequence[Fact]) -> int:
        """How many facts have the rarest of `words` that stands in one of `facts`."""
        present = {part for fact in facts for part in stems(_text_of(fact))}
        having = [len(self._having.of(s)) for s in map(stem, words) if s in present]
        return min(having, default=len(self._facts))

    def _weight(self, part: str) -> float:
        having = len(self._having.of(part))
        return math.log((1 + len(self._facts)) / (1 + having)) + 1


def _told_once(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Facts of one relation each, and a summary only where nothing else says it."""
    telling = [fact for fact in facts if fact.relation != "summary"] or list(facts)
    first: dict[str, str] = {}
    for fact in telling:
        first.setdefault(fact.subject, fact.relation)
    return tuple(fact for fact in telling if fact.relation == first[fact.subject])


def _text_of(fact: Fact) -> str:
    return " ".join(_pieces_of(fact))


def _pieces_of(fact: Fact) -> Iterator[str]:
    yield fact.relation.replace("_", " ")  # "is X one of the members"
    yield from filter(None, (fact.text, fact.note, fact.unit))
    yield from map(str, fact.numbers)


@dataclass(frozen=True, slots=True)
class _Read:
    """The stems of a text that carry meaning, and those of all its words."""

    stems: frozenset[str]
    words: frozenset[str]


@lru_cache(maxsize=4096)  # The pieces of facts are few: relations, units, years.
def _read(text: str) -> _Read:
    words = {token.word for token in tokenise(text) if token.is_word}
    meant = frozenset(stem(word) for word in words if word not in STOP_WORDS)
    return _Read(meant, frozenset(map(_stemmed, words)))


@lru_cache(maxsize=16384)  # The same facts are held against each question.
def stems(text: str) -> frozenset[str]:
    """The stems of the words of `text` that carry meaning."""
    words = (token.word for token in tokenise(text) if token.is_word)
    return frozenset(stem(word) for word in words if word not in STOP_WORDS)


@lru_cache(maxsize=_KNOWN_WORDS)
def stem(word: str) -> str:
    """A word without its ending, or the word that the facts have for the same."""
    stemmed = _stemmed(word)
    return _synonyms().get(stemmed, stemmed)


@lru_cache(maxsize=_KNOWN_WORDS)
def _stemmed(word: str) -> str:
    """By Snowball's English rules."""
    stemmed: str = _stemmer().stemWord(_american(word))
    return stemmed


@cache
def load_synonyms(language: str = "en") -> Mapping[str, Sequence[str]]:
    """Words of the facts, each with the words that people use for the same."""
    path = FOLDER / f"{language}_synonyms.yml"
    held: dict[str, list[str]] = load_yaml(path)
    return held


@cache
def _synonyms() -> dict[str, str]:
    """Stem -> the stem that stands for its meaning, from data/cues."""
    held = load_synonyms()
    return {
        _stemmed(way): _stemmed(word) for word, ways in held.items() for way in ways
    }


@cache
def _stemmer() -> Any:
    return stemmer("english")


def _american(word: str) -> str:
    """The American spelling, which the page mixes with the British one."""
    return _BRITISH.sub(lambda found: found[1] + "z" + found[2], word)
