"""Complete a message by what the facts of the one in question name: "which goal?"."""

from __future__ import annotations

from partners.completing import Turn
from partners.folding import tokenise
from partners.follow_cues import load_follow_cues
from partners.memory import Memory
from partners.model import Knowledge
from partners.question import Question
from partners.reference import Reference
from partners.search import stem, stems

# A longer message says by itself whom it asks of.
_SHORT = 6


def pointed(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """In which cluster? - which goal? What the facts of the one in question name."""
    if question.subjects or question.unknown or question.groups or question.about_all:
        return None
    opens = question.text.lstrip().lower().startswith("what ")
    asks = question.wants_which or opens
    if len(memory.focus) != 1 or not asks or question.pronoun or question.elsewhere:
        return None
    if _names_last(knowledge, question, memory):
        return Turn(memory.intent, memory.focus)
    if question.relation is None:
        return None
    facts = knowledge.facts_of(memory.focus[0], question.relation.id)
    said = {part for fact in facts for part in stems(fact.text or "")}
    said |= {
        part
        for fact in facts
        if fact.target
        for part in stems(knowledge.entities[fact.target].name)
    }
    words = {token.word for token in tokenise(question.text) if token.is_word}
    asked = {stem(w) for w in words if w in question.terms}
    asked |= {
        stem(token.word)
        for c in question.criteria
        for token in tokenise(knowledge.entities[c].name)
    }
    if len(words) > _SHORT or not asked or not asked <= said:
        return None
    return Turn(subjects=memory.focus, described=question.criteria)


def _names_last(knowledge: Knowledge, question: Question, memory: Memory) -> bool:
    """Which goals does it have? - Which goal in particular? It asks the same again."""
    relations = knowledge.relations.values()
    last = (r.id for r in relations if r.forward and memory.intent == r.forward)
    names = {stem(word) for id_ in last for word in id_.split("_")}
    cues = load_follow_cues()
    words = {t.word for t in tokenise(question.text) if t.is_word}
    words -= cues.filler | cues.linking | cues.particular
    return bool(words) and {stem(word) for word in words} <= names
