"""Run a loaded model's graph as the plain list of calls that it is.

Why: `DaskGraphRunner.run` builds a dask graph anew at each of the three runs of a
question, gives it to a scheduler, and formats all inputs for a debug line that nobody
sees: about 1 ms a run.
What: the order of the nodes is found once for each target, by the same needs; then each
node is called with what its needs gave.
Limits: for loaded models, whose components stand ready.  A graph that builds components
as it runs (training) is left to dask.
"""

from __future__ import annotations

import functools
import logging
from types import ModuleType
from typing import Any

_Needs = dict[str, tuple[str, ...]]  # node -> what it needs


def change(dask_runner: ModuleType) -> None:
    """Replace the run of `DaskGraphRunner` in Rasa's module."""
    runner = dask_runner.DaskGraphRunner
    run_by_dask = runner.run

    @functools.wraps(run_by_dask)
    def run(
        self: Any,
        inputs: dict[str, Any] | None = None,
        targets: list[str] | None = None,
    ) -> dict[str, Any]:
        nodes = self._instantiated_nodes
        if not all(node._eager for node in nodes.values()):
            return run_by_dask(self, inputs, targets)
        if dask_runner.logger.isEnabledFor(logging.DEBUG):
            dask_runner.logger.debug(f"Running {targets} with {inputs}.")
        wanted = tuple(targets or self._graph_schema.target_names)
        order = _order(self, wanted)
        # As dask has them: a name with what it gave.  Rasa checks inputs against nodes.
        graph: dict[str, Any] = dict.fromkeys(order)
        self._add_inputs_to_graph(inputs, graph)
        given = {name: graph[name] for name in inputs or ()}
        try:
            for name, needs in order.items():
                if name not in given:
                    # What is not there is named, and the node warns of it.
                    given[name] = nodes[name](*(given.get(n, n) for n in needs))
        except RuntimeError as error:
            raise dask_runner.GraphRunError("Error running runner.") from error
        return dict(given[name] for name in wanted)

    runner.run = run


def _order(runner: Any, targets: tuple[str, ...]) -> _Needs:
    """The nodes that the targets need, each after its own needs, with these."""
    orders: dict[tuple[str, ...], _Needs] = runner.__dict__.setdefault("_orders", {})
    if targets not in orders:
        nodes = runner._graph_schema.nodes
        needs = {name: tuple(node.needs.values()) for name, node in nodes.items()}
        ordered: _Needs = {}
        for target in targets:
            _visit(target, needs, ordered)
        orders[targets] = ordered
    return orders[targets]


def _visit(name: str, needs: _Needs, ordered: _Needs) -> None:
    if name in ordered or name not in needs:  # an input needs nothing
        return
    for need in needs[name]:
        _visit(need, needs, ordered)
    ordered[name] = needs[name]
