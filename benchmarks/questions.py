"""What the bots are asked, and what a right answer holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("questions.yml")


@dataclass(frozen=True)
class Question:
    """A question with the words that its answer must hold."""

    text: str
    expected: str
    intent: str

    def is_right(self, answer: str) -> bool:
        """Whether `answer` holds what it must, in capitals or not."""
        return self.expected.casefold() in answer.casefold()

    def by_intent(self) -> Question:
        """The same for a bot that has no facts and says which intent it understood."""
        return replace(self, expected=f"({self.intent})")


def load_questions(file: Path = FILE) -> tuple[Question, ...]:
    """The questions of `file`, in its order."""
    entries = yaml.safe_load(file.read_text(encoding="utf-8"))
    return tuple(Question(**entry) for entry in entries)
