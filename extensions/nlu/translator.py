"""Tell the language of a message, and hand it on in plain English."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from partners.beliefs import asked_of_absence, asked_of_belief
from partners.courtesies import unshouted, without_courtesies
from partners.introductions import without_introduction
from partners.language import SWEDISH, LanguageReader, load_language_reader
from partners.other_languages import in_other_language
from partners.own_circle import among_partners
from partners.parsed import LANGUAGE, ORIGINALS, OTHER_LANGUAGE
from partners.reading import NameReader, load_name_reader
from partners.respelling import Speller
from partners.translating import load_translator


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False
)
class Translator(GraphComponent):
    """Leave the language, and the question in English without courtesies and slips.

    A message whose words are of no certain language ("NOME?") is left as it is, so that
    the conversation goes on in its own.  From here on the text of a Swedish one is
    English, and so are the offsets of its names: what `/model/parse` answers, and what
    `rasa interactive` would write into a story.  The stored message stays as it came.
    Registered as an extractor, though it finds none, to run in no training.
    """

    def __init__(self, reader: LanguageReader, names: NameReader) -> None:
        self._reader = reader
        self._names = names
        self._speller = Speller(names, reader)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Translator:
        """Build the reader; raises KnowledgeError where the knowledge is broken.

        The glossary is read at the first message that needs it; `make knowledge` checks
        it.
        """
        return cls(load_language_reader(), load_name_reader())

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the language of every message, and its text in plain English."""
        for message in messages:
            text = message.get(TEXT) or ""
            if in_other_language(text):
                message.set(OTHER_LANGUAGE, True, add_to_output=True)
                continue
            language = self._reader.language(text)
            asked = without_courtesies(unshouted(text))
            if language == SWEDISH:
                told = load_translator().translate(asked)
                message.set(ORIGINALS, dict(told.originals), add_to_output=True)
                asked = told.text
            else:
                asked = self._speller.respelled(asked)
            asked = without_courtesies(without_introduction(asked, self._names))
            asked = asked_of_absence(asked_of_belief(asked), self._names)
            asked = among_partners(asked)
            if asked != text:
                message.set(TEXT, asked, add_to_output=True)
            if language is not None:
                message.set(LANGUAGE, language, add_to_output=True)
        return messages
