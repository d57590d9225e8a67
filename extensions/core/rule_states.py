"""Build the states of a conversation only as far back as the rules look.

Why: `RulePolicy` builds one state for each action since the session began, four times a
question, and compares a rule with no more of them than the rule has itself (here two).
What: the states that `_get_possible_keys` can compare, which are the last ones; older
ones match every rule there.
Limits: where no rule matches, Rasa names the prediction by all of its states, and this
by the last ones.  The name only hides turns from other policies.
"""

from __future__ import annotations

import functools
from types import ModuleType
from typing import Any


def change(rule_policy: ModuleType) -> None:
    """Replace how `RulePolicy` of Rasa's module makes states for a prediction."""
    policy = rule_policy.RulePolicy
    all_states = policy._prediction_states
    stock_tracker = rule_policy.DialogueStateTracker

    @functools.wraps(all_states)
    def _prediction_states(
        self: Any,
        tracker: Any,
        domain: Any,
        use_text_for_last_user_input: bool = False,
        rule_only_data: dict[str, Any] | None = None,
    ) -> list[dict[str, Any]]:
        if type(tracker) is not stock_tracker:  # in training: it keeps its states
            return all_states(
                self, tracker, domain, use_text_for_last_user_input, rule_only_data
            )
        states = recent_states(tracker, domain, _look_back(self, rule_policy))
        self.featurizer._choose_last_user_input([states], use_text_for_last_user_input)
        return states

    policy._prediction_states = _prediction_states


def recent_states(tracker: Any, domain: Any, count: int) -> list[dict[str, Any]]:
    """The last `count` of the states that `tracker.past_states(domain)` gives."""
    from rasa.shared.core.events import ActionExecuted

    events = tracker.applied_events()
    executed = [
        i for i, event in enumerate(events) if isinstance(event, ActionExecuted)
    ]
    wanted = set(executed[-(count - 1) :] if count > 1 else ())
    states = []
    past = tracker.init_copy()
    for index, event in enumerate(events):
        if index in wanted:
            states.append(domain.get_active_state(past))
        past.update(event)
    return [*states, domain.get_active_state(past)]


def _look_back(policy: Any, rule_policy: ModuleType) -> int:
    """How many states the longest rule has."""
    if not hasattr(policy, "_look_back"):
        lookups = (rule_policy.RULES, rule_policy.RULES_FOR_LOOP_UNHAPPY_PATH)
        keys = [key for name in lookups for key in policy.lookup.get(name, ())]
        lengths = (len(policy._rule_key_to_state(key)) for key in keys)
        policy._look_back = max(lengths, default=1)
    return policy._look_back
