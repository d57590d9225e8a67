"""What a question takes for granted is no fact: reasons, funders, numbers, years."""

from __future__ import annotations

import pytest

from partners.answer import Answer, Kind, Outcome
from partners.engine import answer
from partners.facts import told
from partners.reading import load_knowledge
from partners.reasons import asks_reason, without_reason
from tests.asked import question

CAMP = told(load_knowledge().facts_of("camp", "funders"))


def first(intent: str, text: str) -> Answer:
    """The first answer to `text`, its intent given."""
    return answer(load_knowledge(), question(intent, text))[0]


@pytest.mark.parametrize(
    ("intent", "text"),
    [
        ("ask_funded", "why does Vinnova fund CAMP"),
        ("ask_funders", "So why is CAMP funded by Vinnova?"),
        ("ask_founded", "what made LIF want to co-found MTT"),
        ("ask_founders", "how come LIF founded MTT"),
    ],
)
def test_no_reason_is_told_and_the_fact_is_beside_that(intent: str, text: str) -> None:
    told_of = first(intent, text)
    assert told_of.kind is Kind.NOT_STATED
    assert told_of.also


@pytest.mark.parametrize(
    ("intent", "text"),
    [
        # An aim is a reason, and a no is one, too.
        ("ask_aim", "why does MTT exist"),
        ("ask_legal_form", "why is SwedenBIO run for profit"),
        ("ask_funders", "who funds CAMP, and not why"),
        ("ask_funders", ""),
    ],
)
def test_other_questions_ask_no_reason(intent: str, text: str) -> None:
    assert not asks_reason(question(intent, text))


def test_what_is_not_told_as_a_fact_stays() -> None:
    unknown = Answer(Kind.AMBIGUOUS, Outcome.WHICH)
    assert without_reason((unknown,)) == (unknown,)
    assert without_reason((CAMP,))[0].also == (CAMP,)


@pytest.mark.parametrize(
    "text",
    [
        "why does Vinnova fund NOME",
        "when did Vinnova stop funding NOME",
        "how come Vinnova funds NOME",
    ],
)
def test_a_funder_that_is_none_is_denied(text: str) -> None:
    denied = first("ask_funded", text)
    assert denied.verdict is False
    assert {fact.target for fact in denied.facts} == {"novo_nordisk_foundation"}


def test_a_number_taken_for_granted_is_put_right() -> None:
    said = "and it only has five sites at Open Lab"
    assert first("ask_sites", said).number == 3


@pytest.mark.parametrize("text", ["how many shell stations fund CAMP"])
def test_what_is_not_counted_is_told_as_no_more_than_near(text: str) -> None:
    assert first("ask_funders", text).outcome is Outcome.NEAREST


@pytest.mark.parametrize("text", ["how many sites has Open Lab", "how many places"])
def test_what_the_page_counts_is_counted(text: str) -> None:
    assert first("ask_sites", f"{text} Open Lab").outcome is not Outcome.NEAREST


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("which partner started in 2016", Kind.FACT),
        ("what happened in 2018", Kind.FACT),
        ("which partner was founded in 1999", Kind.NOT_STATED),
        ("which partner was founded in 2018", Kind.NOT_STATED),
    ],
)
def test_a_year_is_that_of_a_fact_or_of_none(text: str, kind: Kind) -> None:
    assert first("ask_founding", text).kind is kind


def test_the_groups_are_compared_by_what_the_page_says_of_each() -> None:
    text = "what is the difference between supporting and collaboration partners"
    found = answer(load_knowledge(), question("compare_partners", text))
    assert [one.relation for one in found] == [
        "supporting_criteria",
        "collaboration_purpose",
    ]


def test_of_one_year_no_partner_is_the_oldest() -> None:
    oldest = first("compare_partners", "which partner is the oldest")
    assert oldest.outcome is Outcome.NEAREST


def test_how_to_become_one_is_not_stated_beside_what_is_asked_of_them() -> None:
    become = first("ask_supporting_criteria", "how do I become a supporting partner")
    assert (become.kind, become.relation) == (Kind.NOT_STATED, "joining")
    assert become.also[0].relation == "supporting_criteria"


def test_whose_goals_are_the_uns_is_whoever_works_towards_them() -> None:
    found = first("ask_goals", "who works for the goals of the United Nations")
    assert (found.kind, found.subject) == (Kind.FACT, "the_bridge")


@pytest.mark.parametrize(
    ("intent", "text", "target"),
    [
        ("ask_supported", "does Malmö support Open Lab", "malmo_stad"),
        ("ask_supporters", "is Lund a supporter of Open Lab", "lunds_kommun"),
        ("ask_founded", "did Skåne co-found MTT", "region_skane"),
    ],
)
def test_a_place_that_gives_is_its_city_and_not_simply_so(
    intent: str, text: str, target: str
) -> None:
    told_of = first(intent, text)
    assert [fact.target for fact in told_of.facts] == [target]
    assert told_of.unconfirmed


def test_who_gets_money_from_one_is_asked_from_its_end() -> None:
    told_of = first("ask_funders", "and who else gets money from Vinnova")
    assert told_of.outcome is Outcome.REVERSE
    assert told_of.names == ("camp",)


def test_a_founder_is_who_is_said_to_be_one() -> None:
    denied = first("ask_founders", "is Handelsbanken one of the founders of MTT")
    assert (denied.verdict, denied.subject) == (False, "mtt")


def test_of_what_belongs_to_another_no_status_is_told() -> None:
    apart = first("ask_status", "does EFL belong to Lund University")
    assert apart.outcome is Outcome.NOT_CONNECTED
