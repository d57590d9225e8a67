"""Where members come from, and where not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from partners.answer import Answer, Kind, Outcome
from partners.question import Question
from partners.somewhere import from_elsewhere, members_by_place
from tests.small_knowledge import SMALL, relation

ASKED = Question("", "")


def by_place(
    subject: str, under: str, **more: object
) -> list[tuple[str | None, int | None, int]]:
    """Relation, number and count of facts of each answer."""
    asked = replace(ASKED, **more)  # type: ignore[arg-type]
    answers = members_by_place(SMALL, asked, relation(under), subject)
    return [(a.relation, a.number, len(a.facts)) for a in answers]


@pytest.mark.parametrize("under", ["members", "places"])
def test_countries_are_told_with_the_members(under: str) -> None:
    assert by_place("beta", under, wants_country=True) == [("members", None, 3)]


def test_countries_are_counted_once_each() -> None:
    asked = replace(ASKED, wants_country=True, counts=True)
    (found,) = members_by_place(SMALL, asked, relation("members"), "beta")
    # Three members, and the page has the countries of two.
    assert (found.number, found.unit, len(found.facts)) == (2, "places", 3)


@pytest.mark.parametrize(("counts", "number"), [(False, None), (True, 1)])
def test_continents_are_the_places_of_the_partner(
    counts: bool, number: int | None
) -> None:
    found = by_place("beta", "members", wants_continent=True, counts=counts)
    assert found == [("places", number, 1)]


def test_whence_members_come_is_told_by_continent_and_by_member() -> None:
    found = by_place("beta", "places", of_members=True)
    assert found == [("places", None, 1), ("members", None, 3)]


@pytest.mark.parametrize(
    ("subject", "under", "more"),
    [
        ("beta", "funders", {"wants_country": True}),
        ("beta", "members", {}),
        ("beta", "members", {"of_members": True}),
        ("beta", "places", {"of_members": True, "counts": True}),
        # A place is named, so that members there are wanted.
        ("beta", "members", {"wants_country": True, "criteria": ("spain",)}),
        # No member has a place.
        ("gamma", "members", {"wants_country": True}),
        ("omega", "places", {"wants_continent": True}),
        ("acme", "members", {"wants_country": True}),
    ],
)
def test_other_questions_are_none_of_origin(
    subject: str, under: str, more: dict[str, object]
) -> None:
    assert by_place(subject, under, **more) == []


def elsewhere(subject: str, under: str, polar: bool = True) -> Answer:
    """The answer to a question of a place that the page lacks."""
    asked = replace(ASKED, elsewhere=("Norway",), polar=polar)
    (found,) = from_elsewhere(SMALL, asked, relation(under), subject)
    return found


@pytest.mark.parametrize(
    ("subject", "under", "told"),
    [
        ("omega", "places", "places"),
        ("beta", "members", "places"),
        ("beta", "vision", "places"),
        # "Is it funded by Norway": its funders are told.
        ("beta", "funders", "funders"),
        ("gamma", "funders", "funders"),
    ],
)
def test_a_place_that_the_page_lacks_is_denied_by_those_it_has(
    subject: str, under: str, told: str
) -> None:
    found = elsewhere(subject, under)
    assert (found.kind, found.relation, found.verdict) == (Kind.FACT, told, False)
    assert elsewhere(subject, under, polar=False).verdict is None


@pytest.mark.parametrize(
    ("subject", "under"),
    [("gamma", "places"), ("acme", "members"), ("omega", "funders")],
)
def test_where_the_page_ties_it_to_no_place_there_is_no_no(
    subject: str, under: str
) -> None:
    found = elsewhere(subject, under)
    assert (found.kind, found.outcome) == (Kind.NOT_STATED, Outcome.NOT_STATED)
    assert found.verdict is None
