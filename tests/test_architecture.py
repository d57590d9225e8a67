"""The arrows between the packages point one way, and modules stay small."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.asking import ROOT

OURS = ("partners", "extensions", "actions", "scripts")
LONGEST_FUNCTION = 39  # 30 is the habit; the few above it are to come down
LONGEST_MODULE = 245  # 200 is the habit


def modules(package: str) -> list[Path]:
    """Every module of a package."""
    found = sorted((ROOT / package).rglob("*.py"))
    assert found, f"{package}/ holds no Python"
    return found


def imported(module: Path) -> Iterator[str]:
    """The top-level packages that a module imports."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


@pytest.mark.parametrize("module", modules("partners"), ids=lambda path: path.stem)
def test_partners_imports_neither_rasa_nor_its_shells(module: Path) -> None:
    forbidden = {"rasa", "rasa_sdk", "actions", "extensions", "scripts"}
    assert not forbidden & set(imported(module))


@pytest.mark.parametrize("module", modules("actions"), ids=lambda path: path.stem)
def test_actions_do_without_rasa_itself(module: Path) -> None:
    assert "rasa" not in set(imported(module))


@pytest.mark.parametrize(
    "module",
    [*modules("extensions/web"), *modules("extensions/slack")],
    ids=lambda path: f"{path.parent.name}-{path.stem}",
)
def test_pieces_of_the_channels_do_without_rasa(module: Path) -> None:
    assert "rasa" not in set(imported(module))


@pytest.mark.parametrize("package", OURS)
def test_modules_and_functions_stay_small(package: str) -> None:
    for module in modules(package):
        text = module.read_text(encoding="utf-8")
        assert len(text.splitlines()) <= LONGEST_MODULE, module
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                length = (node.end_lineno or 0) - node.lineno + 1
                assert length <= LONGEST_FUNCTION, f"{module}: {node.name}"
