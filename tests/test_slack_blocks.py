"""Answers become messages within Slack's limits, and nothing of them is lost."""

from __future__ import annotations

from typing import Any

import pytest

from extensions.slack.blocks import (
    LONGEST_MESSAGE,
    MOST_BLOCKS,
    Message,
    Reply,
    chosen,
    messages,
)
from extensions.slack.home import home_view
from extensions.slack.mrkdwn import cut, mrkdwn, pieces
from extensions.slack.texts import load_texts


def of_kind(message: Message, kind: str) -> list[dict[str, Any]]:
    return [block for block in message.blocks if block["type"] == kind]


def test_answer_has_its_words_its_place_and_its_suggestions() -> None:
    reply = Reply("R&D <b>:\n- one\n- two", "Section: R&D", ("Who funds it?",))
    (message,) = messages([reply])
    section, context, actions = message.blocks
    assert section["text"]["text"] == "R&amp;D &lt;b&gt;:\n• one\n• two"
    assert context["elements"][0]["text"] == "Section: R&amp;D"
    (button,) = actions["elements"]
    assert (button["text"]["text"], button["value"]) == ("Who funds it?",) * 2
    assert message.text == "R&amp;D &lt;b&gt;:\n- one\n- two"


def test_mention_of_a_whole_channel_is_only_text() -> None:
    assert mrkdwn("<!channel> <@U1>") == "&lt;!channel&gt; &lt;@U1&gt;"


@pytest.mark.parametrize("number", [1, 5, 6, 26, 60])
def test_all_suggestions_are_there_in_rows(number: int) -> None:
    asked = tuple(f"Question {n}?" for n in range(number))
    (message,) = messages([Reply("Which?", suggestions=asked)])
    rows = of_kind(message, "actions")
    buttons = [button for row in rows for button in row["elements"]]
    assert tuple(button["value"] for button in buttons) == asked
    assert max(len(row["elements"]) for row in rows) <= 5
    assert len({button["action_id"] for button in buttons}) == number
    assert len({row["block_id"] for row in rows}) == len(rows)


def test_long_suggestion_is_cut_and_still_asks_all_of_it() -> None:
    question = "Who funds " + "very " * 30 + "long?"
    (message,) = messages([Reply("Which?", suggestions=(question,))])
    (button,) = of_kind(message, "actions")[0]["elements"]
    assert len(button["text"]["text"]) <= 75
    assert button["text"]["text"].endswith("…")
    assert button["value"] == question


def test_replies_to_one_question_are_one_message() -> None:
    (message,) = messages([Reply("One.", None, ("A?",)), Reply("Two.", None, ("B?",))])
    names = [row["block_id"] for row in of_kind(message, "actions")]
    assert len(set(names)) == 2
    assert message.text == "One.\nTwo."


def test_question_stands_above_where_nobody_sees_it() -> None:
    (message,) = messages([Reply("One.")], note="You asked: <what>")
    assert message.blocks[0]["elements"][0]["text"] == "You asked: &lt;what&gt;"


def test_no_reply_is_no_message() -> None:
    assert messages([]) == []


@pytest.mark.parametrize(
    "line", ["- a partner & its <name>", "word " * 400, "x" * 9000]
)
def test_long_list_is_told_whole_in_several_messages(line: str) -> None:
    text = "\n".join(f"{line} {n}" for n in range(300))
    parts = messages([Reply(text, suggestions=("More?",))])
    told = [b["text"]["text"] for part in parts for b in of_kind(part, "section")]
    assert max(map(len, told)) <= 3000
    assert "".join("".join(told).split()) == "".join(mrkdwn(text).split())
    for part in parts:
        assert part.text
        assert len(part.blocks) <= MOST_BLOCKS
        texts = [b["text"]["text"] for b in of_kind(part, "section")]
        assert sum(map(len, texts)) <= LONGEST_MESSAGE
    assert of_kind(parts[-1], "actions")


@pytest.mark.parametrize("most", range(6, 40))
def test_entities_are_never_cut_in_two(most: int) -> None:
    text = "ab&amp;cd&lt;&gt;" * 10
    parts = list(pieces(text, most))
    assert "".join(parts) == text
    assert all(part.count("&") == part.count(";") for part in parts)
    assert max(map(len, parts)) <= most


def test_pieces_end_between_lines_if_they_can() -> None:
    assert list(pieces("one two\nthree four\nfive", 12)) == [
        "one two",
        "three four",
        "five",
    ]
    assert list(pieces("  ", 5)) == []


def test_short_text_is_not_cut() -> None:
    assert cut("12345", 5) == "12345"
    assert cut("123456", 5) == "1234…"


def test_choice_takes_the_place_of_all_buttons() -> None:
    (message,) = messages([Reply("Which?", "Section: A", tuple("abcdefgh"))])
    after = chosen(message.blocks, message.text, "Chosen: <a>")
    assert after is not None
    assert [block["type"] for block in after.blocks] == [
        "section",
        "context",
        "context",
    ]
    assert after.blocks[-1]["elements"][0]["text"] == "Chosen: &lt;a&gt;"
    assert after.text == "Which?"


def test_message_without_buttons_is_not_changed() -> None:
    (message,) = messages([Reply("It is.")])
    assert chosen(message.blocks, message.text, "Chosen: a") is None


def test_home_shows_each_example() -> None:
    home = load_texts().home
    view = home_view(home)
    shown = "\n".join(str(block["text"]["text"]) for block in view["blocks"])
    assert home.examples
    assert all(question in shown for question in home.examples)
    assert view["type"] == "home"
