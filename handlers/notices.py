"""*Đã nhận* under a notice."""

from domain.ids import NoticeId
from domain.views import Reply
from handlers.call import Call, Handler
from services import delivering
from services.views.notices import Received


async def received(call: Call) -> Reply | None:
    """The person has read the notice."""
    return await call.do(delivering.acknowledge, NoticeId(call.button.notice))


COMMANDS: dict[str, Handler] = {}
PRESSES: dict[type, Handler] = {Received: received}
