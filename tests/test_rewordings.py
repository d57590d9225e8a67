"""Ask right questions again in a frame that changes nothing: as right they must stay.

A frame is what people say around a question, or how they type it.  None of these is
written into the training data, and the questions are those of `dev` and `fresh`.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache

import pytest

from scripts.assistant import Assistant
from tests.asking import Case, KindReader, Verdict, judge, load_cases
from tests.gates import Gate, report

# Drawn with this seed from all that are right as they stand.
_SEED, _QUESTIONS = 20261201, 120
_WORD = re.compile(r"(?<![\w'’])[a-z]{6,}(?![\w'’])")


def _swap(question: str) -> str:
    """`question` with two letters of its longest word in lower case swapped."""
    words = sorted(_WORD.finditer(question), key=lambda found: len(found.group()))
    if not words:
        return question
    at = words[-1].start() + 2
    return question[:at] + question[at + 1] + question[at] + question[at + 2 :]


FRAMES: dict[str, Callable[[str], str]] = {
    "greeted": lambda asked: f"Good morning! {asked}",
    "thanked": lambda asked: f"{asked} Thanks for your help!",
    "softened": lambda asked: f"Hello, just out of curiosity: {asked}",
    "attributed": lambda asked: f"According to the website, {asked}",
    "hurried": lambda asked: f"{asked} - short answer, asap",
    "doubled": lambda asked: asked.replace(" ", "  "),
    "excited": lambda asked: f"{asked.rstrip('?.! ')}?!?",
    "introduced": lambda asked: f"I'm a nurse at a school. {asked}",
    "told": lambda asked: f"ok so tell me: {asked}",
    "mistyped": _swap,
    "small": str.lower,
}
# The share of right answers that stay right; what it may cost to be mistyped is more,
# since a word may become another, and capitals tell some names from words.
GATES = {
    **{name: Gate(0.97, wrong_facts=1, least=_QUESTIONS) for name in FRAMES},
    "mistyped": Gate(0.90, wrong_facts=2, least=_QUESTIONS),
    "small": Gate(0.94, wrong_facts=2, least=_QUESTIONS),
}


@pytest.fixture(scope="module")
def right(assistant: Assistant) -> tuple[Case, ...]:
    """Questions that are answered right as they stand."""
    cases = [*load_cases("dev"), *load_cases("fresh")]
    random.Random(_SEED).shuffle(cases)
    found: list[Case] = []
    for number, case in enumerate(cases):
        verdict, _ = _ask(assistant, case, case.ask, f"plain-{number}")
        if not verdict.problems:
            found.append(case)
        if len(found) == _QUESTIONS:
            break
    return tuple(found)


@pytest.mark.slow
@pytest.mark.parametrize("frame", sorted(FRAMES))
def test_the_frame_changes_no_answer(
    frame: str, assistant: Assistant, right: tuple[Case, ...]
) -> None:
    GATES[frame].check_size(frame, len(right))
    wrong: dict[str, bool] = {}
    for number, case in enumerate(right):
        asked = FRAMES[frame](case.ask)
        verdict, texts = _ask(assistant, case, asked, f"{frame}-{number}")
        if verdict.problems:
            wrong[f"{number} {asked} {report(case, verdict, texts)}"] = (
                verdict.wrong_fact
            )
    GATES[frame].hold(f"rewordings-{frame}", len(right), len(wrong), wrong)


def _ask(
    assistant: Assistant, case: Case, asked: str, sender: str
) -> tuple[Verdict, list[str]]:
    texts = [message.text for message in assistant.ask(asked, sender=sender)]
    return judge(case, texts, _kinds()), texts


@cache
def _kinds() -> KindReader:
    return KindReader.from_files()
