"""The postings find the same facts as a look at every one of them."""

from __future__ import annotations

import random

import pytest

from partners.postings import Postings

FACTS = ["a b", "a c", "a b c", "d", "a"]


def postings_of(facts: list[str]) -> Postings:
    held = Postings()
    for number, fact in enumerate(facts):
        held.add(set(fact.split()), number)
    return held


@pytest.mark.parametrize(
    ("weights", "best"),
    [
        ({"a": 1.0}, [0, 1, 2, 4]),
        ({"a": 1.0, "b": 2.0}, [0, 2]),
        ({"a": 1.0, "b": 2.0, "c": 2.0}, [2]),
        ({"d": 3.0, "b": 2.0, "c": 2.0}, [2]),
        ({"d": 4.0, "b": 2.0, "c": 2.0}, [2, 3]),
        ({"x": 9.0}, []),
        ({}, []),
    ],
)
def test_best_facts_have_the_highest_sum(
    weights: dict[str, float], best: list[int]
) -> None:
    assert postings_of(FACTS).best(weights) == best


def test_best_among_some_looks_at_no_other() -> None:
    assert postings_of(FACTS).best({"b": 1.0}, [2, 3]) == [2]
    assert postings_of(FACTS).best({"b": 1.0}, [3, 4]) == []


def test_word_is_had_by_its_facts_only() -> None:
    held = postings_of(FACTS)
    assert [n for n in range(len(FACTS)) if held.has("b", n)] == list(held.of("b"))
    assert "x" not in held
    assert not held.has("x", 0)


def test_best_is_what_a_look_at_every_fact_finds() -> None:
    chance = random.Random(3)
    words = "abcdefgh"
    facts = [
        " ".join(
            word for i, word in enumerate(words) if chance.random() < 0.6 / (i + 1)
        )
        for _ in range(200)
    ]
    held = postings_of(facts)
    for _ in range(200):
        asked = chance.sample(words, chance.randint(1, 5))
        weights = {word: chance.choice((0.5, 1.0, 1.5, 4.0)) for word in asked}
        sums = [sum(weights.get(word, 0) for word in fact.split()) for fact in facts]
        best = [n for n, found in enumerate(sums) if found and found == max(sums)]
        assert held.best(weights) == best
