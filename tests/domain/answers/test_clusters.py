"""Conferences of several provinces: who is in the cluster, who leads it next, who sleeps where, gifts, extra people."""

import pytest

from domain.answers import answer
from tests.questions import index_from, say

CLUSTER = index_from(
    "CỤM THI ĐUA CÁC TỈNH NAM SÔNG MÂY\n\nKẾ HOẠCH\n"
    "Tổ chức Hội nghị tổng kết năm 2026 Cụm thi đua các tỉnh Nam sông Mây\n\n"
    "I. THỜI GIAN, ĐỊA ĐIỂM\n1. Thời gian: ngày 12 và 13/11/2026.\n2. Địa điểm: Nhà hát tỉnh Hạ Vân.\n\n"
    "II. THÀNH PHẦN\n1. Sở Nội vụ các tỉnh trong Cụm (Hạ Vân, Đồng Lâm, Cửa Sót, Phú Ninh): "
    "mỗi đoàn 05 người và 01 lái xe.\n\n"
    "III. CHƯƠNG TRÌNH\nNgày 13/11/2026\n- 8h00 - 8h30: Khai mạc.\n"
    "- 8h30 - 9h00: Bàn giao nhiệm vụ Cụm trưởng năm 2027 cho tỉnh Cửa Sót; "
    "giới thiệu tỉnh Phú Ninh làm Cụm phó năm 2027.\n"
    "- 9h00 - 9h15: Bế mạc.\n\n"
    "IV. NƠI NGHỈ\n- Khách sạn Hoa Gạo (số 4 đường Cầu Mới): lãnh đạo Trung ương; đoàn Đồng Lâm, Cửa Sót.\n"
    "- Nhà khách tỉnh Hạ Vân (số 20 đường Bến Đò): đoàn Phú Ninh; lái xe các đoàn.\n\n"
    "V. PHÂN CÔNG\n1. Sở Nội vụ tỉnh Hạ Vân: chuẩn bị hội trường; quà lưu niệm cho các đoàn (mỗi đoàn 01 lọ gốm); "
    "chi trả ăn nghỉ theo số lượng đăng ký, người đi thêm tự túc kinh phí.\n"
    "2. Các tỉnh: gửi báo cáo trước ngày 30/10/2026; tặng quà Tết cho 10 hộ nghèo, "
    "mỗi hộ 01 suất quà trị giá 500.000 đồng.\n"
)


def told(question: str) -> str:
    said = say(question, CLUSTER, None)
    assert said.answered, question
    return said.words


@pytest.mark.parametrize("question", ["Cụm gồm những tỉnh nào?", "trong cum co may tinh"])
def test_the_members_in_brackets_are_those_of_the_cluster(question: str) -> None:
    words = told(question)
    assert all(name in words for name in ("Hạ Vân", "Đồng Lâm", "Cửa Sót", "Phú Ninh")) and "lái xe" not in words


@pytest.mark.parametrize(
    ("question", "leads", "other"),
    [
        ("năm 2027 tỉnh nào làm cụm trưởng", "Cửa Sót", "Phú Ninh"),
        ("nam sau tinh nao lam cum pho", "Phú Ninh", "Cửa Sót"),
        ("Which province leads the cluster next year?", "Cửa Sót", "Phú Ninh"),
    ],
)
def test_who_leads_in_a_year_to_come_is_told_by_the_handing_over(question: str, leads: str, other: str) -> None:
    words = told(question)
    assert leads in words and other not in words


@pytest.mark.parametrize("question", ["năm 2027 tỉnh nào làm cụm trưởng", "nam sau ai lam cum truong"])
def test_that_a_leader_is_elected_there_does_not_tell_who(question: str) -> None:
    paper = index_from(
        "KẾ HOẠCH\nHội nghị tổng kết năm 2026 Cụm thi đua Bắc sông Mây\n\nThời gian: ngày 12/11/2026\n\n"
        "CHƯƠNG TRÌNH\n- 8h00: Khai mạc\n- 9h00: Chấm điểm; bầu Cụm trưởng, Cụm phó năm 2027\n- 10h00: Bế mạc\n"
    )
    assert not answer(question, paper, None).answered


def test_of_a_year_that_nothing_hands_over_nobody_is_told() -> None:
    assert not answer("năm 2031 tỉnh nào làm cụm trưởng", CLUSTER, None).answered


@pytest.mark.parametrize(
    ("question", "house", "other"),
    [
        ("đoàn Cửa Sót ở khách sạn nào", "Hoa Gạo", "Bến Đò"),
        ("lái xe ngủ đâu z", "Bến Đò", "Hoa Gạo"),
        ("tai xe ngu cho nao", "Bến Đò", "Hoa Gạo"),
    ],
)
def test_each_sleeps_where_its_own_line_says(question: str, house: str, other: str) -> None:
    words = told(question)
    assert house in words and other not in words


def test_a_house_called_like_a_delegation_is_not_its_bed() -> None:
    said = say("đoàn Hạ Vân ngủ ở đâu", CLUSTER, None)
    assert not said.answered and "Bến Đò" not in said.words


@pytest.mark.parametrize(
    "question", ["Đi dư người thì ai trả tiền?", "di them nguoi thi sao", "Who pays for extra people?"]
)
def test_those_beyond_the_number_pay_as_the_paper_says(question: str) -> None:
    assert "tự túc kinh phí" in told(question)


@pytest.mark.parametrize("question", ["được tặng quà gì", "quà lưu niệm là gì vậy", "What gift do delegates get?"])
def test_the_gift_is_named_and_not_that_of_others(question: str) -> None:
    first, *_ = told(question).split("<blockquote>")  # what the paper says besides may speak of others
    assert "lọ gốm" in first and "hộ nghèo" not in first


@pytest.mark.parametrize(
    "question", ["Is there a shuttle from the airport?", "có xe đón ở ga không", "ai don o san bay k"]
)
def test_nobody_is_met_where_the_paper_does_not_say_so(question: str) -> None:
    assert not say(question, CLUSTER, None).answered
