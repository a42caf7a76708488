"""When and where the parts are, until when work is due, and who signs: habits of papers that few lines tell."""

from datetime import date, datetime

import pytest

from documents.plan.deadlines import deadline_in
from domain.plan import value_of
from tests.drafts import read

HEAD = "CÔNG ĐOÀN NGÀNH XÂY DỰNG\nKẾ HOẠCH\nTổ chức Đại hội Công đoàn ngành Xây dựng lần thứ XII\n"
HELD = "I. THỜI GIAN, ĐỊA ĐIỂM\n1. Thời gian: 8h00 ngày 20/3/2026.\n2. Địa điểm: Hội trường xã.\n"
WORK = "III. PHÂN CÔNG\n1. Văn phòng: in tài liệu.\n2. Ban Tuyên giáo: khánh tiết.\n"


@pytest.mark.parametrize(
    ("task", "due"),
    [
        ("Chốt danh sách khách, số phòng: 05/01/2026", date(2026, 1, 5)),
        ("Kịch bản, video tổng kết – duyệt lần cuối 12/01/2026", date(2026, 1, 12)),
        ("Trang trí hội trường trưa 12/01/2026", date(2026, 1, 12)),
        ("chạy thử đường truyền Zoom 15:00 ngày 17/10/2024", datetime(2024, 10, 17, 15)),  # noqa: DTZ001
        ("phát lễ phục từ 13:30 ngày 16/6/2023", None),
        ("phát lễ phục từ 13:30 - 16:30 ngày 16/6/2023", None),
        ("báo cáo theo Công văn số 12 ngày 05/01/2026", None),
    ],
)
def test_day_or_hour_that_closes_a_task_is_its_deadline(task: str, due: date | None) -> None:
    assert deadline_in(task, 2026)[1] == due


def test_sittings_below_the_days_of_a_congress_have_their_own_hours() -> None:
    sittings = "- Phiên thứ nhất: 14h00, thứ Năm 11/9/2025.\n- Phiên thứ hai: 7h30, thứ Sáu 12/9/2025.\n"
    draft = read(
        f"{HEAD}1. Thời gian và địa điểm\nĐại hội diễn ra trong 1,5 ngày, ngày 11 và 12/9/2025:\n{sittings}"
        "Tại Trung tâm Văn hóa Công nhân tỉnh.\n2. Kinh phí\nNgân sách năm 2025.\n"
    )
    assert [(t.value.what, str(t.value.start)) for t in draft.times] == [
        ("", "2025-09-11"),
        ("Phiên thứ nhất", "2025-09-11 14:00:00"),
        ("Phiên thứ hai", "2025-09-12 07:30:00"),
    ]


@pytest.mark.parametrize(("work", "named"), [(WORK, ["", "Hạn nộp bài"]), ("", [""])])
def test_milestones_are_times_of_a_plan_and_only_told_by_a_page_that_invites(work: str, named: list[str]) -> None:
    draft = read(f"{HEAD}{HELD}II. CÁC MỐC THỜI GIAN\n- Hạn nộp bài: 10/01/2026\n{work}")
    assert [t.value.what for t in draft.times] == named
    assert "Hạn nộp bài: 10/01/2026" in [fact.text for fact in draft.facts]


def test_places_of_several_parts_are_told_together() -> None:
    place = "Phiên toàn thể tại Hội trường lớn; phiên chuyên đề tại Phòng Giao ban và Hội trường lớn"
    assert value_of(read(f"{HEAD}- Thời gian: 8h00 ngày 20/3/2026\n- Địa điểm: {place}.\n").venue) == place


def test_list_behind_the_signature_names_no_signer_and_a_roster_no_work() -> None:
    foot = "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\nTrần Văn Hải\n"
    roster = "DANH SÁCH BAN TỔ CHỨC\nTrưởng ban: Nguyễn Văn Bình\nPhó ban: Lê Thị Lan\n"
    draft = read(f"{HEAD}{HELD}{foot}{roster}")
    assert (value_of(draft.signer), draft.units) == ("Trần Văn Hải", ())


def test_people_whose_heading_says_who_they_are_keep_it_under_an_activity() -> None:
    activity = "1. Lễ công bố\n- Thời gian: 8h00 ngày 25/10/2025.\n"
    for label, level in (("Thành phần mời", "Thành phần mời"), ("Thành phần", "Lễ công bố")):
        draft = read(f"{HEAD}II. CÁC HOẠT ĐỘNG\n{activity}- {label}: Lãnh đạo xã; đại diện 21 thôn.\n")
        assert [value.value for value in draft.levels] == [level]


def test_paragraph_that_runs_through_a_day_gives_each_sentence_its_hour() -> None:
    told = read(
        f"{HEAD}{HELD}III. CHƯƠNG TRÌNH\n"
        "Từ 13 giờ 00 đến 14 giờ 00, đoàn viên nhận tài liệu. Tiếp đó, thông qua quy chế vào lúc 14 giờ 30. "
        "Sau giải lao, lãnh đạo tỉnh phát biểu lúc 15 giờ 00, Bí thư phát biểu lúc 15 giờ 20. "
        "Buổi tối, giao lưu văn nghệ bắt đầu lúc 19 giờ 30. Biểu quyết và bế mạc Đại hội lúc 21 giờ 15.\n"
    )
    assert [(s.value.title, f"{s.value.start:%H:%M}") for s in told.sessions if s.value.start] == [
        ("đoàn viên nhận tài liệu", "13:00"),
        ("thông qua quy chế", "14:30"),
        ("lãnh đạo tỉnh phát biểu", "15:00"),
        ("Bí thư phát biểu", "15:20"),
        ("giao lưu văn nghệ", "19:30"),
        ("Biểu quyết và bế mạc Đại hội", "21:15"),
    ]
    assert len(told.sessions) == 6


def test_hour_in_the_words_that_explain_a_line_makes_no_item_of_them() -> None:
    told = read(f"{HEAD}{HELD}III. CHƯƠNG TRÌNH\n- 7h30: Đón tiếp. Đại biểu có mặt trước 7h45.\n- 8h00: Khai mạc.\n")
    assert [f"{session.value.start:%H:%M}" for session in told.sessions] == ["07:30", "08:00"]


def test_place_is_that_of_the_meeting_whose_programme_is_told() -> None:
    first = "I. Hội nghị cấp tổ\n- Thời gian: từ 14/9 đến 16/9/2026.\n- Địa điểm: tại các lớp.\n"
    second = "II. Hội nghị cấp trường\n1. Thời gian: 14h00 ngày 25/9/2026.\n2. Địa điểm: Phòng họp nhà trường.\n"
    programme = "3. Chương trình:\n- 14h00: Chào cờ\n- 14h10: Báo cáo\n- 16h15: Bế mạc\n"
    assert value_of(read(f"{HEAD}B. NỘI DUNG\n{first}{second}{programme}").venue) == "Phòng họp nhà trường"


def test_paper_issued_anew_tells_only_what_is_now() -> None:
    anew = HEAD.replace("KẾ HOẠCH\n", "KẾ HOẠCH (ĐIỀU CHỈNH)\n")
    told = read(
        f"{anew}I. NỘI DUNG ĐIỀU CHỈNH\n- Thời gian: chuyển từ ngày 03 và 04/5/2026 sang các ngày 11 và 12/5/2026.\n"
        "- Địa điểm: chuyển từ Hội trường huyện sang Hội trường Nhà máy.\n"
        "II. CHƯƠNG TRÌNH\n- 8h00: Khai mạc\n- 9h00: Bế mạc\n"
    )
    assert {day.value.start for day in told.times} == {date(2026, 5, 11)}
    assert value_of(told.venue) == "Hội trường Nhà máy"


def test_programme_of_one_of_several_events_is_on_its_day() -> None:
    told = read(
        f"{HEAD}I. NỘI DUNG\n1. Thời gian: 02 ngày, từ ngày 23/9/2026 đến ngày 24/9/2026, trong đó:\n"
        "- Hội nghị trực báo: Bắt đầu lúc 08 giờ 00, ngày 23/9/2026.\n- Tập huấn: Từ 14 giờ 00, ngày 23/9/2026.\n"
        "2. Địa điểm: Nhà văn hóa.\n3. Chương trình\na) Chương trình Hội nghị trực báo\n- Ổn định tổ chức;\n"
        "- Phát biểu khai mạc.\nb) Chương trình tập huấn\n- 14 giờ 00 ngày 23/9/2026: Chuyên đề 1.\n"
    )
    assert {session.value.day for session in told.sessions} == {date(2026, 9, 23)}


def test_sentence_behind_the_work_gives_some_of_its_own_and_no_contact() -> None:
    told = read(
        f"{HEAD}{HELD}III. PHÂN CÔNG\n| TT | Nội dung | Chủ trì | Thời hạn |\n|---|---|---|---|\n"
        "| 1 | In tài liệu | Văn phòng | 10/3/2026 |\n"
        "Các ban, đơn vị báo cáo tiến độ về Văn phòng vào chiều thứ Sáu hằng tuần. Đầu mối: đồng chí Ma Thị Duyên.\n"
    )
    asked = next(unit.value for unit in told.units if unit.value.name == "Các ban, đơn vị")
    assert [task.value.text for task in asked.tasks] == ["báo cáo tiến độ về Văn phòng vào chiều thứ Sáu hằng tuần"]


def test_who_reports_after_the_conference_is_named_behind_when() -> None:
    told = read(
        f"{HEAD}{HELD}{WORK}IV. CHẾ ĐỘ BÁO CÁO\nSau đại hội, nhà trường hoàn thiện hồ sơ trước ngày 05/4/2026.\n"
    )
    assert "Nhà trường" in [unit.value.name for unit in told.units]


def test_times_under_a_merged_heading_are_no_level() -> None:
    told = read(
        f"{HEAD}I. THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN\nThời gian:\nHội nghị cấp tổ: từ ngày 15/9/2026.\n"
        "Hội nghị cấp trường: 01 buổi, từ 7h30 ngày 27/9/2026.\nĐịa điểm: Phòng Hội đồng.\nThành phần\n"
        "Khách mời: Đảng ủy xã; Công đoàn cấp trên.\n"
    )
    assert [group.value.level for group in told.groups] == ["Khách mời", "Khách mời"]


def test_everybody_of_the_house_is_no_level_of_their_own() -> None:
    told = read(
        f"{HEAD}{HELD}III. THÀNH PHẦN\n- Khách mời: Đảng ủy xã; Công đoàn cấp trên.\n"
        "- Toàn thể cán bộ, giáo viên, nhân viên nhà trường: 46 đồng chí.\n"
    )
    assert "Toàn thể cán bộ, giáo viên, nhân viên nhà trường" not in {group.value.level for group in told.groups}


@pytest.mark.parametrize("season", ["trong quý IV năm 2026", "cuối năm 2026", "quý 2/2027"])
def test_a_time_of_the_year_without_a_month_is_kept_in_the_words_of_the_plan(season: str) -> None:
    draft = read(
        f"KẾ HOẠCH\nTổ chức Đại hội Hội Sinh vật cảnh\n1. Thời gian: dự kiến {season}.\n2. Địa điểm: Đình xã.\n"
    )
    (told,) = draft.times
    assert (told.value.text, told.value.start, draft.month) == (f"dự kiến {season}", None, None)


def test_a_day_of_one_figure_written_out_is_a_date_and_no_numbered_part() -> None:
    draft = read(
        f"{HEAD}I. THỜI GIAN: từ ngày 08/5/2026 đến ngày 10/5/2026.\nII. CHƯƠNG TRÌNH\n"
        + "".join(f"Ngày {n} tháng 5 năm 2026\n8h00: Họp tổ {n}\n9h00: Thi hát {n}\n" for n in (8, 9, 10))
    )
    told = [(session.value.day, session.value.title, session.value.part_of) for session in draft.sessions]
    days = (date(2026, 5, n) for n in (8, 9, 10))
    assert told == [(day, f"{what} {day.day}", None) for day in days for what in ("Họp tổ", "Thi hát")]


def test_an_event_with_its_hour_behind_a_day_is_called_by_its_own_name() -> None:
    told = (
        "- Chiều thứ Năm, ngày 12/3/2026: trồng cây.\n- Sáng thứ Sáu, ngày 13/3/2026: Lễ mừng thọ (bắt đầu lúc 8h00)."
    )
    times = read(
        f"XÃ BẢN LÁC\nKẾ HOẠCH\nTổ chức Ngày hội người cao tuổi\nI. Thời gian\n{told}\nII. Kinh phí: xã lo."
    ).times
    assert ("Lễ mừng thọ", datetime(2026, 3, 13, 8)) in [(t.value.what, t.value.start) for t in times]  # noqa: DTZ001


def test_hours_of_two_sentences_of_one_task_are_told_apart() -> None:
    work = "- Chị Lan: quản lý các em; tập hát lúc 7h00 ngày 11/3/2026. Lớp trực học bù vào ngày 20/3/2026."
    draft = read(f"XÃ BẢN LÁC\nKẾ HOẠCH\nNgày hội\nI. Thời gian: ngày 13/3/2026\nII. Tổ chức thực hiện\n{work}\n")
    fixed = [t.value.what for t in draft.times if t.value.preparation]
    assert fixed == ["tập hát", "Lớp trực học bù"]


def test_a_lettered_day_set_in_from_the_margin_ends_the_table_of_the_day_before() -> None:
    head = "     Thời gian          Nội dung                  Phụ trách\n"
    first = f"     A. HỢP LUYỆN, ngày 19/3/2026\n\n{head}     13.30 - 14.00      Tập trung                 Tham mưu\n"
    second = f"\n     B. LIÊN HOAN, ngày 20/3/2026\n\n{head}     06.15 - 06.45      Dâng hương                Chỉ huy\n"
    draft = read(f"{HEAD}{HELD}II. CHƯƠNG TRÌNH\n{first}{second}\n{WORK}")
    told = [(item.value.title, item.value.day) for item in draft.sessions]
    assert told == [("Tập trung", date(2026, 3, 19)), ("Dâng hương", date(2026, 3, 20))]


def test_part_behind_the_day_in_a_heading_is_what_its_items_belong_to() -> None:
    text = (
        "KẾ HOẠCH\nĐại hội Hội Khuyến học\nThời gian: ngày 11 và 12/6/2026\nPHỤ LỤC\nCHƯƠNG TRÌNH\n"
        "A. NGÀY 11/6/2026 - PHIÊN TRÙ BỊ\nBuổi sáng\n8h00: Bầu Đoàn Chủ tịch\n9h00: Thẩm tra\n"
        "Buổi chiều\n14h00: Thảo luận\n15h00: Tổng hợp\n"
        "B. NGÀY 12/6/2026 - PHIÊN TRỌNG THỂ, HỘI TRƯỜNG LỚN\n8h00: Khai mạc\n9h00: Bế mạc\n"
    )
    told = [(s.value.part_of, s.value.day and s.value.day.day, s.value.room) for s in read(text).sessions]
    assert told == [
        *[("PHIÊN TRÙ BỊ - Buổi sáng", 11, None)] * 2,
        *[("PHIÊN TRÙ BỊ - Buổi chiều", 11, None)] * 2,
        *[("PHIÊN TRỌNG THỂ", 12, "HỘI TRƯỜNG LỚN")] * 2,
    ]


_FAIR = (
    "KẾ HOẠCH\nHội chợ sách\nI. THỜI GIAN, ĐỊA ĐIỂM\nTừ 10/4/2026 đến 12/4/2026 tại Quảng trường 22 tháng 12.\n"
    "II. NỘI DUNG, CHƯƠNG TRÌNH\n"
)


def fair(lines: str) -> list[tuple[int | None, str, str]]:
    told = [each.value for each in read(f"{_FAIR}{lines}\n").sessions]
    return [(s.day.day if s.day else None, str(s.start)[:5], s.title) for s in told]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("- Chiếu phim: 19h30 các tối 10, 11/4", [(10, "19:30", "Chiếu phim"), (11, "19:30", "Chiếu phim")]),
        ("- Đổi sách: 8h00 - 11h00 hai ngày 11 và 12/4", [(11, "08:00", "Đổi sách"), (12, "08:00", "Đổi sách")]),
        ("- 14h00 ngày 10 và 12/4: Thi vẽ", [(10, "14:00", "Thi vẽ"), (12, "14:00", "Thi vẽ")]),
        (
            "- Mở cửa gian hàng: 7h30 hằng ngày từ 10/4 đến 12/4",
            [(day, "07:30", "Mở cửa gian hàng") for day in (10, 11, 12)],
        ),
        ("- Hội trại: từ chiều 11/4 đến 12/4", [(11, "None", "Hội trại: từ chiều 11/4 đến 12/4")]),
    ],
)
def test_item_on_several_days_is_held_on_each(line: str, told: list[tuple[int | None, str, str]]) -> None:
    assert fair(f"- 8h00 ngày 10/4: Khai trương\n{line}")[1:] == told


def test_lettered_items_with_their_hour_and_day_are_items_and_head_nothing() -> None:
    lines = (
        "a) Khai mạc: 19h00 ngày 10/4 (có truyền hình)\nb) Các hoạt động\n- Kể chuyện: 15h30 ngày 11/4\n"
        "c) Bế mạc: 20h30 ngày 12/4"
    )
    assert fair(lines) == [
        (10, "19:00", "Khai mạc (có truyền hình)"),
        (11, "15:30", "Kể chuyện"),
        (12, "20:30", "Bế mạc"),
    ]


def test_evening_beside_a_programme_without_a_heading_is_read_too() -> None:
    text = (
        "KẾ HOẠCH\nHội thảo điều dưỡng\nThời gian: 12 - 13/9/2026\nI. Nội dung chính (13/9/2026)\n8h00 Khai mạc\n"
        "9h00 Chăm sóc vết thương\n11h00 Bế mạc\n"
        "Tối 12/9 tiệc đón khách tại Nhà hàng Làng Nổi: 18h30 đón khách; 19h00 khai tiệc\n"
    )
    told = [(s.value.day and s.value.day.day, s.value.title, s.value.room) for s in read(text).sessions]
    assert told[-2:] == [(12, "đón khách", "Nhà hàng Làng Nổi"), (12, "khai tiệc", "Nhà hàng Làng Nổi")]


@pytest.mark.parametrize(
    "earlier",
    [
        "(Trước đây dự kiến ngày 13/3/2026 tại Công văn số 90/SXD-VP; nay thay bằng Kế hoạch này.)",
        "Ban đầu dự kiến tổ chức thứ Sáu, ngày 13/3/2026.",
    ],
)
def test_day_on_which_it_was_to_be_is_none_of_its_days(earlier: str) -> None:
    draft = read(HEAD + HELD + earlier + "\n" + WORK)
    assert [value_of(time).start for time in draft.times] == [datetime(2026, 3, 20, 8)]  # noqa: DTZ001
    assert any("13/3/2026" in fact.text for fact in draft.facts)


def test_what_is_done_before_the_event_is_no_day_of_it() -> None:
    draft = read(
        f"{HEAD}I. THỜI GIAN, ĐỊA ĐIỂM\n1. Đại hội diễn ra trong 01 buổi, sáng thứ Sáu, ngày 20/3/2026.\n"
        "2. Trước đó, họp trù bị Tiểu ban Nội dung lúc 14h00 ngày thứ Năm, 19/3/2026; thử âm thanh, loa đài lúc 16h00 "
        "cùng ngày.\nII. CHƯƠNG TRÌNH\n- Chào cờ (7h30)\n- Bế mạc (11h00)\n"
    )
    assert [session.value.day for session in draft.sessions] == [date(2026, 3, 20)] * 2
    assert [(t.value.what, str(t.value.start), t.value.preparation) for t in draft.times[1:]] == [
        ("họp trù bị Tiểu ban Nội dung", "2026-03-19 14:00:00", True),
        ("thử âm thanh, loa đài", "2026-03-19 16:00:00", True),
    ]


def test_second_lettered_day_goes_on_behind_the_halves_of_the_first() -> None:
    draft = read(
        f"{HEAD}{HELD}II. CHƯƠNG TRÌNH\nA. Ngày 20/3/2026\nBuổi sáng (Phiên trù bị)\n- Bầu Đoàn Chủ tịch (8h00)\n"
        "Buổi chiều\n- Thảo luận tổ (13h30)\nB. Sáng 21/3/2026 (Phiên chính thức)\n- Diễn văn khai mạc (8h15)\n"
        f"- Bế mạc (11h00)\n{WORK}"
    )
    told = [(s.value.day.day, s.value.start.hour) for s in draft.sessions if s.value.day and s.value.start]
    assert told == [(20, 8), (20, 13), (21, 8), (21, 11)]
