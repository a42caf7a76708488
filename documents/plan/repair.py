"""Stage one: the lines of a paper as they were written, without what scans, web pages and old Word files add."""

import re
from collections.abc import Iterator

from documents.plan.halls import is_hall
from documents.plan.running_heads import Line as Line
from documents.plan.running_heads import without_running_heads
from documents.plan.scanned import as_printed
from documents.plan.table_rows import role_of
from domain.dates import find_clocks, find_dates
from domain.vietnamese import CAPITALS, nfc

_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a-\u202e]")
_SPACES = re.compile("[\u00a0\u2007\u202f\u2002\u2003\u2009]")
_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:trang\s+|page\s+)?(\d{1,3})(?:\s*(?:/|of)\s*\d{1,3})?[-–—\s]*", re.IGNORECASE)
_RULE = re.compile(r"[\s_\-–—=*.·•~]{3,}|\*")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff]")
_WEB = re.compile(
    r"(?:tệp|file|tập tin) đính kèm\s*:?.{0,80}|chia sẻ(?: bài viết| tin)?|lượt xem\s*:?.{0,20}"
    r"|chia sẻ\s*:.{0,60}|(?:(?:các )?tin(?: tức)?|bài(?: viết)?) (?:khác|liên quan|mới|cùng .{3,20})"
    r"|bình luận.{0,20}|in (?:trang|bài viết).{0,20}|từ khóa\s*:.{0,80}|tags?\s*:.{0,80}"
    r"|share on .{0,60}|tweet.{0,30}|quay lại|về trang trước|trở về",
    re.IGNORECASE,
)
_WORD_DATA = re.compile(
    r"^\s*PAGE\b.{0,8}(?:MERGEFORMAT|$)|\bbjbj|Normal\.dot|Microsoft (?:Office )?Word|Times New Roman|\bArial\b"
    r"|^Unknown G|\bWord\.Document"
)
_LONGEST_WORD_TAIL = 15  # lines
_HOME = re.compile(r"(?:trang chủ|home)(?:\s*[|>»/].*)?", re.IGNORECASE)
_POSTED = re.compile(
    r"[^.>]{2,40}\s[>»]\s[^.]{2,60}$|(?:(?:ngày )?đăng(?: ngày| lúc)?|cập nhật|posted)\b.{0,60}\d", re.IGNORECASE
)
_BOLD = re.compile(r"\*\*(.+?)\*\*|__(.+?)__(?!_)")
_SLANTED = re.compile(r"\*([^*\s][^*]*)\*")
_LINK = re.compile(r"!?\[([^\]\[]+)\]\((?:[a-z]+:|/|#)[^()\s]*\)", re.IGNORECASE)  # Markdown
_FIELD = re.compile(r'HYPERLINK\s+"[^"]*"\s?')
_DAY = r"(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2} tháng (?:\w+ ){1,2}\d{4})"
_HOUR = r"\d{1,2}:\d{2}(?::\d{2})?(?: ?(?:[AP]M|SA|CH))?"
_WHEN = rf"(?:{_DAY},? {_HOUR}|{_HOUR},? {_DAY})"
_CLOCK = rf"\[ ?{_WHEN} ?\]"
_STAMP = re.compile(
    rf"[^:;\[\]]{{1,60}}, {_CLOCK}:?", re.IGNORECASE
)  # "Lan Nguyễn, [27/06/2026 08:15]", alone on its line
_STAMP_BEFORE = re.compile(  # "[27/06/2026 08:15] Lan Nguyễn: the text", "27/06/2026, 08:15 - Lan Nguyễn: the text"
    rf"(?:{_CLOCK}|{_WHEN} [-–]) [^:;\[\]]{{1,60}}:\s*", re.IGNORECASE
)


def repair(text: str) -> str:
    """Composed form, ƣ as ư, invisible and private characters out, plain spaces, scanned letters back to figures."""
    text = _FIELD.sub("", _SPACES.sub(" ", _INVISIBLE.sub("", nfc(text))))
    text = _LINK.sub(r"\1", text) if "](" in text else text
    return _UNPRINTABLE.sub("", as_printed(text))


def repaired_lines(lines: tuple[str, ...]) -> tuple[Line, ...]:
    """The lines that say something, page numbers and drawn rules left out."""
    found: list[Line] = []
    borders: set[int] = set()  # between which lines a page ends
    expected = 2
    # Rows of a table are numbered from the margin; the first page has no number, unless in the middle of its foot.
    dotted = sum(_DOTTED_HOUR.match(raw) is not None for raw in lines) >= _LEAST_DOTTED
    in_order = _hours_in_order(lines)
    numbered = any(raw.strip() == "1" and not _in_the_middle(raw) for raw in lines)
    for number, raw in _one_label_each(_unstamped(lines)):
        text = _told_by_sign(_unemphasised(repair(raw).rstrip()))
        text = _DOTTED.sub(r"\1\2:\3", text, count=1) if dotted else text
        text = _DOTTED_SHORT.sub(r"\1\2:\3", text, count=1) if number in in_order else text
        text = _parted_from_hour(text)
        text = _labelled(_TAB_STOP.sub(":", text)) if "\t" in text else text
        page = _PAGE_NUMBER.fullmatch(text)
        if page and page[1] == "1" and expected == 2 and found and _in_the_middle(raw):
            borders.add(len(found))
            continue
        if page and int(page[1]) in (expected, expected + 1) and not (numbered and text.strip().isdigit()):
            expected = int(page[1]) + 1
            borders.add(len(found))
            continue
        if text.strip() and not _RULE.fullmatch(text.strip()):
            found.append(Line(number, text))
    found = without_running_heads(found, borders)
    return tuple(found[_web_head(found) : min(_web_tail(found), _word_tail(found))])


_LABEL_CELL = re.compile(
    r"\s*(?P<label>(?:Thời gian|Địa điểm|Đối tượng|Thành phần|Số lượng|Quy mô|Hình thức|Chủ trì"
    r"|Đơn vị (?:chủ trì|tổ chức)|Tên (?:hội nghị|hội thảo)|Liên hệ|Khách mời)"
    r"(?: tổ chức| tham dự| tham gia)?)\t+(?P<told>[^\t]{12,})"
)
"""A row of a table with two columns, a matter and what is said of it: "Địa điểm <tab> Hội trường A, số 5 …"."""


def _labelled(text: str) -> str:
    row = _LABEL_CELL.fullmatch(text)
    told = row["told"].strip() if row else ""
    heads = len(told.split()) <= _LONGEST_HEAD and role_of(told) and not is_hall(told)  # of another column
    return f"{row['label']}: {told}" if row and not heads else text


_LONGEST_HEAD = 4  # words


_HOUR_GLUED = re.compile(
    rf"\A(?P<hour>\s*(?:[-–|+]\s*)?(?:[01]?\d|2[0-3])(?:h|:|g)[0-5]\d)(?P<rest>(?!AM|PM)[{CAPITALS}][^\W\d_]+\s.*)"
)
_NEXT_COLUMN = re.compile(r"(?<=\S) {4,}")


def _parted_from_hour(text: str) -> str:
    """The line with a gap behind the hour that its item is glued to, "07h30Đón tiếp"; later columns stay in place."""
    glued = _HOUR_GLUED.fullmatch(text)
    if glued is None:
        return text
    return f"{glued['hour']}  {_NEXT_COLUMN.sub(lambda gap: gap[0][2:], glued['rest'], count=1)}"


_DOTTED = re.compile(r"\A(\s*(?:[-–|]\s*)?)([01]\d|2[0-3])\.([0-5][05])(?=\s*(?:$|[|\t:])|\s+[^\W\d_])")
"""An hour with a dot at the head of a line, "08.00 Khai mạc": where several begin so, it is no number of theirs."""
_DOTTED_HOUR = re.compile(r"\s*(?:[-–|]\s*)?(?:[01]\d|2[0-3])\.[0-5][05](?!\d)")
_LEAST_DOTTED = 3
_DOTTED_SHORT = re.compile(r"\A(\s*(?:[-–|]\s*)?)(\d{1,2})\.([0-5][05])(?=\s+[^\W\d_])")


def _hours_in_order(lines: tuple[str, ...]) -> frozenset[int]:
    """The lines of a programme that begin with "9.00", "9.10": a run of hours of a day, each later than the last."""
    found: set[int] = set()
    run: list[int] = []
    last = (_EARLIEST, 0)
    for number, raw in enumerate(lines, 1):
        hour = _DOTTED_SHORT.match(raw)
        if hour is None and not raw.strip():
            continue
        begins = (int(hour[2]), int(hour[3])) if hour else (0, 0)
        if hour is None or not last < begins < (24, 0) or (not run and begins[0] < _EARLIEST):
            run, last = [], (_EARLIEST, 0)
            continue
        run, last = [*run, number], begins
        found |= set(run) if len(run) > _LEAST_DOTTED else set()
    return frozenset(found)


_EARLIEST = 5  # o'clock; a smaller number before a dot counts a heading

_TAB_STOP = re.compile(r"(?<=\w)\s*\t\s*:(?=\s)")  # "Thời gian <tab>: 8h00": colons one below the other, and no table


_NEXT_LABEL = re.compile(
    r"\s+\|\s+(?=(?:Thời gian|Địa điểm|Chủ trì|Hình thức|Thành phần|Time|Venue|Date)\s*:)", re.IGNORECASE
)


def _one_label_each(lines: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """The numbered lines, "Thời gian: … | Địa điểm: …" as two of one number."""
    for number, line in enumerate(lines, 1):
        parts = _NEXT_LABEL.split(line) if " | " in line and not line.startswith("|") else [line]
        yield from ((number, part) for part in parts)


_SIGNS = {"📍": "Địa điểm", "🏢": "Địa điểm", "📅": "Thời gian", "🗓": "Thời gian", "📆": "Thời gian", "⏰": "Thời gian"}


def _told_by_sign(text: str) -> str:
    """A line of an invitation that begins with a sign instead of a label: "📍 Hội trường A"."""
    bare = text.lstrip()
    label = _SIGNS.get(bare[:1])
    if label is None:
        return text
    said = bare[1:].lstrip("\ufe0f \t")
    return said if ":" in said[:25] and not said[:1].isdigit() else f"{label}: {said}"


def _in_the_middle(line: str) -> bool:
    return len(line) - len(line.lstrip()) >= 20


def _unstamped(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines without what a chat's copied messages carry: who wrote them and when, which is no date of the plan.

    A stamp before a text is one only where the paper begins with a stamp; within a plan it might be an item's time.
    """
    first = next((line.strip() for line in lines if line.strip()), "")
    copied = bool(_STAMP.fullmatch(first) or _STAMP_BEFORE.match(first))
    found = ("" if _STAMP.fullmatch(line.strip()) else line for line in lines)
    return tuple(
        _STAMP_BEFORE.sub("", line, count=1) if copied and _STAMP_BEFORE.match(line) else line for line in found
    )


def _web_head(lines: list[Line]) -> int:
    """Where the paper begins on a page from the web, behind the site's menu: short lines from "Trang chủ" on."""
    at = next((i for i, line in enumerate(lines[:4]) if _HOME.fullmatch(line.text.strip())), None)
    if at is None:
        return 0
    at += 1
    while at < len(lines) // 2 and (len(lines[at].text.split()) <= 4 or _POSTED.match(lines[at].text.strip())):
        at += 1
    return at


def _web_tail(lines: list[Line]) -> int:
    """Where a page from the web goes on with what is no part of the paper: sharing, counters, other news."""
    half = len(lines) // 2
    return next((i for i in range(half, len(lines)) if _WEB.fullmatch(lines[i].text.strip())), len(lines))


def _word_tail(lines: list[Line]) -> int:
    """Where an old Word file goes on with its own data behind the paper: fields, fonts, the names of its templates."""
    last = max(len(lines) - _LONGEST_WORD_TAIL, len(lines) // 2)
    at = next((i for i in range(last, len(lines)) if _WORD_DATA.search(lines[i].text)), len(lines))
    return at if not any(find_dates(line.text) or find_clocks(line.text) for line in lines[at:]) else len(lines)


def _unemphasised(text: str) -> str:
    """The line without Markdown's signs of bold and slanted type; a rule of stars stays one."""
    if "**" not in text and "__" not in text and not text.lstrip().startswith("*"):
        return text
    if not any(character.isalnum() for character in text):
        return text
    text = _BOLD.sub(r"\1\2", text)
    slanted = _SLANTED.fullmatch(text)
    return slanted[1] if slanted else text
