"""Where one item of the programme is held: the room that its line names, in brackets, behind a dash or a comma."""

import re

from documents.plan.agenda_who import LABELLED, is_who
from documents.plan.grounds import GOES_ON, GOES_TO, GROUNDS, OPEN_AIR, PAIRED, PLACE, places_told
from documents.plan.halls import INDOORS, NAMED_ROOM, is_hall
from documents.plan.words import clean
from domain.vietnamese import CAPITALS

_HALL = (
    rf"(?:(?:{NAMED_ROOM}(?=\s*(?:[(),;.]|$|[–—-]\s))|{INDOORS}"
    r"|(?:phòng|p\.)\s*(?:lab|khánh tiết|giao ban|số\s+\d|[a-z]{0,2}[.\d]*\d)|cổng (?:chính|số|trường|[a-z])"
    r"|khuôn viên|nghĩa trang|đài tưởng niệm|tượng đài"
    r"|(?:[a-z]+ )?(?:rooms?|halls?|ballroom|auditorium|restaurant|lobby|canteen))(?!\w)"
    rf"(?:(?!\s[–—-]\s|\.\s[{CAPITALS}])[^(),;:])*"
    rf"(?:,\s*{GOES_ON}[^(),;:]*)*)"
)
"""A hall or a room with all that its name goes on with: "Phòng họp số 2, tầng 3"."""
_ROOM_ALONE = re.compile(
    rf"\s*\(\s*(?:tại\s+|ở\s+|at\s+)?(?P<room>{_HALL}|(?:{GROUNDS}|{OPEN_AIR})(?!\w)[^(),;:]*)\)\s*[.;]?\s*$",
    re.IGNORECASE,
)
"""A room alone in brackets behind the item: "(Phòng E102)"; "(Phòng Nội vụ)" is an office."""
_ROOM_BRACKETED = re.compile(rf"\(\s*(?:tại\s+|ở\s+|at\s+)?{_HALL}\)", re.IGNORECASE)
_ROOM_TAIL = re.compile(rf"(?:\s+[–—-]|(?<=[^\W\d_]{{2}})\.)\s+(?:tại\s+)?(?P<room>{_HALL})\s*\.?$", re.IGNORECASE)
"""A hall behind the item, apart from it: "Lễ khai mạc – Sân khấu chính", "Tiểu ban Lúa. Phòng B2"."""
_PLAIN = (
    r"(?:sân khấu|sân|bãi|nhà bạt|hội trường|sảnh) (?:ngoài trời|trung tâm|chính|lớn|nhỏ|trường|xã|thôn|ấp|bản|vận động"
    r"|bóng|đình|cỏ)\b[^,;:()]{0,40}"
)
"""A ground that needs no name to be known: "…, sân khấu ngoài trời"."""
_ROOM_BESIDE = re.compile(
    rf"(?:(?:,|(?<=\)))\s+(?:tại|ở|at)\s+(?P<told>(?i:{_HALL})|[{CAPITALS}](?:(?!\s-\s(?!{PAIRED}))[^,;:.()–]){{2,70}})"
    rf"|,\s+(?P<plain>(?i:{_PLAIN}))|,\s+(?P<room>(?i:{_HALL})))\s*[.;]?$"
)
"""A place told last, apart from the item: "Khai mạc (Chủ tịch xã), tại Phòng 302"."""
_ROOM_NOTED = re.compile(rf"\s+[–—-]\s+(?:tại\s+)?(?P<room>{_HALL})\s*(?P<note>\([^()]+\))\s*\.?$", re.IGNORECASE)
"""A hall behind the item with a remark on the item: "Workshop – Room B (40 seats)"."""
_OTHER_PLACE = re.compile(r";|\b(?:tại|ở|at)\s", re.IGNORECASE)
"""Groups told one by one, each with a place of its own."""
_NAMED = re.compile(rf"[{CAPITALS}\d]")
_BETWEEN = re.compile(rf"\s[–—-]\s(?P<room>{_HALL})(?=\s[–—-]\s(?P<who>[^–—]{{2,80}})$)", re.IGNORECASE)
"""The room between an item and who has it in hand: "Thi vẽ – Nhà đa năng – Tổ thư ký"."""
_LABELLED_ROOM = re.compile(
    r"[.;,–-]\s*(?:địa điểm|phòng|nơi tổ chức|tại|venue|room)\s*:\s*(?P<room>[^.;:]{2,80})", re.IGNORECASE
)
_BEFORE = re.compile(r"(?:tại|ở|at)\s+(?P<room>[^:;]{3,80}?)\s*:\s+(?P<title>\S.*)$", re.IGNORECASE)
_BEFORE_COMMA = re.compile(rf"(?:tại|ở|at)\s+(?P<room>{PLACE}),\s+(?P<title>\S[^;]{{4,}})$", re.IGNORECASE)
_ROOM_SHARED = re.compile(
    rf"\((?:(?P<room>{_HALL})\s*[;,]\s*(?P<who>[^();]+)|(?P<first>[^();]+)[;,]\s*(?P<last>{_HALL}))\)\s*[.;]?\s*$",
    re.IGNORECASE,
)
"""A room beside who is there: "(Phòng C3.201; TS. A chủ trì)"."""
_ALL = re.compile(r"(?:tất )?cả\s|toàn\s|chung\b|all\s", re.IGNORECASE)
ROOM_INSIDE = re.compile(
    r"(?P<name>[^:()–-]{3,40}?)\s+(?:[–-]\s+|\((?=[^()]*\):))"
    r"(?P<room>(?:phòng|hội trường|giảng đường|room|hall)\s[^:()]{1,30})\)?:\s+(?P<title>.+)$",
    re.IGNORECASE,
)
"""Between a sub-committee and its matter: "Tiểu ban A - Phòng G3-201: Polyme và composite"."""
_ROOM_FIRST = re.compile(
    rf"\(\s*(?:tại\s+)?(?P<room>{_HALL}(?:,[^();:]{{2,40}})?);\s[^();]+\)\s*[.;]?\s*$", re.IGNORECASE
)
"""A room with a remark behind it: "(Nhà hàng Ven Sông; đi xe của trường)"."""
_ROOMS_LISTED = re.compile(
    r"\s*\(\s*(?P<room>(?:[^():;]{1,30}(?::\s*|\s)(?:tại\s+)?(?:phòng|hội trường|giảng đường|sảnh|room|hall)\b"
    r"[^();]*;?\s*){2,})\)\s*$",
    re.IGNORECASE,
)
"""Groups with their rooms: "(Tổ 1: Hội trường lớn; Tổ 2 phòng 203)"."""

GROUPS_PLACED = re.compile(
    r"\([^():;]{2,20}?\s(?:tại|ở|họp tại|thảo luận tại)\s[^();]{3,60};[^()]*\s(?:tại|ở)\s[^()]*\)"
)
"""Groups that each sit elsewhere: "(Tổ 1 tại Hội trường; Tổ 2 tại Phòng họp A)": no room is that of the item."""
_MEAL = re.compile(r"(?:ăn|tiệc|cơm|lunch|dinner|breakfast)(?: \w+)?", re.IGNORECASE)
"""A meal is called by where it is taken too: "Ăn trưa (Nhà ăn số 2)"."""


def room_in(title: str) -> tuple[str, str | None]:
    """The room: taken off where it stands alone in brackets, left in a sentence that names it."""
    if GROUPS_PLACED.search(title) or len(_ROOM_BRACKETED.findall(title)) > 1:
        return title, None  # each of several groups has its own
    alone = _ROOM_ALONE.search(title) or _ROOMS_LISTED.search(title)
    if alone:
        bare = clean(title[: alone.start()])
        return clean(title) if _MEAL.fullmatch(bare) else bare, clean(alone["room"])
    shared = _ROOM_SHARED.search(title)
    who = clean(shared["who"] or shared["first"]) if shared else ""
    if shared and (_ALL.match(who) or is_who(LABELLED.sub("", who))):
        return f"{title[: shared.start()].rstrip()} ({who})", clean(shared["room"] or shared["last"])
    if first := _ROOM_FIRST.search(title):
        return clean(title), clean(first["room"])
    if labelled := _LABELLED_ROOM.search(title):
        return clean(title[: labelled.start()] + title[labelled.end() :]), clean(labelled["room"])
    between = _BETWEEN.search(title)
    if between and is_hall(between["room"]):
        return clean(title[: between.start()] + title[between.end() :]), clean(between["room"])
    tail = _ROOM_TAIL.search(title)
    if tail and is_hall(tail["room"]):
        return clean(title[: tail.start()]), clean(tail["room"])
    if beside := _room_beside(title):
        return beside
    noted = _ROOM_NOTED.search(title)
    if noted and is_hall(noted["room"]):
        return clean(f"{title[: noted.start()]} {noted['note']}"), clean(noted["room"])
    named = places_told(title)
    if len(named) > 1 and re.search("[;,]", title[named[0].end() : named[1].start()]):
        return title, None
    return title, clean(named[0]["room"]) if named else None


def _room_beside(title: str) -> tuple[str, str] | None:
    """The item and the place behind its comma; a hall without "tại" has a name or a number, and is no thing visited."""
    found = _ROOM_BESIDE.search(title)
    if found is None or _OTHER_PLACE.search(title, 0, found.start()):
        return None
    if found["room"] and (not _NAMED.search(found["room"]) or GOES_TO.match(title)):
        return None
    return clean(title[: found.start()]), clean(found["told"] or found["room"] or found["plain"])


def place_before(title: str) -> tuple[str, str | None]:
    """The item and the place that stands before it: "tại Phòng 302: Thi vẽ", "tại sân đình, thi gói bánh"."""
    found = _BEFORE.match(title) or _BEFORE_COMMA.match(title)
    return (clean(found["title"]), clean(found["room"])) if found else (title, None)


def placed_groups(text: str) -> list[tuple[str, str, str | None]]:
    """Groups or sessions each with its place and its head: "Tổ 1: Hội trường A; Tổ 2: Phòng Đọc sách (trệt)".

    None where not all that is told of them is a place.
    """
    parts = [_PLACED_GROUP.fullmatch(part.strip(" .")) for part in text.split(";") if part.strip(" .")]
    found = [part for part in parts if part is not None]
    if len(found) < len(parts):
        return []
    return [(clean(part["title"]), clean(part["room"]), clean(part["who"] or "") or None) for part in found]


_PLACED_GROUP = re.compile(
    r"(?P<title>(?:tổ|nhóm|tiểu ban|phân ban|lớp|phiên|bảng|đội|đoàn|khối|cụm|session|group|track)\s[^:;]{1,80}):\s*"
    rf"(?:tại\s+|ở\s+)?(?P<room>(?:{INDOORS}|(?:phòng|sân|nhà|khu|tầng|lầu|dãy|room|hall))\s[^:;]{{1,70}}?)"
    r"(?:\s*[,–-]\s*(?:(?:tổ |nhóm |đội )?trưởng|chủ trì|chủ tọa|chair)\s*:?\s+(?P<who>[^:;]{3,60}))?",
    re.IGNORECASE,
)
