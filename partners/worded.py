"""Keep the facts that have the words of a question: "which partners have seminars"."""

from __future__ import annotations

from collections.abc import Sequence

from partners.cues import load_cues
from partners.facts import words_of_names
from partners.model import Fact, Knowledge, Relation
from partners.question import Question
from partners.search import stem, stems


def worded(
    knowledge: Knowledge, question: Question, relation: Relation, facts: Sequence[Fact]
) -> tuple[Fact, ...]:
    """Those of `facts` that have the question's own words; all where none has any.

    A word that asks for the relation itself chooses none of them: "events", "offer".
    """
    if not (question.wants_which or question.wants_names or question.of_partners):
        return tuple(facts)  # "how often do they meet"
    cues = load_cues()
    plain = {*cues.relation_nouns, *cues.telling, *cues.partner_words, *cues.listing}
    asking = {stem(word) for word in (*plain, *relation.id.split("_"))}
    named = {stem(word) for word in words_of_names(knowledge, question.criteria)}
    own = {stem(word) for word in question.terms} - asking - named
    texts = [(fact, stems(fact.text or "")) for fact in facts]
    told = own & {part for _, held in texts for part in held}
    chosen = tuple(fact for fact, held in texts if told <= held)
    return chosen if told and chosen else tuple(facts)
