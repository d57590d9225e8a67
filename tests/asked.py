"""Questions and references as the pipeline reads them in a text, without a model."""

from __future__ import annotations

from partners.cues import load_cues
from partners.masking import Span
from partners.question import Question
from partners.question_reader import QuestionReader
from partners.reading import load_knowledge, load_name_reader
from partners.reference import Reference, load_reference_reader
from partners.strangers import UNKNOWN


def names_in(text: str, unknown: str = "") -> tuple[Span, ...]:
    """The known names in `text`, and the unknown one that is given."""
    spans = load_name_reader().read(text)
    if not unknown:
        return spans
    start = text.index(unknown)
    return (*spans, Span(start, start + len(unknown), UNKNOWN, unknown))


def question(intent: str, text: str, unknown: str = "") -> Question:
    """The question in `text`, its intent given."""
    reader = QuestionReader(load_knowledge(), load_cues())
    return reader.read(intent, text, names_in(text, unknown))


def reference(text: str, unknown: str = "") -> Reference:
    """How `text` refers to what was said before it."""
    return load_reference_reader().read(text, names_in(text, unknown))
