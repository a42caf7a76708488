"""The plan as a workbook: out, corrected, back, shown, applied."""

import io
from datetime import time
from typing import Any

import pytest
import python_calamine
import xlsxwriter

from domain.actor import Actor
from domain.changes import ChangeKind
from domain.conference import Programme
from domain.plan_programme import programme
from domain.refusal import Refusal
from domain.views import Reply
from services import importing, workbooks
from services.views.importing import BadBookCell, RevisionPreview
from services.views.quotas import QuotaBelowNamed
from storage import delegates, programmes
from tests.drafts import read

PLAN = """UBND HUYỆN NÀ LÙNG
KẾ HOẠCH
Tổ chức Hội nghị sơ kết công tác thư viện
I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 8h00 ngày 27/7/2026.
2. Địa điểm: Hội trường huyện.
II. THÀNH PHẦN
- Lãnh đạo các trường học;
- Cán bộ thư viện các xã.
III. CHƯƠNG TRÌNH
- 8h00: Khai mạc;
- 8h30: Báo cáo sơ kết;
- 11h00: Bế mạc.
IV. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa
- Gửi giấy mời trước ngày 20/7/2026.
2. Văn phòng UBND huyện
- Chuẩn bị hội trường.
"""
Pages = dict[str, list[list[Any]]]


def pages_of(content: bytes) -> Pages:
    book = python_calamine.load_workbook(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def book_with(pages: Pages) -> bytes:
    """The workbook as Excel would write it back, formulas as formulas."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        for name, rows in pages.items():
            page = book.add_worksheet(name)
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
    return made.getvalue()


@pytest.fixture
async def organizer(office: Any) -> Actor:
    draft = read(PLAN)
    await office.opens(programme(draft))
    await office.invited("Nguyễn Văn An", post="Hiệu trưởng")
    found: Actor = await office.organizer()
    return found


async def exported(office: Any, who: Actor) -> Pages:
    reply: Reply = await office.do(who, workbooks.export)
    return pages_of(reply.files[0].content)


async def sent(office: Any, who: Actor, pages: Pages) -> RevisionPreview:
    reply = await office.do(who, workbooks.take_book, await workbooks.book_in(book_with(pages)))
    assert isinstance(reply.it, RevisionPreview)
    return reply.it


async def working(office: Any) -> Programme:
    async with office.desk.database.begin() as connection:
        return await programmes.working(connection, office.conference)


async def test_the_workbook_holds_the_whole_plan_and_is_known_again(office: Any, organizer: Actor) -> None:
    reply = await office.do(organizer, workbooks.export)
    pages = pages_of(reply.files[0].content)
    assert list(pages) == ["Hội nghị", "Chương trình", "Thành phần", "Đại biểu", "Đơn vị và nhiệm vụ", "_"]
    assert pages["Chương trình"][1][1:5] == ["27/07/2026", "08:00", "", "Khai mạc"]
    assert pages["Đại biểu"][1][1:3] == ["Nguyễn Văn An", "Hiệu trưởng"]
    book = await workbooks.book_in(reply.files[0].content)
    assert book is not None and list(book.pages or ()) == list(pages)
    assert await workbooks.book_in(book_with({"Sheet1": [["a"]]})) is None


async def test_sent_back_unchanged_it_changes_nothing(office: Any, organizer: Actor) -> None:
    shown = await sent(office, organizer, await exported(office, organizer))
    assert (shown.changes, shown.differences, shown.faults, shown.people, shown.empty) == ((), (), (), 0, True)


async def test_corrections_are_shown_and_then_applied_to_rows_in_another_order(office: Any, organizer: Actor) -> None:
    before = await working(office)
    pages = await exported(office, organizer)
    agenda = pages["Chương trình"]
    agenda[2][2] = "8h45"
    agenda[1:] = [agenda[1], agenda[3], agenda[2], ["", "27/7/2026", "10h00", "10h30", "Tham luận", "", "", "", ""]]
    pages["Thành phần"].append(["", "Khách mời", "Hội Khuyến học huyện", 3])
    pages["Đơn vị và nhiệm vụ"][1][3] = "17:00 18/7/2026"
    pages["Đại biểu"].append(["", "Lò Thị Mơ", "Kế toán", "", "", ""])
    shown = await sent(office, organizer, pages)
    assert [(c.kind, c.title) for c in shown.changes] == [
        (ChangeKind.MOVED, "Báo cáo sơ kết"),
        (ChangeKind.ADDED, "Tham luận"),
    ]
    assert [(d.what, d.kind) for d in shown.differences] == [("group", "added"), ("task", "changed")]
    assert (shown.people, shown.faults) == (1, ())
    await office.do(organizer, importing.apply, shown.check, shown.edits)
    after = await working(office)
    ids = {session.title: session.id for session in before.sessions}
    assert [s.title for s in after.sessions] == ["Khai mạc", "Bế mạc", "Báo cáo sơ kết", "Tham luận"]
    assert {s.title: s.id for s in after.sessions if s.title in ids} == ids
    assert after.tasks[0].deadline is not None
    assert after.tasks[0].deadline.time() == time(17)
    async with office.desk.database.begin() as connection:
        people = [each.name for each in await delegates.listed(connection, office.conference)]
    assert people == ["Nguyễn Văn An", "Lò Thị Mơ"]


async def test_a_row_that_lost_its_id_is_known_by_its_words(office: Any, organizer: Actor) -> None:
    pages = await exported(office, organizer)
    for name in ("Chương trình", "Thành phần", "Đơn vị và nhiệm vụ"):
        pages[name] = [["", *row[1:]] for row in pages[name]]
    assert (await sent(office, organizer, pages)).empty


async def test_bad_cells_are_named_and_stay_as_they_were(office: Any, organizer: Actor) -> None:
    pages = await exported(office, organizer)
    agenda = pages["Chương trình"]
    agenda[1][2], agenda[2][1], agenda[3][4] = "25h00", "30/02/2026", ""
    pages["Thành phần"][1][3] = "nhiều"
    shown = await sent(office, organizer, pages)
    assert shown.faults == (
        BadBookCell("Chương trình", "C2", "clock", "25h00"),
        BadBookCell("Chương trình", "B3", "day", "30/02/2026"),
        BadBookCell("Chương trình", "E4", "empty", ""),
        BadBookCell("Thành phần", "D2", "count", "nhiều"),
    )
    assert shown.empty


async def test_a_quota_below_those_named_is_applied_with_a_warning_that_names_them(
    office: Any, organizer: Actor
) -> None:
    group = (await working(office)).groups[0]
    first, _ = await office.invited("Lê Thị Bình", group=group.id)
    second, _ = await office.invited("Vàng A Páo", group=group.id)
    pages = await exported(office, organizer)
    pages["Thành phần"][1][3] = 1
    shown = await sent(office, organizer, pages)
    _, warned = await office.do(organizer, importing.apply, shown.check, shown.edits)
    assert warned.it == QuotaBelowNamed(
        kind="group",
        key=group.id,
        name=group.description,
        quota=1,
        count=2,
        people=((second, "Vàng A Páo"), (first, "Lê Thị Bình")),
    )
    pages["Hội nghị"][1][2] = "Hội nghị khác"
    shown = await sent(office, organizer, pages)
    assert len(await office.do(organizer, importing.apply, shown.check, shown.edits)) == 1


async def test_what_looks_like_a_formula_goes_out_as_words(office: Any, organizer: Actor) -> None:
    pages = await exported(office, organizer)
    pages["Hội nghị"][1][2] = "'=cmd|calc"
    pages["Chương trình"][1][4] = "@Khai mạc"
    shown = await sent(office, organizer, pages)
    await office.do(organizer, importing.apply, shown.check, shown.edits)
    again = await exported(office, organizer)
    assert again["Chương trình"][1][4] == "@Khai mạc"


async def test_missing_sheet_is_named_and_its_part_stays(office: Any, organizer: Actor) -> None:
    pages = await exported(office, organizer)
    del pages["Chương trình"]
    shown = await sent(office, organizer, pages)
    assert (shown.faults, shown.empty) == ((BadBookCell("Chương trình", "", "no_sheet", ""),), True)


async def test_renamed_columns_are_named_and_stay(office: Any, organizer: Actor) -> None:
    pages = await exported(office, organizer)
    title = pages["Chương trình"][0][4]
    quota = pages["Thành phần"][0][3]
    pages["Chương trình"][0][4] = "Mục"
    pages["Thành phần"][0][3] = "Bao nhiêu"
    pages["Chương trình"].append(["", "27/7/2026", "10h00", "", "Tham luận", "", "", "", ""])
    shown = await sent(office, organizer, pages)
    assert set(shown.faults) == {
        BadBookCell("Chương trình", "", "no_column", title),
        BadBookCell("Thành phần", "", "no_column", quota),
    }
    assert shown.empty


async def test_repeated_id_is_taken_once_and_a_deleted_row_is_shown(office: Any, organizer: Actor) -> None:
    pages = await exported(office, organizer)
    agenda = pages["Chương trình"]
    agenda[1:] = [agenda[1], agenda[2], [*agenda[2][:4], "Tham luận", *agenda[2][5:]]]
    shown = await sent(office, organizer, pages)
    assert [(change.kind, change.title) for change in shown.changes] == [
        (ChangeKind.CANCELLED, "Bế mạc"),
        (ChangeKind.ADDED, "Tham luận"),
    ]


async def test_hundred_thousand_empty_rows_do_no_harm(office: Any, organizer: Actor) -> None:
    pages = await exported(office, organizer)
    pages["Chương trình"] += [[""]] * 100_000
    assert (await sent(office, organizer, pages)).empty


async def test_cell_far_out_is_refused_instead_of_filling_the_memory(office: Any, organizer: Actor) -> None:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        for name in ("Hội nghị", "Chương trình", "Thành phần"):
            book.add_worksheet(name).write_string(1_048_575, 16_383, "x")
    book_sent = await workbooks.book_in(made.getvalue())
    with pytest.raises(Refusal) as refused:
        await office.do(organizer, workbooks.take_book, book_sent)
    assert refused.value.code == "plan_damaged"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" + bytes(600), "Chương trình".encode()])
async def test_other_files_are_no_workbook(content: bytes) -> None:
    assert await workbooks.book_in(content) is None
