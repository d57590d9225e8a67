"""Answer how often something of a partner takes place."""

from __future__ import annotations

from dataclasses import replace

from partners.answer import Answer
from partners.claimed_numbers import check_frequency, frequency_of
from partners.cues import load_cues
from partners.facts import not_stated, told
from partners.model import Knowledge, Role
from partners.question import Question


def how_often(knowledge: Knowledge, question: Question) -> tuple[Answer, ...]:
    """What the page says of how often its events are; () where that isn't asked."""
    if len(question.subjects) != 1 or question.unknown or question.among:
        return ()
    (subject,) = question.subjects
    if knowledge.entities[subject].role is not Role.PARTNER:
        return ()
    asks = load_cues().asks_often(question.text)
    events = knowledge.facts_of(subject, "events")
    often = [fact for fact in events if frequency_of(fact)]
    claims = question.frequency and question.polar and not question.numbers
    if claims and often:
        checked = check_frequency(question, told(often))
        return (checked,) if checked else ()
    if not asks:
        return ()
    if often:
        return (told(often),)
    also = told(events) if events else None
    return (
        replace(not_stated(knowledge, subject, knowledge.relations["events"], also)),
    )
