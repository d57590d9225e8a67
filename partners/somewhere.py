"""Answer where the members of a partner come from, and where it is not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.lang.en.stop_words import STOP_WORDS

from partners.answer import Answer
from partners.claimed_numbers import frequency_of
from partners.elsewhere import is_country, languages
from partners.facts import forward_facts, not_stated, told
from partners.folding import tokenise
from partners.meeting import meeting_criteria
from partners.model import Fact, Knowledge, Relation, Role
from partners.question import Question
from partners.search import stem, stems

_NAMED = frozenset({"name", "names"})
_OF_MEMBERS = frozenset({"members", "places", "memberships", "size"})


def members_by_place(
    knowledge: Knowledge, question: Question, relation: Relation, subject: str
) -> tuple[Answer, ...]:
    """The members with their countries, or the continents that they come from."""
    if relation.id not in _OF_MEMBERS:
        return ()
    members = knowledge.facts_of(subject, "members")
    places = {
        place.target
        for member in members
        for place in knowledge.facts_of(member.target or "", "places")
    }
    if not places or question.criteria:
        return ()
    if question.wants_country:
        if not question.counts:
            return (told(members),)
        return (replace(told(members), number=len(places), unit="places"),)
    continents = knowledge.facts_of(subject, "places")
    asked = question.wants_continent or _asks_origin(question)
    if not continents or not asked:
        return ()
    if relation.id == "members" and "where" in question.said:
        return (told(continents), told(members))
    if question.wants_continent:
        number = len(continents) if question.counts else None
        claims = question.polar and bool(question.numbers)
        verdict = len(continents) in question.numbers if claims else None
        return (replace(told(continents), number=number, verdict=verdict),)
    return (told(continents), told(members)) if relation.id == "places" else ()


def _asks_origin(question: Question) -> bool:
    return question.of_members and not question.counts


def from_elsewhere(
    knowledge: Knowledge, question: Question, relation: Relation, subject: str
) -> tuple[Answer, ...]:
    """The page ties `subject` to other places than the one that is asked about."""
    facts = knowledge.facts_of(subject, "places")
    if Role.ORGANISATION in relation.values and relation.id not in _OF_MEMBERS:
        facts = forward_facts(knowledge, subject, relation)
    if not facts:
        return (not_stated(knowledge, subject, relation),)
    return (replace(told(facts), verdict=False if question.polar else None),)


def members_called(
    knowledge: Knowledge, question: Question, subject: str
) -> Answer | None:
    """What the Austrian party in TIM is called: not the name of TIM in German."""
    words = [token.word for token in tokenise(question.text) if token.is_word]
    spoken = languages() & {
        a for a, b in zip(words, words[1:], strict=False) if b in _NAMED
    }
    if spoken or question.polar or not question.criteria:
        return None
    members = knowledge.facts_of(subject, "members")
    there = meeting_criteria(knowledge, question, members)
    return told(there) if there and len(there) < len(members) else None


def names_town(knowledge: Knowledge, facts: Sequence[Fact]) -> bool:
    """Whether they name more than countries: "in which city is HLF", "Grenoble"."""
    names = [knowledge.entities[fact.target].name for fact in facts if fact.target]
    return any(map(is_country, names)) and not all(map(is_country, names))


def misses(
    knowledge: Knowledge, question: Question, relation: Relation, facts: Sequence[Fact]
) -> bool:
    """Whether the facts are near what is asked and not it: no city, no next date."""
    if relation.id != "places":
        # "When is it held, each year or more seldom" is answered by how often it is.
        often = question.frequency and any(frequency_of(fact) for fact in facts)
        return question.beyond and not often
    if question.beyond:
        # In which city of Japan it is, "Japan" doesn't tell.
        names = {f: knowledge.entities[f.target].name for f in facts if f.target}
        facts = [fact for fact in facts if not is_country(names.get(fact, ""))]
        return not any(
            fact.target and (fact.basis == "location" or not fact.note)
            for fact in facts
        )
    said = {stem(word) for word in question.said - STOP_WORDS}
    return not any(
        _is_location(fact) or said & stems(fact.note or "") for fact in facts
    )


def _is_location(fact: Fact) -> bool:
    """Whether a fact tells where something is itself, and not its members or users."""
    return fact.note is None or fact.basis in ("location", "coverage")
