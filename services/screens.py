"""The digits on the projector renew themselves: one message, its picture put in place of the last with each minute."""

from dataclasses import dataclass
from datetime import datetime

from domain.actor import Permission, Role, require
from domain.checkin import code_at, openings
from domain.ids import AccountId
from domain.refusal import Refusal
from services.desk import Work
from services.doors import entrance, line
from services.occasions import enter
from services.screencodes import opening_for_screen, screen_view
from services.views.screencodes import CodeForScreen, CodeScreenOver
from storage import checkins, codescreens, people
from storage.codescreens import CodeScreen


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenNow:
    """What a message shows from now on; `digits` are empty when it is over."""

    account: AccountId
    message: int
    language: str
    it: CodeForScreen | CodeScreenOver
    digits: str


async def keep(work: Work, message: int) -> None:
    """The message that shows the digits renews itself until its window closes."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    door, opening = await opening_for_screen(work)
    closes = work.now + (opening.closes - door.now)
    await codescreens.keep(
        work.connection, work.conference, work.actor.account, message, opening.slot.key, closes, work.now
    )


async def any_due(work: Work) -> bool:
    """Whether a message shows the digits of an earlier minute."""
    return await codescreens.how_many(work.connection, _minute(work)) > 0


async def tick(work: Work) -> list[ScreenNow]:
    """What each of them shows in this minute; those whose time is over, and whose owner has left, show it no more."""
    found = []
    for screen in await codescreens.stale(work.connection, _minute(work)):
        if not await codescreens.take(work.connection, screen, work.now):
            continue
        now = await _now(work, screen)
        if isinstance(now.it, CodeScreenOver):
            await codescreens.drop(work.connection, screen.account, screen.message)
        found.append(now)
    return found


async def drop(work: Work, account: AccountId, message: int) -> None:
    """The message is gone: nothing is to be renewed."""
    await codescreens.drop(work.connection, account, message)


def _minute(work: Work) -> datetime:
    return work.now.replace(second=0, microsecond=0)


async def _now(work: Work, screen: CodeScreen) -> ScreenNow:
    enter(work, screen.conference)
    view: CodeForScreen | CodeScreenOver
    try:
        view = await _still(work, screen)
    except Refusal:  # the session is not held any more, or the programme is a draft again
        view = CodeScreenOver()
    digits = view.code if isinstance(view, CodeForScreen) else ""
    return ScreenNow(account=screen.account, message=screen.message, language=screen.language, it=view, digits=digits)


async def _still(work: Work, screen: CodeScreen) -> CodeForScreen | CodeScreenOver:
    door = await entrance(work)
    slot = door.slot_of(screen.slot)
    opening = next((each for each in openings([slot], door.now) if each.opens <= door.now < each.closes), None)
    if opening is None or not await _organizes(work, screen):
        present = len(await checkins.present(work.connection, work.conference, slot.key))
        return CodeScreenOver(slot=line(slot), present=present)
    return screen_view(door, opening, code_at(door.rules.secret, slot, work.now))


async def _organizes(work: Work, screen: CodeScreen) -> bool:
    role = await people.organizer_role(work.connection, screen.conference, screen.account)
    account = await people.account(work.connection, screen.account)
    return role == Role.ORGANIZER.value or bool(account and account.is_owner)
