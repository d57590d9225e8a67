"""A Swedish question becomes the English one that asks the same."""

from __future__ import annotations

import pytest

from partners.phrases import Phrases
from partners.translating import load_translator


@pytest.mark.parametrize(
    ("swedish", "english"),
    [
        # Who acts stays in front; else English needs "do".
        ("Vem finansierar CAMP?", "who funds CAMP?"),
        ("Vad finansierar Vinnova?", "what does Vinnova fund?"),
        (
            "vilka projekt stöder Region Skåne",
            "which projects does Region Skåne support",
        ),
        (
            "vilka organisationer stöder Open Lab",
            "which organisations support Open Lab",
        ),
        ("Finansierar Vinnova CAMP?", "does Vinnova fund CAMP?"),
        ("vilka stöder ni", "who do you support"),
        ("vilka stöder er", "who supports you"),
        ("vad inspirerade NOME", "what inspired NOME"),
        # The auxiliaries turn round as in Swedish.
        ("Är Nordea medlem i TIM?", "is Nordea a member of TIM?"),
        ("när grundades MTT", "when was MTT founded"),
        ("av vem grundades MTT", "by whom was MTT founded"),
        ("stöds Open Lab av Malmö stad", "is Open Lab supported by Malmö stad"),
        ("Har TIM medlemmar i Spanien?", "does TIM have members in Spain?"),
        ("vem har grundat MTT", "who has founded MTT"),
        ("får CAMP pengar av Vinnova", "does CAMP receive money from Vinnova"),
        ("vill ni bli partner", "do you want to become partner"),
        # A preposition at the end, and a noun that "what" takes.
        ("vad står MTT för", "what does MTT stand for"),
        (
            "Vilka länder kommer medlemmarna i TIM från?",
            "which countries do the members of TIM come from?",
        ),
        ("vad har MTT för mål", "what goal does MTT have"),
        # Parts that stand apart.
        ("vad går Innergi ut på", "what is Innergi about"),
        ("vad är CAMP för något", "what is CAMP"),
        # Articles, number, genitives, compounds, slips.
        ("vad är NOMEs vision", "what is NOME's vision"),
        ("Open Labs finansiärer", "Open Lab's funders"),
        ("den svenska föreningen", "the Swedish association"),
        ("vilka partner är ideella", "which partners are non-profit"),
        ("är det bara för stora bolag", "is it only for large companies"),
        ("nätverksmedlemmar", "network members"),
        ("vem finansirar CAMP", "who funds CAMP"),
        # Going on.
        ("och NOME då?", "and NOME then?"),
        ("den andra", "the second one"),
        ("", ""),
    ],
)
def test_the_same_is_asked_in_english(swedish: str, english: str) -> None:
    assert load_translator().english(swedish) == english


@pytest.mark.parametrize("text", ["Vem grundade Xyzq Wrtpl?", "är Acme AB partner"])
def test_a_name_that_nobody_knows_stays(text: str) -> None:
    name = "Xyzq Wrtpl" if "Xyzq" in text else "Acme AB"
    assert name in load_translator().english(text)


@pytest.mark.parametrize(
    "text", ["?!", "åäö " * 400, "%s {x} <b>", "\u200b", "'s - -s"]
)
def test_no_text_is_too_strange(text: str) -> None:
    assert isinstance(load_translator().english(text), str)


@pytest.mark.parametrize(
    ("swedish", "english"),
    [
        ("är skanska partner?", "is skanska partner?"),
        ("Vem finansierar Skanska?", "who funds Skanska?"),
        ("vad finansierar Sida", "what does Sida fund"),
        ("Novo Nordisk då?", "Novo Nordisk then?"),
        ("Och Tyskland?", "and Germany?"),
        ("Hej Vad är CAMP?", "hi what is CAMP?"),
        ("är bravida partner", "is bravida partner"),
        ("V\u200bem finansierar CAMP", "who funds CAMP"),
        ("A\u0308r MVA ideell?", "is MVA non-profit?"),
    ],
)
def test_a_name_is_no_word_of_the_glossary(swedish: str, english: str) -> None:
    assert load_translator().english(swedish) == english


@pytest.mark.parametrize(
    ("swedish", "english"),
    [
        ("Har Vinnova finansierats av CAMP?", "has Vinnova been funded by CAMP?"),
        ("Stöds Medeon av Open Lab?", "is Medeon supported by Open Lab?"),
        ("Är det Vinnova som CAMP finansierar?", "is it Vinnova that CAMP funds?"),
        ("Vilka regioner grundade MTT?", "which regions founded MTT?"),
        ("Vilken fond finansierar Open Lab?", "which fund funds Open Lab?"),
        ("Ska CAMP finansieras av Vinnova?", "shall CAMP be funded by Vinnova?"),
        ("Vem får Vinnova pengar av?", "who does Vinnova receive money from?"),
    ],
)
def test_who_gives_and_who_receives_stay(swedish: str, english: str) -> None:
    assert load_translator().english(swedish) == english


def test_a_long_word_costs_no_more_than_another() -> None:
    letters = "abcdeå" * 166
    assert load_translator().english(f"vem är {letters}") == f"who is {letters[:993]}"


def test_what_may_be_quoted_is_told_in_the_words_that_were_typed() -> None:
    told = load_translator().translate("vilka partner är vattenfall")
    assert told.text == "which partners are waterfall"
    assert told.originals["waterfall"] == "vattenfall"
    phrases = Phrases({}, "sv", told.originals)
    assert phrases.as_typed("Waterfall") == "vattenfall"
    assert phrases.as_typed("big waterfall") == "big vattenfall"
    assert Phrases({}).as_typed("waterfall") == "waterfall"
