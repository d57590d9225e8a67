"""A way to read a message, and how good an answer it makes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from partners.answer import Answer, Kind, Outcome
from partners.cues import load_cues
from partners.model import Fact, Knowledge
from partners.question import Question

# What a reading that the page answers, and one that it confirms, has ahead of others.
_STATED, _CONFIRMED = 0.25, 0.2
# … and one whose facts are chosen by what the question names: members in Spain.
_SELECTED = 0.3
# How much the share of the question's words in the facts counts beside the confidence.
_WORDS = 0.8
# A reading that is told beside another must be this likely by itself.
BESIDE = 0.35
# Above this an intent is left for another only where that one's words fit far better.
NEAR_CERTAIN = 0.8
# Every word of the question stands in the facts.
ALL = 0.999
_EMPTY = frozenset({Outcome.WHICH, Outcome.CRITERION_UNKNOWN})
# As likely as not, where the likeliest says nothing.
LIKELY = 0.5
# Most of the words of a question.
MOSTLY = 0.6
# … and so many that no more than a filler is left over.
NEARLY = 0.7
CHOOSABLE = frozenset({Outcome.EVERY, Outcome.PARTNERS})


@dataclass(frozen=True, slots=True)
class Reading:
    """A question, how likely it is the one that was asked, and its answers."""

    question: Question
    confidence: float
    answers: tuple[Answer, ...]
    coverage: float = 0.0
    selected: bool = False
    found: bool = False

    @property
    def is_stated(self) -> bool:
        """Whether the page answers all of it."""
        return all(one.kind is Kind.FACT for one in self.answers)

    @property
    def says_nothing(self) -> bool:
        """Whether it asks back, or has nothing of any partner."""
        return all(
            one.outcome in _EMPTY
            or (one.outcome is Outcome.NOT_STATED and one.subject is None)
            for one in self.answers
        )

    def tells_instead_of(self, never: Reading) -> bool:
        """Whether it is what would be told instead of `never`: who manages it."""
        asked, other = self.question.relation, never.question.relation
        return bool(self.is_stated and asked and other and asked.id in other.related)

    @property
    def is_everybody(self) -> bool:
        """Whether it lists all partners, or all of a group."""
        return any(one.outcome is Outcome.GROUPS for one in self.answers)

    @property
    def is_certain(self) -> bool:
        """Whether only facts with far more of the question's words are better."""
        sure = self.confidence >= NEAR_CERTAIN
        return self.is_stated and sure and not self.has_open_words

    @property
    def has_open_words(self) -> bool:
        """Whether it lists partners, and a word chooses among them in another way."""
        listed = any(one.outcome in CHOOSABLE for one in self.answers)
        return listed and self.coverage <= ALL

    @property
    def is_whole_choice(self) -> bool:
        """Whether it chooses partners by every word that the question has."""
        if self.question.among and self.is_stated:  # "which of them are outside Europe"
            return all(one.outcome is Outcome.SELECTED for one in self.answers)
        chosen = all(one.outcome is Outcome.PARTNERS for one in self.answers)
        chosen = chosen and self.question.of_partners  # not "what kind of companies …"
        return chosen and self.is_stated and self.coverage > ALL

    @property
    def subjects(self) -> frozenset[str | None]:
        """Whom its answers are about."""
        return frozenset(one.subject for one in self.answers)

    @property
    def is_likely(self) -> bool:
        """Whether it may be told where the likeliest reading says nothing."""
        if any(one.outcome is Outcome.EVERY for one in self.answers):
            return self.confidence >= MOSTLY and not self.has_open_words
        return self.coverage >= MOSTLY or self.confidence >= LIKELY

    @property
    def facts(self) -> frozenset[Fact]:
        """Every fact that its answers tell."""
        return frozenset(fact for one in self.answers for fact in one.facts)

    @property
    def is_timed(self) -> bool:
        """Whether its facts say when, how long or how often."""
        cues = load_cues()
        return any(
            fact.year or fact.start or cues.frequency(fact.text or "")
            for fact in self.facts
        )

    @property
    def is_untimed(self) -> bool:
        """Whether, whatever it tells, it doesn't tell when."""
        return self.is_stated and not self.is_timed

    @property
    def is_rash(self) -> bool:
        """Whether it says yes though some words of the claim are in no fact."""
        says_yes = any(one.verdict is True for one in self.answers)
        return says_yes and self.coverage < NEARLY

    @property
    def score(self) -> float:
        """How good an answer it makes."""
        confirmed = any(one.verdict is not None for one in self.answers)
        # A list of more than the question's words choose is no good answer.
        stated = self.is_stated and not self.has_open_words
        bonus = _STATED * stated + _CONFIRMED * confirmed
        bonus += _SELECTED * self.selected
        return self.confidence + _WORDS * self.coverage + bonus


def is_selection(knowledge: Knowledge, reading: Reading) -> bool:
    """Whether it tells only those facts that meet what the question names."""
    first = next((fact for one in reading.answers for fact in one.facts), None)
    if first is None or not reading.question.criteria:
        return False
    stated = knowledge.facts_of(first.subject, first.relation)
    return len(stated) > len(reading.facts)


def without_everybody(readings: Sequence[Reading]) -> list[Reading]:
    """The readings that may be told: all partners are an answer to everything."""
    first = readings[0]
    sure = first.is_certain
    return [one for one in readings if one is first or not (sure and one.is_everybody)]
