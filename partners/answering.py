"""Answer a message that is whole: by its names, its relation or its own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from partners.answer import Answer, Kind, Outcome
from partners.choosing import Chooser
from partners.connecting import connect, in_any_role
from partners.cues import load_cues
from partners.defining import undefined
from partners.engine import answer, is_question
from partners.examples import unnamed_examples
from partners.facts import nearest, told_apart, words_of_names
from partners.fitting import fitting
from partners.folding import fold
from partners.frequency import how_often
from partners.intersecting import intersect
from partners.lexicon import ordinary_words
from partners.listing import criterion_unknown, list_partners
from partners.model import Knowledge, Role
from partners.of_kind import of_kind
from partners.parsed import Read
from partners.question import Question
from partners.reading import FOLLOW_UP
from partners.readings import MOSTLY
from partners.refining import found_by_words
from partners.sameness import same
from partners.search import FactSearch
from partners.spelled import by_name
from partners.wishes import wishes

# Below this no intent fits at all: the message only happens to have a name in it.
_SOMEHOW = 0.1
# From here on a question that names nobody is rather about the world.
_ELSEWHERE = 0.5
# A word in small letters is a name from here on, a shorter one may be mistyped.
_LONG = 9
# "And pfizer, roche": so little around them makes words of no language names.
_GOING_ON = ("and ", "or ", "what about ", "how about ")
_ANYBODY = frozenset({"who", "anyone", "anybody", "someone", "somebody", "any"})
# Told of nobody in particular these are no help to whom needs something.
_OF_NOBODY = frozenset({Outcome.WHICH, Outcome.EVERY, Outcome.GROUPS})
# What is told by the form of a question, whatever relation it seems to ask.
_BY_FORM = (
    same,
    by_name,
    undefined,
    how_often,
    in_any_role,
    wishes,
    unnamed_examples,
    of_kind,
)


class Answerer:
    """Answer questions that are complete, from one knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._search = FactSearch(knowledge)
        self._chooser = Chooser(knowledge, self._search)

    def answer(self, read: Read) -> tuple[Answer, ...]:
        """The answers to a message that stands for itself; () where there are none."""
        first, likely = read.first, read.likely
        if self._is_of_the_world(first, likely):
            return (Answer(Kind.OUT_OF_SCOPE, Outcome.OFF_PAGE),)
        if first.unknown:
            asked = first if read.sure else first.about()
            return answer(self._knowledge, asked)
        first = self._choosing(first)
        formed = (step(self._knowledge, first) for step in _BY_FORM)
        if found := next(filter(None, formed), ()):
            return found
        if joined := intersect(self._knowledge, read.questions, likely):
            return joined
        return self._chosen(read, first)

    def near(self, question: Question, subject: str) -> Answer | None:
        """The facts of `subject` that have the words of a question about it."""
        asked = replace(question.about(subject), pronoun=False, polar=False)
        found = found_by_words(self._search, asked)
        return nearest(found[0], subject) if found else None

    def _chosen(self, read: Read, first: Question) -> tuple[Answer, ...]:
        """The answers to the best reading, or what is nearest to a need."""
        if first.among and not read.first.among:
            listed = list_partners(self._knowledge, first)
            return self._among_by_words(first, listed) or listed
        chosen = self._chooser.choose(read.questions, read.likely, read.sure)
        if by_words := self._among_by_words(first, chosen):
            return by_words
        outcome = chosen[0].outcome if chosen else None
        names_field = outcome is Outcome.WHICH and self._needs_field(first)
        needs = first.needs and not (first.groups or first.counts)
        names_field = names_field or (needs and outcome in _OF_NOBODY)
        if names_field or outcome is Outcome.CRITERION_UNKNOWN:
            # "I must learn corporate governance. Who teaches it?"
            fit = fitting(self._knowledge, self._search, first)
            return (fit,) if fit else chosen
        return _perhaps(first, chosen) or self._anything(first, read.likely)

    def _needs_field(self, question: Question) -> bool:
        """Whether it names what is needed; "is it non-profit" names no field."""
        roles = {self._knowledge.entities[c].role for c in question.criteria}
        return bool(roles - {Role.FORM, Role.KIND}) or (
            bool(roles) and not question.pronoun
        )

    def _choosing(self, question: Question) -> Question:
        """Which of NOME and CAMP is about mentoring? It chooses between those two."""
        roles = {self._knowledge.entities[s].role for s in question.subjects}
        several = len(question.subjects) > 1 and roles == {Role.PARTNER}
        if not (several and question.wants_which and question.criteria):
            return question
        chosen = replace(question, among=question.subjects, intent="list_partners")
        return replace(chosen, subjects=(), relation=None, polar=False)

    def _among_by_words(
        self, question: Question, chosen: Sequence[Answer]
    ) -> tuple[Answer, ...]:
        """Which of the two has the digital platform? Whose facts have those words."""
        unmet = {Outcome.CRITERION_UNKNOWN, Outcome.NONE_SELECTED}
        if not question.among or not chosen or chosen[0].outcome not in unmet:
            return ()
        names = words_of_names(self._knowledge, question.criteria)
        numbers = load_cues().numbers
        words = [w for w in (*question.terms, *names) if w not in numbers]
        words = [w for w in dict.fromkeys(words) if w in question.said]
        found = self._search.find(words, question.among) if words else None
        if found is None or found.coverage < MOSTLY or question.elsewhere:
            return ()
        return told_apart(found.facts)

    def _is_of_the_world(self, question: Question, likely: Mapping[str, float]) -> bool:
        """Whether no partner is asked of: "who is the president of France"."""
        named = question.subjects or question.unknown or question.groups
        fields = bool(question.criteria) and not question.leftover
        if fields or named or question.of_partners or not is_question(question):
            return False
        if likely.get("out_of_scope", 0.0) < _ELSEWHERE:
            return False
        if found_by_words(self._search, question):
            return False  # "who dreams of a supercluster"
        return answer(self._knowledge, question)[0].outcome is Outcome.WHICH

    def _anything(
        self, question: Question, likely: Mapping[str, float]
    ) -> tuple[Answer, ...]:
        """What can be said without knowing the intent; () where nothing."""
        if len(question.subjects) > 1:
            joined = connect(self._knowledge, replace(question, polar=False))
            if all(one.kind is Kind.FACT for one in joined):
                return (nearest(joined, joined[0].subject),)
        if question.subjects:
            # "Would you kindly tell me what MTT is" has no word of its own at all.
            fits = max(likely.values(), default=0) >= _SOMEHOW or not question.terms
            if fits and not question.incidental:
                return self._chooser.about(question, likely)
            kind, outcome = Kind.NOT_STATED, Outcome.NOT_STATED
            return (Answer(kind, outcome, question.subjects[0], "anything"),)
        if names := _written_as_names(question):
            kind, outcome = Kind.NO_SUCH_PARTNER, Outcome.UNKNOWN_NAME
            return tuple(Answer(kind, outcome, names=(name,)) for name in names)
        anybody = not question.said.isdisjoint(_ANYBODY)
        if question.criteria and (question.of_partners or anybody):
            return list_partners(self._knowledge, question)
        if fit := fitting(self._knowledge, self._search, question):
            return (fit,)
        if question.of_partners and question.leftover:
            return (criterion_unknown(question),)
        if likely.get(FOLLOW_UP, 0.0) >= max((_SOMEHOW, *likely.values())):
            return (Answer(Kind.AMBIGUOUS, Outcome.WHICH),)
        return ()


def _written_as_names(question: Question) -> tuple[str, ...]:
    """What is written like a name, and is all there is: "Uppsala university then?"."""
    left = question.leftover
    foreign = [word for word in left if fold(word) not in ordinary_words()]
    goes_on = fold(question.text).startswith(_GOING_ON)
    named = all(word[0].isupper() or len(word) >= _LONG or goes_on for word in left)
    alone = len(question.terms) <= len(left) + len(question.criteria)
    whole = bool(left) and foreign == list(left)
    if not (whole and named and alone):
        return ()
    return left if "," in question.said else (" ".join(left),)


def _perhaps(question: Question, answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """What is stated of all as the nearest only, where the question has more to it.

    "Which of your partners launders money" is not answered by who funds them.
    """
    left = {fold(word) for word in question.leftover} - {*question.explained}
    every = [one for one in answers if one.outcome is Outcome.EVERY]
    if not every or not left or question.needs:
        return answers
    return (nearest(answers),)
