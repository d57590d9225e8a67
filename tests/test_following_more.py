"""Messages that go on by what was told: others of it, part of it, what it names."""

from __future__ import annotations

import pytest

from partners.answer import Outcome
from partners.completing import Turn
from partners.following import Follower
from partners.memory import Memory
from partners.reading import load_knowledge
from tests.asked import question, reference

SUPPORTERS = ("danske_bank", "folksam", "kraftringen", "nordea")
LISTED = Memory(listed=SUPPORTERS, intent="ask_supported", focus=("medicon_village",))
PAIR = Memory(focus=("sfin",), pair=("mobile_heights", "sfin"), intent="list_partners")
LIF = Memory(focus=("lif",), intent="ask_involvement", evidence=("mtt/founders",))
UNIVERSITIES = Memory(
    focus=("open_lab",),
    listed=("malmo_university", "lund_university"),
    whole=("malmo_university", "lund_university", "smile_incubator"),
    intent="ask_participants",
    evidence=("open_lab/parties",),
)
COUNTED = Memory(focus=("tim",), intent="ask_members", counts="yes")
EFL = Memory(focus=("efl",), intent="ask_focus", evidence=("efl/focus",))
NORDEA = Memory(focus=("nordea",), intent="ask_status", polar="yes")


def follow(memory: Memory, text: str, intent: str) -> Turn:
    """How `text`, with this intent, is completed."""
    asked = question(intent, text)
    return Follower(load_knowledge()).follow(asked, reference(text), memory)


@pytest.mark.parametrize(
    ("memory", "text", "intent", "subjects"),
    [
        (PAIR, "and the other one?", "compare_partners", ("mobile_heights",)),
        (
            PAIR,
            "the other one, what does it do?",
            "ask_activities",
            ("mobile_heights",),
        ),
        (LIF, "who else did that with them?", "ask_founders", ("mtt",)),
        (LIF, "what year?", "ask_founding", ("mtt",)),
        (LISTED, "which is first on the list?", "list_partners", ("danske_bank",)),
        (LISTED, "who comes right after Folksam?", "list_partners", ("kraftringen",)),
        (LISTED, "who is listed before Folksam?", "list_partners", ("danske_bank",)),
        (Memory(), "ok, the lab thing, how many sites?", "ask_sites", ("open_lab",)),
        (
            Memory(),
            "the mentoring one: is it independent?",
            "ask_legal_form",
            ("nome",),
        ),
        (EFL, "is digitization in there?", "list_partners", ("efl",)),
        (EFL, "law too?", "list_partners", ("efl",)),
        (NORDEA, "collaboration partner as well?", "list_partners", ("nordea",)),
        (COUNTED, "list them", "follow_up", ("tim",)),
    ],
)
def test_it_is_told_whom_a_message_means(
    memory: Memory, text: str, intent: str, subjects: tuple[str, ...]
) -> None:
    assert follow(memory, text, intent).subjects == subjects


def test_those_left_out_of_a_choice_are_the_others() -> None:
    (answer,) = follow(UNIVERSITIES, "anyone else in it?", "ask_members").answers

    assert [fact.target for fact in answer.facts] == ["smile_incubator"]


def test_the_others_of_a_sort_are_those_of_the_same_group() -> None:
    turn = follow(NORDEA, "any others of that sort?", "follow_up")

    assert (turn.intent, turn.groups) == ("list_partners", ("supporting",))


def test_whoever_is_first_has_nobody_before_them() -> None:
    (answer,) = follow(LISTED, "who comes before Danske Bank?", "list_partners").answers

    assert answer.outcome is Outcome.NO_OTHERS


@pytest.mark.parametrize(
    ("memory", "text", "intent"),
    [
        (EFL, "which network is about mental health", "ask_focus"),
        (
            Memory(focus=("sisp",), intent="list_partners"),
            "and for food?",
            "list_partners",
        ),
        (EFL, "who else has Lund in their name?", "ask_name"),
    ],
)
def test_a_question_about_all_is_not_asked_of_the_one_in_question(
    memory: Memory, text: str, intent: str
) -> None:
    assert follow(memory, text, intent).subjects == ()
