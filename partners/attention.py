"""Tell from an answer whom and which list the next message may be about."""

from __future__ import annotations

from collections.abc import Sequence

from partners.answer import Answer, Kind, Outcome
from partners.model import Knowledge
from partners.question import Question
from partners.rows import LISTING, listed_in

_DESCRIBING = frozenset({"describe_partner", "ask_involvement"})


def subjects_of(answers: Sequence[Answer]) -> tuple[str, ...]:
    """Whom the answers are about, each once."""
    return tuple(dict.fromkeys(a.subject for a in answers if a.subject))


def list_after(
    knowledge: Knowledge,
    before: tuple[str, ...],
    question: Question,
    answers: Sequence[Answer],
) -> tuple[str, ...]:
    """The list that the next message may choose from; `before` was the last one."""
    if question.placed and question.groups:  # "the second supporting partner"
        return tuple(p.id for p in knowledge.partners if p.group in question.groups)
    listed = listed_in(knowledge, answers)
    about = {*subjects_of(answers), *(question.subjects if question.placed else ())}
    described = not listed or question.asked_as in _DESCRIBING or question.placed
    if described and about & set(before):
        return before  # one of them was told about, and the next may follow
    if question.among and not any(_chooses(a) for a in answers):
        return question.among  # nothing was chosen, and another choice may follow
    return listed


def focus_after(question: Question, answers: Sequence[Answer]) -> tuple[str, ...]:
    """Whom "it" means next: the one partner of the answer, or those asked about."""
    holds = [a for a in answers if a.kind is Kind.FACT and a.verdict is not False]
    told = {n for a in holds if a.outcome is Outcome.REVERSE for n in a.names}
    if "or" in question.said and len(told) == 1 and told < {*question.subjects}:
        return tuple(told)  # "which one does Vinnova fund, CAMP or NOME?"
    if "or" in question.said and len(holds) == 1 and holds[0].subject:
        return (holds[0].subject,)  # "is it CAMP or NOME that Vinnova funds?"
    inside = [one for a in answers if a.outcome is Outcome.NEAREST for one in a.also]
    reverse = [a for a in (*answers, *inside) if a.outcome in LISTING]
    if reverse:
        names = tuple(dict.fromkeys(n for a in reverse for n in a.names))
        return names if len(names) == 1 or len(answers) > 1 else ()
    subjects = [a.subject for a in answers if a.subject]
    inner = [one.subject for a in answers for one in a.also if one.subject]
    return tuple(dict.fromkeys(subjects or inner))


def _chooses(answer: Answer) -> bool:
    """Whether it chooses among a list, and doesn't only guess by the names."""
    return answer.outcome in LISTING and answer.kind is not Kind.NEAREST
