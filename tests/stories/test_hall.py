"""The hall: who speaks when, what is running, votes and feedback; a restart in every dialogue."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import select

from storage.database import Database
from storage.schema import feedback_remarks, inbox

Desk = Any


@pytest.fixture
def start() -> datetime:
    """A Monday, 8:00 in Hanoi; the conference is on Thursday 10 December."""
    return datetime(2026, 12, 7, 1, tzinfo=UTC)


@pytest_asyncio.fixture
async def hall(desk: Desk, project_root: Path) -> Desk:
    """The published example conference with three delegates, of whom two have come at its opening."""
    await desk.is_claimed()
    await desk.takes_plan("ke-hoach.txt", (project_root / "simulator/plans/hoi-nghi-mau.txt").read_bytes())
    await desk.publishes()
    for name in ("Nguyễn Văn An", "Lê Thị Ba", "Phạm Duy"):
        await desk.joins(name, await desk.adds_delegate(name, unit="Xã Nậm Cần"))
    return desk


async def registers(desk: Desk, name: str, topic: str, minutes: str) -> None:
    person = desk.people[name]
    await person.says("/phatbieu")
    await person.sees("Đăng ký phát biểu")
    await person.presses("Đăng ký phát biểu")
    await person.sees("mục nào?")
    await person.presses("thảo luận")
    await person.sees("Nội dung")
    await desk.stage.restart()
    await person.says(topic)
    await person.sees("đơn vị")
    await desk.stage.restart()
    await person.presses("Bỏ qua")
    await person.sees("phút")
    await desk.stage.restart()
    await person.sends_file("bai.docx", b"PK")
    await person.sees("phút")
    await person.says(minutes)
    await person.sees("Đã ghi đăng ký phát biểu", topic)
    await desk.owner.sees("đăng ký phát biểu", topic)


async def check_in(desk: Desk, *names: str) -> None:
    for name in names:
        await desk.owner.says("/diemdanh")
        await desk.owner.sees("Điểm danh")
        await desk.owner.presses("Tìm")
        await desk.owner.says(name)
        await desk.owner.sees(name)
        await desk.owner.presses(name)
        await desk.owner.sees(name)


async def test_speakers_are_called_in_the_organizers_order(hall: Desk) -> None:
    desk, an, ba = hall, hall.people["Nguyễn Văn An"], hall.people["Lê Thị Ba"]
    await registers(desk, "Nguyễn Văn An", "Kinh nghiệm <thu> ngân sách", "10 phút")
    await registers(desk, "Lê Thị Ba", "Chuyển đổi số", "15p")
    await desk.owner.says("/phatbieu")
    await desk.owner.presses("thảo luận")
    await desk.owner.sees("1. Nguyễn Văn An", "2. Lê Thị Ba", "25 phút")
    await desk.owner.presses("▲ Lên (2)")
    await desk.owner.sees("1. Lê Thị Ba", "2. Nguyễn Văn An")

    await desk.stage.becomes(datetime(2026, 12, 10, 0, 35, tzinfo=UTC))
    await desk.owner.says("/dienbien")
    await desk.owner.sees("Diễn biến")
    await desk.owner.presses("▶ Bắt đầu")
    await desk.owner.sees("đang diễn ra")
    await an.says("đang đến phần nào?")
    await an.sees("07:30")
    for _ in range(12):
        if "thảo luận" in desk.owner.texts()[-1].lower().split("– đang diễn ra")[0].rsplit("▶", 1)[-1]:
            break
        await desk.owner.presses("▶ Bắt đầu")
        await desk.owner.sees("đang diễn ra")
    await ba.sees("Xin mời ông/bà chuẩn bị", "Chuyển đổi số")
    await desk.stage.restart()
    await desk.owner.says("/phatbieu")
    await desk.owner.presses("thảo luận")
    await desk.owner.presses("Mời phát biểu: Lê Thị Ba")
    await desk.owner.sees("đang phát biểu")
    await an.sees("Xin mời ông/bà chuẩn bị", "Kinh nghiệm <thu> ngân sách")
    await an.says("/phatbieu")
    await an.presses("Rút:")
    await an.sees("Đã rút đăng ký phát biểu")
    await desk.owner.sees("rút đăng ký phát biểu")
    await desk.owner.says("/baocao")
    await desk.owner.sees("đăng ký 2, đã phát biểu 0, rút 1")


async def test_those_who_are_here_vote_in_secret_and_say_what_they_think(hall: Desk, database_url: str) -> None:
    desk, an = hall, hall.people["Nguyễn Văn An"]
    ba, duy = hall.people["Lê Thị Ba"], hall.people["Phạm Duy"]
    await desk.stage.becomes(datetime(2026, 12, 10, 0, 20, tzinfo=UTC))
    await check_in(desk, "Nguyễn Văn An", "Lê Thị Ba")
    await desk.owner.says("/bieuquyet")
    await desk.owner.presses("Đặt câu hỏi mới")
    await desk.owner.sees("Câu hỏi")
    await desk.stage.restart()
    await desk.owner.says("Thông qua <nghị quyết>?")
    await desk.owner.sees("lựa chọn")
    await desk.owner.says("Tán thành")
    await desk.owner.sees("từ 2 đến 10 lựa chọn")
    await desk.stage.restart()
    await desk.owner.says("Tán thành; Không tán thành")
    await desk.owner.sees("có mặt")
    await desk.stage.restart()
    await desk.owner.says("nhiều nhiều")
    await desk.owner.sees("2/3")
    await desk.owner.says("quá bán")
    await desk.owner.sees("Thông qua <nghị quyết>?", "2/3", "đủ")
    await desk.owner.presses("Mở biểu quyết (2")
    await desk.owner.sees("Đang biểu quyết")
    for person in (an, ba):
        await person.sees("Xin ông/bà cho ý kiến", "phiếu")
    await duy.does_not_see("Xin ông/bà cho ý kiến")
    await duy.says("/bieuquyet")
    await duy.sees("Chỉ người đã điểm danh")
    await desk.stage.restart()
    await an.presses("Không tán thành")
    await an.sees("Đã ghi phiếu", "phiếu kín")
    await ba.presses("Tán thành")
    await ba.sees("Đã ghi phiếu")
    await desk.owner.presses("Đóng biểu quyết")
    await desk.owner.sees("1. Tán thành: 1 phiếu (50%)", "2. Không tán thành: 1 phiếu (50%)", "2/2 người có mặt")
    assert (await desk.owner.sees_file("ket-qua-bieu-quyet.xlsx")).startswith(b"PK")
    await desk.owner.presses("Gửi kết quả cho 2 người")
    await an.sees("Kết quả biểu quyết")

    await desk.stage.becomes(datetime(2026, 12, 10, 1, 0, tzinfo=UTC))
    await desk.owner.says("/gopy")
    await desk.owner.presses("Xin góp ý về cả hội nghị")
    await desk.owner.sees("gửi cho 2 người đã có mặt")
    await desk.owner.presses("Hỏi 2 người")
    await an.sees("từ 1 (kém) đến 5 (rất tốt)")
    await duy.does_not_see("từ 1 (kém)")
    await an.presses("4 – tốt")
    await an.sees("Đã nhận điểm")
    await an.presses("Viết thêm, không ghi tên")
    await an.sees("góp ý")
    await desk.stage.restart()
    await an.says("Phòng họp hơi nóng")
    await an.sees("không ghi tên")
    await desk.owner.says("/gopy")
    await desk.owner.sees("Cả hội nghị: trung bình 4,0/5", "Phòng họp hơi nóng")
    await desk.owner.does_not_see("Nguyễn Văn An")
    await desk.owner.says("/baocao")
    await desk.owner.sees("Biểu quyết", "kín, 2/2 người): Tán thành 1 (50 %), Không tán thành 1 (50 %)")
    await desk.owner.sees("Cả hội nghị: 4,0 (1 người)")
    await desk.stage.settled()
    opened = Database(database_url)
    async with opened.begin() as connection:
        remarks = (await connection.execute(select(feedback_remarks.c.text, feedback_remarks.c.delegate_id))).all()
        kept = set((await connection.execute(select(inbox.c.raw))).scalars())
    await opened.close()
    assert [tuple(each) for each in remarks] == [("Phòng họp hơi nóng", None)]
    assert kept == {"{}"}
