"""What people do in Slack besides writing: commands, buttons, the home, a shortcut."""

from __future__ import annotations

import time

import pytest

from tests.block_kit import buttons, texts
from tests.fake_slack import Call
from tests.slack_client import Payload, click, dm, mention, message, new_id, shortcut
from tests.slack_server import GRACE, HOME, SlackServer, channel

pytestmark = pytest.mark.slow


def command(server: SlackServer, text: str, user: str, there: str) -> Call:
    url = server.slack.new_response_url()
    assert server.client.command(text, user, there, url).status == 200
    return server.told(url)[-1]


def shown(server: SlackServer, answer: Call) -> Payload:
    """The message of an answer as it stands in Slack now."""
    return server.slack.workspace.messages[answer.sent["channel"], answer.ts]


def test_command_is_answered_to_the_asker_alone(server: SlackServer, user: str) -> None:
    there = channel()
    answer = command(server, "Who funds CAMP?", user, there)
    assert answer.sent["response_type"] == "ephemeral"
    assert "Vinnova" in answer.sent["text"]
    assert "Who funds CAMP?" in "\n".join(texts(answer.sent["blocks"]))
    assert not server.posts(there)
    name = f"slack-T1-{there}-command-{user}"
    assert server.conversations(there) == {name}


def test_command_is_answered_where_we_are_no_member(
    server: SlackServer, user: str
) -> None:
    there = channel()
    server.slack.workspace.channels_without_us.add(there)
    assert "Vinnova" in command(server, "Who funds CAMP?", user, there).sent["text"]


def test_commands_go_on_with_a_talk_of_their_own(
    server: SlackServer, user: str
) -> None:
    there = channel()
    command(server, "Who funds CAMP?", user, there)
    assert "Novo Nordisk" in command(server, "and NOME?", user, there).sent["text"]
    other = command(server, "What is it?", new_id("U"), there)
    assert "CAMP" not in other.sent["text"]
    thread = server.ask(mention("What is it?", there, user))
    assert "CAMP" not in thread.sent["text"]


def test_command_without_words_tells_what_there_is_to_ask(
    server: SlackServer, user: str
) -> None:
    assert "partner" in command(server, "", user, channel()).sent["text"]


def test_button_shows_the_choice_and_is_answered(
    server: SlackServer, user: str
) -> None:
    there = channel("D")
    answer = server.ask(dm("Who funds CAMP?", there, user))
    button = buttons(answer.sent["blocks"])[0]
    pressed = click(button, shown(server, answer), user)
    assert server.client.interaction(pressed).status == 200
    asked, more = server.only(there, 2)
    assert asked.ts == answer.ts
    now = shown(server, answer)
    assert not buttons(now["blocks"])
    assert button["value"] in "\n".join(texts(now["blocks"]))
    assert "Vinnova" in now["text"]
    assert "thread_ts" not in more.sent
    assert more.sent["text"]


def test_button_in_a_thread_goes_on_in_it(server: SlackServer, user: str) -> None:
    there = channel()
    asked = mention("Who funds CAMP?", there, user)
    answer = server.ask(asked)
    button = buttons(answer.sent["blocks"])[0]
    server.client.interaction(click(button, shown(server, answer), user))
    _, more = server.only(there, 2)
    assert more.sent["thread_ts"] == asked["ts"]
    name = f"slack-T1-{there}-{asked['ts']}-{user}"
    assert server.conversations(there) == {name}


def test_button_that_is_pressed_twice_is_answered_once(
    server: SlackServer, user: str
) -> None:
    there = channel("D")
    answer = server.ask(dm("Who funds CAMP?", there, user))
    pressed = click(buttons(answer.sent["blocks"])[0], shown(server, answer), user)
    for _ in range(3):
        assert server.client.interaction(pressed).status == 200
    server.only(there, 2)


def test_button_that_another_presses_is_in_a_talk_of_theirs(
    server: SlackServer, user: str
) -> None:
    there, other = channel(), new_id("U")
    asked = mention("Who funds CAMP?", there, user)
    answer = server.ask(asked)
    button = buttons(answer.sent["blocks"])[0]
    server.client.interaction(click(button, shown(server, answer), other))
    server.only(there, 2)
    begin = f"slack-T1-{there}-{asked['ts']}"
    assert server.conversations(there) == {f"{begin}-{user}", f"{begin}-{other}"}


def test_button_of_a_private_answer_is_answered_in_private(
    server: SlackServer, user: str
) -> None:
    there = channel()
    answer = command(server, "Who funds CAMP?", user, there)
    on = {"channel": there, "ts": "1.1"}
    url = server.slack.new_response_url()
    button = buttons(answer.sent["blocks"])[0]
    server.client.interaction(click(button, on, user, url, is_private=True))
    more = server.told(url)[0].sent
    assert button["value"] in "\n".join(texts(more["blocks"]))
    assert not server.posts(there)


def test_home_says_what_there_is_to_ask(server: SlackServer, user: str) -> None:
    opened = {"type": "app_home_opened", "user": user, "channel": "D1", "tab": "home"}
    assert server.client.event(opened).status == 200
    server.slack.wait(lambda call: call.method == HOME and call.sent["user_id"] == user)
    home = "\n".join(texts(server.slack.workspace.homes[user]["blocks"]))
    assert "/partners" in home
    assert "Who funds CAMP?" in home


def test_each_example_of_the_home_has_an_answer(server: SlackServer, user: str) -> None:
    opened = {"type": "app_home_opened", "user": user, "channel": "D1", "tab": "home"}
    server.client.event(opened)
    server.slack.wait(lambda call: call.method == HOME and call.sent["user_id"] == user)
    home = "\n".join(texts(server.slack.workspace.homes[user]["blocks"]))
    examples = [line[2:] for line in home.splitlines() if line.startswith("• ")]
    assert len(examples) >= 3
    for example in examples:
        answer = server.ask(dm(example, channel("D"), user)).sent
        contexts = [block for block in answer["blocks"] if block["type"] == "context"]
        assert contexts, f"{example}: {answer['text']}"


def test_tab_of_messages_is_no_home(server: SlackServer, user: str) -> None:
    opened = {"type": "app_home_opened", "user": user, "channel": "D1"}
    server.client.event({**opened, "tab": "messages"})
    time.sleep(GRACE)
    assert user not in server.slack.workspace.homes


def test_message_that_is_picked_is_answered_to_whom_picked_it(
    server: SlackServer, user: str
) -> None:
    there = channel()
    said = message("Who funds CAMP?", there, new_id("U"))
    url = server.slack.new_response_url()
    assert server.client.interaction(shortcut(said, user, url)).status == 200
    answer = server.told(url)[0].sent
    assert "Vinnova" in answer["text"]
    assert answer["response_type"] == "ephemeral"
    assert not server.posts(there)


VIEW = {"id": "V1", "type": "modal", "callback_id": "x", "state": {"values": {}}}
UNKNOWN: dict[str, Payload] = {
    "a view": {"type": "view_submission", "view": VIEW},
    "a closed view": {"type": "view_closed", "view": VIEW},
    "a shortcut": {"type": "shortcut", "callback_id": "x"},
    "a message shortcut": {"type": "message_action", "callback_id": "x"},
    "a select": {
        "type": "block_actions",
        "container": {},
        "actions": [{"type": "checkboxes", "action_id": "x", "block_id": "y"}],
    },
    "a link button": {
        "type": "block_actions",
        "container": {},
        "actions": [{"type": "button", "action_id": "ask-1", "url": "https://a.b"}],
    },
}


@pytest.mark.parametrize("held", UNKNOWN.values(), ids=UNKNOWN)
def test_what_is_not_ours_is_no_failure(held: Payload, server: SlackServer) -> None:
    # Anything but 200 is a warning triangle for the person who did it.
    person = {"user": {"id": "U1"}, "team": {"id": "T1", "domain": "village"}}
    assert server.client.interaction({**held, **person}).status == 200
