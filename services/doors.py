"""The desk at the door: for what people are checked in now, where each of the staff stands, and the rules."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.actor import Permission, require
from domain.checkin import Mode, Slot, slot_now, slots_of
from domain.conference import ConferenceState, Programme
from domain.ids import SessionId
from domain.refusal import Refusal
from domain.views import Reply
from services import flows
from services.desk import Work, local
from services.flows import Flow, Step, register
from services.naming import short_text
from services.programmes import current
from services.views.doors import DoorDesk, SlotLine, SlotPicker
from storage import arrivals, checkins
from storage.checkins import Post, Rules

SLOTS_A_PAGE = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """What one of the staff works with: the programme, the rules, their post, and the local time."""

    programme: Programme
    rules: Rules
    post: Post
    now: datetime

    @property
    def slots(self) -> tuple[Slot, ...]:
        return slots_of(self.programme, self.rules.mode)

    @property
    def slot(self) -> Slot:
        """What people are checked in for now; refuses outside the conference's days."""
        return slot_now(self.slots, self.now, self.post.session)

    def slot_of(self, key: str) -> Slot:
        """The slot of a button or a row, also where the rules have changed since."""
        every = (each for mode in Mode for each in slots_of(self.programme, mode))
        found = next((each for each in every if each.key == key), None)
        if found is None:
            raise Refusal("checkin_slot_gone")
        return found


async def at_door(work: Work) -> Door:
    """The door of one of the staff; refuses everybody else, and before the conference is published."""
    require(work.actor, Permission.CHECK_IN)
    rules, post = await checkins.at_door(work.connection, work.conference, work.actor.account)
    return await _door(work, rules, post)


async def entrance(work: Work) -> Door:
    """Programme, rules and local time, whoever asks."""
    return await _door(work, await checkins.rules(work.connection, work.conference), Post())


async def _door(work: Work, rules: Rules | None, post: Post) -> Door:
    programme = await current(work)
    if programme.conference.state is ConferenceState.DRAFT:
        raise Refusal("not_published")
    return Door(
        programme=programme,
        rules=rules or Rules(Mode.DAY, ""),
        post=post,
        now=local(work.now, programme.conference.timezone),
    )


def line(slot: Slot) -> SlotLine:
    """The slot as views show it."""
    return SlotLine(key=slot.key, day=slot.day, title=slot.title, start=slot.start)


async def desk(work: Work, edit: bool = False) -> Reply:
    """`/diemdanh` for the staff: what people are checked in for, how many are here, what can be done."""
    door = await at_door(work)
    slot, refusal = _slot_or_why(door)
    sums = [] if slot is None else await arrivals.sums(work.connection, work.conference, slot.key)
    view = DoorDesk(
        title=door.programme.conference.title,
        mode=door.rules.mode.value,
        organizer=work.actor.organizes,
        slot=None if slot is None else line(slot),
        why=None if refusal is None else refusal.code,
        values={} if refusal is None else refusal.values,
        present=sum(each.present for _, _, each in sums),
        expected=sum(each.expected for _, _, each in sums),
        place=door.post.place,
        several=slot is not None and sum(each.day == slot.day for each in door.slots) > 1,
    )
    return Reply(it=view, edit=edit)


def _slot_or_why(door: Door) -> tuple[Slot | None, Refusal | None]:
    try:
        return door.slot, None
    except Refusal as refusal:
        return None, refusal


async def switch_mode(work: Work, mode: str) -> Reply:
    """Check people in once a day, or for each session, from now on."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    if mode not in tuple(Mode):
        raise Refusal("stale_button")
    await checkins.set_mode(work.connection, work.conference, Mode(mode))
    await work.note("check_in_mode", "conference", work.conference, mode=mode)
    return await desk(work, edit=True)


async def pick_session(work: Work, page: int) -> Reply:
    """Offer today's sessions."""
    door = await at_door(work)
    today = [each for each in door.slots if each.day == door.slot.day and each.session is not None]
    return Reply(it=picker(today, page, sheet=False), edit=True)


def picker(slots: list[Slot], page: int, sheet: bool) -> SlotPicker:
    """A page of slots to choose from."""
    pages = max(1, -(-len(slots) // SLOTS_A_PAGE))
    page = min(max(page, 0), pages - 1)
    shown = slots[page * SLOTS_A_PAGE : (page + 1) * SLOTS_A_PAGE]
    return SlotPicker(items=tuple(map(line, shown)), sheet=sheet, page=page, pages=pages)


async def stand_at(work: Work, session: int) -> Reply:
    """The staff member checks people in for this session today; 0 lets the clock decide."""
    door = await at_door(work)
    if session and not any(each.session == session and each.day == door.now.date() for each in door.slots):
        raise Refusal("checkin_slot_gone")
    chosen = SessionId(session) if session else None
    await checkins.set_post(work.connection, work.conference, work.actor.account, session_id=chosen)
    return await desk(work, edit=True)


async def ask_place(work: Work) -> Reply:
    """Begin to say at which door one stands."""
    require(work.actor, Permission.CHECK_IN)
    _ = work.conference
    return await flows.begin(work, "door_place")


async def _keep_place(work: Work, data: dict[str, Any]) -> Reply:
    require(work.actor, Permission.CHECK_IN)
    await checkins.set_post(work.connection, work.conference, work.actor.account, place=data["place"])
    return await desk(work)


register(Flow("door_place", (Step("place", short_text, optional=True),), finish=_keep_place))
