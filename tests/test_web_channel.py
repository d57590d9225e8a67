"""The web channel of a running Rasa: talks, strangers, limits, origins and files."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from extensions.web.files import TYPES
from scripts.assistant import Assistant
from scripts.ports import Ports
from scripts.widget import WIDGET
from tests.web_client import HISTORY, MESSAGES, SITE, Response, Visitor

pytestmark = pytest.mark.slow

SETTINGS = {
    "allowed_origins": [SITE],
    "per_conversation": {"messages": 6, "seconds": 60},
    "per_address": {"messages": 12, "seconds": 60},
    "proxies": 1,  # so that each visitor of the tests has an address
}


@dataclass(frozen=True)
class Server:
    """A running assistant and where it keeps its conversations."""

    port: int
    database: Path


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    scratch = tmp_path_factory.mktemp("web")
    with Assistant(Ports.unused(), scratch, web=SETTINGS) as running:
        yield Server(running.ports.rasa, scratch / "conversations.db")


@pytest.fixture
def visitor(server: Server) -> Visitor:
    return Visitor(server.port)


@pytest.fixture
def other(server: Server) -> Visitor:
    return Visitor(server.port)


def test_first_message_gives_a_token_the_answer_and_an_end(visitor: Visitor) -> None:
    response = visitor.ask("Who funds CAMP?")
    assert response.status == 200
    assert response.headers["content-type"] == "application/x-ndjson"
    assert [line["type"] for line in response.lines] == ["token", "answer", "done"]
    (answer,) = response.answers
    assert "Vinnova" in answer["text"]
    assert answer["suggestions"]
    assert all(isinstance(text, str) for text in answer["suggestions"])


def test_source_stands_beside_the_text_and_only_here(
    visitor: Visitor, server: Server
) -> None:
    (answer,) = visitor.ask("Who funds CAMP?").answers
    assert answer["source"] == "Section: CAMP"
    assert "Section" not in answer["text"]
    (told,) = Assistant(Ports(server.port)).ask("Who funds CAMP?", sender="rest")
    assert told.text.endswith(" (Section: CAMP)")


def test_answer_that_is_no_fact_has_no_source(visitor: Visitor) -> None:
    (answer,) = visitor.ask("Hello!").answers
    assert (answer["source"], answer["suggestions"]) == (None, [])


def test_token_goes_on_with_the_talk(visitor: Visitor) -> None:
    visitor.ask("Who funds CAMP?")
    response = visitor.ask("and NOME?")
    assert [line["type"] for line in response.lines] == ["answer", "done"]
    assert "Novo Nordisk" in response.text


def test_two_visitors_never_share_a_focus(visitor: Visitor, other: Visitor) -> None:
    visitor.ask("Who funds CAMP?")
    other.ask("Who funds NOME?")
    assert "CAMP" in visitor.ask("What is it?").text
    assert "NOME" in other.ask("What is it?").text


def test_visitor_without_a_talk_has_no_focus(visitor: Visitor, other: Visitor) -> None:
    visitor.ask("Who funds CAMP?")
    assert "CAMP" not in other.ask("What is it?").text


def test_history_shows_the_talk_as_it_was_told(visitor: Visitor) -> None:
    told = [*visitor.ask("Who funds CAMP?").answers, *visitor.ask("Hello!").answers]
    shown = visitor.history().json["messages"]
    assert [message["role"] for message in shown] == ["visitor", "assistant"] * 2
    assert [m["text"] for m in shown[::2]] == ["Who funds CAMP?", "Hello!"]
    kept = ("text", "source", "suggestions")
    assert [{k: m[k] for k in kept} for m in shown[1::2]] == [
        {k: answer[k] for k in kept} for answer in told
    ]


def test_history_goes_on_over_a_new_session(visitor: Visitor, server: Server) -> None:
    visitor.ask("Who funds CAMP?")
    conversation = shift(server.database, visitor, hours=-2)
    visitor.ask("Who funds NOME?")
    assert sessions(server.database, conversation) == 2
    texts = [m["text"] for m in visitor.history().json["messages"]]
    assert texts[::2] == ["Who funds CAMP?", "Who funds NOME?"]


def shift(database: Path, visitor: Visitor, hours: int) -> str:
    """Move what a visitor said in time, and return the name of the conversation."""
    assert visitor.token is not None
    conversation = f"web-{visitor.token.partition('.')[0]}"
    with sqlite3.connect(database) as connection:
        changed = connection.execute(
            "UPDATE events SET timestamp = timestamp + :by, data = json_set(data, "
            "'$.timestamp', json_extract(data, '$.timestamp') + :by) "
            "WHERE sender_id = :sender",
            {"by": hours * 3600, "sender": conversation},
        )
    assert changed.rowcount > 3
    return conversation


def sessions(database: Path, conversation: str) -> int:
    with sqlite3.connect(database) as connection:
        (count,) = connection.execute(
            "SELECT count(*) FROM events WHERE type_name = 'session_started' "
            "AND sender_id = ?",
            [conversation],
        ).fetchone()
    return int(count)


def tampered(token: str) -> str:
    id_, issued, signature = token.split(".")
    return f"{id_[:-1]}{'B' if id_[-1] == 'A' else 'A'}.{issued}.{signature}"


@pytest.mark.parametrize(
    "spoil",
    [
        tampered,
        lambda token: f"web-{token.partition('.')[0]}",
        lambda token: token[:-1],
        lambda token: token + "x",
        lambda token: "",
    ],
    ids=["tampered", "the name of the talk", "cut", "longer", "empty"],
)
def test_stranger_with_a_made_up_token_gets_nothing(
    spoil: Callable[[str], str], visitor: Visitor, other: Visitor
) -> None:
    visitor.ask("Who funds CAMP?")
    assert visitor.token is not None
    other.token = spoil(visitor.token)
    for response in (other.history(), other.ask("and NOME?")):
        assert response.status == 401
        assert response.json["error"] == "bad_token"
    assert len(visitor.history().json["messages"]) == 2


def test_history_needs_a_token(visitor: Visitor) -> None:
    response = visitor.history()
    assert (response.status, response.json["error"]) == (401, "bad_token")


def test_history_is_of_the_own_talk_only(visitor: Visitor, other: Visitor) -> None:
    visitor.ask("Who funds CAMP?")
    other.ask("Hello!")
    shown = json.dumps(other.history().json)
    assert "Hello!" in shown
    assert "CAMP" not in shown


def test_visitor_chooses_no_talk_channel_or_metadata(
    visitor: Visitor, other: Visitor, server: Server
) -> None:
    visitor.ask("Who funds CAMP?")
    assert visitor.token is not None
    theirs = f"web-{visitor.token.partition('.')[0]}"
    claims = {"role": "staff"}
    response = other.ask(
        "What is it?",
        sender=theirs,
        sender_id=theirs,
        input_channel="slack",
        metadata=claims,
        token=visitor.token,
    )
    assert response.status == 200
    assert other.token != visitor.token
    assert "CAMP" not in response.text
    assert other.token is not None
    own = f"web-{other.token.partition('.')[0]}"
    with sqlite3.connect(server.database) as connection:
        rows = connection.execute(
            "SELECT data FROM events WHERE sender_id = ? AND type_name = 'user'", [own]
        ).fetchall()
    ((stored,),) = rows
    assert json.loads(stored)["input_channel"] == "web"
    assert "staff" not in stored


@pytest.mark.parametrize(
    ("body", "status", "error"),
    [
        (b'{"message": ""}', 400, "empty"),
        (b'{"message": "  "}', 400, "empty"),
        (b'{"message": "/restart"}', 400, "command"),
        (b'{"message": "/ask_funders{}"}', 400, "command"),
        (json.dumps({"message": "x" * 501}).encode(), 413, "too_long"),
        (json.dumps({"message": "x" * 10_000}).encode(), 413, "too_long"),
        (b'{"message": "' + b"x" * 2_000_000 + b'"}', 413, "too_long"),
        (b'{"message": 1}', 400, "bad_request"),
        (b'{"message": null}', 400, "bad_request"),
        (b"{}", 400, "bad_request"),
        (b'["who funds CAMP"]', 400, "bad_request"),
        (b'"who funds CAMP"', 400, "bad_request"),
        (b"null", 400, "bad_request"),
        (b"{", 400, "bad_request"),
        (b"[" * 8000, 400, "bad_request"),
        (b"\xff\xfe", 400, "bad_request"),
        (b"", 400, "bad_request"),
    ],
    ids=lambda value: value[:24].decode("latin-1") if isinstance(value, bytes) else "",
)
def test_what_is_no_question_is_refused_with_a_reason(
    body: bytes, status: int, error: str, visitor: Visitor
) -> None:
    response = visitor.post(body)
    assert (response.status, response.json["error"]) == (status, error)
    assert response.json["reason"]


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", ""]
)
def test_content_that_any_page_may_send_is_refused(kind: str, visitor: Visitor) -> None:
    assert visitor.post(b'{"message": "hi"}', kind).status == 415


def test_charset_of_the_content_type_is_no_obstacle(visitor: Visitor) -> None:
    response = visitor.post(b'{"message": "hi"}', "Application/JSON; charset=UTF-8")
    assert response.status == 200


def test_burst_in_one_talk_is_stopped(visitor: Visitor, server: Server) -> None:
    statuses = [visitor.ask("Hello!").status for _ in range(7)]
    assert statuses == [200] * 6 + [429]
    elsewhere = Visitor(server.port, visitor.token)  # the same talk, from a phone
    response = elsewhere.ask("Hello!")
    assert response.status == 429
    assert response.json["error"] == "too_many"
    assert 0 < int(response.headers["retry-after"]) <= 10
    assert response.json["retry_after"] == int(response.headers["retry-after"])


def test_burst_from_one_address_is_stopped(visitor: Visitor, server: Server) -> None:
    def of_a_new_talk() -> Response:
        return Visitor(server.port, address=visitor.address).ask("Hello!")

    statuses = [of_a_new_talk().status for _ in range(13)]
    assert statuses == [200] * 12 + [429]
    assert Visitor(server.port).ask("Hello!").status == 200


def test_limit_holds_for_whoever_claims_to_be_elsewhere(
    visitor: Visitor, server: Server
) -> None:
    statuses = [
        # What the visitor writes is on the left of what the proxy adds.
        Visitor(server.port, address=f"192.0.2.{n}, {visitor.address}").ask("Hi").status
        for n in range(13)
    ]
    assert statuses[-1] == 429


def test_page_of_an_allowed_site_may_read_also_a_refusal(visitor: Visitor) -> None:
    for response in (visitor.ask("Hello!"), visitor.post(b"{}")):
        assert response.headers["access-control-allow-origin"] == SITE
        assert "Origin" in response.headers["vary"]


def test_page_of_another_site_may_not(visitor: Visitor) -> None:
    response = visitor.post(b'{"message": "hi"}', origin="https://evil.example")
    assert "access-control-allow-origin" not in response.headers


@pytest.mark.parametrize(
    ("origin", "allowed"), [(SITE, SITE), ("https://evil.example", None)]
)
@pytest.mark.parametrize("path", [MESSAGES, HISTORY])
def test_browser_that_asks_beforehand_is_told(
    path: str, origin: str, allowed: str | None, visitor: Visitor
) -> None:
    asked = {
        "Origin": origin,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,content-type",
    }
    headers = visitor.request("OPTIONS", path, headers=asked).headers
    assert headers.get("access-control-allow-origin") == allowed
    if allowed:
        assert "POST" in headers["access-control-allow-methods"]
        listed = headers["access-control-allow-headers"].lower()
        assert {"authorization", "content-type"} <= set(listed.split(", "))


def test_talks_are_kept_by_no_cache(visitor: Visitor) -> None:
    visitor.ask("Hello!")
    assert visitor.history().headers["cache-control"] == "no-store"
    assert "set-cookie" not in visitor.history().headers


@pytest.mark.parametrize(
    ("name", "caching"),
    [
        ("loader.js", "max-age=300"),
        ("panel.js", "no-cache"),
        ("panel.js?v=1", "immutable"),
        ("vendor/deepChat.bundle.js?v=2.4.2", "immutable"),
    ],
)
def test_element_is_served_to_the_site(
    name: str, caching: str, visitor: Visitor
) -> None:
    path = f"/webhooks/web/widget/{name}"
    asked = {"Origin": SITE, "Accept-Encoding": "gzip"}
    response = visitor.request("GET", path, headers=asked)
    assert response.status == 200
    assert response.headers["content-type"] == TYPES[".js"]
    assert caching in response.headers["cache-control"]
    assert response.headers["content-encoding"] == "gzip"
    assert response.headers["access-control-allow-origin"] == SITE
    known = {**asked, "If-None-Match": response.headers["etag"]}
    again = visitor.request("GET", path, headers=known)
    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize(
    "name",
    [
        "../credentials.yml",
        "..%2fcredentials.yml",
        "..%2f..%2f..%2f..%2fetc%2fpasswd",
        "%2e%2e/var/web-secret",
        "/etc/passwd",
        "package.json",
        "node_modules/axe-core/axe.js",
        "loader.js%00.png",
        "loader.js/",
        "nothing.js",
    ],
)
@pytest.mark.parametrize("base", ["/webhooks/web/widget/", "/demo/"])
def test_no_other_file_is_served(base: str, name: str, visitor: Visitor) -> None:
    assert visitor.request("GET", base + name).status == 404


@pytest.mark.parametrize(
    ("asked", "held"),
    [("?lang=sv", "sv"), ("?lang=sv-SE", "sv"), ("", "en"), ("?lang=x", "en")],
)
def test_texts_come_in_the_language(asked: str, held: str, visitor: Visitor) -> None:
    config = visitor.request("GET", f"/webhooks/web/config{asked}").json
    texts = json.loads((WIDGET / "texts" / f"{held}.json").read_text(encoding="utf-8"))
    assert config["title"] == texts["title"]
    assert config["texts"] == texts["texts"]
    assert len(config["examples"]) == 4
    assert config["characterLimit"] == 500


def test_demo_page_is_at_the_root_under_a_strict_policy(visitor: Visitor) -> None:
    response = visitor.request("GET", "/")
    assert response.status == 200
    assert response.headers["content-type"] == TYPES[".html"]
    assert b"loader.js" in response.body
    policy = response.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert visitor.request("POST", "/").status == 405


def test_secret_is_kept_for_its_owner_only(server: Server) -> None:
    secret = server.database.with_name("web-secret")
    assert secret.stat().st_mode & 0o077 == 0


def test_talk_goes_on_after_a_restart(visitor: Visitor, server: Server) -> None:
    visitor.ask("Who funds CAMP?")
    # A second one beside it: what it knows is what a restarted one would.
    restarted = Assistant(Ports.unused(), server.database.parent, web=SETTINGS)
    with restarted:
        again = Visitor(restarted.ports.rasa, visitor.token)
        assert again.history().json == visitor.history().json
        assert "CAMP" in again.ask("What is it?").text
