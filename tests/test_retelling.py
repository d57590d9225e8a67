"""Where the last answer stands, and what else the page says."""

from __future__ import annotations

import pytest

from partners.answer import Kind, Outcome
from partners.memory import Memory
from partners.phrases import Phrases
from partners.retelling import evidence, more, suggestions, untold
from partners.wording import Wording
from tests.asking import load_responses
from tests.small_knowledge import SMALL

OF_BETA = tuple(f"beta/{id_}" for id_ in SMALL.relations if SMALL.facts_of("beta", id_))


def test_evidence_is_the_last_answer_with_its_section() -> None:
    held = ("beta/funders", "gamma/events")
    (found,) = evidence(SMALL, Memory(evidence=held))
    assert (found.kind, found.outcome) == (Kind.FACT, Outcome.EVIDENCE)
    assert [(one.subject, one.relation) for one in found.also] == [
        ("beta", "funders"),
        ("gamma", "events"),
    ]
    assert found.sections == ("Beta", "Gamma")


def test_evidence_that_one_is_a_partner_is_its_status() -> None:
    (found,) = evidence(SMALL, Memory(evidence=("acme", "gone")))
    (status,) = found.also
    assert (status.outcome, status.subject, status.group) == (
        Outcome.STATUS,
        "acme",
        "givers",
    )


@pytest.mark.parametrize(
    "held", [(), ("gone/funders",), ("gone",), ("acme/funders",), ("",), ("/",)]
)
def test_without_a_fact_there_is_no_evidence(held: tuple[str, ...]) -> None:
    (found,) = evidence(SMALL, Memory(focus=("beta",), evidence=held))
    assert (found.kind, found.outcome) == (Kind.NOT_STATED, Outcome.NO_EVIDENCE)


def test_more_is_what_was_not_told_yet_two_kinds_at_once() -> None:
    memory = Memory(focus=("beta",), told=("beta/kinds", "beta/topics", "gamma/vision"))
    (found,) = more(SMALL, memory)
    assert [one.relation for one in found.also] == ["vision", "members"]
    assert found.outcome is Outcome.MORE
    assert {fact.relation for fact in found.facts} == {"vision", "members"}


def test_more_is_told_of_each_in_focus() -> None:
    relations = SMALL.relations_of("gamma")
    told = tuple(f"gamma/{id_}" for id_ in relations)
    found = more(SMALL, Memory(focus=("gamma", "beta"), told=told))
    assert [(one.subject, one.outcome) for one in found] == [
        ("gamma", Outcome.NO_MORE),
        ("beta", Outcome.MORE),
    ]


def test_more_of_one_of_whom_the_page_says_nothing_is_nothing() -> None:
    (found,) = more(SMALL, Memory(focus=("acme",)))
    assert (found.outcome, found.facts) == (Outcome.NO_MORE, ())


def test_more_of_nobody_is_asked_back() -> None:
    (found,) = more(SMALL, Memory(told=("beta/kinds",)))
    assert (found.kind, found.outcome) == (Kind.AMBIGUOUS, Outcome.WHICH)


def test_summary_and_name_are_nothing_more() -> None:
    rest = tuple(key for key in OF_BETA if key != "beta/summary")
    assert untold(SMALL, Memory(told=rest), "beta") == []
    assert "summary" not in untold(SMALL, Memory(), "beta")
    assert len(untold(SMALL, Memory(), "beta")) == len(rest) > 0


@pytest.mark.parametrize("focus", [(), ("beta", "gamma"), ("gone",), ("acme",)])
def test_nothing_is_suggested_but_of_one_with_facts(focus: tuple[str, ...]) -> None:
    assert list(suggestions(SMALL, Memory(focus=focus))) == []


def test_suggestions_are_what_was_not_told() -> None:
    found = suggestions(SMALL, Memory(focus=("omega",), told=("omega/kinds",)))
    # Where it is might be answered with where its members are, so is not offered.
    assert list(found) == [("member_counts", "omega")]


def test_evidence_of_many_facts_tells_the_sections_alone() -> None:
    wording = Wording(SMALL, Phrases(load_responses()))
    (few,) = evidence(SMALL, Memory(evidence=OF_BETA[2:6]))
    (many,) = evidence(SMALL, Memory(evidence=OF_BETA[2:7]))
    assert wording.word(few).response == "utter_evidence"
    assert wording.word(many).response == "utter_evidence_sections"


def test_evidence_of_a_status_names_the_section_of_the_group() -> None:
    wording = Wording(SMALL, Phrases({**load_responses(), **_STATUS}))
    (found,) = evidence(SMALL, Memory(evidence=("acme",)))
    assert wording.word(found).values["sections"] == "Givers"


_STATUS = {"utter_status_givers": [{"text": "{name} is a giver."}]}
