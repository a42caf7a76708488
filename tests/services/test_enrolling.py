"""Putting people on the list, and getting lists out."""

import io
from typing import Any

import pytest
import pytest_asyncio
from python_calamine import CalamineWorkbook

from domain.conference import Conference, Group, Programme
from domain.delegates import DelegateState
from domain.ids import AccountId, DelegateId, GroupId
from domain.refusal import Refusal
from services import enrolling, flows, joining, listing, newphone, quotas
from services.flows import Upload
from services.views.delegates import DelegateCard, DelegatesPage, Line, SheetReady
from services.views.enrolling import BadCell, ListPreview, PeopleAdded
from services.views.quotas import GroupsPage, Quota
from storage import delegates, forms, people

PROGRAMME = Programme(
    conference=Conference(code="SK", title="Hội nghị sơ kết", expected_count=180),
    groups=(
        Group(id=GroupId(1), level="Ở xã", description="Lãnh đạo xã", quota=2, position=1),
        Group(id=GroupId(2), description="Phóng viên", position=2),
    ),
)


@pytest_asyncio.fixture
async def opened(office: Any) -> Any:
    await office.opens(PROGRAMME)
    await office.organizer(1)
    return office


async def does(office: Any, service: Any, *args: Any, **kwargs: Any) -> Any:
    """The organizer does something after a restart."""
    return await office.do(await office.again(1), service, *args, **kwargs)


async def sends(office: Any, text: str, name: str = "ds.csv") -> Any:
    await does(office, enrolling.add_list)
    return await does(office, flows.take_file, Upload(name, text.encode()))


def cells(content: bytes) -> list[list[Any]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()


async def everybody(office: Any) -> list[Any]:
    async with office.desk.database.begin() as connection:
        return await delegates.listed(connection, office.conference)


async def test_one_person_is_added_step_by_step(opened: Any) -> None:
    await does(opened, enrolling.add_one)
    await does(opened, flows.take, "Nguyễn Văn <An>")
    await does(opened, flows.take, "Chủ tịch")
    await does(opened, flows.skip)
    wrong = await does(opened, flows.take, "không rõ")
    assert wrong.it.complaint == ("phone_invalid", {})
    card = (await does(opened, flows.take, "0912.345.678")).it
    assert card == DelegateCard(
        delegate=card.delegate, name="Nguyễn Văn <An>", post="Chủ tịch", phone="0912 345 678", done="added"
    )


async def test_the_same_person_is_not_added_twice_unless_the_phone_tells_them_apart(opened: Any) -> None:
    await opened.invited("Nguyễn Văn An", unit="Xã Đông", phone="+84912345678")
    await does(opened, enrolling.add_one)
    for text in ("nguyen van an", "Chủ tịch", "xã đông"):
        await does(opened, flows.take, text)
    with pytest.raises(Refusal, match="delegate_known"):
        await does(opened, flows.skip)
    assert (await does(opened, flows.take, "0987654321")).it.done == "added"


async def test_people_are_named_for_a_group_of_the_plan(opened: Any) -> None:
    group = opened.programme.groups[0].id
    await opened.invited("Lê Ba", unit="Xã Tây")
    await does(opened, enrolling.add_to_group, group)
    text = "Nguyễn Văn An, Chủ tịch, Xã Đông\n\nTrần Bình; PCT\nlê ba,, xã tây"
    assert (await does(opened, flows.take, text)).it == PeopleAdded(count=2, passed_over=1, group="Lãnh đạo xã")
    assert (await does(opened, quotas.groups)).it == GroupsPage(
        items=(
            Quota(key=group, name="Lãnh đạo xã", quota=2, named=2, attending=0, left=0),
            Quota(key=opened.programme.groups[1].id, name="Phóng viên", quota=None, named=0, attending=0),
        )
    )


async def test_more_people_than_a_group_asks_for_are_added_with_a_word_about_it(opened: Any) -> None:
    await does(opened, enrolling.add_to_group, opened.programme.groups[0].id)
    added = (await does(opened, flows.take, "An Bình\nBa Cường\nChi Dung")).it
    assert added == PeopleAdded(count=3, group="Lãnh đạo xã", over=1)


async def test_a_line_without_a_name_is_asked_for_again(opened: Any) -> None:
    await does(opened, enrolling.add_to_group, opened.programme.groups[0].id)
    again = await does(opened, flows.take, "An Bình, PCT\n, Chủ tịch")
    assert again.it.complaint == ("line_without_name", {"line": ", Chủ tịch"})


async def test_a_file_is_shown_first_and_added_by_a_press_even_after_a_restart(opened: Any) -> None:
    text = "Họ tên;Đơn vị;Thành phần;Điện thoại\nNguyễn Văn An;Xã Đông;Ở xã: Lãnh đạo xã;0912345678\nTrần B;;;09\n"
    preview = (await sends(opened, text)).it
    assert preview == ListPreview(good=1, bad=1, shown=(BadCell("D3", "phone_invalid", "09"),), check=preview.check)
    assert await everybody(opened) == []
    assert (await does(opened, enrolling.confirm_list, preview.check)).it == PeopleAdded(count=1)
    (who,) = await everybody(opened)
    assert (who.name, who.unit, who.group, who.phone) == (
        "Nguyễn Văn An",
        "Xã Đông",
        opened.programme.groups[0].id,
        "+84912345678",
    )


async def test_a_second_press_and_a_press_under_an_old_preview_add_nobody(opened: Any) -> None:
    old = (await sends(opened, "Name\nLe Ba\n")).it
    new = (await does(opened, flows.take_file, Upload("b.csv", b"Name\nPham Duy\n"))).it
    with pytest.raises(Refusal, match="list_gone"):
        await does(opened, enrolling.confirm_list, old.check)
    await does(opened, enrolling.confirm_list, new.check)
    with pytest.raises(Refusal, match="list_gone"):
        await does(opened, enrolling.confirm_list, new.check)
    assert [each.name for each in await everybody(opened)] == ["Pham Duy"]


async def test_who_was_added_meanwhile_is_passed_over(opened: Any) -> None:
    preview = (await sends(opened, "Name;Unit\nLe Ba;Xa Tay\nPham Duy;Xa Nam\n")).it
    await opened.invited("Lê Ba", unit="Xã Tây")
    assert (await does(opened, enrolling.confirm_list, preview.check)).it == PeopleAdded(count=1, passed_over=1)


async def test_text_where_a_file_is_wanted_is_answered_and_nothing_is_lost(opened: Any) -> None:
    await does(opened, enrolling.add_list)
    assert (await does(opened, flows.take, "đây")).it.complaint == ("list_wants_file", {})
    with pytest.raises(Refusal, match="list_wrong_kind"):
        await does(opened, flows.take_file, Upload("a.docx", b"\x00\x01"))
    preview = (await does(opened, flows.take_file, Upload("b.csv", b"Name\nPham Duy\n"))).it
    assert (await does(opened, flows.take, "thêm đi")).it.complaint == ("list_wants_press", {})
    assert (await does(opened, enrolling.confirm_list, preview.check)).it.count == 1


async def test_many_faults_come_as_a_sheet_without_live_formulas(opened: Any) -> None:
    lines = "".join(f"=HYPERLINK(1)+{number};x\n" for number in range(12))
    reply = await sends(opened, f"Họ tên;Điện thoại\n{lines}")
    (attached,) = reply.files
    assert attached.name == "dong-loi.xlsx"
    rows = cells(attached.content)
    assert rows[:2] == [["Ô", "Lỗi", "Nội dung"], ["B2", "số điện thoại không hợp lệ", "x"]]
    assert len(rows) == 13


async def test_the_sheet_to_fill_in_is_read_back_and_offers_the_groups(opened: Any) -> None:
    reply = await does(opened, enrolling.add_list)
    (template,) = reply.files
    assert cells(template.content)[0] == ["Họ và tên", "Chức vụ", "Đơn vị", "Thành phần", "Điện thoại"]
    choices = CalamineWorkbook.from_filelike(io.BytesIO(template.content)).get_sheet_by_index(1).to_python()
    assert choices == [["Lãnh đạo xã"], ["Phóng viên"]]
    with pytest.raises(Refusal, match="list_empty"):
        await does(opened, flows.take_file, Upload("mau.xlsx", template.content))


async def test_twenty_thousand_lines_with_three_hundred_bad_ones_go_in(opened: Any) -> None:
    lines = [
        f"Nguyễn Văn {number};Xã {number % 97};{'09x' if number % 67 == 0 else f'09{number:08d}'}"
        for number in range(1, 20_001)
    ]
    reply = await sends(opened, "Họ tên;Đơn vị;Điện thoại\n" + "\n".join(lines))
    assert (reply.it.good, reply.it.bad) == (19_702, 298)
    assert len(cells(reply.files[0].content)) == 299
    assert (await does(opened, enrolling.confirm_list, reply.it.check)).it == PeopleAdded(count=19_702)


async def test_the_list_is_paged_and_narrowed(opened: Any) -> None:
    for number in range(12):
        await opened.invited(f"Người {number:02d}")
    key, token = await opened.invited("Trần Bình", post="PCT", unit="Xã Đông")
    await opened.joins(7, token)
    last = (await does(opened, listing.page_of, "all", 99)).it
    assert (last.page, last.pages, last.total, [each.name for each in last.items]) == (
        1,
        2,
        13,
        ["Người 10", "Người 11", "Trần Bình"],
    )
    linked = (await does(opened, listing.page_of, "linked", 0)).it
    line = Line(delegate=key, name="Trần Bình", post="PCT", unit="Xã Đông", reach="linked", rsvp="none")
    assert linked == DelegatesPage(items=(line,), total=1, only="linked")
    assert (await does(opened, listing.page_of, "forged", 0)).it.only == "all"
    await does(opened, listing.ask_name)
    found = (await does(opened, flows.take, "binh tran")).it
    assert found == DelegatesPage(items=(line,), total=1, query="binh tran")


async def test_sheets_hold_links_of_the_unlinked_and_phones_of_the_unreached(opened: Any) -> None:
    _, token = await opened.invited("=cmd()", post="PCT", unit="Xã Đông", phone="+84912345678")
    _, other = await opened.invited("Trần Bình")
    await opened.joins(7, other)
    links = await does(opened, listing.all_links)
    assert cells(links.files[0].content) == [
        ["STT", "Họ và tên", "Chức vụ", "Đơn vị", "Điện thoại", "Đường dẫn"],
        [1.0, "=cmd()", "PCT", "Xã Đông", "0912 345 678", f"https://t.me/bot?start={token}"],
    ]
    async with opened.desk.database.begin() as connection:
        await people.change(connection, AccountId(7), reachability="blocked")
    phones = await does(opened, listing.phone_list)
    assert phones.it == SheetReady(kind="phones", count=2)
    assert [row[1] for row in cells(phones.files[0].content)] == ["Họ và tên", "=cmd()", "Trần Bình"]


async def test_a_new_link_moves_a_delegate_to_a_new_phone(opened: Any) -> None:
    key, token = await opened.invited()
    await opened.joins(7, token)
    asked = await does(opened, newphone.ask, key)
    renewed = await does(opened, newphone.replace, key, asked.it.check)
    assert renewed.files[0].content[:4] == b"\x89PNG"
    await opened.joins(8, renewed.it.link)
    assert (await opened.delegate(key)).account == 8
    assert (await opened.again(7)).delegate is None
    assert (await opened.do(await opened.again(7), joining.open_link, renewed.it.link)).it.why == "taken"


async def test_a_person_taken_off_the_list_cannot_come_in(opened: Any) -> None:
    key, token = await opened.invited()
    await does(opened, listing.remove, key)
    assert (await opened.delegate(key)).state is DelegateState.REMOVED
    assert (await opened.do(await opened.again(7), joining.open_link, token)).it.why == "revoked"
    with pytest.raises(Refusal, match="delegate_gone"):
        await does(opened, listing.show, key)


async def test_a_delegate_is_moved_between_groups(opened: Any) -> None:
    key, _ = await opened.invited()
    group = opened.programme.groups[1].id
    assert (await does(opened, listing.move, key, group)).it.group == "Phóng viên"
    with pytest.raises(Refusal, match="delegate_group_gone"):
        await does(opened, listing.move, key, GroupId(999))


async def test_nobody_without_the_right_sees_or_changes_the_list(opened: Any) -> None:
    key, _ = await opened.invited()
    for actor in (await opened.person(7), await opened.again(99)):
        for service, args in (
            (listing.home, ()),
            (listing.page_of, ("all", 0)),
            (listing.show, (key,)),
            (listing.link_of, (key,)),
            (listing.all_links, ()),
            (listing.phone_list, ()),
            (enrolling.add_one, ()),
            (enrolling.add_list, ()),
            (enrolling.confirm_list, (1,)),
        ):
            with pytest.raises(Refusal, match="not_allowed"):
                await opened.do(actor, service, *args)


async def test_a_delegate_of_another_conference_is_not_there(opened: Any) -> None:
    key, _ = await opened.invited()
    await opened.opens(Programme(conference=Conference(code="TK", title="Tổng kết")))
    await opened.organizer(1)
    with pytest.raises(Refusal, match="delegate_gone"):
        await does(opened, listing.show, key)
    with pytest.raises(Refusal, match="delegate_gone"):
        await does(opened, listing.show, DelegateId(2**62))


async def test_leaving_forgets_the_list_that_was_looked_at(opened: Any) -> None:
    await sends(opened, "Name\nLe Ba\n")
    await does(opened, flows.leave)
    async with opened.desk.database.begin() as connection:
        assert await forms.of(connection, AccountId(1)) is None
