"""Change modules of Rasa as they are imported, by small modules of ours.

Why: Rasa has no setting for what these changes do, and a fork would have to be kept up.
What: `install` is called at each start of Python in .venv (scripts/install.py writes
that line), and imports nothing.  When a module of CHANGES is imported, by whatever
command, the function `change` of our modules beside it is called with it; a module of
LAZY runs at the first use of it.
Limits: made for one version of Rasa, and refuses any other.  tests/test_core_hook.py
holds a digest of everything that is replaced.  PARTNERS_STOCK_RASA=1 leaves Rasa as it
is, to compare or to find whose a fault is; it then needs an action server.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import ModuleType

WRITTEN_FOR = "3.6.21"
SWITCH = "PARTNERS_STOCK_RASA"

# Module -> our modules that change it, in this order.
CHANGES: dict[str, tuple[str, ...]] = {
    "rasa.core.actions.action": ("in_process_actions", "response_check"),
    "rasa.core.brokers.broker": ("late_errors",),
    "rasa.core.policies.rule_policy": ("rule_states", "rule_index", "debug_copies"),
    "rasa.core.processor": ("action_loading", "debug_copies"),
    "rasa.core.tracker_store": ("late_errors",),
    "rasa.engine.runner.dask": ("direct_graph",),
    "rasa.engine.storage.storage": ("late_schema",),
    "rasa.graph_components.providers.domain_provider": ("model_domain",),
    "rasa.shared.core.domain": ("empty_domain",),
    "rasa.shared.core.events": ("event_types",),
    "rasa.shared.core.trackers": ("applied_events",),
    "rasa.shared.nlu.training_data.message": ("message_copies",),
    "rasa.shared.nlu.training_data.training_data": ("kept_fingerprints",),
    "rasa.shared.utils.validation": ("validated_once", "schema_files"),
    # Only what they import is stood in for (extensions/core/late_names.py).
    "rasa.cli.export": (),
    "rasa.core.channels": (),
    "rasa.server": (),
    "rasa.utils.tensorflow.model_data": (),
    "sanic.server.loop": (),
    "spacy": (),
    "spacy.util": (),
}
# Imported at start as whole modules, by Rasa or its libraries, and few commands use
# them.
LAZY = frozenset(
    {
        "aiormq",
        "dask",
        "jwt",
        "langcodes",
        "pkg_resources",
        "portalocker",
        "rasa.core.channels.console",
        "rasa.core.jobs",
        "rasa.core.test",
        "rasa.nlu.test",
        "rasa.utils.train_utils",
        "requests",
        "scipy.sparse.csgraph",
    }
)


class _ChangingLoader(SourceFileLoader):
    """Load a module as Python does, then let ours change it."""

    def exec_module(self, module: ModuleType) -> None:
        check_rasa_version()
        from extensions.core.late_names import standing_in

        with standing_in(module.__name__) as stood_in:
            super().exec_module(module)
        for name in LAZY.intersection(stood_in):
            importlib.import_module(name)  # for who reaches it through its package
        for name in CHANGES[module.__name__]:
            importlib.import_module(f"extensions.core.{name}").change(module)


class _Finder:
    """Find these modules where Python finds them, with another loader."""

    @staticmethod
    def find_spec(
        name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name not in CHANGES and name not in LAZY:
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is None or not isinstance(spec.loader, SourceFileLoader):
            return None  # no source, nothing that we know
        if name in CHANGES:
            spec.loader = _ChangingLoader(spec.loader.name, spec.loader.path)
        else:
            from extensions.core.lazy_modules import LazyModuleLoader

            spec.loader = LazyModuleLoader(spec.loader)  # type: ignore[assignment]
        return spec


def install() -> None:
    """From now on change what CHANGES names, as it is imported."""
    if os.environ.get(SWITCH) != "1" and _Finder not in sys.meta_path:
        sys.meta_path.insert(0, _Finder)


def check_rasa_version() -> None:
    """Raise ImportError where Rasa is not the version that the changes know."""
    from importlib.metadata import version  # late: most starts of Python need it not

    if (found := version("rasa")) != WRITTEN_FOR:
        raise ImportError(
            f"extensions/core was written for Rasa {WRITTEN_FOR} and this is {found}: "
            "check each module of CHANGES in extensions/core/hook.py against it, or "
            f"set {SWITCH}=1."
        )
