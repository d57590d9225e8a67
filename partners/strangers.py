"""Notice names that the knowledge file does not hold, so that they are never answered.

Two ways: a known name that goes on ("Nordea Foundation", "CAMP Nordic") is another
name; and a word that the training examples never use is a name when the message with a
partner in its place is a question they know ("who funds ideon", "who funds PARTNER").
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from spacy.lang.en.stop_words import STOP_WORDS

from partners.cues import Cues
from partners.elsewhere import languages
from partners.folding import Token, tokenise
from partners.follow_cues import load_follow_cues
from partners.lexicon import ordinary_words
from partners.masking import Masker, Span
from partners.strange_words import FreeWords, StrangeWords, is_title_case, parted

UNKNOWN = "unknown_name"
EXTENDABLE = frozenset({"partner", "organisation", "place"})
# Words that may join an unknown word on either side: "the ideon science park".
_REACH = 2
# No name has one of these in it: "what does renting there cost", "so it isn't".
_NEVER_INSIDE = frozenset(
    "there here it they them this that these those i you we he she isn aren wasn weren "
    "doesn don didn hasn haven won wouldn couldn shouldn isnt arent dont doesnt use "
    "cost costs by from with near nearby around recommendation recommendations".split()
)
# "Any political affiliation" asks for a sort of thing.
_SOME = frozenset({"any", "some"})
# "This is ridiculous" says what something is.
_POINTING = frozenset({"this", "that", "these", "those"})
_BEING = frozenset({"is", "s", "are", "was", "were", "looks", "sounds", "seems"})
# A word that is no English one may read a little worse: "is bosch one of them".
_SLACK = 0.1
# So sure that a message is small talk or about the world that no name is sought in it.
_SURE = 0.8


def joined_to_name(
    text: str, spans: Sequence[Span], stranger: Span
) -> tuple[Span, ...]:
    """`spans` with `stranger`, which a name right before it makes longer.

    "Open Lab Göteborg" is not Open Lab.
    """
    foreign = tokenise(text[stranger.start : stranger.end])[0].word
    for span in spans if foreign not in ordinary_words() else ():
        if span.role in EXTENDABLE and text[span.end : stranger.start] == " ":
            others = [one for one in spans if one is not span]
            whole = text[span.start : stranger.end]
            return (*others, Span(span.start, stranger.end, UNKNOWN, whole))
    return (*spans, stranger)


def _clusters(indices: Sequence[int], tokens: Sequence[Token]) -> list[list[int]]:
    """Indices that follow one another, together."""
    found: list[list[int]] = []
    for index in indices:
        last = found[-1][-1] if found else -_REACH - 1
        between = {token.word for token in tokens[last + 1 : index]}
        if index - last <= _REACH and _NEVER_INSIDE.isdisjoint(between):
            found[-1].append(index)
        else:
            found.append([index])
    return found


def _framing(cues: Cues) -> frozenset[str]:
    """A name neither begins nor ends with a word that only frames a question."""
    return frozenset(STOP_WORDS).union(
        cues.listing,
        cues.all_partners,
        cues.heads,
        cues.telling,
        cues.polar_start,
        cues.open_question,
        cues.commands,
        load_follow_cues().corrects,
    )


@dataclass(frozen=True, slots=True)
class Guess:
    """How well a message reads with a name put in: the likely intent and how near."""

    intent: str
    confidence: float
    near: float


class StrangerFinder:
    """Put a partner in the place of words that the examples never use.

    `guess` classifies a masked text; `vocabulary` are the words of the examples;
    `questions` are the intents that are about partners, and `askable` those of them in
    which a partner's name belongs.
    """

    def __init__(
        self,
        masker: Masker,
        cues: Cues,
        guess: Callable[[str], Guess],
        vocabulary: Collection[str],
        fact_stems: Collection[str],
        questions: Collection[str],
        askable: Collection[str],
        threshold: float,
        gain: float,
    ) -> None:
        self._masker = masker
        self._frame = _framing(cues)
        # Nor is a word of these a name, unless two capitals stand together.
        function_words = STOP_WORDS.union(
            cues.polar_start,
            cues.open_question,
            cues.listing,
            load_follow_cues().words,
            languages(),
        )
        self._judge = StrangeWords(
            vocabulary, fact_stems, function_words, cues.auxiliaries
        )
        self._partner_words = cues.partner_words
        self._pronouns = cues.pronouns
        self._selecting = load_follow_cues().selecting
        self._opening = cues.open_question
        self._abbreviations = cues.capitals
        self._guess = guess
        self._questions = questions
        self._askable = askable
        self._threshold = threshold
        self._gain = gain

    def find(self, text: str, spans: Sequence[Span]) -> Span | None:
        """The unknown name in `text`, or None."""
        tokens = [t for t in tokenise(text) if t.word[0].isalpha()]
        free = [not any(s.start <= t.start < s.end for s in spans) for t in tokens]
        named = any(s.role in (*EXTENDABLE, UNKNOWN) for s in spans)
        listed = any(token.word in self._partner_words for token in tokens)
        shouting = is_title_case(tokens, spans)
        judge, words = self._judge, FreeWords(tokens, free, shouting)
        strange = [
            i
            for i, token in enumerate(tokens)
            if free[i]
            and not self._is_said_of_them(tokens, i)
            and judge.is_strange(words, i, named or listed, shouting)
        ]
        strange = self._after_opening(tokens, spans, strange)
        if not strange:
            return None
        before = self._guess(self._masker.mask(text, spans))
        if before.intent not in self._questions and before.confidence >= _SURE:
            return None
        best: tuple[float, Span] | None = None
        for cluster in _clusters(strange, tokens):
            foreign = any(judge.is_foreign(words, i) for i in cluster)
            gain = -_SLACK if foreign else self._gain
            for first, last in self._windows(cluster, tokens, free):
                start, end = tokens[first].start, tokens[last].end
                span = Span(start, end, UNKNOWN, text[start:end])
                guess = self._guess(self._masker.mask(text, (*spans, span)))
                surer = guess.confidence > before.confidence
                sure = guess.confidence >= self._threshold and (surer or gain >= 0)
                fits = guess.intent in self._askable and sure
                better = guess.near >= before.near + gain
                if fits and better and (best is None or guess.near > best[0]):
                    best = (guess.near, span)
        return best[1] if best else self._written_as_name(text, words, strange)

    def _is_said_of_them(self, tokens: Sequence[Token], index: int) -> bool:
        """Whether a small word says what they do: "are they into tailor-made stuff"."""
        token = tokens[index]
        opening = " ".join(one.word for one in tokens[:2])
        some = any(one.word in _SOME for one in tokens[max(0, index - 2) : index])
        if some or opening in self._selecting:  # "which ones are insurers"
            return not token.capitalised and token.word in ordinary_words()
        words = [one.word for one in tokens[:index]]
        after = not self._pronouns.isdisjoint(words) or any(
            one in _POINTING and verb in _BEING
            for one, verb in zip(words, words[1:], strict=False)
        )
        return after and not token.capitalised and token.word in ordinary_words()

    def _after_opening(
        self, tokens: Sequence[Token], spans: Sequence[Span], strange: list[int]
    ) -> list[int]:
        """Without what stands before a question that names its own subject.

        "Oi mate how many members has TIM" calls nobody a partner.
        """
        opening = (i for i, t in enumerate(tokens) if t.word in self._opening)
        first = next(opening, 0)
        own = any(s.role in EXTENDABLE and s.start > tokens[first].start for s in spans)
        return [i for i in strange if i > first] if own and first else strange

    def _written_as_name(
        self, text: str, words: FreeWords, strange: Sequence[int]
    ) -> Span | None:
        """A word in capitals that is no English one is a name, whatever is asked."""
        for i in strange:
            token = words.tokens[i]
            foreign = self._judge.is_foreign_alone(words, i)
            known = token.word in self._abbreviations or len(token.word) < 2
            begins = text[: token.start].rstrip(" \"'(").endswith((".", "!", "?", ":"))
            if i > 0 and token.capitalised and foreign and not (known or begins):
                return Span(
                    token.start, token.end, UNKNOWN, text[token.start : token.end]
                )
        return None

    def _windows(
        self, strange: Sequence[int], tokens: Sequence[Token], free: Sequence[bool]
    ) -> Iterator[tuple[int, int]]:
        """Every stretch of free words around the strange ones, as (first, last)."""
        low, high = strange[0], strange[-1]
        if not all(free[low : high + 1]):
            high = low
        for first in range(max(0, low - _REACH), low + 1):
            for last in range(high, min(len(free), high + _REACH + 1)):
                edges = {tokens[first].word, tokens[last].word}
                frame = {w for w in edges & self._frame if w != tokens[last].word}
                if parted(tokens[first : last + 1]):
                    continue
                if any(t.word in _NEVER_INSIDE for t in tokens[first : last + 1]):
                    continue
                if tokens[last].word in self._frame and not (
                    tokens[last].capitalised and last > first
                ):
                    continue
                named = min(map(len, edges)) > 1 and not frame
                if all(free[first : last + 1]) and named:
                    yield first, last
