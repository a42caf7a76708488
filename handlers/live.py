"""`/dienbien`: running the day."""

from domain.ids import SessionId
from domain.views import Reply
from handlers.call import Call, Handler
from services import running
from services.views.live import BeginItem, EndItem, LiveBoardAgain, ShiftItems, ShiftItemsSure


async def board(call: Call) -> Reply:
    return await call.see(running.board)


async def again(call: Call) -> Reply:
    return await call.see(running.board_again)


async def begin(call: Call) -> Reply:
    return await call.do(running.step, SessionId(call.button.session))


async def end(call: Call) -> Reply:
    return await call.do(running.finish, SessionId(call.button.session))


async def shift(call: Call) -> Reply:
    if call.button.minutes:
        return await call.see(running.preview_shift, call.button.minutes)
    return await call.do(running.ask_minutes)


async def shift_sure(call: Call) -> Reply:
    return await call.do(running.shift, call.button.minutes, call.button.revision)


COMMANDS: dict[str, Handler] = {"dienbien": board}
PRESSES: dict[type, Handler] = {
    BeginItem: begin,
    EndItem: end,
    LiveBoardAgain: again,
    ShiftItems: shift,
    ShiftItemsSure: shift_sure,
}
