"""Who stands in two relations at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from partners.answer import Kind, Outcome
from partners.intersecting import intersect
from partners.model import Fact, Knowledge
from partners.question import Question
from tests.small_knowledge import SMALL, relation

# The city founded Beta and funds Gamma.
TWO = ("beta", "gamma")
LIKELY = {"ask_funders": 0.6, "ask_founders": 0.4, "ask_vision": 0.5}


def asked(intent: str, under: str, **more: object) -> Question:
    """A reading of a message that names two partners and asks for both."""
    both = Question(intent, "", relation(under), subjects=TWO, both=True)
    return replace(both, **more)  # type: ignore[arg-type]


FUNDERS = asked("ask_funders", "funders")
FOUNDERS = asked("ask_founders", "founders")


def joined(
    *questions: Question,
    likely: Mapping[str, float] = LIKELY,
    knowledge: Knowledge = SMALL,
) -> list[tuple[str, str, str | None]]:
    """The facts of the answer, as subject, relation and target."""
    answers = intersect(knowledge, questions, likely)
    assert all(a.kind is Kind.FACT for a in answers)
    assert all(a.outcome is Outcome.CONNECTED for a in answers)
    return [(f.subject, f.relation, f.target) for a in answers for f in a.facts]


def test_one_that_founded_one_and_funds_the_other_is_told_with_both_facts() -> None:
    facts = [("beta", "founders", "city"), ("gamma", "funders", "city")]
    assert joined(FUNDERS, FOUNDERS) == facts
    turned = tuple(replace(q, subjects=TWO[::-1]) for q in (FUNDERS, FOUNDERS))
    assert joined(*turned) == facts[::-1]


def test_the_noun_of_a_relation_makes_up_for_an_unlikely_intent() -> None:
    said = replace(FUNDERS, said=frozenset({"cofounder", "also"}))
    assert joined(said) == joined(FUNDERS, FOUNDERS) != []


def test_one_relation_alone_joins_those_that_share_a_value() -> None:
    knowledge = replace(
        SMALL, facts=(*SMALL.facts, Fact("gamma", "funders", "", "bank"))
    )
    assert joined(FUNDERS, knowledge=knowledge) == [
        ("beta", "funders", "bank"),
        ("gamma", "funders", "bank"),
    ]


@pytest.mark.parametrize(
    ("questions", "likely"),
    [
        ((FUNDERS,), LIKELY),
        ((FUNDERS, FOUNDERS), {"ask_funders": 0.6, "ask_founders": 0.29}),
        ((FUNDERS, FOUNDERS), {}),
        ((asked("ask_vision", "vision"), asked("ask_kind", "kinds")), LIKELY),
        ((asked("", "vision", relation=None),), LIKELY),
    ],
)
def test_without_two_likely_relations_of_organisations_nothing_is_joined(
    questions: tuple[Question, ...], likely: Mapping[str, float]
) -> None:
    assert joined(*questions, likely=likely) == []


@pytest.mark.parametrize(
    "change",
    [
        {"both": False},
        {"subjects": ()},
        {"subjects": ("beta",)},
        {"subjects": ("beta", "city")},
        {"subjects": ("beta", "gamma", "omega")},
        {"subjects": ("beta", "gamma", "city")},
        {"subjects": ("acme", "omega")},
    ],
)
def test_other_questions_are_not_joined(change: Mapping[str, object]) -> None:
    first = replace(FUNDERS, **change)  # type: ignore[arg-type]
    assert joined(first, FOUNDERS) == []
