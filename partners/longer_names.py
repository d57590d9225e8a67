"""Take a part of one name for the whole, and say so: "novo nordisk"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from partners.answer import Answer, Kind, Outcome
from partners.folding import tokenise
from partners.lexicon import ordinary_words
from partners.memory import Memory
from partners.model import Knowledge
from partners.neighbours import NameNeighbours
from partners.parsed import Message
from partners.strangers import UNKNOWN

_MOST = 3  # a word in more names than this is no name of theirs


def lengthened(
    knowledge: Knowledge, neighbours: NameNeighbours, message: Message, memory: Memory
) -> tuple[Message, Answer | None]:
    """`message` with its one unknown name as the longer one that it is a part of.

    With it comes what to say before the answer; None where nothing was changed.
    """
    entities = list(message.get("entities") or [])
    strange = [entity for entity in entities if entity.get("entity") == UNKNOWN]
    if len(strange) != 1:
        return message, None
    said = str(strange[0].get("value") or "")
    holders = _holders(knowledge, neighbours, said)
    longer = holders[0] if len(holders) == 1 else None
    # Of those just told of a part is enough: "the Styria one".
    if longer is None or longer in (*memory.listed, *memory.focus, *memory.recent):
        return message, None
    role = knowledge.entities[longer].role.value
    known = {**strange[0], "entity": role, "value": longer}
    kept = [known if entity is strange[0] else entity for entity in entities]
    note = Answer(
        Kind.NO_SUCH_PARTNER, Outcome.LONGER_NAME, subject=longer, names=(said,)
    )
    return {**message, "entities": kept}, note


def shared(
    knowledge: Knowledge, neighbours: NameNeighbours, answers: Sequence[Answer]
) -> tuple[Answer, ...]:
    """`answers`, asking back which of several has the name in its own: "multihelix"."""
    return tuple(_which(knowledge, neighbours, answer) for answer in answers)


def _which(knowledge: Knowledge, neighbours: NameNeighbours, answer: Answer) -> Answer:
    if answer.outcome is not Outcome.UNKNOWN_NAME:
        return answer
    names = _holders(knowledge, neighbours, answer.names[0])
    if not 1 < len(names) <= _MOST:
        return answer
    return Answer(Kind.AMBIGUOUS, Outcome.WHICH, relation="summary", names=names)


def noted(note: Answer | None, answers: Sequence[Answer]) -> tuple[Answer, ...]:
    """`answers` after the note that another name was said.

    Nothing is confirmed by them then: the company of that name is no foundation.
    """
    if note is None or not answers:
        return tuple(answers)
    return (note, *(replace(answer, verdict=None) for answer in answers))


def _holders(
    knowledge: Knowledge, neighbours: NameNeighbours, part: str
) -> tuple[str, ...]:
    """Those with all these words, and more, in a name of their own.

    "Science Park", all ordinary words, tells nobody from others that are called so.
    """
    words = {token.word for token in tokenise(part) if token.is_word}
    if words <= ordinary_words():
        return ()
    return tuple(
        id_
        for id_ in neighbours.holding(part)
        if any(
            words < {token.word for token in tokenise(name)}
            for name in knowledge.entities[id_].names
        )
    )
