"""What a table's columns are for by their heads, and which lines are no rows."""

import re
from dataclasses import dataclass
from functools import lru_cache

from documents.plan.day_lines import HALF_NAME, is_day_alone
from domain.dates import find_clocks
from domain.vietnamese import CAPITALS, fold

_FOR = r"(?:hoc|thi|hop|lam viec|to chuc|thuc hien|dien ra|tap huan)"
"""What a day, a half of it or a room is for, behind its own name at the head of a column."""
_ANY_HALL = rf"(?:phong|hoi truong|giang duong)(?:[ /,]+(?:{_FOR}|phong|hoi truong|giang duong))*"
_ROLES: tuple[tuple[str, str], ...] = (
    ("no", r"^(?:tt|stt|no\.?|#|so tt)$"),
    (
        "deadline",
        r"thoi han|^han$|han (?:chot|cuoi|nop|xong|hoan thanh)"
        r"|^(?:phai )?xong(?: (?:truoc|ngay|luc))?$|hoan thanh|tien do|deadline|due|thoi gian hoan thanh"
        r"|thoi gian thuc hien",
    ),
    ("support", r"phoi hop|support"),
    ("length", r"^thoi luong|^so phut"),
    ("lead", r"chu tri|don vi thuc hien$|lead|responsible unit"),
    ("end", r"^(?:den|ket thuc|(?:gio|thoi gian) ket thuc|to|end(?: time)?|finish)$"),
    ("half", rf"^(?:buoi|phien|ca)(?: {_FOR})?$"),
    ("day", rf"^(?:ngay|thu|buoi|date|day)(?:[ ,/&-]+(?:va )?(?:ngay|thu|buoi|thang|nam|{_FOR}))*$"),
    (
        "time",
        r"^(?:tu|bat dau|from|start|t\.?g)$|thoi gian|^gio|^khung gio|^ngay,? (?:va )?gio|time|^thoi diem"
        r"|^buoi (?:sang|chieu)$",
    ),
    (
        "who",
        r"^pic$|^owner$|^who$|thuc hien|phu trach|(?<!so )nguoi(?! (?:tham )?du| nghe)"
        r"|trinh bay|dieu hanh|bao cao vien|speaker|presenter|chair|responsible|don vi|ca nhan"
        r"|chu toa|phat bieu|dien gia|giang vien|trong tai|giam khao|in charge"
        r"|^(?:(?:tieu )?ban|to)(?: ?[/,] ?(?:(?:tieu )?ban|to|nhom))*$|^(?:truong|pho) (?:(?:tieu )?ban|nhom|to)$"
        r"|^ai(?: (?:lam|lo))?$|^(?:co quan|bo phan|(?:khoa,? )?phong,? ban|(?:cac )?khoa ?[,/-]? ?phong|luc luong)$",
    ),
    ("subject", r"^mon(?: (?:hoc|thi|dau|thi dau|the thao|day))?$"),
    ("class", r"^(?:lop|dot)(?: (?:tap huan|hoc|boi duong|thi|so))?$"),
    ("people", r"thanh phan|doi tuong|nguoi (?:tham )?du|participants?"),
    ("quota", r"so luong|so nguoi|so dai bieu|number|^sl$"),
    (
        "place",
        rf"dia diem|^(?:tai )?diem cau$|noi {_FOR}|^noi$|^where$|^o dau$|vi tri|khu vuc|^phong ?/ ?\S+$"
        rf"|^(?:xuong|san)(?: {_FOR})?$"
        rf"|venue|location|place|^room$|^{_ANY_HALL}$",
    ),
    (
        "content",
        r"^(?:ten )?(?:bai (?:day|hoc|giang)|tiet (?:muc|day)|de tai|phan thi|tran(?: dau)?)(?: .{1,20})?$|^events?$"
        r"|noi dung|hoat dong|chuong trinh|cong viec"
        r"|^(?:dau )?viec(?: (?:can )?lam)?$|hang muc|nhiem vu|chuyen de"
        r"|session|topic|activity|content|item|title|^what$",
    ),
    ("note", r"ghi chu|note|remarks?"),
)
_COMPILED = tuple((role, re.compile(pattern)) for role, pattern in _ROLES)
_ANY_ROOM = re.compile(_ANY_HALL)
_ROOM = re.compile(
    r"^(?:(?:phòng|hội trường|room|hall|track|phân ban|tiểu ban|giảng đường|sảnh|sân|khu)\s+\S"
    r"|nhà (?:đa năng|văn hóa|thi đấu))",
    re.IGNORECASE,
)
END = re.compile(
    r"\s*(?:(?:[IVX]{1,5}|1I)\s*[.\-/)]\s|Điều\s+\d{1,2}\s*[.:]\s|Nơi nhận|Trên đây|TM\.|KT\."
    r"|(?:PHỤ LỤC|Phụ lục)(?:\s+(?:[IVX]+|\d+))?\s*[.:]?\s*$)"
)
NUMBERED = re.compile(r"\d{1,2}(?:\.\d+)*\s*[.)]\s")
NUMBERED_BLOCK = re.compile(
    r"(?:[A-H]|[IVX]{1,4})\s*[.)]\s+(?=(?:buổi|phiên|phần|ngày|sáng|chiều|tối)\b)", re.IGNORECASE
)
"""The letter or number of a part among the rows of a table: "B. BUỔI CHIỀU"."""

Lines = tuple[tuple[int, str], ...]
"""Lines with their numbers."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row with its cells, one role a column ("time", "content", "who", "room:Phòng A", ""), and its lines.

    `heads` are the titles over the columns, where the table has them.
    """

    cells: tuple[str, ...]
    roles: tuple[str, ...]
    first: int
    last: int
    heads: tuple[str, ...] = ()


def of_classes(row_roles: tuple[str, ...]) -> bool:
    """Whether the table tells classes or rounds held one after the other: who comes, and when; lessons are no such."""
    return {"class", "time"} <= set(row_roles) and "subject" not in row_roles


@lru_cache(maxsize=4096)
def role_of(title: str) -> str:
    """What a column is for by the words at its head."""
    folded = " ".join(fold(title).split()).strip(" .:*")
    if _ROOM.match(title.strip()) and not _ANY_ROOM.fullmatch(folded):
        return f"room:{title.strip()}"
    if len(folded) > 45 or (folded == "thu" and "ứ" not in title.lower()) or _TOLD.match(folded):
        return ""
    return next((role for role, pattern in _COMPILED if pattern.search(folded)), "")


_TOLD = re.compile(r"[^:()]{2,20}: *\w")
"""A title with its value behind it is none: "Chủ trì: TS. An" over a column."""


def header_roles(cells: tuple[str, ...]) -> tuple[str, ...] | None:
    """The roles when the cells are a table's head: at least two known columns, none of them holding a time."""
    roles = _dividing(tuple(role_of(cell) for cell in cells), cells)
    if "content" not in roles:
        roles = tuple("content" if role == "subject" else role for role in roles)  # "Môn | Ngày | Giờ | Địa điểm"
    known = [role for role in roles if role]
    rooms = sum(role.startswith("room:") for role in roles)
    if rooms and rooms + (roles[0] in ("", "place", "lead", "who")) == len(roles):
        return None  # a row that goes on with the heads: "Địa điểm | Phòng 201 | Phòng 305"
    if cells[0].strip(" .").isdigit():
        return None  # a row with its number: "5 | Các trung tâm (07 đơn vị) | 06 người/đơn vị"
    if any(find_clocks(cell) for cell, role in zip(cells, roles, strict=True) if not role.startswith("when:")):
        return None
    most = _MORE if {"time", "content"} <= set(known) else 1
    if len(known) < 2 or len(cells) - len(known) > most:
        return None
    if "time" in roles and "" in roles and not any(role == "content" or role.startswith("room:") for role in roles):
        return tuple(role or "content" for role in roles)  # "Thời gian | Hạng mục | Phụ trách"
    return _with_one_time(roles, cells)


_MORE = 4
"""Columns of a programme that nothing is known of: "Hình thức", "Học liệu"."""
_HALF = re.compile(rf"{HALF_NAME}\s*(?:[(:,–-].*)?$", re.IGNORECASE)
_PART = re.compile(
    r"(?:lớp|nhóm|tổ|đội|khối|cụm|bảng)\s+(?:số\s+)?(?:\d{1,2}|(?-i:[A-Z]|[IVX]+))(?:\s*[:(–-].*)?$",
    re.IGNORECASE | re.DOTALL,
)


def _dividing(roles: tuple[str, ...], titles: tuple[str, ...]) -> tuple[str, ...]:
    """The roles where days, halves of them or groups have a column each: "Giờ | Ngày 15/5 | Ngày 16/5"."""
    if not {"time", "half", "day"} & set(roles):
        return roles
    halves = sum(_HALF.match(title.strip()) is not None for title in titles) > 1
    named = _named_groups(titles)

    def divided(role: str, title: str) -> str:
        if (halves and _HALF.match(title)) or (not role and is_day_alone(title)):
            return f"when:{title}"
        return f"part:{title}" if _PART.match(title) or title in named else role

    return tuple(divided(role, title.strip()) for role, title in zip(roles, titles, strict=True))


def _named_groups(titles: tuple[str, ...]) -> frozenset[str]:
    """Groups of one kind that are called by names: "Lớp Sáo | Lớp Trống", "Đội Xanh | Đội Đỏ"."""
    found = [named for title in titles if (named := NAMED_GROUP.match(title.strip()))]
    alike = len({named["kind"].lower() for named in found}) == 1 and len({named[0] for named in found}) > 1
    return frozenset(named.string for named in found) if alike else frozenset()


NAMED_GROUP = re.compile(
    rf"(?P<kind>(?i:lớp|nhóm|tổ|đội|khối|cụm|bảng))\s+(?:[{CAPITALS}]\w*)(?:\s\w+){{0,3}}(?=\s*(?:$|[(:\n–-]))"
)


def _with_one_time(roles: tuple[str, ...], titles: tuple[str, ...]) -> tuple[str, ...]:
    """The roles with the day told apart from the hours: "Thời gian | Giờ | Nội dung"."""
    if roles.count("time") < 2 or not any(_HOURS.match(title.strip()) for title in titles):
        return roles
    return tuple(
        "day" if role == "time" and not _HOURS.match(title.strip()) else role
        for role, title in zip(roles, titles, strict=True)
    )


_HOURS = re.compile(r"giờ|khung giờ|từ\b", re.IGNORECASE)


def list_roles(cells: tuple[str, ...], below: list[tuple[str, ...]], *, drawn: bool = False) -> tuple[str, ...] | None:
    """The roles when the cells are the titles over a list of any matter: nothing but the row's number is known.

    Titles are short words over all columns; what stands below has as many, and begins with a number or holds one,
    unless bars are drawn between the columns. Over sums they may be days, and who pays them may stand under no title:
    "| Before 1 May | On site".
    """
    if len(cells) < 2 or len({*cells}) < len(cells):
        return None
    rows = [row for row in below if len(cells) - 1 <= len(row) <= len(cells)]
    if _over_sums(cells, rows):
        return tuple("no" if role_of(cell) == "no" else "" for cell in cells)
    if not all(map(_is_title, cells)):
        return None
    numbered = role_of(cells[0]) == "no"
    alike = len(rows) >= 2 and (drawn or all(any(map(str.isdigit, "".join(row))) for row in rows[:2]))
    alike = alike or sum(_NAMES_COLUMN.match(fold(cell.strip())) is not None for cell in cells) >= _SURE
    if len(rows) < 2 or not (alike or (numbered and rows[0][0].strip(" .").isdigit())):
        return None
    return tuple("no" if role_of(cell) == "no" else "" for cell in cells)


def schedule_roles(cells: tuple[str, ...], below: list[tuple[str, ...]]) -> tuple[str, ...] | None:
    """The roles when the cells are titles over rows with hours: the first that nothing is known of is the item.

    "Thời gian | Nghề thi | Xưởng | Giám khảo" over "7h30 | Hàn | Xưởng H1 | Thầy Nho".
    """
    roles = tuple(role_of(cell) for cell in cells)
    at = next((number for number, role in enumerate(roles) if role == "time"), None)
    if at is None or at > 1 or len(cells) < _LEAST or "content" in roles or not all(map(_is_title, cells)):
        return None
    if _HOUR_ALONE.fullmatch(cells[at].strip()) is None or "" not in roles[at + 1 :]:
        return None
    timed = [len(row) > at and is_clock_cell(row[at]) for row in below]
    if sum(timed) < min(2, len(below)) or not timed:
        return None
    item = roles.index("", at + 1)
    return (*roles[:item], "content", *roles[item + 1 :])


_LEAST = 3
_HOUR_ALONE = re.compile(r"thời gian|t\.?g\.?|(?:khung )?giờ|time", re.IGNORECASE)
"""What the hours of a programme stand under; "Giờ đón" is that of a bus."""
_NAMES_COLUMN = re.compile(
    r"(?:ho (?:va )?ten|chuc (?:vu|danh)|don vi(?: cong tac)?|nhiem vu|vai tro|vi tri|(?:so )?dien thoai|sdt|email"
    r"|ghi chu|full name|name|position|role|phone)\b"
)
_SURE = 2
"""As many titles that head the columns of a list of people tell it, whatever stands below."""


def _over_sums(cells: tuple[str, ...], rows: list[tuple[str, ...]]) -> bool:
    """Whether titles stand over what each kind of people pays: by when, on which days, in which room."""
    titles = [cell for cell in cells[1:] if cell.strip()]
    named = len(titles) == len(cells) - 1 and all(map(_is_title_of_sums, titles))
    paid = [row for row in rows if len(row) == len(cells) and not is_sum(row[0]) and all(map(is_sum, row[1:]))]
    return (
        named and not is_sum(cells[0]) and len(paid) >= 2 and any(_IS_MONEY.search(" ".join(row[1:])) for row in paid)
    )


def _is_title_of_sums(cell: str) -> bool:
    return len(cell) <= _LONGEST_TITLE and any(map(str.isalpha, cell)) and not is_sum(cell)


_CURRENCY = r"(?:đồng|vnđ|vnd|đ|usd|us\$|eur|euro|triệu(?: đồng)?|nghìn(?: đồng)?|k|tr|\$|€)"
_IS_MONEY = re.compile(
    rf"(?:{_CURRENCY}\s*\d[\d.,]*|\d[\d.,]*\s*{_CURRENCY})(?!\w)|\d{{1,3}}(?:[.,]\d{{3}})+", re.IGNORECASE
)
_SUM = re.compile(
    rf"(?:{_IS_MONEY.pattern})(?:\s*/\s*[^\W\d]+(?: [^\W\d]+)*)?|miễn(?: phí)?|free(?: of charge)?"
    r"|không thu(?: phí)?|waived|[-–—]|không|n/a",
    re.IGNORECASE,
)


def is_sum(cell: str) -> bool:
    """Whether a cell is a sum of money and no more, or says that nothing is to be paid."""
    return _SUM.fullmatch(cell.strip(" .*")) is not None


_LONGEST_TITLE = 45


def _is_title(cell: str) -> bool:
    words = cell.strip(" .*")
    return (
        bool(words)
        and len(words) <= _LONGEST_TITLE
        and words[0].isalpha()
        and (_UNTIL.match(words) is not None or not any(sign.isdigit() for sign in words))
        and not words.endswith((";", ":"))
    )


_UNTIL = re.compile(r"(?:đến|trước|từ|sau|until|till|before|by|from|after)\b.*\d[/ ]\w", re.IGNORECASE)
"""A title that tells until when its column holds: "Đến hết 15/10/2026" over fees."""


def is_block_row(text: str) -> bool:
    """A row over the whole width: a part of the day, a day, a session's name."""
    return _BLOCK.match(text) is not None or is_day_alone(text)


_BLOCK = re.compile(
    r"\s*(?:(?:[-–+*•]+|#{1,6}|[a-zđ]\)|(?:\d{1,2}|[IVX]{1,4})[.)])\s*)?"
    r"(?:buổi|ngày|sáng|trưa|chiều|tối|đêm|phiên|phần|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật"
    r"|\d{1,2}/\d{1,2}(?:/\d{4})?\s*[(,–-]\s*(?:thứ|chủ nhật)"
    r"|day|session|morning|afternoon|evening|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)


def is_clock_cell(cell: str) -> bool:
    clocks = find_clocks(cell)
    return bool(clocks) and clocks[0].at <= 4 and len(cell) - (clocks[-1].to - clocks[0].at) <= 12
