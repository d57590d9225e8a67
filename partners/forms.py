"""What the form of a message tells: whether a yes, a number or a time is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from partners.cues import Cues
from partners.folding import Token
from partners.masking import Span
from partners.tags import is_hearsay

_SENTENCE = 4  # words; fewer may be a name alone: "so the lab"


def form_of(
    text: str, tokens: Sequence[Token], known: Sequence[Span], tagged: bool, cues: Cues
) -> dict[str, Any]:
    """The fields of a `Question` that hang on its form alone.

    `known` are its names, `tagged` that it ended with "isn't it" or the like.
    """
    words = {token.word for token in tokens}
    # "Sectors?" only asks for them, "independent?" whether it is so.
    lone = not known and sum(token.is_word for token in tokens) == 1
    asks = cues.asks_truth(tokens) and not lone
    return {
        "counts": cues.asks_count(tokens) or _asks_size(words, cues),
        "polar": tagged
        or asks
        or is_hearsay(tokens, cues)
        or _states(tokens, cues)
        or _concludes(tokens, cues),
        "asserts": tagged or cues.begins_with_verb(tokens) or _concludes(tokens, cues),
        "negated": _is_negated(tokens, known, cues),
        "frequency": cues.frequency(text),
        "opposites": cues.opposites_in(text),
        "dimension": cues.compared_by(text),
        "after": cues.year_after(tokens),
        "never": cues.never_stated(text),
        "exclusive": cues.excludes_others(text),
        "wants_time": cues.asks_time(text),
    }


def _states(tokens: Sequence[Token], cues: Cues) -> bool:
    """Whether it states a number that the page may deny: "MTT has 500 members"."""
    words = [token.word for token in tokens if token.is_word]
    if not cues.open_question.union(cues.commands).isdisjoint(words):
        return False
    states = words[:1] == ["so"] or not cues.polar_start.isdisjoint(words[1:])
    return states and any(token.word.isdecimal() for token in tokens)


def _concludes(tokens: Sequence[Token], cues: Cues) -> bool:
    """Whether it is a statement to be confirmed: "so MIT pays for it"."""
    words = [token.word for token in tokens if token.is_word]
    asks = cues.open_question.union(cues.commands)
    return words[:1] == ["so"] and len(words) >= _SENTENCE and asks.isdisjoint(words)


def _stands_for(token: Token, known: Sequence[Span], chosen: AbstractSet[str]) -> bool:
    """Whether somebody is chosen after it: "the members of TIM that aren't …"."""
    named = any(span.start <= token.start < span.end for span in known)
    return named or token.word in chosen


_ONES = frozenset({"ones", "those", "supporters"})


def _asks_size(words: set[str], cues: Cues) -> bool:
    """Whether a number of members is meant: "how large is the membership"."""
    return not cues.sizes.isdisjoint(words) and not cues.sized.isdisjoint(words)


def _is_negated(tokens: Sequence[Token], known: Sequence[Span], cues: Cues) -> bool:
    """Whether the question asks for those who are not: "which aren't Swedish".

    In "I don't know who funds CAMP" it is another that isn't; "who don't aim for
    profit" has the word in what it chooses by.
    """
    if any(token.word in cues.outside for token in tokens):
        return True  # "any members outside Europe"
    chosen = cues.partner_words | cues.members | _ONES  # "those that aren't in France"
    asked = [
        i
        for i, token in enumerate(tokens)
        if token.word in cues.open_question
        or (token.word == "that" and i and _stands_for(tokens[i - 1], known, chosen))
    ]
    inside = tokens[asked[0] :] if asked else ()
    return any(
        token.word in cues.negating
        and not any(span.start <= token.start < span.end for span in known)
        for token in inside
    )
