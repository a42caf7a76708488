"""What renews itself with each minute in one message: the digits on the projector, the arrival board for an hour."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.actor import Permission, Role, require
from domain.checkin import code_at, openings
from domain.ids import AccountId
from domain.refusal import Refusal
from domain.views import Reply
from services import boards, doors
from services.desk import Work
from services.doors import at_door, entrance, line
from services.occasions import enter
from services.screencodes import opening_for_screen, screen_view
from services.views.boards import ArrivalBoard
from services.views.screencodes import CodeForScreen, CodeScreenOver
from storage import checkins, livescreens, organizers, people
from storage.livescreens import LiveScreen

BOARD_LIVES = timedelta(hours=1)
"""How long a board renews itself after it was asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenNow:
    """What a message shows from now on; `digits` are empty when it is over, and where it is a board."""

    account: AccountId
    message: int
    language: str
    it: CodeForScreen | CodeScreenOver | ArrivalBoard
    digits: str = ""


async def keep(work: Work, message: int) -> None:
    """The message that shows the digits renews itself until its window closes."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    door, opening = await opening_for_screen(work)
    closes = work.now + (opening.closes - door.now)
    await livescreens.keep(
        work.connection, work.conference, work.actor.account, message, opening.slot.key, closes, work.now
    )


async def board(work: Work, by: str = "group", page: int = 0, message: int | None = None) -> Reply:
    """The arrival board in a message that shows it as it stands with each minute, for an hour from now on."""
    door = await at_door(work)
    slot = boards.shown(door)
    until = None if message is None else work.now + BOARD_LIVES
    organizer = work.actor.may(Permission.MANAGE_PEOPLE)
    found = await boards.as_it_stands(work, door, slot, by, page, until, organizer)
    if message is not None and until is not None:
        account, shows = work.actor.account, (found.by, found.page)  # what there is of it, whatever a press asked for
        await livescreens.keep(work.connection, work.conference, account, message, slot.key, until, work.now, *shows)
    return Reply(it=found, edit=True)


async def desk(work: Work, message: int | None) -> Reply:
    """The desk at the door, in place of a board, which renews itself no more; beside the digits, which go on."""
    shows = None if message is None else await livescreens.shows(work.connection, work.actor.account, message)
    if message is not None and shows not in (None, livescreens.CODE):
        await livescreens.drop(work.connection, work.actor.account, message)
    return await doors.desk(work, edit=shows != livescreens.CODE)


async def due(work: Work) -> list[LiveScreen]:
    """The messages that show what was true in an earlier minute."""
    return await livescreens.stale(work.connection, _minute(work))


async def renewed(work: Work, screen: LiveScreen) -> ScreenNow | None:
    """What the message shows in this minute.

    None where it shows something else meanwhile, or another process has taken it, and for whose owner has left. One
    whose time is over shows no more after this.
    """
    if not await livescreens.take(work.connection, screen, work.now):
        return None
    enter(work, screen.conference)
    now = await (_code_now(work, screen) if screen.shows == livescreens.CODE else _board_now(work, screen))
    if now is None or isinstance(now.it, CodeScreenOver) or screen.closes_at <= work.now:
        await livescreens.drop(work.connection, screen.account, screen.message)
    return now


async def _board_now(work: Work, screen: LiveScreen) -> ScreenNow | None:
    """The board as it stands; None for who is not at the door any more, and where its session is not held."""
    roles = await _role(work, screen)
    if not roles & {Role.OWNER, Role.ORGANIZER, Role.DOOR}:
        return None
    try:
        door = await entrance(work)
        slot = door.slot_of(screen.slot)
    except Refusal:
        return None
    until = screen.closes_at if screen.closes_at > work.now else None
    organizer = bool(roles & {Role.OWNER, Role.ORGANIZER})
    view = await boards.as_it_stands(work, door, slot, screen.shows, screen.page, until, organizer)
    return ScreenNow(account=screen.account, message=screen.message, language=screen.language, it=view)


async def drop(work: Work, account: AccountId, message: int) -> None:
    """The message is gone: nothing is to be renewed."""
    await livescreens.drop(work.connection, account, message)


def _minute(work: Work) -> datetime:
    return work.now.replace(second=0, microsecond=0)


async def _code_now(work: Work, screen: LiveScreen) -> ScreenNow:
    view: CodeForScreen | CodeScreenOver
    try:
        view = await _still(work, screen)
    except Refusal:  # the session is not held any more, or the programme is a draft again
        view = CodeScreenOver()
    digits = view.code if isinstance(view, CodeForScreen) else ""
    return ScreenNow(account=screen.account, message=screen.message, language=screen.language, it=view, digits=digits)


async def _still(work: Work, screen: LiveScreen) -> CodeForScreen | CodeScreenOver:
    door = await entrance(work)
    slot = door.slot_of(screen.slot)
    opening = next((each for each in openings([slot], door.now) if each.opens <= door.now < each.closes), None)
    if opening is None or not await _role(work, screen) & {Role.OWNER, Role.ORGANIZER}:
        present = len(await checkins.present(work.connection, work.conference, slot.key))
        return CodeScreenOver(slot=line(slot), present=present)
    return screen_view(door, opening, code_at(door.rules.secret, slot, work.now))


async def _role(work: Work, screen: LiveScreen) -> set[Role]:
    """What the person may be, as far as screens go."""
    role = await organizers.organizer_role(work.connection, screen.conference, screen.account)
    account = await people.account(work.connection, screen.account)
    return ({Role(role)} if role else set()) | ({Role.OWNER} if account and account.is_owner else set())
