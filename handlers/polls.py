"""`/bieuquyet`: polls and votes."""

from domain.ids import PollId
from domain.views import Reply
from handlers.call import Call, Handler
from services import voting
from services.views.polls import CastVote, ClosePoll, NewPoll, OpenPoll, SetSecret, ShowBallot, ShowPoll, TellResult


async def home(call: Call) -> Reply:
    return await call.see(voting.home)


async def new(call: Call) -> Reply:
    return await call.do(voting.ask)


async def show(call: Call) -> Reply:
    return await (call.do if call.actor.organizes else call.see)(voting.show, _poll(call))


async def ballot(call: Call) -> Reply:
    return await call.see(voting.ballot, _poll(call))


async def set_secret(call: Call) -> Reply:
    return await call.do(voting.set_secret, _poll(call), call.button.secret == 1)


async def open_it(call: Call) -> Reply:
    return await call.do(voting.open_it, _poll(call))


async def close(call: Call) -> Reply:
    return await call.do(voting.close, _poll(call))


async def vote(call: Call) -> Reply:
    return await call.do(voting.vote, _poll(call), call.button.choice)


async def tell(call: Call) -> Reply:
    return await call.do(voting.tell, _poll(call))


def _poll(call: Call) -> PollId:
    return PollId(call.button.poll)


COMMANDS: dict[str, Handler] = {"bieuquyet": home}
PRESSES: dict[type, Handler] = {
    NewPoll: new,
    ShowPoll: show,
    ShowBallot: ballot,
    SetSecret: set_secret,
    OpenPoll: open_it,
    ClosePoll: close,
    CastVote: vote,
    TellResult: tell,
}
