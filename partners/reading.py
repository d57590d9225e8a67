"""Read a message: the names in it, the relation it asks, the names it doesn't know."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from spacy.lang.en.stop_words import STOP_WORDS

from partners.absorbing import Absorber
from partners.classifier import Candidate, Score
from partners.cues import Cues, load_cues
from partners.elsewhere import find_elsewhere, names_language
from partners.folding import tokenise
from partners.framing import asking_in, question_in
from partners.giving import find_acting, find_addressed
from partners.intents import IntentClassifier
from partners.lexicon import ordinary_words
from partners.load import load
from partners.masking import POSITION, Masker, Span, longest
from partners.model import Knowledge, Role
from partners.names import NameMatcher
from partners.nesting import NestFinder
from partners.placing import SUBJECTS
from partners.positions import find_positions
from partners.reference import load_reference_reader
from partners.runs import RunFinder
from partners.search import stem
from partners.slips import Corrector
from partners.strangers import Guess, StrangerFinder, joined_to_name

# Longer messages are cut for reading: a question is short, and cost grows with length.
LONGEST_TEXT = 1000
# So many intents of a message are looked into when it is answered.
LIKELY = 4
# How sure the rest of a question must be, for a description in it to be resolved.
OUTER = 0.6
# So sure that a message is small talk or about the world, though it has a name of ours.
SURE = 0.8
FOLLOW_UP = "follow_up"
_KEPT = 64


def _only_points(text: str, spans: Sequence[Span]) -> bool:
    """Whether a message is nothing but a place in a list: "#1"."""
    reference = load_reference_reader().read(text, spans)
    named = any(span.role != POSITION for span in spans)
    return reference.empty and bool(reference.positions) and not named


def _pointing(ranked: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """`ranked`, with the intent to go on surely first."""
    rest = [one for one in ranked if one.intent != FOLLOW_UP]
    return (Candidate(FOLLOW_UP, 1.0), *rest)


@cache
def load_knowledge() -> Knowledge:
    """The knowledge of this process, read once."""
    return load()


class NameReader:
    """Find the names of the knowledge file, and other places, in a message."""

    def __init__(self, knowledge: Knowledge, cues: Cues) -> None:
        self._matcher = NameMatcher(knowledge, cues)
        self.knowledge = knowledge
        self._language = "en"
        # A message is read for its language, for its names and for its parts.
        self._find = lru_cache(maxsize=_KEPT)(self._found)

    def read(self, text: str) -> tuple[Span, ...]:
        """The names in the first `LONGEST_TEXT` characters of `text`."""
        return self._find(text[:LONGEST_TEXT])

    def _found(self, text: str) -> tuple[Span, ...]:
        found = self._matcher.find(text)
        known = tuple(Span(m.start, m.end, m.role.value, m.id) for m in found)
        named = [span for span in known if span.role != Role.PLACE.value]
        elsewhere = tuple(find_elsewhere(text, named, self._language))
        places = longest((*known, *elsewhere))
        known = tuple(s for s in places if not names_language(text, s))
        somebody = any(span.role in SUBJECTS for span in known)
        find = find_acting if somebody else find_addressed
        known = longest((*find(text, self.knowledge.host), *known))
        return (*known, *find_positions(text, known))


@cache
def load_name_reader() -> NameReader:
    """The name reader of this process, built once for all that use it."""
    return NameReader(load_knowledge(), load_cues())


class RelationReader:
    """Tell the intent of a message, names masked; and find the unknown name in it."""

    def __init__(
        self,
        classifier: IntentClassifier,
        knowledge: Knowledge,
        small_talk: Collection[str],
        about_all: Collection[str],
        threshold: float,
        gain: float,
    ) -> None:
        self._classifier = classifier
        self._knowledge = knowledge
        # A word that only questions about the world have, such as "berlin", is no word
        # of ours: in one of our questions it is a name.
        questions = frozenset(classifier.intents) - frozenset(small_talk)
        self.askable = questions
        vocabulary = classifier.words_of(questions) - self._name_words()
        self._masker = Masker(self._knowledge, Corrector(vocabulary).correct)
        self._runs = RunFinder(load_cues(), vocabulary | STOP_WORDS)
        self._nests = NestFinder(self._knowledge, load_cues(), self._relation_of)
        self._nestable = {
            intent
            for relation in self._knowledge.relations.values()
            for intent in (relation.forward, relation.reverse)
            if intent is not None and relation.id not in ("summary", "visiting")
        } | {"ask_status"}
        self._absorber = Absorber(knowledge, load_cues(), vocabulary)
        self._strangers = StrangerFinder(
            self._masker,
            load_cues(),
            self._guess,
            vocabulary,
            self._fact_stems(),
            questions,
            questions - frozenset(about_all),
            threshold,
            gain,
        )

    def _guess(self, masked: str) -> Guess:
        score = self._classifier.score(masked)
        best = score.candidates[0]
        return Guess(best.intent, best.confidence, score.near)

    def read(
        self, text: str, spans: Sequence[Span]
    ) -> tuple[tuple[Candidate, ...], tuple[Span, ...]]:
        """The intents, best first, and the names, now with the unknown ones."""
        text = text[:LONGEST_TEXT]
        spans = self._runs.absorb(text, self._absorber.absorb(text, spans))
        stranger = self._strangers.find(text, spans)
        if stranger is not None:
            spans = joined_to_name(text, spans, stranger)
        score = self._score(text, spans)
        ranked = self._prefer_askable(score.candidates, spans)
        if _only_points(text, spans):
            ranked = _pointing(ranked)
        ranked, spans = self._unnested(text, spans) or (ranked, tuple(spans))
        return self._explained(text, ranked), spans

    def _score(self, text: str, spans: Sequence[Span]) -> Score:
        """The intents of `text`, or of its question alone where that is clearer."""
        score = self._classifier.score(self._masker.mask(text, spans))
        begins, ends = asking_in(text, load_cues())
        if (begins, ends) == (0, len(text)):
            return score
        inside = [
            replace(s, start=s.start - begins, end=s.end - begins)
            for s in spans
            if begins <= s.start < ends
        ]
        alone = self._classifier.score(self._masker.mask(text[begins:ends], inside))
        first, other = alone.candidates[0], score.candidates[0]
        apart = question_in(text, spans, load_cues()) == (begins, ends)
        # "My bank is Nordea, do they support you": "they" stands for the name before.
        words = {token.word for token in tokenise(text[begins:ends])}
        points = not load_cues().pronouns.isdisjoint(words) and first.confidence >= SURE
        asks = first.intent in self.askable and (apart or points)
        clearer = first.confidence > other.confidence or other.intent == FOLLOW_UP
        return alone if asks and clearer else score

    def _explained(
        self, text: str, ranked: Sequence[Candidate]
    ) -> tuple[Candidate, ...]:
        """`ranked`, the likeliest with the words of `text` that they explain."""
        said = {token.word for token in tokenise(text)} - STOP_WORDS
        explains = self._classifier.explains
        likely = (
            replace(
                one, explained=tuple(sorted(w for w in said if explains(one.intent, w)))
            )
            for one in ranked[:LIKELY]
        )
        return (*likely, *ranked[LIKELY:])

    def _unnested(
        self, text: str, spans: Sequence[Span]
    ) -> tuple[tuple[Candidate, ...], tuple[Span, ...]] | None:
        """The reading with a description resolved that makes the clearest question."""
        best = None
        for nest in self._nests.find(text, spans):
            outside = [s for s in spans if s.end <= nest.start or s.start >= nest.end]
            nested = (*outside, *nest.spans(self._knowledge))
            score = self._classifier.score(self._masker.mask(text, nested))
            first = score.candidates[0]
            sure = first.intent in self._nestable and first.confidence >= OUTER
            if sure and (best is None or score.near > best[0]):
                best = (score.near, (score.candidates, nested))
        return best[1] if best else None

    def _name_words(self) -> set[str]:
        """Words that only names have: "nordisk" without the rest is another name."""
        found = set()
        for entity in self._knowledge.entities.values():
            for name in entity.names:
                words = [token.word for token in tokenise(name)]
                # A partner's one word is a name, also where English has it: "nome".
                whole = entity.role is Role.PARTNER and len(words) == 1
                found |= {w for w in words if whole or w not in ordinary_words()}
        return found

    def _fact_stems(self) -> set[str]:
        """Words of the facts: "roundtables" is what a partner does, and no name."""
        texts = (fact.text for fact in self._knowledge.facts if fact.text)
        words = {t.word for text in texts for t in tokenise(text) if not t.capitalised}
        return {stem(word) for word in words}

    def _prefer_askable(
        self, ranked: tuple[Candidate, ...], spans: Sequence[Span]
    ) -> tuple[Candidate, ...]:
        """`ranked`, with a question first where a name makes small talk unlikely."""
        named = any(span.role in ("partner", "organisation") for span in spans)
        if not named or ranked[0].confidence >= SURE:
            return ranked
        return tuple(sorted(ranked, key=lambda c: c.intent not in self.askable))

    def _relation_of(self, text: str, spans: Sequence[Span]) -> str | None:
        """The relation that a clause asks, read as "which …"."""
        best = self._classifier.score(f"which {self._masker.mask(text, spans)}")
        intent = best.candidates[0].intent
        for relation in self._knowledge.relations.values():
            if intent in (relation.forward, relation.reverse):
                return relation.id
        return None
