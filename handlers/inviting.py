"""`/moi`: links for the team, units and groups."""

from domain.ids import AccountId, UnitId
from domain.joining import Purpose
from domain.views import Reply
from handlers.call import Call, Handler
from services import inviting, linking
from services.views.inviting import (
    InviteAllUnits,
    InviteDoor,
    InviteGroup,
    InviteHome,
    InviteOrganizer,
    InviteUnit,
    InviteUnits,
    ListTeam,
    RemoveHelper,
    RenewUnit,
    RevokeLink,
)


async def home(call: Call) -> Reply:
    return await call.see(inviting.menu)


async def organizer(call: Call) -> Reply:
    return await call.do(inviting.invite_helper, Purpose.ORGANIZER)


async def door(call: Call) -> Reply:
    return await call.do(inviting.invite_helper, Purpose.DOOR)


async def units(call: Call) -> Reply:
    return await call.see(inviting.choose_unit, call.button.page)


async def unit(call: Call) -> Reply:
    return await call.do(inviting.invite_unit, UnitId(call.button.unit))


async def all_units(call: Call) -> Reply:
    return await call.do(linking.unit_links)


async def renew_unit(call: Call) -> Reply:
    return await call.do(inviting.invite_unit, UnitId(call.button.unit), renew=True)


async def group(call: Call) -> Reply:
    return await call.do(inviting.invite_group, UnitId(call.button.unit) if call.button.unit else None)


async def team(call: Call) -> Reply:
    return await call.see(inviting.team)


async def remove(call: Call) -> Reply:
    account = AccountId(call.button.account)
    if call.button.sure == 1:
        return await call.do(inviting.remove_helper, account)
    return await call.see(inviting.ask_removal, account)


async def revoke(call: Call) -> Reply:
    return await call.do(inviting.revoke_link, call.button.key)


COMMANDS: dict[str, Handler] = {"moi": home}
PRESSES: dict[type, Handler] = {
    InviteHome: home,
    InviteOrganizer: organizer,
    InviteDoor: door,
    InviteUnits: units,
    InviteUnit: unit,
    InviteAllUnits: all_units,
    RenewUnit: renew_unit,
    InviteGroup: group,
    ListTeam: team,
    RemoveHelper: remove,
    RevokeLink: revoke,
}
