"""Plain questions on the agenda that fit any conference, put to papers of many kinds: what must be told."""

from datetime import datetime

import pytest

from tests.questions import CORPUS, index_of, say

UNKNOWN = "Chưa có thông tin"

TOLD = (
    ("asked/42-tinh-tongket-tdkt.txt", "Mấy giờ thì được về?", "Kết thúc lúc 11:30"),
    ("asked/42-tinh-tongket-tdkt.txt", "When can we leave?", "11:30"),
    ("asked/36-ldld-daihoi.txt", "khi nao duoc ve", "Mục cuối của chương trình: 11:15"),
    ("asked/36-ldld-daihoi.txt", "Khi nào được nghỉ giải lao?", "15:15–15:30"),
    ("asked/36-ldld-daihoi.txt", "Thảo luận tổ vào lúc nào?", "14:35–15:15"),
    ("held/143-huyen-nong-thon-moi-quet.txt", "Đi thực tế vào lúc nào?", "13:30"),
    ("held/127-tinh-xuc-tien-dau-tu.txt", "Đi thực tế vào lúc nào?", "14:00–16:30"),
    ("held/127-tinh-xuc-tien-dau-tu.txt", "When is the field trip?", "14:00–16:30"),
    ("asked/30-tinh-xuctiendautu.txt", "Đi thực tế vào lúc nào?", "14:30"),
    ("held/110-so-giao-duc-catdoc.txt", "Đi thực tế vào lúc nào?", UNKNOWN),
    ("held/51-benh-vien-khoa-hoc.txt", "Đi thực tế vào lúc nào?", UNKNOWN),
    ("held/138-phong-dieu-chinh.txt", "Đi thực tế vào lúc nào?", UNKNOWN),
    ("held/138-phong-dieu-chinh.txt", "Đi tham quan lúc mấy giờ?", "13:00–13:30"),
    ("asked/24-congty-hoinghi-nld.txt", "Phát biểu chỉ đạo lúc mấy giờ?", "10:50–11:05"),
    ("asked/30-tinh-xuctiendautu.txt", "Phát biểu chỉ đạo lúc mấy giờ?", "10:45–11:15"),
    ("asked/48-huyen-soket-ntm.txt", "phat bieu chi dao luc may h", "16:40–16:55"),
    ("held/63-quan-su-xa-tong-ket.txt", "Phát biểu chỉ đạo lúc mấy giờ?", "10:15–10:40"),
    ("held/51-benh-vien-khoa-hoc.txt", "Phát biểu chỉ đạo lúc mấy giờ?", UNKNOWN),
    ("held/143-huyen-nong-thon-moi-quet.txt", "Ngày thứ hai có những nội dung gì?", "chỉ có 1 ngày"),
    ("asked/36-ldld-daihoi.txt", "Ngày thứ hai có những nội dung gì?", "07:30–07:50 Văn nghệ chào mừng"),
    ("asked/36-ldld-daihoi.txt", "Ngày thứ năm làm gì?", "20/4/2023"),
    ("held/81-cong-doan-so-ket.txt", "Buổi chiều có gì?", "không ghi giờ của từng mục"),
    ("held/110-so-giao-duc-catdoc.txt", "Buổi chiều có gì?", "không có hoạt động nào"),
    ("held/143-huyen-nong-thon-moi-quet.txt", "chiều làm gì vậy ạ", "13:30 Đi thực tế"),
    ("held/51-benh-vien-khoa-hoc.txt", "Mấy giờ biểu quyết?", UNKNOWN),
    ("held/33-dai-hoi-co-dong.txt", "Mấy giờ biểu quyết?", "10:15–11:00"),
    ("held/127-tinh-xuc-tien-dau-tu.txt", "mấy h đón tiếp đại biểu", UNKNOWN),
    ("held/110-so-giao-duc-catdoc.txt", "mấy h đón tiếp đại biểu", "07:00–07:30"),
    ("asked/48-huyen-soket-ntm.txt", "Trao thưởng lúc mấy giờ?", UNKNOWN),
    ("held/110-so-giao-duc-catdoc.txt", "Trao thưởng lúc mấy giờ?", "10:45–11:15"),
    ("asked/48-huyen-soket-ntm.txt", "Mỗi tham luận trình bày bao nhiêu phút?", "không quá 10 phút"),
    ("held/87-nong-dan-dai-hoi.txt", "Mỗi tham luận trình bày bao nhiêu phút?", UNKNOWN),
    ("asked/30-tinh-xuctiendautu.txt", "Có thi đấu thể thao trong chương trình không?", UNKNOWN),
    ("held/110-so-giao-duc-catdoc.txt", "be mac luc may h", "11:15–11:30"),
    ("held/110-so-giao-duc-catdoc.txt", "sau giai lao la gi", "Thảo luận"),
)


@pytest.mark.parametrize(("plan", "question", "telling"), TOLD)
def test_plain_question_is_answered_from_the_paper(plan: str, question: str, telling: str) -> None:
    words = say(question, index_of(plan, CORPUS), None).words.replace("<b>", "").replace("</b>", "")
    assert telling in words


def test_second_day_of_one_is_not_looked_for_in_another_week() -> None:
    index = index_of("held/143-huyen-nong-thon-moi-quet.txt", CORPUS)
    assert (
        "chỉ có <b>1 ngày</b>" in say("Ngày thứ hai làm gì?", index, datetime.fromisoformat("2022-06-27T09:00")).words
    )


def test_choice_offers_no_work_to_who_asks_for_an_hour() -> None:
    index = index_of("held/87-nong-dan-dai-hoi.txt", CORPUS)
    assert "Nhà khách" not in say("Đi thực tế vào lúc nào?", index, None).words
