"""What went out by itself: what became of each round of reminders and each notice of a change, and what to do now."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from domain.actor import Permission, require
from domain.ids import NoticeId
from domain.refusal import Refusal
from domain.views import Reply
from services.calling import telephone_list
from services.desk import Work, local
from services.receipts import ask
from services.tasklists import conference_of
from services.views.rounds import RoundLine, RoundReport, Rounds
from storage import notices, receipts

KINDS = ("reminder", "change")
SHOWN = 8


async def rounds(work: Work) -> Reply:
    """The newest of them, each with how many have got it."""
    require(work.actor, Permission.BROADCAST)
    found = await notices.rounds(work.connection, work.conference, KINDS, SHOWN)
    lines = [(await _report(work, await _round(work, NoticeId(row.id)))).line for row in found]
    return Reply(it=Rounds(lines=tuple(lines)), edit=True)


async def show(work: Work, key: NoticeId) -> Reply:
    """One of them, per outcome."""
    return Reply(it=await _report(work, await _round(work, key)), edit=True)


async def resend(work: Work, key: NoticeId, state: str) -> Reply:
    """Send again to those in whose case it failed, or is uncertain: the latter marked as a repetition."""
    for row in await _round(work, key):
        await notices.send_again(work.connection, NoticeId(row.id), [state], work.now)
    work.notified = True
    await work.note(f"{state}_resent", "notice", key)
    return await show(work, key)


async def chase(work: Work, key: NoticeId, seen: int) -> Reply:
    """Ask those who have not pressed *received*, if they are still as many as were shown."""
    (first, *_) = await _round(work, key)
    if not first.wants_receipt or await receipts.silent(work.connection, key) != seen:
        return await show(work, key)
    if not await ask(work, key, first.kind, f"receipts:{key}:{work.now:%Y-%m-%dT%H}"):
        raise Refusal("chased_just_now")
    await receipts.chased(work.connection, key)
    await work.note("receipts_chased", "notice", key, count=seen)
    return Reply(it=(await show(work, key)).it, edit=True, toast="round_chased")


async def unreached(work: Work, key: NoticeId) -> Reply:
    """The telephone list of one of them, as a message and as a sheet."""
    some = await _round(work, key)
    return await telephone_list(work, key, await notices.missed(work.connection, [NoticeId(row.id) for row in some]))


async def _round(work: Work, key: NoticeId) -> Sequence[Row[Any]]:
    require(work.actor, Permission.BROADCAST)
    found = await notices.of_round(work.connection, work.conference, key)
    if not found or found[0].id != key or found[0].kind not in KINDS:
        raise Refusal("round_unknown")
    return found


async def _report(work: Work, some: Sequence[Row[Any]]) -> RoundReport:
    first = some[0]
    rows = await notices.outcomes(work.connection, [NoticeId(row.id) for row in some])

    def count(*states: str, why: str | None = None) -> int:
        return sum(number for _, state, reason, number, _ in rows if state in states and why in (None, reason))

    zone = (await conference_of(work)).timezone
    lines = first.data.get("lines") or [{}]
    line = RoundLine(
        id=first.id,
        kind=first.kind,
        at=local(first.created_at, zone),
        about=lines[0].get("title") or first.data.get("conference", ""),
        sent=count("sent"),
        total=sum(number for _, _, _, number, _ in rows),
    )
    return RoundReport(
        line=line,
        waiting=count("waiting", "sending"),
        not_linked=count("unreachable", why="not_linked"),
        blocked=count("unreachable") - count("unreachable", why="not_linked"),
        failed=count("failed"),
        uncertain=count("uncertain"),
        dropped=count("cancelled", "superseded"),
        acknowledged=sum(pressed for *_, pressed in rows) if first.wants_receipt else None,
        useful=any(row.useful_until is None or row.useful_until > work.now for row in some),
    )
