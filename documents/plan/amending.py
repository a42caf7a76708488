"""Papers that amend another ("điều chỉnh"): what was is left out; what is added, taken away or given is found."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date

from documents.plan.agenda_items import read_clause
from documents.plan.lines import Para
from documents.plan.outline import Node
from documents.plan.sections import region
from documents.plan.table_rows import HALL
from documents.plan.whens import sentences
from documents.plan.words import LEFT_AS_IT_WAS, PLACE, TIME, UNIT_HEAD, VERB, WORK, clean, meanings
from documents.plan.work_heads import GIVES
from domain.amending import amends, calls_off
from domain.conference import Source
from domain.dates import find_clocks, find_dates
from domain.plan import Doubt, PlanDraft, PlanSession, PlanTime, Sourced

# --- what was ------------------------------------------------------------------------------------------------------

_INSTEAD = re.compile(
    r"(?:(?:được |nay )?(?:điều chỉnh|giảm|tăng|chuyển|thay đổi|đổi|lùi|dời)\s+)?(?:từ|thay(?: cho| vì))\s+"
    r"(?P<was>[^;.]{3,120}?)\s+(?:sang|thành|đến(?-i:(?= [A-ZĐ]))|xuống(?: còn)?|lên(?: thành)?)\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
_OF_WHAT = re.compile(
    r"(?:[-–+•]\s*|\d+[.)]\s*)?(?:[^:;.]{0,80}\sthông báo\s+(?:về\s+)?(?:việc\s+)?)?"
    r"(?:điều chỉnh|thay đổi|chuyển|lùi|dời)\s+(?P<what>thời gian|địa điểm)\b[^:;]{0,80}",
    re.IGNORECASE,
)
_FORMER = re.compile(r"\s*\((?:thay (?:cho|vì|thế)|trước đây|thời gian cũ|địa điểm cũ)\b[^()]*\)", re.IGNORECASE)
_WHOLE = r"(?:(?:buổi|cuộc)\s+)?(?:họp|lễ|hội nghị|hội thảo|đại hội|tọa đàm|toạ đàm|tập huấn|gặp mặt|làm việc|giao ban)"
_MARK = r"\A(?P<mark>(?:[-–+•]\s*|\d{1,2}[.)]\s*|[a-zđ][.)]\s*)?)"
_MOVES_ALL = re.compile(
    rf"{_MARK}(?:chuyển|lùi|dời|hoãn|điều chỉnh|thay đổi)\s+{_WHOLE}(?:\s[^.;:]{{1,160}}?)?\s+(?:sang|đến|thành)\s+"
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
_OF_BEFORE = re.compile(  # "Thời gian tại Kế hoạch số 198: 8h00 ngày 20/9" beside "Thời gian điều chỉnh: …"
    rf"{_MARK}(?:thời gian|địa điểm|số lượng|thành phần)\s+(?:cũ|trước đây|(?:tại|theo|trong|của|nêu tại)\s+"
    r"(?:kế hoạch|thông báo|công văn|giấy mời)\b[^:]{0,60}|đã (?:thông báo|ban hành))\s*:.*",
    re.IGNORECASE | re.DOTALL,
)
_FORMER_HOUR = re.compile(
    r",?\s*\(?thay (?:cho|vì)\s+(?:lúc\s+|vào\s+|hồi\s+)*\d{1,2}\s?(?:h|g|:|giờ)\s?(?:\d\d)?(?:\s*phút)?"
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
    text = _MORE_WORK.sub(r"\g<mark>", _FORMER_HOUR.sub("", _IN_PLACE_OF.sub("", text, count=1)), count=1)
    text = _MOVES_ALL.sub(r"\g<mark>Thời gian: ", text, count=1)
    if meanings(text.partition(":")[0][:60]) & {TIME, PLACE}:
        text = _FORMER.sub("", text)
    moved = _INSTEAD.search(text)
    what = _OF_WHAT.fullmatch(text[: moved.start()].rstrip()) if moved else None
    if moved and what:
        return f"{what['what'].capitalize()}: {text[moved.end() :]}"
    if moved and HALL.match(moved["was"]) and HALL.match(text, moved.end()):
        return f"Địa điểm: {text[moved.end() :]}"
    return _INSTEAD.sub(" ", text).replace("  ", " ")


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


# --- what is taken away, added or moved in the programme -------------------------------------------------------------

_ITEM = r"(?:nội dung|mục|phần|phiên|buổi|hoạt động|tiết mục|bài)"
_WHERE = (
    r"(?:,?\s+(?:trong|khỏi|ra khỏi|tại|ở|của|vào|thuộc)\s+(?:nội dung\s+)?"
    r"(?:chương trình|kế hoạch|lịch|phụ lục)\b[^,;]*)"
)
_DROPS = re.compile(
    r"(?:lược bỏ|bãi bỏ|bỏ(?! phiếu| thăm)|hủy bỏ|huỷ bỏ|hủy|huỷ|cắt(?! băng| giảm)|rút(?! thăm| ngắn| gọn)"
    r"|không tổ chức)\s+(?:(?:các|một số)\s+)?"
    rf"(?P<item>{_ITEM}\b:?\s*)?(?P<what>.*?)(?P<where>{_WHERE})?[.;:]?",
    re.IGNORECASE,
)
_PUTS = re.compile(
    rf"(?:bổ sung|thêm|chuyển|lùi|dời|đổi|điều chỉnh|thay đổi)\s+(?:(?:thời gian|giờ)\s+)?(?:vào chương trình\s+)?"
    rf"(?:(?:các|một số|thêm)\s+)?{_ITEM}\b:?\s*(?P<what>.+)",
    re.IGNORECASE,
)
_NO_NAME = re.compile(  # a point of the other paper, or its wording: "nội dung tại điểm 1 mục II", "bỏ cụm từ …"
    r"(?:tại|ở|nêu|quy định|theo|số|thứ|sau|cụm từ|từ|câu|đoạn|dòng|khoản|điểm)\b"
    r"|\d{1,2}\b(?!\s*(?:h|g|giờ|:\d|[-–]))|(?-i:[IVX]{1,5}\b)",
    re.IGNORECASE,
)
_NO_ITEM = re.compile(
    rf"(?:thời gian|thời điểm|địa điểm|giờ|ngày(?! hội))\b|{_WHOLE}\s+(?:sang|đến|từ|lúc|vào|thành|về)\b", re.I
)
_DUE = re.compile(r"(?:trước|chậm nhất(?: là)?|muộn nhất(?: là)?|hạn(?: chót| cuối)?:?)\s+$", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"«]([^”\"»]+)[”\"»]")
_ON = re.compile(r"[\s,(]*(?:(?:vào|trong|buổi|sáng|trưa|chiều|tối|ngày|thứ \w+|chủ nhật),?\s+)*$", re.IGNORECASE)
_LEAD = 40  # characters before a day, in which the words stand that tie it
_INTO = re.compile(rf"{_WHERE}|,?(?:\s+(?:vào|từ|lúc|sang|đến|thành|về|lại))+\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Amended:
    """Items of the programme that the paper takes away, by their names, and those it adds or moves."""

    dropped: tuple[Sourced[str], ...] = ()
    put: tuple[Sourced[PlanSession], ...] = ()


def taken_out(root: Node, year: int | None) -> Amended:
    """Points such as "Bỏ nội dung Thảo luận" and "Bổ sung nội dung: 10h30: Trao giấy khen"; they leave the outline.

    What such a point says besides stays.
    """
    dropped: list[Sourced[str]] = []
    put: list[Sourced[PlanSession]] = []
    for node in [*root.walk()]:
        names, session = _dropped(node), _put(node, year)
        if node.parent is None or not (names or session):
            continue
        dropped.extend(names)
        put.extend([session] if session else [])
        besides = sentences(node.text)[1:] if names else ()
        if besides and not node.children:
            node.text = " ".join(besides)
        else:
            node.parent.children.remove(node)
    return Amended(tuple(dropped), tuple(sorted(put, key=lambda item: (str(item.value.day), str(item.value.start)))))


def _dropped(node: Node) -> list[Sourced[str]]:
    told = _DROPS.fullmatch(next(iter(sentences(node.text)), ""))
    if told is None or not (told["item"] or told["where"]) or _NO_NAME.match(told["what"]):
        return []
    listed = node.children if node.text.endswith(":") else []
    names = [(_name(child.text), child.source) for child in listed] or [(_name(told["what"]), node.source)]
    return [Sourced(name, source, 0.9) for name, source in names if name and not _NO_NAME.match(name)]


def _put(node: Node, year: int | None) -> Sourced[PlanSession] | None:
    told = _PUTS.match(node.text)
    if told is None or node.children or _NO_NAME.match(told["what"]) or _NO_ITEM.match(told["what"]):
        return None
    day, what = _day_in(told["what"], year)
    clocks = find_clocks(what)
    if not clocks or _DUE.search(what[: clocks[0].at]):
        return None
    item = next(iter(read_clause(what, None)))
    quoted = _QUOTED.search(what)
    title = quoted[1] if quoted else clean(_INTO.sub("", item.title))
    session = PlanSession(
        title=title, day=day, start=item.start, end=item.end, room=item.room, responsible=item.responsible
    )
    return Sourced(session, node.source, 0.8) if title else None


def _day_in(text: str, year: int | None) -> tuple[date | None, str]:
    """The one day that the words name, and the words without it."""
    found = find_dates(text, year)
    if len(found) != 1 or len(found[0].days) != 1:
        return None, text
    before, behind = text[: found[0].at], text[found[0].to :].lstrip(" )")
    return found[0].first, f"{before[:-_LEAD]}{_ON.sub('', before[-_LEAD:])} {behind}".strip()


def _name(text: str) -> str:
    """The item's name without its hour and its quotation marks."""
    quoted = _QUOTED.search(text)
    if quoted:
        return clean(quoted[1])
    item = next(iter(read_clause(text, None)), None)
    return clean(item.title) if item else ""


# --- who does what -------------------------------------------------------------------------------------------------


_OF_WORK = re.compile(r"(?:bổ sung|điều chỉnh|sửa đổi|thay đổi|,|và|\s)+(?:nhiệm vụ|phân công)\b", re.IGNORECASE)


def gather_work(root: Node) -> None:
    """Points that say what a body has to do, where no heading of the paper names the division of work."""
    for node in [root, *root.walk()]:
        if _OF_WORK.match(node.label) and not region(node):
            node.about = frozenset({WORK})
        given = [child for child in node.children if _gives(child)]
        if not given or region(node):
            continue
        heading = Node("lead", "", "", given[0].para, node, frozenset({WORK}), given)
        node.children[node.children.index(given[0])] = heading
        node.children[:] = [child for child in node.children if child not in given[1:]]
        for child in given:
            child.parent, child.about = heading, frozenset()


def _gives(node: Node) -> bool:
    """ "Phòng Văn hóa: Gửi giấy mời trước ngày 22/7", "Giao Phòng Văn hóa gửi lại giấy mời"."""
    if node.kind in ("row", "block", "close", "caps") or node.about or LEFT_AS_IT_WAS.match(node.text):
        return False
    bare = GIVES.sub("", node.text, count=1)
    if UNIT_HEAD.match(bare) is None:
        return False
    work = [node.value, *(child.text for child in node.children)] if node.value or node.children else []
    if any(VERB.search(f" {text.lower()} ") for text in work):
        return len(node.label.split()) <= 12
    return bare is not node.text and bare != node.text and VERB.search(bare[:140]) is not None


# --- what was not understood -----------------------------------------------------------------------------------------

_AMENDS = re.compile(
    r"(?:điều chỉnh|sửa đổi|bổ sung|thay|thêm|bỏ|lược bỏ|bãi bỏ|hủy|huỷ|cắt|rút|chuyển|đổi|lùi|dời"
    r"|không (?:mời|tổ chức)|tăng|giảm|kéo dài|gộp|tách)\b",
    re.IGNORECASE,
)


def not_taken(root: Node, draft: PlanDraft) -> Iterator[Doubt]:
    """Points that change something and of which no field says anything, so that somebody changes it by hand."""
    taken = {line for source in _sources(draft) for line in range(source.first, source.last + 1)}
    for node in root.walk():
        lines = [node.para, *(child.para for child in node.walk())]
        if (
            node.marker
            and _AMENDS.match(node.text)
            and not any(line in taken for para in lines for line in _span(para))
        ):
            yield Doubt("point_not_taken", "point", node.source.quote[:300], node.source)


def _span(para: Para) -> range:
    return range(para.first, para.last + 1)


def _sources(draft: PlanDraft) -> Iterator[Source]:
    """Where everything stands that a field holds; statements kept as notes are none."""
    for field in fields(draft):
        value = getattr(draft, field.name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Sourced):
                yield each.source
                yield from (task.source for task in getattr(each.value, "tasks", ()))
