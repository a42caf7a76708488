"""The day itself: the door with two of the staff, late paper, the code on the screen, seats and beds; with restarts."""

import io
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
import xlsxwriter
from python_calamine import CalamineWorkbook
from sqlalchemy import select

from storage.database import Database
from storage.schema import check_in_tokens, delegates
from tests.stories.looking import rows

Desk = Any
LINK = r"https://t\.me/\S+start=[\w-]+"
MORNING = datetime(2026, 12, 10, 0, 10, tzinfo=UTC)
"""7:10 in Hanoi on the day; the first item of the plan begins at 7:30."""


@pytest.fixture
def start() -> datetime:
    """A Monday, 8:00 in Hanoi."""
    return datetime(2026, 11, 23, 1, tzinfo=UTC)


@pytest_asyncio.fixture
async def open_desk(desk: Desk, project_root: Path) -> Desk:
    """A published conference on 10 December 2026."""
    await desk.is_claimed()
    await desk.takes_plan("ke-hoach.txt", (project_root / "simulator/plans/hoi-nghi-mau.txt").read_bytes())
    await desk.publishes()
    return desk


async def door_staff(desk: Desk, name: str) -> Any:
    """Somebody at the door, who came by the owner's link."""
    await desk.owner.says("/moi")
    await desk.owner.presses("Đón tiếp, điểm danh")
    await desk.owner.sees("Mời ai phụ trách")
    await desk.owner.says(name)
    await desk.owner.sees("https://")
    person = desk.meets(name)
    await person.opens(desk.owner.finds(LINK))
    await person.presses("Đồng ý")
    await person.sees("đón tiếp")
    return person


async def code_of(desk: Desk, url: str, name: str) -> str:
    """What a phone reads from somebody's QR picture."""
    opened = Database(url)
    query = select(check_in_tokens.c.token).join(delegates, delegates.c.id == check_in_tokens.c.delegate_id)
    async with opened.begin() as connection:
        token = (await connection.execute(query.where(delegates.c.name == name))).scalar_one()
    await opened.close()
    return f"{desk.house.owner_link.split('=')[0]}={token}"


async def shows_code(desk: Desk, person: Any, url: str, name: str) -> str:
    """The delegate gets the picture out; the link in it."""
    await person.says("/maqr")
    await person.sees(name, "Chưa điểm danh")
    return await code_of(desk, url, name)


async def test_the_door(open_desk: Desk, database_url: str) -> None:
    desk = open_desk
    first, second = await door_staff(desk, "Bùi Thị Cúc"), await door_staff(desk, "Hà Văn Đạt")
    an = await desk.joins("An", await desk.adds_delegate("Nguyễn Văn An", post="Chủ tịch", unit="Xã Nậm Cần"))
    binh = await desk.joins("Bình", await desk.adds_delegate("Trần Thị Bình", unit="Xã Bản Mây"))
    await desk.adds_delegate("Lò Văn Cương", unit="Xã Bản Mây")
    await binh.presses("Cử người đi thay")
    await binh.says("Vàng A Páo")
    await binh.says("Phó Chủ tịch")
    await binh.sees("Đã ghi người đi thay")
    pao = await desk.joins("Páo", binh.finds(LINK))
    an_code = await shows_code(desk, an, database_url, "Nguyễn Văn An")
    pao_code = await shows_code(desk, pao, database_url, "Vàng A Páo")
    await binh.says("/maqr")
    await binh.sees("đã cử người đi thay")

    await first.opens(an_code)
    await first.sees("Chưa đến ngày hội nghị (10/12/2026)")
    await desk.stage.becomes(MORNING)
    await first.says("/diemdanh")
    await first.sees("Đang điểm danh cho: Thứ Năm, 10/12/2026, 07:30", "0/3")
    await first.presses("Nơi tôi đón")
    await first.sees("cửa, bàn nào")
    await desk.stage.restart()
    await first.says("Cửa chính")
    await first.sees("Nơi đón: Cửa chính")

    await first.opens(an_code)
    await first.sees("Đã điểm danh", "Nguyễn Văn An", "Chủ tịch", "Lúc 07:10, tại Cửa chính")
    await desk.stage.passes(minutes=2)
    await second.opens(an_code)
    await second.sees("Đã điểm danh trước đó", "Lúc 07:10, tại Cửa chính", "người ghi: người đón tiếp")
    await second.sees("Bùi Thị Cúc")
    await desk.owner.opens(an_code)
    await desk.owner.sees("Đã điểm danh trước đó")
    await an.opens(an_code)
    await an.sees("Nguyễn Văn An", "Có mặt lúc 07:10")
    stranger = desk.meets("Người lạ")
    await stranger.opens(an_code)
    await stranger.sees("để người đón tiếp quét")
    await stranger.does_not_see("Nguyễn Văn An")
    await second.opens(pao_code)
    await second.sees("Vàng A Páo", "Đi thay người được mời")

    await second.says("/diemdanh")
    await second.presses("Tìm người")
    await second.sees("trong danh sách")
    await desk.stage.restart()
    await second.says("ban may")
    await second.sees("Tìm “ban may”", "Lò Văn Cương", "Trần Thị Bình")
    await second.presses("Trần Thị Bình")
    await second.sees("đã cử người đi thay, nên không điểm danh")
    await second.presses("Lò Văn Cương")
    await second.sees("Đã điểm danh", "tìm trong danh sách")
    await second.presses("Rút lại")
    await second.sees("Đã rút lại điểm danh của Lò Văn Cương")

    await desk.owner.says("/diemdanh")
    await desk.owner.sees("2/3")
    await desk.owner.presses("Ai đã có mặt")
    await desk.owner.sees("2/3 người có mặt", "không báo vắng: 1")
    await desk.owner.presses("Theo đơn vị")
    await desk.owner.sees("Xã Nậm Cần: 1/1")
    await an.says("/diemdanh")
    await an.sees("4 chữ số")


async def test_a_paper_sheet_and_the_code_on_the_screen(open_desk: Desk) -> None:
    desk = open_desk
    staff = await door_staff(desk, "Bùi Thị Cúc")
    an = await desk.joins("An", await desk.adds_delegate("Nguyễn Văn An"))
    for name in ("Lê Bình", "Lò Cương", "Vũ Dung"):
        await desk.adds_delegate(name)
    await an.says("/diemdanh")
    await an.sees("Chưa đến giờ tự điểm danh", "từ 07:00 đến 08:00")
    await desk.stage.becomes(MORNING)
    await an.says("/diemdanh")
    await an.sees("4 chữ số")
    await an.says("chưa thấy mã")
    await an.sees("Mã gồm 4 chữ số")
    await desk.owner.says("/diemdanh")
    await desk.owner.presses("Mã trên màn hình")
    await desk.owner.sees("Mã tự điểm danh")
    code = desk.owner.finds(r"Mã tự điểm danh: (\d{4})")
    await desk.stage.restart()
    await an.says(f"{(int(code) + 1) % 10_000:04d}")
    await an.sees("Mã chưa đúng", "còn 4 lần")
    await desk.stage.restart()
    await an.says(code)
    await an.sees("Đã điểm danh. Cảm ơn")

    await staff.says("/diemdanh")
    await staff.presses("Danh sách để in")
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(await staff.sees_file("danh-sach-diem-danh.xlsx")))
    assert [row[1] for row in sheet.get_sheet_by_index(0).to_python()[1:]] == [
        "Nguyễn Văn An",
        "Lê Bình",
        "Lò Cương",
        "Vũ Dung",
    ]
    await staff.says("/diemdanh")
    await staff.presses("Nhập phiếu giấy")
    await staff.sees("số đã đánh dấu")
    await staff.says("1-9")
    await staff.sees("Không có số 9")
    await desk.stage.restart()
    await staff.says("1-4, trừ 3 lúc 7h05")
    await staff.sees("Giờ có mặt: 07:05", "Ghi mới: 2 người; đã điểm danh từ trước: 1")
    await staff.presses("Rút lại 2 người")
    await staff.sees("bỏ 2 lượt điểm danh")
    await staff.forges("cx:00000000")
    await staff.sees("đã được rút lại")


async def test_seats_and_beds(open_desk: Desk) -> None:
    desk = open_desk
    an = await desk.joins("An", await desk.adds_delegate("Nguyễn Văn An", unit="Xã Nậm Cần"))
    await an.says("/haucan")
    await an.sees("Chỗ nghỉ: chưa xếp")
    await an.presses("Chỗ nghỉ")
    await an.sees("ông/bà cần gì")
    await desk.stage.restart()
    await an.says("Nghỉ đêm 9/12")
    await an.sees("Đã ghi: Chỗ nghỉ", "đề nghị: Nghỉ đêm 9/12")

    await desk.owner.says("/haucan")
    await desk.owner.sees("Chỗ nghỉ: đã xếp 0, đề nghị 1")
    await desk.owner.presses("Tìm người")
    await desk.owner.says("nam can")
    await desk.owner.presses("Nguyễn Văn An")
    await desk.owner.sees("đề nghị: Nghỉ đêm 9/12")
    await desk.owner.presses("Chỗ ngồi")
    await desk.stage.restart()
    await desk.owner.says("Hàng A, ghế 12")
    await desk.owner.sees("Người này sẽ nhận tin báo", "Hàng A, ghế 12")
    await desk.stage.passes(minutes=2)
    await an.sees("Ban tổ chức đã xếp", "Chỗ ngồi: Hàng A, ghế 12")
    await an.says("ghế của tôi ở đâu?")
    await an.sees("Chỗ ngồi của ông/bà: Hàng A, ghế 12")

    await desk.owner.says("/haucan")
    await desk.owner.presses("Danh sách Excel")
    book = CalamineWorkbook.from_filelike(io.BytesIO(await desk.owner.sees_file("hau-can.xlsx")))
    rows = book.get_sheet_by_index(0).to_python()
    rows[1][rows[0].index("Chỗ ngồi")], rows[1][rows[0].index("Chỗ nghỉ")] = "Hàng B, ghế 1", "Phòng 302"
    await desk.owner.presses("Gửi lại danh sách")
    await desk.owner.sees("Gửi tệp Excel")
    await desk.owner.says("đây")
    await desk.owner.sees("tệp")
    await desk.stage.restart()
    await desk.owner.sends_file("hau-can.xlsx", workbook(rows))
    await desk.owner.sees("sẽ đổi 2 mục của 1 người", "Hàng A, ghế 12 → Hàng B, ghế 1")
    await desk.stage.restart()
    await desk.owner.presses("Ghi 2 mục")
    await desk.owner.sees("1 người sẽ nhận tin báo")
    await desk.stage.passes(minutes=2)
    await an.sees("Hàng A, ghế 12 → Hàng B, ghế 1", "Chỗ nghỉ: Phòng 302")


def workbook(rows: list[list[Any]]) -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False}) as book:
        page = book.add_worksheet()
        for at, row in enumerate(rows):
            page.write_row(at, 0, row)
    return made.getvalue()


async def test_the_code_on_the_screen_renews_itself_in_its_one_message(open_desk: Desk, database_url: str) -> None:
    desk, world = open_desk, open_desk.stage.world
    an = await desk.joins("An", await desk.adds_delegate("Nguyễn Văn An"))
    await desk.stage.becomes(MORNING)
    await desk.owner.says("/diemdanh")
    await desk.owner.presses("Mã trên màn hình")
    await desk.owner.sees("Mã tự điểm danh", "ảnh này tự đổi theo đến 08:00")
    await desk.stage.settled()
    seen, pictures = set(), set()
    for minute in range(4):
        if minute == 2:
            await desk.stage.restart()
        if minute:
            await desk.stage.passes(minutes=1)
            await desk.owner.sees("Mã tự điểm danh")
            await desk.stage.settled()
        (shown,) = [each for each in world.history(desk.owner.chat_id) if "Mã tự điểm danh: " in each.text]
        seen.add(str(re.search(r"Mã tự điểm danh: (\d{4})", shown.text)))
        pictures.add(shown.body["photo"][-1]["file_unique_id"])
    assert len(pictures) == 4 and len(seen) > 1
    edits = [each for each in world.ledger if each.method == "editMessageMedia"]
    assert len(edits) == 3
    digits = desk.owner.finds(r"Mã tự điểm danh: (\d{4})")
    await desk.owner.says("/diemdanh")
    await desk.stage.settled()
    await desk.owner.presses("Ai đã có mặt")
    await desk.owner.sees("0/1 người có mặt", "Tự cập nhật mỗi phút")
    await an.says("/diemdanh")
    await an.says(digits)
    await an.sees("Đã điểm danh")
    await desk.stage.passes(minutes=1)
    await desk.owner.sees("1/1 người có mặt", "Tự cập nhật mỗi phút")
    await desk.owner.presses("Về bàn điểm danh")
    await desk.stage.settled()
    await desk.stage.becomes(MORNING + timedelta(minutes=51))
    await desk.owner.sees("Đã hết giờ tự điểm danh", "Đã có mặt: 1 người")
    await desk.stage.passes(minutes=5)
    await desk.stage.settled()
    assert rows(database_url, "select * from live_screens") == []
