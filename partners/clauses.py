"""Split a message into its questions: "who runs HLF and who funds NOME?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from partners.cues import Cues
from partners.folding import Token, tokenise
from partners.tags import is_only_tag

_MOST = 4
# A shorter clause is no question of its own.
_SHORTEST = 2
# A new sentence, or a clause set off from what goes before.
_BREAK = re.compile(r"(?<!\b\w)[.!?;]+\s+|\n+")
# The same after a clause of some length: "HLF: who attends" is one question.
_SOFT_BREAK = re.compile(r"\s[-–—]\s|:\s")
_LONG = 6
# A clause of nothing but these asks nothing.
_EMPTY = frozenset(
    "and or but so ok okay then also plus hi hey hello well no nope yes sorry sure "
    "alright right k aha ah oh hm hmm mhm aw aww haha lol ha ahh ohh yep yeah".split()
)
# … as does one that only wants the names of what was asked for.
_NAMES = frozenset({"names", "name"})
_WANTING = _EMPTY | frozenset(
    "give me us some the them all a few their of tell list please can could you".split()
)
# "What? I meant SISP", "new topic. who …": what is asked comes after it.
_OUTCRY = re.compile(r"\s*(\w[\w ,]{0,60})[?!.:]+\s+(?=\w)")
# "No no, I mean when does it end".
_MEANING = re.compile(
    r"\s*(?:(?:no|nope|sorry|oh|ok|well|hm+|wait)[\s,]+)*"
    r"i (?:mean|meant|was asking|asked|wanted to know)[\s,:]+"
    r"(?=(?:who|whom|what|when|where|which|how|why|is|are|does|do|did)\b)",
    re.I,
)
# "Great how do I book".
_PRAISE = re.compile(
    r"\s*(?:great|nice|cool|perfect|thanks|thx|good|wow)[\s,]+(?:ok[\s,]+)?"
    r"(?=(?:who|whom|what|when|where|which|how|why)\b)",
    re.I,
)
# "Back to the bridge, what's the event called".
_RETURN = re.compile(
    r"\s*(?:(?:ok|okay|so|and|now|let'?s|lets|go|get|come|well|then|please)[\s,]+)*"
    r"(?:back|return|returning|coming back|going back)\s+to\s+"
    r"(?!(?:the\s+)?(?:first|second|third|last|other|previous|former|latter|number)\b)"
    r"(?=\w[^.!?]*[,:.?–-]\s)",
    re.I,
)
_CRIES = (_EMPTY - {"hi", "hey", "hello"}) | frozenset(
    "what huh eh hm hmm wait oops oh different another new other next topic question "
    "subject thing on to back now one more so many much nice great wow cool ugh argh "
    "meh yeah right sure fine thanks thx perfect ah aha thats that s a lot long list "
    "is i see interesting".split()
)
_LEADING = frozenset({"by", "from", "to", "for", "in", "with", "until", "since"})
_APART = frozenset({"separately", "secondly", "finally", "then", "lastly", "second"})
# After one of these a question word begins another question.
_JOINING = frozenset({"and", ",", "also", "plus", "but", "&"})


def after_outcry(text: str) -> int:
    """Where the message begins that an outcry opens; 0 where none does."""
    for opening in (_MEANING, _PRAISE, _RETURN):
        if found := opening.match(text):
            return found.end()
    found = _OUTCRY.match(text)
    words = found[1].casefold().replace(",", " ").split() if found else ["…"]
    return found.end() if found and _CRIES.issuperset(words) else 0


def split(text: str, cues: Cues) -> tuple[tuple[int, int], ...]:
    """The offsets of each clause of `text` that may be a question; () of one alone.

    A clause begins with a sentence, after a colon or dash, and after "and" or a comma
    with a question word or verb ("who", "is").
    """
    tokens = tokenise(text)
    breaks = {found.end() for found in _BREAK.finditer(text)}
    breaks |= {
        found.end()
        for found in _SOFT_BREAK.finditer(text)
        if _words((0, found.start()), tokens) >= _LONG
    }
    starts = [0]
    for i, token in enumerate(tokens[1:], start=1):
        after_break = any(tokens[i - 1].end <= b <= token.start for b in breaks)
        if after_break or _begins(tokens, i, cues):
            starts.append(token.start)
    ends = [*starts[1:], len(text)]
    parts = tuple(
        part for part in zip(starts, ends, strict=True) if _asks(part, tokens, cues)
    )
    if not 1 < len(parts) <= _MOST:
        return ()
    long = all(_words(part, tokens) >= _SHORTEST for part in parts[1:])
    return parts if long else ()


def _begins(tokens: Sequence[Token], i: int, cues: Cues) -> bool:
    before, token = tokens[i - 1].word, tokens[i].word
    if before in _APART and i > 1:  # "and separately who funds it"
        before = tokens[i - 2].word
    if before not in _JOINING:
        return False
    if before == "also" and i > 1 and tokens[i - 2].word not in _JOINING:
        return False  # "does Open Lab also do food"
    after = tokens[i + 1].word if i + 1 < len(tokens) else ""
    if before in ("and", "also") and token in cues.commands and after in ("me", "us"):
        return True  # "and also tell me who funds it"
    led = token in _LEADING and after in cues.open_question  # "by whom"
    if before == "," and not led and token not in cues.open_question:
        return False  # "…, isn't it?"
    return led or token in cues.open_question | cues.polar_start


def _asks(part: tuple[int, int], tokens: Sequence[Token], cues: Cues) -> bool:
    inside = [t for t in tokens if part[0] <= t.start < part[1] and t.is_word]
    words = {token.word for token in inside}
    if words & _NAMES and words <= _WANTING | _NAMES:
        return False
    if part[0] and is_only_tag(inside, cues):
        return False
    return not words <= _EMPTY


def _words(part: tuple[int, int], tokens: Sequence[Token]) -> int:
    return sum(part[0] <= token.start < part[1] and token.is_word for token in tokens)
