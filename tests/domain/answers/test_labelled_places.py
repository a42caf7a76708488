"""Where a thing is held that a line of the paper puts beside a place, on either side of its colon."""

import pytest

from domain.answers import Index
from tests.questions import index_from, say

FAIR = """LIÊN HIỆP HỢP TÁC XÃ TỈNH BẮC LŨNG
Số: 12/KH-LH
KẾ HOẠCH
Tổ chức Ngày hội nông sản và Hội nghị kết nối cung cầu tỉnh Bắc Lũng năm 2026
I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: ngày 12/9/2026.
2. Địa điểm: Trung tâm Văn hóa tỉnh Bắc Lũng, số 5 đường Trần Phú.
- Sảnh lớn: Lễ khai mạc.
- Nhà C: trưng bày chè, mật ong.
- Hội trường Hoa Ban (tầng 3): Hội nghị kết nối cung cầu.
- Phòng Mai Vàng (tầng 1): tư vấn vay vốn.
II. CHƯƠNG TRÌNH
- 7h30: Đón tiếp đại biểu.
- 8h00: Khai mạc.
- 11h00: Bế mạc.
III. PHÂN CÔNG
- Phòng Tổng hợp: chuẩn bị nước uống, hoa tươi.
"""

GAMES = """CÔNG ĐOÀN HUYỆN KHE SIM
Số: 7/KH-CĐ
KẾ HOẠCH
Tổ chức Hội thao công nhân huyện Khe Sim năm 2026
I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: ngày 20/6/2026.
2. Địa điểm:
- Cờ vua, bóng bàn: Nhà văn hóa công nhân;
- Cầu lông, đá cầu: Nhà thi đấu huyện;
- Kéo co: Sân vận động huyện.
II. LỊCH THI ĐẤU
- 7h00: Khai mạc.
- 8h00: Cờ vua, bóng bàn vòng loại.
- 9h00: Cầu lông vòng loại.
"""


@pytest.fixture(scope="module")
def fair() -> Index:
    return index_from(FAIR)


@pytest.fixture(scope="module")
def games() -> Index:
    return index_from(GAMES)


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("hội nghị kết nối cung cầu ở đâu", "Hội trường Hoa Ban"),
        ("Hội nghị kết nối cung cầu họp phòng nào?", "Hội trường Hoa Ban"),
        ("le khai mac o dau", "Sảnh lớn"),
        ("tư vấn vay vốn ở phòng nào", "Phòng Mai Vàng"),
        ("trưng bày mật ong ở đâu", "Nhà C"),
    ],
)
def test_the_place_before_the_colon_is_told(fair: Index, question: str, place: str) -> None:
    assert place in say(question, fair, None).words


def test_a_unit_with_its_work_is_no_place(fair: Index) -> None:
    assert "Phòng Tổng hợp:" not in say("nước uống ở đâu", fair, None).words


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("bóng bàn đánh ở đâu", "Nhà văn hóa công nhân"),
        ("cờ vua đấu ở đâu", "Nhà văn hóa công nhân"),
        ("bong ban danh o dau", "Nhà văn hóa công nhân"),
        ("cầu lông thi đấu ở đâu", "Nhà thi đấu huyện"),
        ("đá cầu chơi ở đâu", "Nhà thi đấu huyện"),
    ],
)
def test_a_game_is_played_where_its_line_says(games: Index, question: str, place: str) -> None:
    said = say(question, games, None)
    assert said.answered and place in said.words


SHOW = """TRUNG ĐOÀN KHE LAU
KẾ HOẠCH
Tổ chức Đại hội thi đua
I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 8h00 ngày 12/6/2026.
2. Địa điểm: Hội trường lớn; trưng bày ảnh và mô hình đẹp tại Nhà truyền thống.
3. Chiến sĩ không dự trưng bày nhận quà tại kho quân nhu.
II. CHƯƠNG TRÌNH
- 7h00: Kiểm tra trưng bày.
- 8h00: Khai mạc.
- 10h00: Bế mạc.
"""


def test_what_a_long_name_begins_with_is_where_its_line_says() -> None:
    said = say("trưng bày ở chỗ nào", index_from(SHOW), None).words
    assert "Nhà truyền thống" in said
    assert "kho quân nhu" not in said


POINTS = """UBND HUYỆN LŨNG VÀI
KẾ HOẠCH
Tổ chức Hội nghị phòng bệnh cho trâu bò năm 2026
I. THỜI GIAN, HÌNH THỨC
1. Thời gian: 14h00 ngày 11/3/2026.
2. Hình thức: trực tiếp kết hợp trực tuyến.
a) Điểm cầu trung tâm: Hội trường nhà B, trụ sở huyện.
b) Điểm cầu Nà Lốc: Phòng họp tầng 2, chợ trung tâm Nà Lốc.
III. THÀNH PHẦN
1. Chủ trì: Phó Chủ tịch huyện.
2. Tại điểm cầu trung tâm (dự kiến 12 đại biểu)
- Đại diện Trạm Thú y; Phòng Kinh tế;
- Lãnh đạo các xã.
"""


@pytest.mark.parametrize(
    ("question", "place"),
    [("diem cau trung tam o dau", "Hội trường nhà B"), ("điểm cầu Nà Lốc đặt ở đâu ạ", "Phòng họp tầng 2")],
)
def test_a_place_joined_online_is_where_its_own_line_says(question: str, place: str) -> None:
    said = say(question, index_from(POINTS), None)
    assert said.answered and place in said.words


BEDS = """HỘI NÔNG DÂN HUYỆN KHE SIM
Số: 9/KH-HND
KẾ HOẠCH
Tổ chức Hội nghị tổng kết phong trào năm 2026
I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 8h00 ngày 12/9/2026.
2. Địa điểm: Hội trường Huyện ủy Khe Sim.
3. Nơi nghỉ: khách sạn Suối Reo, số 2 Lê Lợi.
II. CHƯƠNG TRÌNH
- 8h00: Khai mạc.
- 11h00: Bế mạc.
"""


@pytest.mark.parametrize("question", ["hội nghị ở đâu ạ", "hoi nghi o dau", "hội nghị tại đâu"])
def test_a_meeting_is_no_rest_though_its_name_ends_like_one(question: str) -> None:
    said = say(question, index_from(BEDS), None)
    assert said.answered and "Huyện ủy" in said.words and "Suối Reo" not in said.words
    assert "Suối Reo" in say("đại biểu nghỉ ở đâu", index_from(BEDS), None).words
