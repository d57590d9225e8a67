"""What the facts are told as in Swedish says the same as they do in English."""

from __future__ import annotations

import re

import pytest

from partners.model import Entity, Role
from partners.phrases import Phrases
from partners.reading import load_knowledge
from partners.renderings import load_renderings
from partners.values import ValueWording

RENDERED = (Role.PLACE, Role.TOPIC, Role.FORM, Role.KIND)
CALLED_BY_NAME = (Role.PARTNER, Role.ORGANISATION)
# These have a Swedish name of their own.
TRANSLATED = frozenset({"swedish_government", "united_nations"})
SWEDISH = load_renderings("sv")


def texts() -> set[str]:
    """Every text of the knowledge that an answer may tell in words of its own."""
    knowledge = load_knowledge()
    held = {getattr(f, k) for f in knowledge.facts for k in ("text", "note", "unit")}
    names = {e.name for e in knowledge.entities.values() if e.role in RENDERED}
    return (held | names) - {None}


def named_in(text: str, entity: Entity) -> set[str]:
    """The names of `entity` that stand in `text`, letter for letter."""
    found = (name for name in entity.names if name[:1].isupper() and len(name) > 2)
    return {n for n in found if re.search(rf"(?<!\w){re.escape(n)}(?!\w)", text)}


def test_every_text_has_its_swedish_and_none_is_left_over() -> None:
    assert texts() == set(SWEDISH)


@pytest.mark.parametrize("english", sorted(SWEDISH))
def test_numbers_are_the_same(english: str) -> None:
    assert re.findall(r"\d+", SWEDISH[english]) == re.findall(r"\d+", english)


def test_names_are_the_same() -> None:
    entities = [
        one
        for one in load_knowledge().entities.values()
        if one.role in CALLED_BY_NAME and one.id not in TRANSLATED
    ]
    compared = 0
    for english, swedish in SWEDISH.items():
        for one in entities:
            for name in named_in(english, one):
                compared += 1
                assert name in swedish, (english, name)
    assert compared > 50


def test_a_text_that_has_none_is_told_in_english() -> None:
    assert Phrases({}, "sv").rendered("a zylograph") == "a zylograph"


@pytest.mark.parametrize("language", [None, "en", "de"])
def test_in_other_languages_the_page_is_told_as_it_is(language: str | None) -> None:
    assert Phrases({}, language).rendered("a project") == "a project"


def test_organisations_keep_their_names() -> None:
    wording = ValueWording(load_knowledge(), Phrases({}, "sv"))
    assert wording.name("malmo_university") == "Malmö University"
    assert wording.name("sweden") == "Sverige"
