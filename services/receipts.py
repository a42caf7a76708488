"""Who has got a notice and not pressed *received* is asked again: by an organizer's press, or once by itself."""

from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row

from domain.actor import Permission, require
from domain.ids import BroadcastId, ConferenceId, NoticeId
from domain.refusal import Refusal
from domain.reminders import Quiet
from domain.views import Reply
from services.audiences import find
from services.desk import SYSTEM, Work
from services.notifying import Notice, notify_selected
from services.views.receipts import ReceiptChasePreview, ReceiptChaseSent, ReceiptWanted
from storage import programmes, receipts


async def preview(work: Work, key: BroadcastId) -> Reply:
    """How many are silent about a broadcast, and what they would read."""
    require(work.actor, Permission.BROADCAST)
    found = await find(work, key)
    if found.notice is None or not found.content.receipt:
        raise Refusal("broadcast_without_receipt")
    silent = await receipts.silent(work.connection, found.notice)
    if not silent:
        raise Refusal("nobody_silent_here")
    view = ReceiptChasePreview(broadcast=key, silent=silent, wanted=_wanted(found.notice, found.content.text))
    return Reply(it=view)


async def chase(work: Work, key: BroadcastId, seen: int) -> Reply:
    """Ask those who are silent, if they are still as many as the preview said."""
    shown = await preview(work, key)
    if shown.it.silent != seen:
        return Reply(it=shown.it, edit=True, toast="broadcast_changed")
    found = await find(work, key)
    assert found.notice is not None
    # Two organizers who press within an hour are one chase.
    dedup = f"receipts:{found.notice}:{work.now:%Y-%m-%dT%H}"
    notice = Notice(kind="receipt", it=shown.it.wanted, dedup=dedup, subject="notice", subject_id=found.notice)
    sent = await notify_selected(work, notice, receipts.unacknowledged(found.notice))
    if sent is None:
        raise Refusal("chased_just_now")
    await work.note("receipts_chased", "broadcast", key, count=seen)
    return Reply(it=ReceiptChaseSent(people=seen), edit=True)


def _wanted(notice: NoticeId, text: str) -> ReceiptWanted:
    return ReceiptWanted(notice=notice, begins=text[:120])


async def tick(work: Work) -> int:
    """Ask once about every notice whose time for that has come; how many notices."""
    count = 0
    for row in await receipts.to_chase(work.connection, work.now):
        mine = replace(work, actor=replace(SYSTEM, conference=ConferenceId(row.conference_id)))
        await _chase_by_itself(mine, row)
        work.notified = work.notified or mine.notified
        count += 1
    return count


async def _chase_by_itself(work: Work, row: Row[Any]) -> None:
    key = NoticeId(row.id)
    await receipts.chased(work.connection, key)
    silent = await receipts.silent(work.connection, key)
    if silent and await ask(work, key, row.kind, f"receipts:{key}"):
        await work.note("receipts_chased", "notice", key, count=silent)


async def ask(work: Work, key: NoticeId, about: str, dedup: str) -> bool:
    """Ask those who are silent about a notice that is no broadcast; False where it has been done just now."""
    conference = await programmes.conference(work.connection, work.conference)
    if conference is None:
        return False
    quiet = Quiet(work.settings.quiet_from, work.settings.quiet_until, ZoneInfo(conference.timezone))
    notice = Notice(
        kind="receipt",
        it=ReceiptWanted(notice=key, about=about, conference=conference.title),
        dedup=dedup,
        subject="notice",
        subject_id=key,
        due_at=quiet.send_at(work.now, None),
    )
    return await notify_selected(work, notice, receipts.unacknowledged(key)) is not None
