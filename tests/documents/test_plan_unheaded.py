"""Programmes under headings of any wording: days over their lists, events on days of their own, days with a name."""

import pytest

from documents.reading import read_plan_text
from domain.plan import PlanDraft, PlanSession

HEAD = "UBND XÃ ĐÔNG LÒ\nKẾ HOẠCH\nTổ chức Hội làng Đông Lò năm 2026\n"
WORK = "\nIV. PHÂN CÔNG\n1. Công an xã: giữ gìn trật tự.\n2. Trạm Y tế xã: trực cấp cứu.\n"


def read(body: str, work: str = WORK) -> list[PlanSession]:
    draft = read_plan_text(f"{HEAD}{body}{work}")
    assert isinstance(draft, PlanDraft)
    return [session.value for session in draft.sessions]


def told(body: str, work: str = WORK) -> list[tuple[int | None, str | None, str]]:
    """Day, start and title of each item."""
    items = read(body, work)
    return [(s.day.day if s.day else None, str(s.start)[:5] if s.start else None, s.title) for s in items]


def test_days_over_their_lists_are_a_programme_whatever_the_heading_says() -> None:
    body = (
        "I. THỜI GIAN: từ 27/3 đến 28/3/2026.\nIII. NGHI LỄ VÀ TRÒ VUI\n"
        "Ngày thứ nhất (27/3, thứ Sáu)\n- Lễ mở cửa đình (5 giờ sáng, do các cụ thực hiện)\n"
        "- Rước nước, đoàn khởi hành lúc 7 giờ tại bến Lò, về đến đình khoảng 8 giờ\n- Chọi gà (lúc 14 giờ, sân kho)\n"
        "Ngày thứ hai (28/3, thứ Bảy): ngày chính hội\n- 7 giờ: rước kiệu\n- Bắt vịt (lúc 15 giờ, ao đình)\n"
    )
    assert told(body) == [
        (27, "05:00", "Lễ mở cửa đình"),
        (27, "07:00", "Rước nước, đoàn khởi hành tại bến Lò, về đến đình khoảng 8 giờ"),
        (27, "14:00", "Chọi gà"),
        (28, "07:00", "rước kiệu"),
        (28, "15:00", "Bắt vịt"),
    ]
    found = read(body)
    assert [s.room for s in found] == [None, "bến Lò", "sân kho", None, "ao đình"]
    assert found[0].responsible == "các cụ"


def test_days_that_have_a_name_head_their_items_and_what_follows_the_last_is_none() -> None:
    body = (
        "Ban khánh tiết xin báo chương trình như sau:\nThứ Năm 11/6/2026:\n• Tĩnh tâm lúc 19g30.\n"
        "Thứ Sáu 12/6/2026 – Lễ bổn mạng:\n• 5g00: Lễ sáng\n• 20g00: Diễn nguyện, kết thúc 21g30\n"
        "• chiều: nghỉ ngơi\n• 21g45 chia tay\nNgười phụ trách: ông Vũ Văn Hiệp.\nKhách ở xa xin báo trước.\n"
    )
    assert told(body, "") == [
        (11, "19:30", "Tĩnh tâm"),
        (12, "05:00", "Lễ sáng"),
        (12, "20:00", "Diễn nguyện"),
        (12, None, "nghỉ ngơi"),
        (12, "21:45", "chia tay"),
    ]


def test_rounds_on_days_of_their_own_are_read_where_the_plan_says_when() -> None:
    body = (
        "III. THỜI GIAN, ĐỊA ĐIỂM\n1. Vòng loại\n- Cụm 1 (các xóm trên): ngày 12/8/2026, khai mạc lúc 7 giờ 30 tại Nhà "
        "văn hóa xóm Thượng.\n- Cụm 2 (các xóm dưới): ngày 14/8/2026, khai mạc lúc 14 giờ 00 tại sân đình.\n"
        "2. Vòng chung khảo: 02 ngày, 24 và 25/9/2026.\n- Họp trưởng đoàn: 15 giờ 00 ngày 23/9/2026, Phòng họp Lan.\n"
        "- Khai mạc: 8 giờ 00 ngày 24/9/2026; sau đó thi chào hỏi đến 11 giờ 30.\n"
        "- Sáng 25/9, từ 7 giờ 30: thi năng khiếu.\n- Gửi danh sách trước 17 giờ 00 ngày 05/8/2026.\n"
    )
    assert told(body) == [
        (12, "07:30", "Vòng loại – Cụm 1"),
        (14, "14:00", "Vòng loại – Cụm 2"),
        (23, "15:00", "Họp trưởng đoàn"),
        (24, "08:00", "Khai mạc"),
        (25, "07:30", "thi năng khiếu"),
    ]
    assert [s.room for s in read(body)] == ["Nhà văn hóa xóm Thượng", "sân đình", "Phòng họp Lan", None, None]


def test_numbered_events_behind_their_lead_have_days_and_halves_below_or_share_the_day() -> None:
    body = (
        "Nhà trường thông báo lịch các hoạt động như sau:\n1. Tuần đầu khóa: từ thứ Hai 07/9 đến thứ Ba 08/9/2026.\n"
        "Thứ Hai: sáng (7h30-11h00) nghe quy chế, tại Hội trường B - ThS. Lã Văn Cường; chiều 14h00 đối thoại.\n"
        "Thứ Ba: sáng, chuyên đề giao thông, bắt đầu 7h30; chiều, tham quan thư viện.\n"
        "2. Gặp mặt: 15h30 thứ Năm 10/9/2026, sân khấu ngoài trời.\n3. Lễ khai giảng: 7h30 thứ Sáu 11/9/2026. "
        "Trình tự: chào cờ; diễn văn; kết thúc lúc 9h15.\n4. Đêm nhạc: 19h00 cùng ngày, sân khấu ngoài trời.\n"
    )
    assert told(body, "")[:3] == [
        (7, "07:30", "nghe quy chế, tại Hội trường B"),
        (7, "14:00", "đối thoại"),
        (8, "07:30", "chuyên đề giao thông"),
    ]
    assert [(s.title, str(s.end)[:5], s.room) for s in read(body, "")[-3:]] == [
        ("Gặp mặt", "None", "sân khấu ngoài trời"),
        ("Lễ khai giảng", "09:15", None),
        ("Đêm nhạc", "None", "sân khấu ngoài trời"),
    ]


@pytest.mark.parametrize("due", ["Nộp bài trước 17h00", "Đăng ký chậm nhất 16h00", "Gửi giấy mời xong 8h00"])
def test_days_by_which_something_is_due_are_no_events(due: str) -> None:
    body = f"I. THỜI GIAN, ĐỊA ĐIỂM\n- {due} ngày 01/3/2026.\n- {due} ngày 02/3/2026.\n- {due} ngày 03/3/2026.\n"
    assert told(body) == []


def test_days_below_a_heading_of_its_own_wording_have_halves_that_tell_several_items() -> None:
    body = (
        "III. DIỄN TRÌNH LIÊN HOAN\n* Ngày 09/6/2026 (thứ Ba)\nBuổi chiều: Các đoàn có mặt, nhận phòng ở Nhà khách A; "
        "16g30 họp trưởng đoàn.\n* Ngày 10/6/2026 (thứ Tư)\nBuổi sáng: 8g00 thi múa (tổng duyệt); cùng giờ, diễn kịch "
        "tại rạp Sao.\nBuổi tối: 19g30 bế mạc; 21g00 kết thúc.\n"
    )
    assert told(body) == [
        (9, None, "Các đoàn có mặt, nhận phòng ở Nhà khách A"),
        (9, "16:30", "họp trưởng đoàn"),
        (10, "08:00", "thi múa (tổng duyệt)"),
        (10, "08:00", "diễn kịch tại rạp Sao"),
        (10, "19:30", "bế mạc"),
    ]
    assert str(read(body)[-1].end)[:5] == "21:00"


def test_weekdays_with_a_name_head_items_and_a_part_without_hours_is_read_beside_one_with_them() -> None:
    weekdays = (
        "2. Thời gian: thứ Sáu ngày 06/02/2026 và thứ Bảy ngày 07/02/2026.\n4. Các hoạt động\nThứ Sáu, hội chợ xuân:\n"
        "+ từ 7h30 bày gian hàng\n+ 8h30 múa lân do CLB Rồng Lửa biểu diễn\nThứ Bảy, hội thi:\n+ 9h00 kéo co\n"
    )
    assert told(weekdays) == [(6, "07:30", "bày gian hàng"), (6, "08:30", "múa lân"), (7, "09:00", "kéo co")]
    parts = (
        "I. PHẦN LỄ (sáng 02/9/2026, Trung tâm Văn hóa xã)\n- Đón tiếp đại biểu\n- Chào cờ\n- Bế mạc\n"
        "Bắt đầu lúc 7 giờ 30, kết thúc trước 10 giờ 30.\nII. PHẦN HỘI\n1. Thi nấu ăn: 14 giờ ngày 01/9, sân Ủy ban\n"
        '2. Kéo co: 15 giờ ngày 01/9\n3. Đêm hát "Quê": 19 giờ ngày 02/9, sân khấu ngoài trời, Đội kịch xã biểu diễn\n'
    )
    found = read(parts)
    assert [(str(s.start)[:5], s.title) for s in found] == [
        ("07:30", "Đón tiếp đại biểu"),
        ("None", "Chào cờ"),
        ("None", "Bế mạc"),
        ("14:00", "Thi nấu ăn"),
        ("15:00", "Kéo co"),
        ("19:00", 'Đêm hát "Quê"'),
    ]
    assert [found[0].room, found[3].room, found[5].room, found[5].responsible] == [
        "Trung tâm Văn hóa xã",
        "sân Ủy ban",
        "sân khấu ngoài trời",
        "Đội kịch xã",
    ]
