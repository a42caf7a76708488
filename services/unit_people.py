"""A unit's own people: its focal person sees who is on the list, names people, and passes their links on."""

from typing import Any

from documents.qr import qr_png
from domain.delegates import DelegateState, Entry
from domain.ids import DelegateId, UnitId
from domain.refusal import Refusal
from domain.views import Attachment, Reply
from services import flows
from services.desk import Work
from services.flows import Flow, Step, register
from services.inviting import delegate_link, works_until
from services.listing import line
from services.naming import people_lines
from services.notifying import Notice, notify
from services.occasions import occasion
from services.quotas import against
from services.views.quotas import Quota
from services.views.unit_people import OurLinkReady, UnitNamedPeople, UnitPeople, UnitPeopleNamed
from storage import attendance, delegates, organizers


async def show(work: Work) -> Reply:
    """The people of the actor's units on the list."""
    if not work.actor.units:
        raise Refusal("not_allowed")
    rows = await delegates.of_units(work.connection, work.conference, work.actor.units)
    found = await attendance.by_unit(work.connection, work.conference, work.actor.units)
    units = tuple(against(each.unit, each.name, each) for each in found)
    return Reply(it=UnitPeople(units=units, items=tuple(map(line, rows))))


async def name_people(work: Work, unit: UnitId) -> Reply:
    """Begin to name people of the unit, a line each; refuses where it has no place left."""
    found = await _own(work, unit)
    _check_room(found, 1)
    return await flows.begin(work, "name_people", unit=unit, description=found.name, left=found.left)


def _check_room(found: Quota, fresh: int) -> None:
    """Refuse more people than the unit may send."""
    if found.left is not None and fresh > found.left:
        code = "unit_quota_full" if found.left <= 0 else "unit_quota_short"
        raise Refusal(code, unit=found.name, quota=found.quota, named=found.named, left=found.left, fresh=fresh)


async def _name_people(work: Work, data: dict[str, Any]) -> Reply:
    unit = UnitId(data["unit"])
    await attendance.lock_unit(work.connection, unit)
    found = await _own(work, unit)
    name = found.name
    known = await delegates.known(work.connection, work.conference)
    fresh = []
    for who, post, _ in data["lines"]:
        if not known.has(who, name, None):
            known.add(who, name, None)
            fresh.append(Entry(name=who, post=post, unit=name))
    _check_room(found, len(fresh))
    await delegates.add_many(work.connection, work.conference, fresh, work.now)
    await work.note("delegates_named", "unit", unit, count=len(fresh))
    if fresh:
        told = UnitNamedPeople(unit=name, count=len(fresh), title=(await occasion(work)).title)
        notice = Notice(kind="delegates", it=told, subject="unit", subject_id=unit)
        await notify(work, notice, await organizers.organizer_accounts(work.connection, work.conference))
    passed_over = len(data["lines"]) - len(fresh)
    now = await _own(work, unit)
    view = UnitPeopleNamed(unit=name, count=len(fresh), passed_over=passed_over, named=now.named, quota=now.quota)
    return Reply(it=view)


async def link_of(work: Work, key: DelegateId) -> Reply:
    """The link of one of the unit's people who is not linked yet."""
    who = await delegates.lock(work.connection, key)
    if who is None or who.conference != work.conference or who.unit_id not in work.actor.units:
        raise Refusal("not_of_your_unit")
    if who.state is not DelegateState.INVITED or who.account is not None:
        raise Refusal("not_of_your_unit")
    link = await delegate_link(work, who.id)
    view = OurLinkReady(name=who.name, link=link, until=await works_until(work, link))
    return Reply(it=view, files=(Attachment("qr.png", qr_png(link), photo=True),))


async def _own(work: Work, unit: UnitId) -> Quota:
    """A unit that the actor answers for, against what it may send."""
    found = await attendance.by_unit(work.connection, work.conference, {unit} & set(work.actor.units))
    if not found:
        raise Refusal("not_of_your_unit")
    return against(found[0].unit, found[0].name, found[0])


register(
    Flow("name_people", (Step("lines", people_lines),), finish=_name_people, ends_with=frozenset({"unit_quota_full"}))
)
