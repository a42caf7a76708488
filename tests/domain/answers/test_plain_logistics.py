"""Plain questions of bed, board, ride, cost and care, put to kept papers: a telling word, or that it is not known."""

from dataclasses import dataclass

import pytest

from domain.answers import answer_each
from templates.render import text
from tests.questions import index_of


@dataclass(frozen=True, slots=True)
class Row:
    """A question to a paper, and what the answer holds; None where the paper does not tell it."""

    plan: str
    question: str
    told: str | None


ROWS = [
    Row(f"{plan}.txt", question, told)
    for plan, rows in {
        "asked/18-tap-huan": (
            ("Nghỉ ở khách sạn nào?", "Nhà khách Huyện ủy"),
            ("Nhận phòng từ mấy giờ?", "15h00"),
            ("co xe don ko", "6h00"),
            ("trưa ăn j vậy", None),
        ),
        "asked/24-congty-hoinghi-nld": (
            ("Ăn trưa ở đâu?", "Nhà ăn số 2"),
            ("Có ăn tối không?", None),
            ("Có suất ăn chay không?", "suất ăn chay"),
            ("mấy giờ xe về?", "13h00"),
            ("Ốm thì gặp ai?", "sảnh tầng 3"),
        ),
        "asked/30-tinh-xuctiendautu": (
            ("Ai trả tiền phòng?", "tự túc"),
            ("Có ăn tối không?", "Tiệc chào mừng"),
            ("Có xe đưa đón không?", "Sân bay"),
            ("Trả phòng lúc mấy giờ?", "12h00"),
        ),
        "asked/36-ldld-daihoi": (
            ("nghi o khach san nao", "Nhà khách Huyện ủy"),
            ("Ban tổ chức có xe đưa đón không?", "sân Huyện ủy"),
            ("Ăn trưa ở đâu?", "Hương Cau"),
        ),
        "asked/42-tinh-tongket-tdkt": (
            ("Ban tổ chức có xe đưa đón không?", None),
            ("Ai trả tiền phòng?", "công tác phí"),
            ("gui xe o dau", "bãi xe phía sau"),
        ),
        "asked/48-huyen-soket-ntm": (
            ("mấy giờ xe về?", "sau khi Hội nghị kết thúc"),
            ("Ai trả tiền phòng?", None),
        ),
        "asked/54-xa-daihoi-phunu": (
            ("Có xe đưa đón không?", "bến đò"),
            ("Ăn trưa ở đâu?", "bếp ăn"),
            ("Ốm thì gặp ai?", "sơ cấp cứu"),
        ),
        "asked/60-tinh-soket-nghiquyet": (
            ("Có ăn tối không?", None),
            ("Có suất ăn chay không?", None),
            ("Ốm thì gặp ai?", "kíp trực"),
            ("Ai chịu chi phí đi lại?", "tự chi trả"),
        ),
        "held/105-ngay-hoi-ban-quet": (("Mặc gì khi dự hội nghị?", None),),
        "held/121-giay-moi-so-cong-thuong": (
            ("Nghỉ ở khách sạn nào?", None),
            ("Chỗ ở có được bố trí không?", None),
            ("Email ban tổ chức là gì?", "qltm@"),
            ("Hội nghị tổ chức ở khách sạn nào?", "An Phước Riverside"),
        ),
        "held/127-tinh-xuc-tien-dau-tu": (("Ăn trưa ở đâu?", None), ("Có ăn tối không?", "Tiệc chiêu đãi")),
        "held/27-so-yte-hoi-nghi-giao-ban": (("mấy giờ xe về?", None),),
        "held/33-dai-hoi-co-dong": (("Ai trả tiền phòng?", "tự túc"), ("Cần mang theo gì?", "CCCD")),
        "held/45-mttq-ngay-hoi": (("Có phải đóng phí không?", None),),
        "held/51-benh-vien-khoa-hoc": (
            ("Is lunch provided?", "150 suất"),
            ("Có ăn tối không?", None),
            ("Đến hội trường đi đường nào?", "Nam Trạch"),
        ),
        "held/57-xa-ngay-hoi-an-ninh": (
            ("Có phải đóng phí không?", None),
            ("Nếu mưa thì sao?", "Hội trường UBND xã"),
        ),
        "held/63-quan-su-xa-tong-ket": (("Lệ phí tham dự bao nhiêu?", None), ("Ai trả tiền phòng?", None)),
        "held/69-cong-van-dien-dan": (
            ("Có được hút thuốc không?", None),
            ("Có suất ăn chay không?", None),
            ("Who pays for the hotel?", "Không hỗ trợ tiền nghỉ"),
            ("Lệ phí tham dự bao nhiêu?", None),
        ),
        "held/75-phu-nu-tap-huan": (("Phòng nghỉ ai trả tiền?", "đơn vị cử đi chi trả"),),
        "held/81-cong-doan-so-ket": (("Có xe đưa đón không?", "đại biểu khách mời"),),
        "held/87-nong-dan-dai-hoi": (("Nghỉ ở khách sạn nào?", "Giao Tế"),),
        "held/143-huyen-nong-thon-moi-quet": (("Có xe đưa đón không?", "đi thực tế"),),
    }.items()
    for question, told in rows
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.plan} {row.question}")
def test_plain_question(row: Row) -> None:
    found = answer_each(row.question, index_of(row.plan), None)
    if row.told is None:
        assert not any(each.answered for each in found), found
        assert "Ông/bà muốn hỏi" not in text(found[0], "vi")
    else:
        assert row.told in " ".join(text(each, "vi") for each in found if each.answered)
