"""Words in capitals that stand together are a name, whatever words they are."""

from __future__ import annotations

import pytest

from partners.cues import load_cues
from partners.elsewhere import ELSEWHERE
from partners.masking import Span
from partners.runs import RunFinder
from partners.strangers import UNKNOWN

# Stands for the words of the training examples: these belong to the question.
VOCABULARY = frozenset(
    "a are does fund funds in is members of partner science the what who forum park"
    " level political vision".split()
)
FINDER = RunFinder(load_cues(), VOCABULARY)


def unknown(text: str, *spans: Span) -> list[str]:
    """The names that the run finder adds."""
    found = FINDER.absorb(text, spans)
    return [text[s.start : s.end] for s in found if s.role == UNKNOWN]


def span(text: str, part: str, role: str) -> Span:
    """What stands for `part` of `text`."""
    start = text.index(part)
    return Span(start, start + len(part), role, part)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("who funds the Gates Foundation", ["Gates Foundation"]),
        ("what is the Forum Level Political", ["Forum Level Political"]),
        ("who funds the Bank of Åland", ["Bank of Åland"]),
        ("is Xylo & Yttra a partner", ["Xylo & Yttra"]),
        ("is Xylo-Yttra a partner", ["Xylo-Yttra"]),
        ("Xylo Yttra", ["Xylo Yttra"]),
        # The word that begins the sentence belongs to the question.
        ("Who Xylo Yttra funds", ["Xylo Yttra"]),
        # A small word at the end is none of the name.
        ("who funds the Xylo Yttra of the park", ["Xylo Yttra"]),
        ("does Xylo Yttra, Zeta Tau or anybody fund it", ["Xylo Yttra", "Zeta Tau"]),
    ],
)
def test_words_in_capitals_are_one_name(said: str, names: list[str]) -> None:
    assert unknown(said) == names


@pytest.mark.parametrize(
    "said",
    [
        "",
        "who funds it",
        "who funds Xylo",
        # Two words of questions, as a heading has them.
        "what is the Vision Forum",
        # Abbreviations that everybody knows.
        "what of the CEO and the CTO",
        # Everything in capitals says nothing.
        "Who Funds The Science Park Of Members",
        "who funds Xylo. Yttra is",
    ],
)
def test_other_capitals_are_no_name(said: str) -> None:
    assert unknown(said) == []


@pytest.mark.parametrize(
    "said",
    [
        "WHO ARE THE MEMBERS",
        "WHO ARE THE MEMBERS OF IT?",
        "Who Are The Members",
        "WHAT IS A SCIENCE PARK",
        "WHO FUNDS THE XYLO YTTRA PARK",
    ],
)
def test_a_short_message_all_in_capitals_is_no_name(said: str) -> None:
    assert unknown(said) == []


@pytest.mark.parametrize("role", ["partner", "organisation", UNKNOWN])
def test_a_name_that_is_known_stays(role: str) -> None:
    said = "who funds Xylo Yttra"
    known = span(said, "Yttra", role)
    assert FINDER.absorb(said, [known]) == (known,)


def test_a_kind_inside_a_name_is_part_of_it() -> None:
    said = "who funds the Gates Foundation"
    found = FINDER.absorb(said, [span(said, "Foundation", "kind")])
    assert found == (span(said, "Gates Foundation", UNKNOWN),)


def test_a_country_makes_a_name_of_an_abbreviation() -> None:
    said = "who funds ICT Norway"
    assert unknown(said, span(said, "Norway", ELSEWHERE)) == ["ICT Norway"]
    assert unknown(said, span(said, "Norway", "place")) == []


def test_a_name_that_begins_before_the_run_is_whole() -> None:
    said = "who funds open Lab Skåne"
    known = span(said, "open Lab", "topic")
    assert FINDER.absorb(said, [known]) == (known,)


def test_a_place_before_what_parks_call_themselves_is_a_name() -> None:
    text = "Danish Incubators & Science Parks, what are they"
    spans = (span(text, "Danish", "place"), span(text, "Science Parks", "topic"))
    assert unknown(text, *spans) == ["Danish Incubators & Science Parks"]
    asked = "which Danish Science Parks are members"
    spans = (span(asked, "Danish", "place"), span(asked, "Science Parks", "topic"))
    assert unknown(asked, *spans) == []


def test_a_strange_word_in_a_place_is_a_name() -> None:
    text = "does Invest in Lund fund it"
    assert unknown(text, span(text, "Lund", "place")) == ["Invest in Lund"]
    text = "does Science in Lund fund it"
    assert unknown(text, span(text, "Lund", "place")) == []
