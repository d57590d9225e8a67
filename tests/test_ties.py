"""Which of those talked of are tied to the one named, as far as the page has it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from partners.answer import Answer, Kind, Outcome
from partners.completing import Turn
from partners.memory import Memory
from partners.model import Fact
from partners.question import Question
from partners.reference import Reference
from partners.ties import that_one, tied
from tests.small_knowledge import SMALL, relation

# Omega stands in no other relation to the city than that it was inspired by it.
INSPIRED = Fact("omega", "inspiration", "Omega", "city")
INSPIRING = replace(SMALL, facts=(*SMALL.facts, INSPIRED))

DOERS = Memory(listed=("beta", "gamma", "omega"))
WHICH = Reference(selects=True)
THOSE = Reference(plural=True)
BOTH = Reference(whole=True)

IN_IT = Question("ask_involvement", "", subjects=("city",), polar=True)
FUNDED = Question("ask_funded", "", relation("funders"), subjects=("city",), polar=True)
FOUNDED = replace(FUNDED, intent="ask_founded", relation=relation("founders"))
MEMBERS = replace(FUNDED, intent="ask_members", relation=relation("members"))
LISTING = replace(IN_IT, intent="list_partners")


def answers(
    question: Question, reference: Reference, memory: Memory = DOERS
) -> tuple[Answer, ...]:
    """What is told of those talked of and the one named."""
    turn = tied(INSPIRING, question, reference, memory)
    assert turn is not None
    assert turn == Turn(answers=turn.answers)
    return turn.answers


@pytest.mark.parametrize("reference", [WHICH, THOSE, replace(WHICH, whole=True)])
@pytest.mark.parametrize(
    ("question", "names", "relations"),
    [
        (IN_IT, ("beta", "gamma"), {"founders", "members", "funders"}),
        (FUNDED, ("gamma",), {"funders"}),
        (FOUNDED, ("beta",), {"founders"}),
        # Who is in it may be so in any role.
        (MEMBERS, ("beta", "gamma"), {"founders", "members", "funders"}),
        (FUNDED.about("bank"), ("beta",), {"funders"}),
    ],
)
def test_those_that_are_tied_are_chosen(
    question: Question,
    reference: Reference,
    names: tuple[str, ...],
    relations: set[str],
) -> None:
    (found,) = answers(question, reference)
    assert (found.kind, found.outcome) == (Kind.FACT, Outcome.SELECTED)
    assert (found.names, found.criteria) == (names, question.subjects)
    assert {fact.relation for fact in found.facts} == relations


@pytest.mark.parametrize("question", [IN_IT, FUNDED])
def test_where_none_is_tied_none_is_chosen(question: Question) -> None:
    (found,) = answers(question.about("park"), WHICH)
    assert (found.kind, found.outcome) == (Kind.NOT_STATED, Outcome.NONE_SELECTED)
    assert (found.names, found.criteria) == ((), ("park",))


def test_a_name_without_a_question_of_its_own_asks_of_any_relation() -> None:
    (found,) = answers(LISTING, Reference(empty=True, selects=True))
    assert found.names == ("beta", "gamma")


def test_what_only_inspired_a_partner_is_not_tied_to_it() -> None:
    (found,) = answers(IN_IT, WHICH)
    assert "omega" not in found.names
    _, apart = answers(IN_IT, BOTH, Memory(listed=("gamma", "omega")))
    assert (apart.outcome, apart.names) == (Outcome.NOT_CONNECTED, ("omega", "city"))


@pytest.mark.parametrize(
    ("question", "listed", "verdict", "apart"),
    [
        (IN_IT, ("beta", "gamma"), True, []),
        (IN_IT, ("beta", "gamma", "omega"), None, ["omega"]),
        (FUNDED, ("beta", "gamma"), None, ["beta"]),
        (FOUNDED, ("beta", "gamma"), None, ["gamma"]),
    ],
)
def test_of_each_it_is_a_yes_only_where_all_are_tied(
    question: Question,
    listed: tuple[str, ...],
    verdict: bool | None,
    apart: list[str],
) -> None:
    told, *others = answers(question, BOTH, Memory(listed=listed))
    assert (told.outcome, told.verdict) == (Outcome.CONNECTED, verdict)
    assert not {fact.subject for fact in told.facts} & {*apart}
    assert [one.subject for one in others] == apart
    assert all(one.outcome is Outcome.NOT_CONNECTED for one in others)


def test_of_each_there_is_no_fact_where_none_is_tied() -> None:
    found = answers(IN_IT.about("park"), BOTH, Memory(listed=("beta", "gamma")))
    assert [one.names for one in found] == [("beta", "park"), ("gamma", "park")]
    assert {one.kind for one in found} == {Kind.NOT_STATED}


@pytest.mark.parametrize(
    ("name", "listed", "subject"),
    [
        ("beta", ("bank", "city"), "beta"),
        ("bank", ("beta", "gamma"), "beta"),
        # The facts are of two, so that it is told of the one named.
        ("city", ("beta", "gamma"), "city"),
    ],
)
def test_of_each_it_is_told_of_the_one_that_the_facts_share(
    name: str, listed: tuple[str, ...], subject: str
) -> None:
    told, *_ = answers(IN_IT.about(name), BOTH, Memory(listed=listed))
    assert (told.outcome, told.subject) == (Outcome.CONNECTED, subject)


@pytest.mark.parametrize(
    ("memory", "names"),
    [
        (Memory(pair=("gamma", "omega")), ("gamma",)),
        (Memory(recent=("gamma", "omega", "beta")), ("beta",)),
        (Memory(listed=("omega",), whole=("gamma", "omega")), ("gamma",)),
    ],
)
def test_it_is_chosen_from_the_last_ones_where_nothing_is_listed(
    memory: Memory, names: tuple[str, ...]
) -> None:
    (found,) = answers(IN_IT, WHICH, memory)
    assert found.names == names
    assert tied(INSPIRING, IN_IT, THOSE, memory) is None


def test_both_may_be_the_last_two_that_were_talked_of() -> None:
    memory = Memory(focus=("gamma",), recent=("omega", "beta", "gamma"))
    (told,) = answers(IN_IT, Reference(whole=True, size=2), memory)
    assert {fact.subject for fact in told.facts} == {"beta", "gamma"}
    assert told.verdict is True


@pytest.mark.parametrize(
    ("question", "reference", "memory"),
    [
        # The one named is one of those.
        (IN_IT.about("beta"), WHICH, DOERS),
        (IN_IT.about("beta"), THOSE, DOERS),
        (IN_IT.about("beta"), BOTH, Memory(listed=("beta", "gamma"))),
        # It is of another form.
        (IN_IT.about(), WHICH, DOERS),
        (IN_IT.about("city", "bank"), WHICH, DOERS),
        (replace(IN_IT, criteria=("food",)), WHICH, DOERS),
        (replace(IN_IT, groups=("doers",)), WHICH, DOERS),
        (replace(IN_IT, unknown=("Zeta",)), WHICH, DOERS),
        (IN_IT, replace(THOSE, among=True), DOERS),
        (IN_IT, replace(THOSE, negated=("city",)), DOERS),
        # It points at nobody, or asks for no choice.
        (IN_IT, Reference(), DOERS),
        (replace(IN_IT, polar=False), THOSE, DOERS),
        # There is nobody to choose from.
        (IN_IT, WHICH, Memory()),
        (IN_IT, THOSE, Memory(listed=("beta",))),
        (IN_IT, BOTH, Memory(focus=("beta",))),
        # Nobody stands in such a relation.
        (LISTING, WHICH, DOERS),
        (replace(IN_IT, intent="", relation=relation("vision")), WHICH, DOERS),
        (replace(IN_IT, intent="", relation=relation("places")), WHICH, DOERS),
    ],
)
def test_other_questions_are_left_alone(
    question: Question, reference: Reference, memory: Memory
) -> None:
    assert tied(SMALL, question, reference, memory) is None


THAT_FORUM = replace(FUNDED.about("omega"), criteria=("forum",), definite=True)
GAMMA = Memory(focus=("gamma",), evidence=("gamma/funders",))


@pytest.mark.parametrize("criteria", [("forum",), ("forum", "sweden")])
def test_that_forum_is_the_one_just_told_of(criteria: tuple[str, ...]) -> None:
    question = replace(THAT_FORUM, criteria=criteria)
    found = that_one(SMALL, question, Reference(), GAMMA)
    assert found == Turn(subjects=("city", "omega"), described=("forum",))


@pytest.mark.parametrize(
    ("question", "memory"),
    [
        (replace(THAT_FORUM, definite=False), GAMMA),
        (replace(THAT_FORUM, relation=None), GAMMA),
        (replace(THAT_FORUM, criteria=()), GAMMA),
        (replace(THAT_FORUM, criteria=("sweden",)), GAMMA),
        # It is a forum, and no network.
        (replace(THAT_FORUM, criteria=("network",)), GAMMA),
        (replace(THAT_FORUM, criteria=("forum", "network")), GAMMA),
        (THAT_FORUM.about(), GAMMA),
        (THAT_FORUM.about("omega", "beta"), GAMMA),
        # It is named itself.
        (THAT_FORUM.about("city"), GAMMA),
        # No forum was told of.
        (THAT_FORUM, replace(GAMMA, evidence=())),
        (THAT_FORUM, replace(GAMMA, evidence=("beta/funders",))),
    ],
)
def test_nobody_is_that_one_where_none_such_was_told_of(
    question: Question, memory: Memory
) -> None:
    assert that_one(SMALL, question, Reference(), memory) is None


def test_of_two_forums_none_is_that_one() -> None:
    told = replace(GAMMA, evidence=("beta/members",))
    assert that_one(SMALL, THAT_FORUM, Reference(), told) is not None
    facts = (*SMALL.facts, Fact("bank", "kinds", "Beta", "forum"))
    two = replace(SMALL, facts=facts)
    assert that_one(two, THAT_FORUM, Reference(), told) is None
