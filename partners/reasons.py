"""Answer why names stand in a relation: the page says that they do, and never why."""

from __future__ import annotations

import re

from partners.answer import Answer, Kind, Outcome
from partners.question import Question

_REASON = re.compile(
    r"\W*(?:(?:and|but|so|ok|okay|then|hi|hey|tell me|do you know)\W+)*(?:why|how come|"
    r"for what reason|what(?:'s| is| was) the reason|what (?:made|makes|led|drove))\b"
)
_OF_NAMES = frozenset({Outcome.FACTS, Outcome.REVERSE})


def asks_reason(question: Question) -> bool:
    """Whether it asks why names stand in a relation: no aim, which is a reason."""
    relation = question.relation
    of_names = relation is not None and bool(relation.values)
    open_ended = not (question.polar or question.opposites)
    return of_names and open_ended and bool(_REASON.match(question.text.lower()))


def without_reason(answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """ "Why does Vinnova fund CAMP": that it does is told beside that no reason is."""
    subject = answers[0].subject
    told = all(one.outcome in _OF_NAMES and one.verdict is None for one in answers)
    if subject is None or not told:
        return answers
    kind, outcome = Kind.NOT_STATED, Outcome.NOT_STATED
    return (Answer(kind, outcome, subject, "anything", also=answers),)
