"""The widget's npm part is brought once for a lock, and the assistant does without."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from scripts import logged, widget


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A widget with a lock, and no program on the path."""
    (tmp_path / "package-lock.json").write_text("{}")
    monkeypatch.setattr(widget, "WIDGET", tmp_path)
    monkeypatch.setattr(logged, "LOGS", tmp_path / "logs")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return tmp_path


def put_npm(folder: Path, script: str) -> Path:
    """Have an npm that notes how it is called and does as `script` says."""
    calls = folder / "calls"
    npm = folder / "bin" / "npm"
    npm.parent.mkdir()
    npm.write_text(f'#!/bin/sh\necho "$@" >> {calls}\n{script}\n')
    npm.chmod(npm.stat().st_mode | stat.S_IXUSR)
    return calls


def test_packages_are_brought_once_for_a_lock(folder: Path) -> None:
    calls = put_npm(folder, f"/bin/mkdir -p {folder}/node_modules")
    assert widget.main() == widget.main() == 0
    assert calls.read_text().splitlines() == [f"--prefix {folder} ci --ignore-scripts"]
    (folder / "package-lock.json").write_text("{ }")
    widget.main()
    assert len(calls.read_text().splitlines()) == 2


def test_without_npm_one_line_says_what_is_missing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert widget.main() == 0
    (line,) = capsys.readouterr().err.splitlines()
    assert "without its web page: install Node.js" in line


def test_failing_npm_is_told_and_tried_again(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    calls = put_npm(folder, "echo 'the registry is gone'; exit 1")
    assert widget.main() == widget.main() == 0
    assert "the registry is gone" in capsys.readouterr().err
    assert len(calls.read_text().splitlines()) == 2
