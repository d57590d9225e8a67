"""The words that a person wrote, out of the markup in which Slack sends them.

Slack writes `<@U1>` for a person, `<#C1|general>` for a channel, `<!here>` for a group,
`<https://…|label>` for a link, and `&amp;`, `&lt;` and `&gt;` for these characters.
"""

from __future__ import annotations

import re
from html import unescape

from partners.messages import clean

_TOKEN = re.compile(r"<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>")
_MENTION = re.compile(r"<@(\w+)(?:\|[^<>]*)?>")
_SCHEME = re.compile(r"^(?:mailto|tel):")


def cleaned(text: str, bot: str | None) -> str:
    """The question in `text`, without the mention of `bot` and safe to process."""
    return clean(unescape(_TOKEN.sub(lambda token: _words(token, bot), text)))


def mentions(text: str) -> set[str]:
    """The ids of everybody whom `text` mentions."""
    return set(_MENTION.findall(text))


def _words(token: re.Match[str], bot: str | None) -> str:
    kind, held, label = token.groups()
    if kind == "@":
        return " " if held == bot or not label else label
    if kind == "#":
        return f"#{label}" if label else " "
    if kind == "!":
        return label or " "  # <!here>, <!subteam^S1|@team>, <!date^…|Monday>
    return label or _SCHEME.sub("", held)
