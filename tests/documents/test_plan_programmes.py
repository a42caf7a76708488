"""Programmes as offices write them: days in a column, weekdays alone, halves of days, dots in hours, one sentence."""

from datetime import date

import pytest

from documents.reading import read_plan_text
from domain.plan import PlanDraft, value_of
from tests.drafts import read

HEAD = "UBND XÃ TÂN HÒA\nKẾ HOẠCH\nTổ chức Hội nghị tập huấn khuyến học\n"
TWO_DAYS = "I. THỜI GIAN, ĐỊA ĐIỂM\n1. Thời gian: 02 ngày (20 - 21/3/2026).\n2. Địa điểm: Hội trường xã.\n"
ONE_DAY = "I. THỜI GIAN, ĐỊA ĐIỂM\n1. Thời gian: 8h00 ngày 20/3/2026.\n2. Địa điểm: Hội trường xã.\n"
FIRST, SECOND = date(2026, 3, 20), date(2026, 3, 21)


def sessions_of(programme: str, held: str = TWO_DAYS) -> list[tuple[date | None, str | None, str]]:
    draft = read(f"{HEAD}{held}II. CHƯƠNG TRÌNH\n{programme}III. KINH PHÍ\nNgân sách xã năm 2026.\n")
    told = [session.value for session in draft.sessions]
    return [(s.day, s.start.strftime("%H:%M") if s.start else None, s.title) for s in told]


def test_day_in_a_column_of_its_own_holds_for_the_rows_below() -> None:
    first = "20/3/2026 | 8h00 | Khai mạc | Ban Tổ chức\n | 14h00 | Thảo luận | Các tổ\n"
    rows = f"{first}21/3/2026 | 8h00 | Tham quan | Đoàn\n"
    assert sessions_of(f"Ngày | Thời gian | Nội dung | Chủ trì\n{rows}") == [
        (FIRST, "08:00", "Khai mạc"),
        (FIRST, "14:00", "Thảo luận"),
        (SECOND, "08:00", "Tham quan"),
    ]


def test_weekday_alone_is_that_day_of_the_conference() -> None:
    assert sessions_of("Thứ Sáu\n- 8h00: Khai mạc\nThứ Bảy\n- 8h00: Bế mạc\n") == [
        (FIRST, "08:00", "Khai mạc"),
        (SECOND, "08:00", "Bế mạc"),
    ]


def test_half_of_a_day_with_what_is_done_behind_it_is_an_item() -> None:
    halves = "- Sáng 20/3: Đón tiếp đại biểu\n- Chiều 20/3: Họp trù bị\n- Sáng 21/3: Phiên chính thức\n"
    assert sessions_of(halves) == [
        (FIRST, None, "Đón tiếp đại biểu"),
        (FIRST, None, "Họp trù bị"),
        (SECOND, None, "Phiên chính thức"),
    ]


def test_small_hours_of_an_afternoon_are_those_after_noon() -> None:
    halves = "* Sáng:\n- 8h00: Khai mạc\n* Chiều:\n- 2h00: Thảo luận tổ\n- 4h00: Bế mạc\n"
    assert [start for _, start, _ in sessions_of(halves, ONE_DAY)] == ["08:00", "14:00", "16:00"]


@pytest.mark.parametrize(
    "lines",
    [
        "08.00 Khai mạc\n08.30 Báo cáo\n11.00 Bế mạc\n",
        "08.00 - 08.30 Khai mạc\n08.30 - 11.00 Báo cáo\n11.00 Bế mạc\n",
    ],
)
def test_hours_with_dots_are_no_numbers_of_the_lines(lines: str) -> None:
    assert sessions_of(lines, ONE_DAY) == [
        (FIRST, "08:00", "Khai mạc"),
        (FIRST, "08:30", "Báo cáo"),
        (FIRST, "11:00", "Bế mạc"),
    ]


def test_meal_is_called_by_where_it_is_taken_too() -> None:
    lines = "8h00: Khai mạc\n8h30: Báo cáo\n11h30: Ăn trưa (Nhà ăn số 2)\n13h30: Phiên poster (Sảnh tầng 2)\n"
    titles = [title for _, _, title in sessions_of(lines, ONE_DAY)]
    assert titles[2:] == ["Ăn trưa (Nhà ăn số 2)", "Phiên poster"]


def test_letter_in_english_invites_to_days_with_dotted_hours() -> None:
    draft = read_plan_text(
        "Dear colleagues,\nThe Secretariat is pleased to invite you to the Annual Retreat of the Highland Alliance.\n"
        "Date & time: Monday 9 March 2026, 8.30 am\nVenue: Pine Hill Lodge\nParticipants: 42 staff and 6 board members "
        "(48 in total)\nChair: Dr. Nguyen Ha My\nTentative agenda\n8.30 am  Arrival and tea\n9.00 am  Opening\n"
        "1.30 pm  Group work\nBest regards,\nTran Bao Ngoc\n"
    )
    assert isinstance(draft, PlanDraft)
    assert value_of(draft.title) == "Annual Retreat of the Highland Alliance"
    assert (value_of(draft.expected_count), value_of(draft.signer)) == (48, "Tran Bao Ngoc")
    starts = [str(s.value.start)[:5] for s in draft.sessions]
    assert starts == ["08:30", "09:00", "13:30"]
    assert "Dr. Nguyen Ha My" not in [group.value.description for group in draft.groups]


def test_invitation_in_one_sentence_tells_what_when_and_where() -> None:
    draft = read_plan_text(
        "Kính gửi: Các thầy cô\nTrường THCS Lê Lợi kính mời các thầy cô dự họp hội đồng sư phạm tháng 3 vào lúc 8h00 "
        "thứ Sáu ngày 20/3/2026 tại phòng hội đồng.\nRất mong các thầy cô có mặt đúng giờ.\n"
    )
    assert isinstance(draft, PlanDraft)
    assert value_of(draft.title) == "họp hội đồng sư phạm tháng 3"
    assert [str(time.value.start) for time in draft.times] == ["2026-03-20 08:00:00"]
    assert (value_of(draft.venue), value_of(draft.issuer)) == ("phòng hội đồng", "Trường THCS Lê Lợi")


@pytest.mark.parametrize(
    ("task", "due"),
    [
        ("phân luồng giao thông sáng 20/3", FIRST),
        ("mời cơm trưa ngày 20/3/2026", None),
        ("tổng hợp xong ngày 18/3", 18),
    ],
)
def test_part_of_a_day_of_the_conference_fixes_work_and_its_meal_does_not(task: str, due: date | int | None) -> None:
    work = f"II. PHÂN CÔNG\n1. Công an xã: {task}.\n2. Văn phòng: in tài liệu.\n"
    draft = read(f"{HEAD}{ONE_DAY}{work}")
    deadline = draft.units[0].value.tasks[0].value.deadline
    assert deadline == (date(2026, 3, due) if isinstance(due, int) else due)


def test_table_of_two_columns_says_when_where_and_who_and_days_hold_for_their_halves() -> None:
    told = "Thời gian\tTừ ngày 20/3/2026 đến ngày 21/3/2026\nĐịa điểm\tHội trường xã Tân Hòa\n"
    who = "Đối tượng\tHọc sinh lớp 10, 11; giáo viên các trường\n"
    rows = "20/3\tSáng\tKhai mạc\tTrưởng khoa\n\tChiều\tBài giảng\tTS. Đỗ Lan Phương\n21/3\tSáng\tThi đồng đội\tBan\n"
    programme = f"2. Lịch hoạt động\nNgày\tBuổi\tNội dung\tPhụ trách\n{rows}"
    draft = read(f"{HEAD}1. Thông tin chung\n{told}{who}{programme}")
    assert (value_of(draft.starts_on), value_of(draft.venue)) == (FIRST, "Hội trường xã Tân Hòa")
    assert [g.value.description for g in draft.groups] == ["Học sinh lớp 10, 11", "giáo viên các trường"]
    assert [(s.value.day, s.value.title) for s in draft.sessions] == [
        (FIRST, "Khai mạc"),
        (FIRST, "Bài giảng"),
        (SECOND, "Thi đồng đội"),
    ]


def test_halves_without_hours_part_the_items_and_the_last_of_each_stays() -> None:
    morning = "Buổi sáng:\n1. Đón tiếp.\n2. Khai mạc.\n3. Bầu cử.\n"
    told = sessions_of(f"{morning}Buổi chiều:\n4. Công bố kết quả.\n5. Bế mạc.\n", ONE_DAY)
    assert [title for _, _, title in told] == ["Đón tiếp", "Khai mạc", "Bầu cử", "Công bố kết quả", "Bế mạc"]


@pytest.mark.parametrize("ride", ["Đại biểu đi xe chung", "Ban Tổ chức bố trí 02 xe 45 chỗ đón đại biểu"])
def test_when_the_bus_leaves_is_no_item_behind_the_words_how_one_comes(ride: str) -> None:
    told = sessions_of(f"- 8h00: Khai mạc\n{ride}, xe xuất phát lúc 6h30 tại cổng chợ.\n- 9h00: Bế mạc\n", ONE_DAY)
    assert told == [(FIRST, "08:00", "Khai mạc"), (FIRST, "09:00", "Bế mạc")]


def test_an_excursion_begins_when_its_bus_leaves() -> None:
    told = sessions_of("- 8h00: Khai mạc\n- Xem làng nghề, xe xuất phát lúc 9h30 tại cổng chợ.\n", ONE_DAY)
    assert [start for _, start, _ in told] == ["08:00", "09:30"]


def test_a_column_called_thuc_hien_is_no_reason_behind_the_title() -> None:
    table = (
        "Giờ     Nội dung        Thực hiện\n8h00    Khai mạc        Hội Khuyến học\n9h00    Bế mạc          Thư ký\n"
    )
    assert sessions_of(table, ONE_DAY) == [(FIRST, "08:00", "Khai mạc"), (FIRST, "09:00", "Bế mạc")]


def test_parts_named_between_items_that_are_numbered_on_lose_no_item() -> None:
    items = """Phần thứ nhất: Ôn lại truyền thống
1. Đón khách (7 giờ 00 - 7 giờ 30)
2. Đọc tư liệu - ông Lý A Páo, hội trưởng (7 giờ 30)
Phần thứ hai: Trao đổi
3. Hỏi đáp (8 giờ 00)
4. Hát mừng do Đội văn nghệ thôn Bản Lác biểu diễn (8 giờ 30)
Phần thứ ba: Kết thúc
5. Chụp ảnh (9 giờ 00)
"""
    draft = read(f"{HEAD}{ONE_DAY}II. CHƯƠNG TRÌNH\n{items}III. KINH PHÍ\nNgân sách xã.\n")
    told = [(s.value.title, s.value.part_of) for s in draft.sessions]
    assert told == [
        ("Đón khách", "Phần thứ nhất: Ôn lại truyền thống"),
        ("Đọc tư liệu", "Phần thứ nhất: Ôn lại truyền thống"),
        ("Hỏi đáp", "Phần thứ hai: Trao đổi"),
        ("Hát mừng", "Phần thứ hai: Trao đổi"),
        ("Chụp ảnh", "Phần thứ ba: Kết thúc"),
    ]
    assert draft.sessions[3].value.responsible == "Đội văn nghệ thôn Bản Lác"


def test_an_item_with_its_hours_behind_it_keeps_the_points_and_the_meal_below_it() -> None:
    items = """1. Phát biểu khai mạc (8 giờ 00) - Chủ tịch xã.
2. Tham luận (8 giờ 30 - 9 giờ 15):
a) Thôn Lác: trồng bưởi;
b) Tổ hợp tác Mật Rừng: nuôi ong.
3. Nghỉ giải lao (9 giờ 15 - 9 giờ 30).
4. Kết luận, bế mạc (9 giờ 30 - 10 giờ 00) - Chủ tịch xã.
Sau Hội nghị, mời đại biểu dùng cơm tại Nhà sàn văn hóa (10 giờ 30).
"""
    assert [told[1:] for told in sessions_of(items, ONE_DAY)] == [
        ("08:00", "Phát biểu khai mạc"),
        ("08:30", "Tham luận"),
        (None, "Thôn Lác: trồng bưởi"),
        (None, "Tổ hợp tác Mật Rừng: nuôi ong"),
        ("09:15", "Nghỉ giải lao"),
        ("09:30", "Kết luận, bế mạc"),
        ("10:30", "mời đại biểu dùng cơm tại Nhà sàn văn hóa"),
    ]
