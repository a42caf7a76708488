"""Parts held at once, whoever speaks, meetings of the parts of a body, where one is picked up, when it is over."""

import pytest

from domain.answers import Index, answer, language_of
from templates.render import text
from tests.questions import index_from

PLAN = """TRƯỜNG ĐẠI HỌC BIỂN XANH
Số: 12/KH-ĐHBX
KẾ HOẠCH
Tổ chức Hội nghị khoa học toàn trường năm 2026
I. THỜI GIAN, ĐỊA ĐIỂM
1. Hội nghị cấp khoa, phòng: từ ngày 05/10/2026 đến hết ngày 09/10/2026, tại từng đơn vị.
2. Hội nghị toàn trường: 7h30 ngày 17/10/2026.
Địa điểm: Hội trường A1, Trường Đại học Biển Xanh.
Ngôn ngữ: tiếng Việt; riêng Tiểu ban 2 dùng tiếng Anh. Bài viết bằng tiếng Anh gửi về https://hoinghi.example.
II. THÀNH PHẦN
Tổng số đại biểu: 220 người (riêng tham quan buổi chiều: 40 người, theo danh sách đăng ký).
III. CHƯƠNG TRÌNH
7h00 – 7h30: Đại biểu tập trung tại cổng chính, lên xe
8h45 – 9h30: Báo cáo mời 1: An ninh nguồn nước (GS.TS. Trịnh Văn Khoa, Viện Khoa học Thủy lợi)
9h30 – 10h15: Báo cáo mời 2: Nature-based Solutions (Prof. Anna Lindqvist, qua Zoom)
13h30 – 15h00: Các tiểu ban họp song song, đợt 1
+ Tiểu ban 1: Chất lượng nước (Phòng C3.201; PGS.TS. Đỗ Minh Hằng chủ trì)
+ Tiểu ban 2: Thủy văn (Phòng C3.202; TS. Trần Quốc Bảo chủ trì)
15h20 – 16h00: Các tiểu ban họp song song, đợt 2
+ Tiểu ban 1 (tiếp theo) (Phòng C3.201)
16h40 – 17h00: Bế mạc
17h15: Liên hoan (Nhà ăn sinh viên)
IV. PHÂN CÔNG
1. Phòng Hành chính
- Ban hành giấy triệu tập, giấy mời trước ngày 10/10/2026
- Phối hợp với Trạm Y tế sắp xếp lịch trực
2. Báo và Phát thanh, Truyền hình Biển Xanh
- Đưa tin về Hội nghị
3. Các khoa
- Gửi biên bản hội nghị cấp khoa trước ngày 12/10/2026; nộp báo cáo sơ kết trước ngày 01/10/2026
Mọi vướng mắc liên hệ ông Vi Văn Tấn, Phòng Khoa học, điện thoại 0912.000.345.
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return index_from(PLAN)


def said(index: Index, question: str) -> str:
    found = answer(question, index, None)
    return text(found, language_of(question)) if found.answered else ""


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("Ai chủ trì Tiểu ban 1?", "Đỗ Minh Hằng"),
        ("tieu ban 2 ai chu tri vay", "Trần Quốc Bảo"),
        ("Who chairs sub-committee 2?", "Trần Quốc Bảo"),
        ("Tiểu ban 2 họp phòng nào?", "C3.202"),
        ("chiều 17/10 có những tiểu ban nào", "Tiểu ban 2: Thủy văn"),
        ("chiều 17/10 có những tiểu ban nào", "Phòng C3.201"),
        ("có mấy tiểu ban", "2 mục"),
        ("Các tiểu ban song song bắt đầu lúc mấy giờ", "13:30"),
        ("các tiểu ban ở phòng nào", "C3.202"),
        ("What are the parallel sessions?", "Tiểu ban 1: Chất lượng nước"),
        ("When is Professor Lindqvist's talk?", "09:30–10:15"),
        ("What time does Prof. Lindqvist speak?", "09:30–10:15"),
        ("Khi nào đến bài của GS Khoa", "08:45–09:30"),
        ("Where is Dr Hằng's session?", "C3.201"),
        ("Đại biểu lên xe ở chỗ nào?", "cổng chính"),
        ("Where do we get on the bus?", "cổng chính"),
        ("di tham quan bao nhieu nguoi", "40 người"),
        ("Ai phát giấy triệu tập?", "Phòng Hành chính"),
        ("Phòng nào phối hợp với Trạm Y tế sắp xếp lịch trực?", "Phòng Hành chính"),
        ("Các khoa phải họp xong hội nghị cấp khoa trước ngày nào?", "9/10/2026"),
        ("các khoa họp xong trước ngày nào", "9/10/2026"),
        ("Khoa Toán họp hội nghị cấp khoa ở đâu", "từng đơn vị"),
        ("Các khoa gửi biên bản hội nghị cấp khoa trước ngày nào", "12/10/2026"),
        ("Phòng Tổ chức nộp báo cáo sơ kết trước ngày nào?", "1/10/2026"),
        ("When does the meeting finish?", "17:00"),
        ("Which room is the English session in?", "C3.202"),
        ("Tiểu ban dùng tiếng Anh ai chủ trì", "Trần Quốc Bảo"),
        ("Who should I contact about the field trip?", "0912.000.345"),
    ],
)
def test_answer_tells(index: Index, question: str, holds: str) -> None:
    assert holds in said(index, question)


def test_list_of_what_is_held_at_once_leaves_out_the_rest_of_the_day(index: Index) -> None:
    assert "Liên hoan" not in said(index, "chiều 17/10 có những tiểu ban nào")


@pytest.mark.parametrize(
    "question",
    [
        "When does Professor Miller speak?",
        "Hội nghị có truyền hình trực tiếp cho bà con xem không ạ?",
        "hội nghị khóa trước họp ở đâu",
        "Who should I contact about visas?",
        "Which room is the French session in?",
        "Số điện thoại của Trạm Y tế là bao nhiêu?",
    ],
)
def test_what_the_plan_does_not_tell_is_not_known(index: Index, question: str) -> None:
    assert said(index, question) == ""


def test_number_of_the_paper_is_no_department_with_a_conference_of_its_own(index: Index) -> None:
    assert "12/KH" in said(index, "Kế hoạch hội nghị số bao nhiêu, ban hành ngày nào?")
