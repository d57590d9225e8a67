"""What a conversation remembers of a question and its answers."""

from __future__ import annotations

import pytest

from partners.answer import Answer, Kind, Outcome
from partners.facts import mentioned
from partners.memory import Memory, remember
from partners.question import Question
from tests.small_knowledge import SMALL, stated

BEFORE = Memory(
    focus=("beta",),
    listed=("beta", "gamma"),
    intent="ask_funders",
    told=("beta/funders",),
    evidence=("beta/funders",),
    pending="ask_members",
    pair=("beta", "gamma"),
)
STRANGER = Answer(Kind.NO_SUCH_PARTNER, Outcome.UNKNOWN_NAME, names=("Ideon",))
OFF_PAGE = Answer(Kind.OUT_OF_SCOPE, Outcome.OFF_PAGE)
FUNDERS = Question("ask_funders", "", SMALL.relations["funders"])


def which(*names: str) -> Answer:
    """The question which of `names` is meant."""
    return Answer(Kind.AMBIGUOUS, Outcome.WHICH, relation="funders", names=names)


def after(memory: Memory, *answers: Answer) -> Memory:
    """`memory` after a question of the funders was answered so."""
    return remember(SMALL, memory, FUNDERS, answers)


def test_focus_is_whom_the_answer_is_about() -> None:
    memory = after(Memory(), stated("beta", "funders"))
    assert memory.focus == ("beta",)
    assert memory.intent == "ask_funders"
    assert memory.told == memory.evidence == ("beta/funders",)


def test_a_stranger_drops_the_focus_and_keeps_what_was_told() -> None:
    memory = after(BEFORE, STRANGER)
    assert (memory.focus, memory.listed, memory.evidence) == ((), (), ())
    assert (memory.stranger, memory.told) == ("Ideon", BEFORE.told)


def test_a_known_name_beside_a_stranger_becomes_the_focus() -> None:
    memory = after(BEFORE, STRANGER, stated("gamma", "funders"))
    assert (memory.focus, memory.stranger) == (("gamma",), "")


def test_what_is_off_the_page_leaves_the_focus_and_no_evidence() -> None:
    memory = after(BEFORE, OFF_PAGE)
    assert (memory.focus, memory.listed) == (BEFORE.focus, BEFORE.listed)
    assert (memory.stranger, memory.pending, memory.evidence) == ("", "", ())


def test_a_place_out_of_the_list_changes_nothing() -> None:
    beyond = Answer(Kind.AMBIGUOUS, Outcome.OUT_OF_RANGE, names=BEFORE.listed, number=2)
    assert after(BEFORE, beyond) == BEFORE


def test_choices_wait_with_the_question_that_they_are_for() -> None:
    memory = after(Memory(), which("beta", "gamma"))
    assert (memory.pending, memory.listed) == ("ask_funders", ("beta", "gamma"))
    assert memory.intent == ""


def test_asking_back_without_choices_keeps_the_list() -> None:
    memory = after(BEFORE, which())
    assert (memory.pending, memory.listed) == ("ask_funders", BEFORE.listed)


def test_choices_wait_also_where_no_relation_is_asked() -> None:
    choices = Answer(Kind.AMBIGUOUS, Outcome.WHICH, names=("beta", "gamma"))
    assert after(Memory(), choices).pending == "ask_funders"
    assert after(Memory(), Answer(Kind.AMBIGUOUS, Outcome.WHICH)).pending == ""


def test_nothing_waits_once_it_is_answered() -> None:
    waiting = after(Memory(), which("beta", "gamma"))
    assert after(waiting, stated("beta", "funders")).pending == ""


def test_what_is_not_stated_is_in_focus_and_no_evidence() -> None:
    silent = Answer(Kind.NOT_STATED, Outcome.NOT_STATED, "omega", "funders")
    memory = after(Memory(), silent)
    assert (memory.focus, memory.told, memory.evidence) == (("omega",), (), ())


@pytest.mark.parametrize(
    ("outcome", "names", "focus", "listed"),
    [
        (Outcome.EVERY, ("beta", "gamma"), (), ("beta", "gamma")),
        (Outcome.PARTNERS, ("beta", "gamma", "beta"), (), ("beta", "gamma")),
        (Outcome.PARTNERS, ("gamma",), ("gamma",), ()),
        (Outcome.PARTNERS, (), (), ()),
        (Outcome.SELECTED, ("gamma",), ("gamma",), ()),
        (Outcome.SELECTED, ("beta", "gamma"), ("omega",), ("beta", "gamma")),
        (Outcome.COUNTED, ("beta", "gamma"), ("omega",), ("beta", "gamma")),
    ],
)
def test_a_list_of_several_is_no_focus_and_of_one_it_is(
    outcome: Outcome, names: tuple[str, ...], focus: object, listed: object
) -> None:
    found = Answer(Kind.FACT, outcome, names=names)
    memory = after(Memory(focus=("omega",)), found)
    assert (memory.focus, memory.listed) == (focus, listed)


def test_the_values_of_one_answer_are_a_list() -> None:
    memory = after(Memory(), stated("beta", "members"))
    assert memory.listed == ("bank", "city", "smile_lab")


def test_values_without_a_name_of_their_own_are_no_list() -> None:
    assert after(Memory(), stated("beta", "topics")).listed == ()


def test_a_list_stays_while_its_items_are_told_of() -> None:
    listed = Memory(listed=("beta", "gamma", "omega"))
    assert after(listed, stated("gamma", "funders")).listed == listed.listed
    assert after(listed, stated("bank", "places")).listed == ()


def test_two_subjects_are_a_pair_until_two_others_are() -> None:
    memory = after(Memory(), stated("beta", "funders"), stated("gamma", "funders"))
    assert memory.pair == memory.focus == memory.listed == ("beta", "gamma")
    assert after(memory, stated("beta", "vision")).pair == ("beta", "gamma")
    both = (stated("gamma", "kinds"), stated("omega", "kinds"))
    assert after(memory, *both).pair == ("gamma", "omega")


def test_a_new_list_takes_the_place_of_the_one_that_its_subject_stood_in() -> None:
    listed = Memory(listed=("beta", "gamma"))
    found = after(listed, stated("beta", "members"))
    assert found.listed == ("bank", "city", "smile_lab")


def test_where_a_name_is_mentioned_is_a_list() -> None:
    (found,) = mentioned(SMALL, "city")
    memory = after(Memory(), found)
    assert memory.listed == ("beta", "gamma")
    assert memory.focus == ("city",)


def test_of_a_status_and_of_groups_the_partners_are_told() -> None:
    status = Answer(Kind.FACT, Outcome.STATUS, "acme")
    assert after(Memory(), status).evidence == ("acme",)
    groups = Answer(Kind.FACT, Outcome.GROUPS, names=("beta", "gamma"))
    assert after(Memory(), groups).told == ("beta", "gamma")
    everyone = Answer(Kind.FACT, Outcome.PARTNERS, names=("beta", "gamma"))
    assert after(Memory(), everyone).told == ()


def test_of_two_lists_all_names_are_in_focus() -> None:
    one, other = (
        Answer(Kind.FACT, Outcome.REVERSE, subject, names=names)
        for subject, names in (("bank", ("beta",)), ("city", ("gamma", "beta")))
    )
    assert after(Memory(), one, other).focus == ("beta", "gamma")


def test_an_answer_about_nobody_is_about_those_told_in_it() -> None:
    facts = (stated("beta", "funders"), Answer(Kind.FACT, Outcome.FACTS))
    found = Answer(Kind.FACT, Outcome.MORE, also=facts)
    memory = after(Memory(), found)
    assert (memory.focus, memory.listed, memory.pair) == (("beta",), (), ())


def test_evidence_leaves_everything_as_it_was() -> None:
    for outcome in (Outcome.EVIDENCE, Outcome.NO_EVIDENCE):
        found = Answer(Kind.FACT, outcome, also=(stated("beta", "funders"),))
        assert after(BEFORE, found) == BEFORE


def test_that_a_number_was_asked_for_lasts_one_turn() -> None:
    counting = Question("ask_members", "", counts=True)
    memory = remember(SMALL, Memory(), counting, [stated("beta", "members")])
    assert memory.counts == "yes"
    assert after(memory, stated("beta", "funders")).counts == ""


def test_the_oldest_told_facts_are_forgotten_first() -> None:
    told_before = tuple(f"x{number}/funders" for number in range(60))
    memory = after(Memory(told=told_before), stated("beta", "funders"))
    assert memory.told == (*told_before[1:], "beta/funders")


def test_a_fact_that_is_told_again_is_remembered_once() -> None:
    memory = after(Memory(told=("beta/funders",)), stated("beta", "funders"))
    assert memory.told == ("beta/funders",)


def test_facts_told_beside_an_answer_are_told() -> None:
    beside = stated("beta", "funding")
    silent = Answer(Kind.NOT_STATED, Outcome.NOT_STATED, "beta", also=(beside,))
    assert after(Memory(), silent).told == ("beta/funding",)
