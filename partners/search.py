"""Find the facts whose words a question uses, whatever relation it seems to ask.

A question may use the page's own words and fit no relation: "who wants a transregional
supercluster".  Words are compared by their stems and weighted by how few facts have
them (idf), so that a rare word counts more than a common one.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from snowballstemmer import stemmer
from spacy.lang.en.stop_words import STOP_WORDS

from partners.folding import tokenise
from partners.model import Fact, Knowledge


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
        for number, fact in enumerate(knowledge.facts):
            for part in stems(_text_of(fact)):
                self._having[part].add(number)

    def find(self, words: Iterable[str], subjects: Collection[str] = ()) -> Found:
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
        facts = _told_once([self._facts[number] for number in numbers])
        matched = sum(numbers[0] in self._having.get(part, ()) for part in wanted)
        return Found(facts, best / sum(weights.values()), matched)

    def coverage(self, words: Iterable[str], facts: Sequence[Fact]) -> float:
        """The share of `words` that stand in any of these facts, weighted by idf."""
        weights = {stem(word): self._weight(stem(word)) for word in words}
        present = {part for fact in facts for part in stems(_text_of(fact))}
        total = sum(weights.values())
        return (
            sum(w for s, w in weights.items() if s in present) / total if total else 0
        )

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
    return f"{fact.text or ''} {fact.note or ''} {fact.unit or ''} {numbers}"


def stems(text: str) -> set[str]:
    """The stems of the words of `text` that carry meaning."""
    words = (token.word for token in tokenise(text) if token.is_word)
    return {stem(word) for word in words if word not in STOP_WORDS}


@cache
def stem(word: str) -> str:
    """A word without its ending, by Snowball's English rules."""
    stemmed: str = stemmer("english").stemWord(word)
    return stemmed
