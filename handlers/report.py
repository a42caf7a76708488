"""The end report: one service call for the command and each press."""

from domain.views import Reply
from handlers.call import Call, Handler
from services import ending, reporting
from services.views.report import ConfirmEnd, EndConference, ReopenConference, ShowReport


async def report(call: Call) -> Reply | None:
    """`/baocao`."""
    return await call.do(reporting.end_report)


async def ask_end(call: Call) -> Reply | None:
    return await call.see(ending.ask_end, call.button.revision)


async def end(call: Call) -> Reply | None:
    return await call.do(ending.end, call.button.revision)


async def reopen(call: Call) -> Reply | None:
    return await call.do(ending.reopen, call.button.revision)


COMMANDS: dict[str, Handler] = {"baocao": report}
PRESSES: dict[type, Handler] = {
    ShowReport: report,
    EndConference: ask_end,
    ConfirmEnd: end,
    ReopenConference: reopen,
}
