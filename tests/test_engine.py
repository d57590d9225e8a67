"""The relation and the names of a question decide what is answered."""

from __future__ import annotations

import pytest

from partners.answer import Answer, Kind, Outcome
from partners.cues import load_cues
from partners.engine import answer
from partners.masking import Span
from partners.question_reader import QuestionReader
from partners.reading import load_knowledge, load_name_reader
from partners.strangers import UNKNOWN

FACT, NOT_STATED, NO_SUCH = Kind.FACT, Kind.NOT_STATED, Kind.NO_SUCH_PARTNER


def answers(intent: str, text: str, unknown: str = "") -> tuple[Answer, ...]:
    """The answers to `text`, its intent and its unknown name given."""
    spans = load_name_reader().read(text)
    if unknown:
        start = text.index(unknown)
        spans = (*spans, Span(start, start + len(unknown), UNKNOWN, unknown))
    question = QuestionReader(load_knowledge(), load_cues()).read(intent, text, spans)
    return answer(load_knowledge(), question)


def targets(found: Answer) -> set[str | None]:
    """What the facts of an answer point at."""
    return {fact.target for fact in found.facts}


@pytest.mark.parametrize(
    ("intent", "text", "subject", "expected"),
    [
        ("ask_funders", "who funds CAMP", "camp", {"vinnova"}),
        (
            "ask_participants",
            "between whom is Open Lab",
            "open_lab",
            {"malmo_university", "lund_university", "smile_incubator"},
        ),
        ("ask_organiser", "who runs HLF", "hlf", {"innovation_campus_giant"}),
        (
            "ask_members",
            "members of TIM from Spain",
            "tim",
            {"bioga", "galician_health_cluster"},
        ),
    ],
)
def test_forward_tells_the_values(
    intent: str, text: str, subject: str, expected: set[str]
) -> None:
    (found,) = answers(intent, text)
    assert (found.kind, found.subject) == (FACT, subject)
    assert targets(found) == expected


@pytest.mark.parametrize(
    ("intent", "text"),
    [
        ("ask_supporting_criteria", "are all your supporters Swedish"),
        ("ask_supporting_criteria", "are your supporters in Spain"),
        ("ask_places", "are the supporting partners from Denmark"),
        ("ask_legal_form", "are the supporting partners non-profit"),
    ],
)
def test_where_the_park_is_says_nothing_of_a_group(intent: str, text: str) -> None:
    (found,) = answers(intent, text)
    assert (found.kind, found.outcome) == (NOT_STATED, Outcome.NONE_MATCHES)
    assert (found.group, found.verdict, found.facts) == ("supporting", None, ())


def test_reverse_tells_the_partners() -> None:
    (found,) = answers("ask_funded", "what does Vinnova fund")
    assert (found.outcome, found.names) == (Outcome.REVERSE, ("camp",))


@pytest.mark.parametrize(
    ("text", "verdict", "swapped"),
    [
        ("is CAMP funded by Vinnova?", True, False),
        ("is NOME funded by Vinnova?", False, False),
        ("is Vinnova funded by CAMP?", None, True),
    ],
)
def test_yes_and_no_stand_on_the_facts(
    text: str, verdict: bool | None, swapped: bool
) -> None:
    found = answers("ask_funders", text)[0]
    assert (found.verdict, found.swapped) == (verdict, swapped)


def test_no_is_not_said_where_nothing_is_stated() -> None:
    (found,) = answers("ask_funders", "is EFL funded by Vinnova?")
    assert (found.kind, found.verdict) == (NOT_STATED, None)


@pytest.mark.parametrize(
    ("intent", "text", "verdict"),
    [
        ("ask_founding", "was MTT founded in 2016?", True),
        ("ask_founding", "was MTT founded in 2015?", False),
        ("ask_sites", "does Open Lab have four sites?", False),
        ("ask_members", "does TIM have ten members?", None),
    ],
)
def test_numbers_are_held_against_the_page(
    intent: str, text: str, verdict: bool | None
) -> None:
    assert answers(intent, text)[0].verdict is verdict


def test_all_that_have_it_are_told_only_when_all_are_asked() -> None:
    (every,) = answers("ask_funders", "who funds your partners")
    assert every.names == ("camp", "nome", "open_lab")
    (which,) = answers("ask_funders", "who funds it")
    assert which.outcome is Outcome.WHICH


def test_unknown_name_never_gets_a_fact() -> None:
    (found,) = answers("ask_funders", "who funds Ideon", unknown="Ideon")
    assert (found.kind, found.facts) == (NO_SUCH, ())


def test_two_partners_are_answered_in_order() -> None:
    found = answers("ask_funders", "who funds CAMP and NOME?")
    assert [one.subject for one in found] == ["camp", "nome"]


def test_kind_names_the_only_partner_of_it() -> None:
    (found,) = answers("ask_founders", "who founded the think tank")
    assert found.subject == "mtt"


def test_kind_of_several_is_asked_back() -> None:
    (found,) = answers("ask_funders", "who funds the project")
    assert (found.outcome, found.names) == (Outcome.WHICH, ("camp", "open_lab"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("which partners are non-profit", ("mva", "mtt", "swedenbio", "sisp")),
        ("non-profit partners in Denmark", ("mva",)),
    ],
)
def test_criteria_choose_among_the_partners(text: str, names: tuple[str, ...]) -> None:
    assert answers("list_partners", text)[0].names == names


def test_criterion_that_the_page_lacks_is_not_ignored() -> None:
    (found,) = answers("list_partners", "which partners are in robotics")
    assert (found.kind, found.outcome) == (NOT_STATED, Outcome.CRITERION_UNKNOWN)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("is Nordea a supporting partner?", True),
        ("is Nordea a collaboration partner?", False),
        ("is MIT a partner?", False),
    ],
)
def test_status_is_checked(text: str, verdict: bool) -> None:
    assert answers("ask_status", text)[0].verdict is verdict


@pytest.mark.parametrize("intent", sorted(load_knowledge().relations))
def test_no_question_is_met_with_silence(intent: str) -> None:
    relation = load_knowledge().relations[intent]
    for asked in (relation.forward, relation.reverse):
        for text in ("CAMP", "Vinnova", "Nordea and Malmö University", "it", "Sweden"):
            assert asked is None or answers(asked, text)


@pytest.mark.parametrize(
    ("intent", "text", "verdict"),
    [
        ("ask_members", "are all TIM members Swedish", False),
        ("ask_members", "does TIM have Swedish members", True),
        ("ask_organiser", "is HLF organised by a Swedish campus", False),
        ("ask_legal_form", "does MTT have a profit interest", False),
        ("ask_name", "is Livsmedelsakademin the same as SFIN", True),
        ("list_partners", "has MTT anyone who knows about ICT", True),
        (
            "list_partners",
            "is Vinnova listed as a collaboration partner",
            False,
        ),
        ("ask_funders", "are NOME and CAMP paid by the same funder", False),
        ("ask_funders", "do CAMP and Open Lab share a funder", False),
        ("ask_members", "is Folksam a member of TIM", False),
        ("ask_members", "is Medicon Village a member of TIM", True),
        ("ask_activities", "does Mobile Heights invest in research", True),
        # The page has the word of another partner only.
        ("ask_activities", "does NOME invest in startups", None),
    ],
)
def test_a_claim_is_confirmed_or_denied(
    intent: str, text: str, verdict: bool | None
) -> None:
    assert answers(intent, text)[0].verdict is verdict


@pytest.mark.parametrize(
    ("intent", "text", "kinds"),
    [
        ("compare_partners", "which is older, SwedenBIO or MTT", [NOT_STATED, FACT]),
        ("ask_funding", "who pays for CAMP after 2023", [NOT_STATED]),
        ("ask_places", "is the head office of MVA in Lund", [NOT_STATED]),
        ("ask_activities", "does Innergi offer therapy", [NOT_STATED]),
        ("ask_participants", "which hospitals by name work with CAMP", [NOT_STATED]),
    ],
)
def test_what_is_not_on_the_page_is_not_told_for_what_is(
    intent: str, text: str, kinds: list[Kind]
) -> None:
    assert [one.kind for one in answers(intent, text)] == kinds


def test_who_acts_is_asked_from_the_other_end() -> None:
    (found,) = answers("ask_funders", "who is funded by Region Skåne")
    assert (found.outcome, found.names) == (Outcome.REVERSE, ("open_lab",))


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("who is behind HLF", "organisers"),
        ("who is behind MTT", "founders"),
        ("who is behind Open Lab", "parties"),
        ("who is behind NOME", "funders"),
        ("who takes part in Open Lab", "parties"),
    ],
)
def test_who_is_behind_a_partner_is_whoever_the_page_names(
    text: str, relation: str
) -> None:
    assert {fact.relation for fact in answers("ask_participants", text)[0].facts} == {
        relation
    }


def test_what_answers_two_claims_is_told_once() -> None:
    found = answers("ask_places", "is MVA Swedish or Danish")
    assert len(found) == len(set(found)) == 1
