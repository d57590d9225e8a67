"""Of the widget's folder the element's files are served, and nothing else."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from extensions.web.files import demo_files, element_files, is_installed

SERVED = ("loader.js", "panel.css", "icons/send.svg")
KEPT = (
    "package.json",
    "texts/en.json",
    "test/panel.test.js",
    "node_modules/axe-core/axe.js",
    "notes.md",
    "index.html",
)
BUNDLE = "node_modules/deep-chat/dist/deepChat.bundle.js"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (*SERVED, *KEPT, BUNDLE, "demo/index.html", "demo/demo.css"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"/* {name} */")
    return tmp_path


@pytest.mark.parametrize("name", SERVED)
def test_own_files_are_served(folder: Path, name: str) -> None:
    file = element_files(folder).get(name)
    assert file is not None
    assert file.plain.decode() == f"/* {name} */"


@pytest.mark.parametrize(
    "name",
    [*KEPT, BUNDLE, "demo/demo.css", "", ".", "../secret", "/etc/passwd", "loader.js/"],
)
def test_nothing_else_is_served(folder: Path, name: str) -> None:
    assert element_files(folder).get(name) is None


def test_bundle_has_a_short_name(folder: Path) -> None:
    files = element_files(folder)
    file = files.get("vendor/deepChat.bundle.js")
    assert is_installed(files)
    assert file is not None and file.plain.decode() == f"/* {BUNDLE} */"
    (folder / BUNDLE).unlink()
    assert not is_installed(element_files(folder))


def test_demo_page_has_its_own_files(folder: Path) -> None:
    files = demo_files(folder)
    assert "index.html" in files
    assert files.get("demo.css") is not None
    assert files.get("loader.js") is None


def test_folder_that_is_not_there_has_no_files(tmp_path: Path) -> None:
    assert "index.html" not in demo_files(tmp_path / "nothing")


def test_text_is_packed_and_the_same_inside(folder: Path) -> None:
    (folder / "loader.js").write_text("let x = 1;\n" * 1000)
    file = element_files(folder).get("loader.js")
    assert file is not None and file.packed is not None
    assert gzip.decompress(file.packed) == file.plain
    assert len(file.packed) < len(file.plain) / 10


def test_changed_file_is_read_anew_with_another_tag(folder: Path) -> None:
    files = element_files(folder)
    before = files.get("loader.js")
    (folder / "loader.js").write_text("changed")
    os.utime(folder / "loader.js", (1, 1))  # within the same tick of the clock
    after = files.get("loader.js")
    assert before is not None and after is not None
    assert after.plain == b"changed"
    assert after.tag != before.tag


def test_removed_file_is_none(folder: Path) -> None:
    files = element_files(folder)
    (folder / "loader.js").unlink()
    assert files.get("loader.js") is None
