"""Units and their people: one service call for each press."""

from domain.ids import AccountId, TaskId, UnitId
from domain.views import Reply
from handlers.call import Call, Handler
from services import areas, memberdesk, memberleaving, unitdesk, unitmaking
from services.views import members as m
from services.views import unit_buttons as u
from services.views.areas import TakeKind


async def desk(call: Call) -> Reply | None:
    return await call.see(unitdesk.desk, call.button.page)


async def all_units(call: Call) -> Reply | None:
    """`/donvi`: the units as a tree, or somebody's own."""
    return await call.see(unitdesk.home)


async def show(call: Call) -> Reply | None:
    return await call.see(unitdesk.show, UnitId(call.button.unit))


async def set_rank(call: Call) -> Reply | None:
    pressed = call.button
    return await call.do(unitdesk.set_rank, UnitId(pressed.unit), AccountId(pressed.account), pressed.rank)


async def release(call: Call) -> Reply | None:
    pressed = call.button
    return await call.do(unitdesk.release, UnitId(pressed.unit), AccountId(pressed.account), pressed.sure)


async def link(call: Call) -> Reply | None:
    return await call.do(unitdesk.link, UnitId(call.button.unit), call.button.rank)


async def successor(call: Call) -> Reply | None:
    return await call.do(unitdesk.successor, UnitId(call.button.unit), AccountId(call.button.account))


async def pick_parent(call: Call) -> Reply | None:
    return await call.see(unitdesk.pick_parent, UnitId(call.button.unit), call.button.page)


async def set_parent(call: Call) -> Reply | None:
    return await call.do(unitdesk.set_parent, UnitId(call.button.unit), UnitId(call.button.parent))


async def charge(call: Call) -> Reply | None:
    return await call.do(unitdesk.charge, UnitId(call.button.unit), call.button.on)


async def areas_desk(call: Call) -> Reply | None:
    return await call.see(areas.desk)


async def charge_kind(call: Call) -> Reply | None:
    return await call.do(areas.charge, call.button.kind, call.button.on)


async def name_members(call: Call) -> Reply | None:
    return await call.do(memberdesk.begin_members, UnitId(call.button.unit))


async def name_member(call: Call) -> Reply | None:
    return await call.do(memberdesk.begin_naming, UnitId(call.button.unit))


async def take_member(call: Call) -> Reply | None:
    return await call.do(memberdesk.take, UnitId(call.button.unit), UnitId(call.button.member))


async def drop_members(call: Call) -> Reply | None:
    return await call.see(memberleaving.pick, UnitId(call.button.unit), call.button.page)


async def drop_member(call: Call) -> Reply | None:
    pressed = call.button
    return await call.do(memberleaving.drop, UnitId(pressed.unit), UnitId(pressed.member), pressed.sure)


async def add_unit(call: Call) -> Reply | None:
    return await call.do(unitmaking.begin, call.button.how, TaskId(call.button.task))


async def name_alias(call: Call) -> Reply | None:
    return await call.do(unitmaking.begin_alias, UnitId(call.button.unit))


COMMANDS: dict[str, Handler] = {"donvi": all_units}
PRESSES: dict[type, Handler] = {
    u.UnitsDesk: desk,
    u.OpenUnit: show,
    u.SetRank: set_rank,
    u.ReleasePerson: release,
    u.UnitLink: link,
    u.SuccessorLink: successor,
    u.PickParent: pick_parent,
    u.PutUnder: set_parent,
    u.TakeCharge: charge,
    u.AreasDesk: areas_desk,
    TakeKind: charge_kind,
    u.AddUnit: add_unit,
    u.NameAlias: name_alias,
    m.NameMembers: name_members,
    m.NameMember: name_member,
    m.TakeMember: take_member,
    m.DropMembers: drop_members,
    m.DropMember: drop_member,
}
