"""Part a question from the courtesies around it: "hi! who funds CAMP, thanks".

Whatever reads a message sees then the same words, however politely it is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from partners.cues import FOLDER, load_cues
from partners.folding import Token, fold, tokenise
from partners.yamlfile import load_yaml

_PAUSE = re.compile(r"[,;:.!?…()–—\n-]")
_MARKS = " \t\n,;:.!…)–—-"
_WORD = re.compile(r"[^\W_]+")
# "Kind regards, Anna Berg": whose name comes last is no question.
_SIGNATURE = re.compile(
    r"(?<=[\w.?!])[\s,–—-]+(?i:kind |best |warm )?(?i:regards|rgds|mvh|hälsningar)"
    r"[\s,]+[A-ZÅÄÖ][\w'-]+(?: [A-ZÅÄÖ][\w'-]+)?\s*$"
)
# What a page of HTML has between the words of a question.
_MARKUP = re.compile(r"<script\b[^<]{0,200}</script\s*>|</?[a-z][^<>]{0,80}>", re.I)
# "That sounds relevant, thank you. And who …"
_PRAISE = re.compile(
    r"^(?:(?:ah|oh|ok|okay|great|well|yes|cool)[,.! ]+)?"
    r"(?:that|this|it)(?:'s| is| was| sounds| looks)"
    r"(?: (?:very|really|quite|so|super|all|pretty))?"
    r" (?:relevant|good|great|helpful|useful|nice|cool|perfect|clear|interesting"
    r"|amazing|impressive|fine|awesome|lovely)(?: to (?:know|hear))?\s*[,.!]+\s*"
    r"(?:(?:many )?(?:thanks|thank you|thx)(?: a lot| so much| very much)?[\s,.!]+)?"
    r"(?=(?:and |so |now |but )?\w+ \w+)",
    re.IGNORECASE,
)
# No courtesy has more words than this.
_LONGEST = 8
_MOST = 4  # courtesies at one end of a message


@dataclass(frozen=True)
class Courtesies:
    """The contents of `data/cues/courtesies.yml`."""

    greetings: frozenset[str]
    openings: frozenset[str]
    leads: frozenset[str]
    asks_for: frozenset[str]
    not_asked_for: frozenset[str]
    attributions: frozenset[str]
    closings: frozenset[str]
    asides: frozenset[str]
    nothing_alone: frozenset[str]
    introducing: frozenset[str]
    introductions: frozenset[str]

    @cached_property
    def _first(self) -> frozenset[str]:
        held = (
            self.greetings
            | self.openings
            | self.leads
            | self.asks_for
            | self.attributions
        )
        return frozenset(said.partition(" ")[0] for said in held)

    @cached_property
    def _last(self) -> frozenset[str]:
        held = self.closings | self.asides | self.attributions
        return frozenset(said.rpartition(" ")[2] for said in held)

    def may_be_in(self, text: str) -> bool:
        """Whether `text` begins or ends with a word of them: most messages don't."""
        words = _WORD.findall(text) or [""]
        return fold(words[0]) in self._first or fold(words[-1]) in self._last


@cache
def load_courtesies() -> Courtesies:
    """Read the courtesies of both languages."""
    held = load_yaml(FOLDER / "courtesies.yml")
    return Courtesies(**{name: frozenset(words) for name, words in held.items()})


def without_courtesies(text: str) -> str:
    """The question in `text`, or all of it where there is none: "hi, thanks"."""
    known = load_courtesies()
    text = _PRAISE.sub("", _SIGNATURE.sub("", _MARKUP.sub(" ", text).strip() or text))
    if not known.may_be_in(text):
        return text
    tokens = [token for token in tokenise(text) if token.is_word]
    begins, ends = 0, len(tokens)
    for _ in range(_MOST):
        begins += _opening(text, tokens[begins:ends], known)
        ends -= _closing(text, tokens[begins:ends], known)
    left = tokens[begins:ends]
    if (begins, ends) == (0, len(tokens)) or _says_nothing(left, known):
        return text
    start = left[0].start if begins else 0
    if ends == len(tokens):
        return text[start:]
    asked = text[start : tokens[ends].start].rstrip(_MARKS)
    asks = "?" in text[tokens[ends].start :] and not asked.endswith("?")
    return f"{asked}?" if asks else asked


def unshouted(text: str) -> str:
    """`text` in lower case where all of it is in capitals, which then tell nothing."""
    return text.lower() if text.isupper() and len(text.split()) > 1 else text


def _says_nothing(left: Sequence[Token], known: Courtesies) -> bool:
    words = [token.word for token in left]
    if known.nothing_alone.issuperset(words):
        return True
    starts = (" ".join(words[:length]) for length in range(1, _LONGEST))
    return any(start in known.introducing for start in starts)


def _opening(text: str, tokens: Sequence[Token], known: Courtesies) -> int:
    """How many words of `tokens` are a courtesy before what comes after them."""
    for length in range(min(_LONGEST, len(tokens) - 1), 0, -1):
        said = " ".join(token.word for token in tokens[:length])
        if said in known.greetings or said in known.attributions:
            return length
        if said in known.leads and _asks(tokens[length:]):
            return length
        if said in known.asks_for and tokens[length].word not in known.not_asked_for:
            return length
        after = text[tokens[length - 1].end : tokens[length].start]
        if said in known.openings and _PAUSE.search(after):
            return length
    return 0


def _asks(tokens: Sequence[Token]) -> bool:
    """Whether a question begins here: "tell me who", and not "tell me about"."""
    cues = load_cues()
    return tokens[0].word in cues.open_question | cues.polar_start


def _closing(text: str, tokens: Sequence[Token], known: Courtesies) -> int:
    """How many words at the end of `tokens` are a courtesy after what they follow."""
    for length in range(min(_LONGEST, len(tokens) - 1), 0, -1):
        said = " ".join(token.word for token in tokens[-length:])
        if said in known.closings or said in known.attributions:
            return length
        before = text[tokens[-length - 1].end : tokens[-length].start]
        if said in known.asides and _PAUSE.search(before):
            return length
    return 0
