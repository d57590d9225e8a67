"""Loading turns sound files into objects and refuses broken ones whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from partners.errors import KnowledgeError, PartnersError
from partners.load import load
from partners.model import Fact, Knowledge, Role
from tests.knowledge_folder import FILES, write


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """The project's own knowledge."""
    return load()


def test_sound_files_become_objects(tmp_path: Path) -> None:
    found = load(write(tmp_path))
    assert found.sections == ("Sponsors", "Projects")
    assert found.host == "park"
    assert found.groups["sponsors"].aliases == ("giver",)
    assert found.relations["funders"].values == (Role.ORGANISATION,)
    assert found.entities["acme"].names == ("Acme", "Acme Robotics")
    assert [partner.id for partner in found.partners] == ["acme", "beta", "omega"]


@pytest.mark.parametrize(
    ("relation", "fact"),
    [
        ("funders", Fact("acme", "funders", "Sponsors", target="city")),
        (
            "funding",
            Fact(
                "acme",
                "funding",
                "Projects",
                amount=5,
                unit="million SEK",
                start=2018,
                end=2023,
            ),
        ),
    ],
    ids=["section of the entry", "section of its own"],
)
def test_fact_has_its_section_or_its_entrys(
    tmp_path: Path, relation: str, fact: Fact
) -> None:
    assert load(write(tmp_path)).facts_of("acme", relation) == (fact,)


@pytest.mark.parametrize(
    ("id_", "role"), [("network", Role.KIND), ("non_profit", Role.FORM)]
)
def test_kind_names_its_own_role(tmp_path: Path, id_: str, role: Role) -> None:
    assert load(write(tmp_path)).entities[id_].role is role


def test_broken_files_are_refused_with_all_their_problems(tmp_path: Path) -> None:
    places = FILES["places.yml"].replace("name", "nmae")
    topics = FILES["topics.yml"].replace("Projects", "Project")
    with pytest.raises(KnowledgeError) as raised:
        load(write(tmp_path, places=places, topics=topics))
    lines = {(problem.file, problem.line) for problem in raised.value.problems}
    assert lines == {("places.yml", 1), ("topics.yml", 1)}
    assert "did you mean 'name'?" in str(raised.value)
    assert isinstance(raised.value, PartnersError)


def test_partners_come_in_the_pages_order(knowledge: Knowledge) -> None:
    places = [knowledge.sections.index(p.section or "") for p in knowledge.partners]
    assert len(places) == 23
    assert places == sorted(places)


def test_every_summary_begins_with_the_partners_name(knowledge: Knowledge) -> None:
    partners = [p for p in knowledge.partners if p.group == "collaboration"]
    assert partners, "no collaboration partners"
    for partner in partners:
        (summary,) = knowledge.facts_of(partner.id, "summary")
        assert (summary.text or "").startswith(partner.name)


def test_host_is_known(knowledge: Knowledge) -> None:
    assert knowledge.entities[knowledge.host].name == "Medicon Village"
