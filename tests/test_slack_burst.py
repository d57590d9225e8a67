"""Many at once: each event is answered once, in the order of its conversation.

Workers share what was answered by the Redis of the lock store.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.fake_slack import FakeSlack
from tests.fake_slack_faults import limited
from tests.redis_server import running as running_redis
from tests.slack_client import Payload, SlackClient, dm, event, mention, new_id
from tests.slack_server import (
    GRACE,
    POST,
    SlackServer,
    channel,
    is_post,
    running,
    scopes,
)

pytestmark = pytest.mark.slow

CONVERSATIONS = 40
DUPLICATES = 0.2  # of all events
EVENTS = 500
AT_ONCE = 16  # connections of Slack
ACKNOWLEDGED = 1.0  # seconds; Slack waits for three
# In each conversation one after the other; the answers can be told from each other.
ASKED = {
    "Who funds CAMP?": "Vinnova",
    "and NOME?": "Novo Nordisk",
    "What is CAMP?": "CAMP",
    "Hello!": "partners",
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SlackServer]:
    with running(tmp_path_factory.mktemp("slack")) as started:
        yield started


def talk(number: int, there: str) -> list[Payload]:
    """What one person says: in a direct message channel, or in a thread."""
    questions = list(ASKED)
    texts = [questions[n % len(questions)] for n in range(number)]
    user = new_id("U")
    if there.startswith("D"):
        return [event(dm(text, there, user)) for text in texts]
    root = mention(texts[0], there, user)
    rest = [mention(text, there, user, thread_ts=root["ts"]) for text in texts[1:]]
    return [event(held) for held in (root, *rest)]


def with_duplicates(said: Sequence[Payload], number: int) -> list[Payload]:
    """The same, and `number` of them once more: at once, or some time later."""
    doubled = list(said)
    for chosen in sorted(random.sample(range(len(said)), number), reverse=True):
        again = min(chosen + random.choice((1, 1, 2, 4)), len(doubled))
        doubled.insert(again, said[chosen])
    return doubled


def send(clients: Sequence[SlackClient], held: Sequence[Payload]) -> list[float]:
    """Send one after the other, in turn to each worker: how long each took."""
    took = []
    for number, envelope in enumerate(held):
        started = time.monotonic()
        assert clients[number % len(clients)].envelope(envelope).status == 200
        took.append(time.monotonic() - started)
    return took


def test_burst_is_answered_once_and_in_order(server: SlackServer) -> None:
    random.seed(6)
    each = round(EVENTS * (1 - DUPLICATES)) // CONVERSATIONS
    total = each * CONVERSATIONS
    # As many again as are missing, spread over the conversations.
    twice = [len(range(n, EVENTS - total, CONVERSATIONS)) for n in range(CONVERSATIONS)]
    sent: dict[str, list[Payload]] = {}
    for number in twice:
        there = channel(random.choice("DC"))
        sent[there] = with_duplicates(talk(each, there), number)
    assert sum(map(len, sent.values())) == EVENTS
    with ThreadPoolExecutor(AT_ONCE) as pool:
        took = [
            one
            for many in pool.map(
                lambda held: send([server.client], held), sent.values()
            )
            for one in many
        ]
    server.slack.wait(
        lambda call: any(is_post(call, there) for there in sent), total, seconds=120
    )
    time.sleep(GRACE)
    for there in sent:
        assert_answers(server, there, each)
    took.sort()
    print(f"acknowledged: half in {took[EVENTS // 2]:.3f} s, all in {took[-1]:.3f} s")
    assert took[-1] < ACKNOWLEDGED


def assert_answers(server: SlackServer, there: str, number: int) -> None:
    """One answer for each question, in order."""
    answers = [call.sent["text"] for call in server.posts(there)]
    assert len(answers) == number
    wanted = [list(ASKED.values())[n % len(ASKED)] for n in range(number)]
    for answer, word in zip(answers, wanted, strict=True):
        assert word in answer, (there, word, answers)


def test_order_holds_while_slack_is_slow(server: SlackServer) -> None:
    there = channel("D")
    server.slack.fail(
        POST, limited(1), limited(1), where=lambda sent: sent["channel"] == there
    )
    send([server.client], talk(4, there))
    server.only(there, 4)
    assert_answers(server, there, 4)


@pytest.fixture(scope="module")
def workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[SlackServer]]:
    """Two of them, with one Redis."""
    scratch = tmp_path_factory.mktemp("redis")
    with running_redis(scratch) as port, FakeSlack(scopes()) as slack:
        endpoints = {"lock_store": {"type": "redis", "url": "127.0.0.1", "port": port}}
        with (
            worker(tmp_path_factory, slack, endpoints) as one,
            worker(tmp_path_factory, slack, endpoints) as two,
        ):
            yield [one, two]


def worker(
    folders: pytest.TempPathFactory, slack: FakeSlack, endpoints: Mapping[str, Any]
) -> Any:
    scratch: Path = folders.mktemp("worker")
    return running(scratch, slack=slack, endpoints=endpoints)


def test_event_that_two_workers_get_is_answered_once(
    workers: list[SlackServer],
) -> None:
    channels = [channel("D") for _ in range(20)]
    sent = [event(dm("Who funds CAMP?", there, new_id("U"))) for there in channels]
    clients = [server.client for server in workers]

    def to_both(envelope: Payload) -> None:
        with ThreadPoolExecutor(2) as both:
            list(both.map(lambda client: client.envelope(envelope), clients))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(to_both, sent))
    slack = workers[0].slack
    slack.wait(lambda call: any(is_post(call, there) for there in channels), 20)
    time.sleep(2 * GRACE)
    posts = [call for call in slack.calls if call.method == POST]
    counted = Counter(call.sent["channel"] for call in posts)
    assert counted == dict.fromkeys(channels, 1)


def test_mention_and_its_message_at_two_workers_are_answered_once(
    workers: list[SlackServer],
) -> None:
    one, two = workers
    there = channel()
    said = mention("Who funds CAMP?", there, new_id("U"))
    one.client.event(said)
    two.client.event({**said, "type": "message", "channel_type": "channel"})
    one.only(there)
