"""Answer what was asked: once, in order, and where it was asked."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Protocol

from extensions.slack.asked import Asked
from extensions.slack.blocks import Reply, chosen, messages
from extensions.slack.deduplication import Claims
from extensions.slack.delivery import Delivery
from extensions.slack.home import home_view
from extensions.slack.queues import Queues
from extensions.slack.texts import Texts

# Answers that are computed at once.  That is done on the event loop, in steps of some
# milliseconds: with hundreds at once, the next request would wait for a step of each,
# and Slack for its acknowledgement.  Posting them only waits, and is not limited.
MOST_AT_ONCE = 2


class Assistant(Protocol):
    """What this needs of Rasa."""

    @property
    def claims(self) -> Claims:
        """What all workers have claimed."""

    async def knows(self, conversation: str) -> bool:
        """Whether there is such a conversation."""

    async def replies(self, text: str, conversation: str) -> Sequence[Reply]:
        """What is answered to `text`; an apology where that fails."""


class Conversing:
    """Take questions at once, answer them later."""

    def __init__(self, assistant: Assistant, delivery: Delivery, texts: Texts) -> None:
        self._assistant = assistant
        self._delivery = delivery
        self._texts = texts
        self._queues = Queues()
        self._free = asyncio.Semaphore(MOST_AT_ONCE)

    def take(self, asked: Asked) -> None:
        """Have it answered after what was asked before in its conversation."""
        self._queues.put(asked.conversation, lambda: self._answer(asked))

    def show_home(self, user: str) -> None:
        """Show `user` the app's home."""
        view = home_view(self._texts.home)
        self._queues.put(f"home {user}", lambda: self._delivery.publish(user, view))

    async def finish(self, seconds: float) -> None:
        """Answer what was taken, if that is possible within so many seconds."""
        await self._queues.finish(seconds)

    async def _answer(self, asked: Asked) -> None:
        if not asked.is_new and not await self._assistant.knows(asked.conversation):
            return  # people talk in a thread that we have no part in
        if not await self._assistant.claims.claim(asked.keys):
            return
        await self._show_choice(asked)
        question = asked.text or self._texts.call
        async with self._free:
            replies = await self._assistant.replies(question, asked.conversation)
        note = self._texts.asked.format(question=question)
        shown = messages(replies, note if asked.shows_question else None)
        replaces = asked.click is not None and asked.click.is_private
        await self._delivery.send(asked.place, shown, replaces)

    async def _show_choice(self, asked: Asked) -> None:
        """Put the choice in the place of the buttons, of which one was pressed."""
        click = asked.click
        if click is None or click.is_private:
            return  # Slack doesn't show us a private message: the answer replaces it
        note = self._texts.chosen.format(question=asked.text)
        message = chosen(click.blocks, click.text, note)
        if message is not None:
            await self._delivery.update(asked.place.channel, click.ts, message)
