"""A part of one name is taken for the whole, and said to be no more than that."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from partners.answer import Answer, Kind, Outcome
from partners.longer_names import lengthened, noted, shared
from partners.memory import Memory
from partners.neighbours import NameNeighbours
from partners.reading import load_knowledge
from tests.small_knowledge import SMALL

NEIGHBOURS = NameNeighbours(SMALL)


def message(*unknown: str) -> dict[str, Any]:
    named = [{"entity": "unknown_name", "value": name} for name in unknown]
    return {"text": " ".join(unknown), "entities": named}


def test_it_becomes_the_only_one_with_all_its_words() -> None:
    changed, note = lengthened(SMALL, NEIGHBOURS, message("Malmö"), Memory())
    assert note is not None
    assert (note.outcome, note.subject, note.names) == (
        Outcome.LONGER_NAME,
        "city",
        ("Malmö",),
    )
    (entity,) = changed["entities"]
    assert (entity["entity"], entity["value"]) == ("organisation", "city")


@pytest.mark.parametrize(
    ("sent", "memory"),
    [
        (message(), Memory()),
        (message("Malmö", "Ideon"), Memory()),
        (message("Ideon"), Memory()),
        # A whole name is none of its parts, and ordinary words are no name.
        (message("Malmö City"), Memory()),
        (message("laboratory"), Memory()),
        (message("smile"), Memory()),
        # Just told of, it needs no note.
        (message("Malmö"), Memory(listed=("bank", "city"))),
        (message("Malmö"), Memory(recent=("city",))),
    ],
)
def test_it_stays_unknown(sent: dict[str, Any], memory: Memory) -> None:
    assert lengthened(SMALL, NEIGHBOURS, sent, memory) == (sent, None)


def test_nothing_is_confirmed_of_another() -> None:
    note = Answer(Kind.NO_SUCH_PARTNER, Outcome.LONGER_NAME, "city", names=("Malmö",))
    yes = Answer(Kind.FACT, Outcome.FACTS, "beta", verdict=True)
    assert [a.verdict for a in noted(note, [yes])] == [None, None]
    assert noted(note, [yes])[0] is note
    assert noted(None, [yes]) == (yes,)
    assert noted(note, []) == ()


def test_of_several_with_the_word_in_their_names_it_is_asked_which() -> None:
    knowledge = load_knowledge()
    unknown = Answer(Kind.NO_SUCH_PARTNER, Outcome.UNKNOWN_NAME, names=("multihelix",))
    (which,) = shared(knowledge, NameNeighbours(knowledge), [unknown])
    assert (which.outcome, set(which.names)) == (Outcome.WHICH, {"mtt", "tim"})
    none = replace(unknown, names=("zylo",))
    assert shared(knowledge, NameNeighbours(knowledge), [none]) == (none,)
