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
# Of dev, 3,279 older questions stood at 0.944 when 1,090 were added that nobody had
# tuned to, at 0.85: only then was its gate set anew.  `fresh` are later ones of authors
# who saw neither code nor data, kept apart for that.
GATES = {
    "dev": Gate(0.92, wrong_facts=25),
    "held": Gate(0.89, wrong_facts=11),
    "fresh": Gate(0.86, wrong_facts=9),
    "swedish/dev": Gate(0.88, wrong_facts=3),
    "swedish/held": Gate(0.85, wrong_facts=3),
    "swedish/fresh": Gate(0.86, wrong_facts=8),
}
# So many questions are there at least: a folder that moved must not pass.
LEAST = dict.fromkeys(GATES, 100) | {"dev": 600, "held": 600}


@pytest.mark.slow
@pytest.mark.parametrize("split", sorted(GATES))
def test_answers_are_right(split: str, assistant: Assistant) -> None:
    cases = load_cases(split)
    least = LEAST[split]
    assert len(cases) > least, f"only {len(cases)} questions collected in {split}"
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
