"""A conversation is reached by a token of this server, and by nothing else."""

from __future__ import annotations

import pytest

from extensions.web.tokens import BadToken, Tokens

DAY = 24 * 60 * 60
SECRET = b"s" * 32


class Clock:
    """A time that tests set."""

    def __init__(self) -> None:
        self.time = 1_000_000.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def tokens(clock: Clock) -> Tokens:
    return Tokens(SECRET, days=2, now=clock)


def test_token_leads_to_the_same_conversation_each_time(tokens: Tokens) -> None:
    token = tokens.issue()
    conversation = tokens.conversation(token)
    assert conversation == tokens.conversation(token)
    assert conversation.startswith("web-")


def test_restart_with_the_same_secret_keeps_the_conversations(
    tokens: Tokens, clock: Clock
) -> None:
    token = tokens.issue()
    restarted = Tokens(SECRET, days=2, now=clock)
    assert restarted.conversation(token) == tokens.conversation(token)


def test_every_token_is_a_conversation_of_its_own(tokens: Tokens) -> None:
    held = {tokens.conversation(tokens.issue()) for _ in range(1000)}
    assert len(held) == 1000


def test_name_of_a_conversation_does_not_give_its_token_away(tokens: Tokens) -> None:
    token = tokens.issue()
    name = tokens.conversation(token).removeprefix("web-")
    assert token.startswith(name)
    assert len(token) - len(name) > 43  # the signature is not in the name


@pytest.mark.parametrize("at", range(0, 24 + 1 + 7 + 1 + 43, 5))
def test_token_with_one_other_character_is_refused(tokens: Tokens, at: int) -> None:
    token = tokens.issue()
    other = "B" if token[at] == "A" else "A"
    with pytest.raises(BadToken):
        tokens.conversation(token[:at] + other + token[at + 1 :])


@pytest.mark.parametrize(
    "made_up",
    [
        "",
        "me",
        "..",
        "web-1",
        "a.1.b",
        f"{'a' * 24}.1.{'b' * 43}",
        "x" * 10_000,
        "ä.é.ö",
    ],
)
def test_what_is_no_token_is_refused(tokens: Tokens, made_up: str) -> None:
    with pytest.raises(BadToken):
        tokens.conversation(made_up)


def test_token_of_another_secret_is_refused(tokens: Tokens) -> None:
    foreign = Tokens(b"t" * 32, days=2).issue()
    with pytest.raises(BadToken, match="signature"):
        tokens.conversation(foreign)


def test_token_ends_after_its_days(tokens: Tokens, clock: Clock) -> None:
    token = tokens.issue()
    clock.time += 2 * DAY
    assert tokens.conversation(token)
    clock.time += 2
    with pytest.raises(BadToken, match="expired"):
        tokens.conversation(token)
