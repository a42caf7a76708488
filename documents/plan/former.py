"""Papers that amend another: what was is left out, and what they say is new of the whole."""

import re
from dataclasses import replace

from documents.plan.halls import HALL
from documents.plan.lines import Para
from documents.plan.outline import Node
from documents.plan.sections import region
from documents.plan.whens import sentences
from documents.plan.words import LEFT_AS_IT_WAS, PLACE, TIME, UNIT_HEAD, VERB, WORK, clean, meanings
from domain.amending import amends, calls_off
from domain.conference import Source
from domain.dates import find_clocks, find_dates
from domain.plan import PlanTime, Sourced

_INSTEAD = re.compile(
    r"(?:(?:được |nay )?(?:điều chỉnh|giảm|tăng|chuyển|thay đổi|đổi|lùi|dời)\s+)?(?:từ|thay(?: cho| vì))\s+"
    r"(?P<was>(?:[^;.]|(?<=\d)\.(?=\d)){3,120}?)\s+"
    r"(?:sang|thành|đến(?-i:(?= [A-ZĐ]))|xuống(?: còn)?|lên(?: thành)?)\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
_OF_WHAT = re.compile(
    r"(?:[-–+•]\s*|\d+[.)]\s*)?(?:[^:;.]{0,80}\sthông báo\s+(?:về\s+)?(?:việc\s+)?)?"
    r"(?:điều chỉnh|thay đổi|chuyển|lùi|dời)\s+(?P<what>thời gian|địa điểm)\b[^:;]{0,80}",
    re.IGNORECASE,
)
_FORMER = re.compile(r"\s*\((?:thay (?:cho|vì|thế)|trước đây|thời gian cũ|địa điểm cũ)\b[^()]*\)", re.IGNORECASE)
_FORMER_TAIL = re.compile(r"(?<=\w),?\s+thay (?:cho|vì)\s+[^();:]{3,120}$", re.IGNORECASE)
WHOLE = r"(?:(?:buổi|cuộc)\s+)?(?:họp|lễ|hội nghị|hội thảo|đại hội|tọa đàm|toạ đàm|tập huấn|gặp mặt|làm việc|giao ban)"
_MARK = r"\A(?P<mark>(?:[-–+•]\s*|\d{1,2}[.)]\s*|[a-zđ][.)]\s*)?)"
_MOVES_ALL = re.compile(
    rf"{_MARK}(?:chuyển|lùi|dời|hoãn|điều chỉnh|thay đổi)\s+{WHOLE}(?:\s[^.;:]{{1,160}}?)?\s+(?:sang|đến|thành)\s+"
    r"(?=(?:(?:lúc|vào|ngày|buổi|sáng|chiều|tối|thứ \w+),?\s+)*\d)",
    re.IGNORECASE,
)
_AT_A_POINT = re.compile(  # "Điều chỉnh nội dung tại điểm 1 mục II như sau: Thời gian: …"
    rf"{_MARK}(?:điều chỉnh|sửa đổi|bổ sung|thay đổi|,|và|\s)+\b[^:;]{{0,100}}:\s*"
    r"(?=(?:thời gian|địa điểm)\b[^:;]{0,40}:)",
    re.IGNORECASE,
)
_IN_PLACE_OF = re.compile(  # "Giao Phòng Văn hóa thay Phòng Tài chính chuẩn bị khánh tiết"
    rf"\s+thay(?:\s+cho)?\s+(?:{UNIT_HEAD.pattern})[^,;.:]{{2,60}}?(?={VERB.pattern})", re.IGNORECASE
)
_OF_BEFORE = re.compile(  # "Thời gian tại Kế hoạch số 198: 8h00 ngày 20/9", "Theo Kế hoạch số 198: Hội trường UBND"
    rf"{_MARK}(?:(?:thời gian|địa điểm|số lượng|thành phần)\s+)?(?:cũ|trước đây|(?:tại|theo|trong|của|nêu tại)\s+"
    r"(?:kế hoạch|thông báo|công văn|giấy mời)\b[^:]{0,60}|đã (?:thông báo|ban hành))\s*:(?!\s*$).*",
    re.IGNORECASE | re.DOTALL,
)
_NOW = re.compile(  # "Nay điều chỉnh thành: 13h30 ngày 24/10" under "Thời gian"
    rf"{_MARK}(?:nay|mới|hiện nay|sau (?:khi )?điều chỉnh)(?:\s+(?:được\s+)?"
    r"(?:(?:điều chỉnh|thay đổi|thay|sửa đổi|sửa|chuyển|đổi|dời|lùi)(?:\s+(?:lại\s+)?(?:thành|sang|đến|về|là))?|là))?"
    r"\s*:\s*(?=\S)",
    re.IGNORECASE,
)
_FORMER_HOUR = re.compile(
    r",?\s*\(?thay (?:cho|vì)\s+(?:lúc\s+|vào\s+|hồi\s+)*(?>\d{1,2}\s?(?:giờ|h|g|:)\s?(?:\d\d)?(?:\s*phút)?)"
    r"(?!\d|\s*,?\s*(?:(?:ngày|sáng|chiều|tối|thứ \w+),?\s+)+\d)\)?",
    re.IGNORECASE,
)
_MORE_WORK = re.compile(  # "Bổ sung nhiệm vụ Điện lực: bảo đảm nguồn điện"
    rf"{_MARK}(?:bổ sung|điều chỉnh|thay đổi|giao thêm|thêm)\s+nhiệm vụ\s+(?:của\s+|cho\s+|đối với\s+)?"
    rf"(?={UNIT_HEAD.pattern}|Điện lực|Viễn thông|Bưu điện)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2}")
_REST_STAYS = re.compile(rf"{LEFT_AS_IT_WAS.pattern}[^.;]*[.;]?", re.IGNORECASE)
_POINT_STAYS = re.compile(rf"(?:\d{{1,2}}|[IVX]{{1,4}})[.)]\s*{LEFT_AS_IT_WAS.pattern}", re.IGNORECASE)
_AS_BEFORE = re.compile(
    r"[^:]{2,60}:\s*(?:không (?:thay đổi|điều chỉnh)|giữ nguyên|như cũ|theo kế hoạch cũ)\b[^:;]{0,80}", re.IGNORECASE
)
_PUT_OFF = re.compile(
    r"\b(?:hoãn|hủy|huỷ|dừng|không tổ chức)\b(?!.*\b(?:sang|lại vào|đến)\s+(?:\d|ngày|lúc|sáng|chiều|thứ))",
    re.IGNORECASE,
)
"""Says that it is not held, and no new day."""


_FROM_HERE = re.compile(r"\s*(?:,|\b(?:từ|ngày|lúc|sang|đến|vào|dự kiến|do|vì)\s)", re.IGNORECASE)
_SHORT = 3  # paragraphs


def change_in_text(paras: tuple[Para, ...]) -> Sourced[str] | None:
    """What a message without a head changes: "Hoãn Hội nghị tổng kết ngày 25/9 đến khi có thông báo mới"."""
    if not paras or len(paras) > _SHORT or not (amends(paras[0].text) or calls_off(paras[0].text)):
        return None
    told = clean(_FROM_HERE.split(paras[0].text, maxsplit=1)[0])
    source = Source(paras[0].text, paras[0].first, paras[0].last)
    return Sourced(told, source, 0.7) if amends(told) or calls_off(told) else None


_ADJUSTS = re.compile(
    r"(?:kế hoạch\s*)?\(?điều chỉnh\)?|(?:[IVX]{1,3}|\d)[.)]\s*(?:các )?nội dung điều chỉnh"
    r"|.*\bđiều chỉnh\b[^:]{0,80}như sau\s*:?",
    re.IGNORECASE | re.DOTALL,
)
_OPENING = 4  # paragraphs


def tells_former(paras: tuple[Para, ...]) -> bool:
    """Whether a paper issued anew tells what was beside what is: "… điều chỉnh như sau:" above its first section."""
    return any(_ADJUSTS.fullmatch(para.text.strip()) for para in paras[:_OPENING])


def without_earlier_days(paras: tuple[Para, ...]) -> tuple[Para, ...]:
    """The paragraphs but for those that only tell on which day it was to be: "(Trước đây dự kiến ngày 08/01 …)"."""
    return tuple(para for para in paras if para.cells or not _EARLIER_DAY.match(para.text))


_EARLIER_DAY = re.compile(
    r"[^\w:]*(?:trước đây|trước kia|ban đầu|lúc đầu)\b[^:.;]{0,40}?\b(?:ngày\s+|thứ \w+,?\s+(?:ngày\s+)?)\d",
    re.IGNORECASE,
)


def without_former(paras: tuple[Para, ...], title: str) -> tuple[Para, ...]:
    """In a paper that amends another, "chuyển từ 8h00 ngày 20/7 sang 14h00 ngày 21/7" says only the latter.

    So does "14h00 ngày 21/7 (thay cho …)"; "Địa điểm: không thay đổi" says nothing, nor when a conference that the
    paper puts off was to be.
    """
    if calls_off(title):
        paras = tuple(replace(para, text=_still_held(para.text), said=para.text) for para in paras)
    told = [para if para.cells else replace(para, text=_latter(para.text), said=para.source_text) for para in paras]
    return tuple(
        para
        for para in told
        if para.cells or (_WORD.search(para.text) and not _AS_BEFORE.fullmatch(para.text.rstrip(".")))
    )


def _still_held(text: str) -> str:
    return " ".join(part for part in sentences(text) if not _PUT_OFF.search(part)) if _PUT_OFF.search(text) else text


def _latter(text: str) -> str:
    stays = _POINT_STAYS.match(text)
    if stays:
        return stays.group()  # a point of its own, which ends the one before it
    text = _AT_A_POINT.sub(r"\g<mark>", _REST_STAYS.sub("", text).rstrip(), count=1)
    if _OF_BEFORE.match(text):
        return ""
    text = _without_bracketed(_NOW.sub(r"\g<mark>", text, count=1))
    text = _MORE_WORK.sub(r"\g<mark>", _FORMER_HOUR.sub("", _IN_PLACE_OF.sub("", text, count=1)), count=1)
    text = _without_bracketed(_MOVES_ALL.sub(r"\g<mark>Thời gian: ", text, count=1))
    moved = _INSTEAD.search(text)
    what = _OF_WHAT.fullmatch(text[: moved.start()].rstrip()) if moved else None
    if moved and what:
        return f"{what['what'].capitalize()}: {text[moved.end() :]}"
    if moved and HALL.match(moved["was"]) and HALL.match(text, moved.end()):
        return f"Địa điểm: {text[moved.end() :]}"
    return _INSTEAD.sub(" ", text).replace("  ", " ").lstrip()


def _without_bracketed(text: str) -> str:
    """A line that says when or where, without when or where it was to be: in brackets, or at its end."""
    if not meanings(text.partition(":")[0][:60]) & {TIME, PLACE}:
        return text
    text = _FORMER.sub("", text)
    return text if _INSTEAD.search(text) else _FORMER_TAIL.sub("", text)


_NEW_HOUR = re.compile(
    r"(?:bắt đầu|khai mạc|giờ (?:họp|bắt đầu|khai mạc|tổ chức)|thời gian|vào họp)\b[^.;\d]{0,60}(?=\d)", re.IGNORECASE
)


def new_hour(root: Node) -> tuple[Sourced[PlanTime], ...]:
    """The hour at which the whole is to begin now, where its day stays and none is named: "bắt đầu lúc 14h00"."""
    for node in root.walk():
        if node.kind == "row" or WORK in region(node) or not _NEW_HOUR.search(node.text) or find_dates(node.text, 2000):
            continue
        clocks = find_clocks(node.text)
        if len(clocks) == 1:
            told = node.text[clocks[0].at : clocks[0].to]
            return (Sourced(PlanTime(text=told, what=""), node.source, 0.7),)
    return ()
