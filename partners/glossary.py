"""Load the Swedish glossary: each word in English, and what it does in a sentence."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain
from pathlib import Path

from babel import Locale

from partners.errors import PartnersError
from partners.folding import fold
from partners.grammar import Grammar, Sort, Unit, Verb, grammar_of
from partners.yamlfile import load_yaml

FOLDER = Path(__file__).parents[1] / "data" / "glossary"
_FORMS_OF_NOUN, _FORMS_OF_VERB, _ENGLISH_OF_VERB = 4, 7, 4
# How many forms a line has on its left and on its right, where that is fixed.
_SIDES = {
    "nouns": (_FORMS_OF_NOUN, 2),
    "verbs": (_FORMS_OF_VERB, _ENGLISH_OF_VERB),
    "split": (2, 2),
}
_PLAIN = ("adjectives", "idioms", "whole", "words")


class GlossaryError(PartnersError):
    """A line of the glossary that can't be understood."""


class Glossary:
    """Swedish words and idioms, lower case, each with its English unit.

    `split` has the verbs whose parts stand apart: the two parts, and those that say the
    same in other words.
    """

    def __init__(
        self,
        units: Mapping[str, Unit],
        whole: Mapping[str, str],
        split: Mapping[tuple[str, ...], tuple[str, ...]],
        grammar: Grammar,
    ) -> None:
        self.grammar = grammar
        self.split = split
        self._whole = {fold(message): english for message, english in whole.items()}
        self._units = units
        self._folded: dict[str, Unit] = {}
        for word, unit in units.items():
            self._folded.setdefault(fold(word), unit)
        self.longest = max(word.count(" ") + 1 for word in units)

    def __contains__(self, word: str) -> bool:
        return self.find(word) is not None

    def find(self, words: str, folded: bool = True) -> Unit | None:
        """The unit of a word or an idiom, also typed without its diacritics."""
        exact = self._units.get(words)
        return exact or (self._folded.get(fold(words)) if folded else None)

    def whole(self, message: str) -> str | None:
        """What a message that is nothing but an idiom asks: "och du"."""
        return self._whole.get(fold(message))


@cache
def load_glossary() -> Glossary:
    """The glossary of this process; raises GlossaryError where a line is wrong."""
    return read_glossary(FOLDER)


def read_glossary(folder: Path) -> Glossary:
    """The glossary in the files of `folder`; raises GlossaryError on a wrong line."""
    held = load_yaml(folder / "grammar.yml")
    main = {modal: _verb("grammar", line) for modal, line in held["main_verbs"].items()}
    grammar = grammar_of(held, main)
    verbs = [
        (_split("verbs", swedish, _FORMS_OF_VERB), _verb("verbs", english))
        for swedish, english in _lines(folder, "verbs")
    ]
    units: dict[str, Unit] = {}
    # What comes first wins: it is what most people mean by what is written alike.
    for swedish, unit in (
        *(
            (swedish, grammar.small(swedish, english))
            for stem in ("idioms", "words")
            for swedish, english in _lines(folder, stem)
        ),
        *chain.from_iterable(_forms(*line) for line in verbs),
        *_nouns(folder),
        *_adjectives(folder),
        *(_imperative(*line) for line in verbs),
        *_places(),
    ):
        units.setdefault(swedish, unit)
    split = {
        tuple(_split("split", old, 2)): tuple(_split("split", new, 2))
        for old, new in _lines(folder, "split")
    }
    return Glossary(units, dict(_lines(folder, "whole")), split, grammar)


def problems_in(folder: Path) -> list[str]:
    """All that is wrong with the lines of the glossary, each with its file."""
    found = []
    for stem in (*_PLAIN, *_SIDES):
        for line in load_yaml(folder / f"{stem}.yml").items():
            try:
                sides = _texts(stem, *line)
                for side, wanted in zip(sides, _SIDES.get(stem, ()), strict=False):
                    _split(stem, side, wanted)
            except GlossaryError as error:
                found.append(str(error))
    return found


def main() -> int:
    """Print what is wrong with the project's own glossary; `make knowledge` does so."""
    found = problems_in(FOLDER)
    print("\n".join(found) or "glossary is sound")
    return 1 if found else 0


def _verb(stem: str, english: str) -> Verb:
    base, third, past, participle = _split(stem, english, _ENGLISH_OF_VERB)
    return Verb(base, third, past, participle)


def _imperative(forms: Sequence[str], verb: Verb) -> tuple[str, Unit]:
    infinitive, present = forms[:2]
    short = present.removesuffix("er") if present.endswith("er") else infinitive
    return short, Unit(verb.base, Sort.INFINITIVE, verb)


def _forms(forms: Sequence[str], verb: Verb) -> Iterator[tuple[str, Unit]]:
    infinitive, present, past, supine, *participles = forms
    passive = replace(verb, passive=True)
    copula = verb.base == "be"
    yield present, Unit(verb.third, Sort.COPULA if copula else Sort.PRESENT, verb)
    yield past, Unit(verb.past, Sort.COPULA if copula else Sort.PAST, verb)
    yield supine, Unit(verb.participle, Sort.PARTICIPLE, verb)
    yield infinitive, Unit(verb.base, Sort.INFINITIVE, verb)
    for form in participles:
        yield form, Unit(verb.participle, Sort.PARTICIPLE, verb)
    if verb.base.split(" ")[0] == "be":
        return
    short = present.removesuffix("er") if present.endswith("er") else present[:-1]
    for stem in dict.fromkeys((infinitive, short)):
        yield f"{stem}s", Unit(f"is {verb.participle}", Sort.PRESENT, passive)
    yield f"{past}s", Unit(f"was {verb.participle}", Sort.PAST, passive)
    yield f"{supine}s", Unit(f"been {verb.participle}", Sort.PARTICIPLE, passive)


def _nouns(folder: Path) -> Iterator[tuple[str, Unit]]:
    for swedish, english in _lines(folder, "nouns"):
        forms = _split("nouns", swedish, _FORMS_OF_NOUN)
        singular, plural = _split("nouns", english, 2)
        yield forms[0], Unit(singular, Sort.NOUN, several=plural)
        yield forms[2], Unit(plural, Sort.NOUN, plural=True)
        yield forms[1], Unit(singular, Sort.NOUN, definite=True)
        yield forms[3], Unit(plural, Sort.NOUN, plural=True, definite=True)


def _adjectives(folder: Path) -> Iterator[tuple[str, Unit]]:
    for swedish, english in _lines(folder, "adjectives"):
        for form in swedish.split(", "):
            # "Stora bolag": without an article this form is for many.
            plural = form.endswith("a") and "," in swedish
            yield form, Unit(english, Sort.ADJECTIVE, plural=plural)


def _places() -> Iterator[tuple[str, Unit]]:
    """The countries, and the languages that double as adjectives, from the CLDR."""
    swedish, english = Locale("sv"), Locale("en")
    for code, name in swedish.territories.items():
        if code in english.territories:
            yield name.lower(), Unit(english.territories[code], Sort.NAME)
    for code, name in swedish.languages.items():
        if code in english.languages:
            yield name.lower(), Unit(english.languages[code], Sort.ADJECTIVE)


def _lines(folder: Path, stem: str) -> Iterator[tuple[str, str]]:
    for swedish, english in load_yaml(folder / f"{stem}.yml").items():
        yield _texts(stem, swedish, english)


def _texts(stem: str, swedish: object, english: object) -> tuple[str, str]:
    if not isinstance(swedish, str) or not isinstance(english, str):
        raise GlossaryError(
            f"{stem}.yml: {swedish!r}: {english!r} isn't text; put quotes around it"
        )
    return swedish, english


def _split(stem: str, line: str, wanted: int) -> list[str]:
    parts = line.split(", ")
    if len(parts) != wanted:
        raise GlossaryError(
            f"{stem}.yml: {line!r} has {len(parts)} forms; give {wanted}, with commas"
        )
    return parts


if __name__ == "__main__":
    sys.exit(main())
