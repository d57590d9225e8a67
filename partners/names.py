"""Find in a message every name that the knowledge file holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from partners.bulk import in_bulk
from partners.cues import Cues
from partners.folding import Token, tokenise
from partners.lexicon import ordinary_words
from partners.model import Knowledge, Role
from partners.typos import TypoIndex

_DATES = frozenset({"year", "years", "date"})
# Names of more words than this are matched exactly or not at all.
_LONGEST_TYPO = 5


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a message: what it stands for, and where it is written.

    `start` and `end` are offsets in the original text, `first` and `last` the tokens
    that it covers (`last` excluded).
    """

    id: str
    role: Role
    start: int
    end: int
    first: int
    last: int
    text: str


class NameMatcher:
    """Match names by spaCy's PhraseMatcher, then by typos, longest match first."""

    def __init__(self, knowledge: Knowledge, cues: Cues) -> None:
        self._cues = cues
        self._vocab = Vocab()
        self._matcher = PhraseMatcher(self._vocab)
        self._typos = TypoIndex()
        self._owners: dict[str, tuple[str, Role]] = {}
        self._common: set[str] = set()
        with in_bulk():
            for id_, role, names in _named(knowledge):
                self._add(id_, role, names)
            self._typos.prepare()

    def _add(self, id_: str, role: Role, names: Iterable[str]) -> None:
        phrases = [tuple(t.word for t in tokenise(name)) for name in names]
        bare = [p[1:] for p in phrases if p[0] == "the" and len(p) > 2]
        phrases_of = [*phrases, *bare]
        if role in (Role.PARTNER, Role.ORGANISATION):
            phrases_of += [_genitive(p) for p in phrases if _in_words(p) > 1]
        elif role is Role.PLACE:  # "any Canadians in it?"
            phrases_of += [_plural(p) for p in phrases if p[-1].endswith("an")]
        else:
            phrases_of += [_plural(phrase) for phrase in phrases]
        docs = [self._doc(phrase) for phrase in phrases_of]
        self._owners[id_] = (id_, role)
        self._matcher.add(id_, docs)
        for name, phrase in zip(names, phrases, strict=True):
            if not name.isupper():  # An acronym with another letter is another name.
                self._typos.add(phrase, id_)
            last = [word for word in phrase if word != "the"]
            if role is Role.PARTNER and len(last) == 1 and last[0] in ordinary_words():
                self._common.add(" ".join(phrase))

    def _doc(self, words: Sequence[str]) -> Doc:
        return Doc(self._vocab, words=list(words))

    def find(self, text: str) -> tuple[Mention, ...]:
        """All names in `text`, in the order of the text, none overlapping."""
        tokens = tokenise(text)
        if not tokens:
            return ()
        exact = self._exact(tokens)
        found = self._mistyped(tokens, exact)
        ordered = sorted(found, key=lambda span: span[1])
        return tuple(self._mention(text, tokens, *span) for span in ordered)

    def _exact(self, tokens: Sequence[Token]) -> list[tuple[str, int, int]]:
        doc = self._doc([token.word for token in tokens])
        spans: list[Span] = self._matcher(doc, as_spans=True)
        spans += self._joined(doc, tokens)
        return [
            (span.label_, span.start, span.end)
            for span in filter_spans(spans)
            if not self._is_common_word(tokens, span.start, span.end)
            and not self._dates(tokens, span)
        ]

    def _dates(self, tokens: Sequence[Token], span: Span) -> bool:
        """Whether a sort of thing says of what a year is: "the foundation year"."""
        after = tokens[span.end].word if span.end < len(tokens) else ""
        return after in _DATES and self._owners[span.label_][1] is Role.KIND

    def _joined(self, doc: Doc, tokens: Sequence[Token]) -> Iterator[Span]:
        """Names written as two words or more: "Sweden BIO"."""
        for size in range(2, _LONGEST_TYPO + 1):
            for first in range(len(tokens) - size + 1):
                window = tokens[first : first + size]
                if all(token.is_word for token in window):
                    words = [token.word for token in window]
                    id_ = self._typos.find(words, exact_only=True)
                    id_ = id_ or self._spelled(window)
                    if id_ is not None:
                        yield Span(doc, first, first + size, label=id_)

    def _spelled(self, window: Sequence[Token]) -> str | None:
        """The id of an acronym that is written letter by letter: "S I S P"."""
        if not all(len(t.word) == 1 and t.shape.isupper() for t in window):
            return None
        spelled = self._doc(["".join(token.word for token in window)])
        return next((s.label_ for s in self._matcher(spelled, as_spans=True)), None)

    def _is_common_word(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """Whether "the bridge to Lund" or "a camp" is meant, and not the partner."""
        words = [token.word for token in tokens[first:last]]
        if " ".join(words) not in self._common:
            return False
        before = tokens[first - 1].word if first else ""
        after = tokens[last].word if last < len(tokens) else ""
        if all(t.shape.isupper() for t in tokens[first:last]):
            return False
        if after in self._cues.after_common_word:
            return True
        return before in self._cues.before_common_word

    def _mistyped(
        self, tokens: Sequence[Token], exact: Sequence[tuple[str, int, int]]
    ) -> list[tuple[str, int, int]]:
        """`exact` and the mistyped names; a longer one swallows what stands in it."""
        found = list(exact)
        meant = self._meant(tokens)
        for size in range(min(_LONGEST_TYPO, len(tokens)), 0, -1):
            for first in range(len(tokens) - size + 1):
                last = first + size
                cut = [s for s in found if s[1] < last and first < s[2]]
                if any(s[1] < first or last < s[2] or s[2] - s[1] == size for s in cut):
                    continue
                if self._is_common_word(tokens, first, last):
                    continue
                id_ = meant.get((first, last))
                if id_ is not None and self._is_other_name(tokens[first:last], id_):
                    continue
                # A stray word beside a name is no part of it: "Vinnova a".
                if id_ is not None and id_ not in {s[0] for s in cut}:
                    found = [s for s in found if s not in cut] + [(id_, first, last)]
        return found

    def _is_other_name(self, tokens: Sequence[Token], id_: str) -> bool:
        """Whether capitals within a word make it a name: "BioNTech" is not biotech."""
        named = self._owners[id_][1] in (Role.PARTNER, Role.ORGANISATION)
        return not named and any(map(_in_camel_case, tokens))

    def _meant(self, tokens: Sequence[Token]) -> dict[tuple[int, int], str]:
        """The ids that stretches of words are meant to be, typos or none."""
        words = [token.word for token in tokens]
        # Ordinary words are meant as they stand: "securities" is not Securitas.
        strange = [word not in ordinary_words() for word in words]
        phrases = {
            (first, last): tuple(words[first:last])
            for first, last in _stretches(tokens)
        }
        found = self._typos.find_each(
            phrase for place, phrase in phrases.items() if any(strange[slice(*place)])
        )
        ids = {
            place: found.get(phrase) or self._typos.find(phrase, exact_only=True)
            for place, phrase in phrases.items()
        }
        return {place: id_ for place, id_ in ids.items() if id_ is not None}

    def _mention(
        self, text: str, tokens: Sequence[Token], id_: str, first: int, last: int
    ) -> Mention:
        start, end = tokens[first].start, tokens[last - 1].end
        role = self._owners[id_][1]
        return Mention(id_, role, start, end, first, last, text[start:end])


def _in_camel_case(token: Token) -> bool:
    shape = token.shape
    return not (shape.isupper() or shape[1:].islower() or len(shape) < 2)


def _stretches(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Where there are only words, no longer than a name with typos may be."""
    for first in range(len(tokens)):
        for last in range(first + 1, min(first + _LONGEST_TYPO, len(tokens)) + 1):
            if not tokens[last - 1].is_word:
                break
            yield first, last


def _named(knowledge: Knowledge) -> Iterable[tuple[str, Role, tuple[str, ...]]]:
    for entity in knowledge.entities.values():
        yield entity.id, entity.role, entity.names
    for group in knowledge.groups.values():
        yield group.id, Role.GROUP, (group.name, *group.aliases)


def _plural(phrase: Sequence[str]) -> tuple[str, ...]:
    """A phrase of common words with its last word in the plural."""
    last = phrase[-1]
    ending = last[:-1] + "ies" if last.endswith("y") else last + "s"
    return (*phrase[:-1], ending)


def _in_words(phrase: Sequence[str]) -> int:
    return sum(word != "the" for word in phrase)


def _genitive(phrase: Sequence[str]) -> tuple[str, ...]:
    """A name of several words in the genitive without its apostrophe: "Open Labs"."""
    *words, last = phrase
    return (*words, last if last.endswith("s") else last + "s")
