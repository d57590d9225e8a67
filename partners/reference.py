"""Read in a message how it refers to what was said before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from partners.cues import Cues, load_cues
from partners.folding import Token, fold, tokenise
from partners.follow_cues import FollowCues, load_follow_cues
from partners.masking import POSITION, Span
from partners.ordinals import ordinal, run_from, without_first
from partners.placing import SUBJECTS, covered, only_names
from partners.strangers import UNKNOWN
from partners.together import chooses, means_each, size_of

_THE = frozenset({"the", "that", "this", "your", "to", "about", "on", "of", "and"})
_DEFINITE = frozenset({"the", "that", "this"})
# After one of these a description only says where or with whom.
_WITHIN = frozenset({"by", "in", "at", "with", "from"})
_IN_TIME = frozenset("day week month year time visit thing question off".split())
# A longer message that has "first" in it means something else by it.
_SHORT = 4
# These go on from the last answer only where they stand alone.
_WHAT = frozenset({"what", "who", "which", "whats", "whos"})
_ALONE = frozenset({"who", "what", "which"})
# These add nothing to "is that all".
_TRAILING = frozenset(
    {"of", "them", "then", "two", "three", "ones", "there", "or", "not"}
)
# A list is no longer: a greater number alone is no place in it.
_MOST = 30
# "And the other, what does it do?"
_THE_OTHER = re.compile(r"\bthe other(?: (?:who|what|when|where|how|why|is|does)\b|$)")
_HAS_KINDS = ("kind", "topic", "form", "place", "group", "elsewhere")


@dataclass(frozen=True, slots=True)
class Reference:
    """How a message hangs on the one before.

    `empty` tells that it has no question of its own; `positions` are places in a list,
    from 1, or from -1 backwards; `step` is how far it goes on from the one in question,
    1 for the next and -1 for the one before; `describes` that it wants to know what
    stands at a place; `bare` are the relations that a lone question word stands for;
    `negated` the names that are not meant; `numeric` that the message is nothing but
    numbers, `excepts` that all but the places are meant, and `complete` that it asks
    whether what was told is all, `among` whether somebody is in it; `size` is how many
    are meant by "both" or "these three", and `back` that a place counts those that were
    talked of; `short` are the words of "the lab thing".
    """

    empty: bool = False
    corrects: bool = False
    negated: tuple[str, ...] = ()
    positions: tuple[int, ...] = ()
    step: int = 0
    describes: bool = False
    whole: bool = False
    plural: bool = False
    others: bool = False
    counting: bool = False
    selects: bool = False
    of_two: bool = False
    one_other: bool = False
    numeric: bool = False
    excepts: bool = False
    complete: bool = False
    among: bool = False
    size: int = 0
    back: bool = False
    short: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()


class ReferenceReader:
    """Read references by the cues of one language."""

    def __init__(self, cues: FollowCues, numbers: Cues) -> None:
        self._cues = cues
        self._numbers = numbers
        self._heads = cues.heads | numbers.heads

    def read(self, text: str, spans: Sequence[Span]) -> Reference:
        """How `text`, with these names in it, refers to what was said before."""
        spans, tokens, free = _parted(text, spans)
        cues = self._cues
        places, free = without_first(free, cues.places)
        steps, free = without_first(free, cues.steps)
        plain = " ".join(token.word for token in free)
        words = self._without_opening(plain.split())
        said = set(words)
        numeric = self._is_numeric(free)
        size = size_of(free, self._numbers, cues.filler | cues.linking)
        positions = (*places, *self._positions(free, numeric))
        bare = self._bare(words)
        placed = bool(positions or steps)
        own = self._own(said, free) - (cues.naming if placed else set())
        lone = bare is not None and self._is_lone(bare, own, fold(text))
        return Reference(
            empty=own <= (cues.supporting if self._again(said, spans) else set()),
            counting=own <= cues.counting,
            selects=chooses(words, cues.selecting),
            one_other=self._is_other_one(words),
            of_two=bool(said & cues.of_two),
            corrects=bool(said & cues.corrects),
            negated=self._negated(tokens, spans),
            positions=positions,
            step=steps[0] if steps else 0,
            describes=placed and bool(said & _WHAT),
            whole=bool(said & cues.whole) or size > 1 or means_each(plain),
            numeric=numeric and said.isdisjoint(cues.numbering),
            excepts=bool(said & cues.excepts),
            complete=self._asks_whether_all(tokens),
            plural=bool(said & cues.plural),
            among=bool(cues.ways["among"].search(plain)),
            size=size,
            others=bool(said & cues.others),
            short=self._described([token.word for token in tokens]),
            back=bool(cues.ways["back"].search(plain)),
            bare=tuple(cues.bare[bare]) if bare and lone else (),
        )

    def _is_lone(self, bare: str, own: AbstractSet[str], text: str) -> bool:
        """Whether a question word stands alone: "who's Nordea" asks what it is."""
        if bare in _ALONE and (own > {bare} or f"{bare}'s" in text):
            return False
        return own <= {*self._cues.asking, *self._cues.linking, "how"}

    def _again(self, said: AbstractSet[str], spans: Sequence[Span]) -> bool:
        """Whether verbs ask nothing: "does NOME?", but not "is NOME a partner"."""
        claims = not said.isdisjoint(self._numbers.partner_words)
        return only_names(spans) and not claims

    def _own(self, said: AbstractSet[str], free: Sequence[Token]) -> AbstractSet[str]:
        """The words that ask something, and don't only point at what was said."""
        cues = self._cues
        own = said - cues.filler - cues.corrects - cues.others - cues.whole
        own -= {*cues.positions, *cues.plural, *cues.numbering}
        own -= cues.anybody if "else" in said else set()
        return own - {t.word for t in free if self._is_number(t) or ordinal(t.word)}

    def _without_opening(self, words: Sequence[str]) -> list[str]:
        """`words` without the phrase that opens them: "what about"."""
        for size in range(6, 1, -1):
            for first in range(len(words) - size + 1):
                if " ".join(words[first : first + size]) in self._cues.openings:
                    return [*words[:first], *words[first + size :]]
        return list(words)

    def _bare(self, words: Sequence[str]) -> str | None:
        """The lone question words of a message: "for whom" before "whom"."""
        pairs = [f"{a} {b}" for a, b in zip(words, words[1:], strict=False)]
        ways = [way for way in (*pairs, *words) if way in self._cues.bare]
        # "What year" is a year, and no mere "what".
        telling = [way for way in ways if self._cues.bare[way][0]]
        return next(iter((*telling, *ways)), None)

    def _is_other_one(self, words: Sequence[str]) -> bool:
        """Whether one other is meant: "the remaining one", "and the other"."""
        said = " ".join(words)
        by_way = self._cues.ways["other_one"].search(said)
        return bool(by_way or _THE_OTHER.search(said))

    def _described(self, words: Sequence[str]) -> tuple[str, ...]:
        """The words between an article and "one", "thing" or a sort of partner."""
        for i in range(len(words) - 1, 0, -1):
            if words[i] not in self._heads:
                continue
            near = range(i - 1, max(-1, i - _SHORT), -1)
            article = next((j for j in near if words[j] in _DEFINITE), None)
            if article is None or (article and words[article - 1] in _WITHIN):
                continue
            return tuple(words[article + 1 : i + 1])
        return ()

    def _is_number(self, token: Token) -> bool:
        return self._numbers.number(token) is not None

    def _negated(
        self, tokens: Sequence[Token], spans: Sequence[Span]
    ) -> tuple[str, ...]:
        """The names right after "not": "not CAMP, MVA"."""
        found = []
        for span in spans:
            before = [t.word for t in tokens if t.end <= span.start][-2:]
            negated = not self._cues.negates.isdisjoint(before[-1:])
            # "More members than TIM" compares, "rather than TIM" does not.
            compares = before[-1:] == ["than"] and not (
                {*before[:1]} & (self._cues.corrects | self._cues.others)
            )
            if span.role in (*SUBJECTS, UNKNOWN) and negated and not compares:
                found.append(span.id)
        return tuple(found)

    def _asks_whether_all(self, tokens: Sequence[Token]) -> bool:
        """Whether it is "is that all" and no more: "is that all of them then"."""
        words = [token.word for token in tokens]
        whole = self._cues.complete
        size = next((n for n in (4, 3, 2) if " ".join(words[:n]) in whole), 0)
        return bool(size) and set(words[size:]) <= _TRAILING

    def _is_numeric(self, free: Sequence[Token]) -> bool:
        """Whether there are only small numbers: "2", "1 and 3"."""
        beside = self._cues.numbering | {"and"}
        numbers = [self._numbers.number(t) for t in free if t.word not in beside]
        return bool(numbers) and all(n is not None and n <= _MOST for n in numbers)

    def _positions(self, free: Sequence[Token], numeric: bool) -> tuple[int, ...]:
        """The places that are named: "the second one", "number 3", "the last two"."""
        found: list[int] = []
        words = [token.word for token in free]
        for i, token in enumerate(free):
            before = words[i - 1] if i else ""
            after = self._numbers.number(free[i + 1]) if i + 1 < len(free) else None
            place = self._cues.positions.get(token.word) or ordinal(token.word)
            if not _IN_TIME.isdisjoint(words[i + 1 : i + 2]):  # "first week here"
                continue
            alone = before in ("", *_THE) or len(words) <= _SHORT
            # "Which is first on the list"
            on_list = "list" in words[i + 1 : i + _SHORT]
            if place is not None and (alone or on_list):
                found += run_from(place, after or 1)
            number = self._numbers.number(token)
            if number is not None and (numeric or before in self._cues.numbering):
                found.append(number)
        return tuple(found)


def _parted(
    text: str, spans: Sequence[Span]
) -> tuple[list[Span], list[Token], list[Token]]:
    """The names of a message but for places, its words, and those in no name."""
    named = [span for span in spans if span.role != POSITION]
    tokens = [t for t in tokenise(text) if t.is_word or t.word == "#"]
    return named, tokens, [t for t in tokens if not covered(t, named)]


@cache
def load_reference_reader() -> ReferenceReader:
    """The reader of this process."""
    return ReferenceReader(load_follow_cues(), load_cues())
