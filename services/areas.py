"""Organizers per area: who looks after which kind of task. Who looks after which unit stands in `unitdesk`."""

from domain.actor import Permission, require
from domain.refusal import Refusal
from domain.taskkinds import Kind, kind_of
from domain.tasks import awaits_unit
from domain.views import Reply
from services.desk import Work
from services.views.areas import AreaLine, AreaList
from storage import tasks, units


async def desk(work: Work, said: str | None = None) -> Reply:
    """The kinds of tasks that the conference has, with the organizers who look after each."""
    require(work.actor, Permission.MANAGE_TASKS)
    found = await tasks.all_of(work.connection, work.conference)
    charge = await units.kinds(work.connection, work.conference)
    names = await tasks.names_of(work.connection, work.conference, {each for own in charge.values() for each in own})
    kinds = [kind_of(task.text) for task in found]
    open_ones = [kind_of(task.text) for task in found if awaits_unit(task.state)]
    lines = tuple(
        AreaLine(
            kind=kind.value,
            tasks=kinds.count(kind),
            open=open_ones.count(kind),
            in_charge=tuple(names.get(each, "—") for each in charge.get(kind, ())),
            mine=work.actor.account in charge.get(kind, ()),
        )
        for kind in Kind
        if kind in kinds or kind in charge
    )
    return Reply(it=AreaList(lines=lines, said=said), edit=True)


async def charge(work: Work, name: str, on: int) -> Reply:
    """The organizer looks after tasks of this kind, or no longer."""
    require(work.actor, Permission.MANAGE_TASKS)
    try:
        kind = Kind(name)
    except ValueError:
        raise Refusal("stale_button") from None
    change = units.take_kind if on else units.leave_kind
    await change(work.connection, work.conference, kind.value, work.actor.account)
    await work.note("kind_charge", kind=kind.value, on=bool(on))
    return await desk(work, "charge" if on else "no_charge")
