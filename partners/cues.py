"""Load the words that change the form of a question."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from partners.folding import Token, tokenise
from partners.yamlfile import load_yaml

# No smaller number is a year here.
_FIRST_YEAR = 1900
# Whoever is asked to list something: "can you list", "could you please name".
_ASKED = frozenset({"please", "you", "to", "and", "just", "me", "us", ",", ".", "?"})
# Whoever is asked to say something: "can you tell", "do you know".
_ADDRESSED = frozenset({"you", "u", "i", "we", "someone", "anyone", "anybody", "one"})
_POSSESSIVES = frozenset({"its", "their", "his", "her"})
FOLDER = Path(__file__).parents[1] / "data" / "cues"


@dataclass(frozen=True)
class Cues:
    """The contents of `data/cues/<language>.yml`, each list as a set."""

    before_common_word: frozenset[str]
    after_common_word: frozenset[str]
    count: frozenset[str]
    open_question: frozenset[str]
    whether: frozenset[str]
    given_by: frozenset[str]
    tags: frozenset[str]
    hearsay: frozenset[str]
    tellers: frozenset[str]
    tag_auxiliaries: frozenset[str]
    tag_pronouns: frozenset[str]
    polar_start: frozenset[str]
    auxiliaries: frozenset[str]
    pronouns: frozenset[str]
    definite: frozenset[str]
    conjunctions: frozenset[str]
    name_forming: frozenset[str]
    name_forming_capitalised: frozenset[str]
    place_prefixes: frozenset[str]
    partner_words: frozenset[str]
    sorts: frozenset[str]
    negating: frozenset[str]
    outside: frozenset[str]
    onwards: frozenset[str]
    helping: frozenset[str]
    wishes: frozenset[str]
    often: frozenset[str]
    needs: Collection[tuple[str, ...]]
    finds: Collection[tuple[str, ...]]
    defining: frozenset[str]
    listing: frozenset[str]
    heads: frozenset[str]
    clause_starts: frozenset[str]
    determiners: frozenset[str]
    all_partners: frozenset[str]
    ranking: frozenset[str]
    names: frozenset[str]
    countries: frozenset[str]
    continents: frozenset[str]
    members: frozenset[str]
    sizes: frozenset[str]
    sized: frozenset[str]
    both: frozenset[str]
    singular: frozenset[str]
    about_all: frozenset[str]
    wants_which: frozenset[str]
    exact: frozenset[str]
    exactly: frozenset[str]
    excepting: frozenset[str]
    claim: frozenset[str]
    telling: frozenset[str]
    commands: frozenset[str]
    ordinals: frozenset[str]
    numbers: Mapping[str, int]
    relation_nouns: Mapping[str, str]
    beyond: Mapping[str, frozenset[str]]
    frequencies: Mapping[str, str]
    opposites: Mapping[str, str]
    never: Mapping[str, str]
    times: frozenset[str]
    exclusive: frozenset[str]
    universal: frozenset[str]
    alike: frozenset[str]
    weighty: frozenset[str]
    behind: frozenset[str]
    dimensions: Mapping[str, str]
    beginning: frozenset[str]
    referring: frozenset[str]
    first_person: frozenset[str]
    settings: frozenset[str]
    openings: frozenset[str]
    taking_back: frozenset[str]
    also_places: frozenset[str]
    currencies: frozenset[str]
    capitals: frozenset[str]

    def asks_count(self, tokens: Sequence[Token]) -> bool:
        """Whether the answer is a number: "how many", "number of"."""
        words = f" {' '.join(token.word for token in tokens)} "
        if " how many times " in words:  # how often
            return False
        return any(f" {cue} " in words for cue in self.count)

    def asks_truth(self, tokens: Sequence[Token]) -> bool:
        """Whether the question wants a yes or a no."""
        if self.whether & (words := {token.word for token in tokens}):
            return True
        begins = self.begins_with_verb(tokens)
        # "Can you tell me who …" is no claim, "is a platform included …" is one.
        addressed = len(tokens) > 1 and tokens[1].word in _ADDRESSED
        asks = self.open_question & words or self._commands(tokens)
        if asks and (addressed or not begins):
            return False
        # "CAMP funding" and "its type?" are no claims, "CAMP non-profit?" is one.
        claims = "?" in words and tokens[0].word not in _POSSESSIVES
        return (begins or claims) and not self._offers_choice(tokens)

    def begins_with_verb(self, tokens: Sequence[Token]) -> bool:
        """Whether a message asks by its first word, after "and" or the like."""
        said = (token.word for token in tokens if token.word not in self.openings)
        return next(said, "") in self.polar_start

    def _offers_choice(self, tokens: Sequence[Token]) -> bool:
        """Whether it is one or the other: "private or public", but not "or not"."""
        pairs = zip(tokens, tokens[1:], strict=False)
        return any(
            one.word == "or" and other.word not in ("not", "no", "false", "so", "?")
            for one, other in pairs
        )

    def _commands(self, tokens: Sequence[Token]) -> bool:
        """Whether something is to be listed or told: "can you name the members"."""
        before = ["please", *(token.word for token in tokens)]
        return any(
            token.word in self.commands and word in _ASKED
            for word, token in zip(before, tokens, strict=False)
        )

    def frequency(self, text: str) -> str | None:
        """How often something is, as far as `text` says it."""
        return next(_said(self.frequencies, text), None)

    def opposites_in(self, text: str) -> tuple[str, ...]:
        """The ids of the forms whose opposites `text` names: "for-profit"."""
        words = f" {' '.join(token.word for token in tokenise(text))} "
        # "Not for profit" and "not commercial" are no contraries.
        said = [
            meant
            for way, meant in self.opposites.items()
            if f" {way} " in words
            and not any(f" {no} {way} " in words for no in ("not", "non"))
        ]
        return tuple(dict.fromkeys(said))

    def never_stated(self, text: str) -> str | None:
        """The relation that `text` asks by its words, and the page never states."""
        return next(_said(self.never, text), None)

    def compared_by(self, text: str) -> str | None:
        """The relation by which `text` compares: "which is older"."""
        return next(_said(self.dimensions, text), None)

    def year_after(self, tokens: Sequence[Token]) -> int | None:
        """The year after which something is asked: "who pays for it after 2023"."""
        for before, token in zip(tokens, tokens[1:], strict=False):
            number = self.number(token)
            if before.word in self.beginning and number and number >= _FIRST_YEAR:
                return number
            year = self.number(before)
            if token.word in self.onwards and year and year >= _FIRST_YEAR:
                return year  # "2024 onwards"
        return None

    def asks_names(self, text: str) -> bool:
        """Whether the names themselves are asked for: "which hospitals by name"."""
        return _says(self.exactly, text)

    def asks_often(self, text: str) -> bool:
        """Whether the answer is how often something is."""
        return _says(self.often, text)

    def asks_time(self, text: str) -> bool:
        """Whether the answer is a year or how often."""
        return _says(self.times, text)

    def excludes_others(self, text: str) -> bool:
        """Whether what is claimed is said to be all there is: "only Danish"."""
        return _says(self.exclusive, text)

    def number(self, token: Token) -> int | None:
        """The number that a token writes, in digits or as a word."""
        if token.word.isdecimal() and len(token.word) <= 9:
            return int(token.word)
        return self.numbers.get(token.word)


def _says(ways: Iterable[str], text: str) -> bool:
    """Whether one of the phrases occurs in `text`."""
    return any(True for _ in _said(dict.fromkeys(ways, ""), text))


def _said(ways: Mapping[str, str], text: str) -> Iterator[str]:
    """What the phrases stand for that occur in `text`."""
    words = f" {' '.join(token.word for token in tokenise(text))} "
    return (meant for way, meant in ways.items() if f" {way} " in words)


@cache
def load_cues(language: str = "en") -> Cues:
    """Read the cues of one language; the file is part of the code's own release."""
    path = FOLDER / f"{language}.yml"
    held = load_yaml(path)
    nouns = held.pop("relation_nouns")
    numbers = held.pop("numbers")
    beyond = {name: frozenset(words) for name, words in held.pop("beyond").items()}
    frequencies = _turned(held.pop("frequencies"))
    opposites = _turned(held.pop("opposites"))
    never = _turned(held.pop("never"))
    dimensions = _turned(held.pop("dimensions"))
    needs = frozenset(tuple(way.split()) for way in held.pop("needs"))
    finds = frozenset(tuple(way.split()) for way in held.pop("finds"))
    sets = {name: frozenset(words) for name, words in held.items()}
    return Cues(
        **sets,
        numbers=numbers,
        relation_nouns=_turned(nouns),
        beyond=beyond,
        frequencies=frequencies,
        opposites=opposites,
        never=never,
        dimensions=dimensions,
        needs=needs,
        finds=finds,
    )


def _turned(ways: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Each way to say something, with what it stands for."""
    return {way: meant for meant, held in ways.items() for way in held}
