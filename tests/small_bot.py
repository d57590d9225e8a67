"""A bot that is trained in seconds and uses what Rasa can do to a conversation."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import rasa.model_training
from rasa.core.agent import Agent
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore

from tests.talks import LATER, RESTART

SENDER = "visitor"
FILES = {
    "config.yml": """
        recipe: default.v1
        assistant_id: small
        language: en
        pipeline: [{name: KeywordIntentClassifier}]
        policies: [{name: RulePolicy}]
        """,
    "domain.yml": """
        version: "3.1"
        session_config:
          session_expiration_time: 60
          carry_over_slots_to_new_session: false
        intents: [greet, welcome, choose, rate, ask, order, nothing]
        entities: [focus]
        slots:
          focus:
            type: text
            influence_conversation: false
            mappings: [{type: from_entity, entity: focus}]
          rating:
            type: bool
            influence_conversation: true
            mappings: [{type: from_intent, intent: rate, value: true}]
          size:
            type: text
            influence_conversation: false
            mappings:
            - type: from_text
              conditions: [{active_loop: order_form, requested_slot: size}]
        responses:
          utter_greet: [{text: "Hello"}]
          utter_welcome: [{text: "Welcome, whoever you are"}]
          utter_chosen: [{text: "{focus} it is"}]
          utter_state: [{text: "focus {focus}, rating {rating}, size {size}"}]
          utter_ask_size: [{text: "Which size?"}]
          utter_ordered: [{text: "Ordered: {focus}, {size}"}]
          utter_rated: [{text: "Rated already"}]
          utter_default: [{text: "Pardon?"}]
          utter_restart: [{text: "From the beginning"}]
        forms:
          order_form: {required_slots: [size]}
        """,
    "data/nlu.yml": """
        version: "3.1"
        nlu:
        - {intent: greet, examples: "- hello"}
        - {intent: welcome, examples: "- good day"}
        """,
    "data/rules.yml": """
        version: "3.1"
        rules:
        - rule: greet
          steps: [{intent: greet}, {action: utter_greet}]
        - rule: welcome who says so first, and nobody later
          conversation_start: true
          steps: [{intent: welcome}, {action: utter_welcome}]
        - rule: choose
          steps: [{intent: choose}, {action: utter_chosen}]
        - rule: tell what is known
          steps: [{intent: ask}, {action: utter_state}]
        - rule: thank for a rating
          condition: [{slot_was_set: [{rating: true}]}]
          steps: [{intent: nothing}, {action: utter_rated}]
        - rule: rate
          steps: [{intent: rate}, {action: utter_state}]
        - rule: order
          steps: [{intent: order}, {action: order_form}, {active_loop: order_form}]
        - rule: end of an order
          condition: [{active_loop: order_form}]
          steps:
          - action: order_form
          - active_loop: null
          - action: utter_ordered
        """,
}
PASSING = ("timestamp", "message_id")  # what differs from one run to the next


def train(folder: Path) -> Path:
    """The model of the bot."""
    for name, content in FILES.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content)
    result = rasa.model_training.train(
        domain=str(folder / "domain.yml"),
        config=str(folder / "config.yml"),
        training_files=str(folder / "data"),
        output=str(folder),
        fixed_model_name="small",
    )
    assert result.code == 0 and result.model is not None
    return Path(result.model)


class Clock:
    """Rasa's clock, which a test puts forward."""

    def __init__(self) -> None:
        self._real = time.time
        self.ahead = 0.0

    def __call__(self) -> float:
        return self._real() + self.ahead


class Bot:
    """The bot with a store of conversations, asked without a server."""

    def __init__(self, model: Path, store: TrackerStore) -> None:
        self._agent = Agent.load(model, tracker_store=store)

    def say(self, text: str) -> list[str]:
        """The texts of the answer."""
        answer = asyncio.run(self._agent.handle_text(text, sender_id=SENDER))
        return [message["text"] for message in answer or ()]

    def events(self) -> list[dict[str, Any]]:
        """Every event, as `GET /conversations/…/tracker` gives them."""
        get = self._agent.processor.fetch_full_tracker_with_initial_session
        tracker = asyncio.run(get(SENDER))
        return [event.as_dict() for event in tracker.events]


class Published(EventBroker):
    """An event broker that keeps what it is told."""

    def __init__(self) -> None:
        self.events: list[dict[str, Any]] = []

    def publish(self, event: dict[str, Any]) -> None:
        """See the base class."""
        self.events.append(event)


def hold(
    talk: Sequence[str], model: Path, connect: Callable[[], TrackerStore], clock: Clock
) -> tuple[list[list[str]], Any]:
    """The answers to each message, and the events that are stored in the end."""
    bot = Bot(model, connect())
    answers = []
    for said in talk:
        if said == LATER:
            clock.ahead += 2 * 60 * 60
        elif said == RESTART:
            bot = Bot(model, connect())
        else:
            answers.append(bot.say(said))
    return answers, comparable(bot.events())


def comparable(value: Any) -> Any:
    """Events without what differs between two runs of the same conversation."""
    if isinstance(value, list):
        return [comparable(item) for item in value]
    if isinstance(value, dict):
        return {k: comparable(v) for k, v in value.items() if k not in PASSING}
    return value
