"""Tell words that could be a name from words of the language, one at a time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from partners.folding import Token
from partners.lexicon import is_slip, ordinary_words
from partners.masking import Span
from partners.search import stem

# Above this share of capitals the writer capitalises everything: capitals say nothing.
_TITLE_CASE = 0.6
# These are ordinary words, written as the writer writes words.
_WORDS = frozenset({"kind", "form", "topic", "group"})
# … and of so few words nobody can tell: "Is Stockholm Valley Alliance a …".
_FEW = 5
# What comes after one of these is a sort of thing, in as many words.
_ASKING, _REACH = frozenset({"which", "many", "much", "same"}), 2
# After one of these a word in capitals is whom something is said of.
_OF = frozenset({"of", "by", "through"})
# Of whom one of these says something, that is a name.
_BEING = frozenset({"is", "was", "isn", "wasn"})


def is_title_case(tokens: Sequence[Token], spans: Sequence[Span]) -> bool:
    """Whether the capitals in a message tell nothing of names."""
    words = [
        token
        for token in tokens[1:]
        if token.word[0].isalpha()
        and not any(
            span.start <= token.start < span.end
            for span in spans
            if token.capitalised or span.role not in _WORDS
        )
    ]
    capitals = sum(token.capitalised for token in words)
    if len(words) > 1 and capitals == len(words):
        return True
    return len(words) > _FEW and capitals > _TITLE_CASE * len(words)


def parted(tokens: Sequence[Token]) -> bool:
    """Whether a comma or a full stop stands between: no name has one."""
    pairs = zip(tokens, tokens[1:], strict=False)
    return any(after.start - before.end > 1 for before, after in pairs)


def is_counted(tokens: Sequence[Token], index: int) -> bool:
    """Whether it is what is asked for: "which towns", "how many square metres"."""
    for place in range(index, max(index - _REACH, 0), -1):
        word = tokens[place].word
        if tokens[place].capitalised or word not in ordinary_words():
            return False
        if tokens[place - 1].word in _ASKING:
            return True
    return False


@dataclass(frozen=True, slots=True)
class FreeWords:
    """The words of a message, and which of them stand in no known name."""

    tokens: Sequence[Token]
    free: Sequence[bool]
    shouting: bool = False

    def in_capitals(self, index: int) -> bool:
        """Whether two words or more in capitals stand together: "Bridge Capital"."""
        pairs = ((index, index + 1), (index - 1, index))
        return any(all(map(self._is_title, pair)) for pair in pairs)

    def _is_title(self, index: int) -> bool:
        # The first word of a sentence has its capital for another reason.
        inside = 0 < index < len(self.tokens)
        return inside and self.free[index] and self.tokens[index].shape.istitle()


@dataclass(frozen=True, slots=True)
class StrangeWords:
    """Judge words by the examples' vocabulary, the facts' stems and the dictionary.

    `function_words` are never names unless two capitals stand together; a capitalised
    word right after one of the `auxiliaries` ("did Shell give") does what is asked of.
    """

    vocabulary: Collection[str]
    stems: Collection[str]
    function_words: Collection[str]
    auxiliaries: Collection[str]

    def is_strange(
        self, words: FreeWords, index: int, named: bool, shouting: bool
    ) -> bool:
        """Whether a word may be (part of) a name that nobody knows."""
        token = words.tokens[index]
        if not shouting and index > 0 and words.in_capitals(index):
            return True
        if token.word in self.function_words or is_counted(words.tokens, index):
            return False
        if token.word in self.vocabulary or stem(token.word) in self.stems:
            return False
        capital = token.capitalised and index > 0 and not shouting
        if is_slip(token.word, self.vocabulary) and not capital:
            return False
        return not named or capital or token.word not in ordinary_words()

    def is_foreign(self, words: FreeWords, index: int) -> bool:
        """Whether a word is no English one, or written like a name."""
        return self.is_foreign_alone(words, index) or words.in_capitals(index)

    def is_foreign_alone(self, words: FreeWords, index: int) -> bool:
        """Whether it is one without a second capital, or does what is asked of."""
        token = words.tokens[index]
        if token.word not in ordinary_words() or token.shape.isupper():
            return True
        doing = index > 0 and words.tokens[index - 1].word in _OF
        if token.capitalised and doing and not words.shouting:
            return True  # "supporters of Rise"
        # "How much did Shell give": so ordinary a word is a name there.
        after = index > 0 and words.tokens[index - 1].word in self.auxiliaries
        # "Pretend that Tesla is a partner"
        follows = words.tokens[index + 1].word if index + 1 < len(words.tokens) else ""
        said_of = index > 0 and follows in _BEING
        return (after or said_of) and token.capitalised
