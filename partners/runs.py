"""Find names that the knowledge file lacks by how they are written: in capitals.

"The High Level Political Forum" and "the Gates Foundation" are names, whatever words
they are made of, and though a kind or a field of ours stands in them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from partners.cues import Cues
from partners.elsewhere import ELSEWHERE
from partners.folding import Token, tokenise
from partners.masking import Span
from partners.strange_words import is_title_case
from partners.strangers import UNKNOWN

_NAMED = frozenset({"partner", "organisation", UNKNOWN})
# Small words that join the parts of a name: "Bank of Åland", "Incubators & Parks".
_JOINING = frozenset({"of", "and", "for", "in"})
# Words in capitals from which on they are a name even if each is an ordinary word.
_LONG = 3
# After these come words for a sort, in capitals or not: "which Swedish Science Parks".
_CHOOSING = frozenset({"which", "what", "any", "many", "other", "all", "some", "the"})
_THERE = frozenset({"place", ELSEWHERE})
# What organisations call themselves, beside the kinds that are known here.
_BODIES = frozenset({"parks", "park", "bank", "alliance", "cluster", "fund", "agency"})


@dataclass(frozen=True)
class RunFinder:
    """Decide which words in capitals are a name, given the words of questions."""

    cues: Cues
    vocabulary: Collection[str]

    def absorb(self, text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
        """`spans` with every such name in place of what it covers."""
        tokens = tokenise(text)
        if is_title_case(tokens, spans):
            return tuple(spans)
        result = list(spans)
        for run in self._runs(text, tokens, spans):
            start, end = run[0].start, run[-1].end
            inside = [s for s in result if start <= s.start and s.end <= end]
            over = [s for s in result if s.start < end and start < s.end]
            # A name that begins before the run, as a sentence does, is whole already.
            before = next((t.word for t in reversed(tokens) if t.end <= start), "")
            chosen = before in _CHOOSING and all(_covered(t, inside) for t in run)
            # "The Stockholm Think Tank" is none of those of the page.
            chosen = chosen and not any(s.role == ELSEWHERE for s in inside)
            if len(over) == len(inside) and not chosen and self._is_name(run, inside):
                result = [s for s in result if s not in inside]
                result.append(Span(start, end, UNKNOWN, text[start:end]))
        return tuple(result)

    def _runs(
        self, text: str, tokens: Sequence[Token], spans: Sequence[Span]
    ) -> Iterator[list[Token]]:
        """Stretches of words in capitals, with only small words between them."""
        run: list[Token] = []
        for token in tokens:
            if token.word == "&" and run:
                continue
            apart = bool(run) and text[run[-1].end : token.start].strip(" -&") != ""
            if run and (apart or not self._belongs(token, True, False)):
                yield _trimmed(run)
                run = []
            # "Danish Incubators …": a place has its capital wherever it stands.
            opens = token is tokens[0] and not _is_place(token, spans)
            if self._belongs(token, bool(run), opens):
                run.append(token)
        if run:
            yield _trimmed(run)

    def _belongs(self, token: Token, within: bool, first: bool) -> bool:
        if not token.is_word:
            return False
        if token.capitalised:
            return not (first and token.word in self.vocabulary)
        return within and token.word in _JOINING

    def _is_name(self, run: Sequence[Token], inside: Sequence[Span]) -> bool:
        words = [t for t in run if t.capitalised]
        if len(words) < 2 or any(span.role in _NAMED for span in inside):
            return False  # how known names go on is the Absorber's
        free = [t for t in words if not _covered(t, inside)]
        foreign = any(span.role == ELSEWHERE for span in inside)
        if foreign and inside[0].role == "kind":  # "Executive Foundation Oslo"
            return True
        strange = [t for t in free if t.word not in self.vocabulary]
        if free and all(t.word in self.cues.capitals for t in free) and not foreign:
            return False
        if any(t.word == "in" for t in run):  # "Invest in Skåne", "Partners in Lund"
            opens = words[0] in free and words[0].word not in self.cues.listing
            return len(words) == 2 and opens
        if len(words) >= _LONG and (free or foreign):
            return True
        if self._is_place_and_kind(words, inside):
            return True
        return bool(strange)

    def _is_place_and_kind(
        self, words: Sequence[Token], inside: Sequence[Span]
    ) -> bool:
        """Whether it is made like a name: "Nordic Think Tank", "Business Sweden"."""
        first = [s for s in inside if s.start <= words[0].start < s.end]
        last = [s for s in inside if s.start <= words[-1].start < s.end]
        from_there = bool(first) and first[0].role in _THERE
        kind = bool(last) and last[0].role == "kind"
        forming = words[-1].word in self.cues.name_forming | _BODIES
        if from_there and (kind or forming) and first != last:
            return True
        return not first and bool(last) and last[0].role in _THERE


def _is_place(token: Token, spans: Sequence[Span]) -> bool:
    return any(s.role in _THERE and s.start <= token.start < s.end for s in spans)


def _covered(token: Token, spans: Sequence[Span]) -> bool:
    return any(s.start <= token.start < s.end for s in spans)


def _trimmed(run: Sequence[Token]) -> list[Token]:
    """A run without the small words at its end."""
    kept = list(run)
    while kept and not kept[-1].capitalised:
        kept.pop()
    return kept
