"""Conversations with the small bot, which a store of conversations must get right."""

from __future__ import annotations

import random

LATER = "(two hours later)"
RESTART = "(the server is started anew)"
CAMP = '/choose{"focus": "camp"}'
TIM = '/choose{"focus": "tim"}'

TALKS = {
    "slot of the first turn": [CAMP, *["hello"] * 9, "/ask"],
    "newest of two values": [CAMP, TIM, *["hello"] * 5, "/ask"],
    "slot that a rule looks at": ["/rate", *["hello"] * 5, "/nothing"],
    "expired session": [CAMP, *["hello"] * 5, LATER, "/ask", "hello", "/ask"],
    "restart by the visitor": [CAMP, "/restart", "/ask", TIM, *["hello"] * 5, "/ask"],
    "session started on demand": [CAMP, "/session_start", *["hello"] * 5, "/ask"],
    "restart of the server": [CAMP, RESTART, *["hello"] * 5, RESTART, "/ask"],
    "what only a first turn gets": ["good day", *["hello"] * 5, "good day"],
    "not understood": [CAMP, *["hello"] * 5, "qwerty", "/ask", "hello"],
    "taken back": [CAMP, "hello", TIM, "hello", "/back", "/back", "/ask"],
    "form": [CAMP, *["hello"] * 5, "/order", "hello", "large", *["hello"] * 5, "/ask"],
}
# 300 turns, with the first one's slot asked for in the last.
LONG = [CAMP, *["/rate", "hello", "/ask"] * 99, RESTART, "hello", "/ask"]
KNOWN_IN_THE_END = "focus camp, rating True, size None"

ANYTHING = [CAMP, TIM, LATER, RESTART, "/ask", "/back", "/nothing", "/order", "/rate"]
ANYTHING += ["/restart", "/session_start", "good day", "hello", "large", "qwerty"]


def at_random(seed: int) -> list[str]:
    """A talk that nobody thought of, the same for the same seed."""
    return random.Random(seed).choices(ANYTHING, k=40)
