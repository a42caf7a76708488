"""Checking people in at the door: by their code, by search, once; taken back; and where somebody stands."""

from typing import Any

from documents.qr import qr_png
from domain.actor import Permission, Role, require
from domain.checkin import Slot, check_may_enter
from domain.delegates import Delegate, DelegateState, Rsvp
from domain.ids import AccountId, ConferenceId, DelegateId
from domain.joining import token_in
from domain.logistics import Field
from domain.refusal import Refusal
from domain.views import Attachment, Reply
from services import doors, flows, joining, presence
from services.desk import Work, local
from services.doors import Door, at_door
from services.flows import Flow, Step, register
from services.logistics import arranged
from services.naming import short_text
from services.occasions import enter
from services.views.checkin import Arrival, Came, CheckInUndone, CodeForOthers, Found, FoundPage, OwnCode
from storage import checkins, delegates, organizers, people, programmes, rolls
from storage.checkins import CheckIn
from storage.rolls import RollLine

A_PAGE = 8


async def open_code(work: Work, text: str) -> Reply:
    """Somebody's code was scanned: only the staff's opening counts; the person themselves sees where they stand."""
    found = await checkins.whose(work.connection, token_in(text))
    if found is None:  # forged, or a personal link that happens to begin like a code
        return await joining.open_link(work, text)
    conference, key = found
    if conference == work.actor.conference and work.actor.may(Permission.CHECK_IN):
        return await check_in(work, key, "scan")
    who = await delegates.get(work.connection, key)
    if who is not None and who.account == work.actor.account:
        enter(work, conference)
        return await _own(work, who)
    if work.actor.may(Permission.CHECK_IN) or await _is_staff(work, conference):
        raise await _elsewhere(work, conference)
    return Reply(it=CodeForOthers())


async def _is_staff(work: Work, conference: ConferenceId) -> bool:
    held = await organizers.organizer_role(work.connection, conference, work.actor.account)
    return held is not None or Role.OWNER in work.actor.roles


async def _elsewhere(work: Work, conference: ConferenceId) -> Refusal:
    """The code is of another conference; its title is told to its own staff only."""
    found = await programmes.conference(work.connection, conference)
    if found is None or not await _is_staff(work, conference):
        return Refusal("checkin_other_conference")
    return Refusal("checkin_switch_conference", title=found.title)


async def check_in(work: Work, key: DelegateId, way: str = "list") -> Reply:
    """This person is here. A second time it says when, by whom and where it was written down before."""
    door = await at_door(work)
    who = await _expected(work, key)
    values = row_of(work, door.slot, way, place=door.post.place)
    fresh = await checkins.add_one(work.connection, values | {"delegate_id": key})
    if fresh is not None:
        await work.note("checked_in", "delegate", key, slot=door.slot.key, way=way)
    row = fresh or await checkins.find(work.connection, work.conference, door.slot.key, key)
    if row is None:
        raise Refusal("delegate_gone")
    return await _arrival(work, door, who, row, fresh is not None)


async def _expected(work: Work, key: DelegateId) -> RollLine:
    """Who it is, in one statement where they may come in; else refuses with the reason."""
    found = await rolls.line(work.connection, work.conference, key)
    if found is None or found.rsvp == Rsvp.SUBSTITUTED:
        who = await delegates.get(work.connection, key)
        if who is not None and who.conference == work.conference:
            check_may_enter(who)
        raise Refusal("delegate_gone")
    return found


async def record(
    work: Work,
    slot: Slot,
    keys: list[DelegateId],
    way: str,
    place: str | None = None,
    at: Any = None,
    batch: str | None = None,
) -> list[DelegateId]:
    """Write down who came; whoever stands there already is left as they are. Those who are new."""
    common = row_of(work, slot, way, place, at, batch)
    fresh = await checkins.add(work.connection, [common | {"delegate_id": key} for key in keys])
    if batch is None and fresh:
        await work.note("checked_in", "delegate", fresh[0], slot=slot.key, way=way)
    return fresh


def row_of(
    work: Work, slot: Slot, way: str, place: str | None = None, at: Any = None, batch: str | None = None
) -> dict[str, Any]:
    """A check-in by the actor, whoever it is of."""
    return {
        "conference_id": work.conference,
        "slot": slot.key,
        "at": at or work.now,
        "recorded_at": work.now,
        "account_id": work.actor.account,
        "role": _role(work),
        "way": way,
        "place": place or slot.place,
        "batch": batch,
    }


def _role(work: Work) -> str:
    held = work.actor.roles
    return next((each.value for each in (Role.OWNER, Role.ORGANIZER, Role.DOOR) if each in held), Role.DELEGATE.value)


async def _arrival(work: Work, door: Door, who: RollLine, row: CheckIn, fresh: bool) -> Reply:
    view = Arrival(
        check_in=row.id,
        name=who.name,
        post=who.post,
        unit=who.unit,
        group=who.group,
        number=who.number,
        seat=who.seat,
        slot=doors.line(door.slot),
        at=local(row.at, door.programme.conference.timezone),
        fresh=fresh,
        by=row.role,
        by_name=None if fresh else await _name_of(work, row),
        way=row.way,
        place=row.place,
        declined=who.rsvp == Rsvp.DECLINED,
        substitute=who.substitute,
        may_undo=_may_undo(work, row),
    )
    return Reply(it=view)


async def _name_of(work: Work, row: CheckIn) -> str | None:
    """Who wrote it down, by name, so that two at the door can ask each other."""
    if row.account is None or row.role == Role.DELEGATE.value:
        return None
    return await people.own_name(work.connection, work.conference, row.account)


# --- taken back -----------------------------------------------------------------------------------------------------


def _may_undo(work: Work, row: CheckIn) -> bool:
    """Organizers at any time; door staff what they wrote down themselves, as long as the setting says."""
    if work.actor.organizes:
        return True
    young = (work.now - row.recorded_at).total_seconds() <= work.settings.undo_minutes * 60
    return young and row.account == work.actor.account


def check_may_undo(work: Work, row: CheckIn | None) -> CheckIn:
    """The check-in, if this person may strike it out now."""
    require(work.actor, Permission.CHECK_IN)
    if row is None or row.conference != work.conference:
        raise Refusal("checkin_undone_already")
    if not _may_undo(work, row):
        raise Refusal("checkin_undo_late", minutes=work.settings.undo_minutes)
    return row


async def undo(work: Work, key: int) -> Reply:
    """Strike a mistaken check-in out."""
    row = check_may_undo(work, await checkins.get(work.connection, key))
    await checkins.undo(work.connection, row.id)
    await presence.check_no_ballot(work, [row.delegate])
    await work.note("check_in_undone", "delegate", row.delegate, slot=row.slot)
    who = await delegates.get(work.connection, row.delegate)
    return Reply(it=CheckInUndone(delegate=row.delegate, name=who.name if who else ""), edit=True)


# --- search ---------------------------------------------------------------------------------------------------------


async def ask_whom(work: Work) -> Reply:
    """Begin to look for somebody."""
    _ = (await at_door(work)).slot
    return await flows.begin(work, "find_arrival")


async def _look(work: Work, data: dict[str, Any]) -> Reply:
    require(work.actor, Permission.CHECK_IN)
    await checkins.set_post(work.connection, work.conference, work.actor.account, query=data["query"])
    return await found(work, 0, edit=False)


async def found(work: Work, page: int, edit: bool = True) -> Reply:
    """A page of what the staff member looked for last."""
    door = await at_door(work)
    query = door.post.query
    if query is None:
        raise Refusal("stale_button")
    rows, total = await rolls.search(work.connection, work.conference, query, A_PAGE, max(page, 0) * A_PAGE)
    came = await checkins.present(work.connection, work.conference, door.slot.key, [each.delegate for each in rows])
    zone = door.programme.conference.timezone
    items = tuple(
        Found(
            delegate=each.delegate,
            name=each.name,
            post=each.post,
            unit=each.unit,
            number=each.number,
            rsvp=each.rsvp,
            at=local(came[each.delegate], zone).time() if each.delegate in came else None,
        )
        for each in rows
    )
    pages = max(1, -(-total // A_PAGE))
    return Reply(it=FoundPage(query=query, items=items, total=total, page=page, pages=pages), edit=edit)


# --- one's own ------------------------------------------------------------------------------------------------------


async def my_code(work: Work) -> Reply:
    """`/maqr`: the delegate's own code as a picture, with the same facts in words."""
    if work.actor.delegate is None:
        raise Refusal("not_a_delegate")
    who = await delegates.get(work.connection, work.actor.delegate)
    if who is None:
        raise Refusal("not_a_delegate")
    if who.rsvp is Rsvp.SUBSTITUTED:
        raise Refusal("checkin_own_substituted")
    return await _own(work, who)


async def _own(work: Work, who: Delegate, just_now: bool = False) -> Reply:
    if who.state is not DelegateState.INVITED:
        raise Refusal("not_invited_here")
    token = await checkins.token_of(work.connection, work.conference, who.id)
    picture = Attachment("ma-qr.png", qr_png(work.desk.link(token)), photo=True)
    return Reply(it=await own_standing(work, who, just_now), files=() if just_now else (picture,))


async def own_standing(work: Work, who: Delegate, just_now: bool = False) -> OwnCode:
    """Where the person stands at the door."""
    door = await doors.entrance(work)
    zone = door.programme.conference.timezone
    came = []
    for row in await checkins.of_delegate(work.connection, who.id):
        try:
            slot = doors.line(door.slot_of(row.slot))
        except Refusal:  # a session that is no longer held
            slot = None
        came.append(Came(slot=slot, at=local(row.at, zone)))
    seat = (await arranged(work, who)).get(Field.SEAT)
    return OwnCode(
        title=door.programme.conference.title,
        name=who.name,
        post=who.post,
        unit=who.unit,
        number=await rolls.number_of(work.connection, who.id),
        seat=seat.value if seat else None,
        came=tuple(came),
        just_now=just_now,
    )


async def mine(work: Work, key: DelegateId, account: AccountId) -> Delegate:
    """The actor's own place on the list, as it may be checked in."""
    who = await delegates.get(work.connection, key)
    if who is None or who.account != account:
        raise Refusal("not_a_delegate")
    check_may_enter(who)
    return who


register(Flow("find_arrival", (Step("query", short_text),), finish=_look))
