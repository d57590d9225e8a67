"""Complete a question that asks of the members of the partner talked of."""

from __future__ import annotations

import re

from partners.completing import Turn
from partners.cues import load_cues
from partners.folding import tokenise
from partners.follow_cues import load_follow_cues
from partners.memory import Memory
from partners.model import Knowledge, Role
from partners.question import Question
from partners.reference import Reference
from partners.search import stem, stems

# Who from there, and not whether the partner itself is there.
_ASKING = frozenset(
    "who whos anyone anybody someone which whichever any one ones those only".split()
)

# "Anyone else from there", "others in that country".
_THERE = re.compile(
    r"\b(?:who|anyone|anybody|others?|which|any|more)\b.*\b(?:from|in) "
    r"(?:there|(?:the same|that) (?:country|place|region|city))\b"
)
_SHORT = 3  # words of "and people then"


def of_members(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """How the question is completed by the members of the one in focus; None if not."""
    if len(memory.focus) != 1 or question.subjects or question.unknown:
        return None
    (focus,) = memory.focus
    if there := _from_there(knowledge, question, focus):
        return there
    members = knowledge.relations["members"].forward or ""
    again = memory.counts and memory.intent == members and _goes_on(question)
    if _counts_units(knowledge, question, focus) or again:
        return Turn(members, memory.focus, counts=True)
    counts = reference.counting and question.counts and not question.criteria
    if counts and memory.values and not memory.listed:
        return Turn(memory.intent, memory.focus, counts=True)  # "how many are there"
    if counts:
        # "Has MTT members in ICT?" - "How many are they?"
        alone = not (memory.listed or memory.values)
        told_of = knowledge.facts_of(focus, "members")
        described = any(fact.target is None for fact in told_of)
        if alone and (described or knowledge.facts_of(focus, "member_counts")):
            return Turn(members, memory.focus, counts=True)
    if _asks_what_sort(question) and knowledge.facts_of(focus, "members"):
        return Turn(members, memory.focus)
    if _asks_from_where(knowledge, question, focus) or _by_country(question, reference):
        return Turn(members, memory.focus, polar=bool(question.elsewhere))
    if memory.intent == members and _asks_how_large(knowledge, question, focus):
        return Turn(members, memory.focus, polar=question.polar)
    return None


def _from_there(knowledge: Knowledge, question: Question, focus: str) -> Turn | None:
    """What is BIOGA? - Who else is from there? The members from the same country."""
    if not _THERE.search(question.text.lower()):
        return None
    places = tuple(f.target for f in knowledge.facts_of(focus, "places") if f.target)
    whole = [f.subject for f in knowledge.facts_to(focus) if f.relation == "members"]
    if len(places) != 1 or len(whole) != 1:
        return None
    members = knowledge.relations["members"].forward or ""
    return Turn(members, (whole[0],), criteria=places)


def _counts_units(knowledge: Knowledge, question: Question, focus: str) -> bool:
    """In how many organisations are they based?"""
    if not question.counts or question.about_all:
        return False
    counts = knowledge.facts_of(focus, "member_counts")
    units = {part for fact in counts for part in stems(fact.unit or "")}
    told_of = knowledge.facts_of(focus, "members") if question.of_members else ()
    units |= {p for f in told_of if not f.target for p in stems(f.text or "")}
    return not units.isdisjoint(map(stem, question.said))


def _goes_on(question: Question) -> bool:
    """How many organisations are they based in? - And people?"""
    words = [token for token in tokenise(question.text) if token.is_word]
    plain = set(question.terms) <= load_cues().members
    return question.of_members and plain and len(words) <= _SHORT


def _asks_what_sort(question: Question) -> bool:
    """What kind of companies? - And what sort of people are they?"""
    sort = not load_follow_cues().grouping.isdisjoint(question.said)
    plain = set(question.terms) <= {*question.explained, *load_cues().members}
    asks = question.of_members and sort and plain and not question.polar
    asks = asks and question.intent != "ask_audience"  # "what kind of people come"
    return asks and not (question.singular or question.about_all)


def _by_country(question: Question, reference: Reference) -> bool:
    """Which countries are they from? The members are told with theirs."""
    apart = question.criteria or question.polar or question.counts
    return question.wants_country and reference.plural and not apart


def _asks_how_large(knowledge: Knowledge, question: Question, focus: str) -> bool:
    """Only big ones? The page has it of members that it describes and doesn't name."""
    asks = question.intent == "ask_size" and not question.counts
    described = any(f.target is None for f in knowledge.facts_of(focus, "members"))
    return asks and described and not question.singular


def _asks_from_where(knowledge: Knowledge, question: Question, focus: str) -> bool:
    """Who is from Belgium? Anyone from Norway? Which one is the Japanese?"""
    roles = {knowledge.entities[id_].role for id_ in question.criteria}
    placed = roles == {Role.PLACE} or (not roles and bool(question.elsewhere))
    cues = load_cues()
    words = {token.word for token in tokenise(question.text)}
    members = knowledge.facts_of(focus, "members")
    named = any(fact.target for fact in members)
    if not (placed and named and cues.partner_words.isdisjoint(words)):
        return False
    if question.singular and not words & {"in", "of"}:
        return False  # "is it Japanese"
    return not words.isdisjoint(_ASKING) or not question.polar
