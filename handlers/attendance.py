"""`/thamdu`: answering the invitation."""

from domain.ids import DelegateId
from domain.views import Reply
from handlers.call import Call, Handler
from services import attending
from services.views.attendance import Attend, Decline, SendSubstitute


async def mine(call: Call) -> Reply:
    return await call.see(attending.mine)


async def attend(call: Call) -> Reply:
    return await call.do(attending.attend, DelegateId(call.button.delegate))


async def decline(call: Call) -> Reply:
    return await call.do(attending.ask_reason, DelegateId(call.button.delegate))


async def send_substitute(call: Call) -> Reply:
    return await call.do(attending.ask_substitute, DelegateId(call.button.delegate))


COMMANDS: dict[str, Handler] = {"thamdu": mine}
PRESSES: dict[type, Handler] = {Attend: attend, Decline: decline, SendSubstitute: send_substitute}
