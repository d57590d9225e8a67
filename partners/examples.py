"""Say that the page names none of those asked for: "which startups did it mentor"."""

from __future__ import annotations

from partners.answer import Answer, Kind, Outcome
from partners.cues import load_cues
from partners.facts import told, words_of_names
from partners.folding import tokenise
from partners.model import Knowledge, Role
from partners.question import Question

_WHICH = frozenset({"which", "wich", "what", "name", "list"})
# What these say of a field says which they are: the UN goals, like health.
_SAYING = frozenset({"goals", "events", "sites"})
# Of these the page may name some, so that they are asked for by their own relation.
_NAMING = ("members", "parties", "sites", "supporters")


def unnamed_examples(knowledge: Knowledge, question: Question) -> tuple[Answer, ...]:
    """What the page says of such as are asked for, and that it names none; else ().

    "Which startups" wants names, and what the page has is that NOME mentors startups.
    """
    if len(question.subjects) != 1 or question.polar or question.among:
        return ()
    (subject,) = question.subjects
    asked = (c for c in question.criteria if _asks_which(knowledge, question, c))
    sort = next(asked, None)
    relation = question.relation.id if question.relation else ""
    if knowledge.entities[subject].role is not Role.PARTNER or sort is None:
        return ()
    if relation in _SAYING:
        return ()
    stated = (knowledge.facts_of(subject, relation) for relation in _NAMING)
    pointing = [f for f in knowledge.facts_to(sort) if f.subject == subject]
    if not pointing or any(fact.target for facts in stated for fact in facts):
        return ()
    kind, outcome = Kind.NOT_STATED, Outcome.NOT_STATED
    also = (told(pointing),)
    return (Answer(kind, outcome, subject, "examples", also=also),)


def _asks_which(knowledge: Knowledge, question: Question, sort: str) -> bool:
    """Whether "which" stands right before a field that people belong to."""
    entity = knowledge.entities[sort]
    if entity.role is not Role.TOPIC or not entity.name.endswith("s"):
        return False
    names = set(words_of_names(knowledge, [sort]))
    words = [token.word for token in tokenise(question.text) if token.is_word]
    words = [word for word in words if word not in load_cues().openings]
    pairs = zip(words, words[1:], strict=False)
    return any(a in _WHICH and (b in names or b + "s" in names) for a, b in pairs)
