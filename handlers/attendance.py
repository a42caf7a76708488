"""`/thamdu`: answering the invitation."""

from domain.ids import ConferenceId, DelegateId
from domain.views import Reply
from handlers.call import Call, Handler
from services import attending, nudging
from services.views.attendance import AnswerHere, Attend, ChaseSilent, Decline, SendSubstitute


async def mine(call: Call) -> Reply:
    return await call.see(attending.mine)


async def attend(call: Call) -> Reply:
    return await call.do(attending.attend, DelegateId(call.button.delegate))


async def decline(call: Call) -> Reply:
    return await call.do(attending.ask_reason, DelegateId(call.button.delegate))


async def send_substitute(call: Call) -> Reply:
    return await call.do(attending.ask_substitute, DelegateId(call.button.delegate))


async def answer_here(call: Call) -> Reply:
    return await call.do(attending.mine_in, ConferenceId(call.button.conference))


async def chase(call: Call) -> Reply:
    return await (call.do(nudging.chase) if call.button.sure == 1 else call.see(nudging.preview))


COMMANDS: dict[str, Handler] = {"thamdu": mine}
PRESSES: dict[type, Handler] = {
    Attend: attend,
    Decline: decline,
    SendSubstitute: send_substitute,
    AnswerHere: answer_here,
    ChaseSilent: chase,
}
