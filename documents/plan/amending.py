"""Papers that amend another ("điều chỉnh"): what was is left out; what is added, taken away or given is found."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date

from documents.plan.agenda_items import read_clause
from documents.plan.former import WHOLE
from documents.plan.lines import Para
from documents.plan.outline import Node
from documents.plan.sections import region
from documents.plan.whens import sentences
from documents.plan.words import LEFT_AS_IT_WAS, UNIT_HEAD, VERB, WORK, clean, split_outside
from documents.plan.work_heads import GIVES
from domain.conference import Source
from domain.dates import find_clocks, find_dates
from domain.plan import Doubt, PlanDraft, PlanSession, Sourced

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
    rf"(?:thời gian|thời điểm|địa điểm|giờ|ngày(?! hội))\b|{WHOLE}\s+(?:sang|đến|từ|lúc|vào|thành|về)\b", re.I
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


_OF_PROGRAMME = re.compile(r"(?:về\s+)?(?:nội dung,?\s+)?chương trình", re.IGNORECASE)
_LEADS_NEW = re.compile(
    r"(?:chương trình|lịch trình|nội dung)\s+(?:chi tiết\s+)?(?:(?:sau )?(?:khi )?(?:được )?điều chỉnh|mới|còn lại)\b"
    r"[^;]{0,30}",
    re.IGNORECASE,
)


def _dropped_inline(node: Node) -> list[Sourced[str]]:
    """ "4. Về chương trình: bỏ phần tham quan; chương trình sau điều chỉnh:" over the new one: the point only leads."""
    if not node.value or not _OF_PROGRAMME.fullmatch(node.label):
        return []
    parts = split_outside(clean(node.value))
    told = [_DROPS.fullmatch(part) for part in parts]
    names = [found["what"] for found in told if found and found["item"] and not _NO_NAME.match(found["what"])]
    rest = [part for part, found in zip(parts, told, strict=True) if not found and not _LEADS_NEW.fullmatch(part)]
    if names:
        node.text = f"{node.label}: {'; '.join(rest)}" if rest else node.label
    return [Sourced(_name(name), node.source, 0.9) for name in names]


def taken_out(root: Node, year: int | None) -> Amended:
    """Points such as "Bỏ nội dung Thảo luận" and "Bổ sung nội dung: 10h30: Trao giấy khen"; they leave the outline.

    What such a point says besides stays.
    """
    dropped: list[Sourced[str]] = []
    put: list[Sourced[PlanSession]] = []
    for node in [*root.walk()]:
        dropped.extend(_dropped_inline(node))
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
