"""The typo index finds a misspelt name, as fast among many names as among few."""

from __future__ import annotations

import random

import pytest
from rapidfuzz.distance import OSA

from partners.folding import key
from partners.reading import load_knowledge
from partners.typos import TypoIndex, allowed_edits

SHORTEST = 6


def index_of(*names: str) -> TypoIndex:
    index = TypoIndex()
    for name in names:
        index.add(name.split(), name)
    return index


@pytest.fixture(scope="module")
def names() -> dict[str, str]:
    """Every name of the knowledge that is long enough for typos, with its id."""
    entities = load_knowledge().entities.values()
    found = {key(name): e.id for e in entities for name in e.names}
    long = {name: id_ for name, id_ in found.items() if len(name) >= SHORTEST}
    assert long, "no name of the knowledge file is long enough for typos"
    return long


@pytest.fixture(scope="module")
def full_index(names: dict[str, str]) -> TypoIndex:
    index = TypoIndex()
    for name, id_ in names.items():
        index.add([name], id_)
    return index


@pytest.mark.parametrize(
    ("length", "edits"), [(0, 0), (5, 0), (6, 1), (9, 1), (10, 2), (30, 2)]
)
def test_longer_names_may_have_more_typos(length: int, edits: int) -> None:
    assert allowed_edits("a" * length) == edits


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("vinnova", "vinnova"),
        ("vinova", "vinnova"),
        ("vinnnova", "vinnova"),
        ("vinnowa", "vinnova"),
        ("vinnvoa", "vinnova"),
        ("innova", "vinnova"),
        ("vinov", None),
        ("vinavo", None),
        ("handelsbaken", "handelsbanken"),
        ("hadelsbaken", "handelsbanken"),
        ("hadelsbakenn", None),
        ("", None),
        ("v", None),
    ],
)
def test_misspelt_word_finds_its_name(said: str, found: str | None) -> None:
    assert index_of("vinnova", "handelsbanken").find(said.split()) == found


def test_short_name_is_not_indexed() -> None:
    assert index_of("mtt").find(["mtt"]) is None


def test_word_between_two_names_finds_neither() -> None:
    assert index_of("abcdefg", "abcdefh").find(["abcdefx"]) is None


def test_nearer_of_two_names_is_found() -> None:
    index = index_of("abcdefghijk", "abcdefghixx")
    assert index.find(["abcdefghijx"]) is None
    assert index.find(["abcdefghijkl"]) == "abcdefghijk"


def test_exact_only_finds_no_misspelling() -> None:
    index = index_of("vinnova")
    assert index.find(["vinnova"], exact_only=True) == "vinnova"
    assert index.find(["vinova"], exact_only=True) is None


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("medeon park", "medeon park"),
        ("medeonpark", "medeon park"),
        ("mede on park", "medeon park"),
        ("medeom park", "medeon park"),
        ("medeompark", "medeon park"),
        ("ideon park", None),
    ],
)
def test_words_of_a_name_are_compared_one_by_one(said: str, found: str | None) -> None:
    assert index_of("medeon park").find(said.split()) == found


def _misspellings(name: str) -> set[str]:
    """`name` with each letter left out, and with each replaced by one it lacks."""
    foreign = next(c for c in "zqxjkvw" if c not in name)
    left_out = {name[:i] + name[i + 1 :] for i in range(len(name))}
    replaced = {name[:i] + foreign + name[i + 1 :] for i in range(len(name))}
    return left_out | replaced


def test_every_single_typo_finds_the_name_or_a_tie(
    names: dict[str, str], full_index: TypoIndex
) -> None:
    missed = []
    for name, id_ in names.items():
        for said in _misspellings(name):
            found = full_index.find([said])
            if found != id_ and not _is_as_near(said, name, id_, found, names):
                missed.append(f"{said!r} found {found}, not {id_}")
    assert not missed


def test_two_typos_anywhere_find_the_nearest_name() -> None:
    chance = random.Random(1)
    known = _other_names(300) + [name + "foundation" for name in _other_names(100)]
    known = [name for name in known if len(name) >= SHORTEST]
    index = index_of(*known)
    found = 0
    for _ in range(3000):
        said = _mistyped(_mistyped(chance.choice(known), chance), chance)
        nearest = _nearest(said, known)
        assert index.find([said]) == nearest, said
        found += nearest is not None
    assert found > 1000


def _mistyped(word: str, chance: random.Random) -> str:
    """`word` with a letter left out, added, changed, or swapped with the next."""
    i, letter = chance.randrange(len(word)), chance.choice("abnoz")
    return chance.choice(
        (
            word[:i] + word[i + 1 :],
            word[:i] + letter + word[i:],
            word[:i] + letter + word[i + 1 :],
            word[:i] + word[i + 1 : i + 2] + word[i] + word[i + 2 :],
        )
    )


def _nearest(said: str, names: list[str]) -> str | None:
    """The one nearest of all names that may have so many typos."""
    near = sorted((OSA.distance(said, name), name) for name in names)
    near = [(far, name) for far, name in near if far <= allowed_edits(name)]
    if not near or (len(near) > 1 and near[0][0] == near[1][0]):
        return None
    return near[0][1]


def _is_as_near(
    said: str, name: str, id_: str, found: str | None, names: dict[str, str]
) -> bool:
    """Whether another name is as near: nothing is found, or that name itself."""
    distance = OSA.distance(said, name)
    near = {
        other_id
        for other, other_id in names.items()
        if other_id != id_ and OSA.distance(said, other) <= distance
    }
    return bool(near) and (found is None or found in near)


def test_lookup_does_not_grow_with_the_number_of_names(names: dict[str, str]) -> None:
    asked = [said for name in sorted(names)[:20] for said in _misspellings(name)]
    few = index_of(*names)
    many = index_of(*names, *_other_names(20 * len(names)))
    compared_among_few = sum(len(near) for near in few._candidates(asked))
    compared_among_many = sum(len(near) for near in many._candidates(asked))
    assert compared_among_few
    assert compared_among_many < 2 * compared_among_few


def _other_names(count: int) -> list[str]:
    """Made-up names that share letters with real ones, and are all different."""
    letters = "bioinnovaticskamplud"
    names = []
    for number in range(count):
        name, rest = "", number * 7919 + 104729
        for _ in range(6 + number % 12):
            rest, letter = divmod(rest * 31 + 17, len(letters))
            rest %= 1_000_003
            name += letters[letter]
        names.append(name)
    return names
