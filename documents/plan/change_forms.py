"""The forms of speaking in which a clause says that something is other than the plan says."""

import re
from enum import Enum

from documents.plan.halls import INDOORS
from documents.plan.words import clean
from domain.dates import find_clocks
from domain.vietnamese import CAPITALS, search_key, squeeze, words


class Turn(Enum):
    """What a point does."""

    MOVED = "moved"
    DROPPED = "dropped"
    ADDED = "added"
    HANDED = "handed"
    """Somebody else has it in hand now."""

    ENDS = "ends"
    """It ends at another hour; when it begins stays."""

    READS = "reads"
    """The words `was` of the plan read `now`."""


_HON = (
    r"(?:(?:đồng chí|đ/c|ông|bà|thầy|cô|anh|chị|cha|sr|dr|prof|mr|mrs|ms|(?:gs|pgs|ts|ths|bs\w*|cn\w*|ks"
    r"|ds)\b)\.?\s*)"
)
_DOES = (
    r"(?:chủ trì|làm|báo cáo|dẫn|điều hành|trình bày|phụ trách|giảng|phát biểu|đảm nhận|đảm nhiệm|hướng dẫn"
    r"|chủ tế|dạy)"
)
_VERB = (
    r"(?:(?:được|sẽ|đã|nay|xin|tạm|phải|has been|have been|will be|is|are|was)\s+)*"
    r"(?:điều chỉnh|thay đổi|chuyển|đổi|dời|rời|lùi|hoãn|gia hạn|kéo dài|rút ngắn|tăng|giảm|nâng|đẩy|sửa"
    r"|moved|changed|changes|moves|pushed back|put back|pushed|shifted|postponed|rescheduled"
    r"|extended|brought forward|relocated"
    r"|delayed)"
)
_TO = r"(?:sang|thành|đến|tới|về|ra|vào|lúc|qua|sớm lên|xuống(?: còn)?|lên(?: thành)?|còn|là|to|until|by|→|->|=>)"
_WAS = (
    r"(?:(?:để )?thay (?:cho|vì|thế)|chứ không phải|không phải(?: là)?|chứ không|trước (?:đây )?(?:là|dự kiến)"
    r"|trước đó là|instead of|rather than|replacing|not|previously|originally|formerly)"
)
WAS_BRACKETED = re.compile(
    rf"\s*[(\[]\s*(?:{_WAS}|thay(?=\s)|cũ|trước đây|trước(?=:)|ban đầu|kế hoạch cũ"
    rf"|was)\s*:?\s*(?P<was>[^()\[\]]+)[)\]]",
    re.IGNORECASE,
)
FROM_TO = re.compile(
    r"(?P<about>.*?)(?:^|[\s,:(])(?:từ|from)\s+(?P<was>(?:[^;]){2,140}?)\s*,?\s+"
    rf"(?:{_VERB}\s+)?(?P<to>sang|thành|lên|xuống(?: còn)?|còn|đến|to|→|->|=>)\s*:?\s+(?P<now>.+)",
    re.IGNORECASE,
)
_ARROW = re.compile(r"(?P<about>[^:]{2,100}):\s*(?P<was>.+?)\s*(?:→|->|=>|⇒)\s*(?P<now>.+)")
_INSTEAD = re.compile(
    rf"(?P<told>.+?)\s*,?\s+(?:{_WAS}\s+(?P<was>.+?)|không(?: còn)?(?: (?:để|tổ chức|họp|dùng|ở"
    rf"|tại))+ (?P<gone>.+?) nữa)",
    re.IGNORECASE,
)
_TO_NEW = re.compile(
    rf"(?P<about>.+?)[\s:,]+{_VERB}\s+(?:(?:lại|thời gian|giờ|địa điểm|phòng|lịch|01 ngày"
    rf"|\d+ phút)\s*,?\s+)*{_TO}\s+(?P<now>.+)",
    re.IGNORECASE,
)
_LATER_DAYS = re.compile(  # "Lớp lùi 01 ngày, từ 12/8 đến 14/8"
    r"(?P<about>.+?)\s+(?:lùi|dời|đẩy|sớm hơn)\s+(?:lại\s+|sớm\s+)?\d{1,2}\s+(?:ngày|tuần),?\s+(?P<now>.*\d.*)",
    re.IGNORECASE,
)
LABELLED = re.compile(r"(?P<about>[^:]{2,110}?)\s*:\s+(?P<now>.+)")
_AT = re.compile(
    r"(?:(?:^|(?<=[\s,]))(?:(?:sẽ|nay|bây giờ|will|now)\s+)*(?:bắt đầu(?: từ| lúc| vào)?|diễn ra|tổ chức|họp"
    r"|lúc|vào lúc|hồi|vào|tại|để ở|ở"
    r"|starts?|begins?|takes? place|be held)(?:\s+(?:lúc|vào|tại|ở|at|in|on))*|\bnow (?:at|in|on))\s+",
    re.IGNORECASE,
)
_VALUE = re.compile(rf".*?(?:\d|\b(?:{INDOORS}|phòng|tầng|nhà|sân|room|hall)\b)|{_HON}", re.IGNORECASE)
_BEGINS = re.compile(
    rf"(?:{INDOORS}|phòng|tầng|nhà|xưởng|sân|trường|trung tâm|ngày|sáng|chiều|tối|thứ|room|hall|the)\b", re.IGNORECASE
)
_DUE_AT = re.compile(
    r"(?P<about>(?:hạn|thời hạn|hạn chót|deadline)\b.+?)\s+(?P<now>(?:đến |trước |là |is )+.*\d.*)", re.I
)
_SWAPS = re.compile(
    rf"(?P<now>{_HON}+[^,;:]{{2,80}}?)(?:,[^;:]{{2,80}}?)?\s+(?:sẽ\s+)?(?:thay(?: thế)?(?: cho)?|will replace"
    rf"|replaces)\s+"
    rf"(?P<was>{_HON}*(?-i:[{CAPITALS}]).{{2,60}}?)(?:\s+(?:{_DOES}|as|for|at|in|on|ở|trong|tại)\s+(?P<about>.*))?",
    re.IGNORECASE,
)
_SWAPS_BARE = re.compile(
    rf"(?P<now>(?-i:[{CAPITALS}]\w+(?: [{CAPITALS}]\w+)+)) (?:will replace|replaces) "
    rf"(?P<was>(?-i:[{CAPITALS}].*?))(?: (?:as|for|at|in|on) (?P<about>.*))?",
    re.IGNORECASE,
)
_STANDS_IN = re.compile(
    rf"(?P<about>.{{0,100}}?)[:,]?\s*(?P<was>{_HON}+[^,;:]{{0,60}}?)\s+(?:bận|vắng|đi công tác|ốm"
    rf"|không thể)[^;]*?(?:thay bằng"
    rf"|người thay(?: là)?:?|do)\s+"
    rf"(?P<now>{_HON}+.+?)(?:\s+(?:thay|{_DOES}))?",
    re.IGNORECASE,
)
_STANDS_IN_LAST = re.compile(
    rf"(?P<about>.{{0,100}}?)[:,]?\s*(?:giảng viên|báo cáo viên|diễn giả)?\s*(?P<was>{_HON}+[^,;:]{{0,60}}?)"
    r"\s+(?:bận|vắng|ốm|không thể)[^,;]*,"
    rf"\s+(?P<now>{_HON}+[^,;]+?)\s+(?:sẽ\s+)?(?:thay|{_DOES} thay)",
    re.IGNORECASE,
)
_ABSENT = re.compile(r"\b(?:bận|vắng|ốm|đi công tác|không thể)\b", re.IGNORECASE)
_LED_NOW = re.compile(
    r"(?P<about>.+?) (?:will |is )?(?:now )?(?:be )?(?:led|chaired|given|presented|delivered|run|moderated)"
    r" (?:now )?by (?P<now>.+?)"
    r"(?:,? (?:not|instead of|replacing) (?P<was>.+))?",
    re.IGNORECASE,
)
_DONE_BY = re.compile(
    rf"(?P<about>.+?)\s+(?:do|giao cho|giao)\s+(?P<now>.{{3,120}}?)\s+(?:thực hiện\s+)?{_DOES}"
    rf"(?:\s+{_WAS}\s+(?P<was>.+))?",
    re.IGNORECASE,
)
READS = re.compile(
    r".*?[“\"](?P<was>[^”\"]{2,300})[”\"]\s*,?\s*(?:(?:nay|xin|được|đã)\s+)*(?:sửa|đọc|thay|điều chỉnh|đổi"
    r"|should read|is replaced)"
    r"(?:\s+(?:lại|bằng|thành|là|by|with))*\s*:?\s*[“\"](?P<now>[^”\"]{2,300})[”\"].*",
    re.IGNORECASE,
)
_MISPRINT = re.compile(
    r"(?P<about>.+?)\s+(?:in nhầm|ghi nhầm|đã in|đã ghi)(?:\s+là)?\s+(?P<was>.+?),?\s+(?:nay\s+|xin\s+)*(?:sửa|đọc)"
    r"(?:\s+(?:lại|thành|là))*\s+(?P<now>.+)",
    re.IGNORECASE,
)
_DROPS = re.compile(
    r"(?:lược bỏ|bãi bỏ|hủy bỏ|huỷ bỏ|bỏ(?! phiếu| thăm| trống)|hủy|huỷ|cắt(?! băng| giảm)|không tổ chức|không còn|"
    r"removed?:?|cancelled:?|dropped:?)\s+(?:(?:các|phần|nội dung|mục|phiên|hoạt động|tiết mục|buổi"
    r"|chương trình)\s+)*(?P<about>.+)",
    re.IGNORECASE,
)
_IS_DROPPED = re.compile(
    r"(?P<about>.+?)\s*[:,]?\s+(?:(?:đã|bị|được|sẽ|tạm|xin|nay|is|are|has been|have been|will be)\s+)*"
    r"(?:hủy(?: bỏ)?|huỷ(?: bỏ)?|bãi bỏ|lược bỏ|không tổ chức(?: nữa)?|không diễn ra|cancell?ed|called off"
    r"|dropped|will not take place)"
    r"(?:\s+(?:do|vì|because|due)\b.*)?",
    re.IGNORECASE,
)
_ENDS_AT = re.compile(  # "Buổi 4 rút ngắn, kết thúc lúc 15h30"
    r"(?P<about>.+?),?\s+(?:(?:được|sẽ|nay|rút ngắn|kéo dài|will|now)\s*,?\s*)*(?:kết thúc|kéo dài|rút ngắn|ends?"
    r"|finish(?:es)?"
    r"|closes?)\s+(?:(?:sớm hơn|muộn hơn|lúc|vào|đến|còn đến|at|until)\s+)*(?P<now>\d.*)",
    re.IGNORECASE,
)
_LENGTHENS = re.compile(  # "Gia hạn nộp ý kiến đến ngày 24/11"
    r"(?:gia hạn|lùi hạn|lùi thời hạn|kéo dài thời gian)\s+(?P<about>.+?)\s+(?:đến|tới|sang)\s+(?P<now>.+)",
    re.IGNORECASE,
)
_ADDS = re.compile(
    r"(?:bổ sung:?|thêm:?|added:?|new:|new (?=session|item|talk))\s+(?:(?:vào chương trình|thêm|các|phần|nội dung"
    r"|mục|tiết mục|hoạt động)\s*:?\s+)*:?\s*"
    r"(?P<now>.+)",
    re.IGNORECASE,
)
_IS_ADDED = re.compile(
    r"(?P<when>.{0,60}?)\s+(?:bổ sung|có thêm)\s+(?:(?:phần|nội dung|mục|tiết mục)\s+)*(?P<now>.+)", re.I
)

Told = tuple[Turn, str, str, str]


def told_by(text: str, was: str) -> Told | None:
    """Turn, matter, new and former value by the first form of speaking that the clause has."""
    for read in (_person_told, _dropped, _added, _ending_told, _range_told, _new_told):
        found = read(text, was)
        if found is not None:
            return found
    return None


def _person_told(text: str, was: str) -> Told | None:
    """ "Bà B thay ông A chủ trì …", "Báo cáo 2: ông A bận, thay bằng bà B", "… do ông B báo cáo"."""
    absent = (_STANDS_IN_LAST, _STANDS_IN) if _ABSENT.search(text) else ()
    for pattern in (*absent, _SWAPS, _SWAPS_BARE, _LED_NOW, _DONE_BY):
        found = pattern.fullmatch(text)
        if found:
            return Turn.HANDED, found["about"] or "", found["now"], found["was"] or was
    return None


def _dropped(text: str, was: str) -> Told | None:
    label, _, value = text.partition(":")
    text = value.strip() if value and is_general(label) else text
    found = _DROPS.fullmatch(text) or _IS_DROPPED.fullmatch(text)
    return (Turn.DROPPED, found["about"], "", "") if found else None


def _added(text: str, was: str) -> Told | None:
    found = _ADDS.fullmatch(text)
    if found:
        return Turn.ADDED, "", found["now"], ""
    found = _IS_ADDED.fullmatch(text)
    return (Turn.ADDED, "", f"{found['when']}: {found['now']}", "") if found else None


def _ending_told(text: str, was: str) -> Told | None:
    found = _ENDS_AT.fullmatch(text)
    clocks = find_clocks(found["now"]) if found else ()
    return (Turn.ENDS, found["about"], found["now"], was) if found and clocks else None


def _range_told(text: str, was: str) -> Told | None:
    """ "từ A sang B", "in nhầm A, nay sửa thành B", "A → B"; "từ A đến B" only where something is moved from A."""
    for pattern in (_MISPRINT, FROM_TO, _ARROW):
        found = pattern.fullmatch(text)
        if found is None:
            continue
        until = pattern is FROM_TO and found["to"].lower() in ("đến", "to")
        if until and not re.search(rf"{_VERB}\s*$", found["about"], re.IGNORECASE):
            continue
        return Turn.MOVED, found["about"], found["now"], found["was"]
    return None


def _new_told(text: str, was: str) -> Told | None:
    instead = _INSTEAD.fullmatch(text)
    if instead:
        text, was = instead["told"], instead["was"] or instead["gone"]
    for pattern in (_LENGTHENS, _LATER_DAYS, _TO_NEW, _DUE_AT, LABELLED):
        found = pattern.fullmatch(text)
        if found and (pattern is not LABELLED or was or _VALUE.search(found["now"])):
            return Turn.MOVED, found["about"], found["now"], was
    places = [text[found.end() :] for found in _AT.finditer(text) if found.start() > 1]
    now = next(
        (rest for rest in places if rest[:1].isdigit()), next((rest for rest in places if _BEGINS.match(rest)), "")
    )
    return (Turn.MOVED, text[: -len(now)], now, was) if now else None


# --- what a point is about ------------------------------------------------------------------------------------------

_LEADS = re.compile(
    rf"^(?:(?:{_VERB}|về|của|cho|thời gian|thời điểm|địa điểm|giờ|lịch|ngày|phòng(?= (?:họp|tổ chức|của))"
    rf"|diễn ra|tổ chức|việc"
    r"|người chủ trì|người trình bày|báo cáo viên|chủ trì|the|for|of|venue|time|room)\s+)+",
    re.IGNORECASE,
)
_TAILS = re.compile(
    rf"(?:[\s,:]+(?:{_VERB}|về|lại|của|thời gian|địa điểm|giờ|lịch|diễn ra|tổ chức|bắt đầu|the|venue|has|have"
    rf"|is|starts?|begins?|now|học|will|sẽ|nay|hiện nay|lúc|vào|tại|ở|để ở|to|at|in|on"
    r"|take place|be held|start|begin))+\s*$",
    re.IGNORECASE,
)


def matter_of(text: str) -> str:
    """What is moved, without the words for its moving: "Điều chỉnh thời gian phát biểu" is "phát biểu"."""
    text = _TAILS.sub("", " " + squeeze(text).strip(" :,;")).strip()
    head, _, tail = text.partition(":")
    text = head if tail and is_general(tail) else text
    return clean(_LEADS.sub("", text + " ").strip())


_GENERAL = frozenset(
    words(
        "thoi gian dia diem gio ngay lich to chuc hoi nghi thao dai hoi ke hoach chuong trinh bat dau buoi phong cua"
        " ve viec dien ra noi hop lop le toan bo chung time date venue place conference event meeting the programme"
        " schedule"
    )
)


def is_general(about: str) -> bool:
    """Whether words name no item or task: the whole is meant."""
    return set(search_key(about).split()) <= _GENERAL
