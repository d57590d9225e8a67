"""What is no question is refused with a reason; a talk is shown as it was."""

from __future__ import annotations

from typing import Any

import pytest

from extensions.web.history import messages
from extensions.web.origins import cors_headers
from extensions.web.refusal import Refusal
from extensions.web.requests import checked


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("who funds CAMP", "who funds CAMP"),
        (" who\x00\nfunds ＣＡＭＰ ", "who funds CAMP"),
        ("CAMP/NOME", "CAMP/NOME"),
        ("x" * 500, "x" * 500),
        ("  " + "x" * 500, "x" * 500),
    ],
)
def test_question_is_made_plain(sent: str, read: str) -> None:
    assert checked(sent) == read


@pytest.mark.parametrize(
    ("sent", "error"),
    [
        ("", "empty"),
        (" \n\t ", "empty"),
        ("\x00\ud800", "empty"),
        ("/restart", "command"),
        ('  /ask_funders{"partner": "camp"}', "command"),
        ("／restart", "command"),  # a wide slash becomes a slash
        ("x" * 501, "too_long"),
        ("x" * 10_000, "too_long"),
    ],
)
def test_what_is_no_question_is_refused(sent: str, error: str) -> None:
    with pytest.raises(Refusal) as caught:
        checked(sent)
    assert caught.value.error == error
    assert 400 <= caught.value.status < 500
    assert caught.value.body["reason"]


def test_refusal_that_passes_tells_when() -> None:
    refusal = Refusal(429, "too_many", "wait", retry_after=7)
    assert refusal.headers == {"Retry-After": "7"}
    assert refusal.body["retry_after"] == 7


def event(kind: str, text: str | None, **held: Any) -> dict[str, Any]:
    """As much of a stored event as is read."""
    return {"event": kind, "text": text, "data": {}, "metadata": {}, **held}


def test_talk_is_shown_with_source_and_suggestions() -> None:
    buttons = [{"title": "Who funds it?", "payload": "Who funds it?"}]
    shown = messages(
        [
            event("user", "CAMP?"),
            event(
                "bot",
                "A collaboration.",
                data={"buttons": buttons},
                metadata={"source_apart": "Section: CAMP"},
            ),
            event("user", "hi"),
            event("bot", "Hello!", data={"buttons": None}),
        ]
    )
    assert shown == [
        {"role": "visitor", "text": "CAMP?", "source": None, "suggestions": []},
        {
            "role": "assistant",
            "text": "A collaboration.",
            "source": "Section: CAMP",
            "suggestions": ["Who funds it?"],
        },
        {"role": "visitor", "text": "hi", "source": None, "suggestions": []},
        {"role": "assistant", "text": "Hello!", "source": None, "suggestions": []},
    ]


def test_reply_without_a_text_is_not_shown() -> None:
    assert messages([event("bot", None), event("user", "")]) == []


@pytest.mark.parametrize(
    ("origin", "allowed", "let_in"),
    [
        ("https://a.example", ("https://a.example",), True),
        ("https://b.example", ("https://a.example",), False),
        ("https://a.example.evil.example", ("https://a.example",), False),
        ("http://a.example", ("https://a.example",), False),
        ("https://a.example", (), False),
        ("null", ("https://a.example",), False),
        (None, ("https://a.example",), False),
        ("https://b.example", ("*",), True),
    ],
)
def test_only_allowed_pages_may_read(
    origin: str | None, allowed: tuple[str, ...], let_in: bool
) -> None:
    headers = cors_headers(origin, allowed, preflight=True)
    assert headers.get("Access-Control-Allow-Origin") == (origin if let_in else None)
    assert "Access-Control-Allow-Credentials" not in headers
