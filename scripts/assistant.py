"""The running assistant: Rasa with our model and actions, started and stopped."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, NoReturn

import yaml

from scripts.child import Child
from scripts.client import HOST, AssistantSilent, Message, ask, is_running
from scripts.knowledge import knowledge_problem
from scripts.logged import LOGS, ROOT, last_lines
from scripts.ports import Ports
from scripts.train import MODEL

ENDPOINTS = ROOT / "endpoints.yml"
CREDENTIALS = ROOT / "credentials.yml"
WEB_CHANNEL = "extensions.channels.web.WebInput"
START_TIMEOUT = 180  # seconds; 3 to 5 are usual, a loaded CI machine takes longer
PAUSE = 0.1  # seconds between two looks whether it is up
FIRST_QUESTION = "who funds CAMP"  # goes through names, intent, policy and an action


class CannotStart(Exception):
    """The assistant can't be started; the message says why and what to do."""


class Assistant:
    """Use it as `with Assistant(ports) as assistant: assistant.ask(…)`.

    With a `scratch` folder the conversations, logs and secrets are kept there, not in
    var/ and logs/: for tests, and for a single question.  There `web` are settings of
    the web channel and `actions` is a package of actions, in place of the usual ones;
    `channels` are further channels, `endpoints` further endpoints, each by its name.
    """

    def __init__(
        self,
        ports: Ports,
        scratch: Path | None = None,
        *,
        web: Mapping[str, Any] | None = None,
        actions: str | None = None,
        channels: Mapping[str, Mapping[str, Any]] | None = None,
        endpoints: Mapping[str, Mapping[str, Any]] | None = None,
        credentials: Path = CREDENTIALS,
    ) -> None:
        if scratch is None and (web or actions or channels or endpoints):
            raise ValueError("settings of its own need a scratch folder to be kept in")
        self.ports = ports
        self._scratch = scratch
        self._web = web or {}
        self._actions = actions
        self._channels = channels or {}
        self._more_endpoints = endpoints or {}
        self._base_credentials = credentials
        self._logs = scratch or LOGS
        self._cleanup = ExitStack()
        self._child: Child | None = None

    def __enter__(self) -> Assistant:
        if not MODEL.exists():
            raise CannotStart(f"{MODEL.relative_to(ROOT)} is missing: run `make train`")
        if problem := knowledge_problem():
            raise CannotStart(problem)
        self.ports.check_free()
        with self._cleanup:
            self._start_rasa()
            self._wait_until_it_answers()
            self._cleanup = self._cleanup.pop_all()  # all is well: don't stop it yet
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._cleanup.close()

    def ask(self, question: str, sender: str) -> tuple[Message, ...]:
        return ask(question, port=self.ports.rasa, sender=sender)

    def watch(self) -> NoReturn:
        """Never return; raise `ChildDied` when Rasa ends."""
        while True:
            self._check_alive()
            time.sleep(1)

    def _start_rasa(self) -> None:
        command = [sys.executable, "-m", "rasa", "run", "--interface", HOST]
        port = str(self.ports.rasa)
        options = ["--model", str(MODEL), "--endpoints", str(self._endpoints())]
        options += ["--credentials", str(self._credentials())]
        environ = {"RASA_TELEMETRY_ENABLED": "false"}
        log = self._logs / "rasa.log"
        self._child = Child("Rasa", [*command, "--port", port, *options], log, environ)
        self._cleanup.callback(self._child.stop)

    def _endpoints(self) -> Path:
        """endpoints.yml, or a copy of it that keeps conversations in the scratch."""
        if self._scratch is None:
            return ENDPOINTS
        changed = yaml.safe_load(ENDPOINTS.read_text())
        changed["tracker_store"]["db"] = str(self._scratch / "conversations.db")
        if self._actions is not None:
            changed["action_endpoint"]["actions_module"] = self._actions
        changed.update(self._more_endpoints)
        return _written(self._scratch / "endpoints.yml", changed)

    def _credentials(self) -> Path:
        """The file of credentials, or a copy of it with the settings of this one."""
        if self._scratch is None:
            return self._base_credentials
        changed = yaml.safe_load(self._base_credentials.read_text())
        secret = {"secret_file": str(self._scratch / "web-secret")}
        changed[WEB_CHANNEL] = {**changed[WEB_CHANNEL], **secret, **self._web}
        changed.update(self._channels)
        return _written(self._scratch / "credentials.yml", changed)

    def _wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + START_TIMEOUT
        while time.monotonic() < deadline:
            self._check_alive()
            if is_running(self.ports.rasa):
                return self._check_answer()
            time.sleep(PAUSE)
        self._give_up(f"Rasa isn't up after {START_TIMEOUT} s")

    def _check_answer(self) -> None:
        try:
            answer = self.ask(FIRST_QUESTION, sender="ready-check")
        except AssistantSilent as error:
            self._give_up(str(error))
        if not answer:
            # So it is with a model that Rasa can't read: it goes on without.
            self._give_up(f"Rasa runs and says nothing to {FIRST_QUESTION!r}")

    def _give_up(self, why: str) -> NoReturn:
        raise CannotStart(f"{why}. {last_lines(self._logs / 'rasa.log')}")

    def _check_alive(self) -> None:
        if self._child is not None:
            self._child.check_alive()


def _written(path: Path, held: dict[str, Any]) -> Path:
    path.write_text(yaml.safe_dump(held))
    return path
