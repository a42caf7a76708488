"""Seats, lodging and the rest: asked, arranged, told once, listed in Excel and back."""

import io
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest
import pytest_asyncio
import xlsxwriter
from python_calamine import CalamineWorkbook
from sqlalchemy import func, select

from domain.answers.values import OwnMatter, Quoted
from domain.conference import Conference, Fact, Programme, Session
from domain.ids import SessionId
from domain.logistics import OWN, Field
from domain.refusal import Refusal
from services import asking, checking, flows, logisticlists, logistics, privacy, substituting
from services.flows import Upload
from services.views.logistics import Difference, MyNeeds, NeedLine, SheetDifferences, WrongCell
from storage import delegates
from storage.schema import deliveries, notices
from storage.schema import logistics as table

DAY = date(2026, 7, 30)
PROGRAMME = Programme(
    conference=Conference(code="SK", title="Hội nghị sơ kết", starts_on=DAY),
    sessions=(Session(id=SessionId(1), title="Khai mạc", day=DAY, start=time(8), position=1),),
    facts=(Fact(topic="lodging", text="Đại biểu nghỉ tại Nhà khách huyện"),),
)


@pytest_asyncio.fixture
async def house(office: Any) -> Any:
    """A published conference, an organizer (1), and Nguyễn Văn An (7) on its list."""
    await office.opens(PROGRAMME)
    await office.organizer(1)
    office.an = await joined(office, 7, "Nguyễn Văn An")
    return office


async def joined(office: Any, account: int, name: str) -> Any:
    key, token = await office.invited(name, unit="Xã A")
    await office.joins(account, token)
    return key


async def arranges(office: Any, key: Any, field: Field, text: str | None) -> Any:
    who = await office.person(1)
    await office.do(who, logistics.ask_arrangement, key, field.value)
    return (await office.do(who, flows.skip) if text is None else await office.do(who, flows.take, text)).it


async def waiting(office: Any, chat: int) -> list[Any]:
    """The changes in each notice that still waits for the chat."""
    query = (
        select(notices.c.data)
        .join(deliveries, deliveries.c.notice_id == notices.c.id)
        .where(deliveries.c.chat_id == chat, deliveries.c.state == "waiting", notices.c.kind == "logistics")
        .order_by(notices.c.id)
    )
    async with office.desk.database.begin() as connection:
        return [data["changes"] for data in (await connection.execute(query)).scalars()]


async def refused(awaited: Any) -> str:
    with pytest.raises(Refusal) as found:
        await awaited
    return found.value.code


async def test_everything_is_asked_in_one_form_and_what_is_passed_over_stays(house: Any) -> None:
    await house.do(await house.person(7), logistics.ask_need, "diet")
    await house.do(await house.person(7), flows.take, "Ăn chay")
    await house.do(await house.person(7), logistics.ask_need, "all")
    for text in ("Nghỉ đêm 29/7", None, "Không ăn tối", None):
        await house.do(await house.again(7), *((flows.skip,) if text is None else (flows.take, text)))
    view = (await house.do(await house.again(7), flows.take, "Ng. Văn An")).it
    said = {"lodging": "Nghỉ đêm 29/7", "meals": "Không ăn tối", "diet": "Ăn chay", "badge": "Ng. Văn An"}
    assert (view.saved, {each.field: each.wish for each in view.lines if each.wish}) == ("all", said)
    await house.do(await house.person(7), logistics.ask_need, "all")
    for _ in OWN[1:]:
        await house.do(await house.person(7), flows.skip)
    assert (await house.do(await house.person(7), flows.skip)).it.saved is None


async def test_the_button_of_an_old_answer_leads_to_the_needs_of_its_own_conference(house: Any) -> None:
    first = house.conference
    await house.do(await house.person(7), logistics.ask_need, "diet")
    await house.do(await house.person(7), flows.take, "Ăn chay")
    other = replace(PROGRAMME.conference, code="TK", title="Hội nghị tổng kết")
    await house.opens(replace(PROGRAMME, conference=other))
    await joined(house, 7, "Nguyễn Văn An")
    assert (await house.do(await house.again(7), logistics.mine)).it.title == "Hội nghị tổng kết"
    view = (await house.do(await house.again(7), logistics.mine_in, first)).it
    assert (view.title, NeedLine(field="diet", wish="Ăn chay") in view.lines) == ("Hội nghị sơ kết", True)
    assert (await house.again(7)).conference == first
    assert await refused(house.do(await house.again(1), logistics.mine_in, first)) == "not_invited_here"


async def test_a_delegate_says_what_they_need_and_corrects_it(house: Any) -> None:
    for text in ("Ăn chay", "Dị ứng tôm"):
        await house.do(await house.person(7), logistics.ask_need, "diet")
        view = (await house.do(await house.person(7), flows.take, text)).it
    assert isinstance(view, MyNeeds)
    assert view.saved == "diet"
    assert NeedLine(field="diet", wish="Dị ứng tôm") in view.lines
    await house.do(await house.person(7), logistics.ask_need, "diet")
    view = (await house.do(await house.person(7), flows.skip)).it
    assert NeedLine(field="diet") in view.lines


async def test_nobody_gives_themselves_a_seat(house: Any) -> None:
    assert await refused(house.do(await house.person(7), logistics.ask_need, "seat")) == "stale_button"
    assert Field.SEAT not in OWN


async def test_what_is_arranged_is_told_and_the_wish_stays(house: Any) -> None:
    await house.do(await house.person(7), logistics.ask_need, "lodging")
    await house.do(await house.person(7), flows.take, "Nghỉ đêm 29/7")
    card = await arranges(house, house.an, Field.LODGING, "Phòng 302")
    assert (card.done, card.told) == (True, True)
    assert NeedLine(field="lodging", wish="Nghỉ đêm 29/7", value="Phòng 302") in card.lines
    assert await waiting(house, 7) == [[["lodging", None, "Phòng 302"]]]


async def test_changes_in_a_row_are_one_notice_from_old_to_new(house: Any) -> None:
    await arranges(house, house.an, Field.SEAT, "A11")
    await arranges(house, house.an, Field.SEAT, "A12")
    await arranges(house, house.an, Field.MEALS, "Bàn 3")
    assert await waiting(house, 7) == [[["seat", None, "A12"], ["meals", None, "Bàn 3"]]]


async def test_a_change_that_is_taken_back_in_time_is_not_told(house: Any) -> None:
    await arranges(house, house.an, Field.SEAT, "A11")
    card = await arranges(house, house.an, Field.SEAT, None)
    assert not card.told
    assert await waiting(house, 7) == []


async def test_the_same_again_is_no_change(house: Any) -> None:
    await arranges(house, house.an, Field.SEAT, "A11")
    async with house.desk.database.begin() as connection:
        await connection.execute(deliveries.update().values(state="sent"))
    assert not (await arranges(house, house.an, Field.SEAT, "A11")).told
    await arranges(house, house.an, Field.SEAT, "A12")
    assert await waiting(house, 7) == [[["seat", "A11", "A12"]]]


async def test_the_seat_passes_to_the_substitute_who_is_told(house: Any) -> None:
    await arranges(house, house.an, Field.SEAT, "A11")
    await house.do(await house.person(7), substituting.ask, house.an)
    for line in ("Trần Thị Bình", "Phó phòng"):
        view = (await house.do(await house.person(7), flows.take, line)).it
    await house.joins(8, view.link.split("=")[1])
    mine = (await house.do(await house.person(8), logistics.mine)).it
    assert NeedLine(field="seat", value="A11") in mine.lines
    assert await refused(house.do(await house.person(7), logistics.mine)) == "logistics_substituted"
    async with house.desk.database.begin() as connection:
        await connection.execute(deliveries.update().values(state="sent"))
    await arranges(house, house.an, Field.SEAT, "A15")
    assert (await waiting(house, 7), await waiting(house, 8)) == ([], [[["seat", "A11", "A15"]]])


async def test_a_question_for_ones_own_seat_and_bed_is_answered(house: Any) -> None:
    async def asks(account: int, text: str) -> Any:
        return (await asking.ask(house.desk, await house.person(account), text))[0].it

    await joined(house, 8, "Trần Thị Bình")
    await arranges(house, house.an, Field.SEAT, "Hàng A, ghế 12")
    await arranges(house, house.an, Field.LODGING, "Phòng 302")
    for _ in range(2):  # the second time the programme is remembered
        assert (await asks(7, "ghế của tôi ở đâu")).value == "Hàng A, ghế 12"
        assert (await asks(7, "tối nay tôi nghỉ ở đâu")).value == "Phòng 302"
        assert "Phòng 302" not in repr(await asks(8, "tối nay tôi nghỉ ở đâu"))
        assert "ghế 12" not in repr(await asks(8, "ghế của tôi ở đâu"))


# --- the list out and back ------------------------------------------------------------------------------------------


async def rows_out(office: Any) -> list[list[Any]]:
    reply = await office.do(await office.person(1), logisticlists.sheet_out)
    return CalamineWorkbook.from_filelike(io.BytesIO(reply.files[0].content)).get_sheet_by_index(0).to_python()


def workbook(rows: list[list[Any]]) -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False}) as book:
        page = book.add_worksheet()
        for at, row in enumerate(rows):
            page.write_row(at, 0, row)
    return made.getvalue()


async def sends_back(office: Any, rows: list[list[Any]]) -> Any:
    who = await office.person(1)
    await office.do(who, logisticlists.ask_sheet)
    return (await office.do(who, flows.take_file, Upload("hau-can.xlsx", workbook(rows)))).it


async def test_the_list_comes_back_corrected_and_shows_what_differs_first(house: Any) -> None:
    binh, _ = await house.invited("Trần Thị Bình", unit="Xã B")
    await arranges(house, house.an, Field.SEAT, "A11")
    rows = await rows_out(house)
    seat, lodging = rows[0].index("Chỗ ngồi"), rows[0].index("Chỗ nghỉ")
    assert [row[1] for row in rows] == ["Họ và tên", "Nguyễn Văn An", "Trần Thị Bình"]
    rows[1][seat], rows[2][lodging] = "A12", "Phòng 303"
    view = await sends_back(house, rows)
    assert view == SheetDifferences(
        changes=2,
        people=2,
        shown=(
            Difference(number=1, name="Nguyễn Văn An", field="seat", before="A11", after="A12"),
            Difference(number=2, name="Trần Thị Bình", field="lodging", before=None, after="Phòng 303"),
        ),
        check=view.check,
    )
    assert await waiting(house, 7) == [[["seat", None, "A11"]]]
    done = (await house.do(await house.person(1), logisticlists.apply, view.check)).it
    assert (done.changes, done.told) == (2, 1)
    assert await waiting(house, 7) == [[["seat", None, "A12"]]]
    assert (await rows_out(house))[2][lodging] == "Phòng 303"
    assert await refused(house.do(await house.person(1), logisticlists.apply, view.check)) == "list_gone"
    assert (await house.delegate(binh)).name == "Trần Thị Bình"


async def test_a_list_sorted_apart_gives_nobody_anothers_bed(house: Any) -> None:
    await house.invited("Trần Thị Bình")
    rows = await rows_out(house)
    lodging = rows[0].index("Chỗ nghỉ")
    rows[1][lodging] = rows[2][lodging] = "Phòng 1"
    rows[1][1] = "Trần Thị Bình"
    rows.append([2, "Trần Thị Bình"])
    rows.append([99, "Ai Đó"])
    view = await sends_back(house, rows)
    assert (view.changes, view.shown_faults) == (
        1,
        (
            WrongCell(cell="B2", code="name_other", value="Trần Thị Bình"),
            WrongCell(cell="A4", code="number_twice", value="2"),
            WrongCell(cell="A5", code="number_unknown", value="99"),
        ),
    )


async def test_a_column_that_was_left_out_changes_nothing(house: Any) -> None:
    await arranges(house, house.an, Field.SEAT, "A11")
    await rows_out(house)
    view = await sends_back(house, [["Số", "Họ và tên", "Bữa ăn"], [1, "nguyen van an", "Bàn 3"]])
    assert [(each.field, each.before, each.after) for each in view.shown] == [("meals", None, "Bàn 3")]


async def test_what_people_typed_never_becomes_a_formula(house: Any) -> None:
    await house.do(await house.person(7), logistics.ask_need, "diet")
    await house.do(await house.person(7), flows.take, "=1+1")
    rows = await rows_out(house)
    assert "=1+1" in rows[1]


@pytest.mark.parametrize(
    ("rows", "code"),
    [([["a", "b"]], "logistics_no_heading"), ([["Số", "Họ và tên", "Chỗ ngồi"]], "list_empty")],
)
async def test_other_files_are_refused_with_the_next_step(house: Any, rows: list[list[Any]], code: str) -> None:
    assert await refused(sends_back(house, rows)) == code


async def test_only_organizers_arrange_and_list(house: Any) -> None:
    who = await house.person(7)
    for service in (logistics.overview, logistics.ask_whom, logisticlists.sheet_out, logisticlists.ask_sheet):
        assert await refused(house.do(who, service)) == "not_allowed"
    assert await refused(house.do(who, logistics.ask_arrangement, house.an, "seat")) == "not_allowed"


async def test_erasing_somebody_erases_what_was_arranged(house: Any) -> None:
    await arranges(house, house.an, Field.SEAT, "A11")
    shown = (await house.do(await house.person(7), privacy.show)).it
    assert shown.places[0].needs == (("seat", None, "A11"),)
    await house.do(await house.person(7), privacy.erase)
    async with house.desk.database.begin() as connection:
        assert (await connection.execute(select(func.count()).select_from(table))).scalar_one() == 0
        gone = await delegates.get(connection, house.an)
    assert gone is not None
    assert await waiting(house, 7) == []


async def test_who_is_linked_later_hears_what_was_arranged_before_and_a_substitute_what_they_take_over(
    house: Any,
) -> None:
    await arranges(house, house.an, Field.SEAT, "Hàng A, ghế 12")
    await arranges(house, house.an, Field.DIET, "ăn chay")
    await house.do(await house.again(7), substituting.ask, house.an)
    await house.do(await house.again(7), flows.take, "Trần Thị Bình")
    link = (await house.do(await house.again(7), flows.take, "Phó phòng")).it.link
    await house.joins(9, link.split("=")[1])
    assert await waiting(house, 9) == [[["seat", None, "Hàng A, ghế 12"]]]
    house.clock.now = datetime.fromisoformat("2026-07-30T07:40:00+07:00")
    other = (await house.again(9)).delegate
    assert (await house.do(await house.again(1), checking.check_in, other)).it.seat == "Hàng A, ghế 12"
    await arranges(house, other, Field.SEAT, "Hàng B, ghế 1")
    assert (await house.do(await house.again(1), checking.check_in, other)).it.seat == "Hàng B, ghế 1"
    key, token = await house.invited("Lê Ba")
    await arranges(house, key, Field.LODGING, "Phòng 302")
    assert await waiting(house, 8) == []
    await house.joins(8, token)
    assert await waiting(house, 8) == [[["lodging", None, "Phòng 302"]]]


async def test_a_bed_arranged_goes_before_a_line_of_the_paper(house: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    await arranges(house, house.an, Field.LODGING, "Phòng 302")
    line = Quoted(texts=("Đại biểu nghỉ tại Nhà khách huyện",))
    whole = asking.answer_each
    monkeypatch.setattr(
        asking,
        "answer_each",
        lambda *args, **more: whole(*args, **more) if more["asker"].lodging else (line,),
    )
    [told] = [reply.it for reply in await asking.ask(house.desk, await house.person(7), "chỗ nghỉ đêm ở đâu")]
    assert told == OwnMatter(matter="lodging", value="Phòng 302")
