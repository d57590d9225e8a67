"""Classify the intent of a message with its names masked."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import (
    ENTITIES,
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from extensions.nlu.name_extractor import entity_of
from partners.classifier import Candidate
from partners.intents import IntentClassifier
from partners.masking import Masker
from partners.parsed import EXPLAINED, OTHER_LANGUAGE, QUESTIONS, spans_of
from partners.parts import Part, PartReader
from partners.reading import RelationReader, load_knowledge, load_name_reader
from partners.strangers import UNKNOWN

# What the intent ranking shows: "did you mean" offers at most three.
_RANKED = 10


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True
)
class RelationIntentClassifier(GraphComponent, EntityExtractorMixin):
    """`partners.intents` over masked text; marks the unknown name that it needs.

    Configuration: `unknown_threshold`, the confidence from which a message with NAME in
    place of strange words counts as understood; `unknown_gain`, how much nearer to the
    examples that must bring it; `small_talk`, the intents that are not about partners;
    `about_all`, those about all of them, in which no name belongs.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """The configuration where config.yml says nothing else."""
        return {
            "unknown_threshold": 0.5,
            "unknown_gain": 0.05,
            "small_talk": [],
            "about_all": [],
        }

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        classifier: IntentClassifier | None = None,
    ) -> None:
        self._config = config
        self._storage = model_storage
        self._resource = resource
        self._reader: RelationReader | None = None
        self._parts: PartReader | None = None
        if classifier is not None:
            self._use(classifier)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> RelationIntentClassifier:
        """A classifier that is still to be trained."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> RelationIntentClassifier:
        """A trained classifier from the model; raises ModelFormatError if too old."""
        with model_storage.read_from(resource) as folder:
            classifier = IntentClassifier.load(folder, _pairs())
        return cls(config, model_storage, resource, classifier)

    def _use(self, classifier: IntentClassifier) -> None:
        config = self._config
        self._reader = RelationReader(
            classifier,
            load_knowledge(),
            config["small_talk"],
            config["about_all"],
            config["unknown_threshold"],
            config["unknown_gain"],
        )
        self._parts = PartReader(self._reader, load_name_reader())

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples, with their names masked."""
        examples = training_data.intent_examples
        names, masker = load_name_reader(), Masker(load_knowledge())
        texts = []
        for example in examples:
            text = example.get(TEXT)
            marked = [e for e in example.get(ENTITIES, []) if e["entity"] == UNKNOWN]
            spans = (*names.read(text), *spans_of(marked))
            texts.append(masker.mask(text, spans))
        intents = [example.get(INTENT) for example in examples]
        classifier = IntentClassifier.fit(texts, intents, _pairs())
        with self._storage.write_to(self._resource) as folder:
            classifier.save(folder)
        self._use(classifier)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set intent and ranking, and add the unknown name to the entities."""
        assert self._reader and self._parts, (
            "the graph loads or trains before it processes"
        )
        for message in messages:
            if message.get(OTHER_LANGUAGE):
                sure = _intent(Candidate(OTHER_LANGUAGE, 1.0))
                message.set(INTENT, sure, add_to_output=True)
                message.set(INTENT_RANKING_KEY, [sure], add_to_output=True)
                continue
            entities = message.get(ENTITIES, [])
            found = spans_of(entities)
            ranked, spans = self._reader.read(message.get(TEXT) or "", found)
            parts = self._parts.parts(message.get(TEXT) or "", found)
            if parts:
                message.set(QUESTIONS, [_part(p) for p in parts], add_to_output=True)
                # Two intents at once are no doubt which of them it is.
                ranked = parts[0].ranked
            ranking = [_intent(candidate) for candidate in ranked[:_RANKED]]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
            kept = [e for e, span in zip(entities, found, strict=True) if span in spans]
            new = [entity_of(span) for span in spans if span not in found]
            tagged = self.add_extractor_name(new)
            message.set(ENTITIES, kept + tagged, add_to_output=True)
        return messages


def _part(part: Part) -> dict[str, Any]:
    """A part as a message of its own, in the form of Rasa's parse data."""
    return {
        TEXT: part.text,
        INTENT: _intent(part.ranked[0]),
        INTENT_RANKING_KEY: [_intent(one) for one in part.ranked[:_RANKED]],
        ENTITIES: [entity_of(span) for span in part.spans],
    }


def _intent(candidate: Candidate) -> dict[str, Any]:
    return {
        INTENT_NAME_KEY: candidate.intent,
        PREDICTED_CONFIDENCE_KEY: candidate.confidence,
        EXPLAINED: list(candidate.explained),
    }


def _pairs() -> dict[str, str]:
    """Of every relation that is asked from both ends: reverse intent to forward one."""
    relations = load_knowledge().relations.values()
    return {r.reverse: r.forward for r in relations if r.reverse and r.forward}
