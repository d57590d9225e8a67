"""Hold the words of a yes-or-no question against the facts of one relation."""

from __future__ import annotations

from dataclasses import replace

from partners.answer import Answer
from partners.cues import load_cues
from partners.exclusive import lists_more
from partners.facts import left_open
from partners.model import Knowledge, Relation
from partners.question import Question
from partners.search import stem, stems

# Of these the page says a few, and a claim of another is not on it.
_DONE = frozenset({"activities", "events", "sites"})


def _claims_more(knowledge: Knowledge, question: Question, answer: Answer) -> bool:
    """Whether it claims what none of the facts has: "do they invest in startups"."""
    weighty = {stem(word) for word in load_cues().weighty & {*question.words}}
    facts = knowledge.facts_about(answer.subject or "")
    return not weighty <= {part for fact in facts for part in stems(fact.text or "")}


def _holds_criteria(knowledge: Knowledge, question: Question, answer: Answer) -> bool:
    """Whether a fact names what is claimed: "does MTT heed Agenda 2030"."""
    targets = {fact.target for fact in answer.facts if fact.target}
    places = {f.target for t in targets for f in knowledge.facts_of(t, "places")}
    return bool(question.criteria) and all(
        criterion in places
        or any(
            stems(knowledge.entities[criterion].name) <= stems(fact.text or "")
            for fact in answer.facts
        )
        for criterion in question.criteria
    )


def _held(question: Question, relation: Relation, answer: Answer) -> Answer:
    """A yes where the facts have the courses, or the like, that are asked for."""
    asked = {stem(word) for word in question.terms if word in load_cues().telling}
    asked -= stems(relation.id)
    held = {part for fact in answer.facts for part in stems(fact.text or "")}
    if not asked or asked & held and not asked <= held:
        return answer
    return replace(answer, verdict=True) if asked <= held else left_open(answer)


def check_words(
    knowledge: Knowledge, question: Question, relation: Relation, answer: Answer
) -> Answer:
    """`answer` with a yes where one of its facts has every word of the claim."""
    if question.exclusive:
        if lists_more(question, relation, answer):
            return replace(answer, verdict=False)
        return replace(answer, unconfirmed=True)
    if not question.words:
        done = relation.id in _DONE and question.asserts
        return _held(question, relation, answer) if done else answer
    asked = {stem(word) for word in question.words}
    framing = {stem(word) for word in question.explained}
    if _claims_more(knowledge, question, answer):
        return replace(answer, unconfirmed=True)
    if _holds_criteria(knowledge, question, answer):
        return replace(answer, verdict=True)
    for fact in answer.facts:
        held = stems(fact.text or "")
        if asked & held and asked <= held | framing:
            return replace(answer, verdict=True)
    said = any(
        asked & stems(fact.text or "")
        for fact in knowledge.facts_about(answer.subject or "")
    )
    # The page says what it is, and nowhere the other word.
    if relation.id == "kinds" and not said:
        return replace(answer, verdict=False)
    claims = question.asserts and not question.criteria and not asked <= framing
    if claims and not said and relation.id in _DONE:
        return left_open(answer)  # "does Innergi offer therapy"
    return replace(answer, unconfirmed=not asked <= framing)
