"""Slack fails, or we do: it is tried again, told and logged, and holds nobody up."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest

from tests.block_kit import buttons
from tests.fake_slack import RESPONSE_URL, Call
from tests.fake_slack_faults import Fault, broken, closed, limited, refused, slow
from tests.faulty_actions import ANSWER, BREAKS, PROMPT, SILENT, SLOW
from tests.slack_client import SlackClient, click, dm, mention, new_id
from tests.slack_server import (
    GRACE,
    HOME,
    POST,
    UPDATE,
    SlackServer,
    channel,
    is_post,
    running,
)

pytestmark = pytest.mark.slow

RETRIES = 2
TIMEOUT = 1.0  # seconds
ACKNOWLEDGED = 1.0  # seconds; Slack waits for three
ID = re.compile(r"\(id ([0-9a-f]{8})\)")
HOPELESS = refused("channel_not_found")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SlackServer]:
    settings = {"retries": RETRIES, "timeout_seconds": TIMEOUT, "answer_seconds": 1}
    scratch = tmp_path_factory.mktemp("slack")
    faulty = "tests.faulty_actions"
    with running(scratch, settings=settings, actions=faulty) as started:
        yield started


@pytest.fixture(autouse=True)
def working_slack(server: SlackServer) -> Iterator[None]:
    yield
    server.slack.works_again()


@pytest.fixture
def there() -> str:
    return channel("D")


def tried(server: SlackServer, there: str, method: str = POST) -> list[Call]:
    """Every call for a channel, whatever became of it."""
    calls = server.slack.calls
    return [c for c in calls if c.method == method and c.sent.get("channel") == there]


def fail(server: SlackServer, there: str, *faults: Fault, method: str = POST) -> None:
    server.slack.fail(method, *faults, where=lambda sent: sent.get("channel") == there)


def logged(server: SlackServer, there: str) -> list[str]:
    """The lines of the log about a channel that hold an id."""
    lines = server.log.splitlines()
    return [line for line in lines if there in line and ID.search(line)]


@pytest.mark.parametrize(
    "fault",
    [limited(1), broken(500), broken(503), closed(), slow(TIMEOUT + 0.5)],
    ids=["429", "500", "503", "closed connection", "timeout"],
)
def test_what_may_pass_is_tried_again(
    fault: Fault, server: SlackServer, there: str
) -> None:
    fail(server, there, fault)
    assert ANSWER.split()[0] in server.ask(dm(PROMPT, there, new_id("U"))).sent["text"]
    server.slack.wait(lambda call: call.sent.get("channel") == there, 2)
    assert not logged(server, there)


def test_wait_is_as_long_as_slack_says(server: SlackServer, there: str) -> None:
    fail(server, there, limited(2))
    server.ask(dm(PROMPT, there, new_id("U")))
    first, second = tried(server, there)
    assert 1.9 <= second.at - first.at < 4


def test_tries_have_an_end(server: SlackServer, there: str) -> None:
    fail(server, there, *[broken()] * 20)
    server.client.event(dm(PROMPT, there, new_id("U")))
    plain = RETRIES + 2  # the first, the repetitions, and the plain one
    server.slack.wait(lambda call: call.sent.get("channel") == there, plain)
    time.sleep(GRACE + 1)
    assert len(tried(server, there)) == plain


def test_what_slack_refuses_is_tried_once_as_a_plain_message(
    server: SlackServer, there: str
) -> None:
    fail(server, there, refused("invalid_blocks"))
    answer = server.ask(dm(PROMPT, there, new_id("U")))
    assert "blocks" not in answer.sent
    assert answer.sent["text"].startswith("An answer.")
    assert len(tried(server, there)) == 2
    (line,) = logged(server, there)
    assert "invalid_blocks" in line
    assert "ERROR" in line


def test_final_failure_is_logged_with_an_id(server: SlackServer, there: str) -> None:
    fail(server, there, HOPELESS, HOPELESS, HOPELESS)
    server.client.event(dm(PROMPT, there, new_id("U")))
    server.slack.wait(lambda call: call.sent.get("channel") == there, 2)
    time.sleep(GRACE)
    assert len(tried(server, there)) == 2
    assert all("channel_not_found" in line for line in logged(server, there))
    ids = [match[1] for line in logged(server, there) if (match := ID.search(line))]
    assert len(set(ids)) == len(ids) == 2
    assert "never retrieved" not in server.log


def test_after_a_failure_the_talk_goes_on(server: SlackServer, there: str) -> None:
    fail(server, there, HOPELESS, HOPELESS)
    user = new_id("U")
    server.client.event(dm(PROMPT, there, user))
    server.slack.wait(lambda call: call.sent.get("channel") == there, 2)
    assert server.ask(dm(PROMPT, there, user)).sent["text"]


def test_failing_response_url_is_tried_again(server: SlackServer) -> None:
    url = server.slack.new_response_url()
    server.slack.fail(RESPONSE_URL, broken(), limited(1))
    server.client.command(PROMPT, new_id("U"), channel(), url)
    assert "An answer." in server.told(url)[0].sent["text"]


def test_failing_home_is_tried_again(server: SlackServer) -> None:
    user = new_id("U")
    server.slack.fail(HOME, broken(), where=lambda sent: sent["user_id"] == user)
    server.client.event({"type": "app_home_opened", "user": user, "tab": "home"})
    server.slack.wait(lambda c: c.outcome == "ok" and c.sent.get("user_id") == user)


def test_answer_to_a_click_comes_even_if_the_buttons_stay(
    server: SlackServer, there: str
) -> None:
    fail(server, there, refused("message_not_found"), method=UPDATE)
    button = {
        "type": "button",
        "action_id": "ask-1",
        "value": PROMPT,
        "text": {"type": "plain_text", "text": PROMPT},
    }
    block = {"type": "actions", "block_id": "suggestions-1", "elements": [button]}
    on = {"channel": there, "ts": "1.1", "text": "x", "blocks": [block]}
    assert buttons(on["blocks"]) == [button]
    server.client.interaction(click(button, on, new_id("U")))
    assert server.wait(there)[0].sent["text"].startswith("An answer.")
    assert tried(server, there, UPDATE)


@pytest.mark.parametrize("question", [BREAKS, SILENT, SLOW])
def test_failing_answer_is_an_apology_with_an_id_that_the_log_has(
    question: str, server: SlackServer, there: str
) -> None:
    answer = server.ask(dm(question, there, new_id("U"))).sent["text"]
    assert answer.startswith("Sorry")
    found = re.search(r"\b[0-9a-f]{8}\b", answer)
    assert found is not None
    assert [line for line in logged(server, there) if found[0] in line]


def test_slow_answer_holds_up_no_acknowledgement(server: SlackServer) -> None:
    channels = [channel("D") for _ in range(8)]
    for there in channels:
        started = time.monotonic()
        assert server.client.event(dm(SLOW, there, new_id("U"))).status == 200
        assert time.monotonic() - started < ACKNOWLEDGED
    server.slack.wait(lambda call: any(is_post(call, there) for there in channels), 8)


def test_slow_slack_holds_up_no_acknowledgement(
    server: SlackServer, there: str
) -> None:
    fail(server, there, slow(TIMEOUT + 1), slow(TIMEOUT + 1))
    server.client.event(dm(PROMPT, there, new_id("U")))
    time.sleep(0.2)
    started = time.monotonic()
    assert server.client.event(dm(PROMPT, channel("D"), new_id("U"))).status == 200
    assert time.monotonic() - started < ACKNOWLEDGED


def test_empty_line_in_an_answer_makes_no_second_message(
    server: SlackServer,
) -> None:
    there = channel()
    server.client.event(mention(PROMPT, there, new_id("U")))
    assert "In two parts." in server.only(there)[0].sent["text"]


def test_strangers_cost_nothing(server: SlackServer, there: str) -> None:
    stranger = SlackClient(server.client.port, "wrong")
    for _ in range(20):
        assert stranger.event(dm(PROMPT, there, new_id("U"))).status == 401
    time.sleep(GRACE)
    assert not tried(server, there)
