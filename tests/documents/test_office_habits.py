"""How offices write down what everybody writes down otherwise: classes in a table, sums, mottos, remarks."""

from datetime import date, datetime, time

import pytest

from domain.plan import value_of
from tests.drafts import read

HEAD = "SỞ NỘI VỤ TỈNH THANH LÃNG\nKẾ HOẠCH\nTổ chức Hội nghị tập huấn văn thư\n"
CLASSES = (
    ("Lớp", "Đối tượng", "Thời gian", "Địa điểm"),
    ("Lớp 1", "Văn thư các xã phía Bắc: 62 người", "7h30 ngày 12/8/2025", "Trường Chính trị tỉnh"),
    ("Lớp 2", "Lãnh đạo Văn phòng cấp xã: 60 người", "13h30 ngày 19/8/2025", "Nhà văn hóa huyện"),
)


def _by_bars() -> str:
    return "".join(f"| {' | '.join(row)} |\n" for row in CLASSES)


def _by_spaces() -> str:
    return "".join("".join(cell.ljust(42) for cell in row).rstrip() + "\n" for row in CLASSES)


def _one_cell_a_line() -> str:
    rows = [("TT", *CLASSES[0]), *((str(number), *row) for number, row in enumerate(CLASSES[1:], 1))]
    return "".join(f"{cell}\n" for row in rows for cell in row)


@pytest.mark.parametrize("table", [_by_bars(), _by_spaces(), _one_cell_a_line()])
def test_table_of_classes_tells_who_comes_when_and_where(table: str) -> None:
    draft = read(f"{HEAD}I. THỜI GIAN, ĐỊA ĐIỂM, ĐỐI TƯỢNG\n{table}II. KINH PHÍ\nTừ nguồn ngân sách năm 2025.\n")
    assert [(t.value.what, t.value.start) for t in draft.times] == [
        ("Lớp 1", datetime.fromisoformat("2025-08-12T07:30")),
        ("Lớp 2", datetime.fromisoformat("2025-08-19T13:30")),
    ]
    assert [(g.value.level, g.value.description) for g in draft.groups] == [
        ("Lớp 1", "Văn thư các xã phía Bắc: 62 người"),
        ("Lớp 2", "Lãnh đạo Văn phòng cấp xã: 60 người"),
    ]
    assert value_of(draft.venue) == "Trường Chính trị tỉnh"


def test_number_in_the_middle_of_the_foot_is_that_of_the_page() -> None:
    draft = read(f"{HEAD}II. THÀNH PHẦN\n- Lãnh đạo các sở;\n{' ' * 40}1\n- Văn thư các xã.\n{' ' * 40}2\n")
    assert [g.value.description for g in draft.groups] == ["Lãnh đạo các sở", "Văn thư các xã"]


def test_union_motto_under_its_own_committee_is_no_body() -> None:
    head = "TỈNH ĐOÀN KIM BẢNG\nBCH ĐOÀN HUYỆN VŨ LĂNG\n***\nĐOÀN TNCS HỒ CHÍ MINH\nVũ Lăng, ngày 03 tháng 3 năm 2026\n"
    draft = read(f"{head}KẾ HOẠCH\nTổ chức Hội trại năm 2026\n1. Thời gian: 13h30 ngày 21/3/2026\n")
    assert value_of(draft.issuer) == "BCH ĐOÀN HUYỆN VŨ LĂNG"


@pytest.mark.parametrize(
    ("people", "total"),
    [
        ("1. Học viên: 95 người, gồm:\n- Cộng tác viên dân số: 84 người;\n- Cán bộ xã: ll người.\n", 95),
        ("- Đại biểu các xã (mỗi đơn vị 01 đồng chí).\n(Tổng số khoảng 165 đồng chí)\n", 165),
        ("12 trại, mỗi đơn vị 01 trại gồm 15 trại sinh.\n", None),
    ],
)
def test_total_is_what_the_paper_adds_up(people: str, total: int | None) -> None:
    assert value_of(read(f"{HEAD}II. ĐỐI TƯỢNG, SỐ LƯỢNG\n{people}III. KINH PHÍ\n").expected_count) == total


def test_collaborators_are_people_and_no_sum() -> None:
    people = "1. Học viên: 95 người, gồm:\n- Cộng tác viên dân số: 84 người;\n- Cán bộ xã: ll người.\n"
    groups = read(f"{HEAD}II. ĐỐI TƯỢNG, SỐ LƯỢNG\n{people}").groups
    assert [(g.value.level, g.value.quota) for g in groups] == [("Học viên", 84), ("Học viên", 11)]


def test_words_over_the_whole_width_end_a_table_of_spaces() -> None:
    table = (
        "  TT   Nội dung công việc            Chủ trì             Thời hạn\n"
        "  1    Phát hành giấy mời            Văn phòng Sở        10/3/2025\n"
        "  2    Bảo đảm an ninh, y tế         Công an tỉnh\n"
        "       Các sở, ban, ngành; UBND các huyện: chuẩn bị nội dung trả lời kiến nghị,\n"
        "  gửi về Sở Tài chính trước ngày 11/3/2025.\n"
    )
    units = read(f"{HEAD}V. PHÂN CÔNG NHIỆM VỤ\n{table}").units
    assert [(u.value.name, u.value.tasks[0].value.text) for u in units][1:] == [
        ("Công an tỉnh", "Bảo đảm an ninh, y tế"),
        (
            "Các sở, ban, ngành; UBND các huyện",
            "chuẩn bị nội dung trả lời kiến nghị, gửi về Sở Tài chính trước ngày 11/3/2025",
        ),
    ]


def test_telephone_number_behind_a_colon_is_no_work() -> None:
    work = (
        "| STT | Đơn vị | Nhiệm vụ |\n| 1 | Văn phòng | gửi giấy mời |\n\n"
        "Các phòng cử người dự đầy đủ. Mọi chi tiết xin liên hệ Văn phòng, ĐT: 0251.000.909.\n"
    )
    units = read(f"{HEAD}V. PHÂN CÔNG\n{work}").units
    assert [(u.value.name, [t.value.text for t in u.value.tasks]) for u in units] == [
        ("Văn phòng", ["gửi giấy mời"]),
        ("Các phòng", ["cử người dự đầy đủ"]),
    ]


def test_month_closes_a_task_and_parts_it_from_the_one_before() -> None:
    work = "1. Văn phòng: cấp giấy chứng nhận; báo cáo kết quả về Sở Nội vụ trong tháng 9/2025.\n"
    (unit,) = read(f"{HEAD}V. PHÂN CÔNG\n{work}").units
    assert [(t.value.text, t.value.deadline_text, t.value.deadline) for t in unit.value.tasks] == [
        ("cấp giấy chứng nhận", None, None),
        ("báo cáo kết quả về Sở Nội vụ trong tháng 9/2025", "trong tháng 9/2025", None),
    ]


def test_parallel_parts_under_a_heading_of_their_own_stay_in_the_programme() -> None:
    agenda = (
        "PHIÊN TOÀN THỂ\n07.45 - 08.15\nĐăng ký đại biểu\nBan Thư ký\n08.15 - 09.00\nPhát biểu chào mừng\nLãnh đạo Sở\n"
        "CÁC PHIÊN SONG SONG\n13.15 - 15.00\nPhiên A: Quy hoạch\nChủ trì: TS. Hồ Nhật Quang\n"
        "13.15 - 15.00\nPhiên B: Sinh kế\nChủ trì: TS. Trịnh Thu Uyên\n"
    )
    draft = read(f"{HEAD}Thời gian: 08/12/2023\nChương trình chi tiết\n{agenda}Liên hệ\nBan Thư ký\n")
    assert [s.value.start for s in draft.sessions] == [time(7, 45), time(8, 15), time(13, 15), time(13, 15)]


def test_conference_held_by_a_body_with_another_is_the_first_ones() -> None:
    text = (
        'Hội thảo "Đô thị" năm 2023 do Viện Nghiên cứu Đô thị phối hợp với Trường Đại học Hải Châu tổ chức.\n'
        "Thời gian và địa điểm\n- Thời gian: 7h45 ngày 08/12/2023\n- Địa điểm: Khách sạn Biển Ngọc\n"
    )
    assert value_of(read(text).issuer) == "Viện Nghiên cứu Đô thị"


def test_item_that_ends_the_programme_ends_at_its_hour() -> None:
    agenda = "Trình tự: 8 giờ 00 chào cờ; khen thưởng (9 giờ 10); đáp từ và kết thúc buổi lễ lúc 9 giờ 30.\n"
    last = read(f"{HEAD}1. Thời gian: 8 giờ 00 ngày 25/10/2025\n2. {agenda}").sessions[-1].value
    assert (last.start, last.end, last.day) == (None, time(9, 30), date(2025, 10, 25))


def test_recipients_on_one_line_behind_the_signature() -> None:
    foot = "TRƯỞNG BAN TỔ CHỨC\nĐoàn Việt Tùng\n\nGửi: HĐQT, BKS (b/c); các phòng (t/h); lưu VT.\n"
    draft = read(f"{HEAD}1. Thời gian: 8h00 ngày 17/4/2026\n2. Địa điểm: Hội trường\n{foot}")
    assert [r.value for r in draft.recipients] == ["HĐQT, BKS (b/c)", "các phòng (t/h)", "lưu VT"]
    assert value_of(draft.signer) == "Đoàn Việt Tùng"


def test_list_of_guests_is_called_by_the_words_that_lead_to_it() -> None:
    people = "3. Về thành phần: mời bổ sung\n- Sở Công Thương;\n- Hệ thống siêu thị.\n"
    groups = read(f"{HEAD}{people}").groups
    assert [(g.value.level, g.value.description) for g in groups] == [
        ("mời bổ sung", "Sở Công Thương"),
        ("mời bổ sung", "Hệ thống siêu thị"),
    ]


PROGRAMME = "8h00: Khai mạc\n8h30: Báo cáo sơ kết\n10h00: Thảo luận\n11h00: Bế mạc\n"


@pytest.mark.parametrize(
    ("under", "begins"),
    [
        ("(Ngày 27 tháng 7 năm 2026, tại Hội trường huyện)", date(2026, 7, 27)),
        ("Thứ Hai, ngày 27/7/2026, tại Hội trường huyện", date(2026, 7, 27)),
        ("(8h00 ngày 27/7/2026 tại Hội trường huyện)", datetime.fromisoformat("2026-07-27T08:00")),
    ],
)
def test_when_and_where_on_a_line_under_the_name_of_a_programme(under: str, begins: date) -> None:
    draft = read(f"CHƯƠNG TRÌNH\nHội nghị sơ kết công tác thư viện\n{under}\n{PROGRAMME}")
    assert value_of(draft.title) == "Hội nghị sơ kết công tác thư viện"
    assert [t.value.start for t in draft.times] == [begins]
    assert value_of(draft.venue) == "Hội trường huyện"
    assert {(s.value.day, len(draft.sessions)) for s in draft.sessions} == {(date(2026, 7, 27), 4)}


def test_anniversary_under_the_name_is_no_time() -> None:
    draft = read(f"KẾ HOẠCH\nTổ chức Lễ kỷ niệm 80 năm\n(19/8/1945 - 19/8/2025)\nI. CHƯƠNG TRÌNH\n{PROGRAMME}")
    assert draft.times == ()


def test_number_and_dates_that_a_line_cuts_in_two() -> None:
    head = "TỈNH ĐOÀN TRÀ KHÊ\nSố: 52-KH/TĐTN-\nTNNT\nKẾ HOẠCH\nTổ chức Hội nghị sơ kết công tác Đoàn\n"
    draft = read(f"{head}1. Thời gian: 8h00 -\n11h30 ngày 27/7/\n2026.\n2. Địa điểm: Hội trường huyện.\n")
    assert (value_of(draft.doc_no), value_of(draft.issuer)) == ("52-KH/TĐTN-TNNT", "TỈNH ĐOÀN TRÀ KHÊ")
    assert [(t.value.start, t.value.end) for t in draft.times] == [
        (datetime.fromisoformat("2026-07-27T08:00"), datetime.fromisoformat("2026-07-27T11:30"))
    ]


def test_date_that_two_copied_messages_cut_in_two() -> None:
    messages = (
        "[27/06/2026 08:00] Lan: KẾ HOẠCH\nTổ chức Hội nghị sơ kết\n1. Thời gian: 8h00 ngày 27\n"
        "[27/06/2026 08:01] Lan: /7/2026.\n2. Địa điểm: Hội trường huyện.\n"
    )
    assert [t.value.start for t in read(messages).times] == [datetime.fromisoformat("2026-07-27T08:00")]


def test_message_without_capitals_is_read_line_by_line() -> None:
    draft = read(
        "hội nghị sơ kết công tác thư viện\n8h sáng thứ 2 ngày 27/7/2026 tại hội trường huyện\nchương trình:\n"
        "8h khai mạc\n8h30 báo cáo\n10h thảo luận\nthành phần: lãnh đạo các trường, cán bộ thư viện\n"
    )
    assert [t.value.start for t in draft.times] == [datetime.fromisoformat("2026-07-27T08:00")]
    assert [s.value.title for s in draft.sessions] == ["khai mạc", "báo cáo", "thảo luận"]
    assert [g.value.description for g in draft.groups] == ["lãnh đạo các trường, cán bộ thư viện"]
    assert value_of(draft.venue) == "hội trường huyện"


def test_sections_that_are_conferences_of_their_own_are_named() -> None:
    section = "{} HỘI NGHỊ {}\n1. Thời gian: {}.\n2. Địa điểm: Hội trường huyện.\n3. Thành phần: Lãnh đạo các trường.\n"
    both = section.format("I.", "SƠ KẾT THƯ VIỆN", "8h00 ngày 27/7/2026") + section.format(
        "II.", "TRIỂN KHAI Y TẾ", "14h00 ngày 29/8/2026"
    )
    draft = read(f"KẾ HOẠCH\nTổ chức các hội nghị quý III\n{both}")
    assert [d.quote for d in draft.doubts if d.code == "two_events"] == ["II. HỘI NGHỊ TRIỂN KHAI Y TẾ"]


def test_motto_and_date_of_a_narrow_head_may_take_two_lines() -> None:
    head = (
        "UBND TỈNH ĐÔNG KHÊ             CỘNG HÒA XÃ HỘI CHỦ\nSỞ NÔNG NGHIỆP                 NGHĨA VIỆT NAM\n"
        "Số: 88/KH-SNN                  Độc lập - Tự do - Hạnh phúc\n"
        "                               Đông Khê, ngày 03 tháng 3\n                               năm 2026\n"
    )
    draft = read(
        f"{head}KẾ HOẠCH\nTổ chức Hội nghị sơ kết\n1. Thời gian: 8h00 ngày 25/3/2026.\n2. Địa điểm: Hội trường.\n"
    )
    assert (value_of(draft.issuer), value_of(draft.issuer_parent)) == ("SỞ NÔNG NGHIỆP", "UBND TỈNH ĐÔNG KHÊ")
    assert value_of(draft.doc_date) == date(2026, 3, 3)


def test_when_and_where_in_brackets_with_their_labels() -> None:
    head = "KỊCH BẢN ĐIỀU HÀNH\nLễ khai giảng năm học 2026 - 2027\n"
    draft = read(f"{head}(Thời gian: 7h00, ngày 05/9/2026; địa điểm: Sân trường THCS Tả Phìn)\n{PROGRAMME}")
    assert value_of(draft.venue) == "Sân trường THCS Tả Phìn"
    assert [t.value.start for t in draft.times] == [datetime.fromisoformat("2026-09-05T07:00")]


def test_place_behind_the_day_under_one_label() -> None:
    draft = read(f"{HEAD}2. Thời gian – địa điểm: 17h30 ngày 18/12/2026, Trung tâm Sen Vàng, 12 Nguyễn Trãi.\n")
    assert value_of(draft.venue) == "Trung tâm Sen Vàng, 12 Nguyễn Trãi"


def test_days_of_a_programme_without_a_heading_are_the_days_of_its_items() -> None:
    draft = read(
        "CHƯƠNG TRÌNH LÀM VIỆC\nHội nghị tập huấn nghiệp vụ\n(Từ ngày 12/8 đến ngày 13/8/2026, tại Khách sạn Hoa Ban)\n"
        "Ngày thứ nhất (12/8/2026)\nBuổi sáng\n- 7h30: Đón tiếp đại biểu\n- 8h00: Chuyên đề 1\n"
        "Ngày thứ hai (13/8/2026)\nBuổi sáng\n- 8h00: Thực hành\n- 11h00: Bế giảng\n"
    )
    assert value_of(draft.title) == "Hội nghị tập huấn nghiệp vụ"
    assert [(t.value.start, t.value.end) for t in draft.times] == [(date(2026, 8, 12), date(2026, 8, 13))]
    assert [s.value.day and s.value.day.day for s in draft.sessions] == [12, 12, 13, 13]


def test_programme_by_lengths_alone_has_its_items_and_no_hours() -> None:
    table = "TT | Nội dung | Thời lượng | Thực hiện\n1 | Báo cáo sơ kết | 20 phút | Phó Giám đốc\n"
    table += "2 | Kết luận | 15 phút | Giám đốc\n"
    draft = read(f"CHƯƠNG TRÌNH\nHỘI NGHỊ SƠ KẾT\nThời gian: 8h00, ngày 20/7/2026\nĐịa điểm: Hội trường Sở\n\n{table}")
    assert [(s.value.title, s.value.start, s.value.responsible) for s in draft.sessions] == [
        ("Báo cáo sơ kết", None, "Phó Giám đốc"),
        ("Kết luận", None, "Giám đốc"),
    ]


def test_what_guests_are_invited_to_is_no_guest_and_who_drew_it_up_no_task() -> None:
    invitation = "GIẤY MỜI\nDự Hội nghị sơ kết\nPhòng Nội vụ trân trọng kính mời:\n- Lãnh đạo các phòng.\n"
    invitation += "Tới dự: Hội nghị sơ kết.\n"
    draft = read(f"{invitation}Thời gian: 14h00 ngày 15/7/2026.\nĐịa điểm: Phòng họp số 1.\n")
    assert [g.value.description for g in draft.groups] == ["Lãnh đạo các phòng"]
    work = "5. Phân công:\nKế toán: tạm ứng kinh phí.\nNgười lập: Trần Thu Hà\nDuyệt: Giám đốc Nguyễn Đức Long\n"
    (unit,) = read(f"{HEAD}1. Thời gian: 8h00 ngày 15/7/2026.\n{work}").units
    assert [task.value.text for task in unit.value.tasks] == ["tạm ứng kinh phí"]


def test_english_programme_is_named_below_its_kind_with_town_and_days() -> None:
    draft = read(
        "MINISTRY OF HEALTH\nNational Institute of Nutrition\nWORKSHOP AGENDA\nRegional Workshop on School Meals\n"
        "Hanoi, 14-15 October 2026\nVenue: Melia Hotel, Hanoi\n\nDay 1: Wednesday, 14 October\n"
        "08:30 – 09:00  Registration\n09:00 – 09:15  Opening remarks – Dr. Le Danh Tuyen, Director\n"
        "Day 2: Thursday, 15 October\n09:00 – 10:30  Group work\n10:30 – 11:00  Closing\n"
    )
    assert (value_of(draft.title), value_of(draft.venue)) == ("Regional Workshop on School Meals", "Melia Hotel, Hanoi")
    assert (value_of(draft.starts_on), value_of(draft.ends_on)) == (date(2026, 10, 14), date(2026, 10, 15))
    assert [s.value.day and s.value.day.day for s in draft.sessions] == [14, 14, 15, 15]
    assert draft.sessions[1].value.responsible == "Dr. Le Danh Tuyen, Director"


def test_table_of_tasks_with_bodies_between_its_rows_gives_each_its_own() -> None:
    table = (
        "TT\tNội dung công việc\tNgười thực hiện\tPhụ trách\tThời hạn\nII) Tiểu ban nội dung\n"
        "1\tViết lời tựa\tLê Thị Thu\tLê Thị Thu\t17h00 ngày 30/8/2026\n"
        "2\tChọn ảnh\tVõ Minh Lý\tVõ Minh Lý\t20/8/2026\n"
        "III) Tiểu ban lễ tân\n1\tIn giấy mời\tĐoàn Hải Yến\tNguyễn Lam\t10/8/2026\n"
        "2\tĐón khách\tTổ Văn\tNguyễn Lam\t03/9/2026\n"
    )
    told = {unit.value.name: [task.value.text for task in unit.value.tasks] for unit in read(table).units}
    assert told == {"Tiểu ban nội dung": ["Viết lời tựa", "Chọn ảnh"], "Tiểu ban lễ tân": ["In giấy mời", "Đón khách"]}


def test_two_parts_with_their_lists_under_the_content_are_the_programme() -> None:
    draft = read(
        f"{HEAD}II. NỘI DUNG VÀ HÌNH THỨC TỔ CHỨC\nNgày hội gồm 2 phần chính:\n1. Phần Lễ (khoảng 60 phút):\n"
        "- Văn nghệ chào mừng.\n- Chào cờ, tuyên bố lý do.\n- Báo cáo kết quả.\n- Ôn lại truyền thống.\n"
        "2. Phần Hội (60 - 90 phút):\n- Trò chơi dân gian.\n- Bữa cơm đoàn kết.\n"
    )
    assert [(s.value.title, s.value.part_of) for s in draft.sessions] == [
        ("Văn nghệ chào mừng", "Phần Lễ"),
        ("Chào cờ, tuyên bố lý do", "Phần Lễ"),
        ("Báo cáo kết quả", "Phần Lễ"),
        ("Ôn lại truyền thống", "Phần Lễ"),
        ("Trò chơi dân gian", "Phần Hội"),
        ("Bữa cơm đoàn kết", "Phần Hội"),
    ]


def test_hour_at_which_it_begins_counts_and_not_when_people_are_to_be_there() -> None:
    says = "Buổi tối ngày 18/10/2024 (thứ Sáu), đại biểu có mặt lúc 18g30, bắt đầu lúc 19g00"
    draft = read(f"{HEAD}1. Thời gian: {says}.\n2. Địa điểm: Nhà Thiếu nhi tỉnh.\n")
    assert [t.value.start for t in draft.times] == [datetime.fromisoformat("2024-10-18T19:00")]


def test_dotted_hours_before_a_weekday_are_hours() -> None:
    draft = read(f"{HEAD}1. Thời gian: 07.45 - 17.30, thứ Sáu, ngày 08/12/2023\n2. Địa điểm: Khách sạn Biển Ngọc.\n")
    assert [t.value.start for t in draft.times] == [datetime.fromisoformat("2023-12-08T07:45")]


@pytest.mark.parametrize("name", ["Lưu Bá Thịnh", "_ Mạc Thị Hồng Loan"])
def test_signer_may_be_called_like_a_word_of_the_list_beside_him(name: str) -> None:
    foot = f"Nơi nhận:\n- Như trên;\n- Lưu: VT, PBGDPL.\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n{name}\n"
    draft = read(f"{HEAD}1. Thời gian: 7h30 ngày 12/8/2025\n2. Địa điểm: Hội trường.\n{foot}")
    assert value_of(draft.signer) == name.strip("_ ")


def test_days_that_only_the_programme_of_a_congress_tells_are_its_times() -> None:
    draft = read(
        "HỘI NÔNG DÂN TỈNH YÊN LÃM\nKẾ HOẠCH\nTổ chức Đại hội đại biểu lần thứ X\nA. NỘI DUNG, CHƯƠNG TRÌNH\n"
        "I. Phiên trù bị (chiều thứ Hai, ngày 18/9/2023)\n1. Từ 14h00: Bầu Đoàn Chủ tịch.\n2. Họp đoàn.\n"
        "II. Phiên chính thức (sáng thứ Ba, ngày 19/9/2023)\n1. Từ 8h00: Khai mạc.\n2. Bế mạc.\n"
        "Đ. KINH PHÍ: hội phí.\n"
    )
    assert [(t.value.what, t.value.start) for t in draft.times] == [
        ("Phiên trù bị", date(2023, 9, 18)),
        ("Phiên chính thức", date(2023, 9, 19)),
    ]


def test_items_side_by_side_are_told_apart_by_their_places() -> None:
    draft = read(
        "UBND XÃ AN LỘC\nKẾ HOẠCH\nTổ chức Hội thi\nI. THỜI GIAN\n- Thời gian: 8h00 ngày 12/5/2026\nII. CHƯƠNG TRÌNH\n"
        "8h00: Khai mạc.\n9h00: Thi kéo co - Sân vận động; Thi nấu cơm - Nhà văn hóa thôn Đông.\n"
        "10h00: Trao giải - bế mạc; chụp ảnh.\n"
    )
    assert [(item.value.title, item.value.room) for item in draft.sessions] == [
        ("Khai mạc", None),
        ("Thi kéo co", "Sân vận động"),
        ("Thi nấu cơm", "Nhà văn hóa thôn Đông"),
        ("Trao giải - bế mạc; chụp ảnh", None),
    ]


def test_rehearsal_in_an_english_task_is_its_deadline_though_whom_to_ask_stands_below() -> None:
    draft = read(
        "HUE UNIVERSITY\nPLAN\nOrganisation of the Workshop on Soil\n1. Time and venue\n- Time: 9:00, 12 May 2026\n"
        "2. Assignments\n2.1. IT Centre: cameras; rehearsal of the link at 14:30 on 11 May 2026.\n"
        "Contact: Ms. Lan, 0912000111.\n"
    )
    moment = datetime.combine(date(2026, 5, 11), time(14, 30))
    assert [t.value.start for t in draft.times] == [datetime.combine(date(2026, 5, 12), time(9)), moment]
    assert [task.value.deadline for unit in draft.units for task in unit.value.tasks] == [None, moment]


@pytest.mark.parametrize(
    "closing",
    [
        "Đề nghị các thôn, các đoàn thể tổ chức thực hiện. Mọi vướng mắc liên hệ bà Hoa.",
        "Đề nghị các thôn thực hiện tốt Kế hoạch này.",
    ],
)
def test_sentence_that_asks_all_to_carry_it_out_is_nobodys_task(closing: str) -> None:
    draft = read(f"UBND XÃ AN LỘC\nKẾ HOẠCH\nTổ chức Hội thi\nII. PHÂN CÔNG\nCác thôn: cử đội thi.\n{closing}\n")
    assert [task.value.text for unit in draft.units for task in unit.value.tasks] == ["cử đội thi"]


def test_days_that_head_the_programme_say_when_it_is_where_nothing_else_does() -> None:
    programme = "II. Phiên thứ nhất (chiều 29/8/2024)\n1. Từ 14h00: Bầu Đoàn Chủ tịch.\n2. Báo cáo thẩm tra.\n"
    draft = read(f"{HEAD}I. CHƯƠNG TRÌNH\nNGÀY 29/8/2024\n- 14h00: Bầu Đoàn Chủ tịch.\n- 15h00: Thảo luận.\n")
    assert [t.value.start for t in draft.times] == [date(2024, 8, 29)]
    assert [t.value.start for t in read(f"{HEAD}A. CHƯƠNG TRÌNH\n{programme}").times] == [date(2024, 8, 29)]


def test_date_of_a_paper_that_is_named_is_no_time_and_a_day_said_again_is_one() -> None:
    draft = read(
        f"{HEAD}1. Thời gian: sáng 31/7/2026, theo Nghị quyết số 66-NQ/TW ngày 30/4/2025.\n2. Địa điểm: Hội trường.\n"
        "PHỤ LỤC\nCHƯƠNG TRÌNH\nThời gian: Sáng ngày 31/7/2026\nThời gian\tNội dung\n8h00\tĐón khách\n8h30\tKhai mạc\n"
    )
    assert [t.value.start for t in draft.times] == [date(2026, 7, 31)]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "1. 10h00: Hội thi kể chuyện - Sân A; Thi nút dây - Sân B.",
            [(time(10), "Hội thi kể chuyện", "Sân A"), (time(10), "Thi nút dây", "Sân B")],
        ),
        (
            "1. Ngày 05/10/2024: Tiếp tục trưng bày; 17h00 bế mạc gian hàng.",
            [(None, "Tiếp tục trưng bày", None), (time(17), "bế mạc gian hàng", None)],
        ),
    ],
)
def test_several_items_on_one_line_are_told_apart(line: str, told: list[tuple[time | None, str, str | None]]) -> None:
    draft = read(f"{HEAD}1. Thời gian: ngày 05/10/2024\n2. Chương trình\n{line.replace('1. ', '- ', 1)}\n")
    assert [(s.value.start, s.value.title, s.value.room) for s in draft.sessions] == told


def test_sentence_behind_the_last_unit_gives_its_task_to_those_it_names() -> None:
    draft = read(
        f"{HEAD}V. PHÂN CÔNG\n1. Trưởng bản: viết báo cáo.\n2. Chi hội Phụ nữ: lo bữa cơm.\n"
        "Đề nghị các nhóm hộ đăng ký đội thi với Chi đoàn trước ngày 05/11/2027.\n"
    )
    assert [unit.value.name for unit in draft.units] == ["Trưởng bản", "Chi hội Phụ nữ", "các nhóm hộ"]


def test_date_of_the_paper_that_an_appendix_belongs_to_is_no_day_of_its_programme() -> None:
    draft = read(
        f"{HEAD}I. THỜI GIAN\n1. Thời gian: 13 giờ 30 phút, ngày 14/11/2025.\nII. CHƯƠNG TRÌNH\n(Có dự kiến kèm theo)\n"
        "Trên đây là Kế hoạch tổ chức Hội nghị./.\nNơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC\nLò Văn Hặc\n"
        "DỰ KIẾN CHƯƠNG TRÌNH\n(Kèm theo Kế hoạch số 46-KH/SNV, ngày 22/10/2025 của Sở)\n"
        "- Từ 13 giờ 30 phút: Đón tiếp đại biểu.\n- 14 giờ 00: Khai mạc.\n- 16 giờ 00: Bế mạc.\n"
    )
    assert [(s.value.day, s.value.start) for s in draft.sessions] == [
        (date(2025, 11, 14), time(hour, minute)) for hour, minute in ((13, 30), (14, 0), (16, 0))
    ]


def test_scanner_s_letters_in_minutes_are_figures() -> None:
    draft = read(f"{HEAD}1. Thời gian: 16/3/2023\n2. Chương trình\n- 8 giờ: Khai mạc\n- 8 giờ l0 - 8 giờ 40: Báo cáo\n")
    assert [(s.value.start, s.value.end) for s in draft.sessions] == [(time(8), None), (time(8, 10), time(8, 40))]


@pytest.mark.parametrize("label", ["Khách dự kiến", "Số người"])
def test_number_of_those_who_come_stands_behind_other_names_too(label: str) -> None:
    draft = read(f"{HEAD}1. Thông tin chung\nThời gian: 16/01/2026\n{label}: 260 người\n2. Thành phần\n- Đại lý.\n")
    assert value_of(draft.expected_count) == 260
