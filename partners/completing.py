"""What a message asks once it is completed by what was said before."""

from __future__ import annotations

from dataclasses import dataclass, replace

from partners.answer import Answer
from partners.follow_cues import load_follow_cues
from partners.question import Question


@dataclass(frozen=True, slots=True)
class Turn:
    """What a message asks once it is completed.

    `intent` is to be asked instead of the message's own where it is not empty, of
    `subjects` where there are any, or of nobody known where they are `dropped`; `among`
    are the partners to choose from; `placed` tells that the subjects were named by
    their place in a list, and `described` are the kinds by which they were named, in
    these `words`; `by` that the second is who acts, `together` that each is asked
    the same; `polar` that it is for a yes or a no, of these `criteria` or `groups`,
    or of these `numbers`.
    """

    intent: str = ""
    subjects: tuple[str, ...] = ()
    among: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()
    counts: bool = False
    dropped: bool = False
    placed: bool = False
    described: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    by: bool = False
    polar: bool = False
    together: bool = False
    criteria: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()


def complete(question: Question, turn: Turn) -> Question:
    """`question` about those whom `turn` means."""
    asked = question
    if turn.among:
        asked = _chosen_from(asked, turn)
    if not turn.subjects and not turn.dropped:
        return asked
    plain = replace(
        asked.about(*turn.subjects),
        pronoun=False,
        definite=False,
        criteria=tuple(c for c in asked.criteria if c not in turn.described),
        heads=False,
        terms=tuple(w for w in asked.terms if w not in turn.words),
        words=_without_places(asked.words) if turn.placed else asked.words,
        placed=turn.placed,
        by=asked.by or turn.by,
        joined=asked.joined or turn.together,
        polar=asked.polar and (asked.asserts or not turn.placed),
        ranked=False,  # "the first" was a place in the list
        numbers=tuple(n for n in asked.numbers if n != len(turn.subjects)),  # "these 3"
    )
    if not turn.intent:
        return plain
    # The words of the message only say whom it means.
    return replace(
        plain,
        polar=turn.polar,
        criteria=turn.criteria or plain.criteria,
        counts=turn.counts,
        words=(),
        terms=(),
        leftover=(),
        numbers=turn.numbers,
        capitals=(),
        groups=turn.groups,
    )


def _chosen_from(asked: Question, turn: Turn) -> Question:
    """`asked` of those it chooses among; "of the three" is no number to look for."""
    numbers = tuple(n for n in asked.numbers if n != len(turn.among))
    counts = asked.counts or turn.counts
    chosen = replace(asked, among=turn.among, counts=counts, numbers=numbers)
    return replace(chosen, every=True, pronoun=False)


def _without_places(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that claim something: "is the second one independent"."""
    places = load_follow_cues().positions
    return tuple(word for word in words if word not in places)
