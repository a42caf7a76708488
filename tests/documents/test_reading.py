"""Files in: every kind that can be read is, and every other is refused by name, never by a traceback."""

import io
import time
import zipfile
from collections.abc import Callable

import pytest

from documents.plan.repair import repaired_lines
from documents.readers.encodings import decoded, from_tcvn3, from_vni
from documents.reading import Unreadable, explain_plan, read_paper, read_plan, read_plan_safely, read_plan_text
from domain.plan import PlanDraft, value_of
from domain.plan_programme import programme
from domain.vietnamese import nfc

TITLE = "Tổ chức Hội nghị tổng kết phong trào xây dựng nông thôn mới năm 2026 và triển khai nhiệm vụ năm 2027"
ENCRYPT = (
    b"/Encrypt << /Filter /Standard /V 1 /R 2 /O (" + b"o" * 32 + b") /U (" + b"u" * 32 + b") /P -4 >>"
    b" /ID [<0123456789abcdef0123456789abcdef> <0123456789abcdef0123456789abcdef>]"
)


def title_of(result: PlanDraft | Unreadable) -> str | None:
    assert isinstance(result, PlanDraft)
    return value_of(result.title)


def zipped(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return buffer.getvalue()


# --- what can be read ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_of_any_unicode_code_is_read(sample_text: str, codec: str) -> None:
    assert title_of(read_plan("plan.txt", sample_text.encode(codec))) == TITLE


def test_windows_1258_is_told_by_its_words(sample_text: str) -> None:
    composed = "".join(_for_1258(character) for character in sample_text)
    assert nfc(decoded(composed.encode("cp1258", errors="replace"))) == sample_text


def _for_1258(character: str) -> str:
    """The character as Windows-1258 writes it: the tone apart, hat and horn on the letter."""
    import unicodedata

    try:
        character.encode("cp1258")
        return character
    except UnicodeEncodeError:
        marks = unicodedata.normalize("NFD", character)
        tone = next((mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323"), "")
        return unicodedata.normalize("NFC", marks.replace(tone, "", 1)) + tone if tone else character


def test_old_font_codes_are_turned_into_unicode() -> None:
    assert from_tcvn3("KÕ ho¹ch tæ chøc Héi nghÞ") == "Kế hoạch tổ chức Hội nghị"
    assert from_vni("Keá hoaïch toå chöùc Hoäi nghò") == "Kế hoạch tổ chức Hội nghị"


def test_look_alike_letters_decomposed_text_and_page_marks_do_no_harm(sample_text: str) -> None:
    import unicodedata

    spoilt = unicodedata.normalize("NFD", sample_text).replace("\nIII.", "\n2\n\fIII.")
    assert title_of(read_plan("plan.txt", spoilt.encode())) == TITLE
    assert title_of(read_plan("plan.txt", sample_text.replace("ư", "ƣ").encode())) == TITLE


def test_plan_pasted_as_messages_is_read(sample_text: str) -> None:
    assert title_of(read_plan_text(sample_text)) == TITLE


def test_tags_left_over_from_a_viewer_do_not_make_a_plan_a_page(sample_text: str) -> None:
    lines = sample_text.split("\n")
    lines.insert(len(lines) // 2, "<span class='text_page_counter'>(2)</span><div class='page' data-page=2>")
    assert read_plan_text("\n".join(lines)) != Unreadable("not_a_plan")
    assert title_of(read_plan_text("\n".join(lines))) == title_of(read_plan_text(sample_text))


def test_web_page_is_read_by_its_elements() -> None:
    page = (
        "<html><head><style>p{}</style><script>KẾ HOẠCH</script></head><body><h1>KẾ HOẠCH</h1>"
        "<p>Tổ chức Hội nghị thủy lợi</p><p>I. THỜI GIAN, ĐỊA ĐIỂM</p><ul>"
        "<li>Thời gian: 8h00 ngày 5/6/2026</li>"
        "<li>Địa điểm: Hội trường xã</li></ul><p>II. CHƯƠNG TRÌNH</p><table>"
        "<tr><th>Thời gian</th><th>Nội dung</th></tr>"
        "<tr><td>8h00</td><td>Khai mạc</td></tr><tr><td>9h00</td><td>Thảo luận &amp; biểu quyết</td></tr>"
        "</table></body></html>"
    )
    draft = read_plan("page.html", page.encode())
    assert title_of(draft) == "Tổ chức Hội nghị thủy lợi"
    assert isinstance(draft, PlanDraft)
    assert [(str(s.value.start), s.value.title) for s in draft.sessions] == [
        ("08:00:00", "Khai mạc"),
        ("09:00:00", "Thảo luận & biểu quyết"),
    ]


def test_word_file_with_numbers_tables_boxes_and_changes_is_read(make_docx: Callable[..., bytes]) -> None:
    def paragraph(text: str, number: str = "") -> str:
        numbered = f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr></w:pPr>' if number else ""
        return f"<w:p>{numbered}<w:r><w:t>{text}</w:t></w:r></w:p>"

    def row(*cells: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells) + "</w:tr>"

    numbering = (
        '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        "</w:numbering>"
    )
    changed = (
        "<w:p><w:r><w:t>Địa điểm: Hội trường </w:t></w:r><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>mới</w:t></w:r></w:ins></w:p>"
    )
    box = f"<w:p><w:r><w:pict><w:txbxContent>{paragraph('Số lượng: 45 người')}</w:txbxContent></w:pict></w:r></w:p>"
    body = (
        paragraph("KẾ HOẠCH") + paragraph("Tổ chức Hội nghị giao ban") + paragraph("THỜI GIAN, ĐỊA ĐIỂM", "1")
        + paragraph("Thời gian: 8h00 ngày 5/6/2026") + changed + box + paragraph("CHƯƠNG TRÌNH", "1")
        + "<w:tbl>" + row("Thời gian", "Nội dung") + row("8h00", "Khai mạc") + row("8h30", "Giao ban") + "</w:tbl>"
    )  # fmt: skip
    content = make_docx(body, {"word/numbering.xml": numbering})
    paper = read_paper("plan.docx", content)
    assert not isinstance(paper, Unreadable)
    assert "II. CHƯƠNG TRÌNH" in paper.lines
    draft = read_plan("plan.docx", content)
    assert isinstance(draft, PlanDraft)
    assert (value_of(draft.venue), value_of(draft.expected_count)) == ("Hội trường mới", 45)
    assert [s.value.title for s in draft.sessions] == ["Khai mạc", "Giao ban"]


def test_table_in_a_pdf_is_read_by_its_columns(make_pdf: Callable[..., bytes]) -> None:
    lines = [
        "PLAN", "Annual Conference on Water", "I. DATE AND VENUE", "Date: 14 May 2026", "Venue: River Hall",
        "II. PROGRAMME", "Time              Content                      Speaker",
        "8:00 - 8:30       Registration                 Office",
        "8:30 - 9:30       Report on the state          Director",
        "                  of rivers", "9:30 - 10:00      Discussion                   Chair",
    ]  # fmt: skip
    draft = read_plan("plan.pdf", make_pdf([lines]))
    assert isinstance(draft, PlanDraft)
    assert [(s.value.title, s.value.responsible) for s in draft.sessions] == [
        ("Registration", "Office"),
        ("Report on the state of rivers", "Director"),
        ("Discussion", "Chair"),
    ]


def test_agenda_in_a_workbook_is_read() -> None:
    import xlsxwriter

    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as workbook:
        sheet = workbook.add_worksheet()
        rows = (
            ("CHƯƠNG TRÌNH HỘI NGHỊ GIAO BAN",),
            ("Thời gian", "Nội dung", "Người trình bày"),
            ("8h00 - 8h15", "Khai mạc", "Chủ tịch"),
            ("8h15 - 9h00", "=1+1", "Phó Chủ tịch"),
            ("9h00 - 9h30", "Kết luận", "Chủ tịch"),
        )
        for number, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                sheet.write_string(number, column, cell)
    paper = read_paper("agenda.xlsx", buffer.getvalue())
    assert not isinstance(paper, Unreadable)
    assert "8h15 - 9h00\t=1+1\tPhó Chủ tịch" in paper.lines


def test_explanation_says_what_each_line_was_taken_for(sample_text: str) -> None:
    outline = explain_plan("plan.txt", sample_text.encode())
    assert not isinstance(outline, Unreadable)
    (venue,) = [line for line in outline if line.text.startswith("Địa điểm")]
    assert (venue.kind, venue.marker, venue.about, venue.depth) == ("arabic", "2.", ("place",), 1)


# --- what is refused -----------------------------------------------------------------------------------------------


def test_files_that_cannot_be_read_are_refused_by_name(
    make_pdf: Callable[..., bytes], make_docx: Callable[..., bytes]
) -> None:
    plain = "<w:p><w:r><w:t>KẾ HOẠCH</w:t></w:r></w:p>"
    refused = {
        "empty": b"  \n ",
        "too_big": b"a" * (25 * 1024 * 1024),
        "binary": bytes(range(256)) * 40,
        "bad_archive": make_docx(plain)[:-40],
        "unknown_kind": zipped(hello=b"x"),
        "encrypted": make_pdf([["Conference plan"] * 5], ENCRYPT),
        "damaged": b"%PDF-1.4\nnothing of the kind",
        "scan_without_text": make_pdf([[]]),
        "too_many_pages": make_pdf([["page"]] * 500),
        "too_long": "một dòng rất dài ".encode() * 300_000,
        "not_a_plan": ("Ngày xửa ngày xưa có một người. " * 5 + "\n").encode() * 300,
    }
    assert {code: read_plan("plan.docx", content) for code, content in refused.items()} == {
        code: Unreadable(code) for code in refused
    }


def test_word_file_with_a_password_is_named_so() -> None:
    wrapped = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    assert read_plan("plan.docx", wrapped) == Unreadable("encrypted")


def test_old_word_file_needs_libreoffice_where_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert read_plan("plan.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)) == Unreadable("needs_libreoffice")


def test_external_entities_are_refused(make_docx: Callable[..., bytes]) -> None:
    evil = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w/>'
    assert read_plan("plan.docx", zipped(word__document_xml=evil)) == Unreadable("bad_archive")


def test_zip_bomb_is_refused_quickly() -> None:
    bomb = zipped(word__document_xml=b"<w>" + b" " * (80 * 1024 * 1024))
    assert len(bomb) < 200_000
    started = time.process_time()
    assert read_plan("plan.docx", bomb) == Unreadable("bad_archive")
    assert time.process_time() - started < 5


def test_truncated_files_never_raise(make_docx: Callable[..., bytes], make_pdf: Callable[..., bytes]) -> None:
    whole = make_docx("<w:p><w:r><w:t>KẾ HOẠCH</w:t></w:r></w:p>" * 50), make_pdf([["Plan of the conference"] * 20])
    for content in whole:
        for cut in range(1, len(content), max(1, len(content) // 40)):
            assert isinstance(read_plan("plan", content[:cut]), PlanDraft | Unreadable)


@pytest.mark.parametrize(
    "line",
    ["8h00\tKhai mạc", "1. Phòng Nội vụ: phối hợp gửi giấy mời", "a) Gồm:", "phòng b", "(" * 70, "1/" * 40, "A" * 70],
)
def test_ten_thousand_lines_of_one_kind_are_read_or_refused_in_time(line: str) -> None:
    started = time.process_time()
    head = "KẾ HOẠCH\nTổ chức Hội nghị\nII. PHÂN CÔNG\nNơi nhận:\n- a\n"
    assert isinstance(read_plan_text(head + f"{line}\n" * 9_000), PlanDraft | Unreadable)
    assert time.process_time() - started < 10


async def test_safe_reading_gives_the_same_draft(sample_text: str) -> None:
    content = sample_text.encode()
    assert await read_plan_safely("plan.txt", content) == read_plan("plan.txt", content)


async def test_reading_that_takes_too_long_is_ended(sample_text: str) -> None:
    assert await read_plan_safely("plan.txt", sample_text.encode(), seconds=0.001) == Unreadable("too_slow")


def test_plan_that_tries_to_be_a_page_a_template_or_a_formula_stays_words() -> None:
    title = "Tổ chức Hội nghị <b>{{ it.secret }}</b> {% raw %} =HYPERLINK(1)"
    draft = read_plan_text(f"KẾ HOẠCH\n{title}\nI. THỜI GIAN, ĐỊA ĐIỂM\n- Thời gian: 8h00 ngày 5/6/2026\n")
    assert title_of(draft) == title


def test_impossible_dates_and_times_are_doubted_and_never_taken() -> None:
    draft = read_plan_text(
        "KẾ HOẠCH\nTổ chức Hội nghị giao ban\nI. THỜI GIAN, ĐỊA ĐIỂM\n- Thời gian: 25h00 ngày 30/02/2026\n"
        "- Địa điểm: Hội trường xã\nII. CHƯƠNG TRÌNH\n- 25h00: Khai mạc\n- 9h00: Bế mạc\n"
    )
    assert isinstance(draft, PlanDraft)
    assert (draft.starts_on, draft.times, draft.sessions[0].value.start) == (None, (), None)
    doubts = {(doubt.code, doubt.quote) for doubt in draft.doubts}
    assert doubts == {("impossible_clock", "25h00"), ("impossible_date", "30/02/2026")}


def test_table_with_merged_cells_everywhere_is_read_without_inventing(make_docx: Callable[..., bytes]) -> None:
    def cell(text: str, merge: str) -> str:
        return f"<w:tc><w:tcPr>{merge}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"

    start, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (
        cell("CHƯƠNG TRÌNH", '<w:gridSpan w:val="3"/>'),
        cell("Thời gian", "") + cell("Nội dung", "") + cell("Phụ trách", ""),
        cell("8h00", "") + cell("Khai mạc", '<w:gridSpan w:val="2"/>'),
        cell("9h00", start) + cell("Tham luận thứ nhất", "") + cell("Sở Y tế", start),
        cell("", goes_on) + cell("Tham luận thứ hai", "") + cell("", goes_on),
        cell("10h00", "") + cell("Bế mạc", '<w:gridSpan w:val="2"/>'),
    )
    table = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    head = "".join(f"<w:p><w:r><w:t>{x}</w:t></w:r></w:p>" for x in ("KẾ HOẠCH", "Tổ chức Hội nghị giao ban"))
    draft = read_plan("plan.docx", make_docx(head + table))
    assert isinstance(draft, PlanDraft)
    titles = [session.value.title for session in draft.sessions]
    assert titles == ["Khai mạc", "Tham luận thứ nhất", "Tham luận thứ hai", "Bế mạc"]
    assert (draft.starts_on, {session.value.day for session in draft.sessions}) == (None, {None})


@pytest.mark.parametrize(
    "stamp",
    [
        "Lan Nguyễn, [27/06/2026 08:00]\n",
        "[27/06/2026 08:00] Lan Nguyễn: ",
        "[27.06.2026 08:00:15] L: ",
        "[08:15, 27/06/2026] Lan Nguyễn: ",
        "27/06/2026, 08:15 - Lan Nguyễn: ",
        "6/27/26, 8:15 AM - Lan Nguyễn: ",
        "[ 27 Tháng Sáu 2026 8:15 SA ] Lan Nguyễn: ",
    ],
)
def test_stamps_of_copied_chat_messages_are_no_dates_of_the_plan(stamp: str) -> None:
    first = "KẾ HOẠCH\nTổ chức Hội nghị sơ kết công tác thư viện\n1. Thời gian: 8h00 ngày 27/7/2026.\n"
    rest = "2. Địa điểm: Hội trường huyện.\nCHƯƠNG TRÌNH\n- 8h00: Khai mạc;\n- 8h30: Báo cáo;\n"
    plain, copied = read_plan_text(first + rest), read_plan_text(stamp + first + stamp + rest)
    assert isinstance(plain, PlanDraft) and isinstance(copied, PlanDraft)
    assert programme(copied).conference == programme(plain).conference
    assert [each.value for each in copied.sessions] == [each.value for each in plain.sessions]


def test_a_bracketed_time_within_a_plan_is_no_stamp() -> None:
    lines = ("KẾ HOẠCH", "[27/07/2026 08:00] Khai mạc: Chủ tịch")
    assert [line.text for line in repaired_lines(lines)] == list(lines)


def test_text_saved_in_the_wrong_code_and_pages_numbered_in_words_are_read(sample_text: str) -> None:
    def western(byte: int) -> str:
        return chr(byte) if byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes([byte]).decode("cp1252")

    assert decoded("".join(map(western, sample_text.encode())).encode()) == sample_text
    lines = ("KẾ HOẠCH", "- Trang 2/4 -", "Tổ chức Hội nghị", "Trang 3", "I. Mục đích")
    assert [line.number for line in repaired_lines(lines)] == [1, 3, 5]


def _workbook(rows: list[tuple[str, ...]], merged: tuple[int, int, int] | None = None) -> bytes:
    import xlsxwriter

    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as workbook:
        sheet = workbook.add_worksheet()
        for number, cells in enumerate(rows, 2):
            for column, cell in enumerate(cells, 1):
                sheet.write_string(number, column, cell)
        if merged:
            first, last, column = merged
            sheet.merge_range(first + 2, column + 1, last + 2, column + 1, rows[first][column])
    return buffer.getvalue()


def test_programme_whose_day_and_end_stand_in_columns_of_their_own_is_read() -> None:
    rows = [
        ("CHƯƠNG TRÌNH HỘI NGHỊ GIAO BAN",),
        ("Ngày", "Bắt đầu", "Kết thúc", "Nội dung", "Phụ trách"),
        ("26/6/2026", "08:00", "08:30", "Khai mạc", "Văn phòng"),
        ("", "08:30", "09:30", "Báo cáo", ""),
        ("27/6/2026", "09:30", "10:00", "Bế mạc", "Chủ tịch"),
    ]
    draft = read_plan("agenda.xlsx", _workbook(rows, merged=(2, 3, 4)))
    assert isinstance(draft, PlanDraft)
    assert [(f"{s.value.day} {s.value.start}-{s.value.end}", s.value.title) for s in draft.sessions] == [
        ("2026-06-26 08:00:00-08:30:00", "Khai mạc"),
        ("2026-06-26 08:30:00-09:30:00", "Báo cáo"),
        ("2026-06-27 09:30:00-10:00:00", "Bế mạc"),
    ]
    assert [session.value.responsible for session in draft.sessions] == ["Văn phòng", "Văn phòng", "Chủ tịch"]


def test_head_of_two_lines_names_the_columns_of_times() -> None:
    draft = read_plan_text(
        "KẾ HOẠCH\nTổ chức Hội nghị giao ban\nI. CHƯƠNG TRÌNH\nTT\tThời gian\t\tNội dung\tPhụ trách\n"
        "\tTừ\tĐến\t\t\n1\t8h00\t8h30\tKhai mạc\tVăn phòng\n2\t8h30\t9h00\tBế mạc\tVăn phòng\n"
    )
    assert isinstance(draft, PlanDraft)
    assert [(str(s.value.start), str(s.value.end), s.value.title) for s in draft.sessions] == [
        ("08:00:00", "08:30:00", "Khai mạc"),
        ("08:30:00", "09:00:00", "Bế mạc"),
    ]


def test_workbook_with_a_cell_far_out_is_refused_at_once() -> None:
    import xlsxwriter

    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as workbook:
        workbook.add_worksheet().write_string(1_048_575, 16_383, "Bế mạc")
    assert read_plan("agenda.xlsx", buffer.getvalue()) == Unreadable("too_long")
