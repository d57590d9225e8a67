"""Find the facts whose words a question uses, whatever relation it seems to ask.

A question may use the page's own words and fit no relation: "who wants a transregional
supercluster".  Words are compared by their stems and weighted by how few facts have
them (idf), so that a rare word counts more than a common one.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from snowballstemmer import stemmer
from spacy.lang.en.stop_words import STOP_WORDS

from partners.cues import load_synonyms
from partners.folding import tokenise
from partners.model import Fact, Knowledge

# "organisation", "specialises", "digitising".
_BRITISH = re.compile(r"(\w{3,}i)s(ation|e|ed|es|ing|er|ers|ations)$")


@dataclass(frozen=True, slots=True)
class Found:
    """The best facts for some words: `coverage` is the share of the words they have,
    weighted by idf, and `matched` how many different words."""

    facts: tuple[Fact, ...] = ()
    coverage: float = 0.0
    matched: int = 0


class FactSearch:
    """An inverted index from word stem to facts."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._facts = knowledge.facts
        self._having: dict[str, set[int]] = defaultdict(set)
        self._asked = {stem(w) for r in knowledge.relations for w in r.split("_")}
        self._exact = [_exact_stems(_text_of(fact)) for fact in knowledge.facts]
        for number, fact in enumerate(knowledge.facts):
            for part in stems(_text_of(fact)):
                self._having[part].add(number)

    def find(self, words: Sequence[str], subjects: Collection[str] = ()) -> Found:
        """The facts with most of `words`, of these subjects or of any."""
        wanted = set(stem(word) for word in words)
        weights = {part: self._weight(part) for part in wanted}
        scores: dict[int, float] = defaultdict(float)
        for part in wanted:
            for number in self._having.get(part, ()):
                if not subjects or self._facts[number].subject in subjects:
                    scores[number] += weights[part]
        if not scores:
            return Found()
        best = max(scores.values())
        numbers = sorted(n for n, score in scores.items() if score >= best - 1e-9)
        numbers = self._in_own_words(words, numbers)
        facts = _told_once([self._facts[number] for number in numbers])
        matched = sum(numbers[0] in self._having.get(part, ()) for part in wanted)
        return Found(facts, best / sum(weights.values()), matched)

    def _in_own_words(self, words: Sequence[str], numbers: list[int]) -> list[int]:
        """Of equal facts those with most of the words themselves, not only synonyms."""
        said = {_stemmed(word) for word in words}
        exact = {n: len(said & self._exact[n]) for n in numbers}
        most = max(exact.values())
        return [n for n in numbers if exact[n] == most]

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
        having = [len(self._having[s]) for s in map(stem, words) if s in present]
        return min(having, default=len(self._facts))

    def _weight(self, part: str) -> float:
        having = len(self._having.get(part, ()))
        return math.log((1 + len(self._facts)) / (1 + having)) + 1


def _told_once(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Facts of one relation each, and a summary only where nothing else says it."""
    telling = [fact for fact in facts if fact.relation != "summary"] or list(facts)
    first: dict[str, str] = {}
    for fact in telling:
        first.setdefault(fact.subject, fact.relation)
    return tuple(fact for fact in telling if fact.relation == first[fact.subject])


def _text_of(fact: Fact) -> str:
    numbers = " ".join(str(number) for number in fact.numbers)
    asked = fact.relation.replace("_", " ")  # "is X one of the members"
    return f"{asked} {fact.text or ''} {fact.note or ''} {fact.unit or ''} {numbers}"


@lru_cache(maxsize=16384)  # The same facts are held against each question.
def stems(text: str) -> frozenset[str]:
    """The stems of the words of `text` that carry meaning."""
    words = (token.word for token in tokenise(text) if token.is_word)
    return frozenset(stem(word) for word in words if word not in STOP_WORDS)


def _exact_stems(text: str) -> set[str]:
    return {_stemmed(token.word) for token in tokenise(text) if token.is_word}


@cache
def stem(word: str) -> str:
    """A word without its ending, or the word that the facts have for the same."""
    stemmed = _stemmed(word)
    return _synonyms().get(stemmed, stemmed)


def _stemmed(word: str) -> str:
    """By Snowball's English rules."""
    stemmed: str = _stemmer().stemWord(_american(word))
    return stemmed


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
