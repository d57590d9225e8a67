"""What Slack refuses in a message or a view, by the limits that Block Kit documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

MESSAGE_BLOCKS = 50
HOME_BLOCKS = 100
TEXT = 40_000  # characters of a message's `text`
ALL_TEXTS = 13_200  # of all blocks of a message: else `msg_blocks_too_long`
ELEMENTS = {"actions": 25, "context": 10}
TEXT_KINDS = ("mrkdwn", "plain_text")

Block = dict[str, Any]


class Refused(Exception):
    """Slack answers `ok: false` with this error."""

    def __init__(self, error: str, detail: str = "") -> None:
        super().__init__(f"{error}: {detail}")
        self.error = error
        self.detail = detail


def check_message(sent: dict[str, Any]) -> None:
    """Raise `Refused` where Slack would refuse the message."""
    text, blocks = sent.get("text") or "", sent.get("blocks") or []
    if not text and not blocks:
        raise Refused("no_text")
    if len(text) > TEXT:
        raise Refused("msg_too_long", f"{len(text)} characters")
    check_blocks(blocks, MESSAGE_BLOCKS)
    if (length := sum(len(text) for text in texts(blocks))) > ALL_TEXTS:
        raise Refused("msg_blocks_too_long", f"{length} characters")


def check_home(view: dict[str, Any]) -> None:
    """Raise `Refused` where Slack would refuse the view as an app's home."""
    if view.get("type") != "home":
        raise Refused("invalid_arguments", f"a view of type {view.get('type')}")
    check_blocks(view.get("blocks") or [], HOME_BLOCKS)


def check_blocks(blocks: list[Block], most: int) -> None:
    """Raise `Refused` where one of them, or their number, is over a limit."""
    _require(isinstance(blocks, list), "blocks are no list")
    _require(len(blocks) <= most, f"{len(blocks)} blocks")
    _check_unique([block["block_id"] for block in blocks if "block_id" in block])
    for block in blocks:
        check = _CHECKS.get(block.get("type", ""))
        if check is None:
            raise Refused("invalid_blocks", f"unsupported type: {block.get('type')}")
        check(block)


def texts(held: Any) -> Iterator[str]:
    """Every text that blocks show, wherever in them it is."""
    if isinstance(held, list):
        for item in held:
            yield from texts(item)
    elif isinstance(held, dict):
        if isinstance(held.get("text"), str):
            yield held["text"]
        for item in held.values():
            yield from texts(item)


def buttons(held: Any) -> list[dict[str, Any]]:
    """Every button of blocks, in order, wherever in them it is."""
    if isinstance(held, list):
        return [button for item in held for button in buttons(item)]
    if not isinstance(held, dict):
        return []
    if held.get("type") == "button":
        return [held]
    return [button for item in held.values() for button in buttons(item)]


def _check_section(block: Block) -> None:
    _require("text" in block or "fields" in block, "a section says nothing")
    if "text" in block:
        _check_text(block["text"], 3000)
    fields = block.get("fields", [])
    _require(len(fields) <= 10, f"{len(fields)} fields")
    for field in fields:
        _check_text(field, 2000)
    if "accessory" in block:
        _check_element(block["accessory"])


def _check_actions(block: Block) -> None:
    elements = _elements(block)
    _check_unique([element["action_id"] for element in elements])
    for element in elements:
        _check_element(element)


def _check_context(block: Block) -> None:
    for element in _elements(block):
        if element.get("type") != "image":
            _check_text(element, 3000)


def _check_header(block: Block) -> None:
    _check_text(block.get("text"), 150, kinds=("plain_text",))


def _check_divider(block: Block) -> None:
    _require(set(block) <= {"type", "block_id"}, "a divider holds something")


def _check_image(block: Block) -> None:
    for name, most in (("image_url", 3000), ("alt_text", 2000)):
        _require(1 <= len(block.get(name, "")) <= most, f"{name} of an image")


def _check_element(element: Block) -> None:
    _require(element.get("type") == "button", f"element: {element.get('type')}")
    _check_text(element.get("text"), 75, kinds=("plain_text",))
    _require(1 <= len(element.get("action_id", "x")) <= 255, "length of action_id")
    _require(len(element.get("value", "")) <= 2000, "length of value")
    _require(len(element.get("url", "")) <= 3000, "length of url")
    _require(element.get("style", "primary") in ("primary", "danger"), "style")


def _elements(block: Block) -> list[Block]:
    elements: list[Block] = block.get("elements", [])
    most = ELEMENTS[block["type"]]
    _require(1 <= len(elements) <= most, f"{len(elements)} in {block['type']}")
    return elements


def _check_text(
    text: Block | None, most: int, kinds: tuple[str, ...] = TEXT_KINDS
) -> None:
    _require(isinstance(text, dict), "no text object")
    assert text is not None
    _require(text.get("type") in kinds, f"text of type {text.get('type')}")
    length = len(text.get("text", ""))
    _require(1 <= length <= most, f"{length} characters where 1 to {most} may be")


def _check_unique(ids: list[str]) -> None:
    _require(len(set(ids)) == len(ids), f"an id twice: {ids}")
    _require(all(len(id_) <= 255 for id_ in ids), "an id over 255 characters")


def _require(holds: bool, what: str) -> None:
    if not holds:
        raise Refused("invalid_blocks", what)


_CHECKS: dict[str, Callable[[Block], None]] = {
    "section": _check_section,
    "actions": _check_actions,
    "context": _check_context,
    "header": _check_header,
    "divider": _check_divider,
    "image": _check_image,
}
