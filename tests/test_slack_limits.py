"""Whatever the assistant says, Slack accepts it, and all of it arrives."""

from __future__ import annotations

import random

import pytest

from extensions.slack.blocks import Reply, messages
from tests.block_kit import buttons, check_message, texts

LINE = "• Partner number {}, which works with food & health <in the park>"


def reply(lines: int, suggestions: int, length: int = 40) -> Reply:
    text = "\n".join(LINE.format(number) for number in range(lines))
    asked = tuple(f"{number} ".ljust(length, "x") for number in range(suggestions))
    return Reply(text, "Section: CAMP", asked)


@pytest.mark.parametrize("lines", [1, 40, 100, 700])
@pytest.mark.parametrize("suggestions", [0, 1, 5, 6, 26, 60])
def test_every_line_and_every_suggestion_arrives(lines: int, suggestions: int) -> None:
    told = reply(lines, suggestions)
    posted = messages([told])
    assert posted
    for message in posted:
        check_message(message.body)
        assert message.text
    blocks = [block for message in posted for block in message.body["blocks"]]
    shown = "\n".join(texts(blocks))
    for number in range(lines):
        assert f"Partner number {number}," in shown
    assert [button["value"] for button in buttons(blocks)] == list(told.suggestions)
    assert "&amp; health &lt;in the park&gt;" in shown
    assert "& h" not in shown


@pytest.mark.parametrize("length", [75, 76, 2000, 2001, 5000])
def test_long_suggestion_is_cut_to_what_slack_allows(length: int) -> None:
    (message,) = messages([reply(1, 1, length)])
    check_message(message.body)


@pytest.mark.parametrize("seed", range(20))
def test_any_text_is_accepted(seed: int) -> None:
    """Also where a limit falls into an entity, or a word without end."""
    chance = random.Random(seed)
    parts = [
        "&",
        "<",
        ">",
        "*",
        "_",
        "`",
        "\n",
        "\n\n",
        " ",
        "ö",
        "😀",
        "word",
        "x" * 99,
    ]
    text = "".join(chance.choices(parts, k=chance.randrange(1, 4000))) + "."
    for message in messages([Reply(text), Reply("end", "Section: x", ("a?",))], "note"):
        check_message(message.body)
        for shown in texts(message.body["blocks"]):
            # No entity is cut in two.
            assert shown.count("&") == sum(
                shown.count(entity) for entity in ("&amp;", "&lt;", "&gt;")
            )
