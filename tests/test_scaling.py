"""What a question takes does not grow with the number of partners.

Counted in instructions, not in seconds, so that a busy machine fails no test.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks.knowledge import write_knowledge
from partners.cues import load_cues
from partners.facts import matching, mentioned, not_stated, subjects_with
from partners.load import load
from partners.model import Knowledge
from partners.names import NameMatcher
from partners.search import FactSearch
from tests.asking import ROOT
from tests.counting import steps

FEW, MANY = 24, 2000
# Twins of a name are compared with it, and of 2,000 invented names some are.
ALLOWED = 1.3


@dataclass(frozen=True)
class Built:
    """What is asked, over one knowledge."""

    knowledge: Knowledge
    names: NameMatcher
    search: FactSearch


Work = Callable[[Built], object]
WORKS: dict[str, Work] = {
    "a name": lambda b: b.names.find("who funds CAMP"),
    "a misspelt name": lambda b: b.names.find("who funds Skane Fod Inovation Network"),
    "no name": lambda b: b.names.find("which zebras like quantum chromodynamics"),
    "words of a partner": lambda b: b.search.find(
        ["members", "since", "million", "2018"], ["camp"]
    ),
    "a rare word": lambda b: b.search.find(["supercluster", "works", "funders"]),
    "facts of a relation": lambda b: b.knowledge.facts_of("camp", "funders"),
    "facts about a partner": lambda b: b.knowledge.facts_about("camp"),
    "facts to an organisation": lambda b: b.knowledge.facts_to("vinnova", "funders"),
    "relations of a partner": lambda b: b.knowledge.relations_of("camp"),
    "partners in order": lambda b: b.knowledge.in_order(["tim", "camp"]),
    "partners that meet two criteria": lambda b: matching(
        b.knowledge, ["food", "denmark"]
    ),
    "partners of an organisation": lambda b: subjects_with(b.knowledge, "vinnova"),
    "what is told instead": lambda b: not_stated(
        b.knowledge, "camp", b.knowledge.relations["funders"]
    ),
    "where an organisation stands": lambda b: mentioned(b.knowledge, "vinnova"),
}


def build(folder: Path, partners: int) -> Built:
    write_knowledge(ROOT / "knowledge", folder, partners)
    knowledge = load(folder)
    names = NameMatcher(knowledge, load_cues())
    return Built(knowledge, names, FactSearch(knowledge))


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(tmp_path_factory.mktemp("few") / "knowledge", FEW)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(tmp_path_factory.mktemp("many") / "knowledge", MANY)


@pytest.mark.parametrize("what", WORKS)
def test_question_takes_as_much_with_many_partners(
    few: Built, many: Built, what: str
) -> None:
    work = WORKS[what]
    counted = []
    for built in (few, many):
        work(
            built
        )  # what is sorted at its first use, and words seen for the first time
        counted.append(steps(lambda built=built: work(built)))  # type: ignore[misc]
    assert 0 < counted[1] <= ALLOWED * counted[0]


def test_count_notices_work_that_grows(few: Built, many: Built) -> None:
    def scan(built: Built) -> object:
        return [fact for fact in built.knowledge.facts if fact.subject == "camp"]

    assert steps(lambda: scan(many)) > 10 * steps(lambda: scan(few))


@pytest.mark.parametrize("what", WORKS)
def test_many_partners_change_no_answer_about_the_others(
    few: Built, many: Built, what: str
) -> None:
    answer = WORKS[what](few)
    if what not in ("words of a partner", "a rare word"):  # words are rarer among many
        assert WORKS[what](many) == answer
    else:
        assert WORKS[what](many).facts == answer.facts  # type: ignore[attr-defined]
