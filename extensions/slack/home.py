"""The tab "Home" of the app: what it can do, and what one could ask."""

from __future__ import annotations

from typing import Any

from extensions.slack.blocks import section
from extensions.slack.mrkdwn import escaped
from extensions.slack.texts import Home


def home_view(home: Home) -> dict[str, Any]:
    """The view, as `views.publish` takes it."""
    title = {"type": "plain_text", "text": home.title, "emoji": False}
    examples = "\n".join(f"• {escaped(question)}" for question in home.examples)
    blocks = [
        {"type": "header", "text": title},
        section(home.about),
        section(home.ways),
        section(f"*{escaped(home.examples_title)}*\n{examples}"),
    ]
    return {"type": "home", "blocks": blocks}
