"""The team, group chats, languages, several conferences."""

from dataclasses import replace
from typing import Any

import pytest
import pytest_asyncio

from domain.actor import Role
from domain.conference import Conference, Programme, Unit
from domain.ids import AccountId, UnitId
from domain.joining import Purpose
from domain.refusal import Refusal
from services import flows, inviting, joining, settling
from services.desk import SYSTEM
from services.views.inviting import ConfirmRemoval, InviteMenu, LinkReady, Member, Team, UnusedLink
from services.views.joining import Appointed, GroupLinked, LinkUseless, MyConferences, NameKept
from storage import organizers, people

PROGRAMME = Programme(
    conference=Conference(code="SK", title="Hội nghị sơ kết"),
    units=(Unit(id=UnitId(1), name="Phòng Nội vụ", position=1),),
)


@pytest_asyncio.fixture
async def opened(office: Any) -> Any:
    """A conference with its owner (account 1)."""
    await office.opens(PROGRAMME)
    link = await office.do(SYSTEM, inviting.owner_link)
    await office.joins(1, link.split("=")[1])
    return office


async def link_for(office: Any, purpose: Purpose, name: str) -> LinkReady:
    await office.do(await office.again(1), inviting.invite_helper, purpose)
    view = (await office.do(await office.again(1), flows.take, name)).it
    assert isinstance(view, LinkReady)
    return view


async def test_the_owner_invites_an_organizer_who_is_known_by_the_name_given(opened: Any) -> None:
    ready = await link_for(opened, Purpose.ORGANIZER, "Lê <Văn> Ba")
    assert (ready.purpose, ready.name) == ("organizer", "Lê <Văn> Ba")
    joined = await opened.joins(2, ready.link)
    assert (type(joined), joined.purpose, joined.named) == (Appointed, "organizer", True)
    team = (await opened.do(await opened.again(1), inviting.team)).it
    assert team == Team(
        members=(
            Member(account=1, role="owner", name=None),
            Member(account=2, role="organizer", name="Lê <Văn> Ba"),
        ),
        links=(),
        may_remove=True,
    )


async def test_an_organizer_does_not_appoint_organizers_but_may_invite_door_staff(opened: Any) -> None:
    organizer = await opened.organizer(2)
    assert (await opened.do(organizer, inviting.menu)).it == InviteMenu(
        title="Hội nghị sơ kết", code="SK", may_appoint=False
    )
    with pytest.raises(Refusal, match="not_allowed"):
        await opened.do(organizer, inviting.invite_helper, Purpose.ORGANIZER)
    await opened.do(organizer, inviting.invite_helper, Purpose.DOOR)
    ready = (await opened.do(await opened.again(2), flows.take, "Đỗ Tư")).it
    await opened.joins(3, ready.link)
    assert (await opened.again(3)).roles == frozenset({Role.DOOR})
    for service in (inviting.menu, inviting.team):
        with pytest.raises(Refusal, match="not_allowed"):
            await opened.do(await opened.again(3), service)


async def test_an_organizer_who_opens_a_door_link_stays_an_organizer(opened: Any) -> None:
    await opened.organizer(2)
    ready = await link_for(opened, Purpose.DOOR, "Đỗ Tư")
    await opened.do(await opened.again(2), joining.open_link, ready.link)
    assert (await opened.again(2)).roles == frozenset({Role.ORGANIZER})


async def test_a_role_taken_away_does_not_come_back_by_the_old_link(opened: Any) -> None:
    ready = await link_for(opened, Purpose.ORGANIZER, "Lê Ba")
    await opened.joins(2, ready.link)
    asked = await opened.do(await opened.again(1), inviting.ask_removal, AccountId(2))
    assert asked.it == ConfirmRemoval(member=Member(account=2, role="organizer", name="Lê Ba"))
    removed = await opened.do(await opened.again(1), inviting.remove_helper, AccountId(2))
    assert removed.it.done == "removed"
    await opened.do(await opened.again(2), joining.open_link, ready.link)
    assert (await opened.again(2)).roles == frozenset()


async def test_the_last_who_runs_the_conference_stays(opened: Any) -> None:
    with pytest.raises(Refusal, match="last_organizer"):
        await opened.do(await opened.again(1), inviting.remove_helper, AccountId(1))
    assert inviting.is_last([organizers.Helper(AccountId(2), "organizer", None)], AccountId(2))
    assert not inviting.is_last(
        [organizers.Helper(AccountId(2), "organizer", None), organizers.Helper(AccountId(3), "organizer", None)],
        AccountId(2),
    )


async def test_an_unused_link_of_the_team_is_revoked(opened: Any) -> None:
    ready = await link_for(opened, Purpose.DOOR, "Đỗ Tư")
    team = (await opened.do(await opened.again(1), inviting.team)).it
    assert team.links == (UnusedLink(key=team.links[0].key, role="door", name="Đỗ Tư"),)
    await opened.do(await opened.again(1), inviting.revoke_link, team.links[0].key)
    assert (await opened.do(await opened.again(3), joining.open_link, ready.link)).it.why == "revoked"
    with pytest.raises(Refusal, match="link_gone"):
        await opened.do(await opened.again(1), inviting.revoke_link, team.links[0].key)


async def test_focal_people_give_their_name_to_colleagues(opened: Any) -> None:
    await opened.focal(4, opened.programme.units[0].id)
    await opened.do(await opened.again(4), settling.give_name)
    assert (await opened.do(await opened.again(4), flows.take, "Vũ Năm")).it == NameKept(name="Vũ Năm")
    async with opened.desk.database.begin() as connection:
        assert [row.name for row in await people.focal_of(connection, opened.programme.units[0].id)] == ["Vũ Năm"]


async def test_a_group_is_linked_once_by_a_group_link(opened: Any) -> None:
    unit = opened.programme.units[0].id
    ready = (await opened.do(await opened.again(1), inviting.invite_group, unit)).it
    assert "?startgroup=" in ready.link
    alone = (await opened.do(await opened.again(9), joining.open_link, ready.link)).it
    assert alone == LinkUseless(why="group_only", help_contact="")
    linked = GroupLinked(title="Hội nghị sơ kết", unit="Phòng Nội vụ")
    for _ in range(2):
        assert (await opened.do(await opened.again(9), settling.link_group, -100, ready.link)).it == linked
    other = (await opened.do(await opened.again(9), settling.link_group, -200, ready.link)).it
    assert other == LinkUseless(why="taken", help_contact="")


async def test_a_personal_link_opened_in_a_group_is_not_used_up(opened: Any) -> None:
    _, token = await opened.invited()
    reply = await opened.do(await opened.again(9), settling.link_group, -100, token)
    assert reply.it == LinkUseless(why="person_only", help_contact="")
    assert (await opened.joins(7, token)).name == "Nguyễn Văn An"


async def test_one_person_goes_from_conference_to_conference_without_taking_rights_along(opened: Any) -> None:
    first = opened.conference
    await opened.organizer(2)
    await opened.opens(replace(PROGRAMME, conference=Conference(code="TK", title="Tổng kết")))
    second = opened.conference
    _, token = await opened.invited()
    await opened.do(await opened.again(2), joining.open_link, token)
    shown = (await opened.do(await opened.again(2), settling.my_conferences)).it
    assert shown == MyConferences(items=((second, "Tổng kết"), (first, "Hội nghị sơ kết")), current=second)
    assert (await opened.again(2)).roles == frozenset({Role.DELEGATE})
    entered = (await opened.do(await opened.again(2), settling.go_to, first)).it
    assert entered.occasion.title == "Hội nghị sơ kết"
    assert (await opened.again(2)).roles == frozenset({Role.ORGANIZER})
    with pytest.raises(Refusal, match="no_such_conference"):
        await opened.do(await opened.again(7), settling.go_to, first)


async def test_the_language_changes_with_the_very_reply(opened: Any) -> None:
    reply = await opened.do(await opened.again(7), settling.speak, "en")
    assert (reply.language, (await opened.again(7)).language) == ("en", "en")
