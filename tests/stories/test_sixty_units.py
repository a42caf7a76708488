"""A made-up province: sixty communes with four hundred tasks, from the paper to the boards of the last weeks."""

from datetime import UTC, datetime
from typing import Any

import pytest

Desk = Any

_NAMES = """
    Yên Thịnh|Phú Lộc|Tân Bình|Hòa Sơn|Đồng Tâm|Minh Khai|Vạn Xuân|Lạc Hồng|An Phú|Bình Minh
    Cẩm Lĩnh|Đại Từ|Hưng Đạo|Kim Sơn|Long Giang|Mỹ Hòa|Nam Cường|Phong Châu|Quang Trung|Sơn Dương
"""
_PLACES = [name.strip() for line in _NAMES.split("\n") for name in line.split("|") if name.strip()]
PLACES = [f"{name} {part}" for part in ("Thượng", "Trung", "Hạ") for name in _PLACES]
WORKS = (
    "Rà soát danh sách hộ dùng nước của {}",
    "Lập bản đồ giếng và bể chứa của {}",
    "Gửi báo cáo sơ kết về nước sạch của {}",
    "Cử đại biểu, đăng ký xe của {}",
    "Chuẩn bị tham luận của {}",
    "Chụp ảnh công trình nước của {}",
    "Thống kê kinh phí đã dùng của {}",
)
SEVEN = 40
"""So many communes have all seven tasks, the other twenty have six: 400 together."""


def plan() -> bytes:
    """The paper, each task with its day in December."""
    lines = [
        "ỦY BAN NHÂN DÂN TỈNH TRƯỜNG XUÂN",
        "Số: 15/KH-UBND",
        "Trường Xuân, ngày 02 tháng 10 năm 2026",
        "KẾ HOẠCH",
        "Tổ chức Hội nghị toàn tỉnh về nước sạch nông thôn",
        "I. THỜI GIAN, ĐỊA ĐIỂM",
        "1. Thời gian: 8 giờ 00 ngày 18/12/2026 (thứ Sáu).",
        "2. Địa điểm: Hội trường tỉnh Trường Xuân.",
        "II. CHƯƠNG TRÌNH",
        "- 8h00: Khai mạc",
        "- 9h00: Báo cáo",
        "- 11h00: Bế mạc",
        "III. TỔ CHỨC THỰC HIỆN",
    ]
    for number, place in enumerate(PLACES, 1):
        lines.append(f"{number}. UBND xã {place}")
        works = WORKS if number <= SEVEN else WORKS[:-1]
        lines += [
            f"- {work.format(place)}, hoàn thành trước ngày {day:02d}/12/2026;" for day, work in enumerate(works, 5)
        ]
    return "\n".join([*lines, "Nơi nhận:", "- Lưu: VT.", "CHỦ TỊCH", "Lưu Đình Khoa"]).encode()


@pytest.fixture
def start() -> datetime:
    """A Monday four weeks before the first task is due, 8:00 in Hanoi."""
    return datetime(2026, 11, 9, 1, tzinfo=UTC)


def hanoi(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of December by the clock in Hanoi."""
    return datetime(2026, 12, day, hour - 7, minute, tzinfo=UTC)


async def test_sixty_communes_with_four_hundred_tasks_from_the_paper_to_the_boards(desk: Desk) -> None:
    await desk.is_claimed()
    await desk.takes_plan("nuoc-sach.txt", plan())
    await desk.publishes("400 nhiệm vụ")
    people = [await desk.links_unit(f"UBND xã {place}", name) for place, name in zip(PLACES, NAMES, strict=False)]
    sen, ba, tu = people
    for person in people:
        await person.sees("được giao 7 nhiệm vụ")

    await _all_is_done_by(desk, sen)
    await _one_is_refused(desk, ba)
    await desk.stage.restart()
    await desk.owner.says("/nhiemvu")
    await desk.owner.sees("Bảng nhiệm vụ", "400")
    await desk.owner.presses("phải gọi điện")
    await desk.owner.sees("57")
    await _mornings_come(desk, sen, tu)


NAMES = ("Giàng Thị Sen", "Lò Văn Bá", "Hoàng Minh Tú")


async def _all_is_done_by(desk: Desk, sen: Any) -> None:
    await sen.says("/nhiemvu")
    await sen.sees("Nhiệm vụ: ")
    await sen.presses("Nhận tất cả")
    await sen.sees("Đã nhận tất cả")
    for count in range(len(WORKS)):
        await sen.says("/nhiemvu")
        await sen.sees("Nhiệm vụ: ")
        await sen.presses("Báo cáo")
        await sen.sees("Báo cáo kết quả")
        await sen.says(f"Xong việc thứ {count + 1}")
        await sen.sees("Đã gửi báo cáo")
        await desk.owner.sees("báo cáo", f"Xong việc thứ {count + 1}")
        await desk.owner.presses("Xong")
        await desk.owner.sees("Đã xác nhận xong")
        await sen.sees("đã xong")


async def _one_is_refused(desk: Desk, ba: Any) -> None:
    await ba.says("/nhiemvu")
    await ba.sees("Nhiệm vụ: ")
    await ba.presses("Từ chối 1")
    await ba.sees("Lý do từ chối")
    await ba.says("Xã không có giếng chung")
    await ba.sees("Đã ghi lời từ chối")
    await desk.owner.sees("từ chối", "Xã không có giếng chung")


async def _mornings_come(desk: Desk, sen: Any, tu: Any) -> None:
    """Who has done everything is left alone; who has not gets one message a morning."""
    sen.looks_away()
    tu.looks_away()
    await desk.stage.becomes(hanoi(2, 8, 5))
    await tu.sees("Nhắc việc Thứ Tư, 2/12/2026")
    await sen.does_not_see("Nhắc việc")
    tu.looks_away()
    await desk.stage.becomes(hanoi(2, 16))
    await tu.does_not_see("Nhắc việc")
    await desk.stage.becomes(hanoi(14, 9))
    await desk.owner.says("/tinhhinh")
    await desk.owner.sees("Xong 7/400", "quá hạn 392")
