"""Delegates on their way in: from a list, by link and by code, in place of others, at the back door, and out again."""

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from python_calamine import CalamineWorkbook

from tests.stories.looking import holding

Desk = Any
LINK = r"https://t\.me/\S+start(?:group)?=[\w-]+"
CODE = r"Mã hội nghị: (\S+)"


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


def rows_of(workbook: bytes) -> list[list[Any]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(workbook)).get_sheet_by_index(0).to_python()


async def code_of(desk: Desk) -> str:
    await desk.owner.says("/moi")
    await desk.owner.sees("Mời ai?")
    return desk.owner.finds(CODE)


async def adds_list(desk: Desk, text: str, *seen: str) -> None:
    await desk.owner.says("/daibieu")
    await desk.owner.presses("Thêm từ tệp")
    await desk.owner.sees_file("mau-danh-sach-dai-bieu.xlsx")
    await desk.stage.restart()
    await desk.owner.sends_file("danh-sach.csv", text.encode("utf-16"))
    await desk.owner.sees(*seen)
    await desk.stage.restart()
    await desk.owner.presses("Thêm ")
    await desk.owner.sees("Đã thêm")


async def test_people_come_in_from_a_list_by_link_and_by_code(open_desk: Desk) -> None:
    desk = open_desk
    text = (
        "Họ và tên\tChức vụ\tĐơn vị\tĐiện thoại\n"
        "Nguyễn Văn An\tChủ tịch\tXã Nậm Cần\t0912345678\n"
        "Trần Thị <Bình>\tPCT\tXã Bản Mây\t09x\n"
        "Lò Văn Cương\tTrưởng bản\tBản Mây\t\n"
    )
    await adds_list(desk, text, "2 dòng tốt, 1 dòng lỗi", "D3: số điện thoại không hợp lệ (“09x”)")
    await desk.owner.presses("Tất cả đường dẫn")
    rows = rows_of(await desk.owner.sees_file("duong-dan-moi.xlsx"))
    assert [row[1] for row in rows] == ["Họ và tên", "Nguyễn Văn An", "Lò Văn Cương"]

    an = await desk.joins("An", rows[1][5])
    await an.sees("Nguyễn Văn An", "07:30", "Thứ Năm, 10/12/2026", "Trung tâm Văn hóa")
    await desk.stage.restart()
    await an.opens(rows[1][5])
    await an.sees("Ông/bà đã tham gia")
    thief = desk.meets("Kẻ lạ")
    await thief.opens(rows[1][5])
    await thief.sees("đã có người dùng")
    await thief.does_not_see("Nguyễn Văn An")
    await desk.owner.sees("Có người mở đường dẫn đã dùng", "Nguyễn Văn An")

    code = await code_of(desk)
    cuong = desk.meets("Cương")
    await cuong.says("/start")
    await cuong.sees("Xin chào")
    await cuong.presses("Nhập mã hội nghị")
    await cuong.sees("Tự nguyện")
    await desk.stage.restart()
    await cuong.presses("Đồng ý")
    await cuong.sees("mã hội nghị")
    await desk.stage.restart()
    await cuong.says(code.lower())
    await cuong.sees("họ và tên")
    await desk.stage.restart()
    await cuong.says("lo van cuong")
    await cuong.sees("Đã kết nối thành công", "Lò Văn Cương")
    await cuong.presses("Vắng mặt")
    await cuong.sees("lý do vắng mặt")
    await desk.stage.restart()
    await cuong.says("Đi viện <khám> & chữa bệnh")
    await cuong.sees("vắng mặt", "Đi viện <khám> & chữa bệnh")


async def test_guesses_are_limited_and_tell_nothing(open_desk: Desk) -> None:
    desk = open_desk
    await desk.adds_delegate("Nguyễn Văn An")
    code = await code_of(desk)
    guesser = desk.meets("Người đoán")
    await guesser.says("/thamgia")
    await guesser.presses("Đồng ý")
    answers = []
    for typed_code, name in (("XXXX", "Nguyễn Văn An"), (code, "Nguyễn Văn Am")):
        await guesser.says(typed_code)
        await guesser.sees("họ và tên")
        await guesser.says(name)
        await guesser.sees("Chưa kết nối được")
        answers.append(guesser.texts()[-1].split("\n")[0])
        await guesser.presses("Nhập lại")
        await guesser.sees("mã hội nghị")
    assert answers[0] == answers[1]
    await guesser.says(code)
    await guesser.says("Ai Đó")
    await guesser.sees("Đã thử nhiều lần")
    await guesser.says("/thamgia")
    await guesser.sees("xin chờ 30 phút")
    await desk.stage.passes(minutes=31)
    await guesser.says("/thamgia")
    await guesser.sees("mã hội nghị")


async def test_a_substitute_comes_and_a_walk_in_is_let_in(open_desk: Desk) -> None:
    desk = open_desk
    an = await desk.joins("An", await desk.adds_delegate("Nguyễn Văn An", unit="Xã Nậm Cần"))
    await an.presses("Cử người đi thay")
    await an.sees("người đi thay?")
    await an.says("Vàng A Páo")
    await desk.stage.restart()
    await an.says("Phó Chủ tịch")
    await an.sees("Đã ghi người đi thay", "Vàng A Páo", "Phó Chủ tịch")
    pao = await desk.joins("Páo", an.finds(LINK))
    await pao.sees("dự thay người được mời")
    await pao.presses("Tham dự")
    await pao.sees("Đã ghi: tham dự")
    await desk.stage.becomes(datetime(2026, 12, 9, 9, tzinfo=UTC))
    await pao.sees("Nhắc lịch")
    await an.does_not_see("Nhắc lịch")
    await an.says("/thamdu")
    await an.presses("Tham dự")
    await an.sees("Đã ghi: tham dự")
    await pao.sees("không phải đi thay nữa")

    code = await code_of(desk)
    press = desk.meets("Phóng viên")
    await press.says("/thamgia")
    await press.presses("Đồng ý")
    await press.says(code)
    await press.says("Phạm Duy")
    await press.presses("Xin tham gia")
    for text in (code, "Phạm Duy", "Phóng viên"):
        await press.says(text)
    await press.presses("Bỏ qua")
    await press.sees("Đã gửi đề nghị")
    await desk.owner.sees("Có người xin tham gia", "Phạm Duy, Phóng viên")
    await desk.stage.restart()
    await desk.owner.presses("Cho tham gia")
    await desk.owner.sees("Đã cho Phạm Duy tham gia")
    await press.sees("Kính chào Phạm Duy")


async def test_after_the_deadline_organizers_record_what_people_say_on_the_telephone(open_desk: Desk) -> None:
    desk = open_desk
    an = await desk.joins("An", await desk.adds_delegate("Nguyễn Văn An", post="Chủ tịch", unit="Xã Nậm Cần"))
    await desk.owner.says("/daibieu")
    await desk.owner.presses("Hạn trả lời")
    await desk.owner.presses("Đặt hạn trả lời")
    await desk.owner.says("24/11/2026")
    await desk.owner.sees("24/11/2026")
    await desk.stage.passes(days=3)
    await an.says("/thamdu")
    await an.presses("Tham dự")
    await an.sees("Đã hết hạn trả lời")
    await desk.owner.says("/daibieu")
    await desk.owner.presses("Tìm theo tên")
    await desk.owner.says("van an")
    await desk.owner.presses("Nguyễn Văn An")
    await desk.owner.presses("Ghi: vắng một số phiên")
    await desk.owner.sees("Nguyễn Văn An dự những phiên nào?", "Người này được báo sau một phút")
    await desk.owner.presses("Khai mạc")
    await desk.owner.sees("(không dự)")
    await desk.stage.restart()
    await desk.stage.passes(minutes=2)
    await an.sees("Ban tổ chức đã ghi giúp ông/bà", "vắng các phiên", "hai mạc")
    await desk.owner.presses("Quay lại")
    await desk.owner.presses("Ghi: người đi thay")
    await desk.stage.restart()
    await desk.owner.says("Vàng A Páo")
    await desk.owner.says("Văn thư")
    await desk.owner.sees("Vàng A Páo, Văn thư đi thay Nguyễn Văn An", "thấp hơn", "được báo qua bot")
    await an.sees("Đã ghi người đi thay: Vàng A Páo")
    pao = await desk.joins("Páo", desk.owner.finds(LINK))
    await pao.sees("dự thay người được mời")


async def test_one_refuses_and_one_is_forgotten(open_desk: Desk) -> None:
    desk = open_desk
    link = await desk.adds_delegate("Nguyễn Văn An")
    an = desk.meets("An")
    await an.opens(link)
    await an.presses("Không đồng ý")
    await an.sees("Không có thông tin cá nhân nào được lưu")
    await an.opens(link)
    await an.presses("Đồng ý")
    await an.sees("Đã kết nối")
    await an.says("/ngonngu")
    await an.presses("English")
    await an.sees("Now in English")
    await an.says("/dulieu")
    await an.sees("What the bot keeps about you", "Name: Nguyễn Văn An")
    await an.presses("Export")
    assert "Nguyễn Văn An" in (await an.sees_file("my-data.txt")).decode()
    await an.says("/dulieu")
    await an.presses("Erase my data")
    await an.sees("Erase everything about you?")
    await desk.stage.restart()
    await an.presses("Erase everything")
    await an.sees("Your data have been erased", "one line without a name")
    await an.says("/start")
    await an.sees("Xin chào")


async def test_nothing_is_kept_of_who_refuses_not_even_the_name_in_telegram(open_desk: Desk, database_url: str) -> None:
    desk = open_desk
    link = await desk.adds_delegate("Nguyễn Văn An")
    zoran = desk.meets("Zoran Tên Telegram")
    await zoran.opens(link)
    await zoran.sees("Tự nguyện")
    await zoran.presses("Không đồng ý")
    await zoran.sees("Không có thông tin cá nhân nào được lưu")
    await desk.stage.settled()
    assert holding(database_url, "Zoran", "Tên Telegram") == []
    assert holding(database_url, "Nguyễn Văn An") != []


async def test_a_group_is_linked_and_hears_nothing_personal(open_desk: Desk) -> None:
    desk = open_desk
    link = await desk.adds_delegate("Nguyễn Văn An")
    await desk.owner.says("/moi")
    await desk.owner.presses("Nhóm chat")
    await desk.owner.sees("startgroup")
    token = desk.owner.finds(LINK).split("=")[1]
    group = desk.stage.group("Ban tổ chức", desk.owner)
    await desk.owner.says(f"/lienket {link}", where=group)
    await group.sees("dành cho một người")
    await desk.owner.says(f"/lienket {token}", where=group)
    await group.sees("Nhóm này đã liên kết")
    await desk.owner.says("/daibieu", where=group)
    await group.does_not_see("Nguyễn Văn An")
    assert (await desk.joins("An", link)).name == "An"
