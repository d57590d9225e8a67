"""Every name of the knowledge file is found, however people write it."""

from __future__ import annotations

import unicodedata

import pytest

from partners.cues import load_cues
from partners.names import Mention, NameMatcher
from partners.reading import load_knowledge

ZERO_WIDTH = "\u200b"


@pytest.fixture(scope="module")
def matcher() -> NameMatcher:
    return NameMatcher(load_knowledge(), load_cues())


def found_in(matcher: NameMatcher, said: str) -> list[tuple[str, str]]:
    return [(mention.text, mention.id) for mention in matcher.find(said)]


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@pytest.mark.parametrize(
    ("said", "text", "id_"),
    [
        # Case
        ("who funds CAMP", "CAMP", "camp"),
        ("who funds camp?", "camp", "camp"),
        ("what is swedenbio", "swedenbio", "swedenbio"),
        ("OPEN LAB SKÅNE", "OPEN LAB SKÅNE", "open_lab"),
        # Diacritics
        ("open lab skane", "open lab skane", "open_lab"),
        ("malmo university", "malmo university", "malmo_university"),
        (decomposed("in Skåne"), decomposed("Skåne"), "skane"),
        # Hyphens, ampersands, full stops
        ("what is sweden-bio", "sweden-bio", "swedenbio"),
        ("Frans-Henrik Kockum", "Frans-Henrik Kockum", "frans_henrik_kockum"),
        ("is it not-for-profit", "not-for-profit", "non_profit"),
        (
            "swedish incubators and science parks",
            "swedish incubators and science parks",
            "sisp",
        ),
        (
            "Sten K. Johnson foundation",
            "Sten K. Johnson foundation",
            "sten_k_johnsons_foundation",
        ),
        ("R & D", "R & D", "research_and_development"),
        # Genitive
        ("CAMP's funder", "CAMP", "camp"),
        ("CAMP’s funder", "CAMP", "camp"),
        ("NOMEs vision", "NOMEs", "nome"),
        ("TIMs members", "TIMs", "tim"),
        # Written in two words, or in one
        ("what is Sweden BIO", "Sweden BIO", "swedenbio"),
        ("Multi Helix Think Tank", "Multi Helix Think Tank", "mtt"),
        ("multihelix thinktank", "multihelix thinktank", "mtt"),
        ("openlab skåne", "openlab skåne", "open_lab"),
        # An abbreviation in brackets
        (
            "what is Medicon Valley Alliance (MVA)?",
            "Medicon Valley Alliance (MVA)",
            "mva",
        ),
        # Plural of a common word
        ("which are think tanks", "think tanks", "think_tank"),
        ("your projects", "projects", "project"),
    ],
)
def test_name_is_found_as_people_write_it(
    matcher: NameMatcher, said: str, text: str, id_: str
) -> None:
    assert found_in(matcher, said) == [(text, id_)]


@pytest.mark.parametrize(
    ("said", "id_"),
    [
        # One typo
        ("vinova", "vinnova"),
        ("vinnnova", "vinnova"),
        ("vinnowa", "vinnova"),
        ("inergi", "innergi"),
        ("nordae", "nordea"),
        ("securitass", "securitas"),
        ("moble heights", "mobile_heights"),
        ("Svenska Handelsbaken", "handelsbanken"),
        # Two typos
        ("mobil hights", "mobile_heights"),
        ("twins internatonal multihelx", "tim"),
        ("medcon valley aliance", "mva"),
    ],
)
def test_mistyped_name_is_found(matcher: NameMatcher, said: str, id_: str) -> None:
    assert found_in(matcher, f"who funds {said} now") == [(said, id_)]


@pytest.mark.parametrize(
    "said",
    [
        "what is MT",
        "who funds MTTT",
        "what is SIPS",
        "what is CAMPS",
        "tell me of NOMA",
        "he went to camps",
        "what is HFL",
        "what is TIN",
    ],
)
def test_acronym_with_another_letter_is_another_name(
    matcher: NameMatcher, said: str
) -> None:
    assert found_in(matcher, said) == []


@pytest.mark.parametrize(
    ("said", "id_"), [("MIT", "mit_venture_mentoring_service"), ("MTT", "mtt")]
)
def test_acronyms_that_look_alike_are_kept_apart(
    matcher: NameMatcher, said: str, id_: str
) -> None:
    assert found_in(matcher, f"what is {said}") == [(said, id_)]


@pytest.mark.parametrize(
    "said",
    [
        "securities",
        "Novo Nordisk",
        "Kockums",
        "Sparbanken",
        "tell us about US",
        "who funds Ideon",
        "Danske",
        "",
        "?!",
        "🚀",
    ],
)
def test_other_names_and_words_are_not_found(matcher: NameMatcher, said: str) -> None:
    assert found_in(matcher, said) == []


@pytest.mark.parametrize(
    "said",
    [
        "I went to a camp",
        "our summer camp",
        "camp site in the woods",
        "the bridge to Copenhagen",
        "the bridge over the river",
        "a bridge",
        "how long is the bridge between the two cities",
    ],
)
def test_common_words_are_not_names(matcher: NameMatcher, said: str) -> None:
    assert found_in(matcher, said) == []


@pytest.mark.parametrize(
    ("said", "text", "id_"),
    [
        ("is CAMP a CAMP", "CAMP", "camp"),
        ("what does camp do", "camp", "camp"),
        ("the camp project", "camp", "camp"),
        ("what is the bridge", "the bridge", "the_bridge"),
        ("who funds The Bridge?", "The Bridge", "the_bridge"),
    ],
)
def test_common_words_that_stand_alone_are_names(
    matcher: NameMatcher, said: str, text: str, id_: str
) -> None:
    assert (text, id_) in found_in(matcher, said)


@pytest.mark.parametrize(
    ("said", "ids"),
    [
        ("Medicon Village", ["medicon_village"]),
        ("Medicon Valley", ["medicon_valley"]),
        ("Medicon Valley Alliance", ["mva"]),
        ("Lund", ["lund"]),
        ("Lund University", ["lund_university"]),
        ("City of Lund", ["lunds_kommun"]),
        ("Innergi in Lund", ["innergi"]),
        ("Executive Foundation Lund", ["efl"]),
        ("Novo Nordisk Foundation", ["novo_nordisk_foundation"]),
        ("Open Lab Skåne", ["open_lab"]),
        ("Region Skåne", ["region_skane"]),
        ("Skåne Food Innovation Network", ["sfin"]),
        ("Swedish Incubators & Science Parks", ["sisp"]),
        (
            "Hong Kong Science & Technology Park",
            ["hong_kong_science_and_technology_park"],
        ),
        ("MVA, SISP and SwedenBIO", ["mva", "sisp", "swedenbio"]),
        ("MVA/SISP", ["mva", "sisp"]),
        ("CAMP or NOME?", ["camp", "nome"]),
    ],
)
def test_longest_name_wins_and_all_are_found(
    matcher: NameMatcher, said: str, ids: list[str]
) -> None:
    assert [id_ for _, id_ in found_in(matcher, said)] == ids


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("who funds CAMP?", "CAMP"),
        (f"{ZERO_WIDTH}who funds {ZERO_WIDTH}CAMP?", "CAMP"),
        (f"who funds CA{ZERO_WIDTH}MP?", f"CA{ZERO_WIDTH}MP"),
        (decomposed("är Open Lab Skåne störst"), decomposed("Open Lab Skåne")),
        (decomposed("Åsa asks who funds CAMP"), "CAMP"),
        ("ﬁne, Straße, CAMP", "CAMP"),
        ("🚀🚀 CAMP", "CAMP"),
        ("who funds\n\tMobile   Heights", "Mobile   Heights"),
        # A short word beside a name is no typo in it.
        ("is Vinnova a member", "Vinnova"),
        ("founded by Region Skåne", "Region Skåne"),
        ("what is Lund University", "Lund University"),
        ("where is Innergi in Lund", "Innergi in Lund"),
    ],
)
def test_offsets_point_into_the_original_text(
    matcher: NameMatcher, said: str, text: str
) -> None:
    mention = _only(matcher.find(said))
    assert (mention.text, said[mention.start : mention.end]) == (text, text)


def _only(mentions: tuple[Mention, ...]) -> Mention:
    (mention,) = mentions
    return mention


def test_every_name_of_the_knowledge_is_found(matcher: NameMatcher) -> None:
    entities = load_knowledge().entities.values()
    names = [(name, entity.id) for entity in entities for name in entity.names]
    assert names, "the knowledge file has no names"
    missed = [name for name, id_ in names if found_in(matcher, name) != [(name, id_)]]
    assert not missed


def test_capitals_within_a_word_make_it_no_typo_of_a_field(
    matcher: NameMatcher,
) -> None:
    assert [m.id for m in matcher.find("who works with biotehc")] == ["biotech"]
    assert matcher.find("who funds BioNTech") == ()
