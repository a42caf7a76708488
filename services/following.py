"""A broadcast that is out: its progress, its report per outcome, stopping and going on, trying again."""

from collections import Counter
from dataclasses import dataclass, replace

from domain.ids import BroadcastId, NoticeId
from domain.views import Reply
from services import delivering, launching, scheduling
from services.audiences import chosen, find, in_words
from services.desk import SYSTEM, Work
from services.notifying import Notice, notify
from services.views.broadcast_outcomes import BroadcastProgress, BroadcastReport, Redone
from storage import broadcasts, notices, people
from storage.broadcasts import Broadcast

_REASONS = frozenset({"never_started", "kicked", "no_rights", "chat_not_found", "migrated", "bad_request"})
_NOT_REDONE = ("blocked", "too_old", "uncertain", "refused")


async def progress_of(work: Work, found: Broadcast) -> BroadcastProgress:
    """How far a broadcast is."""
    tally = await notices.tally(work.connection, found.notice) if found.notice is not None else {}
    waiting = tally.get("waiting", 0) + tally.get("sending", 0)
    sent = tally.get("sent", 0)
    passed = 0.0 if found.confirmed_at is None else (work.now - found.confirmed_at).total_seconds()
    pace = sent / passed if sent >= 30 and passed >= 5 else work.settings.rate
    return BroadcastProgress(
        id=found.id,
        state=found.state,
        total=sum(number for state, number in tally.items() if state != "acknowledged"),
        sent=sent,
        failed=tally.get("failed", 0),
        unreached=tally.get("unreachable", 0),
        waiting=waiting + tally.get("cancelled", 0) * (found.state == "stopped"),
        uncertain=tally.get("uncertain", 0),
        seconds=max(1, round(waiting / pace)) if waiting and found.state == "running" else None,
    )


async def report(work: Work, found: Broadcast) -> BroadcastReport:
    """What became of a broadcast, per outcome."""
    rows = [] if found.notice is None else await broadcasts.outcomes(work.connection, found.notice)
    failures: dict[str, int] = {}
    for state, reason, number, _ in rows:
        if state == "failed":
            known = reason if reason in _REASONS else "other"
            failures[known] = failures.get(known, 0) + number
    not_linked = sum(number for state, reason, number, _ in rows if (state, reason) == ("unreachable", "not_linked"))
    sent = sum(number for state, _, number, _ in rows if state == "sent")
    redone = (
        []
        if found.notice is None
        else [await _redone(work, found.notice, kind, sent) for kind in ("correction", "recall")]
    )
    return BroadcastReport(
        id=found.id,
        begins=found.content.text[:80],
        audience=await in_words(work, found.audience),
        total=sum(number for _, _, number, _ in rows),
        sent=sent,
        not_linked=not_linked,
        blocked=sum(number for state, _, number, _ in rows if state == "unreachable") - not_linked,
        failures=tuple(sorted(failures.items())),
        uncertain=sum(number for state, _, number, _ in rows if state == "uncertain"),
        stopped=sum(
            number
            for state, why, number, _ in rows
            if state == "cancelled" and why in ("stopped", "too_late", "recalled")
        ),
        acknowledged=sum(pressed for *_, pressed in rows) if found.content.receipt else None,
        state=found.state,
        fixed=found.content.copy_of is not None,
        redone=tuple(each for each in redone if each is not None),
    )


async def _redone(work: Work, notice: NoticeId, kind: str, sent: int) -> Redone | None:
    """What became of the newest correction, or of the recall; what it did not try was too old."""
    again = await notices.about_notice(work.connection, notice, kind)
    if again is None:
        return None
    counts: Counter[str] = Counter()
    for _, state, reason, number, _ in await notices.outcomes(work.connection, [again]):
        counts[_fate(state, reason)] += number
    if kind == "recall":
        counts["too_old"] += max(0, sent - counts.total())
    failures = tuple((why, counts[why]) for why in _NOT_REDONE if counts[why])
    return Redone(kind=kind, done=counts["sent"], waiting=counts["waiting"], failures=failures)


def _fate(state: str, reason: str | None) -> str:
    match state:
        case "sent":
            return "sent"
        case "waiting" | "sending":
            return "waiting"
        case "unreachable":
            return "blocked"
        case "uncertain":
            return "uncertain"
        case _:
            return "uncertain" if reason == "uncertain" else "refused"


async def show(work: Work, key: BroadcastId) -> Reply:
    """How a broadcast stands: its progress while it goes out, its report afterwards."""
    found = await find(work, key)
    if found.state == "draft":
        return Reply(it=await chosen(work, found), edit=True)
    if found.state == "scheduled":
        return Reply(it=await scheduling.shown(work, found), edit=True)
    if found.state in ("done", "recalled"):
        return Reply(it=await report(work, found), edit=True)
    return Reply(it=await progress_of(work, found), edit=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """A progress message that should show this now. After the last one, the report goes out as a notice."""

    broadcast: BroadcastId
    chat: int
    message: int
    language: str
    it: BroadcastProgress | BroadcastReport


async def tick(work: Work) -> tuple[Progress, ...]:
    """Send what was put off until now, also to those who have joined since; what progress messages should show."""
    await scheduling.tick(work)
    await launching.late_joiners(work)
    return await progress(work)


async def progress(work: Work) -> tuple[Progress, ...]:
    """What the progress messages of all running broadcasts should show; ends those with nothing left to send.

    Called by a tick, as the desk itself. The author gets the report of an ended one, once.
    """
    found = []
    for each in await broadcasts.running(work.connection):
        mine = replace(work, actor=replace(SYSTEM, conference=each.conference))
        shown: BroadcastProgress | BroadcastReport = await progress_of(mine, each)
        if isinstance(shown, BroadcastProgress) and not shown.waiting:
            shown = await _end(mine, each)
        work.notified = work.notified or mine.notified
        if each.progress_chat is not None and each.progress_message is not None:
            author = await people.account(work.connection, each.author)
            now = Progress(
                broadcast=each.id,
                chat=each.progress_chat,
                message=each.progress_message,
                language=work.settings.language if author is None else author.language,
                it=shown,
            )
            found.append(now)
    return tuple(found)


async def _end(work: Work, found: Broadcast) -> BroadcastReport:
    await broadcasts.change(work.connection, found.id, state="done")
    shown = await report(work, replace(found, state="done"))
    notice = Notice(kind="broadcast_report", it=shown, dedup=f"broadcast:{found.id}:report:{found.revision}")
    await notify(work, notice, [found.author])
    await work.note("broadcast_done", "broadcast", found.id, sent=shown.sent, total=shown.total)
    return shown


async def stop(work: Work, key: BroadcastId) -> Reply:
    """Keep what still waits from going out; what is on its way arrives."""
    found = await find(work, key)
    if found.state == "running" and found.notice is not None:
        await notices.withdraw(work.connection, found.notice, work.now)
        await broadcasts.change(work.connection, key, state="stopped")
        await work.note("broadcast_stopped", "broadcast", key)
    return await show(work, key)


async def resume(work: Work, key: BroadcastId) -> Reply:
    """Go on where it was stopped."""
    found = await find(work, key)
    if found.state in ("stopped", "done") and found.notice is not None:
        await notices.resume(work.connection, found.notice, work.now)
        await _runs_again(work, key)
        await work.note("broadcast_resumed", "broadcast", key)
    return await show(work, key)


async def resend_failed(work: Work, key: BroadcastId) -> Reply:
    """Try those again whom Telegram refused."""
    found = await find(work, key)
    if found.state == "done" and found.notice is not None:
        await notices.send_again(work.connection, found.notice, ["failed"], work.now)
        await _runs_again(work, key)
        await work.note("failed_resent", "broadcast", key)
    return await show(work, key)


async def resend_uncertain(work: Work, key: BroadcastId) -> Reply:
    """Send again what may or may not have arrived, marked as a repetition."""
    found = await find(work, key)
    if found.state == "done" and found.notice is not None:
        await delivering.resend_uncertain(work, found.notice)
        await _runs_again(work, key)
    return await show(work, key)


async def leave_uncertain(work: Work, key: BroadcastId) -> Reply:
    """Leave at that what may or may not have arrived."""
    found = await find(work, key)
    if found.notice is not None:
        await delivering.skip_uncertain(work, found.notice)
    return await show(work, key)


async def _runs_again(work: Work, key: BroadcastId) -> None:
    await broadcasts.change(work.connection, key, state="running")
    work.notified = True
