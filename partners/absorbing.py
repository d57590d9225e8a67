"""Turn a known name that goes on into the unknown name that it is part of.

"Nordea Foundation", "CAMP Nordic", "Tim Cook": the facts of the partner whose name is
in them are not theirs.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from spacy.lang.en.stop_words import STOP_WORDS

from partners.cues import Cues
from partners.elsewhere import ELSEWHERE
from partners.folding import Token, tokenise
from partners.lexicon import is_slip, ordinary_words
from partners.masking import Span
from partners.model import Knowledge
from partners.strange_words import is_title_case
from partners.strangers import EXTENDABLE, UNKNOWN

_NAMED = ("partner", "organisation")
# An acronym in mixed case with a surname after it is a person's first name.
_LONGEST_FIRST_NAME = 4
# So end the adjectives of countries: "Norwegian", "Danish", "Dutch", "Swiss".
_OF_COUNTRIES = ("ian", "can", "ean", "man", "ish", "ese", "ch", "ss", "ic", "ek")
# One of these has a name before it, where it has a word that is no English one.
_CALLED = frozenset(
    {"science park", "university", "foundation", "incubator", "municipality"}
)
_VOWELS = frozenset("aeiouy")
# Only after these is a nationality said of a name: "is MVA Danish".
_BEING = frozenset({"is", "isn", "are", "aren", "was", "wasn", "were", "isnt", "arent"})


@dataclass(frozen=True)
class Absorber:
    """Decide which words belong to the name before or after them.

    A word of the training examples (`vocabulary`), however it is written, belongs to
    the question and not to the name.
    """

    knowledge: Knowledge
    cues: Cues
    vocabulary: Collection[str]

    def absorb(self, text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
        """`spans` with each name that goes on as one unknown name."""
        tokens = tokenise(text)
        shouting = is_title_case(tokens, spans)
        result: list[Span] = []
        for span in sorted(spans, key=lambda one: one.start):
            if result and span.start < result[-1].end:
                continue  # swallowed by the name before it
            grown = span
            if span.role in EXTENDABLE:
                grown = self._grow(text, tokens, spans, span, shouting)
                if tokens[0].word not in _BEING:  # "is Innergi in Malmö" asks where
                    grown = self._elsewhere(text, spans, grown)
            elif span.role == ELSEWHERE:
                grown = self._of_city(text, tokens, span)
            elif span.role in ("topic", "kind"):
                grown = self._called(text, tokens, spans, span)
            result.append(grown)
        return tuple(result)

    def _grow(
        self,
        text: str,
        tokens: Sequence[Token],
        spans: Sequence[Span],
        span: Span,
        shouting: bool,
    ) -> Span:
        start, end = span.start, span.end
        for token in tokens:
            if token.start < end:
                continue
            if text[end : token.start] not in (" ", "-"):
                break
            owner = next((s for s in spans if s.start <= token.start < s.end), None)
            if not self._goes_on(text, tokens, span, token, owner, shouting):
                break
            end = owner.end if owner else token.end
        if span.role in _NAMED and not shouting:
            start = self._start(text, tokens, spans, span)
        if span.role == "place":
            start = self._start_of_place(tokens, span)
        if (start, end) == (span.start, span.end):
            return span
        return Span(start, end, UNKNOWN, text[start:end])

    def _called(
        self, text: str, tokens: Sequence[Token], spans: Sequence[Span], span: Span
    ) -> Span:
        """ "Ideon science park" is a name: the word before it is of no language."""
        said = text[span.start : span.end].casefold()
        before = next((t for t in reversed(tokens) if t.end == span.start - 1), None)
        if said not in _CALLED or before is None or not before.word.isalpha():
            return span
        taken = any(one.start <= before.start < one.end for one in spans)
        if taken or before.word in ordinary_words() or self._is_ours(before.word):
            return span
        return Span(before.start, span.end, UNKNOWN, text[before.start : span.end])

    def _elsewhere(self, text: str, spans: Sequence[Span], span: Span) -> Span:
        """ "Innergi in Malmö" is not "Innergi in Lund", whose name has its place."""
        entity = self.knowledge.entities.get(span.id)
        place = entity.name.rpartition(" in ")[2] if entity else ""
        if entity is None or place == entity.name:
            return span
        for other in spans:
            between = text[span.end : other.start].casefold()
            located = other.role in ("place", ELSEWHERE) and between == " in "
            if located and text[other.start : other.end].casefold() != place.casefold():
                return Span(
                    span.start, other.end, UNKNOWN, text[span.start : other.end]
                )
        return span

    def _of_city(self, text: str, tokens: Sequence[Token], span: Span) -> Span:
        """ "Uppsala university" is a name, "a Norwegian university" is none."""
        after = next((t for t in tokens if t.start >= span.end), None)
        if after is None or text[span.end : after.start] != " ":
            return span
        adjective = text[span.start : span.end].casefold().endswith(_OF_COUNTRIES)
        if adjective or after.word not in self.cues.name_forming:
            return span
        return Span(span.start, after.end, UNKNOWN, text[span.start : after.end])

    def _goes_on(
        self,
        text: str,
        tokens: Sequence[Token],
        span: Span,
        token: Token,
        owner: Span | None,
        shouting: bool,
    ) -> bool:
        if not token.word[0].isalpha():
            return False
        if owner is not None and owner.role != "topic":
            return self._is_branch(tokens, span, token, owner)
        if owner is not None and not token.capitalised:
            return False  # "nome startups" are no other NOME
        if token.word in self.cues.name_forming:
            return True
        if shouting:
            return False
        written = text[span.start : span.end]
        first_name = written.istitle() and len(written) <= _LONGEST_FIRST_NAME
        if token.capitalised:
            named = token.word in self.cues.name_forming_capitalised
            return first_name or named or not self._is_ours(token.word)
        # "tim cook": an acronym in lower case, and a word that no question has.
        short = written.islower() and len(written) <= _LONGEST_FIRST_NAME
        # No first name is without a vowel, and "translates" is what CAMP does.
        person = not _VOWELS.isdisjoint(written)
        does = token.word.endswith("s") and token.word in ordinary_words()
        return short and person and not does and not self._is_ours(token.word)

    def _is_branch(
        self, tokens: Sequence[Token], span: Span, token: Token, owner: Span
    ) -> bool:
        """Whether a place or kind after a name makes it another: "CAMP Nordic"."""
        if span.role not in _NAMED or owner.role not in ("place", "kind", ELSEWHERE):
            return False
        if owner.role == "place" and self._has_member_in(span.id, owner.id):
            return False  # "TIM Japan"
        if owner.role == "kind":  # "the EFL foundation" is EFL itself
            kinds = self.knowledge.facts_of(span.id, "kinds")
            own = any(fact.target == owner.id for fact in kinds)
            return token.word in self.cues.name_forming and not own
        after = next((t.word for t in tokens if t.start >= owner.end), "?")
        long = span.end - span.start > _LONGEST_FIRST_NAME
        named = after in ("name", "names")
        if (long or named) and not token.capitalised and after[0].isalnum():
            return False  # "Skåne Food Innovation Network swedish name"
        # "Is MVA Danish?", "is MVA Danish, Swedish or both?"
        ends = not after[0].isalnum() or after in self.cues.conjunctions
        asked = tokens[0].word in (
            _BEING if owner.role == ELSEWHERE else self.cues.polar_start
        )
        return not (ends and asked)

    def _is_ours(self, word: str) -> bool:
        """Whether a word belongs to the questions, also where it is mistyped."""
        return word in self.vocabulary or is_slip(word, self.vocabulary)

    def _has_member_in(self, id_: str, place: str) -> bool:
        members = self.knowledge.facts_of(id_, "members")
        return any(
            fact.target == place
            for member in members
            for fact in self.knowledge.facts_of(member.target or "", "places")
        )

    def _start_of_place(self, tokens: Sequence[Token], span: Span) -> int:
        """Where "South American" begins."""
        before = [token for token in tokens if token.end <= span.start][-1:]
        prefixed = before and before[0].word in self.cues.place_prefixes
        return before[0].start if prefixed else span.start

    def _start(
        self, text: str, tokens: Sequence[Token], spans: Sequence[Span], span: Span
    ) -> int:
        for before, token in zip(tokens, tokens[1:], strict=False):
            if token.start != span.start or before is tokens[0]:
                continue
            taken = any(s.start <= before.start < s.end for s in spans)
            known = before.word in STOP_WORDS or before.word in self.vocabulary
            joined = text[before.end : token.start] in (" ", "-")
            if joined and not known and before.capitalised and not taken:
                return before.start
        return span.start
