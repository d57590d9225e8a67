"""Find the noun phrases of a Swedish message that is put into English."""

from __future__ import annotations

from collections.abc import Sequence

from partners.grammar import Sort, Unit

_WITHIN = (Sort.DETERMINER, Sort.ADJECTIVE)  # what stands before its noun
NAMES = (Sort.NAME, Sort.PARTNER)
_HEADS = (Sort.NOUN, *NAMES, Sort.PRONOUN, Sort.SUBJECT, Sort.UNKNOWN)
# Between a noun and the name that it belongs to: "the members in TIM".
_OF = ("in", "of", "at", "for", "behind", "to")


def subject_of(rest: Sequence[Unit]) -> int:
    """How many units the subject right after the verb has."""
    end = phrase_end(rest, 0)
    if end == 0:
        return 0
    joined = rest[end : end + 2]
    if len(joined) == 2 and joined[1].sort in NAMES:
        # "Were MTT and TIM founded", "do the members of TIM come from".
        both = joined[0].sort is Sort.CONJUNCTION
        of_name = joined[0].text in _OF and rest[end - 1].sort is Sort.NOUN
        return end + 2 if both or of_name and len(rest) > end + 2 else end
    return end


def phrase_end(rest: Sequence[Unit], start: int) -> int:
    """Where the noun phrase that begins at `start` ends; `start` where none does."""
    end = start
    while end < len(rest) and rest[end].sort in _WITHIN:
        end += 1
    if end >= len(rest) or rest[end].sort not in _HEADS:
        return start
    head, end = rest[end], end + 1
    if head.genitive:
        return max(end, phrase_end(rest, end))
    if head.sort in (*NAMES, Sort.UNKNOWN):  # "The Bridge Summit"
        while end < len(rest) and _is_name_word(rest[end]):
            end += 1
    return end


def _is_name_word(unit: Unit) -> bool:
    return unit.sort is Sort.UNKNOWN and unit.text[:1].isupper()
