"""Every kind of mistake in a knowledge file is reported with its place and a remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from partners.check import check, main
from partners.sources import read_sources
from tests.knowledge_folder import FILES, write

# file, what to replace, by what, the line that is reported, parts of the message
SHAPES = [
    ("places", "name: Lund", "nmae: Lund", 1, ["lund", "'nmae'", "mean 'name'?"]),
    ("places", "name: Lund", "nmae: Lund", 1, ["'name' is missing", "add it"]),
    ("places", "- {id: lund,", "- {", 1, ["entry 1", "'id' is missing"]),
    ("places", "section: Projects", "facts: {}", 1, ["'section' is missing"]),
    ("places", "name: Lund", "name: ", 1, ["'name' is empty", "leave the key out"]),
    ("places", "name: Lund", "name: no", 1, ["must be text, not False", "quotes"]),
    ("places", "name: Lund", "name: [Lund]", 1, ["must be one text"]),
    ("places", "name: Lund", "name: Lund, x", 1, ["unknown key 'x'", "comma"]),
    ("places", "name: Lund", "name: Lund, aliases: Lu", 1, ["must be a list"]),
    ("places", "name: Lund", "name: Lund, aliases: []", 1, ["'aliases' is empty"]),
    ("places", "name: Lund", "name: Lund, aliases: [1]", 1, ["wrong item", "not 1"]),
    ("places", "name: Lund", "name: Lund, aliases: ['']", 1, ["an empty item"]),
    ("places", "id: lund", "id: Lund-C", 1, ["'Lund-C' is not an id", "snake_case"]),
    ("places", "id: lund", "id: 7", 1, ["7 is not an id"]),
    ("places", "name: Lund", "group: sponsors", 1, ["unknown key 'group'"]),
    ("places", "- {", "- lund\n- {", 1, ["an entry must hold keys"]),
    ("kinds", "role: form", "role: firm", 2, ["non_profit", "'kind' or 'form'"]),
    ("relations", "related: [funding]", "related: []", 1, ["'related' is empty"]),
    ("supporting_partners", "  facts:\n", "  facts: []\n  factss:\n", 6, ["is empty"]),
    ("supporting_partners", "[{organisation: city}]", "city", 7, ["a list of facts"]),
    ("supporting_partners", "[{organisation: city}]", "[city]", 7, ["must hold keys"]),
    ("supporting_partners", "organisation: city", "note: x", 7, ["says nothing"]),
    ("supporting_partners", "{amount: 5, ", "{text: x, ", 9, ["'unit' without a"]),
    ("supporting_partners", "amount: 5", "amount: five", 9, ["a whole number"]),
    ("supporting_partners", "amount: 5", "amount: yes", 9, ["a whole number"]),
    ("supporting_partners", "from: 2018", "from: 18", 9, ["must be a year", "1800"]),
    ("supporting_partners", "to: 2023", "to: 2101", 9, ["must be a year", "2100"]),
    ("supporting_partners", "to: 2023", "to: 2016", 9, ["ends (2016) before", "swap"]),
    (
        "supporting_partners",
        "{organisation: city}",
        "{organisation: city, place: lund}",
        7,
        ["several things (organisation, place)", "one fact for each"],
    ),
    ("page", "host: park\n", "", 1, ["'host' is missing"]),
    ("page", "groups:\n", "groups: x\nother:\n", 3, ["'groups' must be a list"]),
]
REFERENCES = [
    ("places", "id: lund", "id: city", 1, ["'city' is taken by organisations.yml:2"]),
    ("places", "Projects", "Project", 1, ["section 'Project'", "mean 'Projects'?"]),
    ("page", "host: park", "host: prak", 2, ["no 'prak'", "mean 'park'?"]),
    ("page", "section: Sponsors", "section: x", 4, ["known are Sponsors, Projects"]),
    ("relations", "[organisation]", "[organization]", 1, ["mean 'organisation'?"]),
    ("relations", "[funding]", "[fundng]", 1, ["no 'fundng'", "mean 'funding'?"]),
    ("relations", "{id: focus}", "{id: focus, detail: x}", 3, ["no 'x'"]),
    ("relations", "{id: focus}", "{id: funding}", 3, ["taken by relations.yml:2"]),
    ("supporting_partners", "group: sponsors", "group: spons", 4, ["'sponsors'?"]),
    ("supporting_partners", "funders:", "fnders:", 7, ["mean 'funders'?"]),
    ("supporting_partners", "organisation: city", "organisation: ctiy", 7, ["'city'?"]),
    ("supporting_partners", "organisation: city", "organisation: zz", 7, ["known are"]),
    (
        "supporting_partners",
        "organisation: city",
        "organisation: lund",
        7,
        ["'lund' is listed as place, not as organisation", "write 'place: lund'"],
    ),
    (
        "supporting_partners",
        "organisation: city",
        "place: lund",
        7,
        ["funders: takes no place", "use organisation"],
    ),
    (
        "supporting_partners",
        "amount: 5, unit: million SEK",
        "organisation: city",
        9,
        ["funding: takes no organisation", "use text"],
    ),
    ("supporting_partners", "SEK, from", "SEK, section: X, from", 9, ["given twice"]),
]
SPELLINGS = [
    ("places", "name: Lund", "name: Lund, aliases: [LÜND]", 1, ["the same as 'Lund'"]),
    ("places", "name: Lund", "name: malmo-city", 1, ["also a name of city (organ"]),
    (
        "places",
        "name: Lund",
        "name: Giver",
        1,
        ["also a name of sponsors (page.yml:4)"],
    ),
    ("places", "name: Lund", "name: '&'", 1, ["'&' has no letter"]),
]
FILES_BROKEN = [
    ("places", "name: Lund", "name: 'Lund", 2, ["not YAML", "indentation"]),
    ("places", "name: Lund", "name: Lund, name: Lu", 1, ["'name' is given twice"]),
    ("places", FILES["places.yml"], "", 1, ["the file is empty"]),
    ("places", FILES["places.yml"], "lund: Lund", 1, ["must be a list of entries"]),
    ("places", "name: Lund", "name: !x Lund", 1, ["'Lund' can't be understood"]),
    ("places", "name: Lund", "name: 2018-13-45", 1, ["can't be understood"]),
    ("page", FILES["page.yml"], "- x", 1, ["must hold keys"]),
]
MISTAKES = [*SHAPES, *REFERENCES, *SPELLINGS, *FILES_BROKEN]


def lines_of(folder: Path) -> list[str]:
    """What the check says of a folder, one line a problem."""
    return [str(problem) for problem in check(read_sources(folder))]


def test_sound_files_have_no_problem(tmp_path: Path) -> None:
    assert lines_of(write(tmp_path)) == []


@pytest.mark.parametrize(("stem", "old", "new", "line", "parts"), MISTAKES)
def test_mistake_is_reported_with_its_place_and_remedy(
    tmp_path: Path, stem: str, old: str, new: str, line: int, parts: list[str]
) -> None:
    text = FILES[f"{stem}.yml"]
    assert old in text, "the mistake changes nothing"
    found = lines_of(write(tmp_path, **{stem: text.replace(old, new, 1)}))
    told = [said for said in found if said.startswith(f"{stem}.yml:{line}: ")]
    assert any(all(part in said for part in parts) for said in told), found


def test_all_problems_are_reported_at_once(tmp_path: Path) -> None:
    places = "- {id: Lund, nmae: Lund}\n- {id: x, name: Malmö City, section: y}\n"
    found = lines_of(write(tmp_path, places=places, topics="- : {"))
    assert len([said for said in found if said.startswith("places.yml:1: ")]) == 4
    assert len([said for said in found if said.startswith("places.yml:2: ")]) == 2
    assert [said for said in found if said.startswith("topics.yml:1: ")]


def test_unreadable_file_causes_no_other_complaints(tmp_path: Path) -> None:
    (write(tmp_path) / "organisations.yml").write_bytes(b"- name: \xff\n")
    (found,) = lines_of(tmp_path)
    assert found.startswith("organisations.yml:1: the file can't be read")


def test_missing_file_is_reported(tmp_path: Path) -> None:
    (write(tmp_path) / "page.yml").unlink()
    assert lines_of(tmp_path) == ["page.yml:1: the file is missing; put it back"]


def test_file_that_nothing_reads_is_reported(tmp_path: Path) -> None:
    (write(tmp_path) / "place.yaml").touch()
    (found,) = lines_of(tmp_path)
    assert found.startswith("place.yaml:1: nothing reads this file; did you mean")


def test_value_that_holds_itself_is_reported(tmp_path: Path) -> None:
    text = "- {id: lund, name: Lund, section: Projects, aliases: &a [*a]}\n"
    assert any(
        "holds itself" in said for said in lines_of(write(tmp_path, places=text))
    )


def test_command_counts_what_is_sound(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(write(tmp_path))]) == 0
    assert capsys.readouterr().out == "knowledge is sound: 3 partners, 2 facts\n"


def test_command_prints_each_problem_on_a_line_and_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    places = FILES["places.yml"].replace("name", "nmae")
    assert main([str(write(tmp_path, places=places))]) == 1
    printed = capsys.readouterr().out.splitlines()
    assert printed == lines_of(tmp_path)
    assert len(printed) == 2


def test_own_knowledge_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0, capsys.readouterr().out
    assert capsys.readouterr().out.startswith("knowledge is sound: 23 partners, ")
