"""Put the words of a Swedish question, already English, into English order.

Swedish turns verb and subject round where English needs "do": "finansierar Vinnova
CAMP" is "does Vinnova fund CAMP", and "vad finansierar Vinnova" is "what does Vinnova
fund".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from partners.grammar import Grammar, Sort, Unit
from partners.noun_phrases import phrase_end, subject_of
from partners.rewording import adverbs_after, included, joined, person

_FINITE = (Sort.COPULA, Sort.HAVE, Sort.MODAL, Sort.PRESENT, Sort.PAST)
_ASKING = (Sort.ASKING, Sort.ASKING_HOW)
# "Be funded" and the like turn round as "be" does.
_IS = "is "
_MANY = {"is": "are", "was": "were", "has": "have"}


def in_english_order(units: Iterable[Unit], grammar: Grammar) -> list[Unit]:
    """`units` with each clause in English order."""
    ordered: list[Unit] = []
    told = False
    for units_of_clause in _clauses(list(units)):
        clause = _Clause(units_of_clause, grammar)
        # "I am starting a company and look for a mentor": who acts is said before.
        ordered += units_of_clause if told and clause.goes_on else clause.ordered()
        told = clause.tells or (told and clause.goes_on)
    return ordered


def _clauses(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    """Parted at signs, and before a conjunction that begins another question."""
    clause: list[Unit] = []
    for place, unit in enumerate(units):
        after = units[place + 1].sort if place + 1 < len(units) else None
        begins = unit.sort is Sort.CONJUNCTION and after in (*_ASKING, *_FINITE)
        if begins and any(one.sort in _FINITE for one in clause):
            yield clause
            clause = []
        clause.append(unit)
        if unit.sort is Sort.SIGN:
            yield clause
            clause = []
    if clause:
        yield clause


class _Clause:
    """One clause: what leads to it, what it asks, its verb, and the rest."""

    def __init__(self, units: Sequence[Unit], grammar: Grammar) -> None:
        self._units = list(units)
        self._grammar = grammar
        lead = 0
        while lead < len(units) and units[lead].sort in (
            Sort.BEFORE,
            Sort.CONJUNCTION,
            Sort.OTHER,
        ):
            lead += 1
        finite = (i for i in range(lead, len(units)) if units[i].sort in _FINITE)
        place = next(finite, None)
        self._lead = list(units[:lead])
        self._place = place
        self._asked = list(units[lead:place]) if place is not None else []

    @property
    def tells(self) -> bool:
        """Whether it is a statement: its subject stands before its verb."""
        first = self._asked[0].sort if self._asked else None
        return first is not None and first not in (*_ASKING, Sort.PREPOSITION)

    @property
    def goes_on(self) -> bool:
        """Whether it begins with a conjunction and its verb."""
        joined = any(unit.sort is Sort.CONJUNCTION for unit in self._lead)
        return joined and self._place is not None and not self._asked

    def ordered(self) -> list[Unit]:
        """The clause in English order."""
        if self._place is None:
            return self._units
        rest = adverbs_after(self._units[self._place + 1 :])
        verb = self._main(self._units[self._place], rest)
        rest = self._with_noun(included(verb, rest, polar=not self._asked))
        if len(self._asked) == 1 and verb.sort is not Sort.COPULA:
            self._asked = [person(self._asked[0])]
        if self._inverts(verb, rest):
            told = self._inverted(verb, rest)
        else:
            told = [self._agreeing(verb), *rest]
        return [*self._lead, *self._asked, *joined(told, verb)]

    def _main(self, verb: Unit, rest: Sequence[Unit]) -> Unit:
        """The verb, "may" without an infinitive as "receive": "får CAMP pengar"."""
        passive = any(u.verb is not None and u.verb.passive for u in rest)
        alone = not any(u.sort in (Sort.INFINITIVE, Sort.PARTICIPLE) for u in rest)
        alone = alone and not passive
        main = self._grammar.main_verbs.get(verb.text)
        if verb.sort is not Sort.MODAL or main is None or not alone:
            return verb
        past = verb.text == main.past or verb.text == "got"
        text, sort = (main.past, Sort.PAST) if past else (main.third, Sort.PRESENT)
        return Unit(text, sort, main)

    def _with_noun(self, rest: list[Unit]) -> list[Unit]:
        """`rest` without the noun of "vad har MTT för mål", which "what" takes."""
        if not self._asked or self._asked[-1].text != "what":
            return rest
        start = subject_of(rest)
        end = phrase_end(rest, start + 1)
        taken = rest[start + 1 : end]
        fits = bool(taken) and rest[start].text == "for" and not taken[-1].definite
        if not fits or taken[-1].sort is not Sort.NOUN:
            return rest
        self._asked += taken
        return [*rest[:start], *rest[end:]]

    def _inverts(self, verb: Unit, rest: Sequence[Unit]) -> bool:
        subject = rest[: subject_of(rest)]
        if not subject:
            return False
        if not self._asked:
            return True
        first = self._asked[0]
        oblique = first.sort is Sort.PREPOSITION and len(self._asked) > 1
        if first.sort is Sort.ASKING_HOW or oblique:
            return True
        if first.sort is not Sort.ASKING:
            return False  # a statement: its subject comes first
        if _last(rest) is Sort.PREPOSITION or subject[0].sort is Sort.SUBJECT:
            return True  # "what does it consist of", "whom do you support"
        if verb.verb and verb.verb.passive:
            return True  # "which year was MTT founded"
        return self._is_object(verb, subject)

    def _is_object(self, verb: Unit, subject: Sequence[Unit]) -> bool:
        """Whether what is asked for is what the verb is done to."""
        asked = self._asked[-1]
        gives = verb.verb is not None and verb.verb.base in self._grammar.giving
        if gives and subject[0].sort is Sort.PARTNER and asked.text != "what":
            return False  # "vilka regioner grundade MTT"
        if asked.text == "what":
            return verb.verb is None or verb.verb.base not in self._grammar.what_acts
        if asked.sort is not Sort.NOUN:
            return False
        known = subject[-1].sort is not Sort.NOUN or subject[-1].definite
        if verb.sort is Sort.HAVE or asked.text not in self._grammar.agents:
            return known  # "which partner has most members" is asked of the partner
        # "Which partners does Vinnova fund": an organisation gives, a partner takes.
        organisation = subject[0].sort is Sort.NAME
        return organisation and asked.text in self._grammar.objects

    def _inverted(self, verb: Unit, rest: Sequence[Unit]) -> list[Unit]:
        end = subject_of(rest)
        subject, after = list(rest[:end]), list(rest[end:])
        many = any(unit.plural or unit.sort is Sort.CONJUNCTION for unit in subject)
        if verb.sort in (Sort.COPULA, Sort.MODAL):
            text = _MANY.get(verb.text, verb.text) if many else verb.text
            return [replace(verb, text=text), *rest]
        if verb.sort is Sort.HAVE:
            if any(unit.sort is Sort.PARTICIPLE for unit in after):
                text = _MANY.get(verb.text, verb.text) if many else verb.text
                return [replace(verb, text=text), *rest]
            does = "did" if verb.text == "had" else _does(many)
            return [_word(does), *subject, _word("have"), *after]
        assert verb.verb, "a finite verb that is no auxiliary has its forms"
        if verb.verb.passive or verb.verb.third.startswith(_IS):
            auxiliary, _, done = verb.text.partition(" ")
            if many:
                auxiliary = _MANY.get(auxiliary, auxiliary)
            return [_word(auxiliary), *subject, _word(done), *after]
        does = "did" if verb.sort is Sort.PAST else _does(many)
        return [_word(does), *subject, replace(verb, text=verb.verb.base), *after]

    def _agreeing(self, verb: Unit) -> Unit:
        """The verb in its form for many, after "which partners"."""
        many = bool(self._asked) and self._asked[-1].plural
        if not many:
            return verb
        auxiliary, space, done = verb.text.partition(" ")
        if auxiliary in _MANY:
            return replace(verb, text=f"{_MANY[auxiliary]}{space}{done}")
        if verb.verb is None:
            return verb
        present = verb.sort is Sort.PRESENT
        return replace(verb, text=verb.verb.base) if present else verb


def _last(rest: Sequence[Unit]) -> Sort | None:
    words = [unit for unit in rest if unit.sort not in (Sort.SIGN, Sort.OTHER)]
    return words[-1].sort if words else None


def _does(many: bool) -> str:
    return "do" if many else "does"


def _word(text: str) -> Unit:
    return Unit(text, Sort.OTHER)
