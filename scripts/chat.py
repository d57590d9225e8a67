"""`make chat`: talk with the assistant in the terminal, until /stop or Ctrl-D."""

from __future__ import annotations

import sys
import uuid
from collections.abc import Sequence

from scripts.assistant import CannotStart
from scripts.child import ChildDied
from scripts.client import AssistantSilent, Message, ask, render
from scripts.ports import PortError
from scripts.reach import reach_assistant

STOP = "/stop"


def main() -> int:
    try:
        import readline  # noqa: F401  # the arrow keys then work in input()
    except ImportError:
        pass  # some builds of Python lack it
    try:
        with reach_assistant() as port:
            print(f"Ask something. A number chooses a button; {STOP} or Ctrl-D ends.")
            talk(port)
    except (EOFError, KeyboardInterrupt):
        print()
    except (AssistantSilent, CannotStart, ChildDied, PortError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def talk(port: int) -> None:
    sender = uuid.uuid4().hex
    answer: tuple[Message, ...] = ()
    while (said := input("> ").strip()) != STOP:
        if not said:
            continue
        answer = ask(chosen(said, answer), port=port, sender=sender)
        print(render(answer) or "(no answer)")


def chosen(said: str, answer: Sequence[Message]) -> str:
    """What to send: the payload of a button that is chosen by number, or the text."""
    buttons = [button for message in answer for button in message.buttons]
    if said.isdecimal() and 0 < int(said) <= len(buttons):
        return buttons[int(said) - 1].payload
    return said


if __name__ == "__main__":
    sys.exit(main())
