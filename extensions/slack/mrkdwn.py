"""Plain text as Slack's mrkdwn, in pieces that Slack accepts."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_ITEM = re.compile(r"^- ", re.MULTILINE)
# Where a piece may end, best first: between lines, sentences, words.
_SEAMS = ("\n", ". ", " ")


def escaped(text: str) -> str:
    """`text` in which nothing is a mention, a link or a command to Slack."""
    return text.translate(_ESCAPES)


def mrkdwn(text: str) -> str:
    """`text` as it is shown: escaped, its lists with bullets."""
    return _ITEM.sub("• ", escaped(text))


def pieces(text: str, most: int) -> Iterator[str]:
    """`text` in pieces of at most `most` characters each, none of them empty."""
    rest = text.strip()
    while len(rest) > most:
        end = _seam(rest, most)
        yield rest[:end].rstrip()
        rest = rest[end:].lstrip()
    if rest:
        yield rest


def cut(text: str, most: int) -> str:
    """`text`, or its beginning where it is longer than `most`."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _seam(text: str, most: int) -> int:
    for seam in _SEAMS:
        # Not so early that the pieces would be tiny.
        found = text.rfind(seam, most // 2, most)
        if found >= 0:
            return found + len(seam)
    # An entity such as &amp; may not be cut in two.
    ampersand = text.rfind("&", most - len("&amp;") + 1, most)
    return ampersand if ampersand > 0 else most
