"""Units answer, are chased up the ladder and report; a broadcast with a file goes out; a restart in every dialogue."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

Desk = Any


def hanoi(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of 2026 by the clock in Hanoi."""
    return datetime(2026, month, day, hour - 7, minute, tzinfo=UTC)


@pytest.fixture
def start() -> datetime:
    """A Monday, a good week before the first deadline of the example plan."""
    return hanoi(11, 16, 9)


async def test_units_of_the_example_plan_answer_report_and_are_chased(desk: Desk, project_root: Path) -> None:
    plan = project_root / "simulator" / "plans" / "hoi-nghi-mau.txt"
    await desk.is_claimed()
    await desk.takes_plan(plan.name, plan.read_bytes())
    await desk.publishes("Công bố")
    await desk.owner.sees("nếu có", "Kích hoạt")
    await desk.owner.sees("chưa có thời hạn")
    hoa = await desk.links_unit("Phòng Nông nghiệp", "Hoa")
    minh = await desk.links_unit("Văn phòng HĐND", "Minh")
    await hoa.sees("được giao 3 nhiệm vụ")
    await minh.sees("phối hợp", "Phòng Nông nghiệp")

    await _deadline_is_typed(desk)
    await hoa.sees("Hạn: chưa có", "Thứ Sáu, 4/12/2026")
    await hoa.says("/nhiemvu")
    await hoa.presses("Nhận 1")
    await hoa.sees("Đã nhận nhiệm vụ")
    await _ladder_climbs(desk, hoa)
    await _report_comes_back_and_is_done(desk, hoa)
    await _units_are_added_and_members_taken_out(desk)
    await _broadcast_with_a_file(desk, hoa, minh)
    await _conference_ends(desk)


async def _deadline_is_typed(desk: Desk) -> None:
    await desk.owner.presses("Đặt hạn 1")
    await desk.owner.sees("Hạn của nhiệm vụ")
    await desk.stage.restart()
    await desk.owner.says("31/11")
    await desk.owner.sees("không phải ngày giờ có thật")
    await desk.owner.says("thứ Sáu 4/12")
    await desk.owner.sees("Đã đặt hạn", "Thứ Sáu, 4/12/2026")


async def _ladder_climbs(desk: Desk, hoa: Any) -> None:
    """T-7 of the first deadline, 1 December, is Tuesday 24 November; one digest, at eight."""
    await desk.stage.becomes(hanoi(11, 24, 7, 50))
    await hoa.sees_nothing()
    await desk.stage.becomes(hanoi(11, 24, 8, 5))
    await hoa.sees("Nhắc việc Thứ Ba, 24/11/2026")
    await desk.stage.restart()
    await desk.stage.becomes(hanoi(11, 24, 10))
    await hoa.sees_nothing()


async def _report_comes_back_and_is_done(desk: Desk, hoa: Any) -> None:
    await hoa.says("/nhiemvu")
    await hoa.sees("Nhiệm vụ:")
    await hoa.presses("Báo cáo")
    await desk.stage.restart()
    await hoa.sends_file("bao-cao.exe", b"MZ")
    await hoa.sees("Không nhận tệp chương trình")
    await hoa.sends_file("bao-cao.docx", b"PK words")
    await hoa.sees("Đã gửi báo cáo")
    await desk.owner.sees("báo cáo", "bao-cao.docx")
    await desk.owner.presses("Tải tệp báo cáo")
    assert await desk.owner.sees_file("bao-cao.docx") == b"PK words"
    await desk.owner.says("/nhiemvu")
    await desk.owner.presses("Đã báo cáo (1)")
    await desk.owner.sees("Đang xem: đã báo cáo")
    await desk.owner.presses("Xem 1")
    await desk.owner.sees("Quá trình")
    await desk.owner.presses("Trả lại")
    await desk.stage.restart()
    await desk.owner.says("Thiếu phụ lục")
    await hoa.sees("trả lại", "Thiếu phụ lục")
    await hoa.presses("Báo cáo")
    await hoa.says("Đã bổ sung phụ lục")
    await desk.owner.sees("Đã bổ sung phụ lục")
    await desk.owner.presses("Xong")
    await hoa.sees("đã xong")
    await desk.owner.sees("Đã xác nhận xong")
    await desk.owner.presses("Hoàn tác")
    await hoa.sees("hoàn tác", "đã báo cáo")


async def _units_are_added_and_members_taken_out(desk: Desk) -> None:
    await desk.owner.says("/donvi")
    await desk.owner.sees("UBND các xã")
    listed = [
        line for text in desk.owner.texts() for line in text.splitlines() if "UBND các xã" in line and "." in line
    ]
    number = listed[-1].split(".")[0].strip()
    await desk.owner.presses(number)
    await desk.owner.sees("tên chung của nhiều đơn vị")
    await desk.owner.presses("Đơn vị thành viên")
    await desk.owner.sees("gồm những đơn vị nào")
    await desk.owner.says("UBND xã Đông\nUBND xã Tây")
    await desk.owner.sees("Gồm các đơn vị", "UBND xã Tây")
    await desk.owner.presses("Bỏ bớt thành viên")
    await desk.owner.sees("Đưa đơn vị nào ra khỏi")
    await desk.owner.presses("UBND xã Tây")
    await desk.owner.sees("Đưa UBND xã Tây ra khỏi")
    await desk.owner.presses("Đưa ra khỏi danh sách")
    await desk.owner.sees("Đã đưa ra khỏi các đơn vị thành viên", "UBND xã Đông")
    await desk.owner.says("/donvi")
    await desk.owner.sees("UBND các xã")
    await desk.owner.presses("Thêm đơn vị")
    await desk.owner.sees("Tên đầy đủ của đơn vị")
    await desk.owner.says("Công an huyện Sông Trà")
    await desk.owner.sees("Đã thêm đơn vị", "Công an huyện Sông Trà")
    await desk.owner.presses("Xem các việc")
    await desk.owner.sees("Đang xem: Công an huyện Sông Trà", "Không có nhiệm vụ nào")


async def _broadcast_with_a_file(desk: Desk, hoa: Any, minh: Any) -> None:
    await desk.owner.says("/thongbao")
    await desk.owner.says("Xe đón lúc 6h30 tại cổng UBND huyện.")
    await desk.owner.sees("Gửi kèm một tệp")
    await desk.stage.restart()
    await desk.owner.sends_file("so-do-xe.pdf", b"%PDF map")
    await desk.owner.sees("Gửi cho ai?")
    await desk.owner.presses("Đầu mối đơn vị")
    await desk.owner.presses("Xem trước")
    await desk.owner.presses("Thêm nút")
    await desk.owner.sees("có nút “Đã nhận”")
    await desk.owner.presses("Gửi cho 2 người")
    for person in (hoa, minh):
        assert await person.sees_file("so-do-xe.pdf") == b"%PDF map"
    await minh.presses("Đã nhận")
    await desk.stage.settled()
    await desk.owner.sees("Kết quả gửi thông báo", "Đã gửi: 2")


async def _conference_ends(desk: Desk) -> None:
    await desk.owner.says("/baocao")
    await desk.owner.sees("Báo cáo", "Đôn đốc: ")
    await desk.owner.presses("Kết thúc hội nghị")
    await desk.owner.sees("Còn dở")
    await desk.owner.presses("Kết thúc")
    await desk.owner.sees("đã kết thúc")
