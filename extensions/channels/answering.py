"""Have Rasa answer a message of a channel, and tell it line by line."""

from __future__ import annotations

import asyncio
import logging
import secrets
from asyncio import Queue, Task
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Any

from rasa.core.channels.channel import OutputChannel, UserMessage

from extensions.web.history import told
from partners.language import load_language_reader
from partners.phrases import Phrases

logger = logging.getLogger(__name__)

Line = dict[str, Any]
Handle = Callable[[UserMessage], Awaitable[Any]]
Apologise = Callable[[str], str]
_END = None


def apology_for(text: str, responses: Mapping[str, Any]) -> Apologise:
    """What tells the failure to answer `text`, with its id, in the language of `text`.

    The language is looked for only then.
    """

    def apologise(failure: str) -> str:
        phrases = Phrases(responses, load_language_reader().language(text))
        return phrases.fill("utter_failure", id=failure)

    return apologise


class LinesOutput(OutputChannel):
    """Put every reply into a queue as a line: whole, with its buttons and its source.

    Rasa's own `QueueOutputChannel` cuts a text at empty lines and knows no source.
    What has no line, such as an image, the base class turns into text.
    """

    def __init__(self, channel: str, lines: Queue[Line | None]) -> None:
        self._channel = channel
        self._lines = lines
        self.has_replied = False

    def name(self) -> str:
        """The channel by which Rasa chooses a response; it asks the object."""
        return self._channel

    async def send_text_message(
        self, recipient_id: str, text: str, **kwargs: Any
    ) -> None:
        """A reply without buttons; what else its event holds comes as `kwargs`."""
        self._put(text, [], kwargs)

    async def send_text_with_buttons(
        self, recipient_id: str, text: str, buttons: list[dict[str, Any]], **kwargs: Any
    ) -> None:
        """A reply with buttons."""
        self._put(text, buttons, kwargs)

    def _put(self, text: str, buttons: list[dict[str, Any]], held: Line) -> None:
        self.has_replied = True
        self._lines.put_nowait({"type": "answer", **told(text, buttons, held)})


class Answering:
    """Answer messages, each within a time, and never with silence.

    The time is that of waiting: for a lock, a database, an action server.  Whoever only
    computes, as our own actions do, is not stopped half-way.
    """

    def __init__(self, handle: Handle, seconds: float, channel: str) -> None:
        self._handle = handle
        self._channel = channel
        self._seconds = seconds
        self._running: set[Task[None]] = set()

    async def lines(
        self, text: str, conversation: str, apologise: Apologise
    ) -> AsyncIterator[Line]:
        """The lines of the answer, as they come, and `done` at last.

        The answer goes on when a visitor leaves the page, which is where the stream
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
        output = LinesOutput(self._channel, lines)
        message = UserMessage(text, output, conversation, input_channel=self._channel)
        try:
            failure = await self._failure(message, output)
            if failure is not None:
                apology = {"text": apologise(failure), "id": failure}
                lines.put_nowait({"type": "error", **apology})
        finally:
            lines.put_nowait(_END)  # whatever happens: the visitor waits for it

    async def _failure(self, message: UserMessage, output: LinesOutput) -> str | None:
        """None, or the id of a failure by which it is found in the log."""
        failure = secrets.token_hex(4)
        try:
            await asyncio.wait_for(self._handle(message), self._seconds)
        except asyncio.TimeoutError:
            what = f"no answer within {self._seconds:g} s"
            logger.error("%s: %s (id %s)", message.sender_id, what, failure)
        except Exception:
            # Whatever it is, the visitor gets an apology and we get the traceback.
            logger.exception("%s: an error (id %s)", message.sender_id, failure)
        else:
            if output.has_replied:
                return None
            # Rasa logs an error in an action, and goes on as if it had answered.
            logger.error("%s: no reply (id %s)", message.sender_id, failure)
        return failure
