"""The workbook: what people typed stays text, whatever it looks like."""

import io
import zipfile
from datetime import datetime

import python_calamine

from documents.workbook import LONGEST, Sheet, workbook


def test_what_looks_like_a_formula_a_link_or_a_number_stays_text() -> None:
    typed = ("=HYPERLINK(1)", "@sum", "+84900000001", "-1", "https://example.org", "007", "a\x00b\x0bc")
    content = workbook([Sheet("Thử", ("a",) * len(typed), [typed])])
    (_, row) = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert row == ["=HYPERLINK(1)", "@sum", "+84900000001", "-1", "https://example.org", "007", "abc"]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet, styles = archive.read("xl/worksheets/sheet1.xml"), archive.read("xl/styles.xml")
    assert (b"<f>" in sheet, b"hyperlink" in sheet, b'quotePrefix="1"' in styles) == (False, False, True)


def test_numbers_moments_and_gaps_keep_their_kind() -> None:
    moment = datetime.fromisoformat("2026-07-27T08:00")
    content = workbook([Sheet("x" * 40, ("a", "b", "c"), [(3, moment, None)])])
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert (book.sheet_names, book.get_sheet_by_index(0).to_python()[1][:2]) == (["x" * 31], [3.0, moment])


def test_a_text_longer_than_a_cell_is_cut() -> None:
    content = workbook([Sheet("Thử", ("a",), [("ơ" * (LONGEST + 5),)])])
    (_, row) = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert len(row[0]) == LONGEST
