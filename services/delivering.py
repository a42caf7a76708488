"""What people and organizers do about notices that are out: received, send again, leave it at that."""

from domain.actor import Permission, require
from domain.ids import NoticeId
from domain.refusal import Refusal
from domain.views import Reply, registered
from services.desk import Work
from services.views.notices import ReceiptNoted
from storage import notices, receipts
from storage.codec import from_json
from templates import render, split


async def acknowledge(work: Work, notice: NoticeId) -> Reply:
    """*Đã nhận*: noted once; the message stays as it was, without the button where it can be edited."""
    row = await receipts.acknowledge(work.connection, notice, work.actor.account, work.now)
    data = await notices.merged_data(work.connection, notice, work.actor.account)
    if row is None or data is None:
        raise Refusal("notice_unknown")
    view = view_of(row.view)
    it = None if view is None else from_json(data, view)
    if it is None or getattr(it, "copy_of", None) or split.length(render.text(it, work.actor.language)) > split.LIMIT:
        return Reply(it=ReceiptNoted(), toast="receipt_noted")
    return Reply(it=it, edit=True, toast="receipt_noted")


def view_of(path: str) -> type | None:
    """The view class that a stored notice names, or None where this version knows it no more."""
    return next((cls for cls, known in registered.items() if known == path), None)


async def resend_uncertain(work: Work, notice: NoticeId) -> int:
    """Send what may or may not have arrived once more, marked as a repetition. How many."""
    require(work.actor, Permission.BROADCAST)
    count = await notices.send_again(work.connection, notice, ["uncertain"], work.now)
    work.notified = True
    await work.note("uncertain_resent", "notice", notice, count=count)
    return count


async def skip_uncertain(work: Work, notice: NoticeId) -> int:
    """Leave what may or may not have arrived as it is. How many."""
    require(work.actor, Permission.BROADCAST)
    count = await notices.close_uncertain(work.connection, notice)
    await work.note("uncertain_skipped", "notice", notice, count=count)
    return count


async def resend_failed(work: Work, notice: NoticeId) -> int:
    """Try those again whom Telegram refused. How many."""
    require(work.actor, Permission.BROADCAST)
    count = await notices.send_again(work.connection, notice, ["failed", "unreachable"], work.now)
    work.notified = True
    await work.note("failed_resent", "notice", notice, count=count)
    return count
