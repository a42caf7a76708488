"""A cluster of provinces, two and a half days, three dated sessions: paper to report, restarted in every dialogue."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

PLAN = "seed1.txt"
Desk = Any


@pytest.fixture
def start() -> datetime:
    """A Monday, nine days before the delegates arrive."""
    return datetime(2023, 7, 17, 1, tzinfo=UTC)


def hanoi(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of July 2023 by the clock in Hanoi."""
    return datetime(2023, 7, day, hour - 7, minute, tzinfo=UTC)


async def test_a_cluster_of_provinces_from_paper_to_report(desk: Desk, shared_dir: Path) -> None:
    await desk.is_claimed()
    await desk.takes_plan(PLAN, (shared_dir / "plans" / PLAN).read_bytes())
    await desk.owner.sees("12 mục", "3 đơn vị, 8 nhiệm vụ", "Thứ Tư, 26/7/2023 – Thứ Sáu, 28/7/2023", "Đà Lạt")
    await desk.publishes("Công bố lần đầu", "nếu có")

    ha = await desk.links_unit("UBND tỉnh Bình Định", "Nguyễn Thị Hà")
    son = await desk.links_unit("UBND tỉnh Lâm Đồng", "Trần Văn Sơn")
    kon = await desk.links_unit("Các đơn vị thành viên", "Y Kon")
    an = await desk.joins("Lê An", await desk.adds_delegate("Lê An", post="Phó Chủ tịch", unit="UBND tỉnh Gia Lai"))
    await an.sees("26/7", "Đà Lạt")
    await an.presses("Tham dự")

    # A restart in the middle of a dialogue: the substitute's name is asked, the bot goes and comes back.
    binh = await desk.joins("Hồ Bình", await desk.adds_delegate("Hồ Bình", post="Chủ tịch"))
    await binh.presses("Cử người đi thay")
    await binh.sees("người đi thay?")
    await desk.stage.restart()
    await binh.says("Đỗ Thị Chi")
    await binh.sees("Chức vụ của người đi thay?")
    await desk.stage.restart()
    await binh.says("Phó Giám đốc Sở Nội vụ")
    await binh.sees("Đỗ Thị Chi", "https://")
    chi = desk.meets("Đỗ Thị Chi")
    await chi.opens(binh.finds(r"https://t\.me/\S+start=[\w-]+"))
    await chi.sees("Tự nguyện")
    await desk.stage.restart()
    await chi.presses("Đồng ý")
    await chi.sees("dự thay")

    await _asks(an)
    await _conditional_task_wakes(desk, ha)
    await _member_reports(desk, kon)
    await son.says("/nhiemvu")
    await son.presses("Nhận tất cả")
    await son.sees("Đã nhận")

    # The exchange of experience moves after its first reminder went out; only the new time is reminded of again.
    await desk.stage.becomes(hanoi(26, 16, 0))
    await an.sees("Nhắc lịch", "Thứ Năm, 27/7/2023", "14:00")
    await chi.sees("Nhắc lịch", "14:00")
    await binh.sees_nothing()
    await desk.sets_session(2, "Giờ", "15h30")
    await desk.publishes("14:00", "15:30")
    await an.sees("Thứ Năm 27/7 14:00 → Thứ Năm 27/7 15:30")
    await an.presses("Đã nhận")
    await desk.stage.settled()
    await chi.sees("15:30")
    await desk.stage.becomes(hanoi(27, 13, 46))
    await an.sees_nothing()
    await desk.stage.becomes(hanoi(27, 14, 30))
    await an.sees("Nhắc lịch", "15:30")

    await an.says("giờ đang diễn ra cái gì vậy")
    await an.sees("15:30")
    await desk.stage.becomes(hanoi(28, 9, 0))
    await an.says("sau khai mạc là gì")
    await an.sees("Báo cáo tình hình thực hiện giao ước thi đua")

    await desk.owner.says("/baocao")
    await desk.owner.sees("Đại biểu")
    assert (await desk.owner.sees_file(".xlsx")).startswith(b"PK")


async def _asks(an: Any) -> None:
    await an.says("Hội nghị diễn ra mấy ngày?")
    await an.sees("2,5 ngày")
    await an.says("ai be mac")
    await an.sees("Cụm phó")
    await an.says("đơn vị nào phát hành giấy mời")
    await an.sees("Lâm Đồng")
    await an.says("Where and when is the main session?")
    await an.sees("08:00", "28 July 2023")


async def _conditional_task_wakes(desk: Desk, ha: Any) -> None:
    """The prize "(nếu có)" sleeps until an organizer wakes it; then its unit is told."""
    await ha.says("/nhiemvu")
    await ha.sees("3 nhiệm vụ")
    await desk.owner.says("/nhiemvu")
    await desk.owner.sees("8 nhiệm vụ")
    await desk.owner.presses("Nếu có (1)")
    await desk.owner.sees("nếu có")
    await desk.owner.presses("Xem 1")
    await desk.owner.sees("Liên hệ xin ý kiến")
    await desk.owner.presses("Kích hoạt")
    await ha.sees("được giao", "nhận hiện vật khen thưởng")
    await ha.presses("Nhận")
    await ha.sees("Đã nhận")


async def _member_reports(desk: Desk, kon: Any) -> None:
    """A member province sends its report as a file; a restart between the press and the file loses nothing."""
    await kon.says("/nhiemvu")
    await kon.sees("Gửi báo cáo sơ kết")
    await kon.presses("Nhận")
    await kon.sees("Đã nhận")
    await kon.presses("Báo cáo")
    await kon.sees("Gửi câu trả lời")
    await desk.stage.restart()
    await kon.sends_file("Báo cáo Kon Tum <6 tháng>.docx", b"report")
    await desk.owner.sees("báo cáo", "Các đơn vị thành viên")
    await desk.owner.presses("Xong")
    await kon.sees("xong")
