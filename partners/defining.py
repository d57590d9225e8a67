"""Say that the page explains no term of its own: "what are ATMPs?"."""

from __future__ import annotations

from partners.answer import Answer, Kind, Outcome
from partners.cues import load_cues
from partners.facts import told_apart, words_of_names
from partners.folding import fold, tokenise
from partners.model import Fact, Knowledge, Role
from partners.question import Question
from partners.search import stem

# So many of the facts with the term are told instead.
_MOST = 2
_OPENING = frozenset({"what", "whats", "wat", "wats", "define", "explain"})


def undefined(knowledge: Knowledge, question: Question) -> tuple[Answer, ...]:
    """What the page says with a term that it doesn't explain; () if none is asked."""
    if question.subjects or question.unknown or question.groups or question.polar:
        return ()
    if len(question.criteria) != 1 or question.counts or question.among:
        return ()
    (term,) = question.criteria
    if knowledge.entities[term].role is not Role.TOPIC or knowledge.facts_about(term):
        return ()
    if not _only_asks(knowledge, question, term):
        return ()
    also = told_apart(_facts_with(knowledge, term))[:_MOST]
    kind, outcome = Kind.NOT_STATED, Outcome.NOT_STATED
    return (Answer(kind, outcome, term, "definition", also=also),)


def _only_asks(knowledge: Knowledge, question: Question, term: str) -> bool:
    """Whether it is "what is …", "what does … mean" and no more."""
    cues = load_cues()
    words = [token.word for token in tokenise(question.text) if token.is_word]
    opens = next((word for word in words if word not in cues.openings), "")
    named = {stem(word) for word in words_of_names(knowledge, [term])}
    rest = {stem(w) for w in words if w not in cues.defining | cues.openings}
    return opens in _OPENING and bool(rest) and rest <= named


def _facts_with(knowledge: Knowledge, term: str) -> tuple[Fact, ...]:
    """The facts that have the term in their text, or else those that point at it."""
    names = [fold(name) for name in knowledge.entities[term].names]
    pointing = knowledge.facts_to(term)
    subjects = dict.fromkeys(fact.subject for fact in pointing)
    saying = tuple(
        fact
        for subject in subjects
        for fact in knowledge.facts_about(subject)
        if fact.text
        and fact.relation != "summary"
        and any(name in fold(fact.text) for name in names)
    )
    return saying or pointing
