"""Compare a conversation only with the rules that name its intent, or none.

Why: `RulePolicy` compares every rule with every state, at each prediction twice.
What: a rule that names another intent in its last state than the conversation has there
never matches, so the rules are sorted by that intent once.
Limits: at the very start of a conversation, where Rasa compares by other means, all
rules are compared.
"""

from __future__ import annotations

import functools
from types import ModuleType
from typing import Any

from rasa.shared.core.constants import PREVIOUS_ACTION, SHOULD_NOT_BE_SET, USER
from rasa.shared.nlu.constants import INTENT

_Lookup = dict[str, str]
_Index = dict[Any, _Lookup]  # None for the rules that name no intent


def change(rule_policy: ModuleType) -> None:
    """Give `_get_possible_keys` of `RulePolicy` fewer rules to look through."""
    policy = rule_policy.RulePolicy
    compare = policy._get_possible_keys

    @functools.wraps(compare)
    def _get_possible_keys(
        self: Any, lookup: _Lookup, states: list[dict[str, Any]]
    ) -> set[str]:
        if not states or not states[-1].get(PREVIOUS_ACTION):
            return compare(self, lookup, states)
        index = _index(self, lookup)
        intent = states[-1].get(USER, {}).get(INTENT)
        fewer = index[None] | (index.get(intent, {}) if intent else {})
        return compare(self, fewer, states)

    policy._get_possible_keys = _get_possible_keys


def _index(policy: Any, lookup: _Lookup) -> _Index:
    """The rules by intent, sorted anew when training has taken a rule away."""
    known = policy.__dict__.setdefault("_indexes", {})
    held = known.get(id(lookup))
    if held is None or held[0] is not lookup or held[1] != len(lookup):
        held = known[id(lookup)] = (lookup, len(lookup), _by_intent(policy, lookup))
    return held[2]


def _by_intent(policy: Any, lookup: _Lookup) -> _Index:
    """The rules by the intent that the last state of each must have."""
    index: _Index = {None: {}}
    for key, action in lookup.items():
        intent = policy._rule_key_to_state(key)[-1].get(USER, {}).get(INTENT)
        needed = None if intent == SHOULD_NOT_BE_SET else intent or None
        index.setdefault(needed, {})[key] = action
    return index
