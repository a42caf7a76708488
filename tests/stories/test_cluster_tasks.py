"""A cluster's tasks from the paper to the last *Xong*: refused, unreached, handed to a successor, moved by a week."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

Desk = Any
LINK = r"https://t\.me/\S+start=[\w-]+"
CHAIR, HOST, MEMBERS = "UBND tỉnh Bình Định", "UBND tỉnh Lâm Đồng", "Các đơn vị thành viên"


@pytest.fixture
def start() -> datetime:
    """A Monday three weeks before the conference."""
    return datetime(2023, 7, 3, 1, tzinfo=UTC)


def hanoi(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of 2023 by the clock in Hanoi."""
    return datetime(2023, month, day, hour - 7, minute, tzinfo=UTC)


async def test_a_cluster_gives_its_tasks_and_sees_them_all_done(desk: Desk, shared_dir: Path) -> None:
    await desk.is_claimed()
    await desk.takes_plan("seed1.txt", (shared_dir / "plans" / "seed1.txt").read_bytes())
    await desk.publishes("nếu có")
    await desk.owner.sees("7 nhiệm vụ trong kế hoạch chưa có thời hạn")
    await desk.owner.presses("Đặt cả 7 hạn theo gợi ý")
    await desk.owner.sees("cho 7 nhiệm vụ")
    ha = await desk.links_unit(CHAIR, "Nguyễn Thị Hà")
    kon = await _member(desk, "Y Kon", "UBND tỉnh Kon Tum")
    lai = await _member(desk, "Rơ Lai", "UBND tỉnh Gia Lai")

    await _prize_wakes(desk, ha)
    await _one_is_refused_and_given_again(desk, ha)
    await _three_rungs_and_a_week_later(desk, kon)
    ro = await _another_takes_over(desk, lai)
    await _each_member_reports(desk, kon, ro)
    son = await _host_comes_late(desk)
    await _all_done(desk, ha, 4)
    await _all_done(desk, son, 3)
    await desk.owner.says("/tinhhinh")
    await desk.owner.sees("Xong 9/9", "quá hạn 0")


async def _member(desk: Desk, name: str, unit: str) -> Any:
    """Somebody comes by the link of the member units and says for which one; the bot is restarted between."""
    person = await desk.links_unit(MEMBERS, name)
    await person.sees("thay mặt đơn vị nào")
    await person.presses("Gõ tên đơn vị")
    await person.sees("Gõ tên đầy đủ")
    await desk.stage.restart()
    await person.says(unit)
    await person.sees(unit, "đã có đầu mối")
    await desk.owner.sees(unit, "đã có đầu mối")
    return person


async def _prize_wakes(desk: Desk, ha: Any) -> None:
    await desk.owner.says("/nhiemvu")
    await desk.owner.sees("Bảng nhiệm vụ", "giao từng đơn vị thành viên: 1")
    await desk.owner.presses("Nếu có (1)")
    await desk.owner.sees("Đang xem: nếu có")
    await desk.owner.presses("Xem 1")
    await desk.owner.sees("Nhiệm vụ của")
    await desk.stage.restart()
    await desk.owner.presses("Kích hoạt")
    await ha.sees("Cờ thi đua Chính phủ")


async def _one_is_refused_and_given_again(desk: Desk, ha: Any) -> None:
    await ha.says("/nhiemvu")
    await ha.sees("Nhiệm vụ: ")
    await ha.presses("Từ chối 1")
    await ha.sees("Lý do từ chối")
    await desk.stage.restart()
    await ha.says("Chưa rõ kinh phí")
    await desk.owner.sees("từ chối nhiệm vụ", "Chưa rõ kinh phí")
    await desk.stage.restart()
    await desk.owner.presses("Giao lại")
    await desk.owner.sees("Đã giao lại")
    await ha.sees("được giao nhiệm vụ")
    await ha.says("/nhiemvu")
    await ha.sees("Nhiệm vụ: ")
    await ha.presses("Nhận tất cả")
    await ha.sees("Đã nhận tất cả")


async def _three_rungs_and_a_week_later(desk: Desk, kon: Any) -> None:
    """T-7, T-3, T-1 of 21 July, a restart after each; then all is a week later, and the ladder begins anew."""
    for day, words in ((14, "Thứ Sáu, 14/7/2023"), (18, "Thứ Ba, 18/7/2023"), (20, "Thứ Năm, 20/7/2023")):
        kon.looks_away()
        await desk.stage.becomes(hanoi(7, day, 8, 5))
        await kon.sees(f"Nhắc việc {words}", "Gửi báo cáo sơ kết")
        await desk.owner.sees(HOST, "chưa có ai của đơn vị vào bot")
        kon.looks_away()
        await desk.stage.restart()
        await kon.sees_nothing()
    await desk.edits("Ngày tổ chức", "2/8/2023 - 4/8/2023")
    await desk.publishes()
    await kon.sees("Hạn: Thứ Sáu, 21/7/2023 → Thứ Sáu, 28/7/2023")
    await desk.stage.settled()  # a day's jump before it is recorded would look like a sender that died
    kon.looks_away()
    await desk.stage.becomes(hanoi(7, 21, 8, 5))
    await kon.sees("Nhắc việc Thứ Sáu, 21/7/2023")
    await desk.stage.settled()
    kon.looks_away()
    await desk.stage.becomes(hanoi(7, 21, 16))
    await kon.does_not_see("Nhắc việc")


async def _another_takes_over(desk: Desk, lai: Any) -> Any:
    await lai.says("/donvi")
    await lai.sees("UBND tỉnh Gia Lai", "chính ông/bà")
    await lai.presses("Bàn giao cho người thay")
    await lai.sees("nhận bàn giao mọi việc")
    ro = desk.meets("Rơ Châm")
    await ro.opens(lai.finds(LINK))
    await ro.sees("Tự nguyện")
    await desk.stage.restart()
    await ro.presses("Đồng ý")
    await ro.sees("đầu mối của", "UBND tỉnh Gia Lai")
    await ro.sees("được giao nhiệm vụ", "Gửi báo cáo sơ kết")
    await lai.sees("không còn phụ trách")
    await desk.owner.sees("UBND tỉnh Gia Lai thay người phụ trách")
    return ro


async def _each_member_reports(desk: Desk, kon: Any, ro: Any) -> None:
    """The report of one leaves that of the other owed; both come as files of the same name, each from its own unit."""
    for came, (person, unit) in enumerate(((kon, "UBND tỉnh Kon Tum"), (ro, "UBND tỉnh Gia Lai")), 1):
        await person.says("/nhiemvu")
        await person.sees("Nhiệm vụ: ")
        await person.presses("Nhận 1")
        await person.sees("Đã nhận nhiệm vụ")
        await person.says("/nhiemvu")
        await person.presses("Báo cáo 1")
        await person.sees("Báo cáo kết quả")
        await desk.stage.restart()
        await person.sends_file("bao-cao.docx", unit.encode())
        await desk.owner.sees("báo cáo", unit)
        await desk.owner.presses("Xong")
        await desk.owner.sees("Đã xác nhận xong")
        await person.sees("đã xong")
        await desk.owner.says("/nhiemvu")
        await desk.owner.sees("Bảng nhiệm vụ")
        await desk.owner.presses("Báo cáo phải thu")
        await desk.owner.sees(f"đã nhận {came}/2", unit, "bao-cao.docx")
    await desk.owner.presses("Tải 2 tệp")
    assert (await desk.owner.sees_file("bao-cao-cac-don-vi.zip"))[:2] == b"PK"


async def _host_comes_late(desk: Desk) -> Any:
    """Nobody of the host could be reached until now; it is on the telephone list, and gets everything at once."""
    await desk.owner.says("/nhiemvu")
    await desk.owner.sees("Bảng nhiệm vụ")
    await desk.owner.presses("phải gọi điện")
    await desk.owner.sees("1 đơn vị phải gọi điện thoại", HOST)
    son = await desk.links_unit(HOST, "Trần Văn Sơn")
    await son.sees("được giao 3 nhiệm vụ")
    await son.says("/nhiemvu")
    await son.sees("Nhiệm vụ: ")
    await desk.stage.restart()
    await son.presses("Nhận tất cả")
    await son.sees("Đã nhận tất cả")
    return son


async def _all_done(desk: Desk, person: Any, number: int) -> None:
    """The person reports so many tasks one after the other, each after a restart."""
    for count in range(1, number + 1):
        await person.says("/nhiemvu")
        await person.sees("Nhiệm vụ: ")
        await person.presses("Báo cáo 1")
        await person.sees("Báo cáo kết quả")
        await desk.stage.restart()
        await person.says(f"Đã làm xong phần {count}")
        await person.sees("Đã gửi báo cáo")
        await desk.owner.sees("báo cáo", f"Đã làm xong phần {count}")
        await desk.owner.presses("Xong")
        await desk.owner.sees("Đã xác nhận xong")
        await person.sees("đã xong")
