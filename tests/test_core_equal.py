"""What Rasa does faster it does as before: each change beside what it replaces."""

from __future__ import annotations

import asyncio
import copy
import inspect
import random
from pathlib import Path
from typing import Any

import botocore.exceptions  # type: ignore[import-untyped]
import pymongo.errors
import pytest
import sqlalchemy.exc
from rasa.core import tracker_store
from rasa.core.brokers.broker import EventBroker
from rasa.core.exceptions import RasaException
from rasa.core.policies.rule_policy import RulePolicy
from rasa.core.tracker_store import InMemoryTrackerStore, TrackerStore
from rasa.engine.exceptions import GraphComponentException, GraphRunError
from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema, SchemaNode
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.graph_components.providers.domain_provider import DomainProvider
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    Event,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUtteranceReverted,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.utils.endpoints import EndpointConfig

from extensions.core.rule_states import recent_states
from scripts.train import MODEL

pytestmark = pytest.mark.slow  # it imports Rasa, and needs the trained model

DOMAIN = Domain.from_dict(
    {
        "intents": ["greet", "ask", "nlu_fallback"],
        "actions": ["action_answer", "action_offer"],
        "forms": {"visit_form": {"required_slots": ["place"]}},
        "slots": {
            "place": {
                "type": "text",
                "influence_conversation": True,
                "mappings": [{"type": "custom"}],
            }
        },
    }
)


def conversation(seed: int, turns: int, side: Any = None) -> DialogueStateTracker:
    """A conversation of all sorts of events, always the same for a seed."""
    side = SIDE_EVENTS if side is None else side
    chance = random.Random(seed)
    tracker = DialogueStateTracker("me", DOMAIN.slots)
    tracker.update(ActionExecuted("action_session_start"))
    tracker.update(SessionStarted())
    for _ in range(turns):
        tracker.update(ActionExecuted("action_listen"))
        intent = chance.choice(DOMAIN.intents)
        tracker.update(UserUttered("some text", {"name": intent, "confidence": 1.0}))
        for make in chance.choices(side, k=chance.randint(0, 2)):
            tracker.update(make())
        for name in chance.choices(["action_answer", "action_offer"], k=2):
            tracker.update(ActionExecuted(name))
    return tracker


SIDE_EVENTS = [
    lambda: SlotSet("place", "lund"),
    lambda: SlotSet("place", None),
    lambda: ActiveLoop("visit_form"),
    lambda: ActiveLoop(None),
    UserUtteranceReverted,
    Restarted,
]


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("count", [1, 2, 3, 1000])
def test_recent_states_are_the_last_of_all(seed: int, count: int) -> None:
    tracker = conversation(seed, turns=seed)
    assert recent_states(tracker, DOMAIN, count) == tracker.past_states(DOMAIN)[-count:]


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize(
    "side",
    [
        SIDE_EVENTS,
        SIDE_EVENTS[:2],
        [Restarted],
        [SessionStarted],
        [Restarted, SessionStarted, SIDE_EVENTS[2]],
    ],
)
def test_events_that_count_are_those_of_rasa(seed: int, side: list[Any]) -> None:
    tracker = conversation(seed, turns=seed, side=side)
    ours = tracker.applied_events()
    theirs = DialogueStateTracker.applied_events.__wrapped__(tracker)
    assert list(map(id, ours)) == list(map(id, theirs))


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The trained model's storage and metadata."""
    folder = tmp_path_factory.mktemp("model")
    return LocalModelStorage.from_model_archive(folder, MODEL)


@pytest.fixture(scope="module")
def policy(model: Any) -> RulePolicy:
    """The rules of the trained model."""
    storage, metadata = model
    (node,) = [
        n for n in metadata.predict_schema.nodes.values() if n.uses is RulePolicy
    ]
    config = {**RulePolicy.get_default_config(), **node.config}
    context = ExecutionContext(metadata.predict_schema)
    return RulePolicy.load(config, storage, node.resource, context)


def test_rules_predict_the_same_as_rasa(
    policy: RulePolicy, model: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    domain = model[1].domain
    trackers = [
        asked(intent, domain, turns) for intent in domain.intents for turns in (0, 2)
    ]
    ours = [predicted(policy, tracker, domain) for tracker in trackers]
    for name in ("_prediction_states", "_get_possible_keys"):
        replaced = getattr(RulePolicy, name)
        monkeypatch.setattr(RulePolicy, name, replaced.__wrapped__)
    theirs = [predicted(policy, tracker, domain) for tracker in trackers]
    assert ours == theirs
    assert len({tuple(probabilities) for probabilities, *_ in ours}) > 2


def asked(intent: str, domain: Domain, turns: int) -> DialogueStateTracker:
    """A conversation that has come to a question of this intent."""
    tracker = DialogueStateTracker("me", domain.slots)
    for _ in range(turns):
        tracker.update(ActionExecuted("action_listen"))
        tracker.update(UserUttered("hello", {"name": "greet", "confidence": 1.0}))
        tracker.update(ActionExecuted("action_answer_question"))
    tracker.update(ActionExecuted("action_listen"))
    tracker.update(UserUttered("some text", {"name": intent, "confidence": 1.0}))
    return tracker


def predicted(policy: RulePolicy, tracker: Any, domain: Domain) -> list[Any]:
    """Two predictions one after the other: the action, then to listen."""
    first = policy.predict_action_probabilities(tracker, domain)
    after = tracker.copy()
    after.update(
        ActionExecuted(domain.action_names_or_texts[first.max_confidence_index])
    )
    second = policy.predict_action_probabilities(after, domain)
    return [
        part
        for prediction in (first, second)
        for part in (prediction.probabilities, prediction.hide_rule_turn)
    ]


def test_rule_that_training_takes_away_is_gone(policy: RulePolicy, model: Any) -> None:
    state = {
        "prev_action": {"action_name": "action_listen"},
        "user": {"intent": "greet"},
    }
    lookup = dict(policy.lookup["rules"])
    (key,) = policy._get_possible_keys(lookup, [{}, state])
    del lookup[key]
    assert policy._get_possible_keys(lookup, [{}, state]) == set()


def test_types_of_events_are_found_as_before() -> None:
    walk = Event.resolve_by_type.__wrapped__
    for name in ("user", "bot", "slot", "restart", "form", "active_loop", "topic"):
        for _ in range(2):
            assert Event.resolve_by_type(
                name, None if name != "topic" else SlotSet
            ) is (walk(name, None if name != "topic" else SlotSet))
    assert Event.resolve_by_type("no_such", SlotSet) is SlotSet
    with pytest.raises(ValueError, match="no_such"):
        Event.resolve_by_type("no_such")


def test_event_type_that_comes_later_is_found() -> None:
    with pytest.raises(ValueError, match="comes_later"):
        Event.resolve_by_type("comes_later")
    later = type("Later", (SlotSet,), {"type_name": "comes_later"})
    assert Event.resolve_by_type("comes_later") is later


class Adder(GraphComponent):
    """A component of a graph that adds up what it is given."""

    @classmethod
    def create(cls, *args: Any, **kwargs: Any) -> Adder:
        return cls()

    def add(self, first: int, second: int = 0) -> int:
        if first < 0:
            raise ZeroDivisionError
        return first + second


def node(needs: dict[str, str]) -> SchemaNode:
    return SchemaNode(needs, Adder, "create", "add", {}, eager=True)


GRAPH = GraphSchema(
    {
        "sum": node({"first": "left", "second": "right"}),
        "left": node({"first": "one"}),
        "right": node({"first": "left", "second": "two"}),
        "unused": node({"first": "missing"}),
    }
)


@pytest.mark.parametrize("targets", [["sum"], ["left", "sum"], ["right"], ["one"]])
def test_graph_gives_what_dask_gives(targets: list[str], tmp_path: Path) -> None:
    runner = DaskGraphRunner(
        GRAPH, LocalModelStorage(tmp_path), ExecutionContext(GRAPH)
    )
    inputs = {"one": 1, "two": 2}
    ours = runner.run(inputs, targets)
    assert ours == DaskGraphRunner.run.__wrapped__(runner, inputs, targets)
    assert set(ours) == set(targets)


def test_errors_in_a_graph_are_rasas(tmp_path: Path) -> None:
    runner = DaskGraphRunner(
        GRAPH, LocalModelStorage(tmp_path), ExecutionContext(GRAPH)
    )
    for run in (runner.run, lambda *a: DaskGraphRunner.run.__wrapped__(runner, *a)):
        with pytest.raises(GraphComponentException):
            run({"one": -1}, ["left"])
        with pytest.raises(GraphRunError, match="Missing input"):
            run({"two": 2}, ["left"])
        with pytest.raises(GraphRunError, match="clashes with a node name"):
            run({"one": "left"}, ["left"])


def test_model_has_the_domain_that_rasa_reads(model: Any) -> None:
    storage, metadata = model
    resource = Resource("domain_provider")
    context = ExecutionContext(metadata.predict_schema)
    arguments: Any = ({}, storage, resource, context)
    ours = DomainProvider.load(*arguments).provide_inference()
    load = DomainProvider.load.__wrapped__
    theirs = load(DomainProvider, *arguments).provide_inference()
    assert ours.as_dict() == theirs.as_dict()
    assert ours.fingerprint() == theirs.fingerprint()
    assert len(ours.intents) > 40


def test_training_graph_is_there_when_it_is_asked_for(model: Any) -> None:
    schema = model[1].train_schema
    assert isinstance(schema, GraphSchema)
    assert "schema_validator" in schema.nodes
    written = model[1].as_dict()["train_schema"]
    assert GraphSchema.from_dict(written).nodes == schema.nodes


def test_empty_domain_is_told_from_others() -> None:
    assert Domain.empty().is_empty()
    assert not DOMAIN.is_empty()


def test_stores_and_brokers_are_created_as_before(tmp_path: Path) -> None:
    memory = TrackerStore.create(None, DOMAIN)
    assert type(memory).__name__ in ("InMemoryTrackerStore", "FailSafeTrackerStore")
    kept = InMemoryTrackerStore(DOMAIN)
    assert TrackerStore.create(kept) is kept
    assert asyncio.run(EventBroker.create(None)) is None
    file = EndpointConfig(type="file", path=str(tmp_path / "events"))
    assert type(asyncio.run(EventBroker.create(file))).__name__ == "FileEventBroker"


@pytest.mark.parametrize(
    "error",
    [
        sqlalchemy.exc.OperationalError("", {}, Exception("no file")),
        pymongo.errors.ConnectionFailure("no server"),
        botocore.exceptions.BotoCoreError(),
    ],
    ids=lambda error: type(error).__name__,
)
def test_store_that_cannot_be_reached_is_rasas_error(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: Any) -> None:
        raise error

    monkeypatch.setattr(tracker_store, "create_tracker_store", fail)
    with pytest.raises(RasaException, match="Cannot connect to tracker store"):
        TrackerStore.create(EndpointConfig(type="SQL"), DOMAIN)


def example(intent: str) -> Message:
    entity = {"entity": "partner", "value": "camp", "start": 10, "end": 14}
    return Message({"text": "who funds CAMP", "intent": intent, "entities": [entity]})


def test_copied_example_shares_nothing_that_may_change() -> None:
    first = example("ask_funders")
    first.output_properties.add("intent")
    fingerprint = first.fingerprint()
    copied = copy.deepcopy([first, first])
    assert copied[0] is copied[1] is not first
    assert vars(copied[0]) == vars(first)
    copied[0].get("entities")[0]["value"] = "nome"
    copied[0].output_properties.add("entities")
    copied[0].set("intent", "ask_funding")
    assert first.get("entities")[0]["value"] == "camp"
    assert first.output_properties == {"text", "intent"}
    assert (first.get("intent"), first.fingerprint()) == ("ask_funders", fingerprint)


def test_examples_are_cleaned_as_rasa_cleans_them() -> None:
    intents = [" ask_funders ", "ask_funders", "ask_funding", "ask_funding"]
    clean = TrainingData.sanitize_examples
    found = clean([example(intent) for intent in intents])
    stock = inspect.unwrap(clean)([example(intent) for intent in intents])
    assert found == stock == [example("ask_funders"), example("ask_funding")]
    assert [m.fingerprint() for m in found] == [m.fingerprint() for m in stock]
