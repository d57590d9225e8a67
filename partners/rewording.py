"""Small words of a Swedish clause as an English one has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from partners.grammar import Sort, Unit
from partners.noun_phrases import NAMES, subject_of

# As the glossary has "med i": of a member, or of whoever takes part.
_MED_I = "a member in"
_GETTING = ("receive", "get", "come", "take")


def included(verb: Unit, rest: list[Unit], polar: bool) -> list[Unit]:
    """`rest` with what "med" says: "är Nordea med?", "är LIF med i MTT?" (`polar`)."""
    part = "involved in" if verb.sort is Sort.COPULA and polar else "a member of"
    rest = [replace(unit, text=part) if unit.text == _MED_I else unit for unit in rest]
    place = max((i for i, u in enumerate(rest) if u.sort is not Sort.SIGN), default=-1)
    ends = place >= 0 and rest[place].text == "with"
    if verb.sort is not Sort.COPULA or not ends:
        return rest
    named = any(unit.sort in (*NAMES, Sort.UNKNOWN) for unit in rest)
    one = [Unit("one of them", Sort.OTHER)] if named else []
    return [*rest[:place], *one, *rest[place + 1 :]]


def adverbs_after(rest: Sequence[Unit]) -> list[Unit]:
    """`rest` with its subject first: "vill egentligen The Bridge"."""
    start = 0
    while start < len(rest) and rest[start].sort is Sort.OTHER:
        start += 1
    end = start + subject_of(rest[start:])
    return [*rest[start:end], *rest[:start], *rest[end:]]


def person(asked: Unit) -> Unit:
    """ "Who" for the "which" that no noun follows: "vilka stöder CAMP"."""
    if asked.text != "which":
        return asked
    return replace(asked, text="who", plural=False)


def joined(told: Sequence[Unit], verb: Unit) -> Iterator[Unit]:
    """`told` with "to" before an infinitive, and "by" as the sentence has it.

    "Av" is "by" with a passive, "from" with "receive", and else "of".
    """
    done = any(u.sort is Sort.PARTICIPLE or (u.verb and u.verb.passive) for u in told)
    done = done or bool(verb.verb and verb.verb.passive)
    gets = verb.verb is not None and verb.verb.base in _GETTING
    before = verb
    for unit in told:
        if verb.sort is Sort.MODAL and unit.verb and unit.verb.passive:
            # "Ska CAMP finansieras": alike for now and after a modal.
            unit = replace(unit, text=f"be {unit.verb.participle}")
        if unit.text == "by" and unit.sort is Sort.PREPOSITION and not done:
            unit = replace(unit, text="from" if gets else "of")
        if unit.sort is Sort.INFINITIVE and before.sort in (Sort.PRESENT, Sort.PAST):
            yield Unit("to", Sort.OTHER)
        before = before if unit.sort is Sort.OTHER else unit
        yield unit
