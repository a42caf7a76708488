"""`/dulieu`: one's own data."""

from domain.views import Reply
from handlers.call import Call, Handler
from services import privacy
from services.views.privacy import CorrectMyData, EraseMe, ExportMyData, MyDataAgain, WithdrawConsent


async def show(call: Call) -> Reply:
    return await call.see(privacy.show)


async def again(call: Call) -> Reply:
    return await call.see(privacy.show_again)


async def export(call: Call) -> Reply:
    return await call.do(privacy.export)


async def correct(call: Call) -> Reply:
    return await call.do(privacy.correct, call.button.field)


async def withdraw(call: Call) -> Reply:
    return await (call.do(privacy.withdraw) if call.button.sure == 1 else call.see(privacy.ask_withdrawal))


async def erase(call: Call) -> Reply:
    return await (call.do(privacy.erase) if call.button.sure == 1 else call.see(privacy.ask_erasure))


COMMANDS: dict[str, Handler] = {"dulieu": show}
PRESSES: dict[type, Handler] = {
    ExportMyData: export,
    CorrectMyData: correct,
    WithdrawConsent: withdraw,
    EraseMe: erase,
    MyDataAgain: again,
}
