"""Name the park's partners for what people call them: "in your network"."""

from __future__ import annotations

import re

_CIRCLE = re.compile(
    r"\b(?:in|within|inside|part of|among|across) (your|our)"
    r" (?:(?:partner|whole|entire) )?(?:network|networks|ecosystem|circle|portfolio)\b",
    re.IGNORECASE,
)


def among_partners(text: str) -> str:
    """`text` with "among your partners" for "in your network", which is no network."""
    return _CIRCLE.sub(r"among \1 partners", text)
