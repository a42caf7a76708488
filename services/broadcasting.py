"""Broadcasts: composed, addressed, previewed, confirmed, watched, and reported per outcome."""

from dataclasses import dataclass, replace
from typing import Any

from domain.actor import Permission, require
from domain.broadcasts import LISTED, LONGEST, WHOLE, Audience, Content, KeptFile, Part, length, secrecy
from domain.filenames import harmless, is_program
from domain.ids import BroadcastId
from domain.refusal import Refusal
from domain.vietnamese import nfc
from domain.views import Attachment, Reply
from services import delivering, flows
from services.desk import SYSTEM, Work
from services.flows import Flow, Step, Upload, register
from services.notifying import Notice, Policy, Urgency, notify, notify_selected
from services.tasklists import page_of
from services.views.broadcasts import (
    AudienceWords,
    BroadcastAudience,
    BroadcastDropped,
    BroadcastMessage,
    BroadcastParts,
    BroadcastPreview,
    BroadcastProgress,
    BroadcastReport,
    UnreachedPeople,
)
from storage import broadcasts, notices, people
from storage.broadcasts import Broadcast

PAGE = 12
SHOWN_UNREACHED = 60
PHOTO_BYTES = 10 * 1024 * 1024  # Telegram: larger pictures go as documents
_REASONS = frozenset({"never_started", "kicked", "no_rights", "chat_not_found", "migrated", "bad_request"})

# --- compose --------------------------------------------------------------------------------------------------------


def read_text(typed: str) -> str:
    """The organizer's own words, line breaks kept; refuses what Telegram would not take in one message."""
    text = nfc(typed).strip()
    if not text:
        raise Refusal("form_empty")
    if length(text) > LONGEST:
        raise Refusal("broadcast_too_long", most=LONGEST, length=length(text))
    return text


def _no_text(_typed: str) -> Any:
    raise Refusal("broadcast_wants_file")


async def compose(work: Work, text: str = "") -> Reply:
    """`/thongbao`: ask for the words; what follows the command is taken as the words."""
    require(work.actor, Permission.BROADCAST)
    if text.strip():
        return await _created(work, Content(text=read_text(text)))
    return await flows.begin(work, "broadcast")


async def _finish(work: Work, data: dict[str, Any]) -> Reply:
    require(work.actor, Permission.BROADCAST)
    return await _created(work, Content(text=data["text"]))


async def _finish_with_file(work: Work, data: dict[str, Any], upload: Upload) -> Reply:
    """The file is kept under its checksum and goes out with the text."""
    require(work.actor, Permission.BROADCAST)
    if is_program(upload.name):
        raise Refusal("report_is_program", name=harmless(upload.name))
    if not upload.content:
        raise Refusal("report_empty")
    name = harmless(upload.name)
    kept = work.desk.files.put(upload.content)
    await broadcasts.keep_file(work.connection, work.conference, kept, name, work.actor.account, work.now)
    photo = name.lower().endswith((".jpg", ".jpeg", ".png")) and kept.size <= PHOTO_BYTES
    return await _created(work, Content(text=data["text"], file=KeptFile(name, kept.path, photo)))


async def _created(work: Work, content: Content) -> Reply:
    key = await broadcasts.create(work.connection, work.conference, work.actor.account, content, work.now)
    await work.note("broadcast_drafted", "broadcast", key)
    return Reply(it=await _audience(work, await _find(work, key)))


async def rewrite(work: Work, key: BroadcastId) -> Reply:
    """Ask for other words; the audience stays."""
    await _draft(work, key)
    return await flows.begin(work, "broadcast_text", broadcast=key)


async def _rewritten(work: Work, data: dict[str, Any]) -> Reply:
    found = await _draft(work, BroadcastId(data["broadcast"]))
    content = replace(found.content, text=data["text"])
    await broadcasts.change(work.connection, found.id, content=content)
    found = await _find(work, found.id)
    return await preview(work, found.id) if found.audience.parts else Reply(it=await _audience(work, found))


register(
    Flow(
        "broadcast",
        (Step("text", read_text), Step("file", _no_text, optional=True, takes_files=True)),
        finish=_finish,
        finish_with_file=_finish_with_file,
    )
)
register(Flow("broadcast_text", (Step("text", read_text),), finish=_rewritten))


async def _find(work: Work, key: BroadcastId) -> Broadcast:
    require(work.actor, Permission.BROADCAST)
    found = await broadcasts.get(work.connection, work.conference, key)
    if found is None:
        raise Refusal("broadcast_unknown")
    return found


async def _draft(work: Work, key: BroadcastId) -> Broadcast:
    found = await _find(work, key)
    if found.state != "draft":
        raise Refusal("broadcast_is_out")
    return found


async def drop(work: Work, key: BroadcastId) -> Reply:
    """Forget a draft."""
    await _draft(work, key)
    await broadcasts.drop(work.connection, key)
    return Reply(it=BroadcastDropped(), edit=True)


# --- to whom --------------------------------------------------------------------------------------------------------


async def _words(work: Work, audience: Audience) -> AudienceWords:
    """The audience with names for ids; what has gone from the plan meanwhile keeps an empty name."""
    names = {
        kind: dict(await broadcasts.choices(work.connection, work.conference, kind))
        for kind in {part.kind for part in audience.parts} & set(LISTED)
    }
    parts = tuple((part.kind, names.get(part.kind, {}).get(part.id, "")) for part in audience.parts)
    return AudienceWords(parts=parts, join=audience.join)


async def _audience(work: Work, found: Broadcast) -> BroadcastAudience:
    total, reached = await broadcasts.count(work.connection, work.conference, found.audience)
    return BroadcastAudience(
        id=found.id,
        revision=found.revision,
        audience=await _words(work, found.audience),
        chosen=tuple((part.kind, part.id) for part in found.audience.parts),
        total=total,
        reached=reached,
    )


async def choose(work: Work, key: BroadcastId) -> Reply:
    """The audience as it is chosen so far."""
    return Reply(it=await _audience(work, await _draft(work, key)), edit=True)


async def toggle(work: Work, key: BroadcastId, revision: int, part: Part) -> Reply:
    """Put a part in or take it out; a press on an old message changes nothing and shows how it stands."""
    found = await _draft(work, key)
    if part.kind not in (*WHOLE, *LISTED):
        raise Refusal("broadcast_unknown")
    if found.revision == revision:
        await broadcasts.change(work.connection, key, audience=found.audience.toggled(part))
    if part.kind in LISTED:
        listed = [choice for choice, _ in await broadcasts.choices(work.connection, work.conference, part.kind)]
        page = listed.index(part.id) // PAGE if part.id in listed else 0
        return await parts(work, key, part.kind, page)
    return await choose(work, key)


async def turn(work: Work, key: BroadcastId, revision: int) -> Reply:
    """*and* for *or*, and back."""
    found = await _draft(work, key)
    if found.revision == revision:
        await broadcasts.change(work.connection, key, audience=found.audience.turned())
    return await choose(work, key)


async def parts(work: Work, key: BroadcastId, kind: str, page: int) -> Reply:
    """A page of the groups, units or sessions to choose from."""
    found = await _draft(work, key)
    if kind not in LISTED:
        raise Refusal("broadcast_unknown")
    some, page, pages = page_of(await broadcasts.choices(work.connection, work.conference, kind), page, PAGE)
    choices = tuple((choice, name, Part(kind, choice) in found.audience.parts) for choice, name in some)
    view = BroadcastParts(id=key, revision=found.revision, kind=kind, choices=choices, page=page, pages=pages)
    return Reply(it=view, edit=True)


# --- preview and confirm --------------------------------------------------------------------------------------------


async def preview(work: Work, key: BroadcastId) -> Reply:
    """The message as people will see it, the audience in words, and how many of it can be reached."""
    found = await _draft(work, key)
    if not found.audience.parts:
        raise Refusal("broadcast_without_audience")
    total, reached = await broadcasts.count(work.connection, work.conference, found.audience)
    content = found.content
    view = BroadcastPreview(
        id=key,
        revision=found.revision,
        message=BroadcastMessage(text=content.text, file=content.file),
        audience=await _words(work, found.audience),
        total=total,
        reached=reached,
        receipt=content.receipt,
        secrecy=secrecy(content.text, content.file.name if content.file else ""),
    )
    return Reply(it=view, files=_files(work, content))


def _files(work: Work, content: Content) -> tuple[Attachment, ...]:
    if content.file is None:
        return ()
    return (Attachment(content.file.name, work.desk.files.get(content.file.path), content.file.photo),)


async def toggle_receipt(work: Work, key: BroadcastId, revision: int) -> Reply:
    """Ask people to press *received*, or not."""
    found = await _draft(work, key)
    if found.revision == revision:
        content = replace(found.content, receipt=not found.content.receipt)
        await broadcasts.change(work.connection, key, content=content)
    shown = await preview(work, key)
    return Reply(it=shown.it, edit=True)


async def unreached(work: Work, key: BroadcastId) -> Reply:
    """The telephone list of a broadcast."""
    found = await _find(work, key)
    rows = await broadcasts.unreached(work.connection, work.conference, found.audience)
    listed = tuple(
        (
            row.name,
            ", ".join(part for part in (row.post, row.unit_text) if part),
            row.phone or "",
            row.reachability or "not_linked",
        )
        for row in rows[:SHOWN_UNREACHED]
    )
    return Reply(it=UnreachedPeople(id=key, people=listed, total=len(rows)))


async def confirm(work: Work, key: BroadcastId, revision: int, chat: int, message: int | None) -> Reply:
    """Send what the preview of this revision showed: the audience is frozen and all rows are written here.

    `chat` and `message` are where the preview stands, which becomes the progress message. An older revision shows the
    new preview; a second press shows the progress.
    """
    found = await _find(work, key)
    if found.state != "draft":
        return await show(work, key)
    if found.revision != revision:
        fresh = await preview(work, key)
        return Reply(it=fresh.it, edit=True, toast="broadcast_changed")
    content = found.content
    notice = Notice(
        kind="broadcast",
        it=BroadcastMessage(text=content.text, file=content.file),
        urgency=Urgency.BROADCAST,
        policy=Policy.HOLD,
        dedup=f"broadcast:{key}",
        subject="broadcast",
        subject_id=key,
        wants_receipt=content.receipt,
    )
    sent = await notify_selected(work, notice, broadcasts.people(work.conference, found.audience))
    await broadcasts.change(
        work.connection,
        key,
        state="running",
        notice_id=sent,
        confirmed_at=work.now,
        progress_chat=chat,
        progress_message=message,
    )
    started = await _find(work, key)
    shown = await _progress(work, started)
    await work.note("broadcast_sent", "broadcast", key, total=shown.total, unreached=shown.unreached)
    return Reply(it=shown, edit=True)


# --- watched --------------------------------------------------------------------------------------------------------


async def _progress(work: Work, found: Broadcast) -> BroadcastProgress:
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
    return BroadcastReport(
        id=found.id,
        begins=found.content.text[:80],
        audience=await _words(work, found.audience),
        total=sum(number for _, _, number, _ in rows),
        sent=sum(number for state, _, number, _ in rows if state == "sent"),
        not_linked=not_linked,
        blocked=sum(number for state, _, number, _ in rows if state == "unreachable") - not_linked,
        failures=tuple(sorted(failures.items())),
        uncertain=sum(number for state, _, number, _ in rows if state == "uncertain"),
        stopped=sum(
            number for state, why, number, _ in rows if state == "cancelled" and why in ("stopped", "too_late")
        ),
        acknowledged=sum(pressed for *_, pressed in rows) if found.content.receipt else None,
    )


async def show(work: Work, key: BroadcastId) -> Reply:
    """How a broadcast stands: its progress while it goes out, its report afterwards."""
    found = await _find(work, key)
    if found.state == "draft":
        return Reply(it=await _audience(work, found), edit=True)
    if found.state == "done":
        return Reply(it=await report(work, found), edit=True)
    return Reply(it=await _progress(work, found), edit=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """A progress message that should show this now. After the last one, the report goes out as a notice."""

    broadcast: BroadcastId
    chat: int
    message: int
    language: str
    it: BroadcastProgress | BroadcastReport


async def progress(work: Work) -> tuple[Progress, ...]:
    """What the progress messages of all running broadcasts should show; ends those with nothing left to send.

    Called by a tick, as the desk itself. The author gets the report of an ended one, once.
    """
    found = []
    for each in await broadcasts.running(work.connection):
        mine = replace(work, actor=replace(SYSTEM, conference=each.conference))
        shown: BroadcastProgress | BroadcastReport = await _progress(mine, each)
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
    shown = await report(work, found)
    notice = Notice(kind="broadcast_report", it=shown, dedup=f"broadcast:{found.id}:report:{found.revision}")
    await notify(work, notice, [found.author])
    await work.note("broadcast_done", "broadcast", found.id, sent=shown.sent, total=shown.total)
    return shown


async def stop(work: Work, key: BroadcastId) -> Reply:
    """Keep what still waits from going out; what is on its way arrives."""
    found = await _find(work, key)
    if found.state == "running" and found.notice is not None:
        await notices.withdraw(work.connection, found.notice, work.now)
        await broadcasts.change(work.connection, key, state="stopped")
        await work.note("broadcast_stopped", "broadcast", key)
    return await show(work, key)


async def resume(work: Work, key: BroadcastId) -> Reply:
    """Go on where it was stopped."""
    found = await _find(work, key)
    if found.state in ("stopped", "done") and found.notice is not None:
        await notices.resume(work.connection, found.notice, work.now)
        await _runs_again(work, key)
        await work.note("broadcast_resumed", "broadcast", key)
    return await show(work, key)


async def resend_failed(work: Work, key: BroadcastId) -> Reply:
    """Try those again whom Telegram refused."""
    found = await _find(work, key)
    if found.state == "done" and found.notice is not None:
        await notices.send_again(work.connection, found.notice, ["failed"], work.now)
        await _runs_again(work, key)
        await work.note("failed_resent", "broadcast", key)
    return await show(work, key)


async def resend_uncertain(work: Work, key: BroadcastId) -> Reply:
    """Send again what may or may not have arrived, marked as a repetition."""
    found = await _find(work, key)
    if found.state == "done" and found.notice is not None:
        await delivering.resend_uncertain(work, found.notice)
        await _runs_again(work, key)
    return await show(work, key)


async def leave_uncertain(work: Work, key: BroadcastId) -> Reply:
    """Leave at that what may or may not have arrived."""
    found = await _find(work, key)
    if found.notice is not None:
        await delivering.skip_uncertain(work, found.notice)
    return await show(work, key)


async def _runs_again(work: Work, key: BroadcastId) -> None:
    await broadcasts.change(work.connection, key, state="running")
    work.notified = True
