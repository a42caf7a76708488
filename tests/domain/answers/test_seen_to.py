"""Who sees to the matters of every conference: by the tasks that tell them, and not by what only looks like them."""

import pytest

from domain.answers import answer
from domain.answers.values import NoInformation, Quoted, Responsible
from tests.questions import index_from, told

PLAN = """SỞ NÔNG NGHIỆP TỈNH LŨNG VÀI
KẾ HOẠCH
Tổ chức Hội nghị tổng kết vụ mùa năm 2026
1. Thời gian: 01 ngày, 14/10/2026.
2. Địa điểm: Hội trường lớn Sở Nông nghiệp.
3. Chương trình
- 7h30 - 8h00: Đón tiếp đại biểu (Phòng Tổ chức)
- 8h00 - 8h30: Chuyên đề an ninh lương thực và y tế thôn bản (Tiến sĩ Lò Văn Pâng)
- 8h30 - 9h00: Ôn lại truyền thống của ngành (Ông Vàng A Sử)
- 9h00 - 9h15: Chụp ảnh lưu niệm (Giám đốc Sở)
4. Tổ chức thực hiện
a) Văn phòng Sở: chuẩn bị phòng họp, ma két, nước uống; phát hành giấy mời trước ngày 01/10/2026.
b) Phòng Văn hóa - Xã hội: mời báo cáo viên; dàn dựng 02 tiết mục văn nghệ.
c) Phòng Kế hoạch: soạn báo cáo tổng kết; lập dự trù kinh phí.
d) Công an phường: giữ gìn ANTT, bố trí nơi để xe.
đ) Trạm Y tế phường: cử 01 y sĩ trực.
e) Các huyện: tự lo phương tiện đi lại.
g) Tiểu ban Hậu cần (bà Giàng Thị Mỷ, Phó Chánh Văn phòng - Trưởng tiểu ban): lễ tân, ăn trưa, xe đưa đón khách.
"""
INDEX = index_from(PLAN)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Ai lo trang trí hội trường?", "Văn phòng Sở"),
        ("don vi nao phu trach maket", "Văn phòng Sở"),
        ("Ai bố trí phòng họp ạ?", "Văn phòng Sở"),
        ("ai lo nước giữa giờ", "Văn phòng Sở"),
        ("Đơn vị nào mời đại biểu?", "Văn phòng Sở"),
        ("Bên nào lo an ninh trật tự?", "Công an phường"),
        ("Đơn vị nào lo giữ xe, phân luồng giao thông?", "Công an phường"),
        ("ai trực y tế", "Trạm Y tế"),
        ("Which unit is in charge of medical care?", "Trạm Y tế"),
        ("đơn vị nào lập dự toán, quyết toán", "Phòng Kế hoạch"),
        ("Ai soạn báo cáo?", "Phòng Kế hoạch"),
        ("xe cộ bên nào lo", "Tiểu ban Hậu cần"),
        ("ai lo cơm trưa thế ạ", "Giàng Thị Mỷ"),
        ("bên nào lo lễ tân", "Tiểu ban Hậu cần"),
        ("Ai đón tiếp đại biểu?", "Phòng Tổ chức"),
    ],
)
def test_a_matter_is_seen_to_by_whoever_has_its_task(question: str, expected: str) -> None:
    found = answer(question, INDEX, None)
    assert isinstance(found, Responsible)
    assert expected in told(INDEX, question)


@pytest.mark.parametrize(
    "question",
    [
        "Ai chuẩn bị hoa?",  # "Văn hóa" is no flower
        "ai lo truyền thông",  # nor "truyền thống" the press
        "ai chụp ảnh, quay phim?",  # who stands in the picture does not take it, and "phim" is no film to see
        "Ai mời báo chí?",
        "ai lo loa đài, micro",
        "Bộ phận nào in tài liệu?",
        "Bộ phận nào hỗ trợ kỹ thuật?",
        "ai kiểm tra, đôn đốc việc chuẩn bị?",
        "ai chịu trách nhiệm chung?",
        "Ai làm thư ký ghi biên bản?",
    ],
)
def test_what_no_task_tells_is_not_known(question: str) -> None:
    found = answer(question, INDEX, None)
    assert isinstance(found, NoInformation)
    assert not found.beside


@pytest.mark.parametrize(
    "question",
    ["Ai phát biểu về an ninh lương thực?", "Ai được mời dự hội nghị?", "Tiểu ban Hậu cần do ai phụ trách?"],
)
def test_another_question_about_the_same_words_is_left_to_others(question: str) -> None:
    assert "Công an" not in told(INDEX, question)
    assert "giấy mời" not in told(INDEX, question)


ANOTHER = index_from(
    """HỘI NÔNG DÂN HUYỆN NÀ PHẶC
KẾ HOẠCH
Tổ chức Hội nghị sơ kết năm 2026
Số: 15/KH-VP
1. Thời gian: 01 ngày, 14/10/2026.
2. Địa điểm: Hội trường UBND huyện.
3. Dẫn chương trình: bà Lò Thị Inh.
4. Chương trình
- 7h30 - 8h00: Đón tiếp đại biểu
- 8h00 - 8h30: Phát biểu của Bí thư Huyện ủy (Bí thư Huyện ủy)
- 12h00: Tiệc mừng (Chủ tịch Hội Nông dân huyện)
5. Tổ chức thực hiện
a) Văn phòng Hội: tổng hợp danh sách đại biểu trước ngày 05/10/2026; chuẩn bị giấy khen.
b) Ban Kinh tế: lập danh sách hộ nghèo nhận bò giống.
c) Ban Tổ chức: bố trí nơi nghỉ cho đại biểu xã xa.
d) Đoàn xã Nà Phặc: bố trí xe đưa đón từ Khách sạn Nà Phặc.
đ) Các xã: gửi danh sách đại biểu về Văn phòng Hội trước ngày 01/10/2026; phối hợp tuyên truyền.
"""
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Ai dẫn chương trình?", "Lò Thị Inh"),
        ("Đơn vị nào tổng hợp danh sách đại biểu?", "Tổng hợp danh sách đại biểu"),
        ("Ai nhận đăng ký đại biểu?", "Văn phòng Hội"),
        ("Đơn vị nào bố trí chỗ nghỉ cho đại biểu?", "Bố trí nơi nghỉ"),
        ("Ai chuẩn bị khen thưởng?", "giấy khen"),
        ("VP có nhiệm vụ gì?", "giấy khen"),
        ("Phân công nhiệm vụ cho các đơn vị ra sao?", "Các xã"),
        ("phân công thế nào?", "Ban Kinh tế"),
    ],
)
def test_the_line_that_tells_it_is_told_before_others(question: str, expected: str) -> None:
    words = told(ANOTHER, question)
    assert expected.casefold() in words.casefold()
    assert "bò giống" not in words or "hân công" in question
    assert "Khách sạn" not in words or "hân công" in question


@pytest.mark.parametrize(
    "question", ["ai lo cơm trưa thế ạ", "Đơn vị nào phối hợp tổ chức?", "Tổ thư ký làm gì?", "ai lo chỗ để xe"]
)
def test_neither_hosts_nor_bodies_of_other_names_see_to_it(question: str) -> None:
    assert told(ANOTHER, question) == "?"


def test_a_clause_of_another_body_is_told_of_that_body() -> None:
    index = index_from(
        """UBND XÃ KHE TRÚC
KẾ HOẠCH
Tổ chức Hội nghị sơ kết năm 2026
1. Thời gian: 01 ngày, 14/10/2026.
2. Tổ chức thực hiện
a) Công an xã: bảo đảm an ninh. Trạm Y tế xã cử 01 y sĩ trực tại hội trường.
"""
    )
    assert told(index, "Bên nào lo y tế?").startswith("<b>Trạm Y tế xã</b>")
    assert told(index, "Ai lo an ninh trật tự?").startswith("<b>Công an xã</b>")


def test_who_sends_a_list_in_does_not_keep_it() -> None:
    index = index_from(
        """HỘI NÔNG DÂN HUYỆN NÀ PHẶC
KẾ HOẠCH
Tổ chức Hội nghị sơ kết năm 2026
1. Thời gian: 01 ngày, 14/10/2026.
2. Tổ chức thực hiện
a) Các xã: gửi danh sách đại biểu về Văn phòng Hội trước ngày 01/10/2026.
"""
    )
    found = answer("Đơn vị nào tổng hợp danh sách đại biểu?", index, None)
    assert isinstance(found, Quoted)
    assert "Văn phòng Hội" in found.texts[0]
