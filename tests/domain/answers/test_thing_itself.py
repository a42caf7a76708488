"""A bed's number, a seat, a price, a name and a number to call are answered by themselves alone."""

from datetime import datetime

import pytest

from domain.answers import Index, answer_each
from domain.conference import Conference, Fact, Group, Programme, Session
from domain.ids import GroupId, SessionId

NOW = datetime(2026, 7, 1, 9)  # noqa: DTZ001 - local time
DAY = NOW.date()
INDEX = Index.of(
    Programme(
        conference=Conference(
            code="HT",
            title="Hội thảo khuyến nông tỉnh Lũng Vài",
            issuer="Sở Nông nghiệp tỉnh Lũng Vài",
            starts_on=DAY,
            venue="Hội trường tầng 2, Khách sạn Mây Trắng",
            signer="Lò Văn Pành",
            signer_title="KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC",
            contact="bà Vi Thị Sen, Phó Chánh Văn phòng, điện thoại 0218.000.440",
        ),
        groups=(Group(id=GroupId(1), level="Khách mời", description="Chủ tịch UBND huyện Nà Phặc"),),
        sessions=(
            Session(id=SessionId(1), title="Phát biểu khai mạc", day=DAY, start=NOW.time(), responsible="Giám đốc Sở"),
            Session(
                id=SessionId(2), title="Thảo luận Tổ 1", day=DAY, position=2, room="Phòng 204", responsible="ông Hà Tạo"
            ),
            Session(
                id=SessionId(3),
                title="Giới thiệu mô hình",
                day=DAY,
                position=3,
                responsible="ông Tòng Văn Hặc, Chủ tịch Hội Làm vườn",
            ),
        ),
        facts=(
            Fact(topic="lodging", text="Đại biểu ở xa nghỉ tại Khách sạn Mây Trắng, giảm 10% cho hội thảo"),
            Fact(topic="fee", text="Lệ phí tham dự: 200.000 đồng một người"),
            Fact(topic="other", text="Không thu bất kỳ khoản tiền nào của học viên"),
            Fact(topic="other", text="Đại biểu bận việc: báo Văn phòng trước ngày 28/6"),
            Fact(topic="other", text="Giải gian hàng đẹp: Nhất 3.000.000 đồng; Nhì 2.000.000 đồng"),
            Fact(topic="seat", text="Đại biểu các huyện ngồi theo biển tên tại hội trường"),
        ),
    )
)


def _answered(question: str) -> str:
    return " ".join(str(each) for each in answer_each(question, INDEX, NOW) if each.answered)


@pytest.mark.parametrize(
    "question",
    [
        "Tôi ở phòng số mấy khách sạn Mây Trắng?",
        "phòng nghỉ của em số bao nhiêu ạ",
        "toi ngu phong may",
        "khách sạn Mây Trắng giá phòng bao nhiêu một đêm",
        "gia phong khach san may trang",
        "Em ngồi hàng ghế nào?",
        "Giám đốc Sở tên gì?",
        "giám đốc sở là ai",
        "Ai là Chủ tịch UBND huyện Nà Phặc?",
        "cho xin số của giám đốc sở",
        "số điện thoại chủ tịch huyện Nà Phặc",
        "bão số 3 khi nào đổ bộ",
        "giải nhất văn nghệ bao nhiêu tiền",
    ],
)
def test_what_the_paper_does_not_give_is_not_known(question: str) -> None:
    assert _answered(question) == ""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Đại biểu ở xa nghỉ khách sạn nào?", "Mây Trắng"),
        ("Tổ 1 thảo luận ở phòng mấy?", "204"),
        ("hội thảo họp ở phòng nào", "tầng 2"),
        ("lệ phí bao nhiêu tiền", "200.000"),
        ("phó giám đốc sở là ai", "Lò Văn Pành"),
        ("Chủ tịch Hội Làm vườn tên gì?", "Tòng Văn Hặc"),
        ("phó chánh văn phòng là ai", "Vi Thị Sen"),
        ("số điện thoại phó chánh văn phòng", "0218.000.440"),
        ("đại biểu các huyện ngồi thế nào", "biển tên"),
        ("đi học có phải đóng tiền gì không", "Không thu"),
        ("em bận không đi được thì làm sao ạ", "báo Văn phòng"),
        ("giải nhì gian hàng đẹp bao nhiêu tiền", "2.000.000"),
    ],
)
def test_what_the_paper_gives_is_told(question: str, told: str) -> None:
    assert told in _answered(question)
