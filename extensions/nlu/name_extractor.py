"""Extract every name of the knowledge file, and names that it does not hold."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import (
    ENTITIES,
    ENTITY_ATTRIBUTE_END,
    ENTITY_ATTRIBUTE_START,
    ENTITY_ATTRIBUTE_TYPE,
    ENTITY_ATTRIBUTE_VALUE,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message

from partners.masking import Span
from partners.reading import NameReader, load_name_reader


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False
)
class NameExtractor(GraphComponent, EntityExtractorMixin):
    """Names by `partners.names`: the entity is the role, the value the stable id.

    Not trained: it reads the knowledge file when the model is loaded, so that a new
    partner is known after a restart.
    """

    def __init__(self, reader: NameReader) -> None:
        self._reader = reader

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> NameExtractor:
        """Build the matcher; raises KnowledgeError where the knowledge is broken."""
        return cls(load_name_reader())

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the entities to every message."""
        for message in messages:
            found = [
                entity_of(span) for span in self._reader.read(message.get(TEXT) or "")
            ]
            tagged = self.add_extractor_name(found)
            message.set(
                ENTITIES, message.get(ENTITIES, []) + tagged, add_to_output=True
            )
        return messages


def entity_of(span: Span) -> dict[str, Any]:
    """A span as Rasa's entity."""
    return {
        ENTITY_ATTRIBUTE_TYPE: span.role,
        ENTITY_ATTRIBUTE_VALUE: span.id,
        ENTITY_ATTRIBUTE_START: span.start,
        ENTITY_ATTRIBUTE_END: span.end,
    }
