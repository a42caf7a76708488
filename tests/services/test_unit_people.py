"""A unit names its people and passes their links on."""

from typing import Any

import pytest
import pytest_asyncio

from domain.conference import Conference, Group, Programme, Unit
from domain.ids import GroupId, UnitId
from domain.refusal import Refusal
from services import attending, editing, flows, quotas, unit_people
from services.views.delegates import Line
from services.views.joining import Joined
from services.views.menu import Refused
from services.views.plan_lists import GroupCard
from services.views.quotas import Quota, QuotaBelowNamed, UnitsPage
from services.views.unit_people import UnitPeople, UnitPeopleNamed

PROGRAMME = Programme(
    conference=Conference(code="SK", title="Hội nghị sơ kết"),
    groups=(Group(id=GroupId(1), description="Lãnh đạo xã", quota=3, position=1),),
    units=(
        Unit(id=UnitId(1), name="Xã Nậm Cần", aliases=("UBND xã Nậm Cần",), position=1),
        Unit(id=UnitId(2), name="Phòng Y tế", position=2),
    ),
)


@pytest_asyncio.fixture
async def opened(office: Any) -> Any:
    """Account 4 answers for the first unit."""
    await office.opens(PROGRAMME)
    await office.organizer(1)
    await office.focal(4, office.programme.units[0].id)
    return office


async def test_people_are_counted_to_the_unit_their_list_names_by_any_of_its_names(opened: Any) -> None:
    first, _ = await opened.invited("Nguyễn Văn An", unit="ubnd xa nam can")
    await opened.invited("Lê Ba", unit="Xã khác")
    shown = (await opened.do(await opened.again(4), unit_people.show)).it
    line = Line(
        delegate=first, name="Nguyễn Văn An", post=None, unit="ubnd xa nam can", reach="not_linked", rsvp="none"
    )
    unit = Quota(key=opened.programme.units[0].id, name="Xã Nậm Cần", quota=None, named=1, attending=0)
    assert shown == UnitPeople(units=(unit,), items=(line,))


async def test_a_unit_names_people_and_the_organizers_are_told(opened: Any) -> None:
    await opened.invited("Nguyễn Văn An", unit="Xã Nậm Cần")
    await opened.do(await opened.again(4), unit_people.name_people, opened.programme.units[0].id)
    named = (await opened.do(await opened.again(4), flows.take, "nguyen van an\nVàng A Páo, Phó Chủ tịch")).it
    assert named == UnitPeopleNamed(unit="Xã Nậm Cần", count=1, passed_over=1, named=2)
    assert await opened.outbox(1) == ["delegates/unit_named_people"]
    shown = (await opened.do(await opened.again(4), unit_people.show)).it
    assert [(each.name, each.post) for each in shown.items] == [("Nguyễn Văn An", None), ("Vàng A Páo", "Phó Chủ tịch")]


async def test_a_unit_passes_on_the_links_of_its_own_people_only(opened: Any) -> None:
    own, _ = await opened.invited("Nguyễn Văn An", unit="Xã Nậm Cần")
    other, _ = await opened.invited("Lê Ba", unit="Phòng Y tế")
    ready = (await opened.do(await opened.again(4), unit_people.link_of, own)).it
    assert isinstance(await opened.joins(7, ready.link), Joined)
    for key in (own, other):
        with pytest.raises(Refusal, match="not_of_your_unit"):
            await opened.do(await opened.again(4), unit_people.link_of, key)
    with pytest.raises(Refusal, match="not_of_your_unit"):
        await opened.do(await opened.again(4), unit_people.name_people, opened.programme.units[1].id)
    with pytest.raises(Refusal, match="not_allowed"):
        await opened.do(await opened.again(7), unit_people.show)


async def may_send(opened: Any, quota: str) -> Any:
    """The organizer says how many people the first unit may send; what they are shown then."""
    await opened.do(await opened.again(1), quotas.ask_unit, opened.programme.units[0].id)
    return (await opened.do(await opened.again(1), flows.take, quota)).it


async def names(opened: Any, text: str) -> Any:
    await opened.do(await opened.again(4), unit_people.name_people, opened.programme.units[0].id)
    return (await opened.do(await opened.again(4), flows.take, text)).it


async def shown(opened: Any) -> Quota:
    quota: Quota = (await opened.do(await opened.again(4), unit_people.show)).it.units[0]
    return quota


async def test_a_unit_names_people_up_to_what_it_may_send(opened: Any) -> None:
    key = opened.programme.units[0].id
    before = await may_send(opened, "2")
    assert await opened.outbox(4) == ["delegates/unit_may_send"]
    assert before == UnitsPage(
        items=(
            Quota(key=key, name="Xã Nậm Cần", quota=2, named=0, attending=0, left=2),
            Quota(key=opened.programme.units[1].id, name="Phòng Y tế", quota=None, named=0, attending=0),
        ),
        done="Xã Nậm Cần",
    )
    with pytest.raises(Refusal, match="unit_quota_short") as refused:
        await names(opened, "An Bình\nBa Cường\nChi Dung")
    assert refused.value.values == {"unit": "Xã Nậm Cần", "quota": 2, "named": 0, "left": 2, "fresh": 3}
    # The form is still open: the same list, one shorter and with a name typed twice.
    named = (await opened.do(await opened.again(4), flows.take, "An Bình\nBa Cường\nan binh")).it
    assert named == UnitPeopleNamed(unit="Xã Nậm Cần", count=2, passed_over=1, named=2, quota=2)
    assert await shown(opened) == Quota(key=key, name="Xã Nậm Cần", quota=2, named=2, attending=0, left=0)
    with pytest.raises(Refusal, match="unit_quota_full"):
        await names(opened, "Chi Dung")


async def test_whoever_declines_leaves_a_place_to_their_unit(opened: Any) -> None:
    await may_send(opened, "1")
    key, token = await opened.invited("Nguyễn Văn An", unit="Xã Nậm Cần")
    await opened.joins(7, token)
    await opened.do(await opened.again(7), attending.ask_reason, key)
    await opened.do(await opened.again(7), flows.take, "Ốm")
    assert (await names(opened, "Lê Ba")).count == 1
    unit = opened.programme.units[0].id
    assert await shown(opened) == Quota(key=unit, name="Xã Nậm Cần", quota=1, named=2, attending=0, declined=1, left=0)


async def test_places_taken_while_the_form_was_open_end_it_with_a_word_why(opened: Any) -> None:
    await may_send(opened, "1")
    await opened.do(await opened.again(4), unit_people.name_people, opened.programme.units[0].id)
    await opened.invited("Nguyễn Văn An", unit="Xã Nậm Cần")
    ended = (await opened.do(await opened.again(4), flows.take, "Lê Ba")).it
    assert ended == Refused(
        code="unit_quota_full", values={"unit": "Xã Nậm Cần", "quota": 1, "named": 1, "left": 0, "fresh": 1}
    )


async def test_a_quota_below_those_named_is_kept_and_names_them(opened: Any) -> None:
    await names(opened, "An Bình\nBa Cường\nChi Dung")
    view = await may_send(opened, "1")
    assert (view.kind, view.name, view.quota, view.count, view.more) == ("unit", "Xã Nậm Cần", 1, 3, 0)
    assert [name for _, name in view.people] == ["Chi Dung", "Ba Cường", "An Bình"]
    assert (await shown(opened)).left == -2
    assert isinstance(await may_send(opened, "0"), UnitsPage)
    assert (await shown(opened)).quota is None


async def test_a_groups_quota_lowered_below_those_named_warns_and_names_them(opened: Any) -> None:
    group = opened.programme.groups[0].id
    first, _ = await opened.invited("An Bình", group=group)
    second, _ = await opened.invited("Ba Cường", group=group)
    cards = []
    for quota in ("2", "1"):
        await opened.do(await opened.again(1), editing.ask_group_field, group, "quota")
        cards.append((await opened.do(await opened.again(1), flows.take, quota)).it)
    assert isinstance(cards[0], GroupCard)
    assert cards[1] == QuotaBelowNamed(
        kind="group",
        key=group,
        name="Lãnh đạo xã",
        quota=1,
        count=2,
        people=((second, "Ba Cường"), (first, "An Bình")),
    )


async def test_only_organizers_say_how_many_a_unit_may_send(opened: Any) -> None:
    for service, args in ((quotas.units, ()), (quotas.ask_unit, (opened.programme.units[0].id,))):
        with pytest.raises(Refusal, match="not_allowed"):
            await opened.do(await opened.again(4), service, *args)
    with pytest.raises(Refusal, match="unit_gone"):
        await opened.do(await opened.again(1), quotas.ask_unit, 10**6)
