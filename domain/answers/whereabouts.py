"""The words for places: what a text must hold to say where, and the place that it names."""

import re
from functools import lru_cache

from domain.answers.texts import codes_of, letters_of
from domain.vietnamese import CAPITALS

NOUNS = (
    "nghĩa trang|đài tưởng niệm|tượng đài|bờ kè|kè|sân|nhà|hội trường|giảng đường|phòng|văn phòng|sảnh|tầng|lầu|khu"
    "|khuôn viên|trung tâm|quảng trường|khách sạn|công viên|bảo tàng|trường|nhà máy|xưởng|trang trại|di tích|bến|cảng"
    "|điểm|mô hình|trạm|xã|phường|thôn|bản|đồn|trụ sở|cơ sở|chợ|thư viện|căng tin|hồ|đình|đền|chùa|vườn|rừng|biển"
    "|làng|cụm|bệnh viện|cổng|bãi|bàn|số|căn tin|canteen|tiền sảnh|sân khấu|hành lang|ruộng"
)
"""What a place is called by: "tại phòng …", "ở nhà …"."""

PLACE = re.compile(
    r"\b(?:địa điểm|venue|tại|ở|phòng|nhà|sảnh|hội trường|sân|tầng|đường|phố|số \d|khu|cổng|trụ sở|trung tâm|trường|về"
    r"|qua|trên|http|www|bãi|quảng trường|khách sạn|liên hệ|at|in|room|hall|floor|street|road)\b",
    re.IGNORECASE,
)
"""A statement that holds none of these answers no "ở đâu"."""

SOMEWHERE = re.compile(
    rf"\b(?:[Tt]ại|[Ởở]|về|qua|trên|at|in|to|via)\s+(?:[{CAPITALS}\d]|the |(?:{NOUNS}|email|hộp thư|địa chỉ|hệ thống"
    r"|ứng dụng|sóng|kênh) )|https?:|\w@\w"
    r"|\((?:[Nn]hà |[Hh]ội trường|[Pp]hòng |[Ss]ân |[Kk]hách sạn|[Tt]rung tâm|[Ss]ảnh)"
)
"""A place said as one, where the statement was asked for nothing else."""

BEGINS = re.compile(rf"\s*(?:\d+\s+)?(?:tại|ở|{NOUNS}|room|hall|at)\b", re.IGNORECASE)
"""How a place begins behind its label."""

_AT = re.compile(
    rf"\b(?:(?:tại|ở|dưới) (?=(?:{NOUNS}|(?:từng|mỗi|các) (?:đơn vị|cơ quan|khoa|tổ|chi bộ))\b)"
    r"|trong (?=(?:sân|khuôn viên|hội trường|nhà (?:khách|văn hóa|ăn))\b))([^,;():]+?)"
    r"(?=\s+(?:lúc|từ|vào|do|dành cho)\s|[,;():]|$)",
    re.IGNORECASE,
)

_BRACKETED = re.compile(
    r"\(((?:nhà (?:ăn|văn hóa|văn hoá|đa năng|thi đấu|khách|hàng)|hội trường|sảnh|sân|quảng trường|căng tin"
    rf"|khách sạn|khuôn viên)\b[^()]*(?=\)(?:$|\s+[–-]\s))|phòng (?-i:[{CAPITALS}])[^()]*(?=\)\s+[–-]\s))",
    re.IGNORECASE,
)
"""In brackets only what cannot be a unit: "(Phòng Hành chính)" says who, "(nhà ăn ca)" says where.

Where somebody is named behind it, a room with a name of its own is one: "(phòng Hoa Mai) - Sở Y tế điều hành".
"""


_BEHIND_DASH = re.compile(
    r"\s[–-]\s+((?:phòng (?:họp|học|giao ban|hội thảo|số|\d|[A-Z]\d)|hội trường|giảng đường|sảnh|sân)\b[^–;()]*)$",
    re.IGNORECASE,
)
"""Behind a dash only what is a room: "Văn nghệ – Phòng Nội vụ" says who."""


_HOUSES = (
    r"(?:phòng (?:họp|học|hội thảo|hội nghị|số|[A-Z]?\d[\w.]*)|hội trường|giảng đường|tiền sảnh|sảnh|sân khấu"
    r"|sân (?:vận động|trường|cờ)|nhà (?:hàng|văn hóa|văn hoá|ăn|khách|đa năng|thi đấu)|khách sạn|công viên"
    r"|quảng trường|trụ sở)"
)
"""What is a place and never a unit or a matter."""

_BEHIND_TITLE = re.compile(
    rf",\s+({_HOUSES}\s[^,;:()]+)(?=$|[,;.])|\((phòng (?:họp |số )?[A-Z]?\d[\w.]*|khu [A-Z]"
    r"|phòng [^();:]*?(?:, (?:tầng|lầu|nhà|khu)|\d)[^();:]*|(?:tầng|lầu) [^();]*)\)",
    re.IGNORECASE,
)
"""The place of an item behind its name: "Ăn trưa, nhà hàng tầng trệt"; in a list of work it is what is worked on."""

_OF_GROUP = re.compile(
    r"(?:tổ|nhóm|đoàn|khối|cụm)\b[^:;]{0,80}:\s*(?:tại |ở )?"
    rf"({_HOUSES}\b(?:(?!(?:,| [-–])\s+(?:\w+ )?trưởng\b)[^;()])*)",
    re.IGNORECASE,
)
"""The place of a group: "Tổ 2 (các ấp …): Phòng họp số 2, trụ sở Đảng ủy xã, tổ trưởng …"."""


_DRIVEN = re.compile(r"[;,] (?:xe|ô tô)\b[^;]*", re.IGNORECASE)
"""From where one is driven is not where an item is."""


@lru_cache(maxsize=5_000)
def place_of_title(title: str, asked: frozenset[str] = frozenset()) -> str | None:
    """The place that the title of an item names, however it does; of several that of the clause that is asked about."""
    if (group := _OF_GROUP.match(title)) is not None:
        return group[1].strip(" .,-–")
    clauses = _CLAUSE.split(_DRIVEN.sub("", title))
    placed = [(clause, place) for clause in clauses if (place := _place_of_clause(clause)) is not None]
    if len(placed) < 2:
        whole = _place_of_clause(_DRIVEN.sub("", title))
        return whole or (placed[0][1] if placed and len(clauses) < _MANY else None)
    said = [(len(asked & codes_of(clause)), place) for clause, place in placed]
    best = [place for number, place in said if number == max(said)[0]]
    return best[0] if len(best) == 1 else "; ".join(clause.strip(" .") for clause, _ in placed)


_CLAUSE = re.compile(r"[;:]\s+")
_MANY = 4


def _place_of_clause(text: str) -> str | None:
    if (place := place_in(text)) is not None:
        return place
    behind = _BEHIND_TITLE.search(text)
    return (behind[1] or behind[2]).strip(" .") if behind else gone_to(text)


@lru_cache(maxsize=5_000)
def place_in(text: str) -> str | None:
    """The place that a text names itself ("Diễn tập tại kè sông")."""
    found = _AT.search(text) or _BRACKETED.search(text) or _BEHIND_DASH.search(text) or _BEHIND_DAY.search(text)
    return _LIMIT.sub("", found[1]).strip(" .") if found else None


_BEHIND_DAY = re.compile(rf"\d{{4}}(?: \([^()]*\))?,\s+({_HOUSES}\b[^;:]*)", re.IGNORECASE)
"""A house behind the day, with its address: "từ 18h00 ngày 06/12/2026, Sảnh Sen, số 2 đường Bờ Kè"."""

_LIMIT = re.compile(r",\s*(?:tối đa|không quá|khoảng|max)\b.*", re.IGNORECASE)
"""How many a room takes is no part of its name: "(Hội trường B, tối đa 40 học viên)"."""

_OUTING = re.compile(
    r"^(?:(?:tuyến|đoàn|nhóm|tổ) \d+:?\s+)?(?:đi\s+)?"
    r"(?:tham quan|thăm|khảo sát|đi thực tế|thực địa|thực tế|viếng|field trip"
    r"|(?:field |site |study )?visit|study tour)\b(?P<to>[^(;]*)",
    re.IGNORECASE,
)
_HONOURED = re.compile(
    rf"^(?:đoàn (?:đại biểu )?)?(?:đi )?(?:dâng hương|dâng hoa|báo công|viếng|di chuyển (?:về|đến|tới))(?: tại)? "
    rf"(?P<to>(?:{NOUNS})\b[^(,;]*(?:, (?:{NOUNS})\b[^(,;]*)*)",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_NAMELESS = re.compile(r"^(?:\s+(?:thực địa|thực tế|tại|đến|ở|to|đoàn \d+|nhóm \d+))*\s*[:–-]?\s*", re.IGNORECASE)


def gone_to(title: str) -> str | None:
    """Where an item goes that leaves the hall ("Tham quan trại nấm Bản Mòn"); None for all others."""
    if (honoured := _HONOURED.match(title)) is not None:
        return honoured["to"].strip(" .")
    found = _OUTING.match(_BRACKETS.sub("", title))
    if found is None:
        return None
    place = found["to"].partition(":")[2].strip(" .") if ":" in found["to"] else _NAMELESS.sub("", found["to"], count=1)
    return place.strip(" .") if len(place.split()) > 1 else None


_BY_PARTS = re.compile(
    r"(?:phiên|phần|buổi|ngày|đêm|lễ|hội|đại hội|tiệc|session|day|part)\b[^:;]{0,60}:\s[^;]+;\s*[^:;]{3,60}:\s",
    re.IGNORECASE,
)


def common_place(venue: str | None) -> str | None:
    """Where an item is that has no place of its own: a venue told part by part is that of no item in particular."""
    main = main_place(venue)
    return None if main is None or (main == venue and _BY_PARTS.match(main)) else main


_OF_EVENT = re.compile(
    r"(?:hội nghị|hội thảo|hội thi|diễn đàn|conference|workshop|main (?:event|venue))\b[^:;]{0,60}:"
    r"\s*(?P<place>[^;]+)",
    re.IGNORECASE,
)


def begins_with_place(text: str) -> bool:
    """Whether a text begins with what is a place and never a unit: "Nhà khách Hương Lúa (các đoàn …)"."""
    return _PLACE_FIRST.match(text) is not None


_PLACE_FIRST = re.compile(
    rf"(?:{_HOUSES}|(?:nhà|khu|sân) (?-i:[A-ZĐ])\d?"
    r"|phòng [^:;()]{2,40}(?:\((?:tầng|lầu|nhà|khu)|\btầng))\b",
    re.IGNORECASE,
)


def main_place(venue: str | None) -> str | None:
    """Of several places with what is held there ("Hội nghị: …; Tiệc: …") the one of the conference itself."""
    clauses = [clause.strip(" .") for clause in (venue or "").split(";")]
    if len(clauses) < 2 or not all(":" in clause for clause in clauses):
        return venue
    held = [found for clause in clauses if (found := _OF_EVENT.match(clause)) is not None]
    return held[0]["place"].strip(" .") if len(held) == 1 else venue


def place_called(venue: str | None, title: str) -> str | None:
    """Of several places with what is held there the one whose label an item's title says."""
    parted = [clause.partition(":") for clause in (venue or "").split(";")]
    if len(parted) < 2 or not all(colon for _, colon, _ in parted):
        return None
    said = letters_of(title)
    held = [place for label, _, place in parted if f" {letters_of(label)} " in f" {said} "]
    return held[0].strip(" .") if len(held) == 1 else None
