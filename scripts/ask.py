"""`make ask Q="who funds CAMP"`: print the answer to one question."""

from __future__ import annotations

import os
import sys
import uuid

from scripts.assistant import CannotStart
from scripts.child import ChildDied
from scripts.client import AssistantSilent, ask, render
from scripts.ports import PortError
from scripts.reach import reach_assistant


def main() -> int:
    # From the environment: quotes and dollars of a question would upset make's shell.
    question = os.environ.get("QUESTION") or " ".join(sys.argv[1:])
    if not question.strip():
        print('No question: make ask Q="who funds CAMP"', file=sys.stderr)
        return 1
    try:
        with reach_assistant() as port:
            answer = render(ask(question, port=port, sender=uuid.uuid4().hex))
    except (AssistantSilent, CannotStart, ChildDied, PortError) as error:
        print(error, file=sys.stderr)
        return 1
    print(answer or "The assistant gave no answer: see the logs of `make run`.")
    return 0 if answer else 1


if __name__ == "__main__":
    sys.exit(main())
