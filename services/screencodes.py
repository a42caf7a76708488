"""The digits on the screen, and people who check themselves in with them."""

from datetime import timedelta
from typing import Any

from documents.charts import digits_png
from domain.actor import Permission, require
from domain.checkin import MOST_TRIES, PAUSE, Opening, code_at, is_code, openings
from domain.ids import DelegateId
from domain.refusal import Refusal
from domain.views import Attachment, Reply
from services import flows
from services.checking import mine, own_standing, record
from services.desk import Work
from services.doors import Door, at_door, entrance, line
from services.flows import Flow, Step, register, some_text
from services.views.screencodes import CodeForScreen, CodeMissed, SelfCheckInClosed
from storage import checkins

_MINUTE = timedelta(minutes=1)


async def show(work: Work) -> Reply:
    """The digits of this minute, in words and as a picture for the projector."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    door, opening = await opening_for_screen(work)
    rules = await checkins.make_rules(work.connection, work.conference, door.rules.mode)
    code = code_at(rules.secret, opening.slot, work.now)
    picture = Attachment("ma-diem-danh.png", digits_png(code), photo=True)
    return Reply(it=screen_view(door, opening, code), files=(picture,))


def screen_view(door: Door, opening: Opening, code: str) -> CodeForScreen:
    """The digits with what people need to know to type them."""
    return CodeForScreen(
        slot=line(opening.slot),
        code=code,
        until=door.now.replace(second=0, microsecond=0) + _MINUTE,
        opens=opening.opens,
        closes=opening.closes,
    )


async def opening_for_screen(work: Work) -> tuple[Door, Opening]:
    """The window that is open (of several the one the organizer stands at); refuses when there is none."""
    door = await at_door(work)
    ahead = openings(door.slots, door.now)
    live = [each for each in ahead if each.opens <= door.now]
    chosen = [each for each in live if door.post.session is not None and each.slot.session == door.post.session]
    if live:
        return door, (chosen or live)[0]
    if ahead:
        raise Refusal("checkin_code_early", at=f"{ahead[0].opens:%H:%M %d/%m/%Y}")
    raise Refusal("checkin_code_never")


async def ask(work: Work) -> Reply:
    """*I am here*: ask for the digits while the window is open; else say when that is."""
    if work.actor.delegate is None:
        raise Refusal("not_a_delegate")
    await mine(work, work.actor.delegate, work.actor.account)
    door = await entrance(work)
    paused = await _paused(work)
    if paused:
        return Reply(it=CodeMissed(left=0, minutes=paused))
    if not _live(door):
        return Reply(it=_closed(door))
    return await flows.begin(work, "self_check_in", delegate=work.actor.delegate)


def _live(door: Door) -> list[Opening]:
    return [each for each in openings(door.slots, door.now) if each.opens <= door.now]


def _closed(door: Door) -> SelfCheckInClosed:
    ahead = openings(door.slots, door.now)
    if not ahead:
        return SelfCheckInClosed()
    return SelfCheckInClosed(opens=ahead[0].opens, closes=ahead[0].closes, slot=line(ahead[0].slot))


async def _paused(work: Work) -> int:
    """The minutes to wait after too many wrong codes; 0 for none."""
    missed = (await checkins.tries(work.connection, work.conference, work.actor.account)).at(work.now, PAUSE)
    if missed.count < MOST_TRIES or missed.since is None:
        return 0
    return -(-int((missed.since + PAUSE - work.now).total_seconds()) // 60)


async def _enter(work: Work, data: dict[str, Any]) -> Reply:
    """The digits were typed: checked against every window that is open; guesses are counted."""
    who = await mine(work, DelegateId(data["delegate"]), work.actor.account)
    door = await entrance(work)
    paused = await _paused(work)
    if paused:
        return Reply(it=CodeMissed(left=0, minutes=paused))
    live = _live(door)
    if not live:
        return Reply(it=_closed(door))
    secret = door.rules.secret
    slot = next((each.slot for each in live if secret and is_code(data["code"], secret, each.slot, work.now)), None)
    if slot is None:
        return await _missed(work, data)
    await checkins.forget_tries(work.connection, work.conference, work.actor.account)
    await record(work, slot, [who.id], "code")
    return Reply(it=await own_standing(work, who, just_now=True))


async def _missed(work: Work, data: dict[str, Any]) -> Reply:
    known = await checkins.tries(work.connection, work.conference, work.actor.account)
    missed = known.at(work.now, PAUSE).missed(work.now)
    assert missed.since is not None
    await checkins.set_tries(work.connection, work.conference, work.actor.account, missed.count, missed.since)
    left = MOST_TRIES - missed.count
    if left > 0:  # the form stays open for the next try
        await flows.begin(work, "self_check_in", delegate=data["delegate"])
    return Reply(it=CodeMissed(left=max(left, 0), minutes=int(PAUSE.total_seconds()) // 60))


def _digits(text: str) -> str:
    typed = some_text(text, most=40)
    if sum(each in "0123456789" for each in typed) != 4:
        raise Refusal("checkin_code_form")
    return typed


register(Flow("self_check_in", (Step("code", _digits),), finish=_enter))
