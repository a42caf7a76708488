"""A plan pasted into the chat: in two messages with a restart between them, and what stays as it was."""

from typing import Any

FIRST = """Lan Nguyễn, [27/06/2026 08:00]
KẾ HOẠCH
Tổ chức Hội nghị sơ kết công tác thư viện
I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 8h00 ngày 27/12/2026.
2. Địa điểm: Hội trường huyện.
II. THÀNH PHẦN
- Lãnh đạo các trường học;
"""
REST = """Lan Nguyễn, [27/06/2026 08:01]
III. CHƯƠNG TRÌNH
- 8h00: Khai mạc;
- 8h30: Báo cáo;
IV. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa
- Gửi giấy mời trước ngày 20/12/2026.
"""


async def test_the_first_plan_is_pasted_in_two_messages(desk: Any) -> None:
    await desk.is_claimed()
    await desk.owner.says(FIRST)
    await desk.owner.sees("Đã nhận phần 1", "(8 dòng)")
    await desk.stage.restart()
    await desk.owner.says(REST)
    await desk.owner.sees("Đã nhận 2 phần", "(15 dòng)")
    await desk.stage.restart()
    await desk.owner.presses("Đọc kế hoạch")
    await desk.owner.sees("Bản nháp", "sơ kết công tác thư viện", "27/12/2026", "mã hội nghị")
    assert "27/06/2026" not in desk.owner.texts()[-1]


async def test_beside_a_conference_it_is_asked_which_it_is_and_questions_are_answered(town: Any) -> None:
    await town.owner.says("Mấy giờ khai mạc?")
    await town.owner.sees("Phát biểu khai mạc")
    await town.owner.says(FIRST)
    await town.owner.sees("Đã nhận phần 1")
    await town.owner.presses("Bỏ")
    await town.owner.sees("Đã thôi")
    await town.owner.presses("Đọc kế hoạch")
    await town.owner.sees("không còn chờ nữa")
    chatty = "hội nghị sơ kết công tác thư viện\n8h sáng thứ hai ngày 28/12/2026 tại hội trường huyện\nchương trình:\n"
    await town.owner.says(chatty + "8h khai mạc\n8h30 báo cáo\n10h thảo luận\nthành phần: lãnh đạo các trường")
    await town.owner.sees("Đã nhận phần 1", "(7 dòng)")
    await town.owner.presses("Đọc kế hoạch")
    await town.owner.sees("Đã đọc", "hay là bản mới")


async def test_a_delegate_who_pastes_is_answered_as_before(town: Any) -> None:
    before = len(town.an.texts())
    await town.an.says(FIRST)
    await town.stage.settled()
    said = town.an.texts()[before:]
    assert said and not any("Đã nhận phần" in each for each in said)
    assert not town.rows("select kind from forms")
