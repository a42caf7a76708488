"""One district conference from its paper to its end report: no date in the plan, eight items, two units, five tasks."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

PLAN = "seed0.txt"
Desk = Any


def hanoi(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of July 2026 by the clock in Hanoi."""
    return datetime(2026, 7, day, hour - 7, minute, tzinfo=UTC)


async def test_a_district_conference_from_paper_to_report(desk: Desk, shared_dir: Path) -> None:
    await desk.is_claimed()
    await desk.takes_plan(PLAN, (shared_dir / "plans" / PLAN).read_bytes())
    await desk.owner.sees("8 mục", "2 đơn vị, 5 nhiệm vụ", "Khoảng 180 người", "tháng 7/2023")

    # What the paper does not say becomes a question, doubts first.
    await desk.owner.presses("điểm cần xem")
    await desk.owner.sees("Chưa chắc đã đọc đúng", "Cơ quan tổ chức")
    await desk.owner.presses("Đúng rồi")
    await desk.owner.sees("Ngày tổ chức?")
    await desk.owner.presses("Sửa")
    await desk.owner.sees("Ví dụ: 27/7/2026")
    await desk.owner.says("ngày 30/2/2026")
    await desk.owner.sees("không phải là ngày có thật")
    await desk.owner.says("thứ Hai 28/7/2026")
    await desk.owner.sees("Theo lịch là Thứ Ba")
    await desk.owner.says("28/7/2026")
    await desk.owner.sees("Thứ Ba, 28/7/2026")
    await desk.sets_session(1, "Giờ", "7h30")
    await desk.sets_session(2, "Giờ", "8h00")
    await desk.edits("Liên hệ", "Phòng Nội vụ, 0239 3861 000")
    await desk.publishes("Công bố lần đầu", "5 nhiệm vụ")

    hoa = await desk.links_unit("Phòng Nội vụ", "Lê Thị Hoa")
    minh = await desk.links_unit("Văn phòng HĐND-UBND", "Võ Văn Minh")
    an = await desk.joins("Nguyễn Văn An", await desk.adds_delegate("Nguyễn Văn An", post="Chủ tịch", unit="Xã Bình"))
    await an.sees("Thứ Ba, 28/7/2026", "Liên cơ")
    await an.presses("Tham dự")
    await an.sees("tham dự")
    binh = await desk.joins("Phạm Thị Bình", await desk.adds_delegate("Phạm Thị Bình"))
    await binh.presses("Vắng")
    await binh.says("Đi công tác tỉnh ngoài")
    await binh.sees("vắng")

    await an.says("mấy giờ khai mạc?")
    await an.sees("08:00", "Thứ Ba, 28/7/2026")
    await an.says("Phòng nào lo nước uống?")
    await an.sees("Văn phòng HĐND-UBND huyện")
    await an.says("mật khẩu wifi là gì ạ")
    await an.sees("Chưa có thông tin")
    await an.presses("Hỏi ban tổ chức")
    await an.sees("Đã chuyển câu hỏi")
    await desk.owner.sees("mật khẩu wifi")
    await desk.owner.presses("Trả lời")
    await desk.owner.says("LienCo2026")
    await an.sees("Ban tổ chức trả lời", "LienCo2026")

    await _units_do_their_work(desk, hoa, minh)

    # Reminders: the day before at 16:00, 60 and 15 minutes before; none for who declined.
    await desk.stage.becomes(hanoi(27, 16, 0))
    await an.sees("Nhắc lịch", "Thứ Ba, 28/7/2026", "07:30", "08:00")
    await binh.sees_nothing()
    await an.says("/lich")
    await an.sees("Thứ Ba, 28/7/2026", "Khai mạc")

    # The opening is moved after its first reminder went out.
    await desk.sets_session(2, "Giờ", "8h30")
    await desk.publishes("08:00", "08:30")
    await an.sees("Thứ Ba 28/7 08:00 → Thứ Ba 28/7 08:30")
    await an.sees("Chương trình này đã được sửa", "08:30")
    await an.presses("Đã nhận")
    await desk.stage.becomes(hanoi(28, 7, 30))
    await an.sees("Nhắc lịch", "08:30")
    await desk.stage.becomes(hanoi(28, 8, 15))
    await an.sees("còn 15 phút", "08:30")

    await _broadcast(desk, an, hoa, minh)
    await _report(desk)


async def _units_do_their_work(desk: Desk, hoa: Any, minh: Any) -> None:
    await hoa.says("/nhiemvu")
    await hoa.sees("3 nhiệm vụ")
    await hoa.presses("Nhận tất cả")
    await hoa.sees("Đã nhận")
    await minh.says("/nhiemvu")
    await minh.presses("Từ chối 1")
    await minh.says("Chưa có kinh phí in giấy mời")
    await desk.owner.sees("từ chối", "Chưa có kinh phí in giấy mời")
    await hoa.presses("Báo cáo 1")
    await hoa.sends_file("du-thao-bao-cao.docx", b"PK not really a Word file")
    await desk.owner.sees("báo cáo")
    await desk.owner.presses("Trả lại")
    await desk.owner.says("Thiếu số liệu xã Cẩm Hà")
    await hoa.sees("Thiếu số liệu xã Cẩm Hà")
    await hoa.presses("Báo cáo")
    await hoa.says("Đã bổ sung đủ số liệu")
    await desk.owner.sees("Đã bổ sung đủ số liệu")
    await desk.owner.presses("Xong")
    await hoa.sees("xong")
    await desk.owner.says("/nhiemvu")
    await desk.owner.sees("5 nhiệm vụ", "Phòng Nội vụ")


async def _broadcast(desk: Desk, an: Any, hoa: Any, minh: Any) -> None:
    words = "Đề nghị đại biểu có mặt tại hội trường lúc 8h15 & mang theo tài liệu."
    await desk.owner.says("/thongbao")
    await desk.owner.sees("Nội dung thông báo?")
    await desk.owner.says(words)
    await desk.owner.sees("Gửi kèm một tệp")
    await desk.owner.presses("Bỏ qua bước này")
    await desk.owner.sees("Gửi cho ai?")
    await desk.owner.presses("Tất cả")
    await desk.owner.sees("Đang chọn: tất cả đại biểu")
    await desk.owner.presses("Xem trước")
    await desk.owner.sees(words)
    await desk.owner.presses("Gửi cho 4 người")
    for person in (an, hoa, minh):
        await person.sees(words)
    await desk.owner.sees("4")


async def _report(desk: Desk) -> None:
    await desk.owner.says("/baocao")
    await desk.owner.sees("Đại biểu")
    content = await desk.owner.sees_file(".xlsx")
    assert content.startswith(b"PK")
