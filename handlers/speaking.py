"""`/phatbieu`: registering to speak, and the organizer's order."""

from domain.ids import SessionId, SpeechId
from domain.views import Reply
from handlers.call import Call, Handler
from services import speaking, speechorder
from services.views.speaking import (
    GiveFloor,
    MoveSpeech,
    RegisterToSpeak,
    ShowOrder,
    ShowSpeech,
    SpeakIn,
    SpeechDown,
    SpeechHome,
    SpeechUp,
    StrikeSpeech,
    WithdrawSpeech,
)


async def home(call: Call) -> Reply:
    return await call.see(speaking.home)


async def choose(call: Call) -> Reply:
    return await call.see(speaking.choose_session)


async def ask(call: Call) -> Reply:
    return await call.do(speaking.ask, SessionId(call.button.session))


async def withdraw(call: Call) -> Reply:
    return await call.do(speaking.withdraw, _speech(call))


async def sessions(call: Call) -> Reply:
    return await call.see(speechorder.sessions)


async def order(call: Call) -> Reply:
    return await call.see(speechorder.order, SessionId(call.button.session))


async def show(call: Call) -> Reply:
    return await call.see(speechorder.show, _speech(call))


async def up(call: Call) -> Reply:
    return await call.do(speechorder.step, _speech(call), -1)


async def down(call: Call) -> Reply:
    return await call.do(speechorder.step, _speech(call), 1)


async def floor(call: Call) -> Reply:
    return await call.do(speechorder.give_floor, _speech(call))


async def move(call: Call) -> Reply:
    if call.button.session:
        return await call.do(speechorder.move, _speech(call), SessionId(call.button.session))
    return await call.see(speechorder.ask_where, _speech(call))


async def strike(call: Call) -> Reply:
    return await call.do(speechorder.strike, _speech(call))


def _speech(call: Call) -> SpeechId:
    return SpeechId(call.button.speech)


COMMANDS: dict[str, Handler] = {"phatbieu": home}
PRESSES: dict[type, Handler] = {
    RegisterToSpeak: choose,
    SpeakIn: ask,
    WithdrawSpeech: withdraw,
    SpeechHome: sessions,
    ShowOrder: order,
    ShowSpeech: show,
    SpeechUp: up,
    SpeechDown: down,
    GiveFloor: floor,
    MoveSpeech: move,
    StrikeSpeech: strike,
}
