"""Have Rasa answer a message of the web channel, and tell it line by line."""

from __future__ import annotations

import asyncio
import logging
import secrets
from asyncio import Queue, Task
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import OutputChannel, UserMessage

from extensions.web.history import told
from extensions.web.settings import CHANNEL

logger = logging.getLogger(__name__)

Line = dict[str, Any]
Handle = Callable[[UserMessage], Awaitable[Any]]
Apologise = Callable[[str], str]
_END = None


class LinesOutput(OutputChannel):
    """Put every reply into a queue as a line: whole, with its buttons and its source.

    Rasa's own `QueueOutputChannel` cuts a text at empty lines and knows no source.
    What has no line, such as an image, the base class turns into text.
    """

    def __init__(self, lines: Queue[Line | None]) -> None:
        self._lines = lines
        self.has_replied = False

    @classmethod
    def name(cls) -> str:
        """The channel by which Rasa chooses a response."""
        return CHANNEL

    async def send_text_message(
        self, recipient_id: str, text: str, **kwargs: Any
    ) -> None:
        """A reply without buttons."""
        await self.send_text_with_buttons(recipient_id, text, [], **kwargs)

    async def send_text_with_buttons(
        self, recipient_id: str, text: str, buttons: list[dict[str, Any]], **kwargs: Any
    ) -> None:
        """A reply; what else its event holds comes as `kwargs`."""
        self.has_replied = True
        self._lines.put_nowait({"type": "answer", **told(text, buttons, kwargs)})


class Answering:
    """Answer messages, each within a time, and never with silence."""

    def __init__(self, handle: Handle, seconds: float) -> None:
        self._handle = handle
        self._seconds = seconds
        self._running: set[Task[None]] = set()

    async def lines(
        self, text: str, conversation: str, apologise: Apologise
    ) -> AsyncIterator[Line]:
        """The lines of the answer, as they come, and `done` at last.

        The answer goes on when the visitor leaves the page, which is where the stream
        ends: the next page shows it from the stored conversation.
        """
        lines: Queue[Line | None] = Queue()
        task = asyncio.create_task(self._answer(text, conversation, apologise, lines))
        self._running.add(task)  # the event loop itself forgets a task that waits
        task.add_done_callback(self._running.discard)
        while (line := await lines.get()) is not _END:
            yield line
        yield {"type": "done"}

    async def _answer(
        self,
        text: str,
        conversation: str,
        apologise: Apologise,
        lines: Queue[Line | None],
    ) -> None:
        output = LinesOutput(lines)
        message = UserMessage(text, output, conversation, input_channel=CHANNEL)
        failure = secrets.token_hex(4)
        what = None
        try:
            await asyncio.wait_for(self._handle(message), self._seconds)
            if not output.has_replied:
                # Rasa logs an error in an action, and goes on as if it had answered.
                what = "no reply was made"
        except asyncio.TimeoutError:
            what = f"no answer within {self._seconds:g} s"
        except Exception:
            # Whatever it is, the visitor gets an apology and we get the traceback.
            logger.exception("The error of id %s", failure)
            what = "an error"
        finally:
            if what is not None:
                logger.error("%s: %s, told as id %s", conversation, what, failure)
                told_failure = {"text": apologise(failure), "id": failure}
                lines.put_nowait({"type": "error", **told_failure})
            lines.put_nowait(_END)
