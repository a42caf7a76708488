"""What the reader doubts, asks for and never invents; and the programme made of a draft."""

from datetime import date, datetime, time

import pytest

from documents.reading import Unreadable, read_plan_text
from domain.ids import NO_UNIT
from domain.plan import value_of
from domain.plan_json import as_json
from domain.plan_programme import programme
from tests.drafts import read

HEAD = "KẾ HOẠCH\nTổ chức Hội nghị giao ban\nI. THỜI GIAN, ĐỊA ĐIỂM\n"


def doubts(text: str) -> list[tuple[str, str]]:
    return [(doubt.code, doubt.quote) for doubt in read(text).doubts]


@pytest.mark.parametrize(
    ("line", "doubt"),
    [
        ("- Thời gian: 8h00 thứ Hai, ngày 27/7/2023", ("weekday", "thứ Hai, ngày 27/7/2023")),
        ("- Thời gian: 8h00 ngày 30/02/2024", ("impossible_date", "30/02/2024")),
        ("- Thời gian: 25h00 ngày 27/7/2023", ("impossible_clock", "25h00")),
    ],
)
def test_what_cannot_be_right_is_doubted_with_its_words(line: str, doubt: tuple[str, str]) -> None:
    assert doubts(f"{HEAD}{line}\n- Địa điểm: Hội trường xã\n") == [doubt]


def test_impossible_date_is_not_taken_for_another() -> None:
    draft = read(f"{HEAD}- Thời gian: 8h00 ngày 30/02/2024\n- Địa điểm: Hội trường xã\n")
    assert (draft.starts_on, [t.value.start for t in draft.times]) == (None, [])
    assert draft.missing[:2] == ("dates", "clock")


def test_sessions_out_of_order_outside_the_days_and_late_deadlines_are_doubted() -> None:
    text = (
        f"{HEAD}- Thời gian: 8h00 ngày 27/7/2023\n- Địa điểm: Hội trường xã\n"
        "II. CHƯƠNG TRÌNH\n- 8h00: Khai mạc\n- 7h00: Văn nghệ\n- 9h00 ngày 29/7/2023: Bế mạc\n"
        "III. TỔ CHỨC THỰC HIỆN\n1. Văn phòng: gửi giấy mời trước ngày 30/7/2023.\n"
    )
    assert doubts(text) == [
        ("times_out_of_order", "Văn nghệ"),
        ("outside_days", "Bế mạc"),
        ("deadline_after_start", "trước ngày 30/7/2023"),
    ]


def test_marked_work_that_no_unit_is_named_for_is_kept_and_doubted() -> None:
    text = (
        f"{HEAD}- Thời gian: 8h00 ngày 27/7/2023\n- Địa điểm: Hội trường xã\n"
        "II. PHÂN CÔNG\n1. Văn phòng: gửi giấy mời.\n2. Bố trí xe đưa đón đại biểu trước ngày 25/7/2023.\n"
    )
    draft = read(text)
    assert [unit.value.name for unit in draft.units] == ["Văn phòng"]
    assert [(task.value.text, task.value.deadline) for task in draft.nobodys] == [
        ("Bố trí xe đưa đón đại biểu trước ngày 25/7/2023", date(2023, 7, 25))
    ]
    assert [(each.code, each.field) for each in draft.doubts] == [("task_without_unit", "tasks:2")]
    assert [(task.unit, task.text) for task in programme(draft).tasks] == [
        (1, "gửi giấy mời"),
        (NO_UNIT, "Bố trí xe đưa đón đại biểu trước ngày 25/7/2023"),
    ]


def test_quotas_that_do_not_add_up_are_doubted_with_their_sum() -> None:
    text = (
        f"{HEAD}- Thời gian: 8h00 ngày 27/7/2023\n- Địa điểm: Hội trường xã\n"
        "II. THÀNH PHẦN\n- Lãnh đạo xã (10 người);\n- Trưởng thôn (15 người).\nIII. SỐ LƯỢNG: 40 người\n"
    )
    (doubt,) = read(text).doubts
    assert (doubt.code, doubt.field, doubt.expected) == ("quota_sum", "expected_count", "25")


@pytest.mark.parametrize(
    ("when", "due", "codes"),
    [("8h00 ngày 27/7/2023", date(2023, 7, 22), []), ("Trong tháng 7/2023", None, ["relative_deadline"])],
)
def test_deadline_counted_from_the_conference_needs_its_date(when: str, due: date | None, codes: list[str]) -> None:
    draft = read(
        f"{HEAD}- Thời gian: {when}\n- Địa điểm: Hội trường xã\n"
        "II. PHÂN CÔNG\n1. Văn phòng: gửi giấy mời trước 05 ngày tổ chức Hội nghị.\n"
    )
    (task,) = draft.units[0].value.tasks
    assert (task.value.deadline, task.value.deadline_text) == (due, "trước 05 ngày tổ chức Hội nghị")
    assert [doubt.code for doubt in draft.doubts] == codes


def test_field_that_the_plan_does_not_state_stays_empty_and_is_asked_for() -> None:
    draft = read("KẾ HOẠCH\nTổ chức Hội nghị giao ban\nI. CHƯƠNG TRÌNH\n- Khai mạc;\n- Thảo luận.\n")
    assert (draft.venue, draft.starts_on, draft.expected_count, draft.signer, draft.issuer) == (None,) * 5
    assert [s.value.start for s in draft.sessions] == [None, None]
    assert draft.missing == ("dates", "clock", "venue", "contact", "count", "people", "units")


def test_month_alone_is_kept_as_a_month() -> None:
    draft = read(f"{HEAD}- Thời gian: Dự kiến trong tháng 7/2023.\n- Địa điểm: Hội trường xã\n")
    assert (value_of(draft.month), draft.starts_on) == ("2023-07", None)
    assert as_json(draft)["times"][0]["start_iso"] is None


def test_dates_in_names_titles_and_grounds_are_no_times() -> None:
    draft = read(
        "KẾ HOẠCH\nTổ chức Lễ kỷ niệm Ngày giải phóng (19/8/1954 - 19/8/2024)\n"
        "Căn cứ Quyết định số 12/QĐ-UBND ngày 02/3/2024 của UBND xã;\nI. THỜI GIAN, ĐỊA ĐIỂM\n"
        "- Thời gian: 7h00 ngày 19/8/2024\n- Địa điểm: Quảng trường 19/8\n"
    )
    assert [t.value.start for t in draft.times] == [datetime.combine(date(2024, 8, 19), time(7))]
    assert value_of(draft.venue) == "Quảng trường 19/8"


def test_text_that_tries_to_be_markup_a_template_or_a_formula_stays_text() -> None:
    evil = "<b>&amp;</b> {{ 7*7 }} =HYPERLINK(1) %s ${x}"
    draft = read(f"{HEAD}- Thời gian: 8h00 ngày 27/7/2023\n- Địa điểm: Hội trường {evil}\n")
    assert value_of(draft.venue) == f"Hội trường {evil}"


def test_two_conferences_in_one_file_do_not_mix_their_titles() -> None:
    one = f"{HEAD}- Thời gian: 8h00 ngày 27/7/2023\n- Địa điểm: Hội trường xã\n"
    assert value_of(read(one + one.replace("giao ban", "tổng kết")).title) == "Tổ chức Hội nghị giao ban"


def test_programme_numbers_everything_and_ties_parts_and_tasks() -> None:
    made = programme(
        read(
            "KẾ HOẠCH\nTổ chức Hội nghị\nI. THỜI GIAN\n1. Thời gian: 02 ngày, 26 và 27/7/2023\n"
            "a) Đón đại biểu: 14h00 ngày 26/7/2023\nb) Hội nghị tổng kết năm: 8h00 ngày 27/7/2023\n"
            "II. CHƯƠNG TRÌNH HỘI NGHỊ TỔNG KẾT\n- Khai mạc;\n- Bế mạc.\nIII. TỔ CHỨC THỰC HIỆN\n"
            "1. Phòng Nội vụ\n- Phối hợp với Văn phòng huyện gửi giấy mời trước ngày 20/7/2023.\n"
            "2. Văn phòng huyện\n- Trao quà (nếu có).\n"
        )
    )
    assert [(s.id, s.title, s.day, s.start, s.parent) for s in made.sessions] == [
        (1, "Đón đại biểu", date(2023, 7, 26), time(14), None),
        (2, "Hội nghị tổng kết năm", date(2023, 7, 27), time(8), None),
        (3, "Khai mạc", date(2023, 7, 27), None, 2),
        (4, "Bế mạc", date(2023, 7, 27), None, 2),
    ]
    assert [(t.id, t.unit, t.coordinating, t.deadline, t.conditional) for t in made.tasks] == [
        (1, 1, (2,), datetime.combine(date(2023, 7, 20), time(23, 59)), False),
        (2, 2, (), None, True),
    ]
    assert (made.conference.starts_on, made.conference.ends_on) == (date(2023, 7, 26), date(2023, 7, 27))


def test_practical_statements_become_facts_with_their_lines() -> None:
    draft = read(
        f"{HEAD}- Thời gian: 8h00 ngày 27/7/2023\n- Địa điểm: Hội trường xã\n- Trang phục: áo sơ mi trắng; giày.\n"
        "II. TỔ CHỨC THỰC HIỆN\n1. Văn phòng: bố trí ăn trưa.\n"
    )
    found = [(fact.topic, fact.text, fact.source.first) for fact in draft.facts if fact.source]
    assert found == [("dress", "Trang phục: áo sơ mi trắng; giày", 6), ("meals", "Văn phòng: bố trí ăn trưa", 8)]


def test_novel_is_no_plan() -> None:
    assert read_plan_text("Trời mưa. Anh đi về nhà lúc tối.\n" * 400) == Unreadable("not_a_plan")


@pytest.mark.parametrize(
    ("line", "contact"),
    [
        ("Mọi thắc mắc liên hệ Ms. Lan Anh – Phòng Nhân sự (ext. 12).", "Ms. Lan Anh – Phòng Nhân sự (ext. 12)"),
        (
            "Nếu có vướng mắc, đề nghị các đơn vị phản ánh về Văn phòng Huyện đoàn để giải quyết.",
            "Văn phòng Huyện đoàn",
        ),
        ("Liên hệ: bà Hoa, điện thoại: 0900 000 111 để được hướng dẫn.", "bà Hoa, điện thoại: 0900 000 111"),
        ("Có gì chưa rõ, các chi hội gọi chị Hạnh, số 0900.000.222.", "chị Hạnh, số 0900.000.222"),
        ("Anh em cần trao đổi xin gọi anh Tú (Văn phòng) 0900.000.333.", "anh Tú (Văn phòng) 0900.000.333"),
        (
            "Hỗ trợ: anh Tấn 0900.000.666.\nVướng mắc về nội dung liên hệ bà Hiền, điện thoại 0900.000.777.",
            "bà Hiền, điện thoại 0900.000.777",
        ),
        ("Mọi thông tin tài trợ, đăng ký về dự: cô Sương 0900.000.444.", "cô Sương 0900.000.444"),
        ("Số tài khoản 0900.000.555, ngân hàng Nông nghiệp; liên hệ bà Mơ, máy lẻ 103.", "bà Mơ, máy lẻ 103"),
    ],
)
def test_whom_to_ask_is_named_with_or_without_a_number(line: str, contact: str) -> None:
    found = read(f"{HEAD}- Thời gian: 8h00 ngày 27/7/2023\n- Địa điểm: Hội trường xã\n{line}\n").contact
    assert found is not None
    assert found.value == contact


def test_what_belongs_to_no_field_is_kept_as_a_note() -> None:
    text = (
        f"{HEAD}- Thời gian: 8h00 ngày 27/7/2023\nII. QUY ĐỊNH BÀI VIẾT\n- Bản tóm tắt không quá 300 từ, cỡ chữ 13.\n"
    )
    notes = [fact.text for fact in read(text).facts if fact.topic == "note"]
    assert notes == ["Bản tóm tắt không quá 300 từ, cỡ chữ 13"]


@pytest.mark.parametrize(
    ("line", "title", "room", "responsible"),
    [
        ("8h00: Tiểu ban Giáo dục (Phòng E102)", "Tiểu ban Giáo dục", "Phòng E102", None),
        ("8h00: Thảo luận tổ (tại Phòng họp số 3)", "Thảo luận tổ", "Phòng họp số 3", None),
        ("8h00: Báo cáo đề dẫn (Phòng Nội vụ)", "Báo cáo đề dẫn", None, "Phòng Nội vụ"),
    ],
)
def test_room_alone_in_brackets_is_told_from_an_office(
    line: str, title: str, room: str | None, responsible: str | None
) -> None:
    agenda = f"II. CHƯƠNG TRÌNH\n- 7h30: Đón tiếp đại biểu\n- {line}\n- 11h00: Bế mạc\n"
    session = read(f"{HEAD}- Thời gian: 8h00 ngày 27/7/2023\n{agenda}").sessions[1].value
    assert (session.title, session.room, session.responsible) == (title, room, responsible)


def test_address_for_letters_is_the_contact_where_no_telephone_is_given() -> None:
    letters = (
        f"{HEAD}- Thời gian: 8h00 ngày 27/7/2023\nII. ĐĂNG KÝ\n- Gửi thư điện tử tới địa chỉ hoi@nalung.example.vn.\n"
    )
    assert value_of(read(letters).contact) == "hoi@nalung.example.vn"
    assert value_of(read(f"{letters}- Liên hệ: bà Mơ, ĐT 0900.000.111.\n").contact) == "bà Mơ, ĐT 0900.000.111"


def test_helpers_of_a_table_are_told_apart_at_the_word_and() -> None:
    table = (
        "TT\tCông việc\tCơ quan chủ trì\tCơ quan phối hợp\tThời hạn\n"
        "1\tSoạn báo cáo\tPhòng Nội vụ\tVăn phòng và Phòng Tài chính\t20/7\n"
        "2\tGửi giấy mời\tVăn phòng\tPhòng Văn hóa và Thông tin\t22/7\n"
    )
    draft = read(f"{HEAD}- Thời gian: 8h00 ngày 27/7/2023\nII. PHÂN CÔNG NHIỆM VỤ\n{table}")
    helpers = [task.value.coordinating for unit in draft.units for task in unit.value.tasks]
    assert helpers == [("Văn phòng", "Phòng Tài chính"), ("Phòng Văn hóa và Thông tin",)]


def test_what_is_said_to_those_who_come_is_no_task_of_the_last_unit() -> None:
    work = (
        "II. TỔ CHỨC THỰC HIỆN\n1. Văn phòng\n- Gửi giấy mời.\n2. Các trường cử đại biểu đúng thành phần.\n"
        "Đại biểu mặc trang phục công sở; nữ mặc áo dài.\nLệ phí tham dự: 200.000 đồng, nộp tại bàn đón tiếp.\n"
        "Mọi chi tiết xin liên hệ bà Mơ, điện thoại 0900 000 111.\n"
    )
    draft = read(f"{HEAD}- Thời gian: 8h00 ngày 27/7/2023\n{work}")
    tasks = [(unit.value.name, [task.value.text for task in unit.value.tasks]) for unit in draft.units]
    assert tasks == [("Văn phòng", ["Gửi giấy mời"]), ("Các trường", ["cử đại biểu đúng thành phần"])]
    assert [(fact.topic, fact.text) for fact in draft.facts] == [
        ("dress", "Đại biểu mặc trang phục công sở; nữ mặc áo dài"),
        ("budget", "Lệ phí tham dự: 200.000 đồng, nộp tại bàn đón tiếp"),
        ("contact", "Mọi chi tiết xin liên hệ bà Mơ, điện thoại 0900 000 111"),
    ]


def test_lodging_under_time_and_place_is_told_from_the_place_of_the_meeting() -> None:
    stays = "Đại biểu ở xa nhận phòng nghỉ từ 15h00 ngày 26/7/2023 tại Nhà khách huyện.\n"
    draft = read(f"{HEAD}1. Thời gian: 8h00 ngày 27/7/2023\n2. Địa điểm: Khách sạn Hòa Bình, xã Nà Lung.\n{stays}")
    assert value_of(draft.venue) == "Khách sạn Hòa Bình, xã Nà Lung"
    assert [(fact.topic, fact.text) for fact in draft.facts] == [("lodging", stays.strip(" .\n"))]


ENGLISH = """SOCIETY OF RIVER TOWNS
TRAINING CENTRE FOR ARCHIVES
No. 14/PL-TCA
                                   Na Lung, 2 March 2026
PLAN
for the Regional Workshop on Paper Repair
I. TIME AND VENUE
1. Time: 1.5 days, from 8:30 a.m. on Thursday, 16 April 2026 to 12:00 on Friday, 17 April 2026.
2. Venue: Conference Room 2, Lotus Hotel.
II. PROGRAMME
Day 1 - Thursday, 16 April 2026
8:30 - 9:00 a.m.   Opening remarks (Dr. Le Thu Ha, Director of the Centre)
12:00 - 1:30 p.m.  Lunch (Lotus Restaurant, 2nd floor)
1:30 - 4:30 p.m.   Group work (Rooms 201-203)
Day 2 - Friday, 17 April 2026
11:30 a.m. - 12:00 p.m. Closing
III. IMPLEMENTATION
1. Technical Department: prepare projectors; finish by 14 April 2026.
2. Town libraries are requested to send their lists no later than 5 p.m. on 31 March 2026.
Dress code: business attire.
"""


def test_english_plan_is_read_by_the_same_stages() -> None:
    draft = read(ENGLISH)
    head = [value_of(each) for each in (draft.issuer_parent, draft.issuer, draft.title, draft.doc_date)]
    assert head == [
        "SOCIETY OF RIVER TOWNS",
        "TRAINING CENTRE FOR ARCHIVES",
        "Regional Workshop on Paper Repair",
        date(2026, 3, 2),
    ]
    sessions = [(s.value.title, s.value.start, s.value.end, s.value.room, s.value.part_of) for s in draft.sessions]
    assert sessions == [
        ("Opening remarks", time(8, 30), time(9), None, "Day 1"),
        ("Lunch (Lotus Restaurant, 2nd floor)", time(12), time(13, 30), "Lotus Restaurant, 2nd floor", "Day 1"),
        ("Group work", time(13, 30), time(16, 30), "Rooms 201-203", "Day 1"),
        ("Closing", time(11, 30), time(12), None, "Day 2"),
    ]
    tasks = [(u.value.name, t.value.text, t.value.deadline) for u in draft.units for t in u.value.tasks]
    assert tasks == [
        ("Technical Department", "prepare projectors; finish by 14 April 2026", date(2026, 4, 14)),
        (
            "Town libraries",
            "send their lists no later than 5 p.m. on 31 March 2026",
            datetime.fromisoformat("2026-03-31T17:00"),
        ),
    ]


def test_milestones_before_the_conference_are_no_days_of_it() -> None:
    draft = read(
        f"{HEAD}- Thời gian: 01 ngày (thứ Bảy, 18/10/2025)\n- Địa điểm: Giảng đường A2\n"
        "II. CÁC MỐC THỜI GIAN\n- Nhận tóm tắt: trước 30/7/2025\n- Đăng ký tham dự: đến hết ngày 10/10/2025\n"
    )
    assert (value_of(draft.starts_on), value_of(draft.ends_on)) == (date(2025, 10, 18), date(2025, 10, 18))
    noted = [fact.text for fact in draft.facts]
    assert noted == ["Nhận tóm tắt: trước 30/7/2025", "Đăng ký tham dự: đến hết ngày 10/10/2025"]


def test_time_limit_alone_is_no_time_of_the_conference() -> None:
    draft = read(f"{HEAD}- Thời gian: hoàn thành trước ngày 30/6/2025\n- Địa điểm: Hội trường xã\n")
    assert (draft.times, draft.starts_on) == ((), None)


def test_numbered_heading_above_a_table_with_bars_stays_a_heading() -> None:
    table = (
        "Thời gian | Nội dung | Phụ trách\n7:30 – 8:00 | Đón tiếp đại biểu | Ban Thư ký\n8:00 – 8:15 | Khai mạc | \n"
    )
    anniversary = "Nhân dịp 50 năm thành lập (15/10/1975 - 15/10/2025), nhà trường tổ chức Hội nghị như sau:\n"
    text = f"KẾ HOẠCH\nTổ chức Hội nghị\n{anniversary}1. Thời gian: 18/10/2025\n2. Chương trình dự kiến\n\n{table}"
    sessions = [(s.value.title, s.value.day, s.value.responsible) for s in read(text).sessions]
    assert sessions == [
        ("Đón tiếp đại biểu", date(2025, 10, 18), "Ban Thư ký"),
        ("Khai mạc", date(2025, 10, 18), None),
    ]


def test_colon_inside_brackets_does_not_end_the_name_of_a_unit() -> None:
    work = "II. PHÂN CÔNG\n2.1- Ban Nội dung (Trưởng ban: bà Hoàng Thị Mơ)\n- Mời báo cáo viên.\n"
    (unit,) = read(f"{HEAD}- Thời gian: 8h00 ngày 27/7/2023\n{work}").units
    assert (unit.value.name, unit.value.role) == ("Ban Nội dung", "Trưởng ban: bà Hoàng Thị Mơ")


def test_total_behind_a_semicolon_is_the_number_expected() -> None:
    draft = read(
        f"{HEAD}- Thời gian: 8h00 ngày 27/7/2023\nII. ĐỐI TƯỢNG THAM DỰ: Giáo viên; phụ huynh; dự kiến 150 người.\n"
    )
    assert value_of(draft.expected_count) == 150
    assert [group.value.description for group in draft.groups] == ["Giáo viên", "phụ huynh"]


def test_delegates_by_kind_are_told_from_their_sum() -> None:
    people = (
        "II. SỐ LƯỢNG, THÀNH PHẦN ĐẠI BIỂU\nTổng số đại biểu: 195, trong đó:\n"
        "- Đại biểu chính thức: 165 (đương nhiên 15, bầu cử 150);\n- Đại biểu khách mời: 30.\n"
    )
    draft = read(f"{HEAD}- Thời gian: 8h00 ngày 27/7/2023\n{people}")
    assert (value_of(draft.expected_count), [group.value.quota for group in draft.groups]) == (195, [165, 30])
    assert not [doubt for doubt in draft.doubts if doubt.code == "quota_sum"]


def test_who_leads_a_sub_committee_is_no_task_and_groups_have_their_rooms() -> None:
    text = (
        "II. CHƯƠNG TRÌNH\n- 7h30: Đón tiếp đại biểu\n- 15h00: Thảo luận tại tổ (Tổ 1: Hội trường lớn; Tổ 2: Phòng 2)\n"
        "III. TỔ CHỨC THỰC HIỆN\n1. Tiểu ban Nội dung: đ/c Lò Thị Mơ làm Trưởng tiểu ban\n- Soạn báo cáo.\n"
    )
    draft = read(f"{HEAD}- Thời gian: 8h00 ngày 27/7/2023\n{text}")
    discussion, (unit,) = draft.sessions[1].value, draft.units
    assert (discussion.title, discussion.room) == ("Thảo luận tại tổ", "Tổ 1: Hội trường lớn; Tổ 2: Phòng 2")
    assert (unit.value.role, [task.value.text for task in unit.value.tasks]) == (
        "đ/c Lò Thị Mơ làm Trưởng tiểu ban",
        ["Soạn báo cáo"],
    )


def test_who_is_in_the_chair_may_stand_among_the_participants() -> None:
    people = "II. THÀNH PHẦN\n- Đồng chí Chủ tịch UBND huyện - Chủ trì Hội nghị;\n- Lãnh đạo các phòng.\n"
    assert value_of(read(f"{HEAD}- Thời gian: 8h00 ngày 27/7/2023\n{people}").chair) == "Chủ tịch UBND huyện"


def test_health_office_is_no_medical_care_at_the_conference() -> None:
    work = "II. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế: gửi giấy mời.\n2. Trạm y tế xã: cử cán bộ trực y tế tại hội trường.\n"
    draft = read(f"{HEAD}- Thời gian: 8h00 ngày 27/7/2023\n{work}")
    assert [fact.text for fact in draft.facts if fact.topic == "medical"] == [
        "Trạm y tế xã: cử cán bộ trực y tế tại hội trường"
    ]


def test_activity_told_on_one_line_stands_beside_those_with_lines_of_their_own() -> None:
    text = (
        "II. CÁC HOẠT ĐỘNG\n1. Tọa đàm\n- Thời gian: 14h00 - 16h30 ngày 06/3/2026\n- Chủ trì: Phó Chủ tịch Hội\n"
        "2. Trưng bày sản phẩm\n- Thời gian: từ 9h30 ngày 06/3 đến 16h00 ngày 07/3/2026\n"
        "3. Bế mạc, trao giải: 16h00 ngày 07/3/2026 tại Sân khấu chính.\n"
    )
    draft = read(f"{HEAD}- Thời gian: ngày 06 - 07/3/2026\n- Địa điểm: Quảng trường\n{text}")
    assert [(s.value.title, s.value.start, s.value.end, s.value.responsible, s.value.room) for s in draft.sessions] == [
        ("Tọa đàm", time(14), time(16, 30), "Phó Chủ tịch Hội", None),
        ("Trưng bày sản phẩm", time(9, 30), None, None, None),
        ("Bế mạc, trao giải", time(16), None, None, "Sân khấu chính"),
    ]
    assert draft.chair is None


def test_programme_without_hours_is_read_where_it_opens_or_ends_like_one() -> None:
    text = (
        "KẾ HOẠCH PHỐI HỢP\nTổ chức Hội nghị người lao động\n1/ Thời gian: 18/01/2026\n2/ Nội dung hội nghị:\n"
        "a. Báo cáo sản xuất - Phó Giám đốc Trần Ngọc Ánh\nb. Thảo luận\nc. Khen thưởng, bế mạc (dự kiến 11h00)\n"
    )
    draft = read(text)
    assert value_of(draft.title) == "Tổ chức Hội nghị người lao động"
    assert [(s.value.title, s.value.start, s.value.responsible) for s in draft.sessions] == [
        ("Báo cáo sản xuất", None, "Phó Giám đốc Trần Ngọc Ánh"),
        ("Thảo luận", None, None),
        ("Khen thưởng, bế mạc", time(11), None),
    ]


def test_announcement_of_a_workshop_keeps_what_stands_above_its_programme_and_its_parts() -> None:
    text = (
        'Hội thảo quốc gia\n"Lúa và cá"\nĐơn vị tổ chức: Viện Kinh tế phối hợp với Trường Đại học Cần Giang\n'
        "Thời gian: 08:00 – 17:00, Thứ Năm, 11/06/2026\nĐịa điểm: Hội trường Rùa, TP. Cần Giang\n"
        "CHƯƠNG TRÌNH HỘI THẢO\nThời gian\nNội dung\nDiễn giả\n08:00 – 08:30\nĐăng ký đại biểu\nBan tổ chức\n"
        "PHIÊN 1: CHÍNH SÁCH\nChủ tọa: TS. Lê Bích Thủy\n08:50 – 09:20\nKinh nghiệm của Hà Lan\nDr. Jan de Vries\n"
        "PHIÊN 2: MÔ HÌNH\n11:30 – 13:30\nĂn trưa tại Nhà hàng Sen\n"
        "14:30 – 16:30\nTham quan mô hình\nXe đưa đón tại cổng\n"
    )
    draft = read(text)
    head = [value_of(each) for each in (draft.title, draft.issuer, draft.venue, draft.starts_on)]
    assert head == ['Hội thảo quốc gia "Lúa và cá"', "Viện Kinh tế", "Hội trường Rùa, TP. Cần Giang", date(2026, 6, 11)]
    assert [(s.value.title, s.value.responsible, s.value.room, s.value.part_of) for s in draft.sessions] == [
        ("Đăng ký đại biểu", "Ban tổ chức", None, None),
        ("Kinh nghiệm của Hà Lan", "Dr. Jan de Vries", None, "PHIÊN 1: CHÍNH SÁCH"),
        ("Ăn trưa tại Nhà hàng Sen", None, "Nhà hàng Sen", "PHIÊN 2: MÔ HÌNH"),
        ("Tham quan mô hình", None, None, "PHIÊN 2: MÔ HÌNH"),
    ]


def test_day_whose_month_stands_behind_a_later_one_begins_the_span() -> None:
    draft = read(f"{HEAD}1. Thời gian: 02 ngày (Từ 08h00 ngày 09 đến 17h00 ngày 10/5/2024).\n2. Địa điểm: Hội trường\n")
    assert (value_of(draft.starts_on), value_of(draft.ends_on)) == (date(2024, 5, 9), date(2024, 5, 10))


def test_parallel_sessions_are_told_apart_by_their_rooms_under_the_part_of_the_day() -> None:
    text = (
        "II. LỊCH CỤ THỂ\nBuổi chiều: HỘI THẢO CHUYÊN ĐỀ (song song)\n13:30-16:30 Chuyên đề 1 - Phòng Hải Âu\n"
        "13:30-16:30 Chuyên đề 2 - Phòng Sao Biển\n- Tối: 19h00 - 20h00: Ăn tối; 20h00 - 21h00: Giao lưu\n"
    )
    draft = read(f"{HEAD}- Thời gian: 27/7/2023\n{text}")
    assert [(s.value.title, s.value.start, s.value.room, s.value.responsible) for s in draft.sessions] == [
        ("Chuyên đề 1", time(13, 30), "Phòng Hải Âu", None),
        ("Chuyên đề 2", time(13, 30), "Phòng Sao Biển", None),
        ("Ăn tối", time(19), None, None),
        ("Giao lưu", time(20), None, None),
    ]


def test_table_with_deadlines_holds_tasks_whatever_its_heading() -> None:
    table = "TT\tNội dung\tChủ trì\tThời hạn\n1\tGửi giấy mời\tVăn phòng\t20/7/2023\n"
    request = "Các trường gửi danh sách đại biểu về Phòng qua email: hoi@nalung.example.vn trước ngày 19/7/2023.\n"
    draft = read(f"{HEAD}- Thời gian: 8h00 ngày 27/7/2023\nII. CÁC MỐC CÔNG VIỆC\n{table}\nIII. THỰC HIỆN\n{request}")
    told = {u.value.name: [(t.value.text[:12], t.value.deadline) for t in u.value.tasks] for u in draft.units}
    assert told == {
        "Văn phòng": [("Gửi giấy mời", date(2023, 7, 20))],
        "Các trường": [("gửi danh sác", date(2023, 7, 19))],
    }


def test_money_that_a_unit_is_to_provide_is_its_task() -> None:
    work = (
        "II. TỔ CHỨC THỰC HIỆN\n1. Phòng Tài chính tham mưu kinh phí tổ chức.\n"
        "2. Đề nghị UBND xã hỗ trợ kinh phí theo quy định.\n3. Kinh phí: từ ngân sách huyện.\n"
    )
    draft = read(f"{HEAD}- Thời gian: 8h00 ngày 27/7/2023\n{work}")
    assert [(unit.value.name, unit.value.tasks[0].value.text) for unit in draft.units] == [
        ("Phòng Tài chính", "tham mưu kinh phí tổ chức"),
        ("UBND xã", "hỗ trợ kinh phí theo quy định"),
    ]


def test_sum_that_leads_to_a_table_of_people_is_the_number_expected() -> None:
    people = (
        "II. Đại biểu: 160 người, phân bổ như sau:\nTT | Đơn vị | Số lượng\n1 | Hội các xã | 145\n2 | Khách mời | 15\n"
    )
    draft = read(f"{HEAD}- Thời gian: 8h00 ngày 27/7/2023\n{people}")
    assert value_of(draft.expected_count) == 160
    assert [(group.value.description, group.value.quota) for group in draft.groups] == [
        ("Hội các xã (145 người)", 145),
        ("Khách mời (15 người)", 15),
    ]


def test_two_signatures_side_by_side_above_the_recipients_are_no_work_of_anybody() -> None:
    text = (
        f"{HEAD}1. Thời gian: 8h00 ngày 27/7/2023\nII. TRÌNH TỰ HỘI NGHỊ\n1. Khai mạc (Hiệu trưởng)\n2. Thảo luận\n"
        "III. PHÂN CÔNG NHIỆM VỤ\n1. Tổ Văn phòng: gửi giấy mời.\n"
        "TM. BCH CÔNG ĐOÀN                HIỆU TRƯỞNG\nCHỦ TỊCH\n\nNguyễn Thu Hà                    Đào Thị Kim Anh\n"
        "Nơi nhận:\n- Các tổ;\n- Lưu VP.\n"
    )
    draft = read(text)
    assert [(s.value.title, s.value.responsible) for s in draft.sessions] == [
        ("Khai mạc", "Hiệu trưởng"),
        ("Thảo luận", None),
    ]
    assert (value_of(draft.signer), [r.value for r in draft.recipients]) == ("Đào Thị Kim Anh", ["Các tổ", "Lưu VP"])
    assert [task.value.text for unit in draft.units for task in unit.value.tasks] == ["gửi giấy mời"]


def test_paper_whose_day_is_left_open_still_gives_the_year() -> None:
    head = "HỘI PHỤ NỮ HUYỆN\n\nSơn Tiến, ngày      tháng 9 năm 2019\n\n"
    reason = "Thực hiện Kế hoạch số 102/KH-ĐCT ngày 30/01/2018;\n"
    draft = read(f"{head}KẾ HOẠCH\nTổ chức Ngày hội\n{reason}I. THỜI GIAN\n- Thời gian: 7h00 ngày 18/10\n")
    assert draft.starts_on is not None and value_of(draft.starts_on) == date(2019, 10, 18)


def test_place_that_was_moved_is_the_new_one() -> None:
    draft = read(f"{HEAD}- Địa điểm: từ Nhà văn hóa bản Co Mạ chuyển sang Hội trường xã Nậm Păm.\n")
    assert draft.venue is not None and draft.venue.value == "Hội trường xã Nậm Păm"


def test_title_does_not_name_the_paper_it_replaces() -> None:
    title = "Tổ chức Hội nghị đầu bờ\n(thay thế Kế hoạch số 39/KH-PNN ngày 08/4/2025)"
    draft = read(HEAD.replace("Tổ chức Hội nghị giao ban", title) + "- Thời gian: 8h00 ngày 27/7/2023\n")
    assert draft.title is not None and draft.title.value == "Tổ chức Hội nghị đầu bờ"


def test_who_stands_in_brackets_with_an_office_is_taken_off_whole() -> None:
    lines = "III. CHƯƠNG TRÌNH\n- 8h00: Giới thiệu đại biểu (Đ/c Hoa – Phó Chủ tịch)\n"
    lines += "- 9h00: Phiên A (Chủ tọa: TS. Lê Anh)\n"
    sessions = [each.value for each in read(HEAD + "- 8h00 ngày 27/7/2023\n" + lines).sessions]
    assert [(each.title, each.responsible) for each in sessions] == [
        ("Giới thiệu đại biểu", "Hoa – Phó Chủ tịch"),
        ("Phiên A", "TS. Lê Anh"),
    ]


@pytest.mark.parametrize("lost", ["", ";\n"])
def test_recipients_whose_dashes_were_lost_stay_apart(lost: str) -> None:
    below = f"{lost}LĐLĐ thành phố (báo cáo)\nCác tổ công đoàn (thực hiện)\nLưu VT\n"
    draft = read(f"{HEAD}- 8h00 ngày 27/7/2023\n\nCHỦ TỊCH\nHuỳnh Trọng Nghĩa\nNơi nhận:\n{below}")
    assert [each.value for each in draft.recipients] == [
        "LĐLĐ thành phố (báo cáo)",
        "Các tổ công đoàn (thực hiện)",
        "Lưu VT",
    ]


def test_person_who_speaks_with_his_office_before_the_verb_is_one_item() -> None:
    lines = "III. CHƯƠNG TRÌNH\n- 8h00: BS Lê Văn An - Giám đốc bệnh viện phát biểu khai mạc\n- 9h00: Nghỉ\n"
    sessions = [each.value for each in read(HEAD + "- 8h00 ngày 27/7/2023\n" + lines).sessions]
    assert sessions[0].title == "BS Lê Văn An - Giám đốc bệnh viện phát biểu khai mạc"


def test_bad_weather_is_no_unit() -> None:
    work = "IV. PHÂN CÔNG\nPhòng Kế toán: duyệt chi\nThời tiết xấu: chuyển vào kho thành phẩm\n"
    units = [each.value.name for each in read(f"{HEAD}- 8h00 ngày 27/7/2023\n{work}").units]
    assert units == ["Phòng Kế toán"]


WORK = f"{HEAD}- Thời gian: 8h00 ngày 27/7/2026\n- Địa điểm: Hội trường xã\nII. TỔ CHỨC THỰC HIỆN\n"


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (
            "Soạn báo cáo trước ngày 15/7/2026, in tài liệu trước ngày 24/7/2026 và gửi giấy mời trước ngày 20/7.",
            [
                ("Soạn báo cáo trước ngày 15/7/2026", 15),
                ("in tài liệu trước ngày 24/7/2026", 24),
                ("gửi giấy mời trước ngày 20/7", 20),
            ],
        ),
        (
            "Lập danh sách trước ngày 10/7/2026. Gửi giấy mời trước ngày 17/7/2026.",
            [("Lập danh sách trước ngày 10/7/2026", 10), ("Gửi giấy mời trước ngày 17/7/2026", 17)],
        ),
        (
            "Soạn báo cáo trước ngày 15/7/2026, in tài liệu, gửi đại biểu trước ngày 24/7/2026.",
            [("Soạn báo cáo trước ngày 15/7/2026", 15), ("in tài liệu, gửi đại biểu trước ngày 24/7/2026", 24)],
        ),
        (
            "Soạn và in tài liệu trước ngày 20/7/2026.",
            [("Soạn và in tài liệu trước ngày 20/7/2026", 20)],
        ),
        (
            "Soạn báo cáo trước ngày 15/7/2026, trình Chủ tịch trước ngày 20/7/2026.",
            [("Soạn báo cáo trước ngày 15/7/2026, trình Chủ tịch trước ngày 20/7/2026", 15)],
        ),
    ],
)
def test_clauses_with_deadlines_of_their_own_are_tasks_of_their_own(line: str, parts: list[tuple[str, int]]) -> None:
    made = programme(read(f"{WORK}1. Văn phòng\n- {line}\n2. Công an xã: trực an ninh.\n"))
    of_office = [task for task in made.tasks if "an ninh" not in task.text]
    assert [(task.text, task.deadline and task.deadline.day) for task in of_office] == parts


@pytest.mark.parametrize(
    ("words", "helpers"),
    [
        ("phối hợp với Công an tỉnh bảo đảm an ninh", ["Công an tỉnh"]),
        ("Phối hợp VNPT Tây Hồ và Điện lực Tây Hồ kiểm tra đường truyền", ["VNPT Tây Hồ", "Điện lực Tây Hồ"]),
        ("phối hợp với Sở Thông tin và Truyền thông, Sở Y tế chuẩn bị", ["Sở Thông tin và Truyền thông", "Sở Y tế"]),
        ("In tài liệu; phối hợp Báo và Phát thanh tỉnh đưa tin", ["Báo và Phát thanh tỉnh"]),
        ("phối hợp với Văn phòng HĐND và UBND tỉnh lập danh sách", ["Văn phòng HĐND và UBND tỉnh"]),
        ("phối hợp với các đơn vị liên quan triển khai", []),
        ("phối hợp với Sở Y tế và các đơn vị liên quan chuẩn bị", ["Sở Y tế"]),
        ("phối hợp với Công an xã Đông và tổ dân phố số 5 giữ gìn trật tự", ["Công an xã Đông"]),
        ("Phối hợp tổ chức Lễ khai mạc và Hội nghị đầu bờ", []),
        ("Phối hợp Hội trường tỉnh, Phòng họp số 2, Đoàn đại biểu chuẩn bị", []),
        ("Phối hợp mời đại biểu", []),
        ("Công an xã phối hợp trực", []),
        ("phối hợp với Văn phòng huyện gửi giấy mời", []),
    ],
)
def test_bodies_that_only_help_are_units_too(words: str, helpers: list[str]) -> None:
    made = programme(read(f"{WORK}1. Phòng Nội vụ\n- {words}.\n2. Văn phòng huyện: trực điện thoại.\n"))
    names = {unit.id: unit.name for unit in made.units}
    assert list(names.values()) == ["Phòng Nội vụ", "Văn phòng huyện", *helpers]
    helping = [names[unit] for unit in made.tasks[0].coordinating]
    assert helping == (helpers or ["Văn phòng huyện"] * ("Văn phòng" in words))


def test_who_helps_may_be_named_by_the_office_that_one_unit_holds() -> None:
    work = "1. UBND tỉnh Đông - Cụm trưởng\n- Chủ trì, phối hợp với đơn vị Cụm phó tổ chức Hội nghị.\n"
    made = programme(read(f"{WORK}{work}2. UBND tỉnh Tây - Cụm phó\n- Phối hợp với Trưởng cụm chuẩn bị nội dung.\n"))
    assert [(unit.id, task.coordinating) for unit, task in zip(made.units, made.tasks, strict=True)] == [
        (1, (2,)),
        (2, (1,)),
    ]
    several = work.replace("Cụm trưởng", "Cụm phó") + "2. UBND tỉnh Tây - Cụm phó\n- Trang trí hội trường.\n"
    assert [task.coordinating for task in programme(read(f"{WORK}{several}")).tasks] == [(), ()]


def test_the_helpers_in_a_tables_cell_are_units_and_whoever_is_concerned_is_none() -> None:
    table = (
        "TT\tCông việc\tCơ quan chủ trì\tCơ quan phối hợp\tThời hạn\n"
        "1\tSoạn báo cáo\tPhòng Nội vụ\tVăn phòng HĐND và UBND huyện; UBND các xã, thị trấn\t20/7\n"
        "2\tGửi giấy mời\tPhòng Nội vụ\tCác phòng, ban liên quan\t22/7\n"
    )
    made = programme(read(f"{HEAD}- Thời gian: 8h00 ngày 27/7/2023\nII. PHÂN CÔNG NHIỆM VỤ\n{table}"))
    assert [(unit.id, unit.name) for unit in made.units] == [
        (1, "Phòng Nội vụ"),
        (2, "Văn phòng HĐND và UBND huyện"),
        (3, "UBND các xã, thị trấn"),
    ]
    assert [task.coordinating for task in made.tasks] == [(2, 3), ()]


def test_units_named_behind_working_together_coordinate_however_they_are_spelt() -> None:
    made = programme(
        read(
            f"{WORK}1. Văn phòng chủ trì, phối hợp với UBND xã và Công an xã chuẩn bị hội trường.\n"
            "2. Phòng Nội vụ (phối hợp với Công an xã):\n- Lập danh sách.\n- In giấy mời.\n"
            "3. Ủy ban nhân dân xã: hỗ trợ kinh phí.\n4. Công an xã: trực an ninh.\n"
        )
    )
    names = {unit.id: unit.name for unit in made.units}
    assert [(task.text, [names[unit] for unit in task.coordinating]) for task in made.tasks[:3]] == [
        (
            "chủ trì, phối hợp với UBND xã và Công an xã chuẩn bị hội trường",
            ["Ủy ban nhân dân xã", "Công an xã"],
        ),
        ("Lập danh sách", ["Công an xã"]),
        ("In giấy mời", ["Công an xã"]),
    ]
