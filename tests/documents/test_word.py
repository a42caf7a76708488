"""Word files as people leave them: old font codes, content controls, footers, deletions, and endless ones."""

import io
import time
import zipfile
from collections.abc import Callable

import pytest

from documents.reading import Unreadable, read_paper
from tests.drafts import read


def test_old_font_code_is_decided_once_for_all_lines_of_a_word_file(make_docx: Callable[..., bytes]) -> None:
    old = ["ñY BAN NH¢N D¢N HUYÖN", "KÕ HO¹CH", "Tæ chøc Héi nghÞ", "Thêi gian: 8h00", "§Þa ®iÓm: Hµ Néi", "Lª Tó"]
    paper = read_paper("a.docx", make_docx("".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in old)))
    assert not isinstance(paper, Unreadable)
    assert paper.lines == (
        "ỦY BAN NHÂN DÂN HUYỆN",
        "KẾ HOẠCH",
        "Tổ chức Hội nghị",
        "Thời gian: 8h00",
        "Địa điểm: Hà Nội",
        "Lê Tú",
    )


def _run(words: str, font: str = "") -> str:
    named = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>' if font else ""
    return f"<w:r>{named}<w:t>{words}</w:t></w:r>"


def test_old_font_code_is_told_by_the_name_of_the_font(make_docx: Callable[..., bytes]) -> None:
    body = (
        f"<w:p>{_run('kÕ ho¹ch ë huyÖn', '.VnTimeH')}</w:p>"
        f"<w:p>{_run('ë nhµ v¨n hãa', '.VnTime')}{_run(' ở xã', 'Times New Roman')}</w:p>"
        f"<w:p>{_run('hoäi nghò', 'VNI-Times')}</w:p>"
    )
    assert lines_of_word(make_docx(body)) == ("KẾ HOẠCH Ở HUYỆN", "ở nhà văn hóa ở xã", "hội nghị")


def test_font_of_a_style_tells_the_code_too(make_docx: Callable[..., bytes]) -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    styles = (
        f"<w:styles {space}><w:style w:type='paragraph' w:default='1' w:styleId='Normal'>"
        "<w:rPr><w:rFonts w:ascii='.VnTime'/></w:rPr></w:style><w:style w:type='paragraph' w:styleId='Muc'>"
        "<w:basedOn w:val='Dau'/></w:style><w:style w:type='paragraph' w:styleId='Dau'>"
        "<w:rPr><w:rFonts w:ascii='.VnTimeH'/></w:rPr></w:style></w:styles>"
    )
    body = f"<w:p><w:pPr><w:pStyle w:val='Muc'/></w:pPr>{_run('ë tØnh')}</w:p><w:p>{_run('ë tØnh')}</w:p>"
    assert lines_of_word(make_docx(body, {"word/styles.xml": styles})) == ("Ở TỈNH", "ở tỉnh")


def test_old_font_whose_text_was_converted_stays_as_it_is(make_docx: Callable[..., bytes]) -> None:
    body = f"<w:p>{_run('Có', '.VnTime')}</w:p><w:p>{_run('Hội nghị', '.VnTime')}</w:p>"
    assert lines_of_word(make_docx(body)) == ("Có", "Hội nghị")


def lines_of_word(content: bytes) -> tuple[str, ...]:
    paper = read_paper("a.docx", content)
    assert not isinstance(paper, Unreadable)
    return paper.lines


def test_inner_tables_are_read_once_and_cells_in_content_controls_too(make_docx: Callable[..., bytes]) -> None:
    def cell(words: str) -> str:
        return f"<w:tc>{words}</w:tc>"

    def said(words: str) -> str:
        return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"

    inner = f"<w:tbl><w:tr>{cell(said('trong'))}</w:tr></w:tbl>"
    assert lines_of_word(make_docx(f"<w:tbl><w:tr>{cell(said('ngoài') + inner)}</w:tr></w:tbl>")) == ("ngoài", "trong")
    control = f"<w:sdt><w:sdtContent>{cell(said('8h00'))}</w:sdtContent></w:sdt>"
    row = f"<w:tr>{control}{cell(said('Khai mạc'))}</w:tr>"
    rows = f"<w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt>"
    assert lines_of_word(make_docx(f"<w:tbl>{rows}</w:tbl>")) == ("8h00\tKhai mạc",)


def test_footers_are_read_last_without_page_numbers(make_docx: Callable[..., bytes]) -> None:
    def footer(words: str) -> str:
        space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        return f"<w:ftr {space}><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:ftr>"

    parts = {
        "word/footer1.xml": footer("Trang 1/2"),
        "word/footer2.xml": footer("Liên hệ: ông Lâm"),
        "word/footer3.xml": footer("Liên hệ: ông Lâm"),
    }
    body = "<w:p><w:r><w:t>KẾ HOẠCH</w:t></w:r></w:p>"
    assert lines_of_word(make_docx(body, parts)) == ("KẾ HOẠCH", "Liên hệ: ông Lâm")


def test_deleted_ends_of_paragraphs_and_deleted_rows_are_accepted(make_docx: Callable[..., bytes]) -> None:
    def said(words: str, mark: str = "") -> str:
        return f"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"

    joined = said("8h00 ngày ", "<w:del/>") + said("27/7/2026.")
    assert lines_of_word(make_docx(joined)) == ("8h00 ngày 27/7/2026.",)
    gone = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{said('9h00')}</w:tc></w:tr>"
    rows = f"<w:tr><w:tc>{said('8h00')}</w:tc></w:tr>{gone}<w:tr><w:tc>{said('10h00')}</w:tc></w:tr>"
    assert lines_of_word(make_docx(f"<w:tbl>{rows}</w:tbl>")) == ("8h00", "10h00")


@pytest.mark.parametrize(
    "body",
    [
        "<w:p/>" * 600_000,
        "<w:p><w:r><w:t>" + "a" * 30_000_000 + "</w:t></w:r></w:p>",
        "<w:tbl>" + '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="60"/></w:tcPr></w:tc></w:tr>' * 3000 + "</w:tbl>",
    ],
    ids=["elements", "one line", "spans"],
)
def test_word_files_of_endless_content_are_refused_at_once(make_docx: Callable[..., bytes], body: str) -> None:
    content = make_docx(body)
    started = time.process_time()
    refused = read_paper("a.docx", content)
    assert isinstance(refused, Unreadable)
    assert refused.code == "too_long"
    assert time.process_time() - started < 2


def test_tables_nested_without_end_are_refused_at_once(make_docx: Callable[..., bytes]) -> None:
    inner = "<w:p><w:r><w:t>x</w:t></w:r></w:p>"
    content = make_docx("<w:tbl><w:tr><w:tc>" * 3000 + inner + "</w:tc></w:tr></w:tbl>" * 3000)
    started = time.process_time()
    refused = read_paper("a.docx", content)
    assert isinstance(refused, Unreadable)
    assert refused.code == "bad_archive"
    assert time.process_time() - started < 2


def test_footer_behind_the_recipients_is_none_of_them() -> None:
    head = "SỞ Y TẾ\nKẾ HOẠCH\nTổ chức Hội nghị sơ kết\n1. Thời gian: 8h00 ngày 27/7/2026.\n"
    foot = "Nơi nhận:\n- Các trường;\n- Lưu: VT.\n"
    draft = read(f"{head}{foot}Điện thoại: 0912 345 678")
    assert [each.value for each in draft.recipients] == ["Các trường", "Lưu: VT"]


_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _numbered(words: str, list_id: int, depth: int = 0) -> str:
    numbers = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return f"<w:p><w:pPr>{numbers}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


def _level(depth: int, form: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'


def test_lists_begin_anew_where_word_says_so(make_docx: Callable[..., bytes]) -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    other = f'<w:lvlOverride w:ilvl="0">{_level(0, "lowerLetter", "%1)")}</w:lvlOverride>'
    numbering = (
        f'<w:numbering {_SPACE}><w:abstractNum w:abstractNumId="0">{_level(0, "decimal", "%1.")}</w:abstractNum>'
        + "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>{override}</w:num>'
            for number, override in ((1, ""), (2, again), (3, other))
        )
        + "</w:numbering>"
    )
    body = "".join(_numbered(words, list_id) for words, list_id in zip("abcdef", (1, 1, 2, 2, 3, 1), strict=True))
    assert lines_of_word(make_docx(body, {"word/numbering.xml": numbering})) == (
        "1. a", "2. b", "1. c", "2. d", "c) e", "4. f",
    )  # fmt: skip


def test_headings_are_numbered_by_their_styles(make_docx: Callable[..., bytes]) -> None:
    levels = _level(0, "upperRoman", "%1.", '<w:pStyle w:val="H1"/>') + _level(
        1, "decimal", "%1.%2.", '<w:pStyle w:val="H2"/><w:isLgl/>'
    )
    numbering = (
        f'<w:numbering {_SPACE}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    in_list = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = f"<w:styles {_SPACE}>" + "".join(
        f'<w:style w:styleId="{name}"><w:basedOn w:val="{base}"/>{properties}</w:style>'
        for name, base, properties in (("H1", "N", in_list), ("H2", "N", in_list), ("Own", "H2", ""))
    )
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'
        for style, words in (("H1", "a"), ("H2", "b"), ("Own", "c"), ("H1", "d"))
    )
    made = make_docx(body, {"word/numbering.xml": numbering, "word/styles.xml": styles + "</w:styles>"})
    assert lines_of_word(made) == ("I. a", "1.1. b", "1.2. c", "II. d")


def test_words_that_word_hides_are_not_read_and_a_frame_keeps_its_tables(make_docx: Callable[..., bytes]) -> None:
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>cũ</w:t></w:r><w:r><w:t>mới</w:t></w:r></w:p>"
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>" for words in ("trái", "phải"))
    framed = f"<w:tbl><w:tr><w:tc>{hidden}<w:tbl><w:tr>{cells}</w:tr></w:tbl></w:tc></w:tr></w:tbl>"
    assert lines_of_word(make_docx(framed)) == ("mới", "trái\tphải")


def test_strict_documents_and_those_of_another_name_are_word_files_too() -> None:
    body = "<w:body><w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p></w:body>"
    strict = f'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">{body}</w:document>'
    named = '<Relationships><Relationship Type="http://x/officeDocument" Target="/word/document2.xml"/></Relationships>'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("_rels/.rels", named)
        archive.writestr("word/document2.xml", strict)
    assert lines_of_word(made.getvalue()) == ("Kế hoạch",)
