"""Tell who receives what others give: "who funds Vinnova", "who sponsors you"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from partners.cues import FOLDER
from partners.folding import Token, tokenise
from partners.masking import Span
from partners.model import Role
from partners.placing import SUBJECTS, words_between
from partners.strangers import UNKNOWN
from partners.yamlfile import load_yaml

_OF = ("of", "for", "to", "behind")


@dataclass(frozen=True)
class GivingCues:
    """The contents of `data/cues/<language>_giving.yml`, each list as a set."""

    verbs: frozenset[str]
    turning: frozenset[str]
    receiving: frozenset[str]
    sources: frozenset[str]
    givers: frozenset[str]
    given: frozenset[str]
    asked: frozenset[str]
    relating: frozenset[str]
    owning: frozenset[str]
    some: frozenset[str]
    addressed: frozenset[str]
    addressing: frozenset[str]
    others: frozenset[str]


@cache
def load_giving_cues(language: str = "en") -> GivingCues:
    """Read the cues of one language; the file is part of the code's own release."""
    held = load_yaml(FOLDER / f"{language}_giving.yml")
    return GivingCues(**{name: frozenset(words) for name, words in held.items()})


def find_addressed(text: str, host: str) -> tuple[Span, ...]:
    """ "You" where it is asked who gives, "your" before one for givers, as the host.

    Only for messages that name nobody: "does Roche sponsor you" and "how does NOME
    support you" ask of Roche and NOME.
    """
    cues, tokens = load_giving_cues(), tokenise(text)
    words = [token.word for token in tokens]
    found = []
    for place in range(1, len(tokens)):
        before, word, after = words[place - 1], words[place], words[place + 1 :]
        asked = any(
            one in cues.asked and led not in cues.relating
            for led, one in zip(["", *words], words[: place - 1], strict=False)
        )
        if word in cues.addressed:
            gives = asked and before in cues.verbs
            if gives or (before in cues.owning and _has_givers(words, place, cues)):
                found.append(tokens[place])
        elif before in cues.addressing and word in cues.givers | cues.given:
            if cues.others.isdisjoint(after[:1]):
                found.append(tokens[place - 1])
    role = Role.ORGANISATION.value
    return tuple(Span(token.start, token.end, role, host) for token in found)


def find_acting(text: str, host: str) -> tuple[Span, ...]:
    """ "You" as the host that acts on the name after it: "do you support Nordea"."""
    cues, tokens = load_giving_cues(), tokenise(text)
    role = Role.ORGANISATION.value
    return tuple(
        Span(you.start, you.end, role, host)
        for turn, you, verb in zip(tokens, tokens[1:], tokens[2:], strict=False)
        if turn.word in cues.turning and you.word in cues.addressed
        if verb.word in cues.verbs
    )


def _has_givers(words: Sequence[str], place: int, cues: GivingCues) -> bool:
    """Whether "you" at `place` is asked to have some: "sponsors do you have"."""
    before, after = words[: place - 1], words[place + 1 :]
    if after[:1] != ["have"]:
        return False
    if before and before[-1] in cues.givers:
        return True
    rest = [word for word in after[1:] if word not in cues.some]
    return rest[:1] != [] and rest[0] in cues.givers and len(rest) == 1


def receives(tokens: Sequence[Token], spans: Sequence[Span]) -> bool:
    """Whether the one organisation named is who receives: "who funds Vinnova".

    "What Vinnova funds" and "who does Vinnova fund" have it the other way round.
    """
    named = [span for span in spans if span.role in SUBJECTS]
    if len(named) != 1 or named[0].role != Role.ORGANISATION.value:
        return False
    cues = load_giving_cues()
    before = [t.word for t in tokens if t.end <= named[0].start]
    after = [t.word for t in tokens if t.start >= named[0].end and t.is_word]
    while before and before[-1] == "the":
        before.pop()
    if after and after[0] in cues.givers:
        # It is a verb in "what does Vinnova sponsor".
        return after[1:2] != ["of"] and cues.turning.isdisjoint(before)
    if after and after[0] in cues.receiving:  # "who does Vinnova get its money from"
        return after[-1] == "from" or not cues.sources.isdisjoint(before)
    if after and after[0] in cues.owning:  # "which sponsors do you have"
        return not cues.givers.isdisjoint((*before, *after))
    if len(before) > 1 and before[-1] in _OF and before[-2] in cues.givers:
        return True
    if not before or before[-1] not in cues.verbs:
        return False
    # "Does Roche sponsor you": the one who would give is unknown.
    unknown = any(s.role == UNKNOWN and s.end <= named[0].start for s in spans)
    return unknown or not cues.asked.isdisjoint(before)


def acted_on(tokens: Sequence[Token], spans: Sequence[Span]) -> bool:
    """Whether the second of two names acts: "is it CAMP that Vinnova funds"."""
    named = [span for span in spans if span.role in SUBJECTS]
    if len(named) != 2:
        return False
    between = words_between(tokens, *named)
    after = [t.word for t in tokens if t.start >= named[1].end][:1]
    cues = load_giving_cues()
    return between in (["that"], ["which"]) and set(after) <= cues.verbs and after != []


def belongs_to(tokens: Sequence[Token], spans: Sequence[Span]) -> bool:
    """Whether the first of two names is said to be a member of the second."""
    named = [span for span in spans if span.role in SUBJECTS]
    if len(named) != 2:
        return False
    between = words_between(tokens, *named)
    return between[-2:] in (["member", "of"], ["member", "in"], ["members", "of"])


def acts_on(tokens: Sequence[Token], spans: Sequence[Span]) -> bool:
    """Whether but such a verb stands between two names: "CAMP funds Vinnova"."""
    named = [span for span in spans if span.role in SUBJECTS]
    if len(named) != 2:
        return False
    between = words_between(tokens, *named)
    verbs = load_giving_cues().verbs  # "co" is the first half of one
    return between != [] and len(set(between) - {"co"}) == 1 and verbs >= {*between}
