"""The glossary is read whole, and a wrong line is named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from partners.glossary import (
    FOLDER,
    GlossaryError,
    load_glossary,
    problems_in,
    read_glossary,
)
from partners.grammar import Sort
from partners.model import Role
from partners.reading import load_knowledge
from partners.yamlfile import load_yaml


@pytest.mark.parametrize(
    ("swedish", "english", "sort"),
    [
        ("vem", "who", Sort.ASKING),
        ("finansierar", "funds", Sort.PRESENT),
        ("finansierades", "was funded", Sort.PAST),
        ("stöds", "is supported", Sort.PRESENT),
        ("beskriv", "describe", Sort.INFINITIVE),
        ("medlemmarna", "members", Sort.NOUN),
        ("ideella", "non-profit", Sort.ADJECTIVE),
        ("hur många", "how many", Sort.ASKING),
    ],
)
def test_each_form_is_found(swedish: str, english: str, sort: Sort) -> None:
    unit = load_glossary().find(swedish)
    assert unit is not None
    assert (unit.text, unit.sort) == (english, sort)


def test_words_are_found_without_their_diacritics() -> None:
    glossary = load_glossary()
    assert glossary.find("nar") == glossary.find("när")
    assert "hur manga" in glossary
    assert "vinnova" not in glossary


def test_forms_of_a_noun_differ_in_number_and_in_the_article() -> None:
    found = [load_glossary().find(word) for word in ("nätverk", "nätverket")]
    assert [unit.definite for unit in found if unit] == [False, True]
    assert found[0] is not None and found[0].several == "networks"


@pytest.mark.parametrize(
    ("file", "line", "tells"),
    [
        ("nouns.yml", '"sten, stenen": "stone, stones"', "has 2 forms; give 4"),
        ("verbs.yml", '"se, ser": "see, sees, saw, seen"', "has 2 forms; give 7"),
        ("words.yml", "nej: no", "put quotes around it"),
        ("split.yml", '"går": "är, "', "has 1 forms; give 2"),
    ],
)
def test_a_wrong_line_is_named(
    tmp_path: Path, file: str, line: str, tells: str
) -> None:
    folder = tmp_path / "glossary"
    shutil.copytree(FOLDER, folder)
    with (folder / file).open("a", encoding="utf-8") as held:
        held.write(f"\n{line}\n")
    with pytest.raises(GlossaryError, match=tells) as error:
        read_glossary(folder)
    assert file in str(error.value)


def test_all_wrong_lines_are_told_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "glossary"
    shutil.copytree(FOLDER, folder)
    assert problems_in(folder) == []
    for file, line in (("nouns", '"sten": "stone"'), ("words", "nej: no")):
        with (folder / f"{file}.yml").open("a", encoding="utf-8") as held:
            held.write(f"\n{line}\n")
    assert [found.partition(":")[0] for found in problems_in(folder)] == [
        "words.yml",
        "nouns.yml",
    ]


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.yml")), ids=lambda f: f.stem)
def test_no_line_stands_twice(file: Path) -> None:
    lines = [
        line.partition(":")[0]
        for line in file.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith((" ", "#"))
    ]
    assert lines
    assert len(lines) == len(set(lines)) == len(load_yaml(file))


def test_small_words_and_idioms_are_lower_case() -> None:
    for stem in ("words", "idioms", "whole", "nouns", "verbs", "adjectives"):
        for swedish in load_yaml(FOLDER / f"{stem}.yml"):
            assert swedish == swedish.lower().strip(), f"{stem}.yml: {swedish!r}"


def test_no_word_is_the_name_of_a_partner_or_an_organisation() -> None:
    entities = load_knowledge().entities.values()
    named = [e for e in entities if e.role in (Role.PARTNER, Role.ORGANISATION)]
    names = {name.lower() for entity in named for name in entity.names}
    assert [name for name in sorted(names) if name in load_glossary()] == []
