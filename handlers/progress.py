"""Long jobs: one message that tells how far it is, edited in place."""

from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import timedelta

from domain.views import Reply
from handlers.call import Call, Message
from handlers.notsaid import NotSaid
from templates import render

EDIT_EVERY = timedelta(seconds=3)
"""Telegram bears no more edits of one message."""
BEGIN_AFTER = timedelta(seconds=1)


async def told_of(call: Call, job: AsyncIterator[Reply]) -> Reply:
    """Show how far a job is in one message, not more often than is good, and hand back its last reply to be said.

    A job of a moment shows nothing. Where the message does not get through, the job goes on all the same.
    """
    shown = call.desk.now()
    message: int | None = None
    reply = await anext(job)
    async for following in job:
        due = call.desk.now() - shown >= (BEGIN_AFTER if message is None else EDIT_EVERY)
        if due or (message is not None and following.files):
            shown = call.desk.now()
            with suppress(NotSaid):
                message = await _show(call, message, reply)
        reply = following
    return reply


async def _show(call: Call, message: int | None, reply: Reply) -> int | None:
    said = Message(text=render.text(reply.it, call.actor.language))
    if message is None:
        return await call.channel.say(call.chat, said)
    await call.channel.edit(call.chat, message, said)
    return message
