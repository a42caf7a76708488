"""Broadcasts: one service call for each command and each press."""

from domain.broadcasts import Part
from domain.ids import BroadcastId
from domain.views import Reply
from handlers.call import Call, Handler
from services import audiences, broadcasting, following
from services.views import broadcast_buttons as b


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


async def preview(call: Call) -> Reply | None:
    return await call.see(broadcasting.preview, BroadcastId(call.button.broadcast))


async def toggle_receipt(call: Call) -> Reply | None:
    return await call.do(broadcasting.toggle_receipt, BroadcastId(call.button.broadcast), call.button.revision)


async def unreached(call: Call) -> Reply | None:
    return await call.see(broadcasting.unreached, BroadcastId(call.button.broadcast))


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


COMMANDS: dict[str, Handler] = {"thongbao": compose}
PRESSES: dict[type, Handler] = {
    b.TogglePart: toggle,
    b.TurnJoin: turn,
    b.PickParts: parts,
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
}
