"""`/haucan`: seat, lodging, transport, meals, diet, badge name."""

from domain.ids import ConferenceId, DelegateId
from domain.views import Reply
from handlers.call import Call, Handler
from services import logisticlists, logistics
from services.views.logistics_buttons import (
    ApplySheet,
    Arrange,
    FindGuest,
    GuestsFound,
    LogisticsHome,
    LogisticsSheet,
    MyOwnNeeds,
    NeedsHere,
    SayNeed,
    SheetBack,
    ShowGuest,
)


async def haucan(call: Call) -> Reply:
    return await call.see(logistics.home)


async def overview(call: Call) -> Reply:
    return await call.see(logistics.overview, edit=True)


async def mine(call: Call) -> Reply:
    return await call.see(logistics.mine)


async def needs_here(call: Call) -> Reply:
    return await call.do(logistics.mine_in, ConferenceId(call.button.conference))


async def say_need(call: Call) -> Reply:
    return await call.do(logistics.ask_need, call.button.field)


async def find(call: Call) -> Reply:
    return await call.do(logistics.ask_whom)


async def found(call: Call) -> Reply:
    return await call.see(logistics.found, call.button.page)


async def show(call: Call) -> Reply:
    return await call.see(logistics.show, DelegateId(call.button.delegate))


async def arrange(call: Call) -> Reply:
    return await call.do(logistics.ask_arrangement, DelegateId(call.button.delegate), call.button.field)


async def sheet_out(call: Call) -> Reply:
    return await call.do(logisticlists.sheet_out)


async def sheet_back(call: Call) -> Reply:
    return await call.do(logisticlists.ask_sheet)


async def apply_sheet(call: Call) -> Reply:
    return await call.do(logisticlists.apply, call.button.check)


COMMANDS: dict[str, Handler] = {"haucan": haucan}
PRESSES: dict[type, Handler] = {
    LogisticsHome: overview,
    MyOwnNeeds: mine,
    NeedsHere: needs_here,
    SayNeed: say_need,
    FindGuest: find,
    GuestsFound: found,
    ShowGuest: show,
    Arrange: arrange,
    LogisticsSheet: sheet_out,
    SheetBack: sheet_back,
    ApplySheet: apply_sheet,
}
