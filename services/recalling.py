"""A broadcast that is out is taken back (within 48 hours) or corrected in place, message by message."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from domain.broadcasts import CAPTION, length
from domain.ids import BroadcastId
from domain.refusal import Refusal
from domain.views import Reply
from services import flows
from services.audiences import find
from services.broadcasting import read_text
from services.desk import Work
from services.flows import Flow, Step, register
from services.launching import message_of
from services.notifying import Notice, Urgency, Way, notify_again
from services.views.corrections import CorrectionPreview, CorrectionSent, RecallAsked, RecallSent
from storage import broadcasts, notices
from storage.broadcasts import Broadcast
from storage.codec import to_json

RECALLABLE = timedelta(hours=48)
"""Telegram lets a bot take a message away for so long (deleteMessages)."""


async def _out(work: Work, key: BroadcastId) -> Broadcast:
    found = await find(work, key)
    if found.notice is None or found.state not in ("running", "stopped", "done"):
        raise Refusal("broadcast_not_out")
    return found


async def ask_recall(work: Work, key: BroadcastId) -> Reply:
    """How many messages would be taken back, and for how many it is too late."""
    found = await _out(work, key)
    assert found.notice is not None
    every = await notices.arrived(work.connection, found.notice, None)
    young = await notices.arrived(work.connection, found.notice, work.now - RECALLABLE)
    waiting = (await notices.tally(work.connection, found.notice)).get("waiting", 0)
    view = RecallAsked(id=key, people=len(young), too_late=len(every) - len(young), waiting=waiting)
    return Reply(it=view)


async def recall(work: Work, key: BroadcastId, seen: int) -> Reply:
    """Take it back from those who have it, and keep it from those who do not."""
    found = await _out(work, key)
    assert found.notice is not None
    young = await notices.arrived(work.connection, found.notice, work.now - RECALLABLE)
    if len(young) != seen and found.state != "running":
        return replace(await ask_recall(work, key), edit=True, toast="broadcast_changed")
    stopped = await notices.withdraw(work.connection, found.notice, work.now, reason="recalled")
    young = await notices.arrived(work.connection, found.notice, work.now - RECALLABLE)  # none of them waits any more
    notice = Notice(
        kind="recall",
        it=message_of(found.content),
        urgency=Urgency.URGENT,
        dedup=f"recall:{key}",
        subject="notice",
        subject_id=found.notice,
        way=Way.DELETE,
    )
    await notify_again(work, notice, young)
    await broadcasts.change(work.connection, key, state="recalled")
    await work.note("broadcast_recalled", "broadcast", key, people=len(young), stopped=stopped)
    return Reply(it=RecallSent(id=key, people=len(young), stopped=stopped), edit=True)


async def ask_correction(work: Work, key: BroadcastId) -> Reply:
    """Begin to enter the right words."""
    found = await _out(work, key)
    if found.content.copy_of is not None:
        raise Refusal("broadcast_copy_stays")
    return await flows.begin(work, "broadcast_correction", broadcast=key)


async def _typed(work: Work, data: dict[str, Any]) -> Reply:
    found = await _out(work, BroadcastId(data["broadcast"]))
    text = data["text"]
    # A short text is the caption of its file and has to stay one.
    if found.content.file is not None and length(found.content.text) <= CAPTION < length(text):
        raise Refusal("broadcast_too_long", most=CAPTION, length=length(text))
    await broadcasts.change(work.connection, found.id, content=replace(found.content, correction=text))
    return Reply(it=await _preview(work, await find(work, found.id)))


async def _preview(work: Work, found: Broadcast) -> CorrectionPreview:
    assert found.notice is not None and found.content.correction is not None
    people = len(await notices.arrived(work.connection, found.notice, None))
    message = replace(message_of(found.content), text=found.content.correction)
    return CorrectionPreview(id=found.id, revision=found.revision, message=message, people=people)


async def correct(work: Work, key: BroadcastId, revision: int) -> Reply:
    """Replace the words of every message that is out, and of those still to be sent."""
    found = await _out(work, key)
    assert found.notice is not None
    if found.content.correction is None:
        raise Refusal("stale_button")
    if found.revision != revision:
        return Reply(it=await _preview(work, found), edit=True, toast="broadcast_changed")
    content = replace(found.content, text=found.content.correction, correction=None)
    await notices.rewrite(work.connection, found.notice, to_json(message_of(content)))
    sent = await notices.arrived(work.connection, found.notice, None)
    notice = Notice(
        kind="correction",
        it=message_of(content),
        urgency=Urgency.NOTICE,
        dedup=f"correction:{key}:{revision}",
        subject="notice",
        subject_id=found.notice,
        wants_receipt=content.receipt,
        way=Way.EDIT,
    )
    await notify_again(work, notice, sent)
    await broadcasts.change(work.connection, key, content=content)
    await work.note("broadcast_corrected", "broadcast", key, people=len(sent))
    return Reply(it=CorrectionSent(id=key, people=len(sent)), edit=True)


register(Flow("broadcast_correction", (Step("text", read_text),), finish=_typed))
