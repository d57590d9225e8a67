"""Talks in Slack: where an answer goes, what it looks like, and whose focus it has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.block_kit import buttons, texts
from tests.slack_client import Payload, dm, mention, message, new_id
from tests.slack_server import SlackServer, channel

pytestmark = pytest.mark.slow


def test_direct_message_is_answered_there_and_in_no_thread(
    server: SlackServer, user: str
) -> None:
    there = channel("D")
    server.client.event(dm("Who funds CAMP?", there, user))
    (answer,) = server.only(there)
    assert "Vinnova" in answer.sent["text"]
    assert "thread_ts" not in answer.sent
    assert server.conversations(there) == {f"slack-T1-{there}-dm"}


def test_answer_shows_where_it_stands_and_what_to_ask_next(
    server: SlackServer, user: str
) -> None:
    answer = server.ask(dm("Who funds CAMP?", channel("D"), user)).sent
    contexts = [block for block in answer["blocks"] if block["type"] == "context"]
    assert "Section: CAMP" in " ".join(texts(contexts))
    sections = [block for block in answer["blocks"] if block["type"] == "section"]
    assert "Vinnova" in " ".join(texts(sections))
    assert "Section" not in " ".join(texts(sections))
    assert buttons(answer["blocks"])


def test_answer_has_a_plain_text_and_unfurls_nothing(
    server: SlackServer, user: str
) -> None:
    answer = server.ask(dm("Who funds CAMP?", channel("D"), user)).sent
    assert answer["text"].strip()
    assert (answer["unfurl_links"], answer["unfurl_media"]) == (False, False)
    assert "as_user" not in answer


def test_list_of_all_partners_is_whole(server: SlackServer, user: str) -> None:
    answer = server.ask(dm("Who are your partners?", channel("D"), user)).sent
    shown = "\n".join(texts(answer["blocks"]))
    for name in ("CAMP", "NOME", "EFL", "TIM"):
        assert name in shown
    assert "•" in shown


def test_talk_in_a_direct_message_goes_on(server: SlackServer, user: str) -> None:
    there = channel("D")
    server.ask(dm("Who funds CAMP?", there, user))
    assert "Novo Nordisk" in server.ask(dm("and NOME?", there, user)).sent["text"]


def test_mention_is_answered_in_a_thread_below_it(
    server: SlackServer, user: str
) -> None:
    there = channel()
    asked = mention("Who funds CAMP?", there, user)
    server.client.event(asked)
    (answer,) = server.only(there)
    assert "Vinnova" in answer.sent["text"]
    assert answer.sent["thread_ts"] == asked["ts"]
    conversation = f"slack-T1-{there}-{asked['ts']}-{user}"
    assert server.conversations(there) == {conversation}


@pytest.mark.parametrize("say", [mention, message])
def test_follow_up_in_the_thread_goes_on_there_and_needs_no_mention(
    say: Callable[..., Payload], server: SlackServer, user: str
) -> None:
    there = channel()
    asked = mention("Who funds CAMP?", there, user)
    server.ask(asked)
    more = server.ask(say("and NOME?", there, user, thread_ts=asked["ts"]))
    assert "Novo Nordisk" in more.sent["text"]
    assert more.sent["thread_ts"] == asked["ts"]


def test_what_others_say_in_a_channel_is_none_of_our_business(
    server: SlackServer, user: str
) -> None:
    there = channel()
    root = message("Who funds CAMP?", there, user)
    for said in (root, message("Who funds CAMP?", there, user, thread_ts=root["ts"])):
        assert server.client.event(said).status == 200
    answer = server.ask(mention("Who funds NOME?", there, user))
    assert "Novo Nordisk" in answer.sent["text"]
    assert len(server.only(there)) == 1


def test_direct_messages_share_no_focus(server: SlackServer) -> None:
    server.ask(dm("Who funds CAMP?", channel("D"), new_id("U")))
    other = server.ask(dm("What is it?", channel("D"), new_id("U")))
    assert "CAMP" not in other.sent["text"]


def test_threads_share_no_focus(server: SlackServer, user: str) -> None:
    there = channel()
    server.ask(mention("Who funds CAMP?", there, user))
    assert "CAMP" not in server.ask(mention("What is it?", there, user)).sent["text"]


def test_users_in_one_thread_share_no_focus(server: SlackServer, user: str) -> None:
    there = channel()
    asked = mention("Who funds CAMP?", there, user)
    server.ask(asked)
    other = mention("What is it?", there, new_id("U"), thread_ts=asked["ts"])
    assert "CAMP" not in server.ask(other).sent["text"]
    own = mention("What is it?", there, user, thread_ts=asked["ts"])
    assert "CAMP" in server.ask(own).sent["text"]


def test_teams_share_no_focus(server: SlackServer, user: str) -> None:
    there = channel("D")
    server.ask(dm("Who funds CAMP?", there, user))
    other = server.ask(dm("What is it?", there, user), team="T2")
    assert "CAMP" not in other.sent["text"]
    assert server.conversations(there) == {
        f"slack-T1-{there}-dm",
        f"slack-T2-{there}-dm",
    }
