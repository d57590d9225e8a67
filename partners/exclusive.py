"""Tell whether something is the only thing of its sort: "only large companies"."""

from __future__ import annotations

import re

from partners.answer import Answer
from partners.cues import load_cues
from partners.model import Relation
from partners.question import Question
from partners.search import stem, stems

# A text of these names several, one beside the other.
_LISTED = frozenset({"members", "events", "audience", "collaborators", "parties"})
_LISTING = re.compile(r", | and ")


def lists_more(question: Question, relation: Relation, answer: Answer) -> bool:
    """Whether the facts name what is claimed to be all, and others beside it."""
    only = load_cues().exclusive
    asked = {stem(word) for word in question.words if word not in only}
    framing = {stem(word) for word in question.explained}
    texts = [fact.text for fact in answer.facts if fact.text]
    held = {part for text in texts for part in stems(text)}
    several = len(texts) > 1 or any(map(_LISTING.search, texts))
    named = bool(asked & held) and asked <= held | framing
    return relation.id in _LISTED and named and several
