"""`/thamdu`: answering the invitation."""

from domain.ids import ConferenceId, DelegateId
from domain.views import Reply
from handlers.call import Call, Handler
from services import attending, expecting, nudging, substituting
from services.views.attendance import AnswerHere, Attend, ChaseSilent, Decline, SendSubstitute
from services.views.expecting import AnswerRules, LookAtSubstitutes, SetAnswerDeadline, ShowBoard
from services.views.substitutes import ApproveSubstitute, NextSubstitute, RefuseSubstitute


async def mine(call: Call) -> Reply:
    return await call.see(attending.mine)


async def attend(call: Call) -> Reply:
    return await call.do(attending.attend, DelegateId(call.button.delegate))


async def decline(call: Call) -> Reply:
    return await call.do(attending.ask_reason, DelegateId(call.button.delegate))


async def send_substitute(call: Call) -> Reply:
    return await call.do(substituting.ask, DelegateId(call.button.delegate))


async def answer_here(call: Call) -> Reply:
    return await call.do(attending.mine_in, ConferenceId(call.button.conference))


async def chase(call: Call) -> Reply:
    return await (call.do(nudging.chase) if call.button.sure == 1 else call.see(nudging.preview))


async def next_substitute(call: Call) -> Reply:
    return await call.see(substituting.next_one)


async def approve(call: Call) -> Reply:
    return await call.do(substituting.approve, DelegateId(call.button.delegate))


async def refuse(call: Call) -> Reply:
    return await call.do(substituting.refuse, DelegateId(call.button.delegate))


async def board(call: Call) -> Reply:
    return await call.see(expecting.board_again if call.button.again == 1 else expecting.board)


async def rules(call: Call) -> Reply:
    return await call.see(expecting.rules)


async def deadline(call: Call) -> Reply:
    return await call.do(expecting.ask_deadline if call.button.ask == 1 else expecting.clear_deadline)


async def policy(call: Call) -> Reply:
    return await call.do(expecting.look_at_substitutes, call.button.on == 1)


COMMANDS: dict[str, Handler] = {"thamdu": mine}
PRESSES: dict[type, Handler] = {
    Attend: attend,
    Decline: decline,
    SendSubstitute: send_substitute,
    AnswerHere: answer_here,
    ChaseSilent: chase,
    NextSubstitute: next_substitute,
    ApproveSubstitute: approve,
    RefuseSubstitute: refuse,
    ShowBoard: board,
    AnswerRules: rules,
    SetAnswerDeadline: deadline,
    LookAtSubstitutes: policy,
}
