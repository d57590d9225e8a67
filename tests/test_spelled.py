"""Partners are chosen by how their names are written, and as no more than that."""

from __future__ import annotations

import pytest

from partners.answer import Kind, Outcome
from partners.cues import load_cues
from partners.model import Knowledge
from partners.question import Question
from partners.question_reader import QuestionReader
from partners.reading import load_knowledge, load_name_reader
from partners.spelled import by_name


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def question(
    knowledge: Knowledge, text: str, intent: str = "list_partners"
) -> Question:
    reader = QuestionReader(knowledge, load_cues())
    return reader.read(intent, text, load_name_reader().read(text))


def test_names_are_chosen_by_their_first_letter(knowledge: Knowledge) -> None:
    (answer,) = by_name(
        knowledge, question(knowledge, "which supporting partners begin with an S?")
    )

    assert (answer.kind, answer.outcome) == (Kind.FACT, Outcome.INITIAL)
    assert answer.names == ("securitas", "swedbank", "sparbanken_skane")


def test_names_are_chosen_by_a_word_in_them(knowledge: Knowledge) -> None:
    (answer,) = by_name(
        knowledge, question(knowledge, "which partners have Forum in their name")
    )

    assert answer.names == ("hlf", "the_bridge")


def test_what_a_partner_is_by_its_name_alone_is_told_as_that(
    knowledge: Knowledge,
) -> None:
    asked = question(knowledge, "which of your supporting partners are banks")

    (answer,) = by_name(knowledge, asked)

    assert answer.kind is Kind.NEAREST
    assert "danske_bank" in answer.names
    assert "securitas" not in answer.names


def test_those_without_it_are_told_where_they_are_asked_for(
    knowledge: Knowledge,
) -> None:
    asked = question(knowledge, "which supporting partners are not banks")

    (answer,) = by_name(knowledge, asked)

    assert "folksam" in answer.names
    assert "swedbank" not in answer.names


@pytest.mark.parametrize(
    "text",
    [
        "my bank is Nordea, do they support you",
        "which banks fund CAMP",
        "why do banks support you",
        "I work at a bank, which partners are non-profit",
    ],
)
def test_nothing_is_chosen_where_no_sort_is_asked_for(
    knowledge: Knowledge, text: str
) -> None:
    assert by_name(knowledge, question(knowledge, text)) == ()
