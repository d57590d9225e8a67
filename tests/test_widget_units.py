"""The chat's parts that need no browser, and what its files must and must not be."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

WIDGET = Path(__file__).parents[1] / "widget"
LARGEST_LOADER = 8_000  # bytes, gzipped: what every page with the chat pays
LONGEST_MODULE = 245  # lines
FEWEST_UNITS = 80  # tests; fewer were not found
MODULES = sorted(WIDGET.glob("*.js"))


def test_the_units_written_in_javascript_pass() -> None:
    node = shutil.which("node")
    assert node, "node is missing: install Node.js 18 or later"
    run = subprocess.run(
        [node, "--test"], cwd=WIDGET, capture_output=True, text=True, timeout=120
    )
    report = run.stdout + run.stderr
    assert run.returncode == 0, report
    passed = re.search(r"^(?:#|ℹ) pass (\d+)$", run.stdout, re.MULTILINE)
    assert passed and int(passed[1]) >= FEWEST_UNITS, report


def test_the_loader_is_small() -> None:
    loader = (WIDGET / "loader.js").read_bytes()
    assert len(gzip.compress(loader)) < LARGEST_LOADER


def test_the_loader_asks_for_every_module_at_once() -> None:
    loader = (WIDGET / "loader.js").read_text()
    listed = re.search(r"const MODULES = \[(.+?)\];", loader, re.DOTALL)
    assert listed
    wanted = {file.stem for file in MODULES} - {"loader"}
    assert set(re.findall(r'"([\w-]+)\.js"', listed[1])) == wanted


def test_modules_are_short() -> None:
    assert len(MODULES) > 8, "no modules found"
    lines = {file.name: len(file.read_text().splitlines()) for file in MODULES}
    assert {name: n for name, n in lines.items() if n > LONGEST_MODULE} == {}


def test_no_file_names_another_host() -> None:
    files = [*MODULES, *WIDGET.glob("*.css"), *WIDGET.glob("demo/*")]
    for file in files:
        hosts = re.findall(r"https?://([\w.-]+)", file.read_text())
        allowed = {"HOST", "www.w3.org"}  # a place to fill, and the name of SVG
        assert set(hosts) <= allowed, file.name


def test_the_lock_names_no_registry_and_pins_all() -> None:
    lock = json.loads((WIDGET / "package-lock.json").read_text())
    packages = {name: each for name, each in lock["packages"].items() if name}
    assert "node_modules/deep-chat" in packages
    for name, package in packages.items():
        assert "resolved" not in package, f"{name}: see .npmrc, then `npm install`"
        assert package["integrity"].startswith("sha512-"), name


@pytest.mark.parametrize(
    "name", ["loader.js", "panel.js", "deep-chat-view.js", "demo/index.html"]
)
def test_nothing_needs_a_policy_that_allows_inline_code(name: str) -> None:
    text = (WIDGET / name).read_text()
    for inline in (" style=", " onclick=", "javascript:void", "<style", "eval("):
        assert inline not in text
    assert re.search(r"<script(?![^>]*\bsrc=)", text) is None
