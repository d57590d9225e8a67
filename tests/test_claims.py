"""A yes or a no stands on the page, and where it is silent there is neither."""

from __future__ import annotations

from dataclasses import replace

import pytest

from partners.answer import Answer, Kind, Outcome
from partners.claimed_words import check_words
from partners.claims import check_claims
from partners.question import Question
from tests.small_knowledge import SMALL, relation, stated

POLAR = Question("", "", polar=True)


def claim(
    subject: str, under: str, *criteria: str, polar: bool = True, **more: object
) -> tuple[Answer, ...]:
    """The answers to the claim that `subject` has `criteria`."""
    asked = replace(POLAR, criteria=criteria, polar=polar, **more)  # type: ignore[arg-type]
    return check_claims(SMALL, asked, relation(under), subject)


@pytest.mark.parametrize(
    ("subject", "under", "criterion", "verdict"),
    [
        ("beta", "kinds", "network", True),
        ("beta", "kinds", "forum", False),
        ("beta", "legal_forms", "non_profit", True),
        ("beta", "topics", "food", True),
        ("omega", "places", "sweden", True),
        # What is listed of places is all there is …
        ("omega", "places", "spain", False),
        # … but a member may be there.
        ("beta", "places", "spain", True),
        # The topics stand in for the focus.
        ("beta", "focus", "ict", True),
        # An incubator would be a kind, whatever sort of name it has.
        ("gamma", "kinds", "ict", False),
    ],
)
def test_one_claim_is_held_against_the_page(
    subject: str, under: str, criterion: str, verdict: bool
) -> None:
    (found,) = claim(subject, under, criterion)
    assert (found.kind, found.verdict) == (Kind.FACT, verdict)
    (plain,) = claim(subject, under, criterion, polar=False)
    assert plain.verdict is None


@pytest.mark.parametrize(
    ("subject", "under", "criterion"),
    [
        ("gamma", "topics", "ict"),
        ("omega", "legal_forms", "non_profit"),
        ("acme", "kinds", "network"),
        ("acme", "places", "sweden"),
    ],
)
def test_where_the_page_is_silent_there_is_neither_yes_nor_no(
    subject: str, under: str, criterion: str
) -> None:
    (found,) = claim(subject, under, criterion)
    assert (found.kind, found.verdict) == (Kind.NOT_STATED, None)
    assert (found.outcome, found.subject) == (Outcome.NOT_STATED, subject)


def test_all_values_of_a_short_list_are_told_with_the_verdict() -> None:
    (found,) = claim("beta", "topics", "food")
    assert {fact.target for fact in found.facts} == {"food", "ict"}


def test_a_yes_to_one_half_is_no_yes() -> None:
    found = claim("beta", "kinds", "network", "forum")
    assert [one.verdict for one in found] == [False]
    form = claim("beta", "legal_forms", "non_profit", "forum")
    assert [(one.verdict, one.unconfirmed) for one in form] == [(None, True)]
    half = claim("gamma", "topics", "food", "ict")
    assert [one.verdict for one in half] == [None, None]
    both = claim("beta", "topics", "food", "ict")
    assert [one.verdict for one in both] == [True, True]


def test_what_is_left_out_is_not_claimed() -> None:
    assert claim("beta", "topics", "food", excepting=True) == ()


def test_without_criteria_nothing_is_claimed() -> None:
    assert claim("beta", "topics") == ()


@pytest.mark.parametrize(
    ("subject", "polar", "verdict", "kind"),
    [
        ("beta", True, False, Kind.FACT),
        ("beta", False, None, Kind.FACT),
        ("omega", True, None, Kind.NOT_STATED),
    ],
)
def test_the_contrary_of_a_form_is_denied(
    subject: str, polar: bool, verdict: bool | None, kind: Kind
) -> None:
    opposites = ("non_profit",)
    (found,) = claim(subject, "legal_forms", polar=polar, opposites=opposites)
    assert (found.kind, found.verdict) == (kind, verdict)


def test_a_claim_beside_another_question_is_checked_only_if_it_is_all_of_it() -> None:
    (whole,) = claim("beta", "vision", "non_profit", words=("non", "profit"))
    assert whole.verdict is True
    assert claim("beta", "vision", "non_profit", words=("light", "profit")) == ()
    assert claim("beta", "vision", "non_profit", polar=False) == ()
    # Nothing on the page to hold it against.
    assert claim("omega", "vision", "non_profit", words=("non", "profit")) == ()


def test_a_kind_in_a_question_without_a_verb_in_front_is_no_claim() -> None:
    # "The vision of the Beta network?"
    assert claim("beta", "vision", "network", words=("network",)) == ()
    (asked,) = claim("beta", "vision", "network", words=("network",), asserts=True)
    assert asked.verdict is True


@pytest.mark.parametrize(
    ("words", "explained", "verdict", "unconfirmed"),
    [
        (("light", "night"), (), True, False),
        (("lights", "nights"), (), True, False),
        (("light", "day"), (), None, True),
        # A word of how it is asked need not stand in the fact.
        (("wants", "light"), ("wants",), True, False),
        (("wants",), ("wants",), None, False),
        ((), (), None, False),
    ],
)
def test_a_claim_is_confirmed_only_by_a_fact_with_all_its_words(
    words: tuple[str, ...],
    explained: tuple[str, ...],
    verdict: bool | None,
    unconfirmed: bool,
) -> None:
    asked = replace(POLAR, words=words, explained=explained)
    found = check_words(SMALL, asked, relation("vision"), stated("beta", "vision"))
    assert (found.verdict, found.unconfirmed) == (verdict, unconfirmed)


def test_another_kind_is_denied_where_the_page_never_says_it() -> None:
    kinds = stated("beta", "kinds")
    for word, verdict in (("circus", False), ("network", True), ("night", None)):
        asked = replace(POLAR, words=(word,))
        found = check_words(SMALL, asked, relation("kinds"), kinds)
        assert found.verdict is verdict, word
