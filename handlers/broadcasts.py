"""Broadcasts: one service call for each command and each press."""

from domain.broadcasts import Part
from domain.ids import BroadcastId, SessionId
from domain.views import Reply
from handlers.call import Call, Handler
from services import audiences, broadcasting, following, recalling, receipts, scheduling
from services.views import broadcast_buttons as b
from services.views.corrections import ConfirmCorrection, RecallBroadcast
from services.views.receipts import ChaseReceipts
from services.views.schedules import (
    ScheduleAt,
    ScheduleBeside,
    ScheduleOffset,
    ScheduleSessions,
    UnscheduleBroadcast,
)


async def compose(call: Call) -> Reply | None:
    """`/thongbao`, perhaps with the words behind it."""
    return await call.do(broadcasting.compose, call.text)


async def rewrite(call: Call) -> Reply | None:
    return await call.do(broadcasting.rewrite, BroadcastId(call.button.broadcast))


async def drop(call: Call) -> Reply | None:
    return await call.do(broadcasting.drop, BroadcastId(call.button.broadcast))


async def choose(call: Call) -> Reply | None:
    return await call.see(audiences.choose, BroadcastId(call.button.broadcast))


async def toggle(call: Call) -> Reply | None:
    pressed = call.button
    part = Part(pressed.kind, pressed.id)
    return await call.do(audiences.toggle, BroadcastId(pressed.broadcast), pressed.revision, part)


async def turn(call: Call) -> Reply | None:
    return await call.do(audiences.turn, BroadcastId(call.button.broadcast), call.button.revision)


async def parts(call: Call) -> Reply | None:
    pressed = call.button
    return await call.see(audiences.parts, BroadcastId(pressed.broadcast), pressed.kind, pressed.page)


async def ask_person(call: Call) -> Reply | None:
    return await call.do(audiences.ask_person, BroadcastId(call.button.broadcast))


async def preview(call: Call) -> Reply | None:
    """What is copied is shown as it will arrive, then who gets it."""
    reply = await call.see(broadcasting.preview, BroadcastId(call.button.broadcast))
    if reply.it.message.copy_of is not None:
        chat, messages = reply.it.message.copy_of
        for message in messages:
            await call.channel.copy(call.chat, chat, message)
    return reply


async def toggle_receipt(call: Call) -> Reply | None:
    return await call.do(broadcasting.toggle_receipt, BroadcastId(call.button.broadcast), call.button.revision)


async def unreached(call: Call) -> Reply | None:
    return await call.do(broadcasting.unreached, BroadcastId(call.button.broadcast))


async def confirm(call: Call) -> Reply | None:
    pressed = call.button
    return await call.do(
        broadcasting.confirm, BroadcastId(pressed.broadcast), pressed.revision, call.chat, call.message_id
    )


async def show(call: Call) -> Reply | None:
    return await call.see(following.show, BroadcastId(call.button.broadcast))


async def stop(call: Call) -> Reply | None:
    return await call.do(following.stop, BroadcastId(call.button.broadcast))


async def resume(call: Call) -> Reply | None:
    return await call.do(following.resume, BroadcastId(call.button.broadcast))


async def resend_failed(call: Call) -> Reply | None:
    return await call.do(following.resend_failed, BroadcastId(call.button.broadcast))


async def resend_uncertain(call: Call) -> Reply | None:
    return await call.do(following.resend_uncertain, BroadcastId(call.button.broadcast))


async def leave_uncertain(call: Call) -> Reply | None:
    return await call.do(following.leave_uncertain, BroadcastId(call.button.broadcast))


async def toggle_late(call: Call) -> Reply | None:
    return await call.do(broadcasting.toggle_late, BroadcastId(call.button.broadcast), call.button.revision)


async def later(call: Call) -> Reply | None:
    return await call.see(scheduling.when, BroadcastId(call.button.broadcast))


async def at_time(call: Call) -> Reply | None:
    return await call.do(scheduling.ask_time, BroadcastId(call.button.broadcast))


async def sessions(call: Call) -> Reply | None:
    return await call.see(scheduling.sessions, BroadcastId(call.button.broadcast), call.button.page)


async def beside(call: Call) -> Reply | None:
    return await call.see(scheduling.beside, BroadcastId(call.button.broadcast), SessionId(call.button.session))


async def follow(call: Call) -> Reply | None:
    pressed = call.button
    return await call.do(scheduling.follow, BroadcastId(pressed.broadcast), SessionId(pressed.session), pressed.minutes)


async def unschedule(call: Call) -> Reply | None:
    return await call.do(scheduling.unschedule, BroadcastId(call.button.broadcast))


async def ask_recall(call: Call) -> Reply | None:
    return await call.see(recalling.ask_recall, BroadcastId(call.button.broadcast))


async def recall(call: Call) -> Reply | None:
    return await call.do(recalling.recall, BroadcastId(call.button.broadcast), call.button.seen)


async def ask_correction(call: Call) -> Reply | None:
    return await call.do(recalling.ask_correction, BroadcastId(call.button.broadcast))


async def correct(call: Call) -> Reply | None:
    return await call.do(recalling.correct, BroadcastId(call.button.broadcast), call.button.revision)


async def ask_chase(call: Call) -> Reply | None:
    return await call.see(receipts.preview, BroadcastId(call.button.broadcast))


async def chase(call: Call) -> Reply | None:
    return await call.do(receipts.chase, BroadcastId(call.button.broadcast), call.button.seen)


async def take_message(call: Call, album: str) -> Reply | None:
    """A message or album as the content of a broadcast."""
    assert call.message_id is not None
    return await call.do(broadcasting.take_message, call.chat, call.message_id, call.text, album)


async def takes_message(call: Call, album: str) -> bool:
    """Whether a forwarded message or part of an album is the content of a broadcast."""
    if call.actor.form_open and await call.see(broadcasting.takes_message):
        return True
    return bool(album) and await call.see(broadcasting.belongs, album)


COMMANDS: dict[str, Handler] = {"thongbao": compose}
PRESSES: dict[type, Handler] = {
    b.TogglePart: toggle,
    b.TurnJoin: turn,
    b.PickParts: parts,
    b.FindPerson: ask_person,
    b.ChooseAudience: choose,
    b.PreviewBroadcast: preview,
    b.ConfirmBroadcast: confirm,
    b.RewriteBroadcast: rewrite,
    b.ToggleReceipt: toggle_receipt,
    b.DropBroadcast: drop,
    b.ListUnreached: unreached,
    b.OpenBroadcast: show,
    b.StopBroadcast: stop,
    b.ResumeBroadcast: resume,
    b.ResendFailed: resend_failed,
    b.ResendUncertain: resend_uncertain,
    b.LeaveUncertain: leave_uncertain,
    b.ToggleLate: toggle_late,
    b.LaterBroadcast: later,
    b.TakeBack: ask_recall,
    b.EditSent: ask_correction,
    b.ChaseSilentReaders: ask_chase,
    ScheduleAt: at_time,
    ScheduleSessions: sessions,
    ScheduleBeside: beside,
    ScheduleOffset: follow,
    UnscheduleBroadcast: unschedule,
    RecallBroadcast: recall,
    ConfirmCorrection: correct,
    ChaseReceipts: chase,
}
