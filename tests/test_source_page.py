"""The knowledge says what the page says: no more names or numbers, and no fewer."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from partners.folding import fold
from partners.load import load
from partners.model import Entity, Fact, Knowledge, Role
from tests.source_page import PAGE, mentions, numbers, proper_words, read_sections

pytestmark = pytest.mark.skipif(
    not PAGE.exists(), reason=f"the source page is not at {PAGE}; it is not published"
)

Claim = tuple[str, str, str]
"""Who says it, the section that it cites, and what is said."""


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """The project's own knowledge."""
    return load()


@pytest.fixture(scope="module")
def page() -> dict[str, str]:
    """The sections of the page."""
    return read_sections(PAGE.read_text(encoding="utf-8"))


def test_sections_are_the_pages(knowledge: Knowledge, page: dict[str, str]) -> None:
    assert tuple(page)[1:] == knowledge.sections


def test_every_name_is_in_its_section(
    knowledge: Knowledge, page: dict[str, str]
) -> None:
    cited = [(entity, entity.section or "") for entity in knowledge.entities.values()]
    cited += [
        (knowledge.entities[fact.target], fact.section)
        for fact in knowledge.facts
        if fact.target is not None
    ]
    assert len(cited) > len(knowledge.entities), "no facts collected"
    assert not [
        (entity.id, section)
        for entity, section in cited
        if not any(_is_in(name, page[section]) for name in _shown(knowledge, entity))
    ]


def test_every_word_of_a_name_in_a_text_is_in_its_section(
    knowledge: Knowledge, page: dict[str, str]
) -> None:
    found = [
        (claim, word) for claim in _texts(knowledge) for word in proper_words(claim[2])
    ]
    assert found, "no words collected"
    assert not [
        (who, word)
        for (who, section, _), word in found
        if not mentions(page[section], word)
    ]


def test_every_number_is_in_its_section(
    knowledge: Knowledge, page: dict[str, str]
) -> None:
    found = [
        (fact.subject, fact.section, number)
        for fact in knowledge.facts
        if fact.basis != "listed"
        for number in fact.numbers
    ]
    found += [
        (who, section, number)
        for who, section, text in _texts(knowledge)
        for number in numbers(text)
    ]
    assert found, "no numbers collected"
    assert not [claim for claim in found if claim[2] not in numbers(page[claim[1]])]


def test_every_count_of_a_list_is_the_length_of_the_list(knowledge: Knowledge) -> None:
    counts = [fact for fact in knowledge.facts if fact.basis == "listed"]
    assert counts, "no counts collected"
    for fact in counts:
        assert fact.count == len(knowledge.facts_of(fact.subject, "members"))


def test_every_name_on_the_page_is_known(
    knowledge: Knowledge, page: dict[str, str]
) -> None:
    known = set(re.findall(r"\w+", fold(" ".join(_everything(knowledge)))))
    found = [word for text in page.values() for word in proper_words(text)]
    assert found, "no names collected"
    assert not {word for word in found if fold(word) not in known}


def test_every_number_on_the_page_is_known(
    knowledge: Knowledge, page: dict[str, str]
) -> None:
    known = numbers(" ".join(_everything(knowledge)))
    known |= {number for fact in knowledge.facts for number in fact.numbers}
    found = {number for text in page.values() for number in numbers(text)}
    assert found, "no numbers collected"
    assert found <= known


def _shown(knowledge: Knowledge, entity: Entity) -> Iterator[str]:
    """What may stand on the page for an entity.

    A partner or an organisation goes by its own name; a place, a topic or a kind also
    by another form of it ("Danish"), or by what a fact shows in its place.
    """
    yield entity.name
    if entity.role in (Role.PARTNER, Role.ORGANISATION):
        return
    yield from entity.aliases
    for fact in knowledge.facts_to(entity.id):
        if fact.text is not None:
            yield fact.text


def _is_in(name: str, text: str) -> bool:
    """Whether a text has a name; one with its acronym may be there in two pieces."""
    pieces = [piece.strip() for piece in re.split(r"[()]", name)]
    return all(mentions(text, piece) for piece in pieces if piece)


def _texts(knowledge: Knowledge) -> Iterator[Claim]:
    """Everything that facts say in words of their own."""
    for fact in knowledge.facts:
        for text in _words_of(fact):
            yield fact.subject, fact.section, text


def _words_of(fact: Fact) -> Iterator[str]:
    yield from (text for text in (fact.text, fact.note, fact.unit) if text is not None)


def _everything(knowledge: Knowledge) -> Iterator[str]:
    """All that an answer could show."""
    yield from (entity.name for entity in knowledge.entities.values())
    yield from (text for _, _, text in _texts(knowledge))
