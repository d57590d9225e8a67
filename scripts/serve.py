"""`make run`: start the assistant, say where to ask, and stop all of it on Ctrl-C."""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import NoReturn

from scripts.assistant import CREDENTIALS, FIRST_QUESTION, Assistant, CannotStart
from scripts.child import ChildDied
from scripts.client import has_page, page, webhook
from scripts.ports import PortError, Ports

# Ctrl-C, a supervisor's stop, a closed terminal.
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def main() -> int:
    return serve_until_stopped(CREDENTIALS)


def serve_until_stopped(credentials: Path) -> int:
    """Serve the channels of `credentials`; the exit status is for the shell."""
    for number in STOP_SIGNALS:
        signal.signal(number, _interrupt)
    try:
        serve(Ports.from_environ(os.environ), credentials)
    except KeyboardInterrupt:
        print("Stopped.")
        return 0
    except (CannotStart, ChildDied, PortError) as error:
        print(error, file=sys.stderr)
        return 1


def serve(ports: Ports, credentials: Path) -> NoReturn:
    with Assistant(ports, credentials=credentials) as assistant:
        print(ready_line(ports, has_page(ports.rasa)), flush=True)
        assistant.watch()


def ready_line(ports: Ports, with_page: bool) -> str:
    body = json.dumps({"sender": "me", "message": FIRST_QUESTION})
    ask = f"curl -s {webhook(ports.rasa)} -d '{body}'"
    if with_page:
        return f"{page(ports.rasa)} is ready, Ctrl-C stops it. Or ask: {ask}"
    return f"Ready, Ctrl-C stops it. Ask: {ask}"


def _interrupt(number: int, frame: FrameType | None) -> NoReturn:
    # Once: a second signal may not cut off the stopping.
    for each in STOP_SIGNALS:
        signal.signal(each, signal.SIG_IGN)
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
