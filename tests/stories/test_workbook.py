"""An organizer gets the plan's workbook in the chat, corrects it, sends it back, sees the differences, applies them."""

import io
from typing import Any

import python_calamine
import xlsxwriter

PLAN = """UBND HUYỆN NÀ LÙNG
KẾ HOẠCH
Tổ chức Hội nghị sơ kết công tác thư viện
I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 8h00 ngày 27/7/2026.
2. Địa điểm: Hội trường huyện.
II. CHƯƠNG TRÌNH
- 8h00: Khai mạc;
- 8h30: Báo cáo sơ kết;
- 11h00: Bế mạc.
III. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa
- Gửi giấy mời trước ngày 20/7/2026.
"""
PAGES = ("Chương trình", "Thành phần", "Đại biểu")
Pages = dict[str, list[list[Any]]]


def pages_of(content: bytes) -> Pages:
    book = python_calamine.load_workbook(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def book_with(pages: Pages) -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        for name, rows in pages.items():
            page = book.add_worksheet(name)
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
    return made.getvalue()


async def test_a_corrected_workbook_is_shown_and_applied_also_to_people_on_the_list(desk: Any) -> None:
    await desk.is_claimed()
    await desk.owner.sends_file("ke-hoach.xlsx", book_with({name: [[""]] for name in ("Hội nghị", *PAGES)}))
    await desk.owner.sees("bảng Excel của một kế hoạch", "gửi kế hoạch")
    await desk.takes_plan("plan.txt", PLAN.encode())
    await desk.adds_delegate("Nguyễn Văn An", post="Hiệu trưởng")
    await desk.owner.says("/kehoach")
    await desk.owner.presses("Tải Excel")
    pages = pages_of(await desk.owner.sees_file(".xlsx"))
    agenda, people = pages["Chương trình"], pages["Đại biểu"]
    assert [row[1:3] for row in people[1:]] == [["Nguyễn Văn An", "Hiệu trưởng"]]
    agenda[2][2], agenda[3][2] = "8h45", "25h00"
    people[1][2] = "Phó Hiệu trưởng"
    people.append(["", "Lò Thị Mơ", "Kế toán", "", "", ""])

    await desk.stage.restart()
    await desk.owner.sends_file("ke-hoach.xlsx", book_with(pages))
    await desk.owner.sees("Sẽ sửa bản đang soạn", "Báo cáo sơ kết", "08:45", "Đại biểu: 2 dòng", "ô C4", "25h00")
    await desk.owner.presses("Sửa như trên")
    await desk.owner.says("/kehoach")
    await desk.owner.presses("Tải Excel")
    again = pages_of(await desk.owner.sees_file(".xlsx"))
    assert [row[2] for row in again["Chương trình"][1:]] == ["08:00", "08:45", "11:00"]
    assert [row[1:3] for row in again["Đại biểu"][1:]] == [
        ["Nguyễn Văn An", "Phó Hiệu trưởng"],
        ["Lò Thị Mơ", "Kế toán"],
    ]
