"""What a plan states that no field takes: kept as notes, so that it can be asked about."""

from tests.drafts import read

PLAN = """ỦY BAN NHÂN DÂN XÃ BẢN MO
Số: 12/KH-UBND
KẾ HOẠCH
Tập huấn nuôi ong cho các hộ dân năm 2026
I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 7h30 ngày 12/3/2026.
2. Địa điểm: Nhà văn hóa xã Bản Mo.
II. CHƯƠNG TRÌNH
- 7h30: Đón tiếp học viên
- 8h00: Khai giảng lớp tập huấn
Ghi chú: giải lao giữa buổi sáng từ 9h30 đến 9h45.
III. TRÁCH NHIỆM CỦA HỌC VIÊN
- Học viên vắng quá 01 buổi không được cấp chứng nhận.
- Mang theo mũ lưới, găng tay và ủng đi vườn.
IV. TỔ CHỨC THỰC HIỆN
1. Văn phòng UBND xã: bố trí hội trường.
"""


def test_remarks_and_rules_that_no_field_takes_become_notes_and_nothing_is_told_twice() -> None:
    draft = read(PLAN)
    notes = [(fact.text, fact.source.first) for fact in draft.facts if fact.topic == "note" and fact.source]
    assert notes == [
        ("Ghi chú: giải lao giữa buổi sáng từ 9h30 đến 9h45", 11),
        ("Học viên vắng quá 01 buổi không được cấp chứng nhận", 13),
        ("Mang theo mũ lưới, găng tay và ủng đi vườn", 14),
    ]


def test_the_places_of_single_parts_are_kept_with_the_part() -> None:
    text = PLAN.replace(
        "2. Địa điểm: Nhà văn hóa xã Bản Mo.",
        "2. Địa điểm:\n- Lý thuyết: Phòng họp giao ban, nhà B\n- Thực hành: Nhà ong số 3, tại trại giống huyện",
    )
    draft = read(text)
    told = [fact.text for fact in draft.facts]
    assert "Lý thuyết: Phòng họp giao ban, nhà B" in told
    assert "Thực hành: Nhà ong số 3, tại trại giống huyện" in told


def test_what_everybody_must_do_is_kept_though_it_stands_among_the_aims() -> None:
    aims = "I. MỤC ĐÍCH, YÊU CẦU\n- Nâng cao tay nghề.\n- Học viên vắng mặt có lý do phải học bổ sung khóa sau.\n"
    draft = read(PLAN.replace("I. THỜI GIAN, ĐỊA ĐIỂM", aims + "II. THỜI GIAN"))
    told = [fact.text for fact in draft.facts]
    assert "Học viên vắng mặt có lý do phải học bổ sung khóa sau" in told
    assert "Nâng cao tay nghề" not in told


def test_short_lines_with_a_label_of_their_own_are_kept() -> None:
    place = "2. Địa điểm: Nhà văn hóa xã Bản Mo."
    text = PLAN.replace(place, f"{place}\n3. Sức chứa: 300 chỗ.\n4. Biểu trưng: con ong.")
    draft = read(text)
    told = [fact.text for fact in draft.facts]
    assert {"Sức chứa: 300 chỗ", "Biểu trưng: con ong"} <= set(told)
    assert not any(text.startswith(("Thời gian", "Địa điểm", "8h00")) for text in told)


WIDE_TABLE = """LIÊN MINH HỢP TÁC XÃ TỈNH LAM KHÊ
Số: 12/KH-LM
KẾ HOẠCH
Tổ chức Hội nghị tổng kết phong trào thi đua năm 2026
Căn cứ Quyết định số 412/QĐ-UBND ngày 06/3/2026 của Chủ tịch tỉnh về
việc chia khối thi đua, Liên minh xây dựng kế hoạch tổ chức Hội nghị
như sau:
I. THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN
1. Thời gian: 7h30 ngày 12/12/2026.
2. Địa điểm: Hội trường tầng 2, trụ sở Liên minh Hợp tác xã, số 45
đường Trần Phú, phường Khê Đông, tỉnh Lam Khê.
3. Thành phần
a) Đại biểu các đơn vị trong Khối (04 đơn vị: Hội Làm vườn, Hội Nuôi ong,
Hội Sinh vật cảnh, Quỹ Hỗ trợ nông dân)
- Chủ tịch hoặc Phó Chủ tịch; 02 cá nhân điển hình của mỗi đơn vị.
II. CHƯƠNG TRÌNH
| TT | Thời gian | Nội dung | Người thực hiện |
|----|-----------|----------------------------------------------------------|------------------------------|
| 1 | 7h30 - 8h00 | Đón tiếp đại biểu, phát tài liệu và phiếu suy tôn cho các đơn vị | Văn phòng Liên minh Hợp tác xã |
| 2 | 8h00 - 9h00 | Báo cáo tổng kết phong trào thi đua năm 2026, phương hướng năm 2027 | Phó Chủ tịch Liên minh |
| 3 | 9h00 - 10h00 | Bỏ phiếu suy tôn các đơn vị đề nghị tặng Cờ thi đua của Chủ tịch tỉnh | Tổ kiểm phiếu hướng dẫn |
| 4 | 10h00 - 10h30 | Công bố kết quả kiểm phiếu và ký giao ước thi đua của năm sau | Các đơn vị trong Khối thi đua |
III. TỔ CHỨC THỰC HIỆN
1. Hội Nuôi ong: in phiếu, chuẩn bị hòm phiếu.
Trên đây là Kế hoạch tổ chức Hội nghị, đề nghị các đơn vị trong Khối
phối hợp thực hiện. Đầu mối liên hệ: bà Lò Thị Hoa, Văn phòng Hội Làm
Vườn, điện thoại 0912.000.733./.
"""


def test_the_rows_of_a_table_do_not_tell_how_wide_the_lines_of_the_paper_are() -> None:
    draft = read(WIDE_TABLE)
    contacts = [fact.text for fact in draft.facts if fact.topic == "contact"]
    assert contacts == ["Đầu mối liên hệ: bà Lò Thị Hoa, Văn phòng Hội Làm Vườn, điện thoại 0912.000.733"]


def test_a_colon_inside_brackets_parts_no_label_from_its_value() -> None:
    draft = read(WIDE_TABLE)
    levels = {group.value.level for group in draft.groups}
    assert levels == {
        "Đại biểu các đơn vị trong Khối (04 đơn vị: Hội Làm vườn, Hội Nuôi ong, Hội Sinh vật cảnh, Quỹ Hỗ trợ nông dân)"
    }
