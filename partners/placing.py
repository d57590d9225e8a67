"""What the names in a message tell by where they stand among its words."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from spacy.lang.en.stop_words import STOP_WORDS

from partners.cues import Cues
from partners.folding import Token, fold
from partners.lexicon import ordinary_words
from partners.masking import HEAD, Span
from partners.model import Role
from partners.strangers import UNKNOWN

# The irregular ones of what partners do for one another.
_PARTICIPLES = frozenset({"run", "begun", "paid", "led", "built", "held", "given"})
# A name that is put right follows within so many words and signs.
_SLIP = 6
# Who does one of these gets what the other gives: "CAMP gets money from Vinnova".
_GETTING = frozenset({"gets", "needs", "owes", "receives", "takes"})
_GETTING_FROM = _GETTING | {"get", "got", "getting", "receive", "received"}
_OWNING = frozenset({"our", "my"})
# Whom a question is about.
SUBJECTS = (Role.PARTNER.value, Role.ORGANISATION.value)


def words_between(tokens: Sequence[Token], left: Span, right: Span) -> list[str]:
    """What stands between two names, in its order."""
    return [t.word for t in tokens if left.end <= t.start < right.start]


def covered(token: Token, spans: Sequence[Span]) -> bool:
    """Whether a token is part of one of the names."""
    return any(span.start <= token.start < span.end for span in spans)


def only_names(spans: Sequence[Span]) -> bool:
    """Whether it names somebody, and says nothing of them: "does EFL?"."""
    return bool(spans) and all(span.role in (*SUBJECTS, UNKNOWN) for span in spans)


def ids(spans: Sequence[Span], roles: Sequence[str]) -> tuple[str, ...]:
    """The ids of the names with these roles, each once, in the order of the text."""
    return tuple(dict.fromkeys(span.id for span in spans if span.role in roles))


def background(tokens: Sequence[Token], spans: Sequence[Span]) -> frozenset[Span]:
    """The kinds that the asker's own is said to be: "for our foundation"."""
    owned = {
        token.start
        for before, token in zip(tokens, tokens[1:], strict=False)
        if before.word in _OWNING
    }
    return frozenset(s for s in spans if s.role == Role.KIND.value and s.start in owned)


def taken_back(
    tokens: Sequence[Token], spans: Sequence[Span], cues: Cues
) -> frozenset[Span]:
    """The names that the next one is said instead of: "of TIM, sorry, of NOME"."""
    named = [s for s in spans if s.role in SUBJECTS]
    back: set[Span] = set()
    for left, right in zip(named, named[1:], strict=False):
        between = words_between(tokens, left, right)
        if between[-1:] == ["not"]:
            continue  # "MVA I mean, not MTT"
        if len(between) <= _SLIP and not cues.taking_back.isdisjoint(between):
            back |= {s for s in spans if s.start == left.start}
    return frozenset(back)


def is_named_twice(text: str, spans: Sequence[Span]) -> bool:
    """Whether one subject is named in two ways: "is Livsmedelsakademin SFIN"."""
    named = [s for s in spans if s.role in SUBJECTS]
    written = {fold(text[s.start : s.end]) for s in named}
    return len({s.id for s in named}) == 1 and len(written) > 1


def has_head(spans: Sequence[Span]) -> bool:
    """Whether a kind of partner is named, here or in a clause before."""
    return any(span.role in (Role.KIND.value, HEAD) for span in spans)


def is_incidental(text: str, spans: Sequence[Span]) -> bool:
    """Whether each name is also a plain word, written small: "a base camp"."""
    names = [text[s.start : s.end] for s in spans if s.role in SUBJECTS]
    return bool(names) and all(
        name.islower() and ordinary_words().issuperset(fold(name).split())
        for name in names
    )


def said(tokens: Sequence[Token], spans: Sequence[Span]) -> frozenset[str]:
    """Every word that is no part of a name."""
    names = [s for s in spans if s.role in (*SUBJECTS, UNKNOWN)]
    return frozenset(t.word for t in tokens if not covered(t, names))


def texts(text: str, spans: Sequence[Span], role: str) -> tuple[str, ...]:
    """What is written where the names of one role stand."""
    return tuple(text[s.start : s.end] for s in spans if s.role == role)


def unnamed_words(free: Sequence[Token]) -> set[str]:
    """Words that are no part of a name: "Partners" in "Bridge Capital Partners" is."""
    return {t.word for t in free if not t.capitalised or t is free[0]}


def overlapping(spans: Sequence[Span]) -> bool:
    """Whether one description stands for several names."""
    starts = [s.start for s in spans if s.role in SUBJECTS]
    return len(set(starts)) < len(starts)


def joined(tokens: Sequence[Token], spans: Sequence[Span], cues: Cues) -> bool:
    """Whether two names stand in one list: "CAMP and NOME", "CAMP, NOME"."""
    named = [s for s in spans if s.role in SUBJECTS]
    for left, right in zip(named, named[1:], strict=False):
        between = words_between(tokens, left, right)
        if between and all(
            word in cues.conjunctions or word == "," for word in between
        ):
            return True
    return False


def second_gives(tokens: Sequence[Token], spans: Sequence[Span], cues: Cues) -> bool:
    """Whether the second of two names is the one that acts: "supported by Nordea"."""
    named = [s for s in spans if s.role in SUBJECTS]
    if len(named) < 2:
        return False
    before = [t.word for t in tokens if t.end <= named[1].start][-2:]
    after = [t.word for t in tokens if t.start >= named[1].end][:1]
    # "Does the park have Nordea as a supporter"
    return "by" in before or " ".join(before) in cues.given_by or after == ["as"]


def is_agent(tokens: Sequence[Token], spans: Sequence[Span]) -> bool:
    """Whether the one name is who acts: "what is funded by Vinnova"."""
    named = [s for s in spans if s.role in SUBJECTS]
    if len(named) != 1 or named[0].role != Role.ORGANISATION.value:
        return False
    before = [t.word for t in tokens if t.end <= named[0].start]
    before = before[:-1] if before[-1:] == ["the"] else before
    if before[-1:] == ["from"] and not _GETTING_FROM.isdisjoint(before):
        return True  # "who else gets money from Vinnova"
    before = before[-2:]
    return len(before) == 2 and before[1] == "by" and _is_participle(before[0])


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in _PARTICIPLES


def capitals(free: Sequence[Token], cues: Cues) -> tuple[str, ...]:
    """Short words in capitals that are neither names nor known abbreviations."""
    if all(token.shape.isupper() for token in free if token.is_word):
        return ()
    return tuple(
        token.shape
        for token in free
        if len(token.word) > 1
        and token.shape.isupper()
        and token.word not in cues.capitals
        and token.word not in STOP_WORDS
    )


def is_active(tokens: Sequence[Token], spans: Sequence[Span], cues: Cues) -> bool:
    """Whether the first of two names does it: "does Nordea fund CAMP", "Nordea funds".

    Of "CAMP's funder" and "CAMP sponsors" it is the second.
    """
    if second_gives(tokens, spans, cues):
        return False
    if tokens and tokens[0].word in cues.auxiliaries:
        return True
    named = [s for s in spans if s.role in SUBJECTS]
    if len(named) != 2:
        return False
    between = words_between(tokens, *named)
    verb = between[0] if between else ""
    acts = verb.endswith(("s", "ed")) and not verb.endswith(("'s", "ers", "ors"))
    return acts and verb not in _GETTING | cues.polar_start


def is_definite(tokens: Sequence[Token], spans: Sequence[Span], cues: Cues) -> bool:
    """Whether a kind is spoken of as known: "the think tank"."""
    starts = {s.start for s in spans if s.role == Role.KIND.value}
    return any(
        token.start in starts and before.word in cues.definite
        for before, token in zip(tokens, tokens[1:], strict=False)
    )


def host_is_scenery(
    intent: str,
    host: str,
    tokens: Sequence[Token],
    spans: Sequence[Span],
    cues: Cues,
) -> bool:
    """Whether "Medicon Village" only says whose partners the question is about."""
    if intent in ("list_partners", "ask_involvement"):
        return intent == "list_partners"
    end = next(s.end for s in spans if s.id == host)
    start = next(s.start for s in spans if s.id == host)
    after = [t.word for t in tokens if t.start >= end and t.word != "'s"][:3]
    before = [t.word for t in tokens if t.end <= start][-2:]
    belongs = before[-1:] and before[-1] in ("of", "at", "in", "with", "to", "for")
    if belongs and cues.partner_words & {*before[:1]}:
        return True
    return bool(cues.partner_words & {*after[:2]})


def leftover(
    free: Sequence[Token], listing: Collection[str], cues: Cues
) -> tuple[str, ...]:
    """Words that choose among partners in a way that no name explains."""
    return tuple(
        token.shape
        for token in free
        if token.is_word and token.word not in listing and cues.number(token) is None
    )
