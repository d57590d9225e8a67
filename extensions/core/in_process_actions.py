"""Run custom actions in the server's own process, by rasa-sdk's own registry.

Why: no second process, no port and no HTTP between the two, so nothing to be down.
What: with `action_endpoint: {actions_module: actions}` in endpoints.yml (the setting of
Rasa Pro) `RemoteAction.run` calls the action instead of a server.  It means what a call
of the server means: events are checked, what goes in and out is copied through JSON, a
rejection is a rejection, an error is Rasa's error.  With `url` instead, all is as ever.
Limits: an action runs on the event loop, where it holds up other conversations: ours
compute for some milliseconds and wait for nothing, and a thread would have to wait for
the same interpreter lock.  One that waits for a network must be a coroutine.
"""

from __future__ import annotations

import copy
import functools
import json
from types import ModuleType
from typing import Any

from rasa_sdk.executor import ActionExecutor, CollectingDispatcher
from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException
from rasa_sdk.utils import call_potential_coroutine

from extensions.core.action_tracker import ActionTracker

SETTING = "actions_module"


def change(action: ModuleType) -> None:
    """Let `RemoteAction` of Rasa's module look where the action is to run."""
    remote = action.RemoteAction
    run_remotely = remote.run

    @functools.wraps(run_remotely)
    async def run(
        self: Any, output_channel: Any, nlg: Any, tracker: Any, domain: Any
    ) -> list[Any]:
        module = actions_module(self.action_endpoint)
        if module is None:
            return await run_remotely(self, output_channel, nlg, tracker, domain)
        try:
            result = await call(module, self.name(), tracker, domain)
        except ActionExecutionRejection as error:
            raise action.ActionExecutionRejection(
                error.action_name, error.message
            ) from error
        except Exception as error:
            raise action.RasaException(
                f"Failed to execute custom action '{self.name()}': {error}"
            ) from error
        self._validate_action_result(result)
        uttered = await self._utter_responses(
            result["responses"], output_channel, nlg, tracker
        )
        return uttered + action.events.deserialise_events(result["events"])

    remote.run = run


def actions_module(endpoint: Any) -> str | None:
    """The package of the actions to run here, or None where a server has them."""
    return endpoint.kwargs.get(SETTING) if endpoint else None


@functools.cache
def load_actions(module: str) -> ActionExecutor:
    """Import and build the actions of a package, as `rasa run actions` does."""
    executor = ActionExecutor()
    executor.register_package(module)
    return executor


async def call(module: str, name: str, tracker: Any, domain: Any) -> dict[str, Any]:
    """What the action server would answer."""
    executor = load_actions(module)
    action = executor.actions.get(name)
    if action is None:
        raise ActionNotFoundException(name)
    dispatcher = CollectingDispatcher()
    returned = await call_potential_coroutine(
        action(dispatcher, ActionTracker(tracker), domain_of(domain))
    )
    events = executor.validate_events(returned or [], name)
    # Through JSON: nothing of an action is shared with Rasa, and what a server could
    # not answer is refused here, too.
    answer = {"events": events, "responses": dispatcher.messages}
    return json.loads(json.dumps(answer))


def domain_of(domain: Any) -> dict[str, Any]:
    """The domain as an action sees it: one copy for all calls, only to be read."""
    if not hasattr(domain, "_for_actions"):
        domain._for_actions = copy.deepcopy(domain.as_dict())
    return domain._for_actions
