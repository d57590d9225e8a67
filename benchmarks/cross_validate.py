"""Cross-validate the intents: `python -m benchmarks.cross_validate`.

Prints the macro F1 over all intents, and over relations with both ends together; then
the confusions.  Stratified, five folds, names masked as in training.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import yaml
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold

from partners.intents import IntentClassifier
from partners.masking import Masker, Span
from partners.reading import load_knowledge, load_name_reader

NLU = Path(__file__).parents[1] / "data" / "nlu"
FOLDS = 5
_ANNOTATED = re.compile(r"\[([^\]]+)\]\((\w+)\)")


def examples(folder: Path = NLU) -> Iterator[tuple[str, str]]:
    """Every training example as its intent and its masked text."""
    names, masker = load_name_reader(), Masker(load_knowledge())
    for file in sorted(folder.glob("*.yml")):
        for block in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]:
            for line in block["examples"].splitlines():
                text, marked = plain(line.removeprefix("- ").strip())
                spans = (*names.read(text), *marked)
                yield block["intent"], masker.mask(text, spans)


def plain(line: str) -> tuple[str, list[Span]]:
    """An example without its annotations, and where they stood."""
    text, spans, end = "", [], 0
    for found in _ANNOTATED.finditer(line):
        text += line[end : found.start()]
        spans.append(Span(len(text), len(text) + len(found[1]), found[2], found[1]))
        text += found[1]
        end = found.end()
    return text + line[end:], spans


def main() -> None:
    """Print the scores and the commonest confusions."""
    relations = load_knowledge().relations.values()
    pairs = {r.reverse: r.forward for r in relations if r.reverse and r.forward}
    unique = sorted(set(examples()))
    intents = np.array([intent for intent, _ in unique])
    texts = np.array([text for _, text in unique], dtype=object)
    predicted = intents.copy()
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    for train, test in folds.split(texts, intents):
        classifier = IntentClassifier.fit(
            list(texts[train]), list(intents[train]), pairs
        )
        for i in test:
            predicted[i] = classifier.score(texts[i]).candidates[0].intent
    print(f"{len(unique)} examples, {len(set(intents))} intents, {FOLDS} folds")
    print(f"macro F1 {f1_score(intents, predicted, average='macro'):.4f}")
    merged = [[pairs.get(i, i) for i in side] for side in (intents, predicted)]
    print(f"macro F1, both ends together {f1_score(*merged, average='macro'):.4f}")
    wrong = Counter((a, b) for a, b in zip(intents, predicted, strict=True) if a != b)
    for (intent, as_), number in wrong.most_common(15):
        print(f"{number:4} {intent} read as {as_}")


if __name__ == "__main__":
    main()
