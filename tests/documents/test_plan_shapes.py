"""Shapes that papers really come in: what old files add, what amends another paper, events beside the main one."""

from datetime import date, datetime, time

import pytest

from documents.reading import Unreadable, read_plan_text
from domain.plan import PlanSession, value_of
from tests.drafts import read

HEAD = (
    "KẾ HOẠCH\nTổ chức Hội nghị giao ban\nI. THỜI GIAN, ĐỊA ĐIỂM\n"
    "- Thời gian: 8h00 ngày 27/7/2023\n- Địa điểm: Hội trường xã\n"
)
AGENDA = "II. CHƯƠNG TRÌNH\n- 8h00: Khai mạc\n- 9h00: Báo cáo tổng kết\n- 11h00: Bế mạc\n"


def sessions(text: str) -> list[PlanSession]:
    return [each.value for each in read(text).sessions]


def test_data_of_an_old_word_file_behind_the_signature_names_no_signer() -> None:
    foot = "Nơi nhận:\n- Như trên;\n- Lưu: VP.\nGIÁM ĐỐC\nLê Thị Hoài\n"
    data = "PAGE   \\* MERGEFORMAT 2\nTimes New Roman Symbol Arial\nTẠO User PC\n"
    draft = read(HEAD + AGENDA + foot + data)
    assert draft.signer is not None and draft.signer.value == "Lê Thị Hoài"


def test_kind_of_a_paper_is_known_though_the_scanner_misread_its_accents() -> None:
    head = "ỦY BAN NHÂN DÂN\nHUYỆN SÔNG MÂY\nSố: 12/KH-UBND\n" + HEAD.replace("KẾ HOẠCH", "KÉ HOẠCH")
    draft = read(head)
    assert draft.issuer is not None and draft.issuer.value == "ỦY BAN NHÂN DÂN HUYỆN SÔNG MÂY"


def test_words_on_a_banner_that_go_over_two_lines_do_not_end_the_work() -> None:
    work = (
        "III. TỔ CHỨC THỰC HIỆN\n1. Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện Sông Mây\n"
        '- Bố trí hội trường, âm thanh, nước uống; trang trí phông chữ: "HỘI NGHỊ ĐỐI THOẠI GIỮA\n'
        'CHỦ TỊCH UBND HUYỆN VỚI NÔNG DÂN NĂM 2023".\n2. Trung tâm Y tế huyện\n- Cử cán bộ y tế trực tại Hội nghị.\n'
        "Nơi nhận:\n- Như trên;\n- Lưu: VP.\n"
    )
    units = [(u.value.name, len(u.value.tasks)) for u in read(HEAD + AGENDA + work).units]
    assert units == [("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện Sông Mây", 1), ("Trung tâm Y tế huyện", 1)]


def test_task_that_begins_with_the_plan_it_follows_is_a_task() -> None:
    work = "III. TỔ CHỨC THỰC HIỆN\n1. Văn phòng\n- Gửi giấy mời.\n2. Các công đoàn cơ sở\n"
    units = read(f"{HEAD}{AGENDA}{work}- Căn cứ kế hoạch, tổ chức đại hội trước ngày 30/6/2023.\n").units
    assert [u.value.name for u in units] == ["Văn phòng", "Các công đoàn cơ sở"]
    assert [t.value.deadline for t in units[1].value.tasks] == [date(2023, 6, 30)]


def test_what_an_amendment_leaves_as_it_was_is_neither_a_guest_nor_a_unit() -> None:
    people = "II. THÀNH PHẦN\n- Lãnh đạo các phòng;\n- Các thành phần khác giữ nguyên như Kế hoạch số 27/KH-UBND.\n"
    work = (
        "III. TỔ CHỨC THỰC HIỆN\n1. Văn phòng\n- Gửi giấy mời.\n"
        "2. Các nội dung khác không điều chỉnh tại văn bản này tiếp tục thực hiện theo Kế hoạch số 27/KH-UBND.\n"
    )
    draft = read(HEAD + people + work)
    assert [g.value.description for g in draft.groups] == ["Lãnh đạo các phòng"]
    assert [u.value.name for u in draft.units] == ["Văn phòng"]


def test_clocks_with_a_full_stop_stand_before_a_colon_and_behind_a_rehearsal() -> None:
    agenda = "II. CHƯƠNG TRÌNH\n08.00 - 11.00: Hội nghị\n11.30: Cơm trưa thân mật\n"
    assert [s.start for s in sessions(HEAD + agenda)] == [time(8), time(11, 30)]
    work = "III. PHÂN CÔNG\n1. Đoàn xã\n- Tập văn nghệ; tổng duyệt 19.00, ngày 26/7/2023.\n"
    rehearsed = [t.value.start for t in read(HEAD + agenda + work).times if t.value.preparation]
    assert [str(start) for start in rehearsed] == ["2023-07-26 19:00:00"]


def test_events_beside_the_conference_have_their_own_hours_and_do_not_make_it_longer() -> None:
    aside = (
        "3. Các hoạt động bên lề\n- Tham quan khu công nghiệp: 15h00 ngày 26/7/2023;\n"
        "- Chiêu đãi: 18h00 ngày 26/7/2023;\n- Trưng bày sản phẩm: từ ngày 25/7/2023 đến hết ngày 28/7/2023.\n"
    )
    head = HEAD.replace("- Thời gian", "1. Thời gian").replace("- Địa điểm", "2. Địa điểm")
    draft = read(head + aside + AGENDA)
    assert draft.starts_on is not None and draft.starts_on.value == date(2023, 7, 27)
    assert [(s.value.title, s.value.day, s.value.start) for s in draft.sessions][:2] == [
        ("Tham quan khu công nghiệp", date(2023, 7, 26), time(15)),
        ("Chiêu đãi", date(2023, 7, 26), time(18)),
    ]


def test_event_in_the_evening_of_the_day_follows_the_programme() -> None:
    dinner = "- Tiệc tri ân: 18h30 cùng ngày tại Nhà hàng Sông Xanh.\n"
    titles = [s.title for s in sessions(HEAD + dinner + AGENDA)]
    assert titles == ["Khai mạc", "Báo cáo tổng kết", "Bế mạc", "Tiệc tri ân"]


def test_delegates_counted_by_kind_in_brackets_are_a_level_with_two_lines() -> None:
    people = (
        "II. THÀNH PHẦN\n1. Đại biểu chính thức: 135 đồng chí (đại biểu đương nhiên 27, đại biểu bầu từ cơ sở 108).\n"
        "2. Khách mời: Thường trực Huyện ủy; Thường trực HĐND huyện.\n"
    )
    groups = [(g.value.level, g.value.description, g.value.quota) for g in read(HEAD + people).groups]
    assert groups[:2] == [
        ("Đại biểu chính thức", "đại biểu đương nhiên 27", 27),
        ("Đại biểu chính thức", "đại biểu bầu từ cơ sở 108", 108),
    ]


def test_number_of_people_of_any_name_before_what_they_consist_of_is_the_number_expected() -> None:
    people = "II. THÀNH PHẦN\n1. Đối tượng, số lượng: 180 trại sinh, gồm:\n"
    expected = read(f"{HEAD}{people}- Bí thư Đoàn trường: 90;\n- Tổng phụ trách: 90.\n").expected_count
    assert expected is not None and expected.value == 180


def test_bodies_of_two_lists_that_report_every_month_are_one_unit() -> None:
    report = (
        "III. CHẾ ĐỘ BÁO CÁO\nCác sở, ban, ngành; UBND các huyện báo cáo kết quả "
        "về Sở Nội vụ trước ngày 25 hằng tháng.\n"
    )
    units = [(u.value.name, [t.value.text for t in u.value.tasks]) for u in read(HEAD + AGENDA + report).units]
    assert units == [("Các sở, ban, ngành; UBND các huyện", ["báo cáo kết quả về Sở Nội vụ trước ngày 25 hằng tháng"])]


def test_deadline_in_a_cell_of_its_own_keeps_the_row_one_task() -> None:
    rows = (
        "III. PHÂN CÔNG\nTT\tNội dung\tChủ trì\tPhối hợp\tThời hạn\n"
        "1\tTrang trí hội trường; tổng duyệt lúc 19h30 ngày 20/7/2023\tPhòng Văn hóa\tĐoàn xã\t20/7/2023\n"
    )
    (unit,) = read(HEAD + AGENDA + rows).units
    assert [t.value.text for t in unit.value.tasks] == ["Trang trí hội trường; tổng duyệt lúc 19h30 ngày 20/7/2023"]


def test_day_over_the_whole_width_does_not_hide_where_the_second_column_begins() -> None:
    table = (
        "II. CHƯƠNG TRÌNH\n\nThời gian              Nội dung                                Thực hiện\n"
        "Ngày 27/7/2023 (thứ Năm)\n"
        "14h00 - 16h30   Khảo sát thực địa cảng Cồn Tiên,        Sở Xây dựng\n"
        "                khu công nghiệp số 1\n"
        "18h00 - 20h00   Tiệc chiêu đãi (Nhà khách               Văn phòng UBND tỉnh\n"
        "                UBND tỉnh)\n"
        "Ngày 28/7/2023 (thứ Sáu)\n"
        "07h30 - 08h15   Đăng ký đại biểu, tham quan sa bàn      Ban Tổ chức\n"
    )
    told = [(s.day, s.start, s.responsible) for s in sessions(HEAD + table)]
    assert told == [
        (date(2023, 7, 27), time(14), "Sở Xây dựng"),
        (date(2023, 7, 27), time(18), "Văn phòng UBND tỉnh"),
        (date(2023, 7, 28), time(7, 30), "Ban Tổ chức"),
    ]


def test_of_several_activities_the_place_is_that_of_the_one_whose_programme_is_told() -> None:
    activities = (
        "KẾ HOẠCH\nTổ chức các hoạt động kỷ niệm 20/10\nI. NỘI DUNG\n1. Hội thi nấu ăn kỷ niệm 20/10\n"
        "- Thời gian: 7h30 ngày 11/10/2024.\n- Địa điểm: Sân vận động huyện.\n2. Họp mặt\n"
        "- Thời gian: 14h00 ngày 18/10/2024.\n- Địa điểm: Hội trường huyện.\n"
        "- Chương trình: văn nghệ (14h00); khai mạc (14h15); ôn truyền thống (14h30); bế mạc (16h00).\n"
    )
    venue = read(activities).venue
    assert venue is not None and venue.value == "Hội trường huyện"


def test_roman_number_that_the_scanner_misread_still_opens_a_section() -> None:
    scanned = HEAD.replace("I. THỜI GIAN", "1I. THỜI GIAN") + AGENDA.replace("II. ", "IIl. ")
    assert [s.title for s in sessions(scanned)] == ["Khai mạc", "Báo cáo tổng kết", "Bế mạc"]


def test_programme_for_every_round_is_held_on_the_days_of_each() -> None:
    text = (
        "KẾ HOẠCH\nTập huấn giáo viên\nI. THỜI GIAN\n- Đợt 1: Từ ngày 10/9 đến ngày 11/9/2025;\n"
        "- Đợt 2: Từ ngày 17/9 đến ngày 18/9/2025.\nII. CHƯƠNG TRÌNH (áp dụng cho mỗi đợt)\n"
        "Ngày thứ nhất\n- 8h00: Khai mạc\n- 9h00: Bài 1\nNgày thứ hai\n- 8h00: Bài 2\n"
    )
    told = [(s.day and s.day.day, s.title) for s in sessions(text)]
    first = [(10, "Khai mạc"), (10, "Bài 1"), (11, "Bài 2")]
    assert told == [*first, (17, "Khai mạc"), (17, "Bài 1"), (18, "Bài 2")]
    assert [s.title for s in sessions(text.replace(" (áp dụng cho mỗi đợt)", ""))] == ["Khai mạc", "Bài 1", "Bài 2"]


def test_items_told_one_after_the_other_begin_where_the_one_before_ends() -> None:
    told = (
        "II. DIỄN TIẾN: Từ 7 giờ 15 phút đón đại biểu; 7 giờ 30 phút khai mạc; sau đó "
        "quán triệt Kết luận số 21 đến 9 giờ 30 phút, giải lao 15 phút, "
        "tiếp tục quán triệt Nghị quyết của Tỉnh ủy; 11 giờ 00 bế mạc.\n"
    )
    found = [(s.title, s.start, s.end) for s in sessions(HEAD + told)]
    assert found == [
        ("đón đại biểu", time(7, 15), None),
        ("khai mạc", time(7, 30), None),
        ("quán triệt Kết luận số 21", None, None),
        ("giải lao 15 phút", time(9, 30), time(9, 45)),
        ("tiếp tục quán triệt Nghị quyết của Tỉnh ủy", time(9, 45), None),
        ("bế mạc", time(11), None),
    ]


AMENDS = "THÔNG BÁO\nVề việc điều chỉnh thời gian, địa điểm tổ chức Hội nghị sơ kết công tác thư viện\n"


@pytest.mark.parametrize(
    ("says", "begins", "venue"),
    [
        (
            "1. Thời gian: 14h00 ngày 28/7/2026 (thay cho 8h00 ngày 27/7/2026).\n"
            "2. Địa điểm: Nhà văn hóa huyện (thay cho Hội trường huyện).\n",
            "2026-07-28 14:00:00",
            "Nhà văn hóa huyện",
        ),
        (
            "Điều chỉnh thời gian tổ chức Hội nghị từ 8h00 ngày 27/7/2026 sang 14h00 ngày 28/7/2026.\n"
            "Các nội dung khác giữ nguyên theo Kế hoạch số 12/KH-UBND ngày 01/7/2026.\n",
            "2026-07-28 14:00:00",
            None,
        ),
        ("- Thời gian: 8h00 ngày 28/7/2026.\n- Địa điểm: không thay đổi.\n", "2026-07-28 08:00:00", None),
        (
            "1. Thời gian: 8 giờ 00 ngày 28/7/2026 (thay cho 7 giờ 30 phút ngày 27/7/2026).\n",
            "2026-07-28 08:00:00",
            None,
        ),
        ("1. Thời gian: 8h00 ngày 28/7/2026 thay vì 7 giờ 30, thứ Hai, ngày 27/7/2026.\n", "2026-07-28 08:00:00", None),
        ("1. Thời gian: 14h00 ngày 28/7/2026 (thay cho 7g30 cùng ngày).\n", "2026-07-28 14:00:00", None),
    ],
)
def test_paper_that_amends_says_what_is_new_and_not_what_was(says: str, begins: str, venue: str | None) -> None:
    draft = read(AMENDS + says)
    assert [str(t.value.start) for t in draft.times] == [begins]
    assert (draft.venue and draft.venue.value) == venue


@pytest.mark.parametrize(
    ("title", "says"),
    [
        ("Hoãn Hội nghị sơ kết", "Hội nghị tổ chức ngày 27/7/2026 được hoãn đến khi có thông báo mới."),
        (
            "Về việc tạm hoãn tổ chức Hội nghị sơ kết",
            "Do bão, UBND huyện tạm hoãn Hội nghị sơ kết tổ chức vào 8h00 ngày 27/7/2026 tại Hội trường huyện. "
            "Thời gian tổ chức lại sẽ thông báo sau.",
        ),
    ],
)
def test_conference_put_off_without_a_new_day_is_told_so(title: str, says: str) -> None:
    assert read_plan_text(f"UBND HUYỆN NÀ LÙNG\nTHÔNG BÁO\n{title}\n{says}\n") == Unreadable("called_off")


def test_conference_put_off_to_a_new_day_is_on_that_day() -> None:
    says = "Hội nghị sơ kết công tác thư viện ngày 27/7/2026 được hoãn sang 8h00 ngày 03/8/2026."
    draft = read(f"UBND HUYỆN NÀ LÙNG\nTHÔNG BÁO\nVề việc hoãn Hội nghị sơ kết công tác thư viện\n{says}\n")
    assert [str(t.value.start) for t in draft.times] == ["2026-08-03 08:00:00"]


def test_hour_that_no_clock_has_before_an_item_is_doubted() -> None:
    agenda = "II. CHƯƠNG TRÌNH\n- 8h00: Khai mạc\n- 25h: Kết luận\n"
    assert [(doubt.code, doubt.quote) for doubt in read(HEAD + agenda).doubts] == [("impossible_clock", "25h")]


def test_english_time_under_the_title_ends_it_and_a_link_is_its_words() -> None:
    text = (
        "PLAN\nAnnual Partner Meeting\nWhen: July 27, 2026, 9:00 a.m. to 5:00 p.m.\n"
        "Where: [Room 204](http://example.org), Main Building\nProgramme:\n9:00 a.m. Welcome\n10:30 a.m. Break\n"
    )
    draft = read(text)
    assert (draft.title and draft.title.value) == "Annual Partner Meeting"
    assert (draft.venue and draft.venue.value) == "Room 204, Main Building"
    assert [str(t.value.start) for t in draft.times] == ["2026-07-27 09:00:00"]


AMENDING = (
    "UBND XÃ TÂY HỒ\nSố: 15/TB-UBND\nTây Hồ, ngày 10 tháng 7 năm 2026\nTHÔNG BÁO\n"
    "Về việc điều chỉnh Kế hoạch tổ chức Hội nghị tổng kết\n{}\n2. Địa điểm: Hội trường UBND xã.\n"
)


@pytest.mark.parametrize(
    "point",
    [
        "1. Điều chỉnh nội dung tại điểm 1 mục II: Thời gian: 14h00 ngày 25/7/2026.",
        "1. Điều chỉnh mục 2 phần II như sau: Thời gian: 14h00 ngày 25/7/2026.",
        "1. Điều chỉnh phần thời gian: từ 8h00 ngày 20/7/2026 sang 14h00 ngày 25/7/2026.",
        "1. Chuyển buổi họp sang 14h00 ngày 25/7/2026.",
    ],
)
def test_amendment_that_moves_the_conference_adds_no_item(point: str) -> None:
    draft = read(AMENDING.format(point))
    assert [t.value.start for t in draft.times] == [datetime.fromisoformat("2026-07-25T14:00")]
    assert draft.sessions == ()


@pytest.mark.parametrize(
    ("point", "title", "day"),
    [
        ("1. Chuyển phiên thảo luận sang 14h00 ngày 26/7.", "thảo luận", date(2026, 7, 26)),
        ("1. Lùi phần bế mạc đến 14h00.", "bế mạc", None),
        ("1. Thêm buổi chạy thử lúc 14h00 ngày 24/7/2026.", "chạy thử", date(2026, 7, 24)),
    ],
)
def test_item_that_an_amendment_moves_or_adds_keeps_its_name_and_has_its_day(
    point: str, title: str, day: date | None
) -> None:
    assert sessions(AMENDING.format(point)) == [PlanSession(title=title, day=day, start=time(14))]


def test_item_taken_off_is_named_without_the_sentence_behind_it() -> None:
    point = "1. Hủy phiên thảo luận tổ. Trang phục: áo sơ mi trắng."
    draft = read(AMENDING.format(point))
    assert [item.value for item in draft.dropped] == ["thảo luận tổ"]
    assert [fact.topic for fact in draft.facts] == ["dress"]


@pytest.mark.parametrize(
    "point",
    [
        "1. Bỏ phiếu bầu Ban Chấp hành trong chương trình đại hội.",
        "1. Bỏ cụm từ “và khách mời” tại Kế hoạch số 12/KH-UBND.",
        "1. Bổ sung nội dung chuẩn bị, gửi tài liệu trước 17h00.",
    ],
)
def test_point_that_names_no_item_touches_none(point: str) -> None:
    draft = read(AMENDING.format(point))
    assert (draft.dropped, draft.sessions) == ((), ())
    assert [doubt.code for doubt in draft.doubts] == ["point_not_taken"]


def test_amendment_without_a_year_on_its_points_takes_that_of_the_paper() -> None:
    draft = read(AMENDING.format("1. Bổ sung nội dung: 10h30 ngày 25/7: Trao giấy khen."))
    assert [(s.value.title, s.value.day) for s in draft.sessions] == [("Trao giấy khen", date(2026, 7, 25))]
    assert value_of(draft.venue) == "Hội trường UBND xã"


def test_guests_from_several_bodies_are_no_division_of_work() -> None:
    people = (
        "II. THÀNH PHẦN\n1. Đại biểu tỉnh: 10 người\n- Sở Nông nghiệp: 02 người;\n- Chi cục Thủy sản: 08 người.\n"
        "2. Đại biểu huyện\n- Các hộ nuôi cá: 40 người.\n"
    )
    draft = read(f"{HEAD}{people}")
    assert draft.units == ()
    assert [(g.value.level, g.value.quota) for g in draft.groups] == [
        ("Đại biểu tỉnh", 2),
        ("Đại biểu tỉnh", 8),
        ("Đại biểu huyện", 40),
    ]


def test_hour_or_day_in_a_message_without_headings_is_no_guest() -> None:
    draft = read(
        "hội nghị tổng kết nuôi cá\n8h ngày 25/7/2026 tại hội trường huyện\nthành phần: các xã\n02 đại biểu tỉnh\n"
        "lúc 9h giải lao\n10h30 bế mạc\nngày 20/7/2026 chạy thử\n"
    )
    assert [group.value.description for group in draft.groups] == ["các xã", "02 đại biểu tỉnh"]


@pytest.mark.parametrize(
    ("line", "title", "who"),
    [
        ("- Tham quan mô hình (xuất phát 13h30)", "Tham quan mô hình (xuất phát)", None),
        ("- Trao quà (13h30, Hội Chữ thập đỏ)", "Trao quà", "Hội Chữ thập đỏ"),
        ("- Bế mạc (dự kiến lúc 13h30)", "Bế mạc", None),
        ("- Ăn trưa (13h30) tại nhà khách", "Ăn trưa tại nhà khách", None),
    ],
)
def test_words_beside_the_hour_in_its_brackets_are_kept_whole(line: str, title: str, who: str | None) -> None:
    item = sessions(f"{HEAD}II. CHƯƠNG TRÌNH\n- Khai mạc (7h30)\n{line}\n")[1]
    assert (item.title, item.start, item.responsible) == (title, time(13, 30), who)


@pytest.mark.parametrize(
    ("says", "start", "venue"),
    [
        (
            "UBND xã thông báo lùi thời gian tổ chức Hội nghị từ 8h00 ngày 27/7/2026 sang 8h00 ngày 29/7/2026.",
            ["2026-07-29T08:00:00"],
            None,
        ),
        ("Hội nghị được chuyển từ Hội trường huyện sang Nhà văn hóa huyện.", [], "Nhà văn hóa huyện"),
    ],
)
def test_amendment_in_one_sentence_says_when_or_where(says: str, start: list[str], venue: str | None) -> None:
    draft = read(AMENDING.partition("{}")[0] + says + "\n")
    assert [t.value.start.isoformat() for t in draft.times if t.value.start] == start
    assert value_of(draft.venue) == venue


def test_unit_that_does_the_work_in_place_of_another_is_named_alone() -> None:
    draft = read(AMENDING.format("1. Giao Phòng Văn hóa thay Phòng Tài chính chuẩn bị khánh tiết."))
    assert [unit.value.name for unit in draft.units] == ["Phòng Văn hóa"]


def test_events_of_one_sentence_have_each_their_own_time() -> None:
    draft = read(
        "KẾ HOẠCH\nTổ chức Hội nghị sơ kết và tập huấn\nI. THỜI GIAN\n- Thời gian: 1,5 ngày; Hội nghị sơ kết từ 8h00 "
        "ngày 14/11/2024, lớp tập huấn từ 13h30 cùng ngày đến hết buổi sáng ngày 15/11/2024.\n"
    )
    assert [(t.value.what, str(t.value.start), str(t.value.end)) for t in draft.times][-2:] == [
        ("Hội nghị sơ kết", "2024-11-14 08:00:00", "None"),
        ("lớp tập huấn", "2024-11-14 13:30:00", "2024-11-15"),
    ]


def test_groups_that_sit_elsewhere_stay_in_the_item_and_give_it_no_room() -> None:
    told = "Thảo luận tổ (Tổ 1 tại Hội trường; Tổ 2 tại Phòng họp A; Tổ 3 tại Phòng họp B)"
    item = sessions(f"{HEAD}II. CHƯƠNG TRÌNH\n- 8h00: Khai mạc\n- 8h40: {told}.\n- 11h00: Bế mạc\n")[1]
    assert (item.title, item.room, item.responsible) == (told, None, None)


def test_paragraph_behind_the_last_unit_gives_work_to_another() -> None:
    draft = read(
        f"{HEAD}III. TỔ CHỨC THỰC HIỆN\n1. Văn phòng: gửi giấy mời.\n2. Các chi bộ\nGửi báo cáo trước ngày 20/7/2023.\n"
        "Giao Ban Tổ chức theo dõi, đôn đốc việc thực hiện. Đầu mối liên hệ: đồng chí Lực.\n"
    )
    told = [(unit.value.name, [task.value.text for task in unit.value.tasks]) for unit in draft.units]
    assert told[-2:] == [
        ("Các chi bộ", ["Gửi báo cáo trước ngày 20/7/2023"]),
        ("Ban Tổ chức", ["theo dõi, đôn đốc việc thực hiện"]),
    ]


def test_bodies_of_one_point_over_two_lines_are_one_unit() -> None:
    lines = (
        "KẾ HOẠCH\nTổ chức Hội nghị sơ kết công tác y tế\nI. MỤC ĐÍCH\n"
        "- Đánh giá kết quả thực hiện các chỉ tiêu y tế 6 tháng đầu năm 2025; làm rõ khó\n"
        "khăn, vướng mắc khi sắp xếp mạng lưới trạm y tế theo mô hình chính quyền địa phương\n"
        "hai cấp, nhất là nơi nhân lực còn thiếu và chưa được đào tạo lại theo quy định của\n"
        "ngành.\n1V. KINH PHÍ\nTừ nguồn chi thường xuyên.\nV. TỔ CHỨC THỰC HIỆN\n"
        "1. Bệnh viện Đa khoa tỉnh; Bệnh viện Sản - Nhi; Trung tâm Y tế khu vực Hòa An;\n"
        "Trạm Y tế phường An Bình: Chuẩn bị tham luận, gửi về Phòng Kế hoạch trước ngày\n01/7/2025.\n"
        "2. Các đơn vị trực thuộc\nCử đại biểu dự họp đúng thành phần.\n"
    )
    draft = read(lines)
    assert [unit.value.name for unit in draft.units] == [
        "Bệnh viện Đa khoa tỉnh; Bệnh viện Sản - Nhi; Trung tâm Y tế khu vực Hòa An; Trạm Y tế phường An Bình",
        "Các đơn vị trực thuộc",
    ]


def test_half_of_the_day_is_named_by_what_is_held_in_it_whichever_stands_first() -> None:
    draft = read(
        "KẾ HOẠCH\nTổ chức Hội nghị Ban Chấp hành và sơ kết\nI. THỜI GIAN\n1. Thời gian: 01 ngày 27/6/2024.\n"
        "- Buổi sáng: Hội nghị Ban Chấp hành (mở rộng), từ 7g45.\n- Buổi chiều, từ 14g00: Hội nghị sơ kết.\n"
    )
    assert [(t.value.what, str(t.value.start)) for t in draft.times] == [
        ("Hội nghị Ban Chấp hành (mở rộng)", "2024-06-27 07:45:00"),
        ("Hội nghị sơ kết", "2024-06-27 14:00:00"),
    ]


def test_aims_in_lines_under_another_aim_are_aims() -> None:
    aims = (
        "KẾ HOẠCH\nTổ chức Hội nghị giao ban\nI. MỤC ĐÍCH, YÊU CẦU\n1. Đối với các đơn vị:\n"
        "- Chuẩn bị kỹ nội dung;\n- Bài phát biểu không quá 03 trang.\n2. Bàn giải pháp cho quý tới.\n"
    )
    said = [each.value for each in read(aims + HEAD[HEAD.index("I. THỜI") :].replace("I.", "II.", 1)).purpose]
    assert any("không quá 03 trang" in text for text in said)
    assert any("quý tới" in text for text in said)
