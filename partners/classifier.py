"""Tell which relation a message asks for, and how sure that is."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from partners.errors import PartnersError
from partners.features import Columns, Features, Weights

FORMAT = 1
_TEXTS, _WEIGHTS = "classifier.json", "classifier.npz"

# The best on the validation rows of CLINC150 (benchmarks/clinc.py), as was giving the
# three parts of the confidence the same weight.
PENALTY = 2.0
NEIGHBOURS = 3
# Where the sum of the parts becomes a confidence of 0.5, and how steeply it rises.
# Logistic regressions of "right" against "wrong or strange" on parts of CLINC150 with
# 50 intents of 30 or 60 examples gave 1.1 and 1.2, and 4.0 and 4.0: so near to each
# other that a fixed curve does, and thresholds keep their meaning between trainings.
MIDDLE, STEEPNESS = 1.2, 4.0


class ClassifierError(PartnersError):
    """A classifier can't be learnt from what is given."""


class ModelFormatError(ClassifierError):
    """A saved classifier is not one that this version of the code reads."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An intent, and how sure it is that the message has it, from 0 to 1.

    `explained` are the words of the message that belong to how the intent is asked.
    """

    intent: str
    confidence: float
    explained: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """The candidates, best first, and the parts of the first one's confidence.

    `decision` is how far the message is on the intent's side of the border (about -1
    to 1), `near` how alike the intent's nearest examples are (0 to 1), `coverage` the
    share of the message's words that any example has (0 to 1).
    """

    candidates: tuple[Candidate, ...]
    decision: float
    near: float
    coverage: float


class RelationClassifier:
    """A linear classifier over n-grams that notices when a message is strange to it."""

    def __init__(self, examples: Sequence[tuple[str, str]], weights: Weights) -> None:
        """Use `fit` or `load`; `examples` are sorted pairs of an intent and a text."""
        self._examples = examples
        self._weights = weights  # a row for each feature, and a last one for the bias
        self._features = Features([text for _, text in examples])
        self._intents: list[str] = []
        self._rows = []
        first = 0
        for intent, group in groupby(examples, key=lambda example: example[0]):
            last = first + sum(1 for _ in group)
            self._intents.append(intent)
            self._rows.append(_rows(self._features.rows, first, last))
            first = last
        if weights.shape != (len(self._features) + 1, len(self._intents)):
            raise ModelFormatError(
                "the weights don't belong to the examples; train the model again"
            )

    @classmethod
    def fit(cls, texts: Sequence[str], labels: Sequence[str]) -> RelationClassifier:
        """Learn from `texts` and the intent of each; the order makes no difference."""
        # Masking makes many examples the same; one is enough to learn from.
        examples = sorted(set(zip(labels, texts, strict=True)))
        if len(set(labels)) < 2:
            raise ClassifierError(
                f"{len(set(labels))} intent(s) among {len(texts)} examples; "
                "give examples of at least two intents"
            )
        return cls(examples, _learn(examples))

    @property
    def intents(self) -> tuple[str, ...]:
        """Every intent that the examples have."""
        return tuple(self._intents)

    @property
    def examples(self) -> Sequence[tuple[str, str]]:
        """The examples as pairs of an intent and a text, sorted."""
        return self._examples

    def score(self, text: str) -> Score:
        """Rank the intents of `text`, and show what the confidence is made of."""
        columns, values = self._features.row(text)
        decisions = values @ self._weights[columns] + self._weights[-1]
        order = np.argsort(-decisions, kind="stable").tolist()
        near = self._nearness(order[0], columns, values)
        coverage = self._features.coverage(text)
        # How familiar the message is counts for every intent: the order stays.
        sure = _confidence(decisions + near + coverage).tolist()
        candidates = tuple(Candidate(self._intents[i], sure[i]) for i in order)
        return Score(candidates, float(decisions[order[0]]), near, coverage)

    def rank(self, text: str) -> tuple[Candidate, ...]:
        """Every intent with its confidence, best first."""
        return self.score(text).candidates

    def _nearness(self, intent: int, columns: Columns, values: Weights) -> float:
        """The mean cosine similarity of a message to an intent's nearest examples."""
        message = np.zeros(len(self._features), dtype=np.float32)
        message[columns] = values
        likeness = np.sort(self._rows[intent] @ message)
        return float(likeness[-NEIGHBOURS:].mean())

    def save(self, folder: Path) -> None:
        """Write the examples and the weights to `folder`, as JSON and plain numbers."""
        folder.mkdir(parents=True, exist_ok=True)
        saved = {"format": FORMAT, "examples": self._examples}
        text = json.dumps(saved, ensure_ascii=False)
        (folder / _TEXTS).write_text(text, encoding="utf-8")
        np.savez_compressed(folder / _WEIGHTS, weights=self._weights)

    @classmethod
    def load(cls, folder: Path) -> RelationClassifier:
        """Read what `save` wrote to `folder`."""
        path = folder / _TEXTS
        saved = json.loads(path.read_text(encoding="utf-8"))
        if saved.get("format") != FORMAT:
            raise ModelFormatError(
                f"{path}: this is format {saved.get('format')}, but format {FORMAT} "
                "is needed; train the model again"
            )
        with np.load(folder / _WEIGHTS, allow_pickle=False) as arrays:
            weights = arrays["weights"]
        return cls([(intent, text) for intent, text in saved["examples"]], weights)


def _rows(matrix: csr_matrix, first: int, last: int) -> csr_matrix:
    """Some rows of `matrix`, which share its memory: a slice would copy them."""
    ends = matrix.indptr[first : last + 1]
    held = slice(ends[0], ends[-1])
    parts = (matrix.data[held], matrix.indices[held], ends - ends[0])
    return csr_matrix(parts, shape=(last - first, matrix.shape[1]), copy=False)


def _learn(examples: Sequence[tuple[str, str]]) -> Weights:
    # Needed only here: an assistant that runs a saved classifier starts faster.
    from sklearn.svm import LinearSVC

    texts = [text for _, text in examples]
    model = LinearSVC(C=PENALTY, random_state=0)
    model.fit(Features(texts).rows, [intent for intent, _ in examples])
    weights = np.vstack([model.coef_.T, model.intercept_])
    if weights.shape[1] == 1:  # of two intents, only the second gets weights
        weights = np.hstack([-weights, weights])
    # Two decimals cost no accuracy, and the file is a third as large.
    return np.asarray(weights.round(2), dtype=np.float32)


def _confidence(parts: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    confidence: npt.NDArray[np.float32] = 1 / (1 + np.exp(STEEPNESS * (MIDDLE - parts)))
    return confidence
