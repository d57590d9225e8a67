"""Write knowledge of many partners: the real files, and invented partners after them.

The same seed gives the same files.  An invented partner has facts of the kinds that the
real ones have, about invented organisations, places and topics, so that the answers
about the real ones stay as they are.
"""

from __future__ import annotations

import itertools
import random
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from benchmarks.questions import Question
from partners.load import load

SEED = 2024
# The C dumper is ten times faster; not every platform's PyYAML is built with it.
DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
FIRST = (
    "ba be bo da de di do fa fe fo ga go ka ke ko la le lo ma me mo na ne no".split()
)
MIDDLE = "bri dra fri gru kla lun mir nor pla rin sta tro vel zan".split()
LAST = "dex fors gard holm kvist lex mark nor qvist rup stad tek vik zon".split()
KINDS = {
    "partner": "Therapeutics Diagnostics Biolabs Genomics Devices Imaging".split(),
    "organisation": "Fund Trust Council Institute Agency Academy".split(),
    "place": "Harbour Heath Hills Island Shore Valley".split(),
    "topic": "assays peptides scanners implants vaccines enzymes".split(),
}
SECTION = "Collaboration Partners"

Entry = dict[str, Any]


@dataclass(frozen=True)
class Invented:
    """What is added to the real knowledge."""

    partners: list[Entry]
    organisations: list[Entry]
    places: list[Entry]
    topics: list[Entry]


def write_knowledge(source: Path, target: Path, partners: int) -> Invented:
    """Write the files of `source`, filled up to so many partners, to `target`."""
    real = len(load(source).partners)
    if partners < real:
        raise ValueError(
            f"{source} holds {real} partners: ask for more than {partners}"
        )
    invented = invent(partners - real)
    shutil.copytree(source, target)
    append(target / "collaboration_partners_n_to_z.yml", invented.partners)
    append(target / "organisations.yml", invented.organisations)
    append(target / "places.yml", invented.places)
    append(target / "topics.yml", invented.topics)
    return invented


def invent(partners: int) -> Invented:
    """So many partners, and a share of what their facts point to."""
    maker = random.Random(SEED)
    made = Invented(
        partners=list(named("partner", partners)),
        organisations=list(named("organisation", 10 + partners // 5)),
        places=list(named("place", 10 + partners // 50)),
        topics=list(named("topic", 10 + partners // 20)),
    )
    for partner in made.partners:
        partner |= {"group": "collaboration", "facts": facts(maker, made, partner)}
    return made


def named(role: str, count: int) -> Iterator[Entry]:
    """The first `count` invented names of a role, each with its id and section."""
    stems = itertools.product(LAST, MIDDLE, FIRST)
    for (last, middle, first), kind in itertools.product(stems, KINDS[role]):
        if count == 0:
            return
        count -= 1
        name = f"{first}{middle}{last}".capitalize() + f" {kind}"
        id_ = name.casefold().replace(" ", "_")
        yield {"id": id_, "name": name, "section": SECTION}


def facts(maker: random.Random, made: Invented, partner: Entry) -> Entry:
    """Ten facts of a partner, of the kinds that people ask about most."""
    member, *funders = maker.sample(made.organisations, 3)
    topics = maker.sample(made.topics, 2)
    year = maker.randint(1950, 2015)
    summary = f"{partner['name']} has worked with invented things since {year}."
    return {
        "summary": [{"text": summary}],
        "kinds": [{"kind": maker.choice(("network", "project", "association"))}],
        "topics": [{"topic": one["id"]} for one in topics],
        "members": [{"organisation": member["id"]}],
        "founding": [{"year": year}],
        "funders": [{"organisation": one["id"]} for one in funders],
        "funding": [{"amount": maker.randint(1, 99), "unit": "million SEK"}],
        "places": [{"place": maker.choice(made.places)["id"]}],
    }


def questions(invented: Invented, count: int) -> Iterator[Question]:
    """Questions about invented partners, spread over all of them."""
    names = {one["id"]: one["name"] for one in invented.organisations}
    for number in range(count):
        partner = invented.partners[number * len(invented.partners) // count]
        held, name = partner["facts"], partner["name"]
        yield (
            Question(f"what is {name}", held["summary"][0]["text"], "describe_partner"),
            Question(f"when was {name} founded", str(held["founding"][0]["year"]), ""),
            Question(
                f"who funds {name}", names[held["funders"][0]["organisation"]], ""
            ),
        )[number % 3]


def append(file: Path, entries: Sequence[Entry]) -> None:
    """Add entries to a file of knowledge as a person would write them."""
    text = yaml.dump(list(entries), Dumper=DUMPER, sort_keys=False, allow_unicode=True)
    with file.open("a", encoding="utf-8") as output:
        output.write("\n" + text)
