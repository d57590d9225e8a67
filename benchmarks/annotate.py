"""Write the training data as a stock Rasa project has it: with its names annotated.

Our own data names no entities, since our extractor reads them from knowledge/.  A stock
pipeline (DIET and EntitySynonymMapper) learns them from annotations and synonyms; with
these it finds the very ids that our actions expect.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import yaml

from benchmarks.cross_validate import plain
from partners.masking import Span
from partners.model import Knowledge
from partners.reading import load_knowledge, load_name_reader
from partners.strangers import UNKNOWN

VERSION = "3.1"  # of Rasa's training data format


def annotate_folder(source: Path, target: Path, each: int | None = None) -> None:
    """Write the files of `source` to `target`, annotated, and one with the synonyms.

    With a number only that many examples of each block of an intent are taken.
    """
    target.mkdir(parents=True)
    names = load_name_reader()
    for file in sorted(source.glob("*.yml")):
        blocks = []
        for block in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]:
            lines = spread(block["examples"].splitlines(), each)
            texts = (plain(line.removeprefix("- ").strip()) for line in lines)
            examples = [annotate(t, (*marked, *names.read(t))) for t, marked in texts]
            blocks.append({"intent": block["intent"], "examples": listed(examples)})
        write(target / file.name, blocks)
    write(target / "synonyms.yml", list(synonyms(load_knowledge())))


def spread(lines: Sequence[str], each: int | None) -> Sequence[str]:
    """`each` lines, evenly over all of them; or all where there aren't more."""
    if each is None or each >= len(lines):
        return lines
    return [lines[number * len(lines) // each] for number in range(each)]


def annotate(text: str, spans: Sequence[Span]) -> str:
    """`text` in Rasa's markup; of two names that overlap the first one counts."""
    for span in sorted(disjoint(spans), key=lambda span: -span.start):
        said = text[span.start : span.end]
        text = text[: span.start] + f"[{said}]{label(span)}" + text[span.end :]
    return text


def disjoint(spans: Iterable[Span]) -> list[Span]:
    """The spans that don't overlap an earlier one."""
    kept: list[Span] = []
    for span in spans:
        if all(span.end <= one.start or span.start >= one.end for one in kept):
            kept.append(span)
    return kept


def label(span: Span) -> str:
    """What stands behind an annotated name."""
    if span.role == UNKNOWN:
        return f"({span.role})"
    return json.dumps({"entity": span.role, "value": span.id})


def synonyms(knowledge: Knowledge) -> Iterator[dict[str, str]]:
    """Every name of an entity as a synonym of its id."""
    for entity in knowledge.entities.values():
        yield {"synonym": entity.id, "examples": listed(entity.names)}


def listed(texts: Iterable[str]) -> str:
    """Texts as the list of examples that Rasa reads."""
    return "".join(f"- {text}\n" for text in texts)


def write(path: Path, blocks: list[dict[str, str]]) -> None:
    """Write one file of training data."""
    held = {"version": VERSION, "nlu": blocks}
    text = yaml.safe_dump(held, allow_unicode=True, sort_keys=False, width=1000)
    path.write_text(text, encoding="utf-8")
