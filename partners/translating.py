"""Put a Swedish message into English, by glossary and word order, names kept.

What comes after reads English only.  The glossary is of this field and its questions:
no translation for people, but the same question for the reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from partners.compounds import in_parts, without_slip
from partners.determining import determined, many, with_articles
from partners.folding import fold
from partners.glossary import Glossary, load_glossary
from partners.grammar import Sort, Unit
from partners.lexicon import ordinary_words
from partners.masking import Span
from partners.model import Role
from partners.noun_phrases import NAMES
from partners.reading import LONGEST_TEXT, NameReader, load_name_reader
from partners.swedish_words import (
    SWEDISH_LETTERS,
    may_be_name,
    named_in,
    plain,
    within,
    words_in,
)
from partners.word_order import in_english_order

# What is no name, even with a capital in the middle of a sentence.
_SMALL = frozenset(Sort) - {Sort.NOUN, Sort.ADJECTIVE, Sort.INFINITIVE, Sort.UNKNOWN}
# In fewer words one capital in two says nothing of the rest.
_FEW = 3
_SHORT = 4
# A shorter word with a capital may be a name, where it begins the message, too.
_LONG_FOR_NAME = 8
# What an answer may say that the page doesn't have.
_QUOTABLE = (Sort.NOUN, Sort.ADJECTIVE, Sort.INFINITIVE, Sort.PARTICIPLE, Sort.NAME)
_CLOSING = frozenset(".,;:?!)")
_SIGNS = "".join((*_CLOSING, " "))


@dataclass(frozen=True, slots=True)
class Translation:
    """The English words of a message, and what the Swedish ones of some of them were.

    `originals` are there to be quoted: English in lower case to Swedish as typed.
    """

    text: str
    originals: Mapping[str, str] = field(default_factory=dict)


# "De 320 miljonerna": an article before a number is none of them.
_THE_NUMBER = re.compile(r"\bthey (\d[\d .,]*) the (\w+)")


class Translator:
    """Put messages into English by one glossary."""

    def __init__(self, names: NameReader, glossary: Glossary) -> None:
        self._names = names
        self._glossary = glossary

    def english(self, text: str) -> str:
        """The question of a Swedish `text`, in English words."""
        return self.translate(text).text

    def translate(self, text: str) -> Translation:
        """The same, with the Swedish words that an answer may quote."""
        text = plain(text[:LONGEST_TEXT])
        whole = self._glossary.whole(text.strip(_SIGNS).lower())
        if whole is not None:
            return Translation(whole)
        names = named_in(text, self._names, self._glossary)
        grammar = self._glossary.grammar
        found = many([unit for unit in self._units(text, names) if unit.text])
        found = _with_please(found)
        units = list(determined(found, grammar.ordinals))
        ordered = in_english_order(units, grammar)
        originals = {
            unit.text.lower(): unit.said
            for unit in ordered
            if unit.said and unit.sort in _QUOTABLE and unit.said != unit.text
        }
        written = _written(with_articles(ordered))
        return Translation(_THE_NUMBER.sub(r"the \1 \2", written), originals)

    def _units(self, text: str, names: Sequence[Span]) -> Iterator[Unit]:
        found = words_in(text)
        words = self._joined([match.group() for match in found])
        # Whoever types å, ä and ö doesn't mean "skånska" by "Skanska".
        folded = SWEDISH_LETTERS.isdisjoint(text.lower())
        place = 0
        while place < len(found):
            span = within(found[place], names)
            last = place
            while last < len(found) and within(found[last], names) is span:
                last += 1
            if span is not None:
                yield self._name(text[span.start : span.end], span)
                if rest := text[span.end : found[last - 1].end()].lstrip("-"):
                    yield replace(self._word(rest), definite=False)  # "TIM-medlemmen"
                place = last
            elif self._is_name(words, place):
                yield Unit(words[place], Sort.UNKNOWN)
                place += 1
            else:
                size, unit = self._longest(words[place:last], folded)
                yield replace(unit, said=" ".join(words[place : place + size]))
                place += size

    def _is_name(self, words: Sequence[str], place: int) -> bool:
        """Whether a word belongs to a name: "Novo Nordisk", "Göteborgs stad".

        Swedish writes no words with a capital but names, countries, and the first of a
        sentence; where most have one, capitals tell nothing.
        """
        word = words[place]
        before = words[place - 1] if place else "."
        if word in self._glossary.grammar.name_ends:
            known = before.lower() in self._glossary
            return before[:1].isupper() and place > 1 and not known
        titles = [one for one in words if one.istitle()]
        if not word.istitle() or 2 * len(titles) > len(words) > _FEW:
            return False
        if not before[:1].isalnum():  # a sentence begins
            after = words[place + 1 : place + 2]
            pair = bool(after) and after[0].istitle()
            return pair and word.lower() not in self._glossary
        unit = self._glossary.find(word.lower(), folded=False)
        if unit is None or unit.sort is Sort.ADJECTIVE:
            return True  # "svensk" has no capital in Swedish
        return not (unit.text.istitle() or unit.sort in _SMALL)

    def _joined(self, words: Sequence[str]) -> list[str]:
        """`words` with verbs in one part: "vad går Innergi ut på"."""
        told, low = list(words), [word.lower() for word in words]
        last = max((i for i, word in enumerate(low) if word[0].isalnum()), default=0)
        if last > 1 and low[last] in self._glossary.grammar.ends:
            told[last] = f", {self._glossary.grammar.ends[low[last]]}"
            return told
        for (verb, particle), (new, end) in self._glossary.split.items():
            if verb not in low:
                continue
            place, parts = low.index(verb), particle.split()
            for start in range(place + 2, len(low) - len(parts) + 1):
                if low[start : start + len(parts)] == parts:
                    told[place] = new
                    told[start : start + len(parts)] = [end, *[""] * (len(parts) - 1)]
                    return told
        return told

    def _name(self, surface: str, span: Span) -> Unit:
        """A name, its Swedish genitive as the English one: "CAMPs vision"."""
        named = may_be_name(surface, span.id, self._names.knowledge)
        genitive = surface.endswith("s") and not named
        text = f"{surface[:-1]}'s" if genitive else surface
        sort = Sort.PARTNER if span.role == Role.PARTNER.value else Sort.NAME
        return Unit(text, sort, genitive=genitive)

    def _longest(self, words: Sequence[str], folded: bool) -> tuple[int, Unit]:
        """The longest idiom that `words` begin with, and how many of them it takes."""
        for size in range(min(self._glossary.longest, len(words)), 1, -1):
            unit = self._glossary.find(" ".join(words[:size]).lower(), folded)
            if unit is not None:
                return size, unit
        return 1, self._word(words[0], folded)

    def _word(self, word: str, folded: bool = True) -> Unit:
        if not word or not word[0].isalnum():  # a sign, or what asks for a yes
            return Unit(word, Sort.SIGN if word else Sort.OTHER)
        low = word.lower()
        # So short a word is no name: "nar startades den, går det att säga".
        short = word.islower() and len(word) <= _SHORT
        known = self._glossary.find(low, folded or short)
        if known is not None:
            return known
        owner = self._glossary.find(low[:-1]) if low.endswith("s") else None
        if owner is not None and owner.sort is Sort.NOUN:
            return replace(owner, text=f"{owner.text}'s", genitive=True)
        first, _, last = word.rpartition("-")
        if first and last.lower() in self._glossary:  # "FN-mål"
            end = self._word(last)
            return replace(end, text=f"{self._word(first).text} {end.text}")
        if fold(low) in ordinary_words():
            return Unit(word, Sort.UNKNOWN)
        found = in_parts(self._glossary, low) if word[0].islower() else None
        if word[0].islower() or len(word) >= _LONG_FOR_NAME:
            found = found or without_slip(self._glossary, low)
        return found or Unit(word, Sort.UNKNOWN)


def _with_please(units: Sequence[Unit]) -> list[Unit]:
    """`units` with "please" where "tack" comes last after a name: "CAMP tack"."""
    *before, last = units or [Unit("", Sort.SIGN)]
    if before and before[-1].text == ",":
        before = before[:-1]  # "NOME, tack"
    asks = bool(before) and before[-1].sort in NAMES and last.text == "thanks"
    return [*before, replace(last, text="please")] if asks else list(units)


def _written(units: Iterator[Unit]) -> str:
    text = ""
    for unit in units:
        if unit.text:
            joint = "" if unit.text in _CLOSING or not text else " "
            text += joint + unit.text
    return text


@cache
def load_translator() -> Translator:
    """The translator of this process, built at the first Swedish message."""
    return Translator(load_name_reader(), load_glossary())
