"""Where: the place of the whole, of several events that of the one the title names."""

import re
from collections.abc import Iterator

from documents.plan.announced import announced_place
from documents.plan.numbered_places import of_numbered
from documents.plan.outline import Node
from documents.plan.preparations import of_a_part
from documents.plan.sections import about, inside, opening
from documents.plan.table_rows import of_classes
from documents.plan.table_schedule import occasions
from documents.plan.whens import first_sentence, says_when, sentences
from documents.plan.words import AGENDA, CONTENT, FORM, PLACE, TIME, WORK, clean, split_outside
from domain.conference import Source
from domain.dates import find_clocks, find_dates
from domain.plan import Sourced
from domain.vietnamese import CAPITALS, search_key, words

_AT_PLACE = re.compile(r"(?:^|[\s,;(])(?:tại|at the|at)\s+(.+)", re.IGNORECASE | re.DOTALL)
_ROLE_BRACKET = re.compile(
    r"\s*\((?:[^()]*(?:cụm (?:trưởng|phó)|đơn vị đăng cai|chủ trì|dự kiến|sẽ thông báo)[^()]*)\)", re.IGNORECASE
)
_BEHIND_DAY = re.compile(  # "Thời gian – địa điểm: 17h30 ngày 18/12/2026, Trung tâm Sen Vàng"
    rf"(?:\d{{1,2}}/|[A-Z][a-z]{{2,8}}\s)\d{{4}}\s*(?:\([^()]*\))?\s*[,;–-]\s+([{CAPITALS}].+)", re.DOTALL
)
_UNKNOWN = re.compile(r"(?:do\s|sẽ|thông báo sau|có thông báo|theo giấy mời|to be announced|tba)\b", re.IGNORECASE)


def venue_of(root: Node, title: str) -> Sourced[str] | None:
    """Where: of several activities, the place of the one the title names."""
    wanted = set(words(title))
    programmes = [f" {search_key(heading.label)} " for heading in about(root, AGENDA)]
    found: list[tuple[float, Sourced[str]]] = []
    parts: list[tuple[Node, str]] = []
    for node in about(root, PLACE):
        if (
            inside(node, WORK)
            or inside(node, AGENDA)
            or (not node.value and any(PLACE in child.about for child in node.children))
        ):
            continue
        text = _place_text(node, wanted, programmes)
        if text and not _UNKNOWN.match(text):
            found.append((_likeness(node, wanted) + _has_programme(node, programmes), Sourced(text, node.source, 0.95)))
            parts += [(node, text)] if node.value else []
    if (of_all := of_numbered(parts)) is not None:
        return of_all
    found.extend(_labelled_inside(root, wanted))
    if found:
        return max(found, key=lambda item: item[0])[1]
    return _place_in_sentence(root) or announced_place(root) or _of_occasions(root) or _of_first_point(root)


def _of_first_point(root: Node) -> Sourced[str] | None:
    """Where those sit who are not far: "Điểm cầu tỉnh: Phòng họp số 2", "Tại điểm cầu chính (Hội trường A):"."""
    node, place = next(_points(root), (root, ""))
    return Sourced(tidy_place(_NEXT_PART.split(place, maxsplit=1)[0]), node.source, 0.7) if place else None


def _points(root: Node) -> Iterator[tuple[Node, str]]:
    """The lines that name the house of a place joined online, with that house."""
    for node in root.walk():
        told = _POINT.match(node.text)
        place = clean(told["inside"] or told["behind"] or "") if told else ""
        if PLACE_WORD.match(f"{place} ") and not (inside(node, WORK) or inside(node, AGENDA)):
            yield node, place


_POINT = re.compile(
    r"(?:tại\s+)?điểm cầu (?!các\b|địa phương|cấp|từng|mỗi|cơ sở)[^:()]{2,40}?\s*"
    r"(?:\((?P<inside>[^()]+)\)\s*:?$|:\s*(?P<behind>.+)$)",
    re.IGNORECASE,
)


def part_places(root: Node) -> Iterator[tuple[str, Source]]:
    """Where single parts are held: "Phiên 2: Phòng A2", "Hội thi tại sân xã", a place under a part's own heading."""
    yield from ((clean(node.text), node.source) for node, _ in _points(root))
    for node in about(root, PLACE):
        if inside(node, WORK) or inside(node, AGENDA):
            continue
        parent = node.parent
        if node.value and parent is not None and parent.kind not in ("root", "roman", "caps") and not parent.about:
            yield f"{parent.label.strip(' .:')} – {node.text}", node.source
        for child in _placed_apart(node):
            yield child.text, child.source
        for other in re.split(r";\s+", node.value)[1:]:
            if _OF_ANOTHER.match(f"; {other}"):
                yield other, node.source


def _placed_apart(node: Node) -> list[Node]:
    """The lines that tell where single parts are held; most of them begin as places do, the others go with these."""
    named = [child for child in node.children if child.value and not child.about]
    sure = [child for child in named if _names_place(child.label) or _says_place(child.value)]
    listed = len(sure) > 1 and len(sure) * 2 >= len(named) and len(named) == len(node.children)
    return [child for child in named if child in sure or (listed and _may_place(child))]


def _may_place(line: Node) -> bool:
    """Whether a line among others that tell places tells one too: no day, no hour, no address of the whole."""
    other = _OTHERWISE.match(line.text) or _ADDRESS_LABEL.match(line.label)
    return not (other or find_dates(line.text, 2000) or find_clocks(line.text))


def _names_place(label: str) -> bool:
    """Whether a line begins with a place, and tells what is held there behind it: "Nhà B: trưng bày"."""
    return PLACE_WORD.match(label) is not None and len(label.split()) > 1


def _says_place(text: str) -> bool:
    return PLACE_WORD.match(text) is not None or _AT_PLACE.search(text) is not None


def _place_in_sentence(root: Node) -> Sourced[str] | None:
    """ "Hội nghị tổ chức vào 8h00 ngày 16/10 tại Hội trường A." before the first heading."""
    for node in opening(root):
        for sentence in sentences(node.text):
            held = _HELD_AT.search(sentence) or _CALLED_AT.search(sentence)
            if held and find_dates(sentence[: held.start("place")], 2000):
                return Sourced(tidy_place(held["place"]), node.source, 0.75)
            at = _AT_PLACE.search(sentence.strip("() ")) if says_when(sentence) else None
            if at:
                return Sourced(tidy_place(at[1]), node.source, 0.85)
    return None


def _of_occasions(root: Node) -> Sourced[str] | None:
    """The places of an event that is held several times, each with what is held there."""
    placed = {occasion.place: occasion for occasion in occasions(root).values() if occasion.place}
    if len(placed) < 2:
        return None
    told = "; ".join(f"{occasion.name}: {place}" for place, occasion in placed.items())
    return Sourced(told, next(iter(placed.values())).row.source, 0.8)


def _likeness(node: Node, wanted: set[str]) -> float:
    """How much the heading above speaks of the title; 1 where the place is that of the whole."""
    parent = node.parent
    if parent is None or parent.about or parent.kind in ("root", "roman"):
        return 1.0
    own = set(words(parent.text))
    return len(own & wanted) / max(len(own), 1)


def _has_programme(node: Node, programmes: list[str]) -> bool:
    """Whether the activity above holds a programme, or is the one whose name a programme's heading repeats."""
    parent = node.parent
    if parent is None or parent.about - {TIME, FORM, CONTENT}:
        return False
    told = any(AGENDA in child.about and _is_told(child) for child in parent.children)
    activity = parent.kind not in ("root", "roman", "part") or (parent.kind == "roman" and _within_part(parent))
    return (told and activity) or _is_repeated(parent.label, programmes)


def _within_part(section: Node) -> bool:
    """ "II. Hội nghị cấp trường" under "B. NỘI DUNG": one of several meetings, and no section of the whole paper."""
    return section.parent is not None and section.parent.kind in ("part", "roman")


def _is_told(programme: Node) -> bool:
    return len(programme.children) >= 3 or len(split_outside(programme.value)) >= 3


def _is_repeated(label: str, programmes: list[str]) -> bool:
    name = f" {search_key(label)} "
    told = (_OF_PROGRAMME.sub(" ", heading) for heading in programmes)  # "Chương trình vòng chung kết"
    return len(name.split()) > 1 and any(name in h or (len(h.split()) > 2 and h in name) for h in told)


_OF_PROGRAMME = re.compile(r"^ (?:noi dung |du kien )?chuong trinh (?:chi tiet |du kien |cua )?")


_OTHERWISE = re.compile(r"(?:trong )?trường hợp\s|(?:nếu|khi)\s|(?:trời )?mưa\b|phương án\s|dự phòng\b", re.IGNORECASE)
"""Where it is held if something happens: "Trường hợp trời mưa: chuyển vào nhà thi đấu"."""


def _place_text(node: Node, wanted: set[str], programmes: list[str]) -> str:
    classes = [child.para for child in node.children if of_classes(child.para.roles) and "place" in child.para.roles]
    if classes and not node.value:
        return tidy_place(classes[0].cells[classes[0].roles.index("place")])
    lines = [_with_place(child) for child in node.children if not (child.about or _OTHERWISE.match(child.text))]
    if TIME in node.about and not node.value:
        own = next((line for line in lines if PLACE_WORD.match(line) and not find_dates(line, 2000)), None)
        held = next((line for line in lines if _IS_HELD.search(line) and find_dates(line, 2000)), None)
        own = own or (None if held and _AT_PLACE.search(held) else _of_plenary(node))
        return tidy_place(first_sentence(own or _place_of_event(lines, wanted, programmes)))
    main = next((clean(line) for line in lines if _MAIN_POINT.match(line)), "") or _of_whole(node, wanted)
    text = node.value or main or "; ".join(clean(line) for line in lines)
    if not node.value and not node.children and node.kind == "text":
        text = node.text
    if TIME in node.about:
        at = _AT_PLACE.search(text) or (_BEHIND_DAY.search(text) if PLACE in node.about else None)
        text = at[1] if at else ""
    return tidy_place(first_sentence(text if _BY_PARTS.match(text) else _OF_ANOTHER.sub("", text)))


_IS_HELD = re.compile(r"\b(?:held|takes? place|tổ chức|diễn ra)\b", re.IGNORECASE)
_PLENARY = re.compile(r"(?:phiên\s+)?(?:toàn thể|chính thức|trọng thể)|phiên chính|plenary|main session", re.IGNORECASE)
_ADDRESS_LABEL = re.compile(r"(?:địa chỉ|address)\b", re.IGNORECASE)
_NEXT_PART = re.compile(r"[.;]\s+(?=[^.;:]{3,40}:\s)")
"""Behind the hall of all that of the groups, on the same line: "Hội trường A. Các tổ: nhà B"."""


def _of_plenary(node: Node) -> str:
    """Where all are together, with the address below: "Phiên toàn thể: Hội trường A", "Các tiểu ban: nhà B"."""
    told = [child for child in node.children if child.value]
    halls = (child.value for child in told if _PLENARY.match(child.label) and PLACE_WORD.match(child.value))
    hall = _NEXT_PART.split(next(halls, ""), maxsplit=1)[0]
    address = next((clean(child.value) for child in told if _ADDRESS_LABEL.match(child.label)), "")
    return f"{clean(hall)}, {address}" if hall and address else hall


def _of_whole(node: Node, wanted: set[str]) -> str:
    """The place of the one event that the title names, beside those of others: "Hội nghị: …", "Tiệc chào mừng: …"."""
    named = [child for child in node.children if child.value and not child.about]
    own = [child for child in named if set(words(re.sub(r"\s*\([^()]*\)", "", child.label))) <= wanted]
    return own[0].value if len(own) == 1 and len(named) > 1 else ""


def _with_place(line: Node) -> str:
    """A line of an event with the place that is stated under it."""
    below = next((child.value for child in line.children if PLACE in child.about and child.value), "")
    return f"{line.text} tại {below}" if below and not _AT_PLACE.search(line.text) else line.text


_ANYWHERE = re.compile(
    r"(?:từng|mỗi|các)\s+(?:cơ quan|đơn vị|khoa|phòng(?! họp)|cơ sở|chi bộ|tổ|địa phương)\b", re.IGNORECASE
)
"""Where what comes before the conference is held: "tại từng đơn vị"."""


def _place_of_event(lines: list[str], wanted: set[str], programmes: list[str]) -> str:
    """The place in a line that says when and where ("Lễ kỷ niệm: từ 8h00 tại …").

    Of several, the one whose programme is told, then the title's own.
    """
    told = [(line, place) for line in lines if (place := _place_told(line))]
    dated = [each for each in told if find_dates(each[0], 2000) or find_clocks(each[0])]
    dated = [each for each in dated if not of_a_part(each[0].partition(":")[0])] or (dated if dated == told else [])
    sure = dated or [each for each in told if PLACE_WORD.match(each[1])]

    def of_title(each: tuple[str, str]) -> tuple[bool, bool, bool, int]:
        label = re.sub(r"\s*\([^()]*\)", "", each[0].partition(":")[0])
        likeness = len(wanted & set(words(label)))
        small = _ANYWHERE.match(each[1]) is not None or of_a_part(label)
        return not small, "chính thức" in label.lower(), _is_repeated(label, programmes), likeness

    return max(sure, key=of_title, default=("", ""))[1]


def _place_told(line: str) -> str:
    """The place in a line: behind "tại", or a house behind the day: "Đêm hội: 18h00 ngày 06/12/2026, Sảnh Sen"."""
    at = _AT_PLACE.search(line)
    behind = None if at else _BEHIND_DAY.search(line)
    return at[1] if at else behind[1] if behind and PLACE_WORD.match(behind[1]) else ""


def tidy_place(text: str) -> str:
    """The place without "tại" before it and without a role in brackets behind it."""
    text = re.sub(r"^(?:tại|ở|at)\s+", "", text.strip(), flags=re.IGNORECASE)
    return clean(_ROLE_BRACKET.sub("", _FORMER.sub("", text)))


_FORMER = re.compile(r"^(?:từ\s+)?.{3,120}?\s(?:chuyển|đổi|dời)\s+(?:sang|về|đến)\s+", re.IGNORECASE | re.DOTALL)
"""Where it was to be before: "từ Nhà văn hóa bản A chuyển sang Hội trường xã"."""


_HELD_AT = re.compile(rf"(?:tổ chức|diễn ra|khai mạc|được tổ chức)\s[^.;]*?\stại\s+(?P<place>[{CAPITALS}][^;]+)")
_CALLED_AT = re.compile(  # "kính mời các thầy cô dự họp hội đồng lúc 8h00 ngày 20/3/2026 tại phòng hội đồng"
    r"(?:mời|triệu tập)\s[^.;]*?\s(?:dự|họp)\s[^.;]*?\stại\s+"
    rf"(?P<place>(?:phòng|hội trường|nhà|trụ sở|[{CAPITALS}])[^.;]+)"
)
_OF_ANOTHER = re.compile(r";\s+[^;]{3,60}\s(?:tại|ở)\s.*$", re.DOTALL)  # "Sân vận động; Hội thi ẩm thực tại …"
_BY_PARTS = re.compile(r"(?:phiên|buổi|phần|ngày)\s[^;:]{2,60}?\s(?:tại|ở)\s", re.IGNORECASE)
"""Parts with places of their own are told together: "Phiên toàn thể tại hội trường lớn; phiên chuyên đề tại …"."""
PLACE_WORD = re.compile(
    r"(?:(?:tại|ở)\s+)?(?:hội trường|phòng|nhà|trung tâm|khách sạn|sân|trụ sở|khu|quảng trường|trường|sảnh"
    r"|nghĩa trang|đài tưởng niệm|tượng đài|cánh đồng|công viên|bảo tàng|thư viện|khuôn viên|nhà máy|bờ kè|bến"
    r"|đình|đền|chùa|miếu|bãi|nhà bạt|sân khấu|rạp|hợp tác xã|cung|chợ)\s"
    r"|(?:main |[\w’' ]{2,40} )?(?:campus|hotel|hall|cent(?:re|er)|building|ballroom|university)\b",
    re.IGNORECASE,
)
_MAIN_POINT = re.compile(
    r"(?:tại\s+)?điểm cầu (?:chính|trung tâm|trung ương|tỉnh|thành phố)\b", re.IGNORECASE
)  # online
_INLINE_PLACE = re.compile(r"(?:[.;,]\s+)(?:[Đđ]ịa điểm|[Tt]ại|[Vv]enue)\s*:\s*(?P<place>[^;\s][^;]*)")


def inline_place(text: str) -> str | None:
    """A place labelled in the middle of a line: "Thời gian: … Địa điểm: Hội trường A."."""
    found = _INLINE_PLACE.search(text)
    return tidy_place(first_sentence(found["place"])) if found else None


def _labelled_inside(root: Node, wanted: set[str]) -> Iterator[tuple[float, Sourced[str]]]:
    for node in about(root, TIME):
        place = inline_place(node.text)
        if place and not inside(node, WORK):
            yield _likeness(node, wanted), Sourced(place, node.source, 0.9)
