"""Choose what to answer where a message can be read in several ways.

Three signs are added for each reading: how likely its intent is, what share of the
question's own words stands in the facts that it would tell, and whether the page
answers it at all.  Two readings that are near each other are both told; a fact that is
told though the likeliest reading is not on the page is told as perhaps not what was
asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from partners.answer import Answer, Kind, Outcome
from partners.cues import load_cues
from partners.engine import answer, is_question
from partners.facts import mentioned, nearest, told, words_of_names
from partners.listing import status
from partners.model import Knowledge, Role
from partners.question import Question
from partners.readings import (
    ALL,
    BESIDE,
    CHOOSABLE,
    LIKELY,
    MOSTLY,
    Reading,
    is_selection,
    without_everybody,
)
from partners.refining import found_by_words, without_mere_names
from partners.search import FactSearch

# An intent below this is no reading of its own.
_PLAUSIBLE = 0.2
# Two readings nearer to each other than this are both told.
_NEAR = 0.3
# From this score on facts are told as the answer, from that one as the nearest to it.
_SURE, _HEDGED = 0.95, 0.4
# So sure an intent is answered by itself, though the page doesn't state it.
_CERTAIN = 0.97
# What to ask back: "did you mean" with more than three choices is a form.
_OFFERED, _MOST_OFFERED = 0.05, 3
# Facts found by words alone count as much as an intent of this confidence.
_FOUND = 0.5
# These are told by themselves or not at all.
_LISTS = frozenset({Outcome.EVERY, Outcome.PARTNERS, Outcome.GROUPS, Outcome.COMPARED})
_ALONE = _LISTS | {Outcome.STATUS}


class Chooser:
    """Choose among the readings of a message."""

    def __init__(self, knowledge: Knowledge, search: FactSearch) -> None:
        self._knowledge = knowledge
        self._search = search
        self._listing = sorted(load_cues().listing)
        stated = {fact.relation for fact in knowledge.facts}
        self._never = frozenset(knowledge.relations) - stated

    def choose(
        self, questions: Sequence[Question], likely: Mapping[str, float], sure: bool
    ) -> tuple[Answer, ...]:
        """The answers to the best of `questions`, likeliest first; () where none is.

        `likely` has the confidence of each intent, `sure` tells whether the first one
        is likely enough to be answered as it stands.
        """
        readings = [
            self._reading(question, likely.get(question.intent, 0.0))
            for question in questions
            if is_question(question) and likely.get(question.intent, 0) >= _PLAUSIBLE
        ]
        readings += self._by_words(questions[0])
        if not readings:
            return ()
        first = readings[0]
        if first.says_nothing:
            told_of = [r for r in readings if r.is_stated and r.is_likely]
            if not told_of:
                return self._by_chance(readings) or (first.answers if sure else ())
            readings = told_of
        if unpriced := self._never_stated(readings):
            return unpriced.answers
        best = max(without_everybody(readings), key=lambda reading: reading.score)
        if not sure and best.score < _SURE:
            return self._hedged(best, likely) if best.score >= _HEDGED else ()
        if best.is_rash and not (sure and best.confidence >= LIKELY):
            return self._hedged(best, likely)
        near = first.is_certain and best.score - first.score < _NEAR
        if near or (best.found and readings[0].is_whole_choice):
            best = first if near else readings[0]
        if first.question.wants_time and best.is_untimed:
            return self._hedged(best, likely) if first.is_stated else first.answers
        if best is first or first.is_stated or first.says_nothing:
            return self._with_second(best, readings)
        stays = not best.is_stated or self._stays(first, best)
        return first.answers if stays else self._hedged(best, likely)

    def _stays(self, first: Reading, best: Reading) -> bool:
        """Whether what the page doesn't state is asked for all the same."""
        never = self._is_never_stated(first.question) and best.coverage < ALL
        less = first.confidence >= _CERTAIN and not self._says_more(best, first)
        return never or less

    def _says_more(self, best: Reading, first: Reading) -> bool:
        """Whether `best` is likely itself, or tells a word that `first` leaves open."""
        if best.confidence >= LIKELY and not best.found:
            return True
        explained = first.question.explained
        left = [w for w in first.question.terms if w not in explained]
        return any(self._search.says(word, list(best.facts)) for word in left)

    def _reading(self, question: Question, confidence: float) -> Reading:
        answers = answer(self._knowledge, question)
        # A list of everything has every word somewhere.
        listed = any(one.outcome in _LISTS for one in answers)
        facts = () if listed else [fact for one in answers for fact in one.facts]
        named = words_of_names(self._knowledge, question.criteria)
        known = [*self._framing(question, answers), *named]
        if any(one.outcome in CHOOSABLE for one in answers):
            # Only words of the facts choose among them: "which have teaser seminars".
            telling = [w for w in question.terms if self._search.tells(w)]
            known = [w for w in question.terms if w not in telling] + named
            known += self._listing
        coverage = self._search.coverage(question.terms, facts, known)
        if any(one.kind is Kind.NOT_STATED for one in answers):
            coverage = 0.0  # it tells none of the words
        reading = Reading(question, confidence, answers, coverage)
        return replace(reading, selected=is_selection(self._knowledge, reading))

    def _framing(self, question: Question, answers: Sequence[Answer]) -> list[str]:
        """The words of how it is asked, without those that another fact says."""
        subjects = {one.subject for one in answers}
        subject = subjects.pop() if len(subjects) == 1 else None
        if subject is None:
            return list(question.explained)
        told_of = {fact for one in answers for fact in one.facts}
        other = [
            fact
            for fact in self._knowledge.facts_about(subject)
            if fact not in told_of and fact.relation != "summary"
        ]
        return [w for w in question.explained if not self._search.says(w, other)]

    def _by_words(self, question: Question) -> list[Reading]:
        """The facts that the question's own words point to."""
        found = found_by_words(self._search, question)
        if found is None:
            return []
        answers = without_mere_names(self._knowledge, question, found[0])
        asked = question.relation.id if question.relation else "names"
        if asked != "names" and {one.relation for one in answers} == {"names"}:
            return []  # "who runs the think tank" is not told by its name
        return [Reading(question, _FOUND * found[1], answers, found[1], found=True)]

    def _by_chance(self, readings: Sequence[Reading]) -> tuple[Answer, ...]:
        """What one partner's facts have of the words, told as the nearest."""
        found = [r for r in readings if r.is_stated and len(r.subjects) == 1]
        found = [r for r in found if r.found and r.coverage < MOSTLY]
        return self._hedged(found[0], {}) if found else ()

    def _with_second(
        self, best: Reading, readings: Sequence[Reading]
    ) -> tuple[Answer, ...]:
        """The answers of `best`, and of the reading next to it where that is near."""
        listed = any(one.outcome in _LISTS for one in best.answers)
        judged = any(one.verdict is not None for one in best.answers)
        if listed or judged or best.selected or not best.is_stated:
            return best.answers
        others = [
            one
            for one in readings
            if one is not best
            and one.is_stated
            and one.confidence >= BESIDE
            and (best.score - one.score <= _NEAR or one.is_certain)
            and not one.facts <= best.facts
            and one.subjects == best.subjects
            and not any(a.outcome in _ALONE for a in one.answers)
        ]
        more = max(others, key=lambda one: one.score, default=None)
        beside = more.answers if more else ()
        if any(one.unconfirmed for one in best.answers):  # half a claim is no yes
            beside = tuple(replace(one, verdict=None) for one in beside)
        return (*best.answers, *beside)

    def _never_stated(self, readings: Sequence[Reading]) -> Reading | None:
        """A likely reading of which the page has nothing: "price of EFL programs"."""
        first = readings[0]
        if any(one.verdict is not None for one in first.answers):
            return None  # "is Medicon Village in there": it is, wherever that may be
        near = (
            one
            for one in readings[:2]
            if one.confidence >= max(MOSTLY, first.confidence - _NEAR)
            and self._is_never_stated(one.question)
            and not (first.tells_instead_of(one) or self._says_its_words(first, one))
        )
        return next(near, None)

    def _says_its_words(self, first: Reading, never: Reading) -> bool:
        """Lunch events? Lunch is what the page tells of, and no restaurant's."""
        words = {*never.question.explained} & {*first.question.terms}
        facts = list(first.facts)
        return bool(words) and all(self._search.says(word, facts) for word in words)

    def _is_never_stated(self, question: Question) -> bool:
        """Whether the page has nothing of this sort of any partner: no price."""
        return question.relation is not None and question.relation.id in self._never

    def _hedged(
        self, reading: Reading, likely: Mapping[str, float]
    ) -> tuple[Answer, ...]:
        """Told as the nearest to the question, with questions to ask instead."""
        subject = next((a.subject for a in reading.answers if a.subject), None)
        plain = tuple(replace(one, verdict=None) for one in reading.answers)
        names = self._likeliest(subject, likely)
        return (replace(nearest(plain, subject), names=names),)

    def _likeliest(
        self, subject: str | None, likely: Mapping[str, float]
    ) -> tuple[str, ...]:
        """The relations to ask back for: likely ones that the page states."""
        stated = self._knowledge.relations_of(subject) if subject else ()
        scores = {
            id_: likely.get(self._knowledge.relations[id_].forward or "", 0.0)
            for id_ in stated
        }
        ordered = sorted(scores, key=lambda id_: -scores[id_])
        return tuple(id_ for id_ in ordered if scores[id_] >= _OFFERED)[:_MOST_OFFERED]

    def about(
        self, question: Question, likely: Mapping[str, float]
    ) -> tuple[Answer, ...]:
        """What a thing is, where nothing nearer to the question can be found."""
        subject = question.subjects[0]
        if self._knowledge.entities[subject].role is not Role.PARTNER:
            answers = mentioned(self._knowledge, subject)
        elif facts := self._knowledge.facts_of(subject, "summary"):
            answers = (told(facts),)
        else:
            answers = status(self._knowledge, replace(question, polar=False))
        return self._hedged(Reading(question, 0.0, answers), likely)
