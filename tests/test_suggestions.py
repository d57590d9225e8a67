"""The questions that are offered with an answer lead on, as long as there is more."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pytest

from partners.language import load_language_reader
from partners.model import Entity
from partners.reading import load_knowledge
from scripts.assistant import Assistant
from scripts.client import Button, Message
from tests.asking import KindReader

PARTNERS = [e for e in load_knowledge().partners if e.group == "collaboration"]
LONGEST = 25
MOST_OFFERED = 3
FACT = {"fact"}
OPENINGS = {"en": "what is", "sv": "vad är"}


@cache
def load_reader() -> KindReader:
    """The reader of kinds, built once."""
    return KindReader.from_files()


@dataclass(frozen=True)
class Step:
    """A question of a walk along the buttons, its messages, and what they offer."""

    said: str
    messages: tuple[Message, ...]

    @property
    def offered(self) -> list[Button]:
        return [button for message in self.messages for button in message.buttons]

    def kinds(self) -> set[str]:
        return load_reader().kinds([message.text for message in self.messages])


def ask(assistant: Assistant, said: str, sender: str) -> Step:
    """One question in the conversation of `sender`."""
    return Step(said, assistant.ask(said, sender=sender))


def each_partner() -> pytest.MarkDecorator:
    """Once for each partner and language."""
    params = [
        pytest.param(one, opening, id=f"{one.id}-{language}")
        for one in PARTNERS
        for language, opening in OPENINGS.items()
    ]
    return pytest.mark.parametrize(("partner", "opening"), params)


@cache
def walk(assistant: Assistant, partner: Entity, opening: str) -> tuple[Step, ...]:
    """A conversation that asks what `partner` is, and then all that is offered."""
    sender = f"offered-{partner.id}-{opening[:2]}"
    steps = [ask(assistant, f"{opening} {partner.name}", sender)]
    while len(steps) < LONGEST:
        asked = [step.said for step in steps]
        offered = [b.title for step in steps[::-1] for b in step.offered]
        fresh = [said for said in offered if said not in asked]
        if not fresh:
            break
        steps.append(ask(assistant, fresh[0], sender))
    return tuple(steps)


def test_there_are_partners_to_walk_along() -> None:
    assert len(PARTNERS) == 14


@pytest.mark.slow
@each_partner()
def test_every_offered_question_is_plain(
    partner: Entity, opening: str, assistant: Assistant
) -> None:
    steps = walk(assistant, partner, opening)
    assert 3 < len(steps) < LONGEST, f"{len(steps)} questions were asked in a row"
    for step in steps:
        assert len(step.offered) <= MOST_OFFERED
        for button in step.offered:
            assert button.payload == button.title, "it says another thing than it shows"
            assert button.title.endswith("?") and "/" not in button.title


@pytest.mark.slow
@each_partner()
def test_every_offered_question_is_answered_with_a_fact(
    partner: Entity, opening: str, assistant: Assistant
) -> None:
    steps = walk(assistant, partner, opening)
    wrong = {s.said: s.messages for s in steps if s.kinds() != FACT}
    assert wrong == {}


@pytest.mark.slow
@each_partner()
def test_no_question_is_offered_that_was_asked(
    partner: Entity, opening: str, assistant: Assistant
) -> None:
    asked: list[str] = []
    again: list[str] = []
    for step in walk(assistant, partner, opening):
        asked.append(step.said)
        again += [button.title for button in step.offered if button.title in asked]
    assert again == []


@pytest.mark.slow
@each_partner()
def test_an_offered_question_needs_no_conversation(
    partner: Entity, opening: str, assistant: Assistant
) -> None:
    for number, step in enumerate(walk(assistant, partner, opening)):
        sender = f"alone-{partner.id}-{opening[:2]}-{number}"
        alone = ask(assistant, step.said, sender)
        assert alone.kinds() == step.kinds(), step.said


@pytest.mark.slow
@each_partner()
def test_questions_are_offered_in_the_language_of_the_talk(
    partner: Entity, opening: str, assistant: Assistant
) -> None:
    language = next(key for key, value in OPENINGS.items() if value == opening)
    said = [step.said for step in walk(assistant, partner, opening)]
    assert {load_language_reader().language(one) for one in said} == {language}
