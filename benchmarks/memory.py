"""The memory of everything that a bot started."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

PROC = Path("/proc")


def memory_of_children(pid: int | None = None) -> float:
    """The megabytes of all processes below `pid`, this process unless another is named.

    Proportional set size: a page that several processes share is counted once in all.
    """
    below = descendants(parents(), pid or os.getpid())
    return sum(proportional_set_size(one) for one in below) / 1e6


def descendants(parent_of: Mapping[int, int], root: int) -> Iterator[int]:
    """Every process below `root`, which is not among them."""
    for pid, parent in parent_of.items():
        if parent == root:
            yield pid
            yield from descendants(parent_of, pid)


def parents() -> dict[int, int]:
    """The parent of every process."""
    found = {}
    for folder in PROC.glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text()
        except OSError:
            continue  # it ended meanwhile
        # Its name, in brackets, may hold spaces and brackets itself.
        found[int(folder.name)] = int(stat.rpartition(")")[2].split()[1])
    return found


def proportional_set_size(pid: int) -> int:
    """The bytes of one process; none when it has ended."""
    try:
        lines = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
