"""Stage two: paragraphs with wraps joined and rows kept whole."""

import re
from dataclasses import dataclass, replace
from itertools import zip_longest

from documents.plan.day_lines import is_day_alone
from documents.plan.label_rows import labelled_rows
from documents.plan.line_cuts import CLOCK_START, CUT_DATE, REST_OF_DATE, beside_date, is_cut
from documents.plan.line_widths import DASH_START, STARTS, Width, indent_of, is_closed, margin_of, width_of
from documents.plan.repair import Line
from documents.plan.table_pairs import pairs_in
from documents.plan.table_rows import TableRow
from documents.plan.tables import tables_in
from documents.plan.words import (
    ATTACHED,
    CONNECTOR_END,
    OFFICE_LINE,
    TO_ALL,
    UNIT_HEAD,
    is_caps,
    is_heading_word,
    meanings,
    squeeze,
)
from domain.vietnamese import CAPITALS

_HYPHEN_BREAK = re.compile(rf"[{CAPITALS}0-9/]-$")


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph, or (with `cells` and the columns' `roles`) a row of a table; `said` is the paper's own wording."""

    text: str
    first: int
    last: int
    cells: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    said: str = ""
    heads: tuple[str, ...] = ()

    @property
    def source_text(self) -> str:
        return self.said or self.text


# --- paragraphs ----------------------------------------------------------------------------------------------------

_OPEN_COMPOUND = re.compile(
    r"(?:thi đua|kinh tế|chính trị|xã hội|văn hóa|quốc phòng|tài chính|hđnd|hội đồng)\s*$", re.IGNORECASE
)
_COMPOUND_TAIL = re.compile(r"\s*[-–]\s*(?:khen thưởng|xã hội|an ninh|kế hoạch|ubnd|tư tưởng|thể thao)", re.IGNORECASE)
_CLOCK_LABEL = re.compile(  # "13h00: Đón tiếp đại biểu" is an item of the programme, however long the line above
    r"\s*\d{1,2}\s*(?:h|g|giờ|:)\s*\d{0,2}(?:\s*[-–]\s*\d{1,2}\s*(?:h|g|giờ|:)\s*\d{0,2})?\s*:\s+[^\W\d_]",
    re.IGNORECASE,
)
_BEFORE_CLOCK = re.compile(r"(?:[-–,(]|\b(?:từ|đến|lúc|vào|khoảng|trước|sau|và|from|to|at))\s*$", re.IGNORECASE)
_ONLY_CLOCKS = re.compile(r"\s*\d{1,2}(?:h|g|:| giờ ?)\d{0,2}\s*[-–]\s*\d{1,2}(?:h|g|:| giờ ?)\d{0,2}\s*:?\s*")
_LABEL_START = re.compile(rf"\s*[{CAPITALS}][^.;:]{{2,40}}:\s")
_SHORT_LABEL = re.compile(
    rf"\s*[{CAPITALS}][^\W\d]*(?:\s[^\W\d]+){{1,3}}:\s"
)  # "Đơn vị chủ trì: …" above "Đơn vị phối hợp: …"
_GIVEN_UNIT = re.compile(
    rf"\s*(?:(?:Giao|Đề nghị)\s+)?(?=(?-i:[{CAPITALS}]))(?:{UNIT_HEAD.pattern})[^.;:]{{0,90}}:\s", re.IGNORECASE
)
_CLOSING = re.compile(  # the sentences under the last section, for everybody
    r"\s*(?:Mọi (?:vướng mắc|ý kiến|thông tin)|(?:Trong quá|Quá) trình (?:tổ chức|triển khai|thực hiện)"
    r"|Nếu có (?:khó khăn|vướng mắc|phát sinh)|Thông tin (?:chi tiết|liên hệ))\b"
)
_SUMS_UP = re.compile(r"\s*\(?(?:Tổng số|Tổng cộng)\b[^.;]*\d")


def paragraphs(lines: tuple[Line, ...]) -> tuple[Para, ...]:
    """Lines joined into paragraphs; tables by tabs, pipes or columns become one paragraph a row."""
    numbered = tuple((line.number, line.text) for line in lines)
    labelled = labelled_rows(numbered)
    rows = {row.first: row for row in tables_in(tuple(line for line in numbered if line[0] not in labelled))}
    covered = {number for row in rows.values() for number in range(row.first, row.last + 1)} | labelled.keys()
    pairs = labelled | pairs_in(tuple(line for line in numbered if line[0] not in covered))
    covered |= {number for _, first, last in pairs.values() for number in range(first, last + 1)}
    prose = tuple(line for line in lines if line.number not in covered)  # rows of a table may be wider than the page
    width = width_of(prose)
    if width.wrapped:
        width = replace(width, margin=margin_of(prose))
    out: list[Para] = []
    previous: Line | None = None
    for line in lines:
        if line.number in rows:
            out.append(_row_para(rows[line.number]))
            previous = None
        elif line.number in pairs:
            out.append(Para(*pairs[line.number]))
            previous = None
        elif line.number in covered:
            continue
        elif (
            previous is not None
            and not _parts(previous, line, width)
            and _continues(out[-1], previous.text, line.text, width)
        ):
            out[-1] = Para(_joined(out[-1].text, line.text), out[-1].first, line.number)
            previous = line
        else:
            parts = beside_date(line.text, line.number)
            out.extend(Para(squeeze(part), line.number, line.number) for part in parts)
            previous = line
    return tuple(out)


def _parts(line: Line, following: Line, width: Width) -> bool:
    """Whether a blank line parts them: behind a closed line or above capitals, where not every other line is blank."""
    if not width.parted or following.number - line.number < 2:
        return False
    return is_closed(line.text) or (is_caps(following.text) and not is_caps(line.text))


_TOLD_IN_TIME = ("day", "half", "end")
"""Columns whose words stand in the one of times too."""


def _row_para(row: TableRow) -> Para:
    told = [cell for cell, role in zip_longest(row.cells, row.roles) if cell and role not in _TOLD_IN_TIME]
    return Para(squeeze(" ".join(told)), row.first, row.last, row.cells, row.roles, heads=row.heads)


def _joined(left: str, right: str) -> str:
    right = squeeze(right)
    cut = CUT_DATE.search(left) or (left[-1:].isdigit() and REST_OF_DATE.match(right))
    glue = "" if cut or (_HYPHEN_BREAK.search(left) and right[:1].isupper()) else " "
    return left + glue + right


def _continues(para: Para, line: str, following: str, width: Width) -> bool:
    """Whether `following` goes on with the paragraph that ends in `line`."""
    stripped = following.strip()
    if is_cut(line, stripped):
        return True
    if STARTS.match(para.text) and not is_closed(line) and _HOURS_ALONE.fullmatch(stripped):
        return True
    if _NUMBER_ALONE.fullmatch(stripped) and ": " in line and not any(map(str.isdigit, line)):
        return True
    if width.small:
        return CONNECTOR_END.search(line) is not None
    if line.rstrip().endswith(";") and UNIT_HEAD.match(stripped) and _names_bodies(para.text):
        return True
    full = width.is_full(line, following)
    closed = is_closed(line)
    if not closed and _is_open_quote(para.text) and re.search('["”]', following):
        return True  # the words on a banner: "HỘI NGHỊ ĐỐI THOẠI GIỮA / CHỦ TỊCH …"
    if _starts_something(para, line, following, full, closed):
        return False
    if width.margin is not None and indent_of(following) >= width.margin + 4 and not stripped[:1].islower():
        return False  # a first line: those that go on stand further out
    told = DASH_START.match(para.text) or (STARTS.match(para.text) and ": " in para.text[:60])
    if width.closing and not closed and told and not is_caps(stripped):
        return True
    if _BRACKET_BEHIND.match(stripped) and not closed and STARTS.match(para.text) and not is_caps(para.text):
        return True
    if CONNECTOR_END.search(line) or para.text.count("(") > para.text.count(")"):
        return width.wrapped or stripped[:1].islower() or stripped[:1] == "(" or _AND.search(line) is not None
    if is_caps(para.text) and is_caps(stripped):
        return full or (width.wrapped and STARTS.match(para.text) is not None)
    if is_caps(stripped) and not is_caps(para.text) and len(stripped) > 8 and not full:
        return False
    if stripped[:1].islower():
        listed = line.rstrip().endswith(";") and told is not None and ": " in para.text
        return not closed or full or listed
    if full:
        return not closed or (line.rstrip().endswith(".") and not para.text.endswith("./."))
    return line.rstrip().endswith(",") and width.wrapped


_NUMBER_ALONE = re.compile(r"\(?0\d{2,3}\)?[. -]?\d{3}[. -]?\d{3,4}\s*[;.]?")
"""A telephone number below whose it is: "Thể thao: thầy Mạnh" above "0900 000 111"."""
_HOURS_ALONE = re.compile(r"\((?:từ |lúc )?\d{1,2}\s?(?:h|:|g|giờ)[^()]*\)\s*[;.]?", re.IGNORECASE)
"""The hours of an item in brackets below it: "- Báo cáo tổng kết công tác năm 2024" above "(8h20 - 8h40);"."""


def _is_open_quote(text: str) -> bool:
    return text.count('"') % 2 == 1 or text.count("“") > text.count("”")


def _names_bodies(text: str) -> bool:
    """Whether a point has named only bodies as yet: "5. Bệnh viện tỉnh; Bệnh viện Sản - Nhi; Trạm Y tế Hòa An;"."""
    marked = STARTS.match(text)
    bodies = text[marked.end() :].strip(" ;").split(";") if marked and ":" not in text else []
    return bool(bodies) and all(UNIT_HEAD.match(body.strip()) and len(body.split()) <= 10 for body in bodies)


def _is_unit_alone(text: str) -> bool:
    """A short line that names a body and no more: its number was lost, its work follows."""
    bare = text.strip()
    named = len(bare) <= 60 and UNIT_HEAD.match(bare) is not None and bare[:1].isupper()
    return named and re.search(r"[.;:,]$", bare) is None and len(bare.split()) > 1


_AND = re.compile(r"\s(?:và|của|với|các)\s*$")
_BRACKET_BEHIND = re.compile(rf"\([^\W\d_{CAPITALS}][^()]*\)?[.;,]?$")
"""What an item still says in brackets when the line was too short: "(trước ngày 28/8)."."""
_IN_BRACKETS = re.compile(r"\([^()]{12,}\)")
"""Nothing goes on behind what stands in brackets as a whole: "(Kèm theo Kế hoạch số …)"."""


def _starts_something(para: Para, line: str, following: str, full: bool, closed: bool) -> bool:
    """Whether the line begins a paragraph of its own by its look: a marker, a clock, a label, an office, a day."""
    if following.lstrip().startswith("(") and ATTACHED.match(following.lstrip()):
        return True
    if _IN_BRACKETS.fullmatch(para.text.strip()) or (following.strip()[:1].isupper() and is_day_alone(following)):
        return True
    if DASH_START.match(following):
        inside = _COMPOUND_TAIL.match(following) and _OPEN_COMPOUND.search(line)
        prose = full and not closed and not STARTS.match(para.text) and not is_caps(para.text)
        return not (inside or prose)
    if STARTS.match(following):
        return not (full and not closed and _NUMBER_OF_WHAT.match(following))
    if OFFICE_LINE.match(following.strip()) or following.strip().startswith(("Nơi nhận", "Trên đây")):
        return True
    if _ONLY_CLOCKS.fullmatch(following) and not _BEFORE_CLOCK.search(line):
        return True
    if CLOCK_START.match(following) or CLOCK_START.fullmatch(line.strip()):
        after_another = CLOCK_START.match(para.text) is not None and not _BEFORE_CLOCK.search(line)
        told = _CLOCK_LABEL.match(following) is not None and not _BEFORE_CLOCK.search(line)
        return not full or closed or after_another or told
    return (closed and _opens_anew(line, following)) or _is_label(line, following, full, closed)


_NUMBER_OF_WHAT = re.compile(r"\s*(?!1)\d{1,2}\s+[a-zđà-ỹ]")
"""A number that counts what its line goes on with, and heads no point: "… phòng," above "12 xã và thị trấn"."""


def _opens_anew(line: str, following: str) -> bool:
    """Whether what stands behind the end of a sentence begins something: a sum, a matter, a body with its work."""
    if _SUMS_UP.match(following) or _CLOSING.match(following) or TO_ALL.match(following):
        return True
    if is_caps(following) and meanings(following):
        return True
    if following.rstrip().endswith(":") and len(following.strip()) <= _SHORT_LEAD and following.strip()[:1].isupper():
        return True
    indented = indent_of(following) >= indent_of(line) + 2
    return indented or _is_unit_alone(following) or _GIVEN_UNIT.match(following) is not None


_SHORT_LEAD = 60  # letters


def _is_label(line: str, following: str, full: bool, closed: bool) -> bool:
    """Whether the line begins with a label, and not only goes on with words before a colon."""
    if _SHORT_LABEL.match(line) and _SHORT_LABEL.match(following) and not CONNECTOR_END.search(line):
        return True
    if not (_LABEL_START.match(following) and is_heading_word(following)):
        return False
    return closed or not full or (_LABEL_START.match(line) is not None and is_heading_word(line))
