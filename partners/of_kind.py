"""Tell who of a kind the page names at all: "which universities does it mention?"."""

from __future__ import annotations

import re

from partners.answer import Answer
from partners.facts import mentioned, told
from partners.folding import fold
from partners.model import Knowledge, Role
from partners.question import Question

# On the page, and not only among the partners.
_ANYWHERE = re.compile(
    r"\b(?:mention|mentions|mentioned|name|names|named|appear|appears|occur|occurs)\b"
    r"|\bon (?:the|your|this) (?:page|site|website)\b"
    r"|^\W*(?:and )?(?:which|what|who) are the \w+\W*$"
)


def of_kind(knowledge: Knowledge, question: Question) -> tuple[Answer, ...]:
    """What the page says of each organisation of one kind; () if that is not asked."""
    named = question.subjects or question.unknown or question.groups or question.among
    if named or question.polar or question.of_partners or len(question.criteria) != 1:
        return ()
    (kind,) = question.criteria
    if knowledge.entities[kind].role is not Role.KIND:
        return ()
    asks = question.wants_which or question.counts
    if not asks or not _ANYWHERE.search(fold(question.text)):
        return ()
    ids = dict.fromkeys(f.subject for f in knowledge.facts_to(kind, "kinds"))
    others = [id_ for id_ in ids if knowledge.entities[id_].role is Role.ORGANISATION]
    answers = [one for id_ in others for one in mentioned(knowledge, id_)]
    partners = (id_ for id_ in ids if id_ not in others)
    answers += [told(knowledge.facts_of(id_, "kinds")) for id_ in partners]
    return tuple(answers) if others else ()
