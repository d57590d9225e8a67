"""Number, articles and pronouns of Swedish noun phrases as English has them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from partners.grammar import Sort, Unit

# What "den", "det" and "de" are by themselves.
_ARTICLES = ("it", "they")
_OTHER = "other"
_WHOLE = ("both", "all", "these", "those", "this")
_DESCRIBED = (Sort.ADJECTIVE, Sort.NOUN)
_LEADING = (Sort.PREPOSITION, Sort.DETERMINER, Sort.ADJECTIVE)
# What "en" may stand before as an article.
_COUNTED = (
    *_DESCRIBED,
    Sort.NAME,
    Sort.PARTNER,
    Sort.UNKNOWN,
    Sort.PARTICIPLE,
    Sort.DETERMINER,
)


def many(units: Sequence[Unit]) -> list[Unit]:
    """`units` with plural nouns after "vilka", where Swedish writes one as many."""
    many = False
    told: list[Unit] = []
    for unit in units:
        if many and unit.several:
            unit = replace(unit, text=unit.several, plural=True)
        goes_on = many and unit.sort is Sort.ADJECTIVE
        many = goes_on or (unit.plural and unit.sort is not Sort.NOUN)
        told.append(unit)
    return told


def determined(units: Sequence[Unit], ordinals: Collection[str]) -> Iterator[Unit]:
    """`units` with pronouns that stand before a noun as what they are there.

    "Er vision" is "your vision", "den svenska banken" has an article, "den tredje" is
    "the third one", "en" alone is "one", "som sponsorer" is "as sponsors", and
    "medlemmar i TIM" are members of it.
    """
    for place, unit in enumerate(units):
        follows = units[place + 1] if place + 1 < len(units) else Unit("", Sort.SIGN)
        described = follows.sort in _DESCRIBED
        noun = _noun(units, place + 1) if described else None
        before = units[place - 1].text if place else ""
        chosen = follows.text in (*ordinals, _OTHER)
        words = unit.text.split()
        pointed = before in _ARTICLES or words[:1] == ["the"]
        led = place > 0 and units[place - 1].sort in _LEADING
        if unit.sort is Sort.PAST and led and described and unit.verb:
            # "Avancerade läkemedel" are written as "advanced" of the past.
            unit = Unit(unit.verb.participle, Sort.ADJECTIVE, plural=True)
        of_members = before.split()[-1:] in (["member"], ["members"])
        if unit.text == "in" and of_members and follows.sort is Sort.PARTNER:
            yield replace(unit, text="of")  # "medlemmar i TIM"
        elif unit.text in _WHOLE and noun:
            yield replace(unit, sort=Sort.DETERMINER)
        elif unit.text == "you" and unit.sort is Sort.PRONOUN and noun:
            yield Unit("your", Sort.DETERMINER)
        elif unit.text in _ARTICLES and (chosen or (noun and noun.definite)):
            yield Unit("the", Sort.DETERMINER)
        elif unit.text == "that" and noun is not None and not noun.definite:
            yield Unit("as", Sort.PREPOSITION)
        elif unit.text == "a" and follows.sort not in _COUNTED:
            yield Unit("one", Sort.PRONOUN)
        elif pointed and words[-1:] == [_OTHER] and not described:
            yield replace(unit, text=f"{unit.text}s", sort=Sort.PRONOUN, plural=True)
        elif pointed and words and words[-1] in ordinals and not described:
            yield replace(unit, text=f"{unit.text} one", sort=Sort.PRONOUN)
        else:
            yield unit


def _noun(units: Sequence[Unit], start: int) -> Unit | None:
    """The noun from `start` on, after the adjectives that describe it."""
    rest = (unit for unit in units[start:] if unit.sort is not Sort.ADJECTIVE)
    found = next(rest, None)
    return found if found is not None and found.sort is Sort.NOUN else None


def with_articles(units: Sequence[Unit]) -> Iterator[Unit]:
    """ "The" before what is definite in Swedish, once: "den svenska banken"."""
    for place, unit in enumerate(units):
        before = units[place - 1] if place else Unit("", Sort.SIGN)
        within_phrase = before.sort in (Sort.ADJECTIVE, Sort.DETERMINER)
        within_phrase = within_phrase or before.text == "that"
        if unit.sort in _DESCRIBED and not within_phrase and not before.genitive:
            noun = _noun(units, place)
            if noun is not None and noun.definite:
                yield Unit("the", Sort.DETERMINER)
        yield unit
