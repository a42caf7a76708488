"""What is meant: the right year, the hour to be there, work at an hour, one row of a table, a sum, the members."""

from datetime import date, datetime

import pytest

from domain.answers import Index, answer
from domain.answers import values as v
from domain.vietnamese import search_key
from templates.render import text
from tests.questions import index_from

PLAN = """HUYỆN ỦY TRÀ BỒNG
Số: 31-KH/HU
KẾ HOẠCH
Tổ chức Hội nghị tổng kết phong trào trồng quế năm 2026, triển khai nhiệm vụ năm 2027
Căn cứ Nghị quyết số 07-NQ/HU ngày 02/02/2026 của Huyện ủy về cây quế; Huyện ủy ban hành Kế hoạch như sau:
I. THỜI GIAN, ĐỊA ĐIỂM
- Thời gian: bắt đầu từ 13h30 ngày 15/12/2026. Đại biểu có mặt trước 13h15.
- Địa điểm: Nhà ăn lớn, Nhà máy Quế Trà
- Hình thức: trực tiếp kết hợp trực tuyến
II. THÀNH PHẦN
1. Đại biểu được bầu
- Đại biểu đương nhiên 12
- Đại biểu bầu từ các thôn 38
2. Đại biểu cấp xã (dự tại điểm cầu xã)
- Chủ tịch UBND các xã: Trà Tân, Trà Bùi, Trà Giang, Trà Thủy
III. CHƯƠNG TRÌNH
- 13h30: Đón tiếp, ổn định tổ chức
- 14h00: Chuyên đề 1: Chọn giống quế
- 14h40: Chuyên đề 2: Phòng trừ sâu hại
- 15h20: Trao giải hội thi, giải kéo co
- 16h30: Giải kéo co các xã
- 18h30: Ca nhạc chào mừng
- 20h00: Bế mạc
IV. PHÂN CÔNG
1. Trung tâm Văn hóa
- Lắp đặt màn hình lớn; chạy thử lúc 15h00 ngày 14/12/2026
- Trang trí hội trường xong trước ngày 14/12/2026
- Quản lý học sinh hát mừng; học sinh có mặt lúc 17h45 ngày 15/12/2026. Lớp nào hát được nghỉ ngày 16/12/2026
2. Phòng Y tế
- Cử tổ trực y tế tại hội trường
3. Các hợp tác xã
- Bầu 02 hộ tiêu biểu; không sử dụng rượu, bia trong thời gian hội nghị
Nơi nhận:
- UBND các xã: Trà Tân, Trà Bùi, Trà Giang, Trà Thủy;
- Lưu: VT.
TM. BAN THƯỜNG VỤ
PHÓ BÍ THƯ THƯỜNG TRỰC
Hồ Văn Trỗi
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return index_from(PLAN)


def said(index: Index, question: str, now: datetime | None = None) -> str:
    return search_key(text(answer(question, index, now), "vi"))


@pytest.mark.parametrize("question", ["hội nghị tổng kết năm 2027 ngày nào", "hội nghị năm 2030 ở đâu"])
def test_a_conference_of_another_year_is_another_one(index: Index, question: str) -> None:
    assert answer(question, index, None) == v.NoInformation(topic="other_event", contact=None)


@pytest.mark.parametrize("question", ["hội nghị tổng kết năm 2026 ngày nào", "hội nghị năm 2026 họp ngày nào"])
def test_its_own_year_names_the_conference(index: Index, question: str) -> None:
    assert isinstance(answer(question, index, None), v.ConferenceTimes)


def test_who_asks_when_to_be_there_hears_of_the_hour_before_the_first_item(index: Index) -> None:
    found = answer("chiều mai mấy giờ phải có mặt", index, datetime.fromisoformat("2026-12-14T09:00"))
    assert isinstance(found, v.SessionTimes)
    assert (found.lines[0].title, found.note) == ("Đón tiếp, ổn định tổ chức", "Đại biểu có mặt trước 13h15")
    evening = answer("tối mai mấy giờ phải có mặt", index, datetime.fromisoformat("2026-12-14T09:00"))
    assert isinstance(evening, v.SessionTimes)
    assert evening.note is None  # that hour is five hours before


@pytest.mark.parametrize("question", ["sáng 15/12 mấy giờ có mặt ở hội trường", "chieu mai may gio den hoi truong"])
def test_what_is_due_on_another_day_tells_no_hour_of_the_one_asked_for(index: Index, question: str) -> None:
    found = answer(question, index, datetime.fromisoformat("2026-12-14T09:00"))
    assert not isinstance(found, v.Deadline)  # "trang trí hội trường xong trước ngày 14/12"


@pytest.mark.parametrize("question", ["tối mai có gì ko m", "toi mai co gi k b", "tối mai có gì ko mn"])
def test_a_letter_behind_the_question_is_whom_it_is_asked(index: Index, question: str) -> None:
    found = answer(question, index, datetime.fromisoformat("2026-12-14T09:00"))
    assert isinstance(found, v.DayPlan)
    assert [line.title for line in found.lines] == ["Ca nhạc chào mừng", "Bế mạc"]


def test_from_when_to_when_without_marks_asks_for_no_evening(index: Index) -> None:
    assert isinstance(answer("hoi nghi tu hom nao toi hom nao", index, None), v.ConferenceTimes)


@pytest.mark.parametrize(("question", "number"), [("bao nhiêu đại biểu mời", "15"), ("có mấy đại biểu tự do", "7")])
def test_how_many_of_one_level_is_told_by_its_heading(question: str, number: str) -> None:
    levels = "1. Đại biểu mời: 15 đại biểu\n- Lãnh đạo tỉnh\n2. Đại biểu tự do: 7 người\n- Hộ trồng quế\n"
    plan = PLAN.replace("1. Đại biểu được bầu\n", levels + "4. Đại biểu được bầu\n")
    assert number in said(index_from(plan), question).split()


def test_an_agenda_without_a_day_still_tells_when_it_ends(index: Index) -> None:
    undated = PLAN.replace("bắt đầu từ 13h30 ngày 15/12/2026", "trong tháng 12/2026").replace(
        "- 20h00: Bế mạc", "- 20h00 - 20h30: Bế mạc"
    )
    assert "20 30" in said(index_from(undated), "mấy giờ được về")


def test_work_at_an_hour_is_what_goes_on_that_day_and_what_is_due_then_is_not(index: Index) -> None:
    found = answer("hôm nay có hoạt động gì", index, datetime.fromisoformat("2026-12-14T08:00"))
    line = "Lắp đặt màn hình lớn; chạy thử lúc 15h00 ngày 14/12/2026"
    assert found == v.Quoted(texts=(f"Trung tâm Văn hóa: {line}",))


def test_a_clause_is_found_by_what_the_clause_before_it_speaks_of(index: Index) -> None:
    assert "15h00" in said(index, "chạy thử màn hình lúc mấy giờ")


def test_the_item_called_so_goes_before_one_that_mentions_it(index: Index) -> None:
    found = answer("kéo co lúc mấy giờ", index, None)
    assert isinstance(found, v.SessionTimes)
    assert [line.title for line in found.lines] == ["Giải kéo co các xã"]


def test_afternoon_till_night_is_both(index: Index) -> None:
    found = answer("chiều tối 15/12 có gì", index, None)
    assert isinstance(found, v.DayPlan)
    assert {"Chuyên đề 1: Chọn giống quế", "Ca nhạc chào mừng"} <= {line.title for line in found.lines}


def test_items_of_one_noun_are_listed_alone(index: Index) -> None:
    found = answer("hội nghị học những chuyên đề nào", index, None)
    assert isinstance(found, v.WholeAgenda)
    assert [(day.day, len(day.lines)) for day in found.days] == [(date(2026, 12, 15), 2)]


def test_what_follows_a_numbered_item_follows_that_one_alone(index: Index) -> None:
    found = answer("học xong chuyên đề 2 thì làm gì", index, None)
    assert isinstance(found, v.Neighbour)
    assert [line.title for _, behind in found.pairs for line in behind] == ["Trao giải hội thi, giải kéo co"]


def test_those_of_one_sort_are_added_up(index: Index) -> None:
    found = answer("có bao nhiêu đại biểu được bầu", index, None)
    assert isinstance(found, v.Attendance)
    assert found.count == "50"


def test_a_cooperative_is_no_commune(index: Index) -> None:
    assert "trung tam van hoa" not in said(index, "xã nào được mời")
    assert "tra bui" in said(index, "xã nào được mời")


def test_members_are_told_by_the_line_that_names_them(index: Index) -> None:
    assert "tra tan tra bui tra giang tra thuy" in said(index, "hội nghị gồm những xã nào")


def test_somebody_of_a_level_hears_where_that_level_takes_part(index: Index) -> None:
    assert "du tai diem cau xa" in said(index, "Chủ tịch xã có phải lên huyện họp không?")


def test_the_form_answers_whether_one_may_take_part_online(index: Index) -> None:
    found = answer("có được dự trực tuyến không", index, None)
    assert found == v.Practical(topic="online", texts=("trực tiếp kết hợp trực tuyến",), yes=True)


def test_what_is_seen_to_is_there_and_a_canteen_serves_no_meal(index: Index) -> None:
    care = answer("Is there medical staff on site?", index, None)
    assert isinstance(care, v.Existence | v.Practical) and care.answered
    assert not answer("có lo cơm cho đại biểu không", index, None).answered


def test_the_signer_is_asked_for_by_the_office_that_issued_the_paper(index: Index) -> None:
    found = answer("ai ký kế hoạch của huyện ủy", index, None)
    assert isinstance(found, v.PlanField)
    assert (found.field, found.value) == ("signer", "Hồ Văn Trỗi")


def test_the_papers_that_a_plan_rests_on_are_told_and_found_by_nothing_else(index: Index) -> None:
    line = "Căn cứ Nghị quyết số 07-NQ/HU ngày 02/02/2026 của Huyện ủy về cây quế"
    assert answer("Kế hoạch này căn cứ văn bản nào?", index, None) == v.Quoted(texts=(line,))
    assert not any(entry.text == line for entry in index.entries)


TABLE = """KẾ HOẠCH
Tập huấn trồng quế
I. THỜI GIAN, ĐỊA ĐIỂM
Địa điểm: 1; Tổ trưởng (lớp A); 40 người; Ngày 3/3/2026; Nhà văn hóa Trà Bùi; 2; Hộ trồng quế (lớp B); 75 người; \
Ngày 5/3/2026; Trường THCS Trà Giang
"""


def test_of_a_table_read_as_one_statement_the_row_asked_about_is_told() -> None:
    words = said(index_from(TABLE), "lớp B có bao nhiêu người")
    assert "75 nguoi" in words and "40 nguoi" not in words


def test_a_guess_behind_the_question_is_answered_with_where_it_is_held(index: Index) -> None:
    for question in ("vẫn họp ở Nhà văn hóa Trà Tân phải không ạ?", "gio hop o dau, van o tra tan ha"):
        found = answer(question, index, None)
        assert isinstance(found, v.WhereIs)
        assert found.place == "Nhà ăn lớn, Nhà máy Quế Trà"


@pytest.mark.parametrize("question", ["Đội nào được giải nhất?", "ai trúng cử bí thư", "xã nào vô địch kéo co"])
def test_who_won_no_plan_tells(index: Index, question: str) -> None:
    assert not answer(question, index, None).answered


def test_what_is_ruled_out_gets_no_yes(index: Index) -> None:
    found = answer("có được uống bia không", index, None)
    assert found == v.Quoted(texts=("Các hợp tác xã: không sử dụng rượu, bia trong thời gian hội nghị",))


def test_a_name_is_asked_for_and_an_office_is_none(index: Index) -> None:
    assert not answer("trưởng Phòng Y tế tên là gì", index, None).answered


def test_a_body_whose_work_has_no_limit_is_told_with_that(index: Index) -> None:
    found = answer("Các hợp tác xã phải hoàn thành trước ngày nào?", index, None)
    assert isinstance(found, v.UnitTasks)
    assert found.undated
    assert "khong ghi thoi han" in said(index, "Các hợp tác xã phải hoàn thành trước ngày nào?")


def test_a_part_of_the_day_with_the_mark_of_another_word_is_that_part(index: Index) -> None:
    found = answer("tôi nay có gì", index, datetime.fromisoformat("2026-12-15T09:00"))
    assert isinstance(found, v.DayPlan)
    assert [line.title for line in found.lines] == ["Ca nhạc chào mừng", "Bế mạc"]


@pytest.mark.parametrize("question", ["cho em hỏi ai ký kế hoạch", "cho tôi hỏi ai ký kế hoạch ạ"])
def test_a_polite_phrase_asks_for_no_contact(index: Index, question: str) -> None:
    assert isinstance(answer(question, index, None), v.PlanField)


@pytest.mark.parametrize("question", ["bai kiem tra cuoi khoa co may cau", "di tham quan phai dong bao nhieu"])
def test_a_number_asked_for_is_no_hour_and_a_price_no_head_count(index: Index, question: str) -> None:
    assert not answer(question, index, None).answered


def test_short_spelling_is_read_by_every_rule(index: Index) -> None:
    assert answer("ke hoach nay can cu vb j", index, None).answered is False  # "vb" is no short form that is known
    assert isinstance(answer("ke hoach nay can cu van ban j", index, None), v.Quoted)


@pytest.mark.parametrize("question", ["ai đã điểm danh", "những ai chưa xác nhận", "ai vắng mặt", "who has checked in"])
def test_who_has_come_is_nobody_elses_to_know(index: Index, question: str) -> None:
    assert isinstance(answer(question, index, None), v.Private)


@pytest.mark.parametrize("question", ["xã nào chưa gửi danh sách", "bao nhiêu người đã điểm danh rồi"])
def test_what_was_done_so_far_no_plan_tells(index: Index, question: str) -> None:
    assert isinstance(answer(question, index, None), v.NoInformation)


SCHOOL = """KẾ HOẠCH
Tập huấn giáo viên lớp 4, lớp 8 năm 2026
I. THỜI GIAN, ĐỊA ĐIỂM
1. Lớp 4: ngày 17, 18/7/2026, tại Trường Tiểu học Trà Bùi
2. Lớp 8: ngày 20/7/2026, tại Trường THCS Trà Giang
3. Bế giảng (phiên trọng thể): 15h00 ngày 24/7/2026 tại Nhà văn hóa Trà Tân
II. CHƯƠNG TRÌNH
- 7h30: Đón tiếp học viên
- 8h00: Khai mạc
- 14h00: Thực hành
"""


@pytest.fixture(scope="module")
def school() -> Index:
    return index_from(SCHOOL)


def test_a_part_is_meant_by_its_number_though_the_whole_is_called_so_too(school: Index) -> None:
    assert "20 7 2026" in said(school, "lớp 8 tập huấn ngày nào")
    assert "17 7" in said(school, "lớp 4 tập huấn mấy ngày") and "24 7" not in said(school, "lớp 4 tập huấn mấy ngày")
    assert "tra giang" in said(school, "lop 8 tap huan o truong nao")


def test_a_part_is_found_by_what_it_is_called_besides(school: Index) -> None:
    found = answer("phien trong the bat dau may gio", school, None)
    assert isinstance(found, v.MomentTimes | v.SessionTimes)
    assert "15 00" in said(school, "phien trong the bat dau may gio")


def test_a_word_of_a_longer_thing_asks_for_nothing(index: Index) -> None:
    found = answer("xin vui lòng cho biết hội nghị du lịch quế tổ chức ngày nào", index, None)
    assert not isinstance(found, v.WholeAgenda)


def test_the_day_that_a_conference_is_called_after_is_not_the_day_it_is_held() -> None:
    plan = "KẾ HOẠCH\nTổ chức họp mặt Ngày Nhà giáo (20/11/1982 - 20/11/2026)\n- Thời gian: 15h00 ngày 17/11/2026\n"
    words = said(index_from(plan), "họp mặt 20/11 mấy giờ bắt đầu")
    assert "15 00" in words and "17 11 2026" in words


@pytest.mark.parametrize("question", ["học sinh mấy giờ phải có mặt", "may gio hs phai co mat a"])
def test_those_with_an_hour_of_their_own_are_told_it(question: str) -> None:
    said = text(answer(question, index_from(PLAN), None), "vi")
    assert "17h45" in said
    assert "13" not in said
