"""What a question means: both ends of a thing, one of several alike, those who come, whoever is named."""

from datetime import date, datetime, time

import pytest

from domain.answers import Index, answer_each
from domain.conference import Conference, Fact, Moment, Programme, Session
from domain.ids import SessionId
from templates.render import text
from tests.questions import index_from, plain

PLAN = """SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG TỈNH SƠN HẢI
TRUNG TÂM KHUYẾN NÔNG
Số: 47/KH-TTKN
KẾ HOẠCH
Tổ chức Lớp tập huấn kỹ thuật trồng nấm năm 2026
I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 02 ngày, 12 và 13/5/2026 (thứ Ba, thứ Tư).
2. Địa điểm: Nhà khách Cây Dừa, số 8 đường Bến Cá, phường Sơn Hải.
3. Xe đón học viên xuất phát tại cổng Bưu điện tỉnh, 5h45 ngày 12/5/2026.
II. HỌC VIÊN
- Học viên: 60 người
- Khách mời: Ngân hàng Chính sách xã hội, Hội Nông dân tỉnh
- Mức thu: hợp tác xã 300.000 đồng, hộ nông dân 100.000 đồng, thanh niên khởi nghiệp miễn phí.
III. CHƯƠNG TRÌNH
Ngày thứ nhất (12/5/2026)
7h00 - 7h30: Đón tiếp, phát tài liệu (Tổ Văn thư)
7h30 - 7h45: Phát biểu khai mạc (Ông Đặng Văn Lúa)
7h45 - 9h00: Chuyên đề thứ nhất: Chọn phôi nấm (Bà Lò Thị Sim)
9h00 - 9h20: Giải lao
9h20 - 11h00: Chuyên đề thứ hai: Xử lý rơm rạ (Ông Đặng Văn Lúa)
13h30 - 15h00: Thảo luận
15h00 - 15h15: Giải lao, xem gian hàng nấm
15h15 - 16h30: Chuyên đề thứ ba: Nhà trồng nấm (Bà Lò Thị Sim)
Ngày thứ hai (13/5/2026)
6h30 - 7h00: Học viên điểm danh, lên xe
7h00 - 10h30: Tham quan trại nấm Bản Mòn
10h30 - 11h00: Thảo luận
11h00 - 11h30: Bầu Ban cán sự câu lạc bộ; trao chứng nhận, bế giảng (Giám đốc Trung tâm)
IV. PHÂN CÔNG
1. Phòng Kỹ thuật
- Chuẩn bị phôi nấm mẫu, gửi tài liệu trước ngày 05/5/2026
2. Phòng Hành chính
- Thuê xe đưa đón học viên; bố trí hội trường, nước uống
3. Tổ Văn thư
- Lập danh sách, điểm danh
4. Hội Nông dân tỉnh
- Trưng bày 04 gian hàng nấm tại sảnh tầng 1
5. Tiểu ban Nội dung
- Biên soạn đề kiểm tra
6. Tiểu ban Lễ tân
- Đón khách
Nơi nhận:
- Lưu: VT.
GIÁM ĐỐC
Đặng Văn Lúa
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return index_from(PLAN)


def said(index: Index, question: str, now: str | None = None) -> str:
    """Everything that is answered, in plain letters; nothing where it is said not to be known."""
    answers = answer_each(question, index, datetime.fromisoformat(now) if now else None)
    assert any(each.answered for each in answers), question
    return " | ".join(plain(text(each, "vi")) for each in answers)


@pytest.mark.parametrize(
    "question",
    [
        "lớp tập huấn bắt đầu mấy giờ và kết thúc mấy giờ",
        "tap huan may gio bat dau may gio tan",
        "tập huấn từ mấy giờ đến mấy giờ",
        "When does the training start and end?",
    ],
)
def test_both_ends_of_the_whole_are_told_where_both_are_asked(index: Index, question: str) -> None:
    words = said(index, question)
    assert "07:00" in words
    assert "11:30" in words


def test_both_ends_of_one_day_are_its_first_and_its_last_item(index: Index) -> None:
    words = said(index, "ngày 12 học từ mấy giờ tới mấy giờ")
    assert "don tiep" in words
    assert "nha trong nam" in words
    assert "giai lao" not in words


@pytest.mark.parametrize(
    ("question", "told", "others"),
    [
        ("giải lao lần hai lúc mấy giờ", "15:00", "09:00"),
        ("giai lao lan 2 may gio", "15:00", "09:00"),
        ("lần giải lao thứ nhất mấy giờ", "09:00", "15:15"),
        ("When is the second break?", "15:00", "09:00"),
        ("the last discussion, when is it?", "10:30", "13:30"),
        ("sau giải lao lần hai là gì", "nha trong nam", "xu ly rom"),
        ("chuyên đề hai học mấy giờ", "09:20", "07:45"),
        ("chuyen de hai ai day", "dang van lua", "lo thi sim"),
    ],
)
def test_of_items_called_alike_the_one_at_that_place_is_told(
    index: Index, question: str, told: str, others: str
) -> None:
    words = said(index, question)
    assert told in words
    assert others not in words


@pytest.mark.parametrize(
    ("question", "now", "told"),
    [
        ("ngày đầu học viên tập trung lúc mấy giờ", None, "07:00"),
        ("ngay 2 hoc may gio", None, "06:30"),
        ("mai tập trung mấy giờ", "2026-05-12T19:00", "06:30"),
    ],
)
def test_who_comes_on_a_day_comes_to_its_first_item(index: Index, question: str, now: str | None, told: str) -> None:
    assert told in said(index, question, now)


@pytest.mark.parametrize(
    ("question", "told", "others"),
    [
        ("hợp tác xã đóng bao nhiêu", "300.000", "100.000"),
        ("thanh nien khoi nghiep dong phi bao nhieu", "mien phi", "300.000"),
        ("lệ phí bao nhiêu", "100.000", "60 nguoi"),
    ],
)
def test_of_several_sums_the_one_of_those_who_are_named_is_told(
    index: Index, question: str, told: str, others: str
) -> None:
    words = said(index, question)
    assert told in words
    assert others not in words


@pytest.mark.parametrize(
    "question",
    ["xe đón học viên ở đâu", "xe xuất phát từ đâu", "xe don cho nao", "xe đưa đón ở đâu", "lên xe ở đâu vậy"],
)
def test_where_one_is_picked_up_is_the_place_from_which_the_vehicle_leaves(index: Index, question: str) -> None:
    assert "cong buu dien" in said(index, question)


def test_an_outing_is_where_it_goes_and_not_in_the_hall(index: Index) -> None:
    words = said(index, "tham quan ở đâu")
    assert "trai nam ban mon" in words
    assert "nha khach" not in words


@pytest.mark.parametrize(
    ("question", "told", "others"),
    [
        ("bà Sim phụ trách những phần nào", ("chon phoi nam", "nha trong nam"), "xu ly rom"),
        ("ong Lua day bai gi", ("xu ly rom",), "chon phoi nam"),
        ("cô Sim dạy chuyên đề nào", ("chon phoi nam", "nha trong nam"), "xu ly rom"),
        ("có những chuyên đề nào", ("chon phoi nam", "xu ly rom", "nha trong nam"), "giai lao"),
        ("ngân hàng nào được mời", ("ngan hang chinh sach",), "tai lieu"),
        ("lớp tập huấn bầu những gì", ("ban can su",), "nha trong nam"),
    ],
)
def test_all_of_somebody_or_of_a_noun_is_told_and_nothing_else(
    index: Index, question: str, told: tuple[str, ...], others: str
) -> None:
    words = said(index, question)
    assert all(each in words for each in told)
    assert others not in words


@pytest.mark.parametrize(
    ("question", "now", "told"),
    [
        ("tập huấn bắt đầu chưa", "2026-05-11T20:00", "chua bat dau"),
        ("hoc xong chua a", "2026-05-13T14:00", "da ket thuc"),
        ("Has it started yet?", "2026-05-12T09:05", "giai lao"),
        ("giờ này học viên làm gì", "2026-05-13T08:00", "trai nam"),
        ("đang phiên mấy rồi", "2026-05-12T10:00", "xu ly rom"),
    ],
)
def test_how_far_the_programme_is_hangs_on_the_hour(index: Index, question: str, now: str, told: str) -> None:
    assert told in said(index, question, now)


@pytest.mark.parametrize("question", ["hôm đó trời có mưa không", "hom do co mua khong", "will it rain?"])
def test_whether_it_rains_no_paper_tells(index: Index, question: str) -> None:
    assert not any(each.answered for each in answer_each(question, index, None))


def test_a_thing_is_where_a_task_puts_it_and_a_body_is_the_one_named(index: Index) -> None:
    assert "sanh tang 1" in said(index, "gian hàng nấm đặt ở đâu")
    work = said(index, "tiểu ban nội dung làm gì")
    assert "de kiem tra" in work
    assert "don khach" not in work


@pytest.mark.parametrize("question", ["được cấp mấy tiết", "có bao nhiêu bàn", "mấy suất cơm"])
def test_how_many_come_tells_no_other_number(index: Index, question: str) -> None:
    assert not any("60" in text(each, "vi") for each in answer_each(question, index, None))


def session(number: int, title: str, day: date, hour: int, end: int) -> Session:
    return Session(id=SessionId(number), title=title, day=day, start=time(hour), end=time(end), position=number)


NURSES, DOCTORS = date(2026, 9, 4), date(2026, 9, 5)
TWO_IN_ONE = Programme(
    conference=Conference(
        title="Tổ chức Hội nghị khoa học kỹ thuật và Hội nghị Điều dưỡng năm 2026", starts_on=NURSES, ends_on=DOCTORS
    ),
    sessions=(
        session(1, "Đón tiếp điều dưỡng", NURSES, 13, 14),
        session(2, "Báo cáo về dùng thuốc", NURSES, 14, 16),
        session(3, "Đón tiếp đại biểu", DOCTORS, 7, 8),
        session(4, "Bế mạc", DOCTORS, 15, 16),
    ),
    moments=(
        Moment(what="Hội nghị Điều dưỡng", text="chiều 04/9/2026", start=NURSES),
        Moment(what="Hội nghị khoa học kỹ thuật", text="05/9/2026", start=DOCTORS),
    ),
    facts=(
        Fact(topic="other", text="Chuyên đề 1: Chống nhiễm khuẩn"),
        Fact(topic="other", text="Chuyên đề 2: Dinh dưỡng người bệnh"),
    ),
)


@pytest.mark.parametrize(
    ("question", "told", "others"),
    [
        ("hội nghị khoa học bắt đầu lúc nào", "07:00", "13:00"),
        ("hoi nghi dieu duong may gio", "13:00", "07:00"),
        ("hội nghị khoa học kết thúc mấy giờ", "16:00", "4/9"),
        ("hội nghị khoa học từ mấy giờ đến mấy giờ", "16:00", "13:00"),
        ("học những chuyên đề nào", "dinh duong", "don tiep"),
        ("có mấy chuyên đề", "2 muc", "don tiep"),
    ],
)
def test_of_two_meetings_in_one_plan_the_one_whose_name_is_begun_is_told(question: str, told: str, others: str) -> None:
    words = said(Index.of(TWO_IN_ONE), question)
    assert told in words
    assert others not in words
