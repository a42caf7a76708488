"""Who takes part, how many, and who invites: shapes in which offices write it down."""

import pytest

from domain.plan import PlanDraft, value_of
from tests.drafts import read

HEAD = "UBND HUYỆN TÂN LẬP\nPHÒNG NỘI VỤ\nKẾ HOẠCH\nTổ chức Hội nghị tổng kết thi đua năm 2025\n"
WHEN = "I. THỜI GIAN, ĐỊA ĐIỂM\n- Thời gian: 8h00 ngày 25/9/2025\n- Địa điểm: Hội trường huyện\n"


def people(section: str) -> PlanDraft:
    return read(f"{HEAD}{WHEN}{section}\n")


def groups(draft: PlanDraft) -> list[tuple[str, str]]:
    return [(group.value.level, group.value.description) for group in draft.groups]


# --- levels --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("section", "told"),
    [
        (
            "II. THÀNH PHẦN\nLãnh đạo huyện; Trưởng các phòng; Chủ tịch các xã.",
            [("THÀNH PHẦN", "Lãnh đạo huyện"), ("THÀNH PHẦN", "Trưởng các phòng"), ("THÀNH PHẦN", "Chủ tịch các xã")],
        ),
        (
            "II. THÀNH PHẦN: Cấp tỉnh: Sở Nội vụ; Cấp huyện: Thường trực, các phòng; Cấp xã: Chủ tịch.",
            [("Cấp tỉnh", "Sở Nội vụ"), ("Cấp huyện", "Thường trực, các phòng"), ("Cấp xã", "Chủ tịch")],
        ),
        (
            "II. THÀNH PHẦN\n- Khách mời gồm: Sở Nội vụ; báo chí.\n- Đại biểu gồm: Trưởng các phòng; các xã.",
            [
                ("Khách mời", "Sở Nội vụ"),
                ("Khách mời", "báo chí"),
                ("Đại biểu", "Trưởng các phòng"),
                ("Đại biểu", "các xã"),
            ],
        ),
        (
            "II. THÀNH PHẦN\n- Thường trực Huyện ủy;\n- Các phòng: 01 lãnh đạo và 01 chuyên viên;\n- Các xã: Chủ tịch.",
            [
                ("THÀNH PHẦN", "Thường trực Huyện ủy"),
                ("THÀNH PHẦN", "Các phòng: 01 lãnh đạo và 01 chuyên viên"),
                ("THÀNH PHẦN", "Các xã: Chủ tịch"),
            ],
        ),
        (
            "II. THÀNH PHẦN MỜI (có danh sách kèm theo)\n- Thường trực Huyện ủy;\n- Trưởng các phòng.",
            [("THÀNH PHẦN MỜI", "Thường trực Huyện ủy"), ("THÀNH PHẦN MỜI", "Trưởng các phòng")],
        ),
        (
            "II. ĐỐI TƯỢNG\nĐối tượng tham dự gồm 120 đại biểu, cụ thể như sau:\n- Các phòng: 40 đại biểu;"
            "\n- Các xã: 80 người.",
            [("ĐỐI TƯỢNG", "Các phòng: 40 đại biểu"), ("ĐỐI TƯỢNG", "Các xã: 80 người")],
        ),
        (
            "II. SỐ LƯỢNG, THÀNH PHẦN ĐẠI BIỂU\n1. Số lượng: 150 đại biểu\n2. Thành phần\n2.1. Đại biểu đương nhiên:"
            " Ủy viên Ban Chấp hành.\n2.2. Đại biểu bầu: 135 đồng chí.\n3. Khách mời: Thường trực Huyện ủy.",
            [
                ("Đại biểu đương nhiên", "Ủy viên Ban Chấp hành"),
                ("Đại biểu bầu", "Đại biểu bầu: 135 đồng chí"),
                ("Khách mời", "Thường trực Huyện ủy"),
            ],
        ),
        (
            "II. THÀNH PHẦN\n1. Đại biểu mời: Thường trực Huyện ủy. Lãnh đạo các ban.\n2. Đại biểu dự: Các phòng.",
            [("Đại biểu mời", "Thường trực Huyện ủy. Lãnh đạo các ban"), ("Đại biểu dự", "Các phòng")],
        ),
        (
            "II. HỌC VIÊN (khoảng 60 người)\n- Cán bộ Hội cấp xã;\n- Chủ tịch Hội 12 xã.",
            [("HỌC VIÊN", "Cán bộ Hội cấp xã"), ("HỌC VIÊN", "Chủ tịch Hội 12 xã")],
        ),
        (
            "II. THÀNH PHẦN\nThành phần dự:\nĐại biểu mời: Sở Nội vụ; báo chí.\nTrong trường: toàn thể giáo viên.\n"
            "Trang phục: áo trắng.",
            [("Đại biểu mời", "Sở Nội vụ"), ("Đại biểu mời", "báo chí"), ("Trong trường", "toàn thể giáo viên")],
        ),
        (
            "II. KHÁCH MỜI\n- Cơ quan quản lý: Sở Công Thương\n- Khách hàng: 40 đại lý, 30 hợp tác xã và 12 hộ\n"
            "Quy mô: 90 khách\nGiấy mời kèm mã QR; khách đưa mã ở bàn đón. Câu hỏi gửi trước được trả lời trước.",
            [("Cơ quan quản lý", "Sở Công Thương"), ("Khách hàng", "40 đại lý, 30 hợp tác xã và 12 hộ")],
        ),
        (
            "II. THÀNH PHẦN\n1. Cấp tỉnh: Công an tỉnh.\n2. Cấp xã: Chủ tịch; Trưởng Công an.\n"
            "Khách mời mặc thường phục; cán bộ Công an mặc xuân hè.",
            [("Cấp tỉnh", "Công an tỉnh"), ("Cấp xã", "Chủ tịch"), ("Cấp xã", "Trưởng Công an")],
        ),
        (
            "II. THÀNH PHẦN\n1. Tại điểm cầu huyện\n- Thường trực Huyện ủy;\n- Trưởng các phòng.\n"
            "2. Tại điểm cầu các xã: mỗi điểm cầu 30 đại biểu.",
            [
                ("Tại điểm cầu huyện", "Thường trực Huyện ủy"),
                ("Tại điểm cầu huyện", "Trưởng các phòng"),
                ("Tại điểm cầu các xã", "mỗi điểm cầu 30 đại biểu"),
            ],
        ),
        (
            "II. THÀNH PHẦN\n1. Đại biểu mời\n1.1. Đại biểu tỉnh\n- Sở Nội vụ.\n"
            "1.2. Đại biểu huyện: các phòng; các ban.\n2. Đại biểu chính thức\n- Bí thư chi bộ.",
            [
                ("Đại biểu tỉnh", "Sở Nội vụ"),
                ("Đại biểu huyện", "các phòng"),
                ("Đại biểu huyện", "các ban"),
                ("Đại biểu chính thức", "Bí thư chi bộ"),
            ],
        ),
        (
            "II. ĐẠI BIỂU\nKhách mời gồm có Sở Nội vụ, báo chí; đại biểu gồm Trưởng các phòng, Chủ tịch các xã.",
            [("Khách mời", "Sở Nội vụ, báo chí"), ("đại biểu", "Trưởng các phòng, Chủ tịch các xã")],
        ),
        (
            "II. THÀNH PHẦN\n- Sở Nội vụ;\n- Trưởng các phòng.\nMời dự phiên khai mạc: Thường trực Huyện ủy; báo chí.",
            [
                ("Mời dự phiên khai mạc", "Thường trực Huyện ủy"),
                ("Mời dự phiên khai mạc", "báo chí"),
                ("THÀNH PHẦN", "Sở Nội vụ"),
                ("THÀNH PHẦN", "Trưởng các phòng"),
            ],
        ),
        (
            "D. ĐẠI BIỂU\n1. Chính thức: ủy viên Ban Chấp hành.\n2. Khách mời: các nhà tài trợ.\nCộng 96 đại biểu.\n"
            "Phân bổ đại biểu: Hội từ 200 hội viên được bầu 06 đại biểu; đại biểu nữ trên 30%.\n"
            "Đ. KINH PHÍ: hội phí; đại biểu tự túc.",
            [("Chính thức", "ủy viên Ban Chấp hành"), ("Khách mời", "các nhà tài trợ")],
        ),
        (
            "II. ĐỐI TƯỢNG\n- Thí sinh: giáo viên; cán bộ Đoàn.\n- Mỗi phường cử 01 đội, 08 thí sinh/đội.",
            [("Thí sinh", "giáo viên"), ("Thí sinh", "cán bộ Đoàn")],
        ),
        (
            "II. ĐỐI TƯỢNG\nSinh viên khóa 20; giảng viên khóa 20. Riêng Lễ bế giảng mời thêm:\nPhụ huynh;\n"
            "Cựu sinh viên.",
            [
                ("Lễ bế giảng mời thêm", "Phụ huynh"),
                ("Lễ bế giảng mời thêm", "Cựu sinh viên"),
                ("ĐỐI TƯỢNG", "Sinh viên khóa 20"),
                ("ĐỐI TƯỢNG", "giảng viên khóa 20"),
            ],
        ),
    ],
)
def test_people_are_read_level_by_level(section: str, told: list[tuple[str, str]]) -> None:
    assert groups(people(section)) == told


def test_rows_with_roman_numbers_name_the_levels_of_a_table() -> None:
    rows = ("TT|Thành phần|Số lượng", "I|Cấp tỉnh|3", "1|Sở Nội vụ|3", "II|Cấp huyện|60", "1|Các phòng|60", "|Tổng|63")
    table = "".join(f"| {' | '.join(row.split('|'))} |\n" for row in rows)
    draft = people(f"II. THÀNH PHẦN, SỐ LƯỢNG\n{table}")
    assert groups(draft) == [("Cấp tỉnh", "Sở Nội vụ (3 người)"), ("Cấp huyện", "Các phòng (60 người)")]
    assert value_of(draft.expected_count) == 63


# --- how many ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("section", "count"),
    [
        ("II. SỐ LƯỢNG\n120 đại biểu (trong đó: khách mời 20 đại biểu, cơ sở 100 đại biểu).", 120),
        ("II. THÀNH PHẦN\n- Tổng số đại biểu: 150 (trong đó khách mời 20).", 150),
        ("II. THÀNH PHẦN\nHội nghị gồm 85 đại biểu, trong đó có 15 khách mời.\n- Thường trực Huyện ủy;", 85),
        ("II. QUY MÔ\nKhoảng gần 500 người tham gia.", 500),
        ("II. ĐỐI TƯỢNG: nông dân các xã, dự kiến 1.200 lượt người.", 1200),
        ("II. THÀNH PHẦN\nKhoảng 150 đại biểu gồm: lãnh đạo các phòng; chủ tịch các xã.", 150),
        ("II. THÀNH PHẦN\nThường trực Huyện ủy; Chủ tịch các xã (tổng số 250 đại biểu).", 250),
        ("II. THÀNH PHẦN\n- 15 Ủy viên Ban Chấp hành;\n- 30 bí thư chi bộ.\n(Tổng 45 đồng chí)", 45),
        ("II. SỐ LƯỢNG: 95 người = 11 người (huyện) + 84 cộng tác viên.", 95),
        ("II. SỐ LƯỢNG: 11 đại biểu huyện và 84 cộng tác viên (95 người).", 95),
        ("II. ĐẠI BIỂU (dự kiến 200 người)\n- Thường trực Huyện ủy;\n- Trưởng các phòng.", 200),
        ("II. PARTICIPANTS\n- Lecturers\nExpected number of participants: 90, of whom 20 from abroad.", 90),
        ("II. THÀNH PHẦN\nLãnh đạo các phòng; các xã. Dự kiến khoảng 120 đại biểu tham dự.", 120),
        ("II. THÀNH PHẦN\n- Mời: Thường trực; báo chí.\n- Dự: bí thư; trưởng thôn.\n=> Tổng: 60 đại biểu", 60),
        ("II. QUY MÔ\nHội nghị được tổ chức với quy mô cấp huyện, khoảng 400 đại biểu.", 400),
        ("II. QUY MÔ\nHội nghị tổ chức 03 lớp, mỗi lớp 80 học viên.", None),
        ("II. SỐ LƯỢNG: Một trăm hai mươi đại biểu (120 đại biểu).", 120),
        ("II. PARTICIPANTS\nThe workshop will bring together about 70 participants from ministries.", 70),
        ("II. THÀNH PHẦN\nHội thảo dự kiến có sự tham dự của khoảng 150 đại biểu từ các trường.", 150),
        ("II. THÀNH PHẦN\nGồm 150 đại biểu:\n- Thường trực Huyện ủy;\n- Trưởng các phòng.", 150),
        ("II. QUY MÔ\nTại 05 điểm cầu, mỗi điểm cầu khoảng 50 đại biểu, tổng số khoảng 250 đại biểu.", 250),
        ("II. SỐ LƯỢNG: 20 gian hàng; 150 lượt khách mỗi ngày.", None),
        ("II. KHÁCH MỜI (25 người)\n- Sở Nội vụ.\nIII. ĐẠI BIỂU (100 người)\n- Trưởng các phòng.", None),
        ("II. SỐ LƯỢNG: 02 người/đơn vị.", None),
        ("II. SỐ LƯỢNG: 150 đại biểu chính thức, 30 khách mời.", None),
        ("II. QUY MÔ: 300 - 350 đại biểu.", None),
        ("II. THÀNH PHẦN, SỐ LƯỢNG\n- Đại biểu mời: 20 người;\n- Đại biểu dự: 100 người.", None),
    ],
)
def test_only_a_stated_total_is_the_number_of_people(section: str, count: int | None) -> None:
    assert value_of(people(section).expected_count) == count


# --- who holds it ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("TRƯỜNG THPT NGUYỄN DU\nTỔ KHOA HỌC TỰ NHIÊN", "TỔ KHOA HỌC TỰ NHIÊN"),
        ("TỔNG CÔNG TY ĐƯỜNG SẮT\nXÍ NGHIỆP ĐẦU MÁY YÊN LÃM", "XÍ NGHIỆP ĐẦU MÁY YÊN LÃM"),
        ("TÒA ÁN NHÂN DÂN TỐI CAO\nTÒA ÁN NHÂN DÂN TỈNH BÌNH LÂM", "TÒA ÁN NHÂN DÂN TỈNH BÌNH LÂM"),
        ("HỘI ĐỒNG ĐỘI XÃ AN LỘC\nLIÊN ĐỘI TRƯỜNG TIỂU HỌC AN LỘC", "LIÊN ĐỘI TRƯỜNG TIỂU HỌC AN LỘC"),
        ("BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG\nTỔNG CỤC THỦY LỢI", "TỔNG CỤC THỦY LỢI"),
        ("BỘ TÀI CHÍNH\nKHO BẠC NHÀ NƯỚC BÌNH LÂM", "KHO BẠC NHÀ NƯỚC BÌNH LÂM"),
        ("CHI CỤC THUẾ KHU VỰC III\nĐỘI THUẾ LIÊN HUYỆN AN LỘC", "ĐỘI THUẾ LIÊN HUYỆN AN LỘC"),
        ("TỔNG CÔNG TY\nĐIỆN LỰC MIỀN BẮC", "TỔNG CÔNG TY ĐIỆN LỰC MIỀN BẮC"),
        ("UBND TỈNH BÌNH LÂM\nSỞ VĂN HÓA,\nTHỂ THAO VÀ DU LỊCH", "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH"),
    ],
)
def test_lowest_body_of_the_head_is_the_one_that_issues(head: str, issuer: str) -> None:
    draft = read(f"{head}\nSố: 12/KH\nAn Lộc, ngày 05 tháng 9 năm 2025\nKẾ HOẠCH\nTổ chức Hội nghị tổng kết\n{WHEN}")
    assert value_of(draft.issuer) == issuer


@pytest.mark.parametrize(
    ("opening", "issuer"),
    [
        (
            "Căn cứ Kế hoạch số 12/KH-UBND của UBND huyện, UBND xã An Lộc ban hành Kế hoạch tổ chức Ngày hội như sau:",
            "UBND xã An Lộc",
        ),
        (
            "Thực hiện nhiệm vụ năm học 2025-2026, Trường THCS Lê Lợi xây dựng Kế hoạch tổ chức Hội thảo như sau:",
            "Trường THCS Lê Lợi",
        ),
        ("Hội Tim mạch miền Trung trân trọng kính mời Quý đồng nghiệp tham dự.", "Hội Tim mạch miền Trung"),
        (
            "Công ty Cổ phần Sông Xanh trân trọng thông báo việc tổ chức Đại hội đồng cổ đông năm 2025.",
            "Công ty Cổ phần Sông Xanh",
        ),
        ("Thực hiện Kế hoạch số 5, Phòng Văn hóa huyện tổ chức lớp tập huấn như sau:", "Phòng Văn hóa huyện"),
    ],
)
def test_first_sentence_names_who_issues_where_no_head_does(opening: str, issuer: str) -> None:
    assert value_of(read(f"KẾ HOẠCH\nTổ chức Ngày hội đọc sách\n{opening}\n{WHEN}").issuer) == issuer


def test_body_in_capitals_above_an_invitation_without_a_head_invites() -> None:
    page = "TRƯỜNG THPT LÊ QUÝ ĐÔN\nTrân trọng kính mời\nLỄ KỶ NIỆM 40 NĂM THÀNH LẬP TRƯỜNG\n8h00 ngày 20/11/2025\n"
    assert value_of(read(f"{page}Địa điểm: Sân trường\n").issuer) == "TRƯỜNG THPT LÊ QUÝ ĐÔN"


def test_title_of_an_invitation_ends_where_the_guests_are_asked() -> None:
    draft = read(f"GIẤY MỜI\nHội nghị kết nối cung cầu\nSở Công Thương trân trọng kính mời:\nCác doanh nghiệp\n{WHEN}")
    assert (value_of(draft.title), value_of(draft.issuer)) == ("Hội nghị kết nối cung cầu", "Sở Công Thương")


def test_total_of_one_activity_is_not_that_of_the_ceremony_the_title_names() -> None:
    text = (
        "UBND XÃ AN LỘC\nKẾ HOẠCH\nTổ chức Lễ công bố Quyết định công nhận xã nông thôn mới\nI. CÁC HOẠT ĐỘNG\n"
        "1. Gặp mặt con em xa quê\n- Thời gian: 9h00 ngày 11/5/2024.\n- Số lượng: 120 người.\n"
        "2. Lễ công bố Quyết định\n- Thời gian: 8h00 ngày 12/5/2024.\n- Địa điểm: Sân vận động xã.\n- Thành phần:\n"
        "a) Đại biểu tỉnh, huyện: lãnh đạo UBND tỉnh; các phòng.\nb) Đại biểu xã: cán bộ xã; trưởng xóm.\n"
        "c) Nhân dân 14 xóm.\n"
    )
    draft = read(text)
    assert value_of(draft.expected_count) is None
    assert [level.value for level in draft.levels] == ["Đại biểu tỉnh, huyện", "Đại biểu xã", "Nhân dân 14 xóm"]


# --- who signs -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("below", "signer"),
    [
        ("Lưu Quang Khải", "Lưu Quang Khải"),  # a surname, and the word for where a copy is kept
        ("_ Mạc Thị Lan", "Mạc Thị Lan"),  # specks that a scan has beside the name
        ("K'Tem Nga", "K'Tem Nga"),
        ("K’ Brel", "K’ Brel"),
        ("Lưu VTLT", None),
    ],
)
def test_last_line_that_is_a_name_is_the_signer(below: str, signer: str | None) -> None:
    foot = f"Nơi nhận:\n- Như trên;\n- Lưu: VT.\nTRƯỞNG PHÒNG\n\n{below}\n"
    assert value_of(people(f"II. THÀNH PHẦN\n- Trưởng các phòng.\nTrên đây là Kế hoạch./.\n\n{foot}").signer) == signer


def test_who_approves_on_the_left_signs_and_not_who_drew_up_on_the_right() -> None:
    foot = "PHÊ DUYỆT CỦA HIỆU TRƯỞNG\t\tNGƯỜI LẬP\n\nCao Hữu Thành\t\tLê Thị Mây\n"
    assert value_of(people(f"II. THÀNH PHẦN\n- Toàn thể giáo viên.\n\n{foot}").signer) == "Cao Hữu Thành"


# --- beside those who come -------------------------------------------------------------------------------------------


def test_who_is_in_the_chair_of_the_event_is_told_among_those_who_come() -> None:
    draft = people("III. THÀNH PHẦN\n1. Khách mời: Sở Nội vụ; Sở Y tế.\n2. Chủ trì Hội nghị: Thường trực Huyện ủy.")
    assert value_of(draft.chair) == "Thường trực Huyện ủy"


def test_total_behind_a_list_with_bullets_is_that_of_all() -> None:
    draft = people("Thành phần tham dự:\n* Ban điều hành (7 vị)\n* Đại diện các đoàn thể\nTổng cộng khoảng 95 người")
    assert value_of(draft.expected_count) == 95


def test_number_of_a_level_stays_where_a_list_is_pointed_to() -> None:
    text = (
        "III. THÀNH PHẦN\n1. Địa phương: lãnh đạo các xã.\n2. Tổ chức quốc tế: 38 đại biểu\n(Danh sách tại Phụ lục I)"
    )
    groups = [(group.value.description, group.value.quota) for group in people(text).groups]
    assert ("Tổ chức quốc tế: 38 đại biểu", 38) in groups
    assert not any("Danh sách" in description for description, _ in groups)


def test_table_of_several_numbers_allots_and_names_nobody() -> None:
    text = (
        "III. THÀNH PHẦN\n2. Đại biểu chính thức\n- Ủy viên Ban Chấp hành: 21 đ/c\n"
        "TT\tĐơn vị\tChính thức\tDự bị\tNữ\n1\tXã Bản Mù\t12\t2\t5\n2\tXã Làng Nhì\t10\t1\t4\n"
    )
    draft = people(text)
    assert [group.value.quota for group in draft.groups] == [21]
    assert "Đại biểu chính thức – Đơn vị: Xã Bản Mù · Chính thức: 12 · Dự bị: 2 · Nữ: 5" in [
        fact.text for fact in draft.facts
    ]


@pytest.mark.parametrize(
    ("line", "quota"),
    [("phụ huynh đại diện 25 người", 25), ("học sinh 620 em", 620), ("mỗi xã cử 02 người", None)],
)
def test_only_number_of_a_line_counts_its_people_unless_it_is_that_of_each(line: str, quota: int | None) -> None:
    draft = people(f"III. THÀNH PHẦN\n- Lãnh đạo trường;\n- {line}.")
    assert {group.value.description: group.value.quota for group in draft.groups}[line] == quota


@pytest.mark.parametrize("border", ["\t", " | "])
def test_table_of_matters_tells_each_as_its_label_would(border: str) -> None:
    rows = (("Thời gian", "8h30 ngày 04/12/2026"), ("Địa điểm", "Sảnh A"), ("Số khách", "180 khách"))
    rows += (("Chủ trì", "Ông Phan Văn Út"), ("MC", "Chị Thảo My"))
    table = "\n".join(border.join(row) for row in rows)
    draft = read(
        f"CÔNG TY CẤP NƯỚC\nKẾ HOẠCH\nHỘI NGHỊ KHÁCH HÀNG 2026\n1. Thông tin chung\n{table}\n2. Kinh phí: 5 triệu\n"
    )
    assert value_of(draft.expected_count) == 180
    assert value_of(draft.chair) == "Ông Phan Văn Út"
    assert value_of(draft.venue) == "Sảnh A"
    assert "MC: Chị Thảo My" in [fact.text for fact in draft.facts]


def test_list_of_people_by_titles_alone_is_a_table() -> None:
    text = (
        "IV. BAN TỔ CHỨC\nHọ tên\tChức vụ\tNhiệm vụ\nPhan Văn Út\tGiám đốc\tTrưởng ban\nĐỗ Thị Lành\tKế toán\tỦy viên\n"
    )
    assert "Ban tổ chức – Họ tên: Đỗ Thị Lành · Chức vụ: Kế toán · Nhiệm vụ: Ủy viên" in [
        fact.text for fact in people(f"III. THÀNH PHẦN\n- Toàn thể nhân viên.\n{text}").facts
    ]
