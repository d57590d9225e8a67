"""Actions in the server's own process mean what an action server's mean."""

from __future__ import annotations

import asyncio
import logging
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from rasa.core.actions import action as rasa_action
from rasa.core.channels.channel import CollectingOutputChannel
from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, SlotSet, UserUttered
from rasa.shared.core.slots import AnySlot
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.exceptions import RasaException
from rasa.utils.endpoints import EndpointConfig
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection

from extensions.core import in_process_actions
from extensions.core.action_tracker import ActionTracker
from scripts.child import Child
from scripts.client import HOST
from scripts.ports import Ports
from tests.asking import load_responses

pytestmark = pytest.mark.slow  # it imports Rasa

HERE = EndpointConfig(actions_module="actions")
DOMAIN = Domain.from_dict(
    {
        "actions": ["action_answer_question"],
        "responses": {**load_responses(), "utter_it": [{"text": "It is {what}."}]},
    }
)
CAMP = {"entity": "partner", "value": "camp", "start": 10, "end": 14}


@pytest.fixture
def tracker() -> DialogueStateTracker:
    """A conversation that asked who funds CAMP."""
    asked = UserUttered(
        "who funds CAMP", {"name": "ask_funders"}, [CAMP], input_channel="web"
    )
    slot = AnySlot("memory", [{}], initial_value={"kept": [1]})
    conversation = DialogueStateTracker("me", [slot])
    for event in (ActionExecuted("action_listen"), asked):
        conversation.update(event)
    return conversation


Act = Callable[[Callable[..., Any]], None]


@pytest.fixture
def act(monkeypatch: pytest.MonkeyPatch) -> Act:
    """Let a function be the action `action_answer_question`."""

    def put(function: Callable[..., Any]) -> None:
        executor = ActionExecutor()
        executor.register_function("action_answer_question", function)
        monkeypatch.setattr(in_process_actions, "load_actions", lambda name: executor)

    return put


def run(tracker: DialogueStateTracker, endpoint: EndpointConfig | None = HERE) -> Any:
    """Run the action as Rasa does."""
    remote = rasa_action.RemoteAction("action_answer_question", endpoint)
    nlg = TemplatedNaturalLanguageGenerator(DOMAIN.responses)
    return asyncio.run(remote.run(CollectingOutputChannel(), nlg, tracker, DOMAIN))


def test_responses_are_uttered_before_the_events(
    act: Act, tracker: DialogueStateTracker
) -> None:
    def answer(dispatcher: Any, tracker: Any, domain: Any) -> list[dict[str, Any]]:
        dispatcher.utter_message(response="utter_it", what="so")
        return [{"event": "slot", "name": "memory", "value": 3}]

    act(answer)
    uttered, slot = run(tracker)
    assert isinstance(uttered, BotUttered)
    assert uttered.text == "It is so."
    assert slot == SlotSet("memory", 3)


def test_coroutine_is_awaited(act: Act, tracker: DialogueStateTracker) -> None:
    async def answer(dispatcher: Any, tracker: Any, domain: Any) -> None:
        await asyncio.sleep(0)
        dispatcher.utter_message(text="late")

    act(answer)
    assert [event.text for event in run(tracker)] == ["late"]


def test_rejection_is_rasas_rejection(act: Act, tracker: DialogueStateTracker) -> None:
    def answer(dispatcher: Any, tracker: Any, domain: Any) -> None:
        raise ActionExecutionRejection("action_answer_question", "not now")

    act(answer)
    with pytest.raises(rasa_action.ActionExecutionRejection, match="not now"):
        run(tracker)


def test_error_is_rasas_error(act: Act, tracker: DialogueStateTracker) -> None:
    def answer(dispatcher: Any, tracker: Any, domain: Any) -> None:
        raise ZeroDivisionError("divided")

    act(answer)
    with pytest.raises(
        RasaException, match="action_answer_question.*divided"
    ) as caught:
        run(tracker)
    assert isinstance(caught.value.__cause__, ZeroDivisionError)


def test_what_a_server_could_not_answer_is_refused(
    act: Act, tracker: DialogueStateTracker
) -> None:
    def answer(dispatcher: Any, tracker: Any, domain: Any) -> None:
        dispatcher.utter_message(response="utter_it", what={1, 2})

    act(answer)
    with pytest.raises(RasaException, match="not JSON serializable"):
        run(tracker)


def test_action_that_is_not_there_is_named(
    monkeypatch: pytest.MonkeyPatch, tracker: DialogueStateTracker
) -> None:
    empty = ActionExecutor()
    monkeypatch.setattr(in_process_actions, "load_actions", lambda name: empty)
    with pytest.raises(RasaException, match="No registered action found"):
        run(tracker)


def test_event_that_is_none_is_told_and_left_out(
    act: Act, tracker: DialogueStateTracker, caplog: pytest.LogCaptureFixture
) -> None:
    act(lambda dispatcher, tracker, domain: [{"no": "event"}, "text"])
    with caplog.at_level(logging.ERROR):
        assert run(tracker) == []
    assert "without the `event` property" in caplog.text


def test_event_of_another_form_is_refused(
    act: Act, tracker: DialogueStateTracker
) -> None:
    act(lambda dispatcher, tracker, domain: [{"event": "slot", "value": 1}])
    with pytest.raises(Exception, match="Failed to validate Action server response"):
        run(tracker)


def test_nothing_of_the_conversation_can_be_changed(
    act: Act, tracker: DialogueStateTracker
) -> None:
    def answer(dispatcher: Any, tracker: Any, domain: Any) -> None:
        tracker.latest_message["entities"].clear()
        tracker.slots["memory"]["kept"].append(2)
        tracker.events.clear()
        domain["responses"].pop("utter_it", None)

    before = tracker.current_state()
    act(answer)
    run(tracker)
    assert tracker.current_state() == before
    assert len(tracker.events) == 2
    assert "utter_it" in DOMAIN.responses


def test_without_an_endpoint_rasa_says_so(tracker: DialogueStateTracker) -> None:
    with pytest.raises(RasaException, match="no endpoint is configured"):
        run(tracker, None)


def test_tracker_holds_what_a_server_is_sent(tracker: DialogueStateTracker) -> None:
    from rasa.shared.core.trackers import EventVerbosity
    from rasa_sdk import Tracker

    sent = Tracker.from_dict(tracker.current_state(EventVerbosity.ALL))
    ours = ActionTracker(tracker)
    for name in (
        "sender_id",
        "slots",
        "latest_message",
        "events",
        "followup_action",
        "active_loop",
        "latest_action_name",
    ):
        assert getattr(ours, name) == getattr(sent, name), name
    assert ours.is_paused() == sent.is_paused()
    assert ours.get_latest_input_channel() == sent.get_latest_input_channel() == "web"


def test_events_are_written_out_only_when_asked_for(
    tracker: DialogueStateTracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    as_dict = UserUttered.as_dict

    def noted(event: UserUttered) -> Any:
        written.append(event.text)
        return as_dict(event)

    monkeypatch.setattr(UserUttered, "as_dict", noted)
    ours = ActionTracker(tracker)
    tracker.update(UserUttered("one more"))
    assert not written
    assert [event.get("text") for event in ours.events] == [None, "who funds CAMP"]
    assert ours.events is ours.events
    assert written == ["who funds CAMP"]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EndpointConfig]:
    """`rasa run actions`, as one would start it apart."""
    port = Ports.unused().rasa
    log = tmp_path_factory.mktemp("actions") / "actions.log"
    command = [sys.executable, "-m", "rasa", "run", "actions", "--port", str(port)]
    child = Child("The action server", command, log, {"SANIC_HOST": HOST})
    try:
        wait_for(child, log)
        yield EndpointConfig(url=f"http://{HOST}:{port}/webhook")
    finally:
        child.stop()


def wait_for(child: Child, log: Path) -> None:
    for _ in range(300):
        child.check_alive()
        if "Action endpoint is up" in log.read_text():
            return
        time.sleep(0.1)
    raise TimeoutError(log.read_text())


def test_server_apart_answers_the_same(
    server: EndpointConfig, tracker: DialogueStateTracker
) -> None:
    remote = rasa_action.RemoteAction("action_answer_question", server)
    body = remote._action_call_format(tracker, DOMAIN)

    async def ask() -> Any:
        for _ in range(50):  # it says that it is up before it listens
            try:
                return await server.request(json=body)
            except OSError:
                await asyncio.sleep(0.1)
        raise TimeoutError

    theirs = asyncio.run(ask())
    ours = asyncio.run(
        in_process_actions.call("actions", "action_answer_question", tracker, DOMAIN)
    )
    assert ours == theirs
    assert ours["responses"][0]["response"] == "utter_funders_fact"
    assert "Vinnova" in run(tracker, server)[0].text


VALID = {"events": [], "responses": [{"text": "hello"}]}


@pytest.mark.parametrize(
    "answer",
    [
        VALID,
        {"events": [{"event": "slot", "name": "memory", "value": None}]},
        {"events": [{"event": "slot", "value": 1}], "responses": []},
        {"events": {}, "responses": []},
        {"responses": ["text"]},
        [],
        "no",
        None,
    ],
)
def test_answer_is_judged_as_rasa_judges_it(answer: Any) -> None:
    check = rasa_action.RemoteAction._validate_action_result
    remote = rasa_action.RemoteAction("action_answer_question", None)
    assert judged(check, remote, answer) == judged(check.__wrapped__, remote, answer)


def judged(check: Any, remote: Any, answer: Any) -> str:
    try:
        return str(check(remote, answer))
    except Exception as error:
        return f"{type(error).__name__}: {error}"
