"""Ceremonies, contests and sports days: sites, stages, rehearsals, and programmes in an invitation's own way."""

from datetime import date, time

from domain.plan import value_of
from tests.drafts import read

SCHOOL = "TRƯỜNG TIỂU HỌC BÃI NGANG\nKẾ HOẠCH\nTổ chức Lễ tri ân cuối khóa năm học 2028 - 2029\n"


def test_hours_behind_a_list_still_stand_under_the_invitation_s_programme() -> None:
    draft = read(
        "HỘI DOANH NGHIỆP THỊ XÃ VÂN ĐỒI\nGIẤY MỜI\nDự Hội nghị gặp gỡ đầu xuân\n"
        "Thời gian: 8 giờ 00, thứ Ba ngày 20/02/2029\nĐịa điểm: Nhà văn hóa thị xã\n"
        "Chương trình:\n07h40: Đón khách\n08h00: Phát biểu chào mừng\n08h20: Trao đổi theo nhóm:\n"
        "  + Nhóm chế biến\n  + Nhóm vận tải\n  Mỗi nhóm nói không quá 10 phút.\n10h15: Ký biên bản ghi nhớ\n"
        "10h45: Bế mạc\nMột số thông tin:\n- Xe máy gửi tại sân sau.\n"
    )
    timed = [(s.value.start, s.value.title) for s in draft.sessions if s.value.start]
    assert timed == [
        (time(7, 40), "Đón khách"),
        (time(8), "Phát biểu chào mừng"),
        (time(8, 20), "Trao đổi theo nhóm"),
        (time(10, 15), "Ký biên bản ghi nhớ"),
        (time(10, 45), "Bế mạc"),
    ]


def test_a_tall_cell_of_a_contest_holds_for_its_later_stages() -> None:
    draft = read(
        "CÔNG ĐOÀN NGÀNH THAN\nĐIỀU LỆ\nHỘI KHỎE CÔNG NHÂN MỎ NĂM 2028\n\nĐiều 1. Thời gian\n"
        "Hội khỏe diễn ra từ 04 đến 05/5/2028.\n\nĐiều 2. Các môn\n\n"
        "Môn               Ngày              Giờ        Địa điểm              Trọng tài\n"
        "Cờ tướng          04/5 (vòng loại)  8g00       Phòng họp lớn         Ông Vàng A Chứ\n"
        "                  05/5 (chung kết)  9g30\n"
        "Đẩy gậy           05/5              14g00      Sân kho số 2          Bà Lục Thị Đào\n\n"
        "Điều 3. Đối tượng\nCông nhân các mỏ.\n"
    )
    assert value_of(draft.title) == "HỘI KHỎE CÔNG NHÂN MỎ NĂM 2028"
    told = [(s.value.day, s.value.start, s.value.title, s.value.room, s.value.responsible) for s in draft.sessions]
    assert told == [
        (date(2028, 5, 4), time(8), "Cờ tướng (vòng loại)", "Phòng họp lớn", "Ông Vàng A Chứ"),
        (date(2028, 5, 5), time(9, 30), "Cờ tướng (chung kết)", "Phòng họp lớn", "Ông Vàng A Chứ"),
        (date(2028, 5, 5), time(14), "Đẩy gậy", "Sân kho số 2", "Bà Lục Thị Đào"),
    ]


def test_lessons_in_several_classes_at_once_are_an_item_each() -> None:
    draft = read(
        f"{SCHOOL}1. Thời gian: sáng thứ Năm, 12/4/2029\n2. Chương trình dự giờ\n"
        "   Tiết      Thời gian      Lớp   Môn        Tên bài dạy            Người dạy        Phòng\n"
        "   Tiết 1    7h30 - 8h05    2A    Toán       Đo bằng gang tay       Lò Thị Mai       P. 101\n"
        "             7h30 - 8h05    4C    Lịch sử    Phố cổ quê em          Mùa A Páo        P. 204\n"
        "   Tiết 2    8h15 - 8h50    3B    Âm nhạc    Gõ nhịp                Hà Văn Sơn       P. 105\n"
    )
    assert [(s.value.start, s.value.title, s.value.responsible, s.value.room) for s in draft.sessions] == [
        (time(7, 30), "2A: Đo bằng gang tay (Toán)", "Lò Thị Mai", "P. 101"),
        (time(7, 30), "4C: Phố cổ quê em (Lịch sử)", "Mùa A Páo", "P. 204"),
        (time(8, 15), "3B: Gõ nhịp (Âm nhạc)", "Hà Văn Sơn", "P. 105"),
    ]


def test_each_campus_has_its_programme_on_the_day_of_the_ceremony_and_its_rehearsal_before() -> None:
    draft = read(
        f"{SCHOOL}I. THỜI GIAN\n1. Tập trung học sinh:\n- Khối 5: chiều 21/5/2029.\n- Khối 4: sáng 22/5/2029.\n"
        "2. Tổng duyệt:\n- Cơ sở 1: 8h00 ngày 24/5/2029.\n- Cơ sở 2: 15h30 cùng ngày.\n"
        "3. Lễ tri ân: thứ Bảy, ngày 26/5/2029\n"
        "II. CHƯƠNG TRÌNH\nA. Tại cơ sở 1\n- 7h00: Chào cờ\n- 7h20: Tặng hoa\n"
        "B. Tại cơ sở 2\n- 9h00: Chào cờ\n- 9h20: Tặng hoa\n"
    )
    assert (value_of(draft.starts_on), value_of(draft.ends_on)) == (date(2029, 5, 26), date(2029, 5, 26))
    told = [(s.value.day, s.value.start, s.value.room, s.value.part_of) for s in draft.sessions if s.value.start]
    assert told == [
        (date(2029, 5, 26), time(7), "Cơ sở 1", "Cơ sở 1"),
        (date(2029, 5, 26), time(7, 20), "Cơ sở 1", "Cơ sở 1"),
        (date(2029, 5, 26), time(9), "Cơ sở 2", "Cơ sở 2"),
        (date(2029, 5, 26), time(9, 20), "Cơ sở 2", "Cơ sở 2"),
    ]
    before = {t.value.what: f"{t.value.start}"[:16] for t in draft.times if t.value.preparation}
    assert before == {
        "Tập trung học sinh – Khối 5": "2029-05-21",
        "Tập trung học sinh – Khối 4": "2029-05-22",
        "Tổng duyệt – Cơ sở 1": "2029-05-24 08:00",
        "Tổng duyệt – Cơ sở 2": "2029-05-24 15:30",
    }


def test_rehearsals_of_several_events_are_told_apart() -> None:
    draft = read(
        f"{SCHOOL}II. CÁC HOẠT ĐỘNG\n1. Đêm hội trăng\nThời gian: 19h00 ngày 18/5/2029\nTổng duyệt: 19h00 ngày 17/5\n"
        "2. Lễ tri ân\nThời gian: 8h00 ngày 26/5/2029\nSơ duyệt: 14h00 ngày 23/5; tổng duyệt: 7h30 ngày 25/5\n"
    )
    before = {t.value.what: f"{t.value.start}"[:16] for t in draft.times if t.value.preparation}
    assert before == {
        "Tổng duyệt Đêm hội trăng": "2029-05-17 19:00",
        "Sơ duyệt Lễ tri ân": "2029-05-23 14:00",
        "tổng duyệt Lễ tri ân": "2029-05-25 07:30",
    }


def test_the_same_day_and_the_day_after_are_written_out() -> None:
    draft = read(
        f"{SCHOOL}I. THỜI GIAN\nLễ tri ân: 8h00 ngày 31/5/2029.\nII. LƯU Ý\n- Nhận quà tại thư viện sáng 31/5/2029.\n"
        "- Phụ huynh họp lúc 10h30 cùng ngày tại các lớp.\n- Trả sách từ 7h30 hôm sau tại thư viện trường.\n"
    )
    told = " | ".join(fact.text for fact in draft.facts)
    assert "10h30 ngày 31/5/2029" in told and "7h30 ngày 1/6/2029" in told


def test_week_of_events_by_weekdays_in_capitals_is_a_programme() -> None:
    draft = read(
        "TRƯỜNG CAO ĐẲNG NGHỀ SƠN CƯỚC\nTHÔNG BÁO\nV/v tuần lễ học sinh học nghề năm 2027\n\n"
        "Nhà trường thông báo lịch các hoạt động như sau:\n\nTHỨ BA (09/3/2027)\nSáng\n8h00: Thi nghề hàn\nChiều\n"
        "13h30: Thi nghề điện\n\nTHỨ TƯ (10/3/2027) – TỔNG KẾT\n8h30    Khai mạc\n        Thầy Quàng Văn Tỉnh\n"
        "9h00    Trao giải\n        Phòng Đào tạo công bố\n10h00   Bế mạc\n"
    )
    assert [(s.value.day, s.value.start, s.value.title) for s in draft.sessions] == [
        (date(2027, 3, 9), time(8), "Thi nghề hàn"),
        (date(2027, 3, 9), time(13, 30), "Thi nghề điện"),
        (date(2027, 3, 10), time(8, 30), "Khai mạc"),
        (date(2027, 3, 10), time(9), "Trao giải"),
        (date(2027, 3, 10), time(10), "Bế mạc"),
    ]


def test_dotted_hours_in_order_are_a_programme_and_a_rainy_day_is_none() -> None:
    draft = read(
        "HARBOUR SCHOOL\nFounders' Day 2028\n\nWHEN\nFounders' Day: Friday 4 February 2028, 9.00 am\n"
        "Wet weather: moves to Friday 11 February 2028, decision by 6.00 am\n\nFOUNDERS' DAY\n"
        "8.30  Guests arrive\n9.00  National anthem\n9.10  Welcome - Ms Harriet Doyle\n9.40  Choir\n10.20 School song\n"
    )
    assert value_of(draft.ends_on) == date(2028, 2, 4)
    told = [(s.value.day, s.value.start, s.value.title) for s in draft.sessions if s.value.start]
    assert told == [
        (date(2028, 2, 4), time(8, 30), "Guests arrive"),
        (date(2028, 2, 4), time(9), "National anthem"),
        (date(2028, 2, 4), time(9, 10), "Welcome"),
        (date(2028, 2, 4), time(9, 40), "Choir"),
        (date(2028, 2, 4), time(10, 20), "School song"),
    ]


def test_what_is_said_under_one_of_several_activities_has_its_name() -> None:
    draft = read(
        f"{SCHOOL}II. CÁC HOẠT ĐỘNG\n1. Đêm hội trăng\nThời gian: 19h00 ngày 18/5/2029\n"
        "Dẫn chương trình: cô Lù Thị Sen\n2. Lễ tri ân\nThời gian: 8h00 ngày 26/5/2029\n"
        "Đại biểu có mặt trước 7h40 tại sân trường.\n"
    )
    told = {fact.text for fact in draft.facts}
    assert "Đêm hội trăng – Dẫn chương trình: cô Lù Thị Sen" in told
    assert "Lễ tri ân – Đại biểu có mặt trước 7h40 tại sân trường" in told


def test_event_told_on_one_line_has_the_place_behind_its_day_and_who_leads_it() -> None:
    draft = read(
        f"{SCHOOL}II. CÁC HOẠT ĐỘNG\n1. Trước lễ\n"
        "+ Hội thảo đọc sách: 8h00 ngày 14/5/2029 (thứ Hai), phòng hội thảo tầng 2 nhà C. Chủ trì: TS. Giàng Seo Páo\n"
        "+ Trồng cây: 15h00 ngày 15/5/2029\n2. Lễ tri ân\nThời gian: 8h00 ngày 26/5/2029\n"
    )
    seminar = next(s.value for s in draft.sessions if s.value.title == "Hội thảo đọc sách")
    assert (seminar.room, seminar.responsible) == ("phòng hội thảo tầng 2 nhà C", "TS. Giàng Seo Páo")


def test_sentence_behind_the_first_tells_another_event_by_its_own_name() -> None:
    draft = read(
        f"{SCHOOL}I. THỜI GIAN\nKhai mạc: 8 giờ ngày 26/02/2029 tại hội trường. "
        "Tổng kết, trao giải: 14 giờ ngày 27/3/2029, hội trường.\n"
    )
    assert [(t.value.what, f"{t.value.start}"[:16]) for t in draft.times] == [
        ("Khai mạc", "2029-02-26 08:00"),
        ("Tổng kết, trao giải", "2029-03-27 14:00"),
    ]


def test_half_of_the_day_in_a_column_that_lost_its_shape_is_nobody() -> None:
    draft = read(
        "SỞ GIÁO DỤC MƯỜNG THANH\nKẾ HOẠCH TỔ CHỨC HỘI THI GIÁO VIÊN GIỎI\nI. CÁC ĐỢT THI\n"
        "Đợt 1: ngày 26-27/02/2029.\nĐợt 2: từ 16/3 đến 20/3/2029.\nII. LỊCH ĐỢT 1\nNgày\nBuổi\nGiờ\nNội dung\n"
        "Địa điểm\n26/02\nSáng\n8h00\nKhai mạc\nHội trường Sở\n9h30\nTrình bày (tổ 1)\nPhòng A, B\nChiều\n13h30\n"
        "Trình bày (tổ 2)\nPhòng A, B\n"
    )
    told = [(s.value.day, s.value.start, s.value.room, s.value.responsible) for s in draft.sessions if s.value.start]
    assert told == [
        (date(2029, 2, 26), time(8), "Hội trường Sở", None),
        (date(2029, 2, 26), time(9, 30), "Phòng A, B", None),
        (date(2029, 2, 26), time(13, 30), "Phòng A, B", None),
    ]
    assert (value_of(draft.starts_on), value_of(draft.ends_on)) == (date(2029, 2, 26), date(2029, 3, 20))


def test_jury_named_by_its_members_keeps_the_heading() -> None:
    draft = read(
        f"{SCHOOL}I. THỜI GIAN: 8h00 ngày 26/5/2029\nII. BAN GIÁM KHẢO\n"
        "- Bà Tẩn Lở Mẩy, Phó Chủ tịch Hội - Trưởng ban.\n"
        "- Ông Hạng A Dê, Trưởng phòng Nghệ thuật - Thành viên.\n"
    )
    assert "Ban giám khảo: Bà Tẩn Lở Mẩy, Phó Chủ tịch Hội - Trưởng ban" in {fact.text for fact in draft.facts}


def test_people_of_a_site_and_ages_are_no_quota() -> None:
    draft = read(
        f"{SCHOOL}I. THÀNH PHẦN\n- Học sinh: 320 em cơ sở 1, 145 em cơ sở 2.\n"
        "- Thí sinh: mỗi xã 05 người. Tuổi không quá 50.\n"
    )
    assert [group.value.quota for group in draft.groups] == [None, None]


def test_item_without_an_hour_names_who_has_it_in_hand_behind_its_colon() -> None:
    draft = read(
        f"{SCHOOL}I. THỜI GIAN: 8h00 ngày 26/5/2029\nII. CHƯƠNG TRÌNH\n- Kiểm tra tư cách đại biểu: Ban tổ chức.\n"
        "- Thông qua quy chế: đ/c Sùng A Lử.\n- Bầu thư ký đại hội: đ/c Lý Mẩy.\n- Bế mạc\n"
    )
    told = [(s.value.title, s.value.responsible) for s in draft.sessions]
    assert told[:2] == [("Kiểm tra tư cách đại biểu", "Ban tổ chức"), ("Thông qua quy chế", "Sùng A Lử")]


def test_same_day_is_never_that_of_a_limit_above() -> None:
    draft = read(
        f"{SCHOOL}I. THỜI GIAN: 8h00 ngày 26/5/2029\nII. LƯU Ý\n- Xác nhận trước 12h00 ngày 13/5/2029 qua nhóm lớp.\n"
        "- Thử loa tại sân trường lúc 6h30 cùng ngày với học sinh khối 5.\n"
    )
    assert not [fact.text for fact in draft.facts if "6h30 ngày 13/5" in fact.text]


def test_rounds_are_held_each_in_its_place_and_on_its_days() -> None:
    draft = read(
        "THÀNH ĐOÀN CẢNG TRONG\nKẾ HOẠCH\nTổ chức Hội thi tìm hiểu biển đảo năm 2029\nI. Các vòng thi\n"
        "1. Vòng sơ khảo: từ 8h00 ngày 01/3/2029 đến 17h00 ngày 15/3/2029 trên trang thi của Thành Đoàn.\n"
        "2. Vòng bán kết: 8h00 ngày 27/3/2029 tại Nhà Thiếu nhi; 12 đội.\n"
        "3. Vòng chung kết: 19h30 ngày 10/4/2029 tại Nhà hát lớn; 4 đội.\nTổng duyệt chung kết: 19h00 ngày 09/4/2029.\n"
        "II. Chương trình vòng chung kết\n- 18h45: Đón khách\n- 19h30: Khai mạc\n- 20h10: Phần thi hùng biện\n"
    )
    told = {s.value.title: (s.value.day, s.value.start, s.value.end) for s in draft.sessions}
    assert told["Vòng sơ khảo"] == (date(2029, 3, 1), time(8), None)
    placed = {s.value.title: s.value.room or s.value.place for s in draft.sessions}
    assert (placed["Vòng bán kết"], placed["Khai mạc"]) == ("Nhà Thiếu nhi", "Nhà hát lớn")
    assert {s.value.day for s in draft.sessions if s.value.title == "Khai mạc"} == {date(2029, 4, 10)}


def test_groups_and_offices_on_lines_below_an_item_are_its_own() -> None:
    draft = read(
        f"{SCHOOL}Thời gian: 13h30 ngày 16/5/2029\nCHƯƠNG TRÌNH\n13h30 - 13h40   Khai mạc\n"
        "                Anh Lê Văn Cón - Bí thư Đoàn\n13h40 - 14h40   Phiên 1: Vốn vay\n"
        "                Diễn giả: chị Hồ Thị Pỉn (Quỹ Mầm), anh Lý Seo\n                Điều phối: anh Đinh Văn Tẻo\n"
        "14h40 - 15h50   Phiên 2 (chia 2 nhóm)\n                Nhóm A - Ruộng nương: Hội trường B\n"
        "                Nhóm B - Máy móc: Phòng 302\n15h50 - 16h00   Kết thúc\n"
    )
    told = {s.value.title: (s.value.responsible, s.value.room, s.value.start) for s in draft.sessions}
    assert told["Phiên 1: Vốn vay"][0] == "Diễn giả: chị Hồ Thị Pỉn (Quỹ Mầm), anh Lý Seo; Điều phối: anh Đinh Văn Tẻo"
    assert told["Phiên 2 (chia 2 nhóm)"][0] is None
    assert told["Nhóm B - Máy móc"] == (None, "Phòng 302", time(14, 40))
