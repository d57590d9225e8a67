"""The relation classifier, on a handful of examples."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from partners.classifier import (
    ClassifierError,
    ModelFormatError,
    RelationClassifier,
)

EXAMPLES = {
    "ask_funders": (
        "who funds NAME",
        "who pays for NAME",
        "where does the money of NAME come from",
        "is NAME funded by NAME",
    ),
    "ask_members": (
        "who are the members of NAME",
        "how many members does NAME have",
        "is NAME a member of NAME",
        "list the members of NAME please",
    ),
    "ask_name": (
        "what does NAME stand for",
        "what is the full name of NAME",
        "is that its name in full",
        "does it have another name",
    ),
}
TEXTS = [text for texts in EXAMPLES.values() for text in texts]
LABELS = [intent for intent, texts in EXAMPLES.items() for _ in texts]
ASKED = ("who funds NAME", "members of NAME?", "its name", "qwerty", "", "¿ ?", "ÅÄÖ")


@pytest.fixture(scope="module")
def classifier() -> RelationClassifier:
    return RelationClassifier.fit(TEXTS, LABELS)


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("who funds it", "ask_funders"),
        ("so who is funding NAME then?", "ask_funders"),
        ("members NAME", "ask_members"),
        ("the membrs of NAME", "ask_members"),
        ("whats the full name", "ask_name"),
    ],
)
def test_best_candidate_is_the_relation_asked_for(
    classifier: RelationClassifier, said: str, intent: str
) -> None:
    assert classifier.rank(said)[0].intent == intent


@pytest.mark.parametrize("said", ASKED)
def test_ranking_holds_every_intent_once_and_is_sorted(
    classifier: RelationClassifier, said: str
) -> None:
    ranked = classifier.rank(said)
    assert sorted(candidate.intent for candidate in ranked) == sorted(EXAMPLES)
    sure = [candidate.confidence for candidate in ranked]
    assert all(0 <= low <= high <= 1 for high, low in pairwise(sure))


def test_unknown_words_lower_the_confidence(classifier: RelationClassifier) -> None:
    known = classifier.score("who funds NAME")
    mixed = classifier.score("who funds zyx wvut")
    strange = classifier.score("zyx wvut")
    assert known.coverage == 1 > mixed.coverage > strange.coverage == 0
    sure = [score.candidates[0].confidence for score in (known, mixed, strange)]
    assert sure[0] > 0.8 > sure[1] > sure[2] and sure[2] < 0.2


def test_nearness_is_highest_for_an_example(classifier: RelationClassifier) -> None:
    example, other = map(classifier.score, ("who pays for NAME", "who was paid"))
    assert 0 < other.near < example.near <= 1
    assert classifier.score("qqq").near == 0


def test_masks_are_case_sensitive(classifier: RelationClassifier) -> None:
    mask, word = classifier.score("NAME"), classifier.score("name")
    assert word.candidates[0].intent == "ask_name"
    assert mask.candidates != word.candidates
    assert classifier.score("Name").coverage == 0


def test_intents_and_examples_can_be_read(classifier: RelationClassifier) -> None:
    assert classifier.intents == tuple(sorted(EXAMPLES))
    assert list(classifier.examples) == sorted(zip(LABELS, TEXTS, strict=True))


def test_saved_classifier_ranks_the_same(
    classifier: RelationClassifier, tmp_path: Path
) -> None:
    classifier.save(tmp_path / "new" / "folder")
    loaded = RelationClassifier.load(tmp_path / "new" / "folder")
    for said in (*TEXTS, *ASKED):
        assert loaded.score(said) == classifier.score(said)


def test_saved_classifier_of_another_format_is_refused(
    classifier: RelationClassifier, tmp_path: Path
) -> None:
    classifier.save(tmp_path)
    path = tmp_path / "classifier.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"format": 999}))
    with pytest.raises(ModelFormatError, match="format 999.*train the model again"):
        RelationClassifier.load(tmp_path)


def test_weights_of_other_examples_are_refused(
    classifier: RelationClassifier, tmp_path: Path
) -> None:
    classifier.save(tmp_path)
    path = tmp_path / "classifier.json"
    saved = json.loads(path.read_text())
    saved["examples"].append(["ask_name", "something else altogether"])
    path.write_text(json.dumps(saved))
    with pytest.raises(ModelFormatError, match="train the model again"):
        RelationClassifier.load(tmp_path)


def test_learning_ignores_order_and_repetition(classifier: RelationClassifier) -> None:
    again = RelationClassifier.fit((TEXTS * 2)[::-1], (LABELS * 2)[::-1])
    for said in ASKED:
        assert again.score(said) == classifier.score(said)


def test_two_intents_are_enough() -> None:
    classifier = RelationClassifier.fit(TEXTS[:8], LABELS[:8])
    for said, intent in zip(TEXTS[:8], LABELS[:8], strict=True):
        assert classifier.rank(said)[0].intent == intent


@pytest.mark.parametrize(("texts", "labels"), [([], []), (["hi", "hello"], ["a", "a"])])
def test_fewer_than_two_intents_are_refused(
    texts: list[str], labels: list[str]
) -> None:
    with pytest.raises(ClassifierError, match="at least two intents"):
        RelationClassifier.fit(texts, labels)


def test_importing_brings_in_nothing_heavy() -> None:
    heavy = "{'rasa', 'tensorflow', 'skops', 'sklearn'}"
    code = f"import sys, partners.classifier; assert not {heavy} & set(sys.modules)"
    subprocess.run(
        [sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[1]
    )
