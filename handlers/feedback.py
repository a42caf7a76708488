"""`/gopy`: scores and remarks."""

from domain.views import Reply
from handlers.call import Call, Handler
from services import feedback
from services.views.feedback import AddRemark, AskFeedback, GiveScore, WantFeedback


async def home(call: Call) -> Reply:
    return await call.do(feedback.home)


async def want(call: Call) -> Reply:
    return await call.see(feedback.want, call.button.session)


async def give(call: Call) -> Reply:
    return await call.do(feedback.give, call.button.session, call.button.score)


async def remark(call: Call) -> Reply:
    return await call.do(feedback.ask_remark, call.button.session, call.button.signed == 1)


async def ask(call: Call) -> Reply:
    if call.button.sure == 1:
        return await call.do(feedback.ask_all, call.button.session)
    return await call.see(feedback.preview, call.button.session)


COMMANDS: dict[str, Handler] = {"gopy": home}
PRESSES: dict[type, Handler] = {WantFeedback: want, GiveScore: give, AddRemark: remark, AskFeedback: ask}
