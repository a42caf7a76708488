"""Badges as a Word file to print: two to a row, each with the name, post, unit and the code for the door."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from documents.qr import qr_png

_COLUMNS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """What stands on a badge."""

    name: str
    post: str | None
    unit: str | None
    number: int | None
    link: str


def badges_docx(title: str, badges: Sequence[Badge]) -> bytes:
    """The badges in their order on A4 sheets; rows are not torn apart by a page's end."""
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm

    made = docx.Document()
    page = made.sections[0]
    page.orientation = WD_ORIENT.PORTRAIT
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(1.5)
    table = made.add_table(rows=0, cols=_COLUMNS)
    table.style = "Table Grid"
    for at in range(0, len(badges), _COLUMNS):
        row = table.add_row()
        _keep_whole(row)
        for cell, badge in zip(row.cells, badges[at : at + _COLUMNS], strict=False):
            _fill(cell, title, badge)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _keep_whole(row: Any) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _fill(cell: Any, title: str, badge: Badge) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt

    lines = ((title, 9, False), (badge.name, 18, True), (badge.post, 11, False), (badge.unit, 11, False))
    paragraph = cell.paragraphs[0]
    for text, size, bold in lines:
        if not text:
            continue
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(_printable(text))
        run.font.size, run.bold = Pt(size), bold
        paragraph = cell.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run().add_picture(io.BytesIO(qr_png(badge.link, scale=4, quick=True)), width=Cm(3.2))
    if badge.number is not None:
        last = cell.add_paragraph()
        last.alignment = WD_ALIGN_PARAGRAPH.CENTER
        last.add_run(str(badge.number)).font.size = Pt(9)


def _printable(text: str) -> str:
    """Without control characters, which a Word file cannot hold."""
    return "".join(each for each in text if ord(each) >= 32)
