"""Find the countries, continents and nationalities that the knowledge file lacks.

"Are any members from Norway" is a question about places, and Norway is no unknown
partner.  The names come from the Unicode CLDR, by way of Babel.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from babel import Locale
from babel.languages import get_official_languages

from partners.cues import load_cues
from partners.folding import Token, tokenise
from partners.masking import Span
from partners.model import Role

ELSEWHERE = "elsewhere"
_LONGEST = 4
_JOINING = frozenset({"and", "or", "only", "too", "also", "please", "as"})
# Countries that are also plain words or first names; "germany" is neither.
_ALSO_WORDS = frozenset(
    "world turkey chad jordan jersey georgia guinea china chile mali niger togo oman "
    "man reunion island islands territory territories republic states lands".split()
)
# Before an ordinary word these say that a place is meant: "in turkey".
_LOCATING = frozenset({"in", "from", "of", "i", "fran", "av"})


@cache
def _places(language: str) -> dict[tuple[str, ...], bool]:
    """Folded names of territories (False) and of their languages (True).

    The name of a language doubles as the adjective: "any Norwegian members".
    """
    locale = Locale(language)
    codes = map(str, locale.territories)
    spoken = {one for code in codes for one in get_official_languages(code)}
    spoken.add("no")  # CLDR has Bokmål and Nynorsk, and people say Norwegian
    held = {name: False for name in locale.territories.values()}
    held |= {locale.languages[one]: True for one in spoken if one in locale.languages}
    if language == "en":  # the only language whose cues there are
        held |= dict.fromkeys(load_cues(language).also_places, True)
    return {tuple(t.word for t in tokenise(name)): it for name, it in held.items()}


def is_country(name: str) -> bool:
    """Whether a place is a country, and so no city of one."""
    words = tuple(token.word for token in tokenise(name))
    return _places("en").get(words) is False


def names_language(text: str, span: Span) -> bool:
    """Whether a place is the language that something is in: "courses in English"."""
    if span.role not in (Role.PLACE.value, ELSEWHERE):
        return False
    tokens = tokenise(text)
    before = [t.word for t in tokens if t.end <= span.start][-1:]
    after = [t for t in tokens if t.start >= span.end][:1]
    name = text[span.start : span.end].casefold()
    ends = not after or not after[0].is_word or after[0].word in _JOINING
    return before == ["in"] and ends and name in languages()


@cache
def languages() -> frozenset[str]:
    """The English names of languages, folded: in "in English" no name and no place."""
    return frozenset(name.casefold() for name in Locale("en").languages.values())


def find_elsewhere(text: str, taken: Sequence[Span], language: str) -> Iterator[Span]:
    """Places in `text` that stand in none of the spans `taken`, longest first."""
    tokens = tokenise(text)
    free = [not any(s.start <= t.start < s.end for s in taken) for t in tokens]
    first = 0
    while first < len(tokens):
        last = _end(tokens, free, first, _places(language))
        if last > first:
            start, end = tokens[first].start, tokens[last - 1].end
            yield Span(start, end, ELSEWHERE, text[start:end])
        first = max(last, first + 1)


def _end(
    tokens: Sequence[Token],
    free: Sequence[bool],
    first: int,
    places: Mapping[tuple[str, ...], bool],
) -> int:
    """Where the place that begins at token `first` ends; `first` where none does."""
    for last in range(min(first + _LONGEST, len(tokens)), first, -1):
        words = tuple(token.word for token in tokens[first:last])
        if words in places and all(free[first:last]):
            before = tokens[first - 1].word if first else ""
            plain = not places[words] and words[-1] in _ALSO_WORDS
            if not plain or tokens[first].capitalised or before in _LOCATING:
                return last
    return first
