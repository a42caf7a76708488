"""What somebody types or sends while a form is open."""

from domain.views import Reply
from handlers.call import Call, Handler
from services import flows
from services.views.forms import CancelForm, SkipStep


async def take(call: Call) -> Reply:
    """Text for the open form."""
    return await call.do(flows.take, call.text)


async def take_unreadable(call: Call) -> Reply:
    """A sticker or a voice message for the open form."""
    return await call.do(flows.take_unreadable)


async def skip(call: Call) -> Reply:
    """Leave the step empty."""
    return await call.do(flows.skip)


async def leave(call: Call) -> Reply:
    """`/huy`: leave whatever was begun."""
    return await call.do(flows.leave)


COMMANDS: dict[str, Handler] = {"huy": leave}
PRESSES: dict[type, Handler] = {CancelForm: leave, SkipStep: skip}
