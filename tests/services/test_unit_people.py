"""A unit names its people and passes their links on."""

from typing import Any

import pytest
import pytest_asyncio

from domain.conference import Conference, Programme, Unit
from domain.ids import UnitId
from domain.refusal import Refusal
from services import flows, unit_people
from services.views.delegates import Line
from services.views.joining import Joined
from services.views.unit_people import UnitPeople, UnitPeopleNamed

PROGRAMME = Programme(
    conference=Conference(code="SK", title="Hội nghị sơ kết"),
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
    assert shown == UnitPeople(units=((opened.programme.units[0].id, "Xã Nậm Cần"),), items=(line,))


async def test_a_unit_names_people_and_the_organizers_are_told(opened: Any) -> None:
    await opened.invited("Nguyễn Văn An", unit="Xã Nậm Cần")
    await opened.do(await opened.again(4), unit_people.name_people, opened.programme.units[0].id)
    named = (await opened.do(await opened.again(4), flows.take, "nguyen van an\nVàng A Páo, Phó Chủ tịch")).it
    assert named == UnitPeopleNamed(unit="Xã Nậm Cần", count=1, passed_over=1)
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
