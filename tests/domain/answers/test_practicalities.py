"""What delegates and clerks ask beside the agenda: money, faults, numbers to call, guests, limits, who may come."""

import pytest

from domain.answers import Index, answer_each
from domain.answers import values as v
from domain.vietnamese import search_key
from templates.render import text
from tests.questions import index_from

PLAN = """UBND HUYỆN ĐỒI CHÈ
Số: 52/KH-UBND
KẾ HOẠCH
Tổ chức Hội nghị tổng kết vụ chè năm 2026
I. THỜI GIAN, ĐỊA ĐIỂM
- Thời gian: 8h00 ngày 12/12/2026. Đại biểu có mặt trước 7h45, mang theo giấy giới thiệu.
- Địa điểm: Hội trường tầng 2, Nhà văn hóa huyện (số 9 đường Lê Lợi)
II. THÀNH PHẦN
Tổng số 120 đại biểu, trong đó:
1. Khách mời (20): Lãnh đạo Sở Nông nghiệp; các doanh nghiệp thu mua
2. Đại biểu cấp huyện (100)
- Đại diện UBMTTQ huyện và các tổ chức chính trị - xã hội
- Trưởng các phòng chuyên môn; lãnh đạo Bảo hiểm xã hội huyện
3. Đại biểu cấp xã (dự tại điểm cầu xã): Chủ tịch UBND các xã
Trang phục: nam áo sơ mi trắng; lực lượng vũ trang mặc lễ phục.
III. CHƯƠNG TRÌNH
- 8h00: Khai mạc
- 8h30: Tham luận của các hợp tác xã
- 9h30: Vinh danh 12 tập thể, 30 cá nhân
- 10h30: Báo cáo sơ kết đề án trồng chè giai đoạn 2021 - 2026
- 11h30: Tiệc trà
IV. PHÂN CÔNG
1. Văn phòng UBND huyện
- Bố trí hội trường, âm thanh, máy chiếu
- Trang trí hội trường xong trước ngày 10/12/2026
- Phát hành giấy mời trước ngày 01/12/2026
2. Phòng Tài chính
- Bố trí kinh phí từ Quỹ khuyến nông huyện
- Tổng hợp dự toán trước ngày 08/12/2026
- Thu phí tham dự 200.000 đồng/doanh nghiệp; miễn phí cho hội viên
3. Viễn thông huyện: hỗ trợ kỹ thuật, đường truyền
4. Tổ hậu cần
- Tiệc trà 12 bàn, thực đơn trình trước ngày 09/12/2026
- Gửi dự toán về Phòng Tài chính trước ngày 07/12/2026
- Phân công: đ/c Lan – nội dung; đ/c Hoa – hậu cần
- Đôn đốc các chi hội được phân công gửi tham luận trước ngày 03/12/2026
5. UBND các xã: các xã tự túc gian hàng; không sử dụng điện thoại trong giờ họp;
gửi danh sách đại biểu trước ngày 05/12/2026
Đầu mối liên hệ: Phòng Nông nghiệp (qua đồng chí Lò Văn Chè)./.
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return index_from(PLAN)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Kinh phí hội nghị lấy ở đâu?", "quy khuyen nong"),
        ("tiền tổ chức trích từ quỹ nào ra vậy", "quy khuyen nong"),
        ("Loa trục trặc thì báo bên nào?", "van phong ubnd huyen"),
        ("máy chiếu hỏng gọi ai", "van phong ubnd huyen"),
        ("khách mời tất cả bao nhiêu người", "khach moi (20)"),
        ("Bao nhiêu người được vinh danh?", "30 ca nhan"),
        ("Chủ tịch xã thì dự ở đâu?", "diem cau xa"),
        ("Bên Mặt trận huyện có người đi không, hay chỉ khối chính quyền thôi?", "ubmttq huyen"),
        ("anh em bộ đội mặc gì", "le phuc"),
        ("Họp ở đường nào, số mấy, lên tầng mấy?", "so 9 duong le loi"),
        ("gửi tên người đi dự chậm nhất hôm nào", "5/12"),
        ("treo phông, trang hoàng hội trường phải xong trước lúc nào", "10/12"),
        ("Văn phòng UBND huyện phải làm gì, việc nào hạn hôm nào?", "may chieu"),
        ("tôi phải vào chỗ trước mấy giờ", "7h45"),
        ("Phòng em đang lo giấy mời. Trễ nhất là khi nào phải phát hành?", "1/12"),
        ("Ông lái taxi hỏi cho khách dự hội nghị tới đâu", "le loi"),
        ("Chuyện tiền nong thì phòng nào bố trí kinh phí?", "phong tai chinh"),
        ("Ai bố trí hội trường, âm thanh, máy chiếu vậy?", "van phong ubnd huyen"),
        ("Phòng Tài chính chốt dự toán ngày nào?", "8/12"),
        ("mấy giờ nhập tiệc", "11 30"),
        ("Bên nào lo tiền vậy?", "phong tai chinh"),
        ("khách mời gồm những ai", "doanh nghiep thu mua"),
        ("doanh nghiệp có phải đóng phí tham dự không", "mien phi cho hoi vien"),
        ("mang theo cái gì", "giay gioi thieu"),
        ("mạng chập chờn thì báo bộ phận nào", "vien thong"),
        ("BHXH huyện có người dự không", "bao hiem xa hoi"),
        ("Ai nấu tiệc trà vậy?", "to hau can"),
        ("Ai trả tiền gian hàng?", "tu tuc gian hang"),
        ("Chị Hoa lo việc gì?", "hau can"),
        ("Chi hội tôi được phân công tham luận, bao giờ phải gửi bài?", "3/12"),
        ("Tổ hậu cần được giao làm gì và hạn nào?", "12 ban"),
        ("huyện nào tổ chức hội nghị này", "doi che"),
        ("Sơ kết đề án trồng chè là của giai đoạn nào?", "2021 2026"),
    ],
)
def test_matters_beside_the_agenda_are_told(question: str, told: str, index: Index) -> None:
    found = answer_each(question, index, None)
    said = search_key(" ".join(text(each, "vi") for each in found))
    assert all(each.answered for each in found)
    assert search_key(told) in said


@pytest.mark.parametrize(
    "question",
    [
        "Bao giờ biết xã nào được chọn?",
        "cho em xin số điện thoại của đồng chí Chè",
        "cho tôi xin link tải tài liệu",
        "xã hội hóa có phải cử người đi không",
    ],
)
def test_what_the_paper_does_not_give_is_not_guessed(question: str, index: Index) -> None:
    found = answer_each(question, index, None)
    assert not all(each.answered for each in found)


def test_what_is_forbidden_gets_no_yes(index: Index) -> None:
    (found,) = answer_each("Vào họp có được bấm điện thoại không?", index, None)
    assert isinstance(found, v.Quoted)


def test_another_garment_than_the_paper_asks_for_gets_no_yes(index: Index) -> None:
    (found,) = answer_each("Nam mặc áo dài được không?", index, None)
    assert isinstance(found, v.Practical)
    assert not found.yes


def test_those_called_so_are_told_alone(index: Index) -> None:
    (found,) = answer_each("Khách mời gồm những ai?", index, None)
    assert isinstance(found, v.Attendance)
    assert [lines.level for lines in found.groups] == ["Khách mời (20)"]


def test_a_speech_on_the_agenda_is_no_limit_for_handing_it_in() -> None:
    plan = PLAN.replace("- Đôn đốc các chi hội được phân công gửi tham luận trước ngày 03/12/2026\n", "")
    (found,) = answer_each("Bài tham luận phải nộp trước ngày nào?", index_from(plan), None)
    assert not found.answered


def test_a_unit_asked_for_its_work_and_its_limits_is_told_all_of_it(index: Index) -> None:
    (found,) = answer_each("Văn phòng UBND huyện phải làm gì, hạn khi nào?", index, None)
    assert isinstance(found, v.UnitTasks)
    assert len(found.tasks) == 3
