"""What the names in a message tell by where they stand among its words."""

from __future__ import annotations

import pytest

from partners import placing
from partners.cues import load_cues
from partners.folding import Token, tokenise
from partners.masking import HEAD, Span
from tests.asked import names_in

CUES = load_cues()


def free(text: str) -> list[Token]:
    """The words of `text` that are no part of a name."""
    spans = names_in(text)
    return [t for t in tokenise(text) if not placing.covered(t, spans)]


def test_a_token_is_covered_where_a_name_stands() -> None:
    text = "who funds Open Lab Skåne now"
    assert [token.word for token in free(text)] == ["who", "funds", "now"]
    assert [t.word for t in free("")] == []


def test_ids_are_given_once_in_the_order_of_the_text() -> None:
    spans = names_in("NOME, CAMP, Vinnova, NOME")
    assert placing.ids(spans, placing.SUBJECTS) == ("nome", "camp", "vinnova")
    assert placing.ids(spans, ("partner",)) == ("nome", "camp")
    assert placing.ids(spans, ()) == placing.ids((), placing.SUBJECTS) == ()


@pytest.mark.parametrize(
    ("spans", "head"),
    [
        ((), False),
        ((Span(0, 4, "partner", "camp"),), False),
        ((Span(0, 7, "kind", "project"),), True),
        ((Span(0, 0, HEAD),), True),
    ],
)
def test_a_kind_here_or_before_is_a_head(spans: tuple[Span, ...], head: bool) -> None:
    assert placing.has_head(spans) is head


@pytest.mark.parametrize(
    ("text", "incidental"),
    [
        ("camp", True),
        ("Camp", False),
        ("CAMP", False),
        ("camp and NOME", False),
        ("vinnova", False),
        ("open lab", True),
        ("", False),
        ("a project", False),
    ],
)
def test_a_name_is_incidental_where_it_is_a_plain_word(
    text: str, incidental: bool
) -> None:
    assert placing.is_incidental(text, names_in(text)) is incidental


def test_what_is_said_is_no_name_of_a_partner() -> None:
    text = "is Ideon or CAMP a project in Sweden"
    said = placing.said(tokenise(text), names_in(text, unknown="Ideon"))
    assert said == {"is", "or", "a", "project", "in", "sweden"}


def test_texts_are_as_they_are_written() -> None:
    text = "is IDEÓN like Ideon"
    spans = names_in(text, unknown="IDEÓN")
    assert placing.texts(text, spans, "unknown_name") == ("IDEÓN",)
    assert placing.texts(text, spans, "place") == ()


def test_words_in_capitals_may_belong_to_a_name() -> None:
    tokens = tokenise("Partners of Bridge Capital Partners")
    assert placing.unnamed_words(tokens) == {"partners", "of"}
    assert placing.unnamed_words(()) == set()


@pytest.mark.parametrize(
    ("starts", "overlap"),
    [((), False), ((0,), False), ((0, 5), False), ((0, 0), True), ((0, 5, 5), True)],
)
def test_one_description_for_several_names_overlaps(
    starts: tuple[int, ...], overlap: bool
) -> None:
    spans = [Span(start, start + 4, "partner", f"p{start}") for start in starts]
    assert placing.overlapping(spans) is overlap
    assert not placing.overlapping([Span(0, 4, "place"), Span(0, 4, "place")])


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("CAMP and NOME", True),
        ("CAMP & NOME", True),
        ("CAMP, NOME", True),
        ("CAMP, and NOME", True),
        ("does Vinnova fund CAMP or NOME", True),
        ("CAMP NOME", False),
        ("is CAMP funded by Vinnova", False),
        ("CAMP and the NOME", False),
        ("CAMP and", False),
        ("", False),
    ],
)
def test_names_in_one_list_are_joined(text: str, joined: bool) -> None:
    assert placing.joined(tokenise(text), names_in(text), CUES) is joined


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("is CAMP funded by Vinnova", True),
        ("is CAMP funded by the Vinnova", True),
        ("does CAMP have the support of Vinnova", True),
        ("does CAMP have Vinnova as a funder", True),
        ("does Vinnova fund CAMP", False),
        ("funded by Vinnova", False),
        ("by CAMP is it that Vinnova is funded", False),
        ("", False),
    ],
)
def test_the_second_name_may_be_the_one_that_gives(text: str, by: bool) -> None:
    assert placing.second_gives(tokenise(text), names_in(text), CUES) is by


@pytest.mark.parametrize(
    ("text", "active"),
    [
        ("does Nordea fund CAMP", True),
        ("doesn't Nordea fund CAMP", True),
        ("is CAMP funded by Nordea", False),
        ("did CAMP get money by Nordea", False),
        ("Nordea does fund CAMP", False),
        ("", False),
    ],
)
def test_after_an_auxiliary_the_first_name_acts(text: str, active: bool) -> None:
    assert placing.is_active(tokenise(text), names_in(text), CUES) is active


@pytest.mark.parametrize(
    ("text", "capitals"),
    [
        ("members of TIN", ("TIN",)),
        ("members of TIN and XYZ", ("TIN", "XYZ")),
        ("members of TIM", ()),
        ("what is the SDG", ()),
        ("plan B", ()),
        ("members of Tin", ()),
        ("MEMBERS OF TIN", ()),
        ("", ()),
    ],
)
def test_short_words_in_capitals_may_be_names(
    text: str, capitals: tuple[str, ...]
) -> None:
    assert placing.capitals(free(text), CUES) == capitals


@pytest.mark.parametrize(
    ("text", "definite"),
    [
        ("who founded the think tank", True),
        ("who founded that think tank", True),
        ("who founded a think tank", False),
        ("the founders of think tanks", False),
        ("think tank", False),
        ("the CAMP", False),
        ("", False),
    ],
)
def test_the_kind_is_spoken_of_as_known(text: str, definite: bool) -> None:
    assert placing.is_definite(tokenise(text), names_in(text), CUES) is definite


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("the vision of TIM, sorry, of NOME", ("nome",)),
        ("who funds CAMP - oops, I meant Open Lab", ("open_lab",)),
        ("does CAMP, like NOME, get money", ("camp", "nome")),
    ],
)
def test_a_name_is_taken_back_for_the_next_one(
    text: str, left: tuple[str, ...]
) -> None:
    spans = names_in(text)
    back = placing.taken_back(tokenise(text), spans, CUES)
    kept = [span for span in spans if span not in back]
    assert placing.ids(kept, placing.SUBJECTS) == left


def test_the_kind_that_the_asker_is_chooses_no_partner() -> None:
    text = "networks for our foundation"
    back = placing.background(tokenise(text), names_in(text))
    assert {text[span.start : span.end] for span in back} == {"foundation"}


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("who is funded by Vinnova", True),
        ("what is run by Innovation Campus GIANT", True),
        ("who funds Vinnova", False),
        ("is CAMP funded by Vinnova", False),  # two names: their order tells
        ("what stands by Vinnova", False),
    ],
)
def test_the_name_after_a_participle_and_by_acts(text: str, acts: bool) -> None:
    assert placing.is_agent(tokenise(text), names_in(text)) is acts


def test_one_subject_may_be_named_in_two_ways() -> None:
    for text, twice in (
        ("is Livsmedelsakademin the same as SFIN", True),
        ("is SFIN the same as sfin", False),
        ("is CAMP the same as NOME", False),
    ):
        assert placing.is_named_twice(text, names_in(text)) is twice
