"""An answer as messages of Slack: Block Kit, and the plain text beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from extensions.slack.mrkdwn import cut, escaped, mrkdwn, pieces

# Slack's limits, beyond which it refuses the whole message.
MOST_BLOCKS = 50
LONGEST_SECTION = 3000
LONGEST_CONTEXT = 2000
LONGEST_BUTTON = 75
LONGEST_VALUE = 2000
# Of all texts in the blocks of a message together; Slack names no number, 13,200 fails.
LONGEST_MESSAGE = 12000
# What notifications and screen readers tell of a message.
LONGEST_PLAIN = 3000
# Slack allows 25 in a block; five fill a row, and rows read better than a heap.
BUTTONS_IN_ROW = 5
ACTION = "ask"  # buttons are ask-1, ask-2, …

Block = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reply:
    """One thing that the assistant says, in whatever channel."""

    text: str
    source: str | None = None
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Message:
    """What one call to Slack posts."""

    text: str
    blocks: tuple[Block, ...]

    @property
    def body(self) -> dict[str, Any]:
        """Both, as Slack names them."""
        return {"text": self.text, "blocks": list(self.blocks)}


def messages(replies: Sequence[Reply], note: str | None = None) -> list[Message]:
    """The replies to one question, in as few messages as Slack allows.

    `note` stands before them: the question, where nobody sees it otherwise.
    """
    numbers = count(1)
    blocks = [context(note)] if note else []
    blocks += [block for reply in replies for block in _blocks(reply, numbers)]
    plain = "\n".join(reply.text for reply in replies)
    parted = list(_parted(blocks))
    told = [_start(escaped(plain), LONGEST_PLAIN), *map(_told, parted[1:])]
    return [
        Message(text, tuple(part)) for text, part in zip(told, parted, strict=False)
    ]


def chosen(blocks: Iterable[Mapping[str, Any]], text: str, note: str) -> Message | None:
    """A message whose buttons give way to `note`, or None where it has no buttons."""
    held = [dict(block) for block in blocks]
    kept = [block for block in held if block.get("type") != "actions"]
    if len(kept) == len(held):
        return None
    shown = [*kept[: MOST_BLOCKS - 1], {**context(note), "block_id": "choice"}]
    return Message(text or _start(escaped(note), LONGEST_PLAIN), tuple(shown))


def section(text: str) -> Block:
    """A paragraph, whose text is mrkdwn."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def context(text: str) -> Block:
    """A line in small letters; the text is plain."""
    held = _start(escaped(text), LONGEST_CONTEXT)
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": held}]}


def _blocks(reply: Reply, numbers: Iterator[int]) -> Iterator[Block]:
    yield from map(section, pieces(mrkdwn(reply.text), LONGEST_SECTION))
    if reply.source:
        yield context(reply.source)
    asked = list(reply.suggestions)
    for start in range(0, len(asked), BUTTONS_IN_ROW):
        row = asked[start : start + BUTTONS_IN_ROW]
        buttons = [_button(question, next(numbers)) for question in row]
        # Named by its first button, and so like no other block of the message.
        name = f"suggestions-{buttons[0]['action_id'].rpartition('-')[2]}"
        yield {"type": "actions", "block_id": name, "elements": buttons}


def _button(question: str, number: int) -> Block:
    title = cut(question, LONGEST_BUTTON)
    return {
        "type": "button",
        "action_id": f"{ACTION}-{number}",
        "text": {"type": "plain_text", "text": title, "emoji": False},
        "value": question[:LONGEST_VALUE],
    }


def _parted(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """The blocks, in messages that Slack accepts."""
    part: list[Block] = []
    length = 0
    for block in blocks:
        longer = length + _length(block)
        if part and (len(part) == MOST_BLOCKS or longer > LONGEST_MESSAGE):
            yield part
            part, longer = [], _length(block)
        part.append(block)
        length = longer
    if part:
        yield part


def _length(block: Block) -> int:
    return sum(len(text) for text in _texts(block))


def _texts(block: Block) -> Iterator[str]:
    if block["type"] == "section":
        yield block["text"]["text"]
    for element in block.get("elements", ()):
        text = element["text"]
        yield text if isinstance(text, str) else text["text"]
        yield element.get("value", "")


def _told(blocks: Iterable[Block]) -> str:
    """What blocks say that are a message of their own."""
    told = "\n".join(text for block in blocks for text in _texts(block) if text)
    return _start(told, LONGEST_PLAIN)


def _start(escaped_text: str, most: int) -> str:
    return next(pieces(escaped_text, most), "")
