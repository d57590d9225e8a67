"""A message in a language that the assistant can't read is told apart from ours."""

from __future__ import annotations

import pytest

from partners.other_languages import in_other_language
from partners.reading import load_knowledge
from tests.asking import load_cases


@pytest.mark.parametrize(
    "text",
    [
        "Wer finanziert CAMP?",
        "was ist das?",
        "hola, wer finanziert eigentlich CAMP, s'il vous plaît? in english please",
        "Qui finance NOME ?",
        "¿quién fundó MTT?",
        "chi finanzia Open Lab",
        "hvem finansierer CAMP",
        "kuka rahoittaa NOME",
        "kto finansuje CAMP",
        "谁资助 CAMP",
        "Кто финансирует CAMP?",
        "من يمول NOME",
    ],
)
def test_other_languages(text: str) -> None:
    assert in_other_language(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "NOME?",
        "who funds CAMP",
        "what does “que” mean",
        "what was CAMP",
        "do you speak German",
        "vem finansierar CAMP",
        "är MTT ideell",
        "hur är det med NOME",
        "🙂🙂",
        "hola",
        "merci",
        "Δ",
    ],
)
def test_english_swedish_and_names(text: str) -> None:
    assert not in_other_language(text)


@pytest.mark.parametrize("group", ["dev", "fresh", "swedish/dev", "swedish/fresh"])
def test_hardly_a_question_is_taken_for_another_language(group: str) -> None:
    cases = load_cases(group)
    taken = [case.ask for case in cases if in_other_language(case.ask)]
    assert cases
    assert len(taken) <= len(cases) / 100, taken


def test_no_name_of_the_page_is_in_another_language() -> None:
    names = [n for e in load_knowledge().entities.values() for n in e.names]
    assert [name for name in names if in_other_language(name)] == []
