"""Requests to the Slack channel: only what Slack has signed, just now, is read."""

from __future__ import annotations

import json
import time

import pytest

from tests.slack_client import SlackClient, dm, event, new_id
from tests.slack_server import GRACE, SlackServer, channel

pytestmark = pytest.mark.slow

FAR = 301  # seconds; Slack's own limit is 300


def test_challenge_is_given_back(server: SlackServer) -> None:
    body = json.dumps({"type": "url_verification", "challenge": "abc"}).encode()
    response = server.client.post(body)
    assert response.status == 200
    assert response.json == {"challenge": "abc"}


def test_channel_is_healthy(server: SlackServer) -> None:
    assert server.client.get("/webhooks/slack/").status == 200


@pytest.mark.parametrize("age", [FAR, -FAR], ids=["old", "from the future"])
def test_request_of_another_time_is_refused(
    age: int, server: SlackServer, user: str
) -> None:
    there = channel("D")
    body = json.dumps(event(dm("Who funds CAMP?", there, user))).encode()
    assert server.client.post(body, age=age).status == 401
    time.sleep(GRACE)
    assert not server.posts(there)
    assert not server.conversations(there)


def test_wrong_signature_is_refused(server: SlackServer, user: str) -> None:
    there = channel("D")
    stranger = SlackClient(server.client.port, "not the secret")
    assert stranger.event(dm("Who funds CAMP?", there, user)).status == 401
    time.sleep(GRACE)
    assert not server.posts(there)
    assert not server.conversations(there)


def test_signature_of_another_body_is_refused(server: SlackServer, user: str) -> None:
    there = channel("D")
    body = json.dumps(event(dm("Who funds CAMP?", there, user))).encode()
    signed = {"X-Slack-Signature": f"v0={'0' * 64}"}
    assert server.client.post(body, headers=signed).status == 401
    unsigned = {"X-Slack-Signature": ""}
    assert server.client.post(body, headers=unsigned).status == 401
    time.sleep(GRACE)
    assert not server.posts(there)


def test_type_of_content_may_name_its_characters(
    server: SlackServer, user: str
) -> None:
    there = channel("D")
    body = json.dumps(event(dm("Who funds CAMP?", there, user))).encode()
    assert server.client.post(body, "application/json; charset=utf-8").status == 200
    server.only(there)


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"x"', b"null", b"\xff\xfe"])
def test_senseless_body_does_no_harm(body: bytes, server: SlackServer) -> None:
    assert server.client.post(body).status < 500
    answer = server.ask(dm("Who funds CAMP?", channel("D"), new_id("U")))
    assert "Vinnova" in answer.sent["text"]
