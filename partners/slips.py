"""Read a mistyped word of a question as the word that was meant, for the classifier.

What the message itself says is put right in `partners.respelling`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from partners.lexicon import ordinary_words, slips_of

# People make the same slips again and again; a flood of nonsense must not fill memory.
_MOST_KNOWN = 4096


@dataclass(frozen=True)
class Corrector:
    """Correct towards `vocabulary`, the words that questions are made of."""

    vocabulary: Collection[str]
    _known: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    def correct(self, word: str) -> str:
        """`word`, or the one word that it is a slip away from: "peroid" is "period"."""
        if word in self.vocabulary or word in ordinary_words():
            return word
        if word not in self._known:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            meant = slips_of(word, self.vocabulary)
            self._known[word] = meant[0] if len(meant) == 1 else word
        return self._known[word]
