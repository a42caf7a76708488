"""Somebody comes to a unit by a link that says in which rank and in whose place: colleagues and organizers are told."""

from domain.ids import AccountId, UnitId
from domain.tasks import awaits_unit
from services.desk import Work
from services.notifying import Notice, notify
from services.tasklists import conference_of
from services.tasknotices import organizers_for, tell
from services.views.unitdesk import FocalChanged, NoLongerFocal
from storage import tasks, units


async def settle_in(work: Work, unit: UnitId, account: AccountId) -> None:
    """Give the newcomer the rank that the link says; whoever they replace no longer answers for the unit."""
    terms = await units.terms_of_link(work.connection, unit, account)
    if terms is None:
        return
    rank, replaces = terms
    await units.set_rank(work.connection, unit, account, rank)
    if replaces is not None and replaces != account:
        await leave(work, unit, replaces, account)


async def leave(work: Work, unit: UnitId, account: AccountId, successor: AccountId | None = None) -> bool:
    """Somebody no longer answers for the unit, whose tasks stay as they are; whether they did until now."""
    names = await tasks.names_of(work.connection, work.conference, [account, successor])
    if not await units.release(work.connection, unit, account):
        return False
    await work.note("unit_person_left", "unit", unit)
    name = dict(await tasks.units_of(work.connection, work.conference))[unit]
    title = (await conference_of(work)).title
    found = await tasks.of_units(work.connection, work.conference, [unit])
    number = sum(task.unit == unit and awaits_unit(task.state) for task in found)
    came = None if successor is None else names.get(successor)
    it = FocalChanged(unit=name, came=came, left=names.get(account), replaced=successor is not None, open=number)
    await tell(work, NoLongerFocal(unit=name, conference=title), [account])
    staying = [who.account for who in (await units.answerers(work.connection, [unit])).get(unit, [])]
    others = [each for each in staying if each not in (account, successor)]
    told = [each for each in dict.fromkeys([*others, *await organizers_for(work, unit)]) if each != work.actor.account]
    if told:  # about the person, so that it goes with them once they are erased
        await notify(work, Notice(kind="task", it=it, subject="account", subject_id=account), told)
    return True
