"""What a word of a Swedish message is in English, as far as its order needs it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any


class Sort(Enum):
    """What an English word does in its sentence."""

    ASKING = auto()  # who, what, which, how many
    ASKING_HOW = auto()  # when, where, why, how: never who acts
    COPULA = auto()
    HAVE = auto()
    MODAL = auto()
    PRESENT = auto()
    PAST = auto()
    PARTICIPLE = auto()
    INFINITIVE = auto()
    SUBJECT = auto()  # a pronoun that acts: you, they
    PRONOUN = auto()
    DETERMINER = auto()
    ADJECTIVE = auto()
    NOUN = auto()
    NAME = auto()  # of an organisation or a place
    PARTNER = auto()  # the name of a partner
    PREPOSITION = auto()
    CONJUNCTION = auto()
    BEFORE = auto()  # a greeting or the like, before the question begins
    SIGN = auto()
    UNKNOWN = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Verb:
    """The forms of an English verb; `passive` where the Swedish form is ("-s")."""

    base: str
    third: str
    past: str
    participle: str
    passive: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """A word or idiom put into English, still in its Swedish place."""

    text: str
    sort: Sort
    verb: Verb | None = None
    plural: bool = False
    definite: bool = False
    genitive: bool = False
    several: str = ""  # of a noun that may be written alike for many: its plural
    said: str = ""  # the Swedish words that it stands for


@dataclass(frozen=True)
class Grammar:
    """The closed classes of words, from `data/glossary/grammar.yml`."""

    sorts: Mapping[str, Sort]
    plural: frozenset[str]
    swedish_plural: frozenset[str]
    swedish_objects: frozenset[str]
    agents: frozenset[str]
    objects: frozenset[str]
    giving: frozenset[str]
    what_acts: frozenset[str]
    standing: frozenset[str]
    ordinals: frozenset[str]
    ends: Mapping[str, str]
    name_ends: frozenset[str]
    main_verbs: Mapping[str, Verb]

    def sort_of(self, english: str) -> Sort:
        """The sort of a word or idiom, by the whole of it or else by its first word."""
        first = english.split(" ")[0].lower()
        known = self.sorts.get(english.lower())
        if known is not None:
            return known
        if self.sorts.get(first) in (Sort.COPULA, Sort.MODAL):
            return self.sorts[first]
        # "The second", "all of them" stand for somebody.
        return Sort.PRONOUN if first in self.standing else Sort.OTHER

    def small(self, swedish: str, english: str) -> Unit:
        """The unit of a word that doesn't inflect, or of an idiom."""
        one = swedish.startswith(("den ", "det "))
        many = swedish.split(" ")[-1] in self.swedish_plural and not one
        acted_on = swedish in self.swedish_objects
        sort = Sort.PRONOUN if acted_on else self.sort_of(english)
        return Unit(english, sort, plural=many or english.lower() in self.plural)


def grammar_of(held: Mapping[str, Any], verbs: Mapping[str, Verb]) -> Grammar:
    """The grammar in the content of its file, with the verbs of `main_verbs` read."""
    sorts: dict[str, Sort] = {}
    for name, words in held["sorts"].items():
        for word in words:
            sorts.setdefault(word, Sort[name.upper()])

    def words_of(name: str) -> frozenset[str]:
        listed: Sequence[str] = held[name]
        return frozenset(listed)

    return Grammar(
        sorts=sorts,
        plural=words_of("plural"),
        swedish_plural=words_of("swedish_plural"),
        swedish_objects=words_of("swedish_objects"),
        agents=words_of("agents"),
        objects=words_of("objects"),
        giving=words_of("giving"),
        what_acts=words_of("what_acts"),
        standing=words_of("standing"),
        ordinals=frozenset(held["sorts"]["adjective"]),
        ends=held["ends"],
        name_ends=words_of("name_ends"),
        main_verbs=verbs,
    )
