"""`/nhaclich`: when and of what a delegate is reminded."""

from domain.ids import ConferenceId, SessionId
from domain.views import Reply
from handlers.call import Call, Handler
from services import reminder_choosing as choosing
from services.views import reminder_choices as b


async def mine(call: Call) -> Reply:
    return await call.see(choosing.mine)


async def again(call: Call) -> Reply:
    return await call.do(choosing.mine_in, ConferenceId(call.button.conference))


async def toggle(call: Call) -> Reply:
    return await call.do(choosing.toggle, ConferenceId(call.button.conference), b.lead_of(call.button))


async def usual(call: Call) -> Reply:
    return await call.do(choosing.usual, ConferenceId(call.button.conference))


async def none(call: Call) -> Reply:
    return await call.do(choosing.none, ConferenceId(call.button.conference))


async def sessions(call: Call) -> Reply:
    return await call.do(choosing.sessions, ConferenceId(call.button.conference), call.button.page)


async def turn_session(call: Call) -> Reply:
    pressed = call.button
    return await call.do(
        choosing.turn_session, ConferenceId(pressed.conference), SessionId(pressed.session), pressed.page
    )


COMMANDS: dict[str, Handler] = {"nhaclich": mine}
PRESSES: dict[type, Handler] = {
    b.MyReminders: again,
    b.ToggleLead: toggle,
    b.UsualReminders: usual,
    b.NoReminders: none,
    b.MySessions: sessions,
    b.ToggleSession: turn_session,
}
