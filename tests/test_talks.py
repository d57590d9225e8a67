"""Hold every conversation of tests/questions through the running server.

As in test_questions.py: one readable line for each answer that is not right, in
results/talks-<split>.txt too; the build fails below the gate.
"""

from __future__ import annotations

import pytest

from scripts.assistant import Assistant
from tests.asking import Case, KindReader, judge, load_conversations
from tests.gates import Gate, report

# The share of conversations in which every turn is right: what is reached, less what
# the choice among variants of a wording moves it.  The bar is 0.95 for held.
# So many answers with a wrong fact may remain; the bar is none.
# `fresh` are conversations of authors who saw neither code nor data; the other half of
# each of their sets is in `held`, which stood at 0.914 of 152 before the first of them,
# and at 0.80 of 270 before those who wrote the hardest: of 100 of the last such, 0.52
# were right when they were counted, with 13 wrong facts.
GATES = {
    "dev": Gate(0.95, wrong_facts=4, least=540),
    "held": Gate(0.785, wrong_facts=18, least=490),
    "fresh": Gate(0.80, wrong_facts=20, least=970),
    "swedish/dev": Gate(0.55, wrong_facts=3, least=20),
    "swedish/held": Gate(0.78, wrong_facts=5, least=245),
    "swedish/fresh": Gate(0.82, wrong_facts=11, least=500),
}


@pytest.mark.slow
@pytest.mark.parametrize("split", sorted(GATES))
def test_conversations_are_right(split: str, assistant: Assistant) -> None:
    talks = load_conversations(split)
    GATES[split].check_size(split, len(talks))
    reader = KindReader.from_files()
    wrong: dict[str, bool] = {}
    failed = 0
    for number, turns in enumerate(talks):
        found = hold(assistant, turns, f"talk-{split}-{number}", reader)
        wrong |= found
        failed += bool(found)
    name = f"talks-{split.replace('/', '-')}"
    GATES[split].hold(name, len(talks), failed, wrong)


def hold(
    assistant: Assistant, turns: list[Case], sender: str, reader: KindReader
) -> dict[str, bool]:
    """A line for each turn that is not right, with whether it tells a wrong fact."""
    wrong = {}
    for number, turn in enumerate(turns, start=1):
        texts = [message.text for message in assistant.ask(turn.ask, sender=sender)]
        verdict = judge(turn, texts, reader)
        if verdict.problems:
            line = f"{sender}, turn {number}, {report(turn, verdict, texts)}"
            wrong[line] = verdict.wrong_fact
    return wrong
