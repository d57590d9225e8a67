"""No conversation tells what belongs to another, to a time long ago, or to nobody."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from partners.reading import load_knowledge
from scripts.assistant import Assistant
from tests.asking import KindReader, occurs

KNOWLEDGE = load_knowledge()
PARTNERS = [e for e in KNOWLEDGE.partners if e.group == "collaboration"]
# "The Bridge" and "Innergi in Lund" may stand in any sentence; these are names only.
DISTINCT = ("CAMP", "NOME", "Open Lab", "SwedenBIO", "Mobile Heights", "TIM", "MVA")
FUNDERS = {
    "CAMP": "Vinnova",
    "NOME": "Novo Nordisk Foundation",
    "Open Lab": "European Regional Development Fund",
}
# A long talk about everybody, …
TALK = (
    *(f"what is {partner.name}" for partner in PARTNERS),
    "who funds it",
    "and NOME?",
    "which partners are non-profit",
    "tell me more",
    "the second one",
    "who funds Ideon",
    "hello",
    "how do you know",
)
# … and questions whose answers don't hang on it, with what must be in them.
AFTERWARDS = {
    "what is CAMP": ("ATMPs",),
    "who funds it": ("Vinnova",),
    "and NOME?": ("Novo Nordisk Foundation",),
    "which partners are non-profit": ("MVA", "MTT", "SwedenBIO", "SISP"),
    "the second one": ("MTT",),
    "who funds Ideon": ("Ideon",),
    "what is its vision": (),
}
STRANGERS = ["who funds Ideon", "what is Xylo Biopark", "who runs Nordea Foundation"]


@pytest.fixture(scope="module")
def reader() -> KindReader:
    return KindReader.from_files()


def ask(assistant: Assistant, said: str, sender: str) -> list[str]:
    """The texts of the answer."""
    return [message.text for message in assistant.ask(said, sender=sender)]


def told(name: str, texts: list[str]) -> bool:
    """Whether one of `texts` has `name`."""
    return any(occurs(name, text) for text in texts)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("leak-one", "leak-other"),
        # Names that a careless store would take for the same.
        ("leak", "Leak"),
        ("leak-1", "leak-11"),
        ("leak%", "leak_"),
    ],
)
def test_interleaved_conversations_keep_their_focus(
    one: str, other: str, assistant: Assistant
) -> None:
    talks = {one: "CAMP", other: "NOME"}
    for sender, name in talks.items():
        assert told(name, ask(assistant, f"what is {name}", sender))
    for said in ("who funds it", "and by whom is it funded?", "who funds it again"):
        for sender, name in talks.items():
            texts = ask(assistant, said, sender)
            found = {own for own, funder in FUNDERS.items() if told(funder, texts)}
            assert found == {name}, f"{said}: {texts}"


@pytest.mark.slow
def test_conversations_at_the_same_time_keep_their_focus(assistant: Assistant) -> None:
    def hold(name: str) -> list[list[str]]:
        sender = f"leak-crowd-{name.replace(' ', '-')}"
        asked = [f"what is {name}", *["what kind of organisation is it"] * 5]
        return [ask(assistant, said, sender) for said in asked]

    with ThreadPoolExecutor(len(DISTINCT)) as pool:
        talks = dict(zip(DISTINCT, pool.map(hold, DISTINCT), strict=True))
    for name, answers in talks.items():
        for texts in answers[1:]:
            assert [one for one in DISTINCT if told(one, texts)] == [name], texts


@pytest.mark.slow
def test_after_300_turns_a_conversation_answers_as_one_of_three_does(
    assistant: Assistant, reader: KindReader
) -> None:
    for turn in range(300):
        assert ask(assistant, TALK[turn % len(TALK)], "leak-long"), f"turn {turn}"
    for question, names in AFTERWARDS.items():
        long = ask(assistant, question, "leak-long")
        short = ask(assistant, question, "leak-short")
        assert reader.kinds(long) == reader.kinds(short), f"{question}: {long}"
        for texts in (long, short):
            missing = [name for name in names if not told(name, texts)]
            assert missing == [], f"{question}: {texts}"


@pytest.mark.slow
def test_after_300_turns_of_small_talk_it_is_still_the_one_spoken_of(
    assistant: Assistant,
) -> None:
    for sender, turns in (("leak-chat", 300), ("leak-chat-short", 1)):
        ask(assistant, "what is CAMP", sender)
        for turn in range(turns):
            assert ask(assistant, ("hello", "thanks")[turn % 2], sender)
        texts = ask(assistant, "who funds it", sender)
        assert told(FUNDERS["CAMP"], texts), f"after {turns} turns: {texts}"


@pytest.mark.slow
@pytest.mark.parametrize("stranger", STRANGERS)
@pytest.mark.parametrize("name", sorted(FUNDERS))
def test_after_an_unknown_name_nothing_of_a_known_partner_is_told(
    name: str, stranger: str, assistant: Assistant, reader: KindReader
) -> None:
    follow_ups = ("who funds it", "what is its vision", "by whom?", "and its members?")
    for number, said in enumerate(follow_ups):
        sender = f"leak-{name}-{stranger}-{number}".replace(" ", "-")
        assert told(FUNDERS[name], ask(assistant, f"who funds {name}", sender))
        assert reader.kinds(ask(assistant, stranger, sender)) == {"no_such_partner"}
        texts = ask(assistant, said, sender)
        assert not reader.kinds(texts) & {"fact", "nearest"}, texts
        assert not told(name, texts), texts


@pytest.mark.slow
def test_a_new_conversation_remembers_nobody(
    assistant: Assistant, reader: KindReader
) -> None:
    ask(assistant, "who funds CAMP", "leak-before")
    assert reader.kinds(ask(assistant, "who funds it", "leak-after")) == {"ambiguous"}
