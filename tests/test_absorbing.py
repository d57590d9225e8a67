"""A known name that goes on is another name, and not one that the page knows."""

from __future__ import annotations

import pytest

from partners.absorbing import Absorber
from partners.cues import load_cues
from partners.reading import NameReader, load_knowledge

# Stands for the words of the training examples: these belong to the question.
VOCABULARY = frozenset(
    "a about and are do does fund funded funds have in is me member members mission"
    " of partner partners project support supports tell the to vision was what which"
    " who your".split()
)


@pytest.fixture(scope="module")
def reader() -> NameReader:
    return NameReader(load_knowledge(), load_cues())


@pytest.fixture(scope="module")
def absorber() -> Absorber:
    return Absorber(load_knowledge(), load_cues(), VOCABULARY)


def names_in(said: str, reader: NameReader, absorber: Absorber) -> list[str]:
    """Every name as `role: text`."""
    spans = absorber.absorb(said, reader.read(said))
    return [f"{span.role}: {said[span.start : span.end]}" for span in spans]


@pytest.mark.parametrize(
    ("said", "unknown"),
    [
        # An organisation that is named after the partner.
        ("who funds Nordea Foundation", "Nordea Foundation"),
        ("is nordea foundation a partner", "nordea foundation"),
        ("What is Swedbank Robur?", "Swedbank Robur"),
        ("what is handelsbanken fonder", "handelsbanken fonder"),
        ("is Malmö University Hospital a partner", "Malmö University Hospital"),
        ("what is Lund Airport", "Lund Airport"),
        # A university or the like of a city that the page doesn't have.
        ("who funds Uppsala university", "Uppsala university"),
        ("and Stockholm University?", "Stockholm University"),
        # What is called a park or the like by a word of no language.
        ("what is ideon science park", "ideon science park"),
        ("who funds the zylo foundation", "zylo foundation"),
        # A partner whose name has its place, at another.
        ("info on innergi in malmö", "innergi in malmö"),
        ("what does Innergi in Oslo do", "Innergi in Oslo"),
        # A branch of it somewhere else.
        ("who funds CAMP Nordic", "CAMP Nordic"),
        ("who funds camp nordic", "camp nordic"),
        ("WHO FUNDS CAMP NORDIC", "CAMP NORDIC"),
        ("who funds CAMP-Nordic", "CAMP-Nordic"),
        ("who supports Danske Bank Norway", "Danske Bank Norway"),
        # A part of it, or something of its own that has its name.
        ("what does Vinnova Digital fund", "Vinnova Digital"),
        ("what is MIT Sloan", "MIT Sloan"),
        ("tell me about SwedenBIO Summit", "SwedenBIO Summit"),
        ("what is Medicon Village Funding AB", "Medicon Village Funding AB"),
        # A person whose first name is an acronym here.
        ("Who is Tim Cook?", "Tim Cook"),
        ("who is tim cook", "tim cook"),
        # A name that begins before the known one.
        ("who funds Xylo CAMP", "Xylo CAMP"),
    ],
)
def test_name_that_goes_on_becomes_one_unknown_name(
    said: str, unknown: str, reader: NameReader, absorber: Absorber
) -> None:
    assert names_in(said, reader, absorber) == [f"unknown_name: {unknown}"]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("what is CAMP", ["partner: CAMP"]),
        ("what is CAMP?", ["partner: CAMP"]),
        ("Who Funds Open Lab Skåne", ["partner: Open Lab Skåne"]),
        ("who funds Lund University", ["organisation: Lund University"]),
        ("tell me about TIM's vision", ["partner: TIM"]),
        ("tell me about TIM vision", ["partner: TIM"]),
        ("tell me about tim vision", ["partner: tim"]),
        ("TIM MEMBERS", ["partner: TIM"]),
        ("does CAMP fund NOME", ["partner: CAMP", "partner: NOME"]),
        ("CAMP and NOME", ["partner: CAMP", "partner: NOME"]),
        ("is SwedenBIO in Sweden", ["partner: SwedenBIO", "place: Sweden"]),
        # Members of TIM are there.
        ("which members are TIM Japan", ["partner: TIM", "place: Japan"]),
        # A place at the end of a yes-or-no question is what is asked.
        ("is NOME Nordic", ["partner: NOME", "place: Nordic"]),
        ("is NOME Nordic?", ["partner: NOME", "place: Nordic"]),
        ("is TIM Japanese", ["partner: TIM", "place: Japanese"]),
        # EFL is a foundation itself.
        ("what is the EFL foundation", ["partner: EFL", "kind: foundation"]),
        # A sign between them parts the two.
        ("who funds CAMP, Nordic", ["partner: CAMP", "place: Nordic"]),
        ("", []),
        ("who are your partners", []),
    ],
)
def test_name_that_ends_stays(
    said: str, names: list[str], reader: NameReader, absorber: Absorber
) -> None:
    found = names_in(said, reader, absorber)
    assert [name for name in found if not name.startswith("group: ")] == names


def test_a_country_before_a_name_is_kept(
    reader: NameReader, absorber: Absorber
) -> None:
    found = names_in("is Germany in TIM?", reader, absorber)

    assert found == ["elsewhere: Germany", "partner: TIM"]
