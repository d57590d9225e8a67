"""How much an installation takes on disk."""

from __future__ import annotations

from importlib.metadata import Distribution, distributions
from pathlib import Path

from scripts.lock import normalise, read_pins


def megabytes(path: Path) -> float:
    """A file, or all files of a folder."""
    files = [path] if path.is_file() else path.rglob("*")
    return sum(one.lstat().st_size for one in files if one.is_file()) / 1e6


def installed_megabytes(site_packages: Path, lock: Path) -> float:
    """What the packages of `lock` take in an environment that may hold others too."""
    wanted = set(read_pins(lock.read_text()))
    found = {
        normalise(one.metadata["Name"]): one
        for one in distributions(path=[str(site_packages)])
    }
    if missing := wanted - found.keys():
        raise ValueError(f"not installed: {', '.join(sorted(missing))}")
    return sum(size(found[name]) for name in wanted) / 1e6


def size(package: Distribution) -> int:
    """The bytes of all files of a package."""
    files = {Path(str(package.locate_file(file))) for file in package.files or ()}
    return sum(file.stat().st_size for file in files if file.is_file())
