"""A YAML file is read as PyYAML reads it, with the line of all that stands in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from partners import yamlfile
from partners.yamlfile import read
from partners.yamlvalue import Value

TEXTS = [
    "a: 1\nb: [x, 'y', \"1\", 2.5, yes, ~, 2018-01-02]\nc: |\n  two\n  lines\n",
    "- &one {a: 1}\n- *one\n- b: *one\n",
    "- !!str 5\n- ! 6\n- 0x1F\n- 1_000\n- .inf\n",
    "# only this\n- - - deep\n  - x: []\n    y: {}\n",
    "a: >-\n  folded\n  text\n'b c': null\n? long\n: v\n",
]


def plain(value: Value) -> Any:
    """A value without its lines."""
    if value.is_mapping:
        return {key: plain(one) for key, one in value.data.items()}
    return [plain(one) for one in value.data] if value.is_list else value.data


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of the two parsers that PyYAML may have."""
    monkeypatch.setattr(yamlfile, "Loader", getattr(yaml, request.param))


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("text", TEXTS)
def test_file_is_read_as_pyyaml_reads_it(tmp_path: Path, text: str) -> None:
    file = tmp_path / "x.yml"
    file.write_text(text, encoding="utf-8")
    found, problems = read(file)
    assert found is not None and not problems
    assert plain(found) == yaml.safe_load(text)


@pytest.mark.usefixtures("loader")
def test_value_knows_its_line(tmp_path: Path) -> None:
    file = tmp_path / "x.yml"
    file.write_text("- a: 1\n\n- &b\n  c: [x,\n    y]\n- *b\n- d: *b\n")
    found, _ = read(file)
    assert found is not None
    one, two, three, four = found.data
    assert [one.line, two.line, three.line, four.line] == [1, 3, 3, 7]
    assert [item.line for item in two.items("c")] == [4, 5]
    assert two.child("c").line == 4
    assert four.child("d").line == 7 and four.child("d").data is two.data


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("- *a\n", 1, "undefined alias"),
        ("- &a x\n- &a y\n", 2, "&a is given twice"),
        ("a: 1\n---\nb: 2\n", 2, "another document"),
        ("- x\n- 'y\n", 3, "this is not YAML"),
        ("- &a [*a]\n", 1, "holds itself"),
        ("a: 1\nb: {c: 1, c: 2}\n", 2, "'c' is given twice, first on line 2"),
        ("- x\n- !strange y\n", 2, "'y' can't be understood"),
    ],
)
def test_mistake_is_told_with_its_line(
    tmp_path: Path, text: str, line: int, what: str
) -> None:
    file = tmp_path / "x.yml"
    file.write_text(text)
    (problem,) = read(file)[1]
    assert (problem.file, problem.line) == ("x.yml", line)
    assert what in problem.what
