"""Each question of a message is read by itself, with the names of its context."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from partners.classifier import Candidate
from partners.masking import HEAD, Span
from partners.parts import Part, PartReader
from partners.reading import RelationReader, load_name_reader
from tests.asked import names_in

INTENTS = {
    "funds": "ask_funders",
    "runs": "ask_organiser",
    "founded": "ask_founders",
}


class WordReader(RelationReader):
    """Tells the intent by one word, so that a test knows which it is."""

    def __init__(self, whole: float) -> None:
        self.askable = frozenset(INTENTS.values())
        self._whole = whole

    def read(
        self, text: str, spans: Sequence[Span]
    ) -> tuple[tuple[Candidate, ...], tuple[Span, ...]]:
        """A message of several sentences is as likely small talk as `whole` says."""
        found = (intent for word, intent in INTENTS.items() if word in text)
        several = ". " in text.strip()
        best = Candidate(next(found, "smalltalk"), self._whole if several else 0.9)
        return (best,), tuple(spans)


def parts(text: str, whole: float = 0.5) -> tuple[Part, ...]:
    """The questions in `text`."""
    reader = PartReader(WordReader(whole), load_name_reader())
    return reader.parts(text, names_in(text))


def names(part: Part) -> list[str]:
    """The ids of the partners and fields in one part."""
    return [span.id for span in part.spans if span.role in ("partner", "topic")]


@pytest.mark.parametrize(
    "said", ["", "who funds CAMP", "hello. how are you", "who funds CAMP. Thanks"]
)
def test_a_message_of_one_question_has_no_parts(said: str) -> None:
    assert parts(said) == ()


def test_each_part_has_its_own_intent_and_names() -> None:
    first, second = parts("who runs HLF and who funds NOME?")
    assert (first.ranked[0].intent, names(first)) == ("ask_organiser", ["hlf"])
    assert (second.ranked[0].intent, names(second)) == ("ask_funders", ["nome"])


def test_offsets_are_of_the_part() -> None:
    _, second = parts("who runs HLF and who funds NOME?")
    (span,) = (s for s in second.spans if s.role == "partner")
    assert second.text[span.start : span.end] == "NOME"


def test_what_a_question_was_about_is_left_to_the_conversation() -> None:
    found = parts("who runs HLF and who funds it and who founded MTT")
    assert [names(part) for part in found] == [["hlf"], [], ["mtt"]]


def test_a_sentence_of_context_gives_its_name_to_the_question_after_it() -> None:
    first, second = parts("I like the CAMP project. Who funds it and who runs it")
    assert (names(first), names(second)) == (["camp"], [])
    (inherited,) = (span for span in first.spans if span.id == "camp")
    assert inherited.start == inherited.end == len(first.text)
    # It spoke of a project.
    assert any(span.role == HEAD for span in first.spans)
    assert not any(span.role == HEAD for span in second.spans)


def test_a_name_of_its_own_is_not_joined_by_that_of_the_context() -> None:
    (found,) = parts("I like CAMP a lot. Who funds NOME")
    assert names(found) == ["nome"]


def test_a_sentence_of_context_is_no_part_and_gives_its_topic() -> None:
    (found,) = parts("We try a food process. Who runs a site for that")
    assert found.text == "Who runs a site for that"
    assert names(found) == ["food"]


def test_a_sure_message_is_not_taken_apart_for_its_context() -> None:
    assert parts("We try a food process. Who runs a site", whole=0.9) == ()


@pytest.mark.parametrize(
    "said",
    [
        # What follows the question may change it.
        "who funds CAMP. I like it so much",
        # A clause that is no sentence belongs to the question.
        "so I go to you and who funds CAMP",
    ],
)
def test_words_that_are_not_apart_stay(said: str) -> None:
    assert parts(said) == ()


def test_a_long_message_is_cut_before_it_is_split() -> None:
    assert parts("who funds CAMP " + "x " * 500 + "? who runs HLF?") == ()
