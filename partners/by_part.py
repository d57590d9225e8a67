"""Tell whom a part of a name means: "the Styria one", "the lab project"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.lang.en.stop_words import STOP_WORDS

from partners.claimed_numbers import frequency_of
from partners.completing import Turn
from partners.facts import matching, words_of_names
from partners.folding import tokenise
from partners.follow_cues import load_follow_cues
from partners.listed import DESCRIBE
from partners.memory import Memory
from partners.model import Knowledge, Role
from partners.question import Question
from partners.reference import Reference
from partners.search import stem, stems

_DESCRIBING = (Role.KIND, Role.TOPIC)


def recalled(knowledge: Knowledge, question: Question, memory: Memory) -> Question:
    """`question` with the one just told of where an unknown name is part of its name.

    "Human Technology Styria (Austria), …" - "the Styria one, where is it?"
    """
    if len(question.unknown) != 1 or question.subjects:
        return question
    told_of = (*memory.listed, *memory.focus, *memory.recent)
    known = _called(knowledge, dict.fromkeys(told_of), _words(question.unknown[0]))
    if len(known) != 1:
        return question
    return replace(question.about(*known), unknown=(), capitals=(), leftover=())


def shortly(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """The lab thing; the mentoring one, is it independent?"""
    if (named := _by_sort(knowledge, question, reference, memory)) is not None:
        cues = load_follow_cues()
        plain = cues.filler | cues.linking | cues.asking | {*reference.short}
        words = {token.word for token in tokenise(question.text) if token.is_word}
        general = DESCRIBE if words & cues.asking else memory.intent or DESCRIBE
        return Turn(general if words <= plain else "", (named,), words=reference.short)
    meant = _held_so_often(knowledge, question, reference)
    meant = meant or _short_of(knowledge, question, reference.short)
    if meant is None:
        return None
    # "Sorry, I mean the lab project" asks nothing.
    corrects = load_follow_cues().corrects
    only = set(question.terms) <= {*reference.short, *corrects}
    goes_on = memory.pending or memory.intent or DESCRIBE
    intent = goes_on if only else ""
    roles = {c: knowledge.entities[c].role for c in question.criteria}
    kinds = tuple(c for c in roles if roles[c] is not Role.PLACE)
    return Turn(intent, (meant,), described=kinds, words=reference.short)


def _short_of(
    knowledge: Knowledge, question: Question, words: Sequence[str]
) -> str | None:
    """The one partner that "the lab thing", "the mentoring one" describes, or None.

    `words` are those of the description, without its article.
    """
    if question.subjects or question.unknown or question.groups or question.about_all:
        return None
    criteria = [
        c for c in question.criteria if knowledge.entities[c].role in _DESCRIBING
    ]
    named = set(words_of_names(knowledge, criteria))
    of_names = {w for w in words[:-1] if w not in named}  # the last is its sort
    if not words or not (of_names or criteria):
        return None
    fitting: Iterable[str] = [p.id for p in matching(knowledge, criteria)]
    found = _called(knowledge, fitting, of_names) if of_names else list(fitting)
    return found[0] if len(found) == 1 else None


def _by_sort(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> str | None:
    """The one partner with "the lab" in its name, where those talked of have none."""
    words = set(reference.short)
    roles = {knowledge.entities[c].role for c in question.criteria}
    points = question.pronoun or reference.plural or roles & {*_DESCRIBING}
    if len(words) != 1 or points or question.subjects or question.unknown:
        return None
    partners = [partner.id for partner in knowledge.partners]
    found = _called(knowledge, partners, words)
    known = (*memory.focus, *memory.listed)
    kinds = [f for id_ in known for f in knowledge.facts_of(id_, "kinds")]
    own = (*known, *(fact.target for fact in kinds if fact.target))
    names = (name for id_ in own for name in knowledge.entities[id_].names)
    said = {part for name in names for part in stems(name)}
    unique = len(found) == 1 and said.isdisjoint({stem(word) for word in words})
    return found[0] if unique and found[0] not in known else None


def _held_so_often(
    knowledge: Knowledge, question: Question, reference: Reference
) -> str | None:
    """The one partner with such events: "the yearly one, who manages it"."""
    one = reference.short[-1:] == ("one",)
    if not question.frequency or not one or question.subjects:
        return None
    often = {
        partner.id
        for partner in knowledge.partners
        for fact in knowledge.facts_of(partner.id, "events")
        if frequency_of(fact) == question.frequency
    }
    return often.pop() if len(often) == 1 else None


def _words(name: str) -> set[str]:
    """The words of a name that tell anything."""
    plain = STOP_WORDS | load_follow_cues().filler
    return {t.word for t in tokenise(name) if t.is_word and t.word not in plain}


def _called(knowledge: Knowledge, ids: Iterable[str], words: set[str]) -> list[str]:
    """Those of `ids` that have all these words in one of their names."""
    asked = {stem(word) for word in words}
    return [id_ for id_ in ids if asked and _has(knowledge, id_, asked)]


def _has(knowledge: Knowledge, id_: str, asked: set[str]) -> bool:
    return any(
        asked <= {stem(token.word) for token in tokenise(name)}
        for name in knowledge.entities[id_].names
    )
