"""Classes, subcommittees, groups: who leads them, who belongs to them, where and when they meet, what they do."""

from datetime import datetime

import pytest

from domain.answers import Index, answer
from tests.questions import index_from, says

CLASSES = """SỞ NÔNG NGHIỆP TỈNH NÀ SAN
KẾ HOẠCH
Tổ chức lớp tập huấn kỹ thuật trồng dược liệu năm 2027
I. THỜI GIAN, ĐỊA ĐIỂM
- Thời gian: ngày 14 và 15/5/2027.
- Địa điểm: Trường Cao đẳng Nà San.
II. ĐỐI TƯỢNG
120 học viên, chia thành 03 lớp:
- Lớp 1 (50 học viên): Giám đốc hợp tác xã, chủ trang trại - Hội trường A, tầng 2 nhà K;
- Lớp 2 (40 học viên): cán bộ khuyến nông, công chức nông nghiệp xã - Phòng 307, nhà M;
- Lớp 3 (30 học viên): kỹ thuật viên vườn ươm - Phòng 410, nhà M.
III. CHƯƠNG TRÌNH
Ngày 14/5/2027
- 7h30: Khai giảng chung (Lãnh đạo Sở)
- 13h30 - 16h00: Lớp 1: Tổ chức sản xuất theo chuỗi (TS. Lò Văn Tem)
- 13h30 - 16h00: Lớp 2: Phương pháp khuyến nông (bà Hà Thị Lan)
- 13h30 - 16h30: Lớp 3: Nhân giống sa nhân (ông Vàng A Páo)
- 16h30: Hỏi đáp chung
Ngày 15/5/2027
- 8h00 - 10h30: Lớp 1: Tìm kiếm thị trường (TS. Lò Văn Tem)
- 8h00 - 10h30: Lớp 2: Lập mô hình trình diễn (bà Hà Thị Lan)
- 8h00 - 11h00: Lớp 3: Thực hành tại vườn (ông Vàng A Páo)
"""

SUBCOMMITTEES = """TRƯỜNG ĐẠI HỌC MƯỜNG LA
KẾ HOẠCH
Tổ chức Hội nghị nghiên cứu khoa học học viên năm 2027
I. THỜI GIAN, ĐỊA ĐIỂM
- Thời gian: ngày 14/5/2027.
- Địa điểm: Hội trường B, Trường Đại học Mường La.
II. CHƯƠNG TRÌNH
7h30: Đón tiếp đại biểu
8h00: Khai mạc
9h15: Phiên tiểu ban (02 tiểu ban làm việc song song)
13h00: Các hội đồng tiểu ban họp thống nhất điểm
14h30: Trưởng các tiểu ban báo cáo kết quả
15h00: Bế mạc
III. CÁC TIỂU BAN
1. Tiểu ban 1 – Giống cây rừng: phòng B-214; 06 báo cáo; trưởng tiểu ban TS. Quàng Văn Pản; thư ký ThS. Đèo Thị Mai.
2. Tiểu ban 2 – Thủy lợi, đất đai: phòng B-309; 04 báo cáo; trưởng tiểu ban TS. Cầm Thị Lan; thư ký ThS. Lù Minh Đạt.
"""

GRADES = """TRƯỜNG THPT NÀ PHẠ
KẾ HOẠCH
Tổ chức Lễ trao bằng năm 2027
I. THỜI GIAN, ĐỊA ĐIỂM
1. Lễ trao bằng: ngày 14/5/2027, chia hai đợt:
- Đợt sáng (từ 8h00): Khoa Lâm sinh, Khoa Thú y (310 sinh viên).
- Đợt chiều (từ 14h00): Khoa Cơ điện, Khoa Kinh tế (290 sinh viên).
2. Địa điểm: Nhà thi đấu.
II. CHƯƠNG TRÌNH
Sáng 14/5/2027
- 7h00: Sinh viên tập trung, nhận lễ phục
- 8h00: Khai mạc
Chiều 14/5/2027
- 13h00: Sinh viên tập trung, nhận lễ phục
- 14h00: Khai mạc
"""


@pytest.fixture(scope="module")
def classes() -> Index:
    return index_from(CLASSES)


@pytest.fixture(scope="module")
def subcommittees() -> Index:
    return index_from(SUBCOMMITTEES)


@pytest.fixture(scope="module")
def rounds() -> Index:
    return index_from(GRADES)


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("cán bộ khuyến nông học phòng nào", "307", "410"),
        ("chủ trang trại học lớp mấy", "Lớp 1", "Lớp 2"),
        ("em là kỹ thuật viên vườn ươm thì học ở đâu", "410", "307"),
        ("lop 2 hoc o dau vay", "307", "Hội trường A"),
        ("Which room is class 3 in?", "410", "Hội trường A"),
        ("lớp 2 gồm những ai", "khuyến nông", "trang trại"),
        ("lớp 3 có bao nhiêu học viên", "30 học viên", "50 học viên"),
    ],
)
def test_class_is_told_by_its_own_line(classes: Index, question: str, right: str, wrong: str) -> None:
    said = says(classes, question)
    assert right in said
    assert wrong not in said


def test_what_a_class_does_leaves_out_the_others(classes: Index) -> None:
    said = says(classes, "chiều nay lớp 2 học gì", datetime.fromisoformat("2027-05-14T11:00"))
    assert "Phương pháp khuyến nông" in said
    assert "Hỏi đáp chung" in said
    assert "chuỗi" not in said
    assert "sa nhân" not in said
    assert "trình diễn" not in said


def test_topic_of_a_class_tomorrow(classes: Index) -> None:
    said = says(classes, "Sáng mai lớp 1 học chuyên đề gì?", datetime.fromisoformat("2027-05-14T18:00"))
    assert "Tìm kiếm thị trường" in said
    assert "trình diễn" not in said


@pytest.mark.parametrize(
    "question",
    [
        "lớp trưởng lop 2 là ai vậy",
        "chủ nhiệm lớp 1 là ai",
        "lớp 5 học phòng nào",
        "thư ký lớp 3 là ai",
    ],
)
def test_office_or_class_that_the_paper_has_not_is_not_known(classes: Index, question: str) -> None:
    assert not answer(question, classes, None).answered


def test_who_teaches_a_class(classes: Index) -> None:
    said = says(classes, "giảng viên lớp 3 là ai")
    assert "Vàng A Páo" in said
    assert "Hà Thị Lan" not in said


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("Who chairs subcommittee 2?", "Cầm Thị Lan", "Quàng Văn Pản"),
        ("thư ký tiểu ban 1 là ai", "Đèo Thị Mai", "Lù Minh Đạt"),
        ("thu ky tieu ban 2", "Lù Minh Đạt", "Cầm Thị"),
        ("ai làm thư ký tiểu ban giống cây rừng", "Đèo Thị Mai", "Quàng Văn Pản"),
        ("các tiểu ban bắt đầu lúc mấy giờ", "09:15", "13:00"),
        ("tiểu ban thủy lợi mấy giờ bắt đầu", "09:15", "14:30"),
        ("Where does subcommittee 2 meet?", "B-309", "B-214"),
        ("các tiểu ban họp phòng nào", "B-214", "Hội trường"),
    ],
)
def test_subcommittee_by_number_or_topic(subcommittees: Index, question: str, right: str, wrong: str) -> None:
    said = says(subcommittees, question)
    assert right in said
    assert wrong not in said


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("khoa Cơ điện nhận bằng đợt nào", "Đợt chiều", "Đợt sáng"),
        ("đợt sáng gồm khoa nào", "Lâm sinh", "Cơ điện"),
        ("sv khoa Kinh tế tập trung lúc mấy giờ", "13:00", "07:00"),
        ("đợt chiều có bao nhiêu sinh viên", "290", "310"),
    ],
)
def test_round_is_found_by_who_belongs_to_it(rounds: Index, question: str, right: str, wrong: str) -> None:
    said = says(rounds, question)
    assert right in said
    assert wrong not in said


def test_who_leads_is_not_told_by_who_belongs_to_it(rounds: Index) -> None:
    assert "Lâm sinh" not in says(rounds, "người phụ trách đợt sáng là ai")
