"""Find the facts of a partner that are nearest to a question that no intent fits.

Two signs are added: how likely the intent is that asks for a relation, and what share
of the question's words its facts have.  Either alone is weak; a relation that is
likely and whose facts use the question's own words is what was asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from partners.answer import Answer, Kind, Outcome
from partners.facts import told
from partners.forward import meeting_criteria
from partners.model import Fact, Knowledge
from partners.question import Question
from partners.search import FactSearch

# From here on the facts are told as the answer, from there as the nearest to it.
_SURE = 0.9
_NEAR = 0.3
# Every word of the question stands in the facts.
_ALL = 0.999
# What to ask back: "did you mean" with more than three choices is a form.
_OFFERED, _MOST_OFFERED = 0.05, 3


def nearest(
    knowledge: Knowledge,
    search: FactSearch,
    question: Question,
    likely: Mapping[str, float],
) -> Answer | None:
    """The answer about the first subject, or None where nothing comes near.

    `likely` has the confidence of each intent.
    """
    subject = question.subjects[0]
    members = knowledge.facts_of(subject, "members")
    if some := meeting_criteria(knowledge, question, members):
        return replace(told(some), verdict=True if question.polar else None)
    best: tuple[float, tuple[Fact, ...]] = (0.0, ())
    for relation in knowledge.relations.values():
        facts = knowledge.facts_of(subject, relation.id)
        if not facts or relation.id == "summary":
            continue
        score = likely.get(relation.forward or "", 0.0)
        score += search.coverage(question.words, facts)
        if score > best[0] + 1e-9:
            best = (score, facts)
    score, facts = best
    if score < _NEAR:
        return None
    answer = told(_with_words(search, question, facts))
    uncounted = question.counts and not any(fact.numbers for fact in facts)
    if score >= _SURE and not uncounted:
        told_all = search.coverage(question.words, answer.facts) > _ALL
        return replace(answer, verdict=True) if question.polar and told_all else answer
    return Answer(
        Kind.NEAREST,
        Outcome.NEAREST,
        subject,
        facts=answer.facts,
        names=_likeliest(knowledge, subject, likely),
        also=(answer,),
    )


def _likeliest(
    knowledge: Knowledge, subject: str, likely: Mapping[str, float]
) -> tuple[str, ...]:
    """The relations to ask back for: likely ones that the page states."""
    stated = [knowledge.relations[id_] for id_ in knowledge.relations_of(subject)]
    scores = {r.id: likely.get(r.forward or "", 0.0) for r in stated}
    ordered = sorted(scores, key=lambda id_: -scores[id_])
    return tuple(id_ for id_ in ordered if scores[id_] >= _OFFERED)[:_MOST_OFFERED]


def _with_words(
    search: FactSearch, question: Question, facts: tuple[Fact, ...]
) -> tuple[Fact, ...]:
    """Of several texts those that have the question's words, or all."""
    having = tuple(
        fact
        for fact in facts
        if fact.text and search.coverage(question.words, (fact,)) > 0
    )
    return having or facts
