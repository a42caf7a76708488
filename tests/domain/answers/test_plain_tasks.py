"""Plain questions about who sees to what, put to papers of many kinds: a telling word of each answer, "?" for none."""

import pytest

from tests.questions import index_of, told

HALL, SOUND, WATER = "Ai lo trang trí hội trường?", "ai lo âm thanh", "ai lo nước uống"
GUARD, DOCTOR, FLOWERS = "Ai lo an ninh trật tự?", "Bên nào lo y tế?", "Ai chuẩn bị hoa?"
LETTERS, PAPERS, MUSIC = "Ai gửi giấy mời?", "Bộ phận nào in tài liệu?", "ai phụ trách văn nghệ?"
LUNCH, PRESS, MONEY = "ai lo cơm trưa thế ạ", "ai mời báo chí", "đơn vị nào lập dự toán"
REPORT, PHOTOS, CLEANING = "Ai soạn báo cáo?", "ai chụp ảnh, quay phim?", "ai lo vệ sinh"

TABLE, PARTY, FIRM = "01-tinh-bang-nhiem-vu.txt", "02-huyen-uy.txt", "03-cong-ty.txt"
SCHOOL, UNION = "04-truong-hoc.md", "asked/118-congdoan-daihoi.txt"
ENGLISH, CAMP = "07-english.txt", "10-mien-nam-phu-luc.txt"

ROWS = [
    (TABLE, WATER, "Văn phòng UBND tỉnh"),
    (TABLE, LETTERS, "18/3/2026"),
    (TABLE, MONEY, "Sở Tài chính"),
    (TABLE, REPORT, "Sở Nông nghiệp và Môi trường"),
    (TABLE, FLOWERS, "?"),
    (TABLE, DOCTOR, "?"),
    (TABLE, PHOTOS, "?"),
    (PARTY, HALL, "Văn phòng Huyện ủy"),
    (PARTY, WATER, "Văn phòng Huyện ủy"),
    (PARTY, PAPERS, "Ban Tuyên giáo và Dân vận Huyện ủy"),
    (PARTY, PRESS, "?"),
    (PARTY, FLOWERS, "?"),
    (PARTY, CLEANING, "?"),
    (FIRM, HALL, "Phòng Hành chính - Nhân sự"),
    (FIRM, SOUND, "Phòng Hành chính - Nhân sự"),
    (FIRM, LETTERS, "Phòng Kinh doanh"),
    (FIRM, MUSIC, "Công đoàn Công ty"),
    (FIRM, GUARD, "?"),
    (FIRM, DOCTOR, "?"),
    (SCHOOL, HALL, "?"),
    (SCHOOL, "ai trang trí", "Nhân viên thư viện"),
    (SCHOOL, MONEY, "Kế toán"),
    (SCHOOL, CLEANING, "?"),
    (ENGLISH, "Who sends the invitations?", "Department of Promotion"),
    (ENGLISH, "Which unit takes care of lunch?", "Administration Office"),
    (ENGLISH, "Who takes care of the sound system?", "?"),
    (CAMP, "Ai lo ăn uống?", "Văn phòng Tỉnh đoàn"),
    (UNION, HALL, "Lê Đình Cảnh"),
    (UNION, DOCTOR, "Trạm Y tế Công ty"),
    (UNION, LETTERS, "Văn phòng Công đoàn"),
    (UNION, MUSIC, "Tiểu ban Văn nghệ - Tuyên truyền"),
    (UNION, LUNCH, "Tiểu ban Hậu cần - Khánh tiết"),
    (UNION, MONEY, "Phòng Kế toán"),
    (UNION, PHOTOS, "?"),
]


@pytest.mark.parametrize(("plan", "question", "expected"), ROWS)
def test_a_plain_question_gets_whoever_the_paper_names(plan: str, question: str, expected: str) -> None:
    words = told(index_of(plan), question)
    assert words == "?" if expected == "?" else expected in words
