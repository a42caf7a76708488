"""The stages from a paper's lines to its fields, each by itself."""

import io
import zipfile
from datetime import date

import pytest

from documents.plan.checks import doubts_of, missing_of
from documents.plan.deadlines import deadline_in
from documents.plan.frame import frame_of
from documents.plan.lines import Para, paragraphs
from documents.plan.outline import Node, outline
from documents.plan.repair import Line, repaired_lines
from documents.plan.sections import annotate
from documents.plan.words import AGENDA, PEOPLE, PLACE, TIME, WORK
from documents.planbook import plan_book
from documents.reading import read_plan_text
from domain.plan import PlanDraft
from domain.plan_programme import programme
from templates.render import words
from tests.drafts import read


def lines(text: str) -> tuple[Line, ...]:
    return tuple(Line(number, line) for number, line in enumerate(text.split("\n"), 1) if line)


def tree(*texts: str) -> Node:
    return outline(tuple(Para(text, number, number) for number, text in enumerate(texts, 1)))


def shape(node: Node) -> list[object]:
    return [[child.marker or child.kind, *shape(child)] for child in node.children]


def test_repair_keeps_numbers_of_lines_and_leaves_out_page_numbers_rules_and_invisible_letters() -> None:
    raw = ("KẾ HOẠCH", "-----", "Thành phần tham dƣ\u200b: 20 người", "2", "l3h30: Khai mạc")
    assert repaired_lines(raw) == (
        Line(1, "KẾ HOẠCH"),
        Line(3, "Thành phần tham dư: 20 người"),
        Line(5, "13h30: Khai mạc"),
    )


def test_lines_are_joined_to_paragraphs_with_their_first_and_last() -> None:
    text = "\n".join(
        [
            "1. Lãnh đạo Ủy ban nhân dân các huyện, thị xã và thành phố thuộc",
            "tỉnh cùng lãnh đạo các phòng chuyên môn có liên quan đến công",
            "tác tổ chức hội nghị;",
            "2. Lãnh đạo các sở.",
        ]
        * 3
    )
    found = paragraphs(lines(text))
    assert [(para.first, para.last) for para in found] == [(1, 3), (4, 4), (5, 7), (8, 8), (9, 11), (12, 12)]
    assert found[0].text.endswith("liên quan đến công tác tổ chức hội nghị;")


def test_outline_nests_by_marks() -> None:
    marks = ("I. THỜI GIAN", "1. Ngày", "a) Sáng", "- 8h00", "+ Hội trường", "b) Chiều", "2. Giờ", "II. ĐỊA ĐIỂM")
    assert shape(tree(*marks)) == [["I.", ["1.", ["a)", ["-", ["+"]]], ["b)"]], ["2."]], ["II."]]


def test_outline_takes_a_unit_alone_on_its_line_for_a_heading_whose_number_was_lost() -> None:
    work = tree("III. TỔ CHỨC THỰC HIỆN", "Văn phòng Sở", "- Gửi giấy mời;", "Phòng Tài chính", "- Lập dự toán.")
    assert shape(work) == [["III.", ["lead", ["-"]], ["lead", ["-"]]]]


def test_sections_are_known_by_meaning_also_where_several_share_a_heading() -> None:
    root = annotate(tree("I. Thời gian, địa điểm, thành phần", "II. Tiến trình", "III. Phân công chuẩn bị"))
    assert [node.about for node in root.children] == [
        frozenset({TIME, PLACE, PEOPLE}),
        frozenset({AGENDA}),
        frozenset({WORK}),
    ]


def test_frame_is_taken_off_and_the_text_is_left() -> None:
    paper = (
        "UBND TỈNH ĐÔNG KHÊ\nSỞ Y TẾ\nSố: 12/KH-SYT\nĐông Khê, ngày 03 tháng 3 năm 2026\nKẾ HOẠCH\nTổ chức Hội nghị\n"
        "I. THỜI GIAN\n8h00 ngày 25/3/2026.\nNơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\nGIÁM ĐỐC\nTriệu Văn Khoan"
    )
    frame = frame_of(lines(paper))
    said = (frame.title, frame.issuer, frame.issuer_parent, frame.doc_no, frame.signer, frame.signer_title)
    assert [each and each.value for each in said] == [
        "Tổ chức Hội nghị",
        "SỞ Y TẾ",
        "UBND TỈNH ĐÔNG KHÊ",
        "12/KH-SYT",
        "Triệu Văn Khoan",
        "GIÁM ĐỐC",
    ]
    assert frame.doc_date is not None
    assert frame.doc_date.value == date(2026, 3, 3)
    assert [line.text for line in frame.body] == ["I. THỜI GIAN", "8h00 ngày 25/3/2026."]


HEAD = "SỞ Y TẾ\nĐông Khê, ngày {signed} năm 2026\nKẾ HOẠCH\nTổ chức Hội nghị sơ kết\n"
TEXT = (
    "1. Thời gian: 8h00 ngày 25/3/2026.\n2. Địa điểm: Hội trường.\n3. Thành phần\n- Lãnh đạo Sở Tài chính;\n"
    "- Lãnh đạo Sở Công Thương.\n4. Phân công\n- Sở Xây dựng: chuẩn bị hội trường trước ngày 20/3/2026.\n"
)


@pytest.mark.parametrize(
    ("work", "phrase"),
    [
        ("Báo cáo tiến độ HẰNG TUẦN về Văn phòng", "HẰNG TUẦN"),
        ("Giao ban hàng ngày", "hàng ngày"),
        ("Send the list Two weeks BEFORE the workshop", "Two weeks BEFORE the workshop"),
        ("Gửi báo cáo trước ngày 01/12", "trước ngày 01/12"),
        ("Gửi thư mời chậm nhất 06 ngày trước Hội nghị", "chậm nhất 06 ngày trước Hội nghị"),
        ("Báo số lượng ít nhất 09 ngày trước Đại hội", "ít nhất 09 ngày trước Đại hội"),
        ("Dựng phim tư liệu, xong 02 ngày trước Hội thảo", "xong 02 ngày trước Hội thảo"),
        ("Góp ý văn kiện 3 tuần trước khi khai mạc", "3 tuần trước khi khai mạc"),
        ("Chuẩn bị hội trường, âm thanh", None),
    ],
)
def test_deadline_without_a_figure_is_read_too(work: str, phrase: str | None) -> None:
    assert deadline_in(work, 2026)[0] == phrase


@pytest.mark.parametrize(("signed", "late"), [("03 tháng 3", False), ("28 tháng 3", True)])
def test_checks_name_a_unit_that_is_not_invited_and_a_paper_signed_too_late(signed: str, late: bool) -> None:
    draft = read(HEAD.format(signed=signed) + TEXT)
    doubts = doubts_of(draft, (), 2026)
    assert ("unit_not_invited", "Sở Xây dựng") in [(doubt.code, doubt.quote) for doubt in doubts]
    assert ("doc_after_event" in [doubt.code for doubt in doubts]) is late


def test_checks_name_a_title_that_only_a_sentence_told_and_ask_for_what_is_missing() -> None:
    draft = read("Sở Y tế tổ chức Hội nghị sơ kết công tác y tế.\n1. Thời gian: 25/3/2026.\n2. Địa điểm: Hội trường.\n")
    assert [doubt.field for doubt in draft.doubts if doubt.code == "low_confidence"] == ["title", "issuer"]
    assert missing_of(draft) == ("clock", "contact", "count", "agenda", "people", "units")


def test_workbook_has_frozen_heads_choices_and_doubtful_cells_with_their_source() -> None:
    plan = programme(read(HEAD.format(signed="03 tháng 3") + TEXT))
    made = plan_book(plan, words("vi")["book"], (), {("groups", 1): "- Lãnh đạo Sở Tài chính;"})
    with zipfile.ZipFile(io.BytesIO(made)) as book:
        sheets = [book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        notes = "".join(book.read(name).decode() for name in book.namelist() if name.startswith("xl/comments"))
    assert sum('state="frozen"' in sheet for sheet in sheets) == 5  # all but the hidden one of the choices
    assert sum("<dataValidation " in sheet for sheet in sheets) >= 3
    assert "Lãnh đạo Sở Tài chính;" in notes


def test_rest_of_the_motto_in_a_narrow_column_is_no_part_of_the_body() -> None:
    head = "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA{}\nHUYỆN NÀ LÙNG\t{}\nKẾ HOẠCH\nTổ chức Hội nghị sơ kết"
    for cut, rest in (("", "VIỆT NAM"), (" VIỆT", "NAM")):
        issuer = frame_of(lines(head.format(cut, rest))).issuer
        assert issuer is not None and issuer.value == "ỦY BAN NHÂN DÂN HUYỆN NÀ LÙNG"


def test_one_line_in_the_midst_of_a_sentence_and_wide_open_ones_tell_that_paragraphs_run_over_lines() -> None:
    text = (
        "Thực hiện Chương trình công tác năm 2026, Ủy ban nhân dân huyện ban hành\n"
        "Kế hoạch tổ chức Hội nghị như sau:\nI. MỤC ĐÍCH\n1. Gọn, nhẹ.\n2. Đúng thành phần.\nII. NGƯỜI DỰ\n"
        "- Lãnh đạo Văn phòng HĐND và UBND, Phòng Kinh tế, Phòng Văn hóa,\nCông an huyện;\n"
        "- Những hộ gia đình và cộng đồng dân cư tiêu biểu trong phong trào hiến\nđất.\n"
        "Liên hệ bà Lò Thị Dung, chuyên viên Phòng Kinh tế, số điện thoại\n0912 345 678."
    )
    assert [para.text for para in paragraphs(lines(text))][-3:] == [
        "- Lãnh đạo Văn phòng HĐND và UBND, Phòng Kinh tế, Phòng Văn hóa, Công an huyện;",
        "- Những hộ gia đình và cộng đồng dân cư tiêu biểu trong phong trào hiến đất.",
        "Liên hệ bà Lò Thị Dung, chuyên viên Phòng Kinh tế, số điện thoại 0912 345 678.",
    ]


def test_report_that_the_conference_hears_is_late_after_it_and_the_one_about_it_is_not() -> None:
    work = (
        "- Lãnh đạo Sở Y tế;\n- Lãnh đạo Sở Tài chính.\nIII. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n"
        "- Xây dựng dự thảo báo cáo tổng kết, xong trước ngày 30/7/2026;\n"
        "- Tổng hợp, báo cáo kết quả Hội nghị trước ngày 31/7/2026.\n"
        "2. Bảo hiểm xã hội huyện\n- In tài liệu.\n"
    )
    draft = read_plan_text(
        "KẾ HOẠCH\nTổ chức Hội nghị sơ kết\nI. THỜI GIAN\n- 8h00 ngày 27/7/2026.\nII. THÀNH PHẦN\n" + work
    )
    assert isinstance(draft, PlanDraft)
    assert [(doubt.code, doubt.quote) for doubt in draft.doubts] == [
        ("deadline_after_start", "xong trước ngày 30/7/2026"),
        ("unit_not_invited", "Bảo hiểm xã hội huyện"),
    ]


def test_closing_sentence_behind_a_full_line_is_no_part_of_the_last_task() -> None:
    text = (
        "Thực hiện Chương trình công tác năm 2026, Ủy ban nhân dân huyện ban hành\nkế hoạch tổ chức Hội nghị và\n"
        "giao việc như sau:\n1. Phòng Kinh tế\n- Xây dựng báo cáo;\n- In tài liệu.\n2. UBND các xã, thị trấn\n"
        "- Gửi báo cáo tham luận về Phòng Kinh tế chậm nhất ngày 12/6/2026.\n"
        "Mọi vướng mắc liên hệ bà Lò Thị Dung, Phòng Kinh tế, số điện thoại\n0912 345 678."
    )
    assert [para.text[:24] for para in paragraphs(lines(text))][-2:] == [
        "- Gửi báo cáo tham luận ",
        "Mọi vướng mắc liên hệ bà",
    ]


def test_drafting_unit_that_is_called_as_the_sign_of_a_deputy_stays_with_the_archive() -> None:
    text = "KẾ HOẠCH\nTổ chức Hội nghị\nI. MỤC ĐÍCH\nNơi nhận:          CHỦ TỊCH\n- Lưu: VT, KT.          Hà Văn Ca"
    frame = frame_of(lines(text))
    assert [item.value for item in frame.recipients] == ["Lưu: VT, KT"]
    assert frame.signer is not None and frame.signer.value == "Hà Văn Ca"
