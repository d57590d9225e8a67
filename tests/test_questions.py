"""Ask every question of tests/questions through the running server.

One readable line for each answer that is not right, in results/questions-<split>.txt
too; the build fails below the gate.
"""

from __future__ import annotations

import pytest

from scripts.assistant import Assistant
from tests.asking import KindReader, judge, load_cases
from tests.gates import Gate, report

# The share of right answers: what is reached, less what the choice among variants of a
# wording moves it.  To be raised, never lowered; the bar is 0.98 and 0.96.
# So many answers with a wrong fact may remain; the bar is none.
# `fresh` are of authors who saw neither code nor data, kept apart for that; of each of
# their sets one half was read once it was counted, and the other half went to `held`,
# which nobody reads: so held may fall when questions are added to it.
GATES = {
    "dev": Gate(0.94, wrong_facts=12, least=601),
    "held": Gate(0.93, wrong_facts=18, least=1360),
    "fresh": Gate(0.955, wrong_facts=9, least=1440),
    "swedish/dev": Gate(0.92, wrong_facts=2, least=101),
    "swedish/held": Gate(0.95, wrong_facts=6, least=640),
    "swedish/fresh": Gate(0.965, wrong_facts=5, least=890),
}


@pytest.mark.slow
@pytest.mark.parametrize("split", sorted(GATES))
def test_answers_are_right(split: str, assistant: Assistant) -> None:
    cases = load_cases(split)
    GATES[split].check_size(split, len(cases))
    reader = KindReader.from_files()
    wrong: dict[str, bool] = {}
    for number, case in enumerate(cases):
        answer = assistant.ask(case.ask, sender=f"{split}-{number}")
        texts = [message.text for message in answer]
        verdict = judge(case, texts, reader)
        if verdict.problems:
            wrong[f"{number} {report(case, verdict, texts)}"] = verdict.wrong_fact
    name = f"questions-{split.replace('/', '-')}"
    GATES[split].hold(name, len(cases), len(wrong), wrong)
