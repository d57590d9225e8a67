"""Read each question of a message that asks several, and leave out what asks none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.lang.en.stop_words import STOP_WORDS

from partners.classifier import Candidate
from partners.clauses import after_outcry, split
from partners.cues import load_cues
from partners.folding import tokenise
from partners.follow_cues import load_follow_cues
from partners.framing import says_need
from partners.masking import HEAD, POSITION, Span
from partners.reading import LONGEST_TEXT, OUTER, SURE, NameReader, RelationReader
from partners.reference import load_reference_reader
from partners.strangers import UNKNOWN

_SHORT = 2  # "which organisations"
_ENDS = (".", "!", "?", ":")
_EVIDENCE = "ask_evidence"
# What somebody thought before is no question.
_THOUGHT = re.compile(
    r"\W*(?:(?:because|cause|cos|but|since)\s+)?(?:i )?(?:thought|read|heard|believed?|"
    r"remember|had the impression|could swear|was told|think)\b",
    re.I,
)
# "And the 320 million, what is that?"
_NUMBER_ALONE = re.compile(
    r"(?:(?:and|but|so|then)\s+)*(?:(?:the|those|that)\s+)?[\d.]+(?:\s+\w+)?\s*[,?]?",
    re.I,
)
_NAMED = ("partner", "organisation")
_CHOOSING = ("place", "topic", "kind", "form")


@dataclass(frozen=True, slots=True)
class Part:
    """One of several questions in a message; the names have offsets in its own text."""

    text: str
    ranked: tuple[Candidate, ...]
    spans: tuple[Span, ...]


class PartReader:
    """Split messages by clauses, and hand on the names from one to the next."""

    def __init__(self, reader: RelationReader, names: NameReader) -> None:
        self._reader = reader
        self._names = names

    def parts(self, text: str, spans: Sequence[Span]) -> tuple[Part, ...]:
        """Each question of a message that asks several; () of any other message."""
        text = text[:LONGEST_TEXT]
        if cut := after_outcry(text):
            kept = [replace(s, start=s.start - cut, end=s.end - cut) for s in spans]
            return self._rest(text[cut:], [s for s in kept if s.start >= 0])
        parts: list[Part] = []
        named: tuple[Span, ...] = ()
        context: tuple[Span, ...] = ()
        clauses = tuple(self._clauses(text, spans))
        for start, end in clauses if len(clauses) > 1 else ():
            inside = [
                Span(s.start - start, s.end - start, s.role, s.id)
                for s in spans
                if start <= s.start < end
            ]
            headed = self._has_head(text[:start])
            part = self._part(text[start:end], inside, named, context)
            part = replace(part, spans=(*part.spans, *headed)) if named else part
            asks = self._is_question(part)
            # What a question was about, the conversation itself remembers.
            names = tuple(s for s in part.spans if s.role in _NAMED)
            named = () if asks else names or named
            # "We try a food process. Has Open Lab a site for that?"
            context = () if asks else part.spans
            parts.append(part)
        asked = tuple(part for part in parts if self._is_question(part))
        if len(asked) > 1:  # "who started MTT, which organisations"
            asked = (asked[0], *(p for p in asked[1:] if not self._only_sorts(p)))
        if len(parts) > 1 and _doubts(*parts[:2]):
            return tuple(parts[:1])
        if says_need(text, load_cues()) and all(map(self._asks_nothing, asked)):
            return ()  # "We are a startup and look for a mentor. Who can help?"
        if not asked or len(asked) == len(parts):
            return asked
        whole = self._reader.read(text, spans)[0][0]
        apart = self._is_context(parts, asked, whole.confidence)
        return asked if apart and asked[-1] is parts[-1] else ()

    def _is_context(
        self, parts: Sequence[Part], asked: Sequence[Part], whole: float
    ) -> bool:
        """Whether what asks nothing is said before it: "I work at SEB. Who …?"."""
        if _is_of_unknown([p for p in parts if p not in asked], asked):
            return False
        ended = parts[0] not in asked and parts[0].text.rstrip().endswith(_ENDS)
        several = len(asked) > 1 and ended  # "two questions. who …"
        apart = all(self._is_apart(part) for part in parts if part not in asked)
        return apart and (several or whole < SURE)

    def _rest(self, text: str, spans: Sequence[Span]) -> tuple[Part, ...]:
        """What a message asks after an outcry that asks nothing."""
        if several := self.parts(text, spans):
            return several
        alone = self._part(text, spans, (), ())
        opens = [token.word for token in tokenise(text)][:2]  # "over how long"
        asks = not load_cues().open_question.isdisjoint(opens)
        asks = asks or text.rstrip().endswith("?")
        return (alone,) if asks or self._is_question(alone) else ()

    def _clauses(self, text: str, spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
        """The clauses of `text`, a name alone with the one that asks of it.

        "And NOME, who funds it?" is one question.
        """
        clauses = split(text, load_cues())
        pronouns = load_cues().pronouns
        grouping = load_follow_cues().grouping
        first = 0
        for i, (start, end) in enumerate(clauses):
            after = clauses[i + 1] if i + 1 < len(clauses) else None
            if after is not None and self._is_lone(text[start:end], start, spans):
                asked = text[slice(*after)]
                named = any(s.role in _NAMED and s.start >= after[0] for s in spans)
                said = [token.word for token in tokenise(asked) if token.is_word]
                words = set(said)
                of_kind = "that" in words and not grouping.isdisjoint(words)
                number = _NUMBER_ALONE.fullmatch(text[start:end].strip()) is not None
                points = said[-1:] == ["that"] or not pronouns.isdisjoint(words)
                points = points or (number and "that" in words)
                if not named and (of_kind or points):
                    continue
            yield clauses[first][0], end
            first = i + 1

    def _is_lone(self, text: str, start: int, spans: Sequence[Span]) -> bool:
        """Whether a clause is a name, or a place in a list, and asks nothing."""
        inside = [
            Span(s.start - start, s.end - start, s.role, s.id)
            for s in spans
            if start <= s.start < start + len(text)
        ]
        reference = load_reference_reader().read(text, inside)
        named = any(span.role in (*_NAMED, POSITION) for span in inside)
        sentence = text.rstrip().endswith(".")  # "I like CAMP."
        placed = bool(reference.positions) or reference.one_other
        if _NUMBER_ALONE.fullmatch(text.strip()):
            return True
        return reference.empty and not sentence and (named or placed)

    def _part(
        self,
        text: str,
        inside: Sequence[Span],
        named: Sequence[Span],
        context: Sequence[Span],
    ) -> Part:
        """One clause, with the names of the clauses before it where it has none."""
        ranked, spans = self._reader.read(text, inside)
        missing: list[Span] = []
        if not any(span.role in (*_NAMED, UNKNOWN) for span in spans):
            missing += named
        if not any(span.role in _CHOOSING for span in spans):
            missing += [span for span in context if span.role in _CHOOSING]
        end = len(text)
        spans = (*spans, *(Span(end, end, s.role, s.id) for s in missing))
        return Part(text, ranked, spans)

    def _is_question(self, part: Part) -> bool:
        best = part.ranked[0]
        return best.intent in self._reader.askable and best.confidence >= OUTER

    def _asks_nothing(self, part: Part) -> bool:
        """Whether a clause has no word of its own: "which partner could help"."""
        cues = load_cues()
        words = {token.word for token in tokenise(part.text) if token.is_word}
        own = any(span.end > span.start for span in part.spans)
        return not own and words <= cues.listing | cues.helping | STOP_WORDS

    def _only_sorts(self, part: Part) -> bool:
        """Whether a clause only says of what sort the answer is."""
        words = {token.word for token in tokenise(part.text) if token.is_word}
        sorts = len(words) <= _SHORT and not words.isdisjoint(load_cues().wants_which)
        return sorts and self._asks_nothing(part)

    def _is_apart(self, part: Part) -> bool:
        """Whether a clause is a sentence of its own, or nothing but a name."""
        text = part.text.rstrip()
        named = text.rstrip(" :-–—,")
        whole = any(s.end - s.start >= len(named) for s in part.spans)
        return text.endswith((*_ENDS, ";")) or whole

    def _has_head(self, before: str) -> tuple[Span, ...]:
        """A mark that the clauses before speak of "a project" or the like."""
        words = {token.word for token in tokenise(before)}
        kinds = any(s.role == "kind" for s in self._names.read(before))
        if kinds or not load_cues().heads.isdisjoint(words):
            return (Span(0, 0, HEAD),)
        return ()


def _is_of_unknown(before: Sequence[Part], asked: Sequence[Part]) -> bool:
    """Whether what is asked is of an unknown name: "I go to Medica. Who attends?"."""
    unknown = any(s.role == UNKNOWN for part in before for s in part.spans)
    known = any(s.role in (*_NAMED, *_CHOOSING) for part in asked for s in part.spans)
    words = {token.word for part in asked for token in tokenise(part.text)}
    return unknown and not known and load_cues().all_partners.isdisjoint(words)


def _doubts(first: Part, second: Part) -> bool:
    """Are you sure? I thought it was MIT."""
    doubts = first.ranked[0].intent == _EVIDENCE
    return doubts and _THOUGHT.match(second.text) is not None
