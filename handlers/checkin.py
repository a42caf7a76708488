"""`/diemdanh` and `/maqr`: the door, the board, the digits on the screen, and one's own code."""

from domain.actor import Permission
from domain.checkin import TOKEN_PREFIX
from domain.ids import DelegateId
from domain.joining import token_in
from domain.views import Reply
from handlers.call import Call, Handler
from handlers.progress import told_of
from handlers.wording import messages_of
from services import boards, checking, doors, papersheets, rollcall, screencodes, screens
from services.views.checkin_buttons import (
    ArrivalsFound,
    Badges,
    CallRoll,
    Chart,
    CheckIn,
    CheckInDesk,
    ChooseSlot,
    EnterSheet,
    FindArrival,
    IAmHere,
    MyCode,
    NamePlace,
    RollSheet,
    ScreenCode,
    SheetFor,
    StandAt,
    SwitchMode,
    UndoCheckIn,
    UndoSheet,
    WhoIsHere,
)
from templates import render


def is_code(text: str) -> bool:
    """Whether what follows /start looks like a code for the door."""
    return token_in(text).startswith(TOKEN_PREFIX)


async def scanned(call: Call) -> Reply:
    """`/start c_…`: somebody's code was opened."""
    return await call.do(checking.open_code, call.text)


async def diemdanh(call: Call) -> Reply:
    """The desk for those at the door; everybody else checks themselves in."""
    return await (call.see(doors.desk) if call.actor.may(Permission.CHECK_IN) else call.do(screencodes.ask))


async def desk(call: Call) -> Reply:
    return await call.do(screens.desk, call.message_id)


async def switch_mode(call: Call) -> Reply:
    return await call.do(doors.switch_mode, call.button.mode)


async def pick_session(call: Call) -> Reply:
    return await call.see(doors.pick_session, call.button.page)


async def stand_at(call: Call) -> Reply:
    return await call.do(doors.stand_at, call.button.session)


async def name_place(call: Call) -> Reply:
    return await call.do(doors.ask_place)


async def find(call: Call) -> Reply:
    return await call.do(checking.ask_whom)


async def found(call: Call) -> Reply:
    return await call.see(checking.found, call.button.page)


async def check_in(call: Call) -> Reply:
    return await call.do(checking.check_in, DelegateId(call.button.delegate))


async def undo(call: Call) -> Reply:
    return await call.do(checking.undo, call.button.check_in)


async def my_code(call: Call) -> Reply:
    return await call.do(checking.my_code)


async def here(call: Call) -> Reply:
    return await call.do(screencodes.ask)


async def screen_code(call: Call) -> None:
    """The digits go out first, because what renews itself is a message with a number."""
    reply = await call.prepare(screencodes.show)
    language = call.actor.language
    (message,) = messages_of(reply, language, render.text(reply.it, language))
    number = await call.channel.say(call.chat, message)
    if number is not None:
        await call.do(screens.keep, number)


async def roll_sheet(call: Call) -> Reply:
    return await call.do(papersheets.roll_sheet)


async def badges(call: Call) -> Reply:
    return await told_of(call, papersheets.badge_files(await call.prepare(papersheets.badges)))


async def enter_sheet(call: Call) -> Reply:
    return await call.do(papersheets.ask_slot, call.button.page)


async def sheet_for(call: Call) -> Reply:
    return await call.do(papersheets.ask_numbers, call.button.slot)


async def undo_sheet(call: Call) -> Reply:
    return await call.do(papersheets.undo, call.button.batch)


async def board(call: Call) -> Reply:
    return await call.do(screens.board, call.button.by, call.button.page, call.message_id)


async def chart(call: Call) -> Reply:
    return await call.see(boards.chart, call.button.by)


async def call_roll(call: Call) -> Reply:
    return await call.do(rollcall.listed)


COMMANDS: dict[str, Handler] = {"diemdanh": diemdanh, "maqr": my_code}
PRESSES: dict[type, Handler] = {
    CheckInDesk: desk,
    SwitchMode: switch_mode,
    ChooseSlot: pick_session,
    StandAt: stand_at,
    NamePlace: name_place,
    FindArrival: find,
    ArrivalsFound: found,
    CheckIn: check_in,
    UndoCheckIn: undo,
    MyCode: my_code,
    IAmHere: here,
    ScreenCode: screen_code,
    RollSheet: roll_sheet,
    Badges: badges,
    EnterSheet: enter_sheet,
    SheetFor: sheet_for,
    UndoSheet: undo_sheet,
    WhoIsHere: board,
    CallRoll: call_roll,
    Chart: chart,
}
