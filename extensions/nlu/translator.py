"""Tell the language of a message, and hand on a Swedish one in English."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from partners.language import SWEDISH, LanguageReader, load_language_reader
from partners.parsed import language_entity
from partners.translating import load_translator


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False
)
class Translator(GraphComponent, EntityExtractorMixin):
    """`partners.translating`: the language becomes an entity, that fills a slot.

    A message whose words are of no certain language ("NOME?") has no such entity, so
    that the conversation goes on in its own.  From here on the text of a Swedish one is
    English, and so are the offsets of its names; the stored message stays as it came.
    """

    def __init__(self, reader: LanguageReader) -> None:
        self._reader = reader

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Translator:
        """Build the reader; raises GlossaryError where the glossary is broken."""
        return cls(load_language_reader())

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the language of every message, and the text of those in Swedish."""
        for message in messages:
            text = message.get(TEXT) or ""
            language = self._reader.language(text)
            if language == SWEDISH:
                message.set(TEXT, load_translator().english(text), add_to_output=True)
            if language is not None:
                tagged = self.add_extractor_name([language_entity(language)])
                message.set(
                    ENTITIES, message.get(ENTITIES, []) + tagged, add_to_output=True
                )
        return messages
