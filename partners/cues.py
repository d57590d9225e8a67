"""Load the words that change the form of a question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from partners.folding import Token, tokenise

FOLDER = Path(__file__).parents[1] / "data" / "cues"


@dataclass(frozen=True)
class Cues:
    """The contents of `data/cues/<language>.yml`, each list as a set."""

    before_common_word: frozenset[str]
    after_common_word: frozenset[str]
    count: frozenset[str]
    open_question: frozenset[str]
    whether: frozenset[str]
    polar_start: frozenset[str]
    auxiliaries: frozenset[str]
    pronouns: frozenset[str]
    definite: frozenset[str]
    conjunctions: frozenset[str]
    name_forming: frozenset[str]
    name_forming_capitalised: frozenset[str]
    place_prefixes: frozenset[str]
    partner_words: frozenset[str]
    listing: frozenset[str]
    heads: frozenset[str]
    clause_starts: frozenset[str]
    determiners: frozenset[str]
    all_partners: frozenset[str]
    ranking: frozenset[str]
    names: frozenset[str]
    place_words: frozenset[str]
    claim: frozenset[str]
    ordinals: frozenset[str]
    numbers: Mapping[str, int]
    relation_nouns: Mapping[str, str]
    beyond: Mapping[str, frozenset[str]]
    frequencies: Mapping[str, str]
    capitals: frozenset[str]

    def asks_count(self, tokens: tuple[Token, ...]) -> bool:
        """Whether the answer is a number: "how many", "number of"."""
        words = f" {' '.join(token.word for token in tokens)} "
        return any(f" {cue} " in words for cue in self.count)

    def asks_truth(self, tokens: tuple[Token, ...]) -> bool:
        """Whether the question wants a yes or a no."""
        words = {token.word for token in tokens}
        if self.whether & words:
            return True
        if self.open_question & words:
            return False
        # "CAMP funding" is no claim, "CAMP non-profit?" is one.
        begins = bool(tokens) and tokens[0].word in self.polar_start
        return begins or "?" in words

    def frequency(self, text: str) -> str | None:
        """How often something is, as far as `text` says it."""
        words = f" {' '.join(token.word for token in tokenise(text))} "
        found = (f for way, f in self.frequencies.items() if f" {way} " in words)
        return next(found, None)

    def number(self, token: Token) -> int | None:
        """The number that a token writes, in digits or as a word."""
        if token.word.isdecimal() and len(token.word) <= 9:
            return int(token.word)
        return self.numbers.get(token.word)


@cache
def load_cues(language: str = "en") -> Cues:
    """Read the cues of one language; the file is part of the code's own release."""
    path = FOLDER / f"{language}.yml"
    held = yaml.safe_load(path.read_text(encoding="utf-8"))
    nouns = held.pop("relation_nouns")
    numbers = held.pop("numbers")
    beyond = {name: frozenset(words) for name, words in held.pop("beyond").items()}
    often = held.pop("frequencies")
    frequencies = {words: name for name, ways in often.items() for words in ways}
    sets = {name: frozenset(words) for name, words in held.items()}
    relation_nouns = {noun: relation for relation, ns in nouns.items() for noun in ns}
    return Cues(
        **sets,
        numbers=numbers,
        relation_nouns=relation_nouns,
        beyond=beyond,
        frequencies=frequencies,
    )
