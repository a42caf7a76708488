"""The menu."""

from domain.views import Reply
from handlers.call import Call, Handler
from services import menus


async def menu(call: Call) -> Reply:
    """`/menu`: what this person can do."""
    return await call.see(menus.menu)


COMMANDS: dict[str, Handler] = {"menu": menu, "help": menu, "trogiup": menu}
PRESSES: dict[type, Handler] = {}
