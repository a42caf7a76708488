"""*Đã nhận* under a notice, and what became of those that went out by themselves."""

from domain.ids import NoticeId
from domain.views import Reply
from handlers.call import Call, Handler
from services import delivering, rounds
from services.views.notices import Received
from services.views.rounds import CallRound, ChaseRound, OpenRound, ResendRound, ResendUnsureRound, ShowRounds


async def received(call: Call) -> Reply | None:
    """The person has read the notice."""
    return await call.do(delivering.acknowledge, NoticeId(call.button.notice))


async def list_rounds(call: Call) -> Reply | None:
    return await call.see(rounds.rounds)


async def open_round(call: Call) -> Reply | None:
    return await call.see(rounds.show, NoticeId(call.button.notice))


async def resend_round(call: Call) -> Reply | None:
    return await call.do(rounds.resend, NoticeId(call.button.notice), "failed")


async def resend_unsure_round(call: Call) -> Reply | None:
    return await call.do(rounds.resend, NoticeId(call.button.notice), "uncertain")


async def chase_round(call: Call) -> Reply | None:
    return await call.do(rounds.chase, NoticeId(call.button.notice), call.button.seen)


async def call_round(call: Call) -> Reply | None:
    return await call.do(rounds.unreached, NoticeId(call.button.notice))


COMMANDS: dict[str, Handler] = {}
PRESSES: dict[type, Handler] = {
    Received: received,
    ShowRounds: list_rounds,
    OpenRound: open_round,
    ResendRound: resend_round,
    ResendUnsureRound: resend_unsure_round,
    ChaseRound: chase_round,
    CallRound: call_round,
}
