"""Changes of Rasa are made where Rasa is the one that they were written for."""

from __future__ import annotations

import hashlib
import importlib
import inspect
import os
import subprocess
import sys
from typing import Any

import pytest

from extensions.core.hook import CHANGES, LAZY, SWITCH
from extensions.core.late_names import STAND_INS
from tests.asking import ROOT

# What the changes replace, and what they rely on.  If one of these fails, Rasa has
# changed: read the new code, see that our change still means the same, then renew it.
DIGESTS = {
    "rasa.core.actions.action": {
        "RemoteAction.run": "ccabf6f1160d527a",
        "RemoteAction._action_call_format": "428795b944f22edb",
        "RemoteAction._validate_action_result": "f8cdb4be68123961",
        "RemoteAction._utter_responses": "7a3bd35c97900bf6",
    },
    "rasa.core.brokers.broker": {
        "EventBroker.create": "cba6f5603dc88c47",
    },
    "rasa.core.featurizers.tracker_featurizers": {
        "TrackerFeaturizer._create_states": "2fed265eee3bfa38",
        "TrackerFeaturizer._choose_last_user_input": "0a4f5a414bf19fbb",
    },
    "rasa.core.policies.policy": {
        "Policy._prediction_states": "ed9b82bed2f26ad7",
    },
    "rasa.core.policies.rule_policy": {
        "RulePolicy._find_action_from_rules": "be6da6ee0f5429bd",
        "RulePolicy._get_possible_keys": "2915fd81711e194c",
        "RulePolicy._is_rule_applicable": "64a108b016b46e57",
        "RulePolicy._does_rule_match_state": "d3109c1a97de319c",
    },
    "rasa.core.processor": {
        "MessageProcessor.__init__": "e7cdae90996508bf",
    },
    "rasa.core.tracker_store": {
        "TrackerStore.create": "91a91edd7f54e14d",
    },
    "rasa.engine.graph": {
        "GraphNode.__call__": "66127a2bfb6fcf1e",
        "GraphSchema.from_dict": "e820a0aa40fe7408",
    },
    "rasa.engine.runner.dask": {
        "DaskGraphRunner.run": "45f0f52f574f3aa9",
    },
    "rasa.engine.storage.storage": {
        "ModelMetadata.from_dict": "ee3da9f00c7daa75",
    },
    "rasa.graph_components.providers.domain_provider": {
        "DomainProvider.load": "75a21f7228a83368",
    },
    "rasa.shared.core.domain": {
        "Domain.from_directory": "113d50bc5e13f77f",
        "Domain.from_yaml": "6b0dd11fb3c67de4",
        "Domain.is_empty": "884be90ef485f1d2",
        "Domain.get_active_state": "5a4a505743120441",
        "Domain.states_for_tracker_history": "035111ce73ac90ba",
    },
    "rasa.shared.core.events": {
        "Event.resolve_by_type": "b5cf570fa7f286c7",
    },
    "rasa.shared.core.trackers": {
        "DialogueStateTracker.applied_events": "764d5065ea9997d6",
        "DialogueStateTracker.current_state": "a9f1526ceddf7a28",
        "DialogueStateTracker._latest_message_data": "9ff1a2da7875f0c4",
        "DialogueStateTracker.generate_all_prior_trackers": "a1f6954347b52649",
    },
    "rasa.shared.nlu.training_data.message": {
        "Message.__init__": "929966f7673d7d18",
        "Message.set": "071e4782a66f7e5e",
        "Message.fingerprint": "82b38330479ee1d0",
    },
    "rasa.shared.nlu.training_data.training_data": {
        "TrainingData.merge": "29a2ae274e01b435",
        "TrainingData.sanitize_examples": "8bcbceeb425c3537",
    },
    "rasa.shared.utils.validation": {
        "validate_yaml_schema": "e039106753a595c2",
    },
    "rasa_sdk.endpoint": {
        "create_app": "4f0ea292cb96d1f8",
    },
    "rasa_sdk.executor": {
        "ActionExecutor.run": "e7b927646292849f",
    },
    "rasa_sdk.interfaces": {
        "Tracker.__init__": "05c9be42bb82434b",
        "Tracker.from_dict": "dbab650bf85d5be3",
    },
}


def run(code: str, **environ: str) -> str:
    """What `code` prints in a fresh Python of this environment."""
    result = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        cwd=ROOT,
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        timeout=120,
    )
    return result.stdout.strip() or result.stderr.strip().splitlines()[-1]


def test_every_start_of_python_installs_the_hook_and_no_more() -> None:
    imported = "print('extensions.core.hook' in sys.modules, 'typing' in sys.modules)"
    assert run(f"import sys; {imported}") == "True False"


def test_other_rasa_version_is_refused() -> None:
    said = run(
        "import importlib.metadata as metadata\n"
        "metadata.version = lambda name: '3.7.0'\n"
        "import rasa.shared.core.events"
    )
    assert "written for Rasa 3.6.21 and this is 3.7.0" in said


@pytest.mark.slow
def test_rasa_is_left_as_it_is_by_a_switch() -> None:
    code = (
        "from rasa.shared.core.events import Event\n"
        "print(hasattr(Event.resolve_by_type, '__wrapped__'))"
    )
    assert run(code) == "True"
    assert run(code, **{SWITCH: "1"}) == "False"


@pytest.mark.slow
@pytest.mark.parametrize("module", DIGESTS)
def test_code_is_what_the_changes_were_written_for(module: str) -> None:
    for path, digest in DIGESTS[module].items():
        found: Any = importlib.import_module(module)
        for name in path.split("."):
            found = inspect.getattr_static(found, name)
            found = getattr(found, "__func__", found)
        source = inspect.getsource(inspect.unwrap(found))
        assert hashlib.sha256(source.encode()).hexdigest()[:16] == digest, path


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(CHANGES))
def test_changed_module_is_one_of_the_environment(name: str) -> None:
    module = importlib.import_module(name)
    assert type(module.__loader__).__name__ == "_ChangingLoader"


@pytest.mark.slow
def test_copies_in_modules_of_debug_copies_are_for_the_log_alone() -> None:
    named = [name for name, ours in CHANGES.items() if "debug_copies" in ours]
    assert named
    for name in named:
        source = inspect.getsource(importlib.import_module(name))
        logs = source.count("=copy.deepcopy(")
        assert source.count("copy.deepcopy(") == logs > 0
        assert source.count("copy.copy(") == 0


@pytest.mark.slow
def test_names_are_still_imported_where_they_are_stood_in_for() -> None:
    for importer, modules in STAND_INS.items():
        source = inspect.getsource(importlib.import_module(importer))
        for module, (name, _) in modules.items():
            short = module.removeprefix(importer)
            lines = (f"from {module} import {name}", f"from {short} import {name}")
            assert any(line in source for line in lines), f"{importer}: {module}.{name}"


HEAVY = """
import sys, rasa.__main__, rasa.core.run, rasa.server
from rasa.core.agent import Agent
import rasa.core.policies.rule_policy
import spacy
heavy = "sklearn matplotlib pymongo boto3 aiogram twilio questionary apscheduler redis"
heavy += " jwt.algorithms langcodes.data_dicts pkg_resources.extern scipy.sparse.linalg"
heavy = [name for name in heavy.split() if name in sys.modules]
print(heavy)
"""


@pytest.mark.slow
def test_server_starts_without_what_it_does_not_use() -> None:
    assert run(HEAVY) == "[]"
    assert "sklearn" in run(HEAVY, **{SWITCH: "1"})  # or this would find nothing


@pytest.mark.slow
def test_schemas_are_found_where_setuptools_finds_them() -> None:
    code = (
        "import pkg_resources\n"
        "import rasa.shared.utils.validation as validation\n"
        "from rasa.shared.constants import PACKAGE_NAME, RESPONSES_SCHEMA_FILE\n"
        "asked = (PACKAGE_NAME, RESPONSES_SCHEMA_FILE)\n"
        "found = pkg_resources.resource_filename(*asked)\n"
        "print(type(pkg_resources).__name__)\n"
        "pkg_resources.get_distribution('rasa')\n"
        "print(type(pkg_resources).__name__)\n"
        "print(found == pkg_resources.resource_filename(*asked))"
    )
    assert run(code).split() == ["LazyModule", "module", "True"]


@pytest.mark.slow
@pytest.mark.parametrize("inside", ["requests.adapters", "jwt.api_jwk"])
def test_lazy_package_runs_before_a_module_within_it(inside: str) -> None:
    package = inside.partition(".")[0]
    code = f"import {inside}, sys\nprint(type(sys.modules['{package}']).__name__)"
    assert run(code) == "module"


@pytest.mark.slow
def test_lazy_modules_run_when_something_is_asked_of_them() -> None:
    code = (
        "from importlib import import_module\n"
        f"names = {sorted(LAZY)}\n"
        "for _ in range(2):\n"  # a second import is no question either
        "    modules = [import_module(name) for name in names]\n"
        "print({type(module).__name__ for module in modules})\n"
        "for module in modules: hasattr(module, 'anything')\n"
        "print({type(module).__name__ for module in modules})"
    )
    assert run(code).splitlines() == ["{'LazyModule'}", "{'module'}"]
