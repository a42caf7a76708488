"""Files that are no plan: one sentence that names the next step, and nothing half-done."""

from typing import Any

import pytest

Town = Any
ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(4096)
NOVEL = "Chiều hôm ấy, trời đổ mưa to. Ông lão ngồi bên bếp lửa kể chuyện đi biển cho đứa cháu nhỏ nghe.\n" * 400
POEM = (
    "Sông quê nước chảy lững lờ\nCon đò năm cũ bây giờ ở đâu\n"
    "Tre xanh đứng gác chân cầu\nMẹ về gánh cả một bầu trăng non\n"
)
INVOICE = (
    "HÓA ĐƠN GIÁ TRỊ GIA TĂNG\nNgày 12 tháng 11 năm 2026\nĐơn vị bán: Công ty Nước Sạch\n"
    "Tiền hàng: 1.200.000 đồng\nThuế: 120.000 đồng\nTổng cộng: 1.320.000 đồng\n"
)
FILES = {
    "empty": ("ke-hoach.txt", b"", "Tệp trống", "gửi lại tệp kế hoạch"),
    "only spaces": ("ke-hoach.txt", b" \r\n\t ", "Tệp trống", "gửi lại tệp kế hoạch"),
    "a program": ("ke-hoach.txt", b"\x7fELF" + bytes(range(256)) * 40, "không đọc được chữ", ".docx, .pdf hoặc .txt"),
    "25 MB": ("ke-hoach.pdf", b"%PDF-1.4 " + bytes(25 * 2**20), "Tệp lớn quá", "20 MB"),
    "a password": ("ke-hoach.docx", ENCRYPTED, "Tệp có mật khẩu", "bỏ mật khẩu rồi gửi lại"),
    "half an archive": ("ke-hoach.docx", b"PK\x03\x04" + bytes(200), "Tệp bị hỏng", "lưu lại từ Word rồi gửi"),
    "half a PDF": ("ke-hoach.pdf", b"%PDF-1.7\n1 0 obj", "Tệp bị hỏng", "rồi gửi"),
    "a picture": ("ke-hoach.png", b"\x89PNG\r\n\x1a\n" + bytes(300), "bản chụp", "gửi bản Word gốc"),
    "a novel": ("truyen.txt", NOVEL.encode(), "không giống một kế hoạch", "gửi đúng tệp kế hoạch"),
    "a poem": ("tho.txt", POEM.encode("utf-16"), "không giống một kế hoạch", "gửi đúng tệp kế hoạch"),
    "an invoice": ("hoa-don.txt", INVOICE.encode(), "không giống một kế hoạch", "gửi đúng tệp kế hoạch"),
    "a strange encoding": ("ke-hoach.txt", POEM.encode("utf-16-be") + b"\xd8", "", "gửi"),
}


@pytest.mark.parametrize("case", FILES)
async def test_a_file_that_is_no_plan_gets_one_sentence_and_leaves_nothing(town: Town, case: str) -> None:
    name, content, what, step = FILES[case]
    await town.owner.sends_file(name, content)
    await town.owner.sees(what, step)
    await town.stage.settled()
    assert len(town.owner.texts()) == 1
    assert town.count("conferences") == 1
    await town.owner.says("mấy giờ khai mạc?")
    await town.owner.sees("08:15")


async def test_a_plan_with_an_impossible_date_and_a_wrong_weekday_becomes_a_draft_with_questions(
    town: Town, project_root: Any
) -> None:
    plan = (project_root / "simulator" / "plans" / "hoi-nghi-mau.txt").read_text(encoding="utf-8")
    await town.owner.sends_file("a.txt", plan.replace("thứ Năm, ngày 10/12/2026", "thứ Sáu, ngày 10/12/2026").encode())
    await town.owner.sees("hay là bản mới")
    await town.owner.presses("Hội nghị mới")
    await town.owner.sees("Bản nháp")
    await town.owner.presses("điểm cần xem")
    await town.owner.sees("Thứ và ngày không khớp nhau")
    await town.owner.sends_file("b.txt", plan.replace("thứ Năm, ngày 10/12/2026", "ngày 31/11/2026").encode())
    await town.owner.sees("hay là bản mới")
    await town.owner.presses("Hội nghị mới")
    await town.owner.sees("Bản nháp")
    await town.owner.presses("điểm cần xem")
    await town.owner.sees("Ngày không có thật")


async def test_a_plan_without_agenda_is_not_published_before_it_has_one(town: Town) -> None:
    plan = (
        "KẾ HOẠCH\nTổ chức Hội nghị sơ kết công tác thư viện\n\nI. THỜI GIAN, ĐỊA ĐIỂM\n"
        "1. Thời gian: 01 buổi, ngày 12/12/2026.\n2. Địa điểm: Hội trường huyện.\n\n"
        "II. THÀNH PHẦN THAM DỰ\n- Lãnh đạo các trường học (20 người);\n- Cán bộ thư viện (15 người).\n"
    )
    await town.owner.sends_file("ke-hoach.txt", plan.encode())
    await town.owner.sees("hay là bản mới")
    await town.owner.presses("Hội nghị mới")
    await town.owner.sees("Bản nháp")
    await town.owner.says("/congbo")
    await town.owner.sees("Công bố lần đầu")
    await town.owner.presses("Công bố ngay")
    await town.owner.sees("Chương trình chưa có mục nào", "/kehoach")
    assert town.count("conferences", "state = 'draft'") == 1


async def test_a_delegate_who_sends_a_file_is_told_what_files_are_for(town: Town) -> None:
    await town.an.sends_file("ke-hoach.txt", b"abc")
    await town.an.sees("chưa rõ tệp này để làm gì", "bấm Báo cáo")
    await town.emily.sends_file("plan.txt", b"abc")
    await town.emily.sees("file")
