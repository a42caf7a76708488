"""Papers and messages that amend a plan: another hour, what was before, work and people that are added."""

from datetime import date

import pytest

from documents.reading import Unreadable, read_plan_text
from domain.amending import amends
from domain.plan import value_of
from tests.drafts import read

HEAD = "UBND HUYỆN TÂN LẬP\nPHÒNG NỘI VỤ\nSố: 15/TB-PNV\nTân Lập, ngày 15 tháng 9 năm 2025\nTHÔNG BÁO\n"


@pytest.mark.parametrize(
    ("title", "says", "hour"),
    [
        (
            "Điều chỉnh thời gian tổ chức Hội nghị",
            "1. Thời gian: bắt đầu lúc 14h00 thay vì 8h00, ngày không đổi.",
            "14h00",
        ),
        (
            "Điều chỉnh giờ khai mạc Hội nghị",
            "Hội nghị bắt đầu lúc 13h30 (thay cho 8h00), ngày họp giữ nguyên.",
            "13h30",
        ),
        ("V/v thay đổi giờ họp", "Phòng thông báo thay đổi giờ họp từ 8h00 sang 14h00 cùng ngày.", "14h00"),
    ],
)
def test_hour_without_a_day_is_that_of_the_day_that_was_known(title: str, says: str, hour: str) -> None:
    times = [(t.value.text, t.value.what, t.value.start) for t in read(f"{HEAD}{title}\n{says}\n").times]
    assert times == [(hour, "", None)]


def test_sentence_that_moves_a_conference_names_it_and_its_new_day() -> None:
    draft = read("Hoãn Hội nghị tổng kết thi đua ngày 25/9/2025 sang 8h00 ngày 30/9/2025.")
    assert (value_of(draft.title), str(value_of(draft.starts_on))) == ("Hoãn Hội nghị tổng kết thi đua", "2025-09-30")
    assert amends(draft.title.value if draft.title else "")
    told = read_plan_text("Hoãn Hội nghị tổng kết thi đua ngày 25/9/2025 đến khi có thông báo mới.")
    assert told == Unreadable("called_off")


def test_what_the_former_paper_said_is_neither_time_nor_total() -> None:
    draft = read(
        f"{HEAD}Điều chỉnh Kế hoạch tổ chức Hội nghị xúc tiến đầu tư\n1. Điều chỉnh về thời gian:\n"
        "- Thời gian tại Kế hoạch số 198: 8h00 ngày 20/9/2025.\n- Thời gian điều chỉnh: 8h00 ngày 04/10/2025.\n"
        "2. Điều chỉnh số lượng đại biểu: từ 300 đại biểu xuống còn 220 đại biểu.\n"
        "3. Bổ sung nhiệm vụ Điện lực Tân Lập: bảo đảm nguồn điện từ ngày 02/10/2025.\n"
    )
    assert [str(t.value.start) for t in draft.times] == ["2025-10-04 08:00:00"]
    assert value_of(draft.expected_count) == 220
    assert [unit.value.name for unit in draft.units] == ["Điện lực Tân Lập"]


def test_letter_in_sentences_says_who_comes_and_who_sends_what() -> None:
    draft = read(
        "UBND HUYỆN TÂN LẬP\nTRƯỜNG THCS AN LỘC\nV/v họp Hội đồng sư phạm\nKính gửi: các tổ chuyên môn\n"
        "Nhà trường triệu tập toàn thể cán bộ, giáo viên, nhân viên dự họp như sau:\n"
        "1. Thời gian: 14h00 ngày 25/9/2025.\n2. Địa điểm: Phòng hội đồng.\n"
        "3. Yêu cầu: các tổ trưởng gửi báo cáo về Văn phòng trước ngày 23/9/2025.\n"
    )
    assert [group.value.description for group in draft.groups] == ["toàn thể cán bộ, giáo viên, nhân viên"]
    told = [
        (unit.value.name, task.value.text, str(task.value.deadline))
        for unit in draft.units
        for task in unit.value.tasks
    ]
    assert told == [("các tổ trưởng", "gửi báo cáo về Văn phòng trước ngày 23/9/2025", "2025-09-23")]


def test_groups_that_meet_at_hours_of_their_own_are_sessions_each() -> None:
    draft = read(
        "KẾ HOẠCH\nTổ chức Hội nghị viên chức\n1. Thời gian: 25/9/2025\n2. Chương trình\n- 7h30: Khai mạc\n"
        "- Họp tổ (Tổ 1: 8h00; Tổ 2: 9h00)\n- 10h00: Bế mạc\n"
    )
    assert [(str(s.value.start), s.value.title) for s in draft.sessions] == [
        ("07:30:00", "Khai mạc"),
        ("08:00:00", "Họp tổ – Tổ 1"),
        ("09:00:00", "Họp tổ – Tổ 2"),
        ("10:00:00", "Bế mạc"),
    ]


def test_point_about_the_programme_drops_an_item_and_leads_to_the_new_one() -> None:
    draft = read(
        f"{HEAD}Điều chỉnh Kế hoạch tổ chức Hội nghị khuyến công\nI. NỘI DUNG ĐIỀU CHỈNH\n"
        "1. Thời gian: từ ngày 10/9/2025 sang ngày 12/9/2025, từ 8h00.\n"
        "2. Về quy mô\nTăng từ 80 đại biểu lên 110 đại biểu, gồm:\na) Tỉnh: Sở Công Thương.\nb) Xã: Chủ tịch xã.\n"
        "Không mời các hợp tác xã như Kế hoạch cũ.\n"
        "3. Về chương trình: lược bỏ nội dung tham quan nhà máy; chương trình mới:\n"
        "- 8h00: Khai mạc;\n- 9h00: Bế mạc.\n"
    )
    assert [item.value for item in draft.dropped] == ["tham quan nhà máy"]
    assert [item.value.title for item in draft.sessions] == ["Khai mạc", "Bế mạc"]
    assert value_of(draft.expected_count) == 110
    assert [(g.value.level, g.value.description) for g in draft.groups] == [
        ("Tỉnh", "Sở Công Thương"),
        ("Xã", "Chủ tịch xã"),
    ]


def test_plan_issued_anew_tells_what_is_and_not_what_was() -> None:
    draft = read(
        f"{HEAD}(Điều chỉnh)\nTổ chức Ngày hội việc làm\n"
        "Do mưa lũ, Ban Tổ chức điều chỉnh như sau:\nI. NỘI DUNG\n"
        "1. Thời gian: chuyển từ ngày 16/10/2025 (thứ Năm) sang ngày 23/10/2025 (thứ Năm), bắt đầu từ 7h30.\n"
        "2. Quy mô: giảm từ 1.200 người xuống còn 800 người.\n"
        "II. CHƯƠNG TRÌNH\n- 7h30: Đón tiếp;\n- 8h00: Khai mạc.\n"
    )
    assert value_of(draft.starts_on) == date(2025, 10, 23)
    assert value_of(draft.expected_count) == 800


def test_former_and_new_one_below_the_other_tell_only_the_new() -> None:
    draft = read(
        f"{HEAD}Điều chỉnh, bổ sung Kế hoạch tổ chức Hội nghị đối thoại\nI. NỘI DUNG ĐIỀU CHỈNH\n1. Thời gian\n"
        "- Theo Kế hoạch số 88/KH-UBND: 8h00 ngày 17/10/2025 (thứ Sáu).\n"
        "- Nay điều chỉnh thành: 13h30 ngày 24/10/2025 (thứ Sáu).\n2. Địa điểm\n"
        "- Theo Kế hoạch số 88/KH-UBND: Hội trường UBND huyện.\n- Nay chuyển sang: Trung tâm Chính trị huyện.\n"
        "II. TỔ CHỨC THỰC HIỆN\n1. UBND các xã: Tân Lập, Tân Hợp: gửi danh sách trước ngày 19/10/2025.\n"
        "2. Hội Nông dân: thông báo việc điều chỉnh đến các đại biểu.\n"
        "Các nội dung khác giữ nguyên theo Kế hoạch số 88/KH-UBND.\n"
        "TM. ỦY BAN NHÂN DÂN\nPHÓ CHỦ TỊCH\nKpă Thuận\n"
    )
    assert [str(t.value.start) for t in draft.times] == ["2025-10-24 13:30:00"]
    assert value_of(draft.venue) == "Trung tâm Chính trị huyện"
    assert [(unit.value.name, len(unit.value.tasks)) for unit in draft.units] == [
        ("UBND các xã: Tân Lập, Tân Hợp", 1),
        ("Hội Nông dân", 1),
    ]
    assert value_of(draft.signer) == "Kpă Thuận"
