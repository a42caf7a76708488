"""Plain questions about limits, invitations, registration and documents, put to the example plans."""

import pytest

from tests.questions import index_of, say

ROWS = (
    ("01-tinh-bang-nhiem-vu", "Hạn gửi danh sách đại biểu?", None),
    ("01-tinh-bang-nhiem-vu", "Đăng ký tham dự đến bao giờ?", None),
    ("01-tinh-bang-nhiem-vu", "Hạn nộp báo cáo?", "15/3/2026"),
    ("01-tinh-bang-nhiem-vu", "bài tham luận nộp trc ngày nào", None),
    ("01-tinh-bang-nhiem-vu", "Khi nào thì có giấy mời?", "18/3/2026"),
    ("01-tinh-bang-nhiem-vu", "Bao giờ gửi giấy mời?", "18/3/2026"),
    ("01-tinh-bang-nhiem-vu", "Sắp đến hạn việc gì?", "12/3/2026"),
    ("01-tinh-bang-nhiem-vu", "Khi nào kiểm tra công tác chuẩn bị?", None),
    ("02-huyen-uy", "Hạn nộp báo cáo?", None),
    ("02-huyen-uy", "bài tham luận nộp trc ngày nào", None),
    ("02-huyen-uy", "Hạn nộp slide?", None),
    ("02-huyen-uy", "gui bao cao ve dau", None),
    ("02-huyen-uy", "Khi nào phải chuẩn bị xong?", "19/5/2025"),
    ("02-huyen-uy", "Đăng ký ở đâu?", None),
    ("03-cong-ty", "Hạn gửi danh sách đại biểu?", None),
    ("03-cong-ty", "Khi nào thì có giấy mời?", "20/1/2026"),
    ("03-cong-ty", "giay moi gui ngay nao", "20/1/2026"),
    ("03-cong-ty", "Hạn nộp báo cáo?", None),
    ("03-cong-ty", "Đăng ký tham dự đến bao giờ?", None),
    ("03-cong-ty", "Có những mốc thời gian nào cần nhớ?", "15/1/2026"),
    ("05-ban-quet", "bài tham luận nộp trc ngày nào", None),
    ("05-ban-quet", "viec nao sap den han", "25/9/2025"),
    ("05-ban-quet", "Hạn nộp báo cáo?", None),
    ("07-english", "When are the invitations sent?", "20 April 2026"),
    ("07-english", "Khi nào thì có giấy mời?", "20/4/2026"),
    ("07-english", "Hạn nộp báo cáo?", None),
    ("08-phong-song-song", "Hạn gửi danh sách đại biểu?", "19/9/2026"),
    ("08-phong-song-song", "Đăng ký tham dự đến bao giờ?", "19/9/2026"),
    ("08-phong-song-song", "Hạn nộp báo cáo?", None),
    ("08-phong-song-song", "Khi nào kiểm tra công tác chuẩn bị?", None),
    ("09-gio-trong-ngoac", "Hạn gửi danh sách đại biểu?", None),
    ("09-gio-trong-ngoac", "Khi nào thì có giấy mời?", None),
    ("10-mien-nam-phu-luc", "Hạn gửi danh sách đại biểu?", "20/6/2026"),
    ("10-mien-nam-phu-luc", "Gửi danh sách về đâu?", "Tỉnh đoàn"),
    ("10-mien-nam-phu-luc", "Hạn đăng ký là khi nào?", "20/6/2026"),
    ("10-mien-nam-phu-luc", "Các đơn vị phải hoàn thành công việc trước ngày nào?", "15/6/2026"),
    ("10-mien-nam-phu-luc", "Có phải in tài liệu không?", None),
)
"""A plan, a question, and what the answer must hold; None where the plan does not tell."""


@pytest.mark.parametrize(("plan", "question", "told"), ROWS)
def test_each_plan_tells_its_own_or_nothing(plan: str, question: str, told: str | None) -> None:
    said = say(question, index_of(f"{plan}.txt"), None)
    assert said.answered == (told is not None)
    assert told is None or told in said.words
