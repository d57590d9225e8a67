"""The memory of a conversation is kept as a text, and read whatever became of it."""

from __future__ import annotations

import json

import pytest

from partners.memory import Memory
from tests.small_knowledge import SMALL

FULL = Memory(
    focus=("beta",),
    listed=("beta", "gamma"),
    intent="ask_funders",
    told=("beta/funders",),
    evidence=("beta/funders",),
    stranger="Ideón",
    pending="ask_members",
    pair=("beta", "gamma"),
    counts="yes",
)


@pytest.mark.parametrize("memory", [Memory(), FULL, Memory(stranger='"\\{}\n')])
def test_what_is_dumped_is_loaded_again(memory: Memory) -> None:
    assert Memory.load(memory.dump()) == memory


def test_dump_leaves_out_what_is_empty() -> None:
    assert json.loads(Memory(focus=("beta",)).dump()) == {"focus": ["beta"]}


@pytest.mark.parametrize(
    "held",
    [
        None,
        "",
        "camp",
        "{",
        "[]",
        "null",
        "7",
        '"focus"',
        7,
        b"{}",
        {"focus": ["beta"]},
        '{"focus": "beta"}',
        '{"focus": {"beta": 1}}',
        '{"intent": ["ask_funders"]}',
        '{"intent": null}',
        '{"__class__": "Memory"}',
        pytest.param("[" * 100_000, id="nested deeply"),
    ],
)
def test_what_is_no_memory_is_an_empty_one(held: object) -> None:
    assert Memory.load(held) == Memory()


def test_a_name_is_dumped_as_it_is_written() -> None:
    assert "Ideón" in FULL.dump()


def test_the_good_fields_of_a_broken_memory_are_kept() -> None:
    held = {"focus": ["beta"], "listed": "gamma", "intent": 7, "pair": ["a", 1]}
    assert Memory.load(json.dumps(held)) == Memory(focus=("beta",), pair=("a", "1"))


def test_ids_that_the_knowledge_lost_are_forgotten() -> None:
    memory = Memory(focus=("gone", "beta"), listed=("beta", "gone", "gamma"))
    kept = memory.known_to(SMALL)
    assert (kept.focus, kept.listed) == (("beta",), ("beta", "gamma"))


def test_a_pair_that_the_knowledge_lost_is_forgotten() -> None:
    assert "gone" not in Memory(pair=("gone", "beta")).known_to(SMALL).pair
