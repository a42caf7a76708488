"""Parts that are held in places of their own: "Phiên thứ nhất: Hội trường A", "Phần hội từ 14h00 tại sân vận động"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from documents.plan.agenda_events import Sessions
from documents.plan.agenda_places import placed_groups
from documents.plan.agenda_rounds import NAMES_ROUND
from documents.plan.elsewhere import IS_ELSEWHERE
from documents.plan.outline import Node
from documents.plan.places import PLACE_WORD, tidy_place
from documents.plan.sections import about, inside
from documents.plan.table_rows import of_classes
from documents.plan.whens import day_of, first_sentence, sentences
from documents.plan.words import AGENDA, PLACE, TIME, WORK, clean
from domain.dates import find_clocks, find_dates
from domain.plan import PlanSession, PlanTime, Sourced
from domain.vietnamese import search_key, words

_PART = (
    r"(?:phiên|phần|vòng|đợt|buổi(?! (?:sáng|trưa|chiều|tối))|đêm|ngày thứ|lễ|tiệc|hội thi|hội thao|triển lãm|tọa đàm"
    r"|toạ đàm|giao lưu|gala|sơ khảo|chung khảo|bán kết|chung kết)\s[^,;:()\d]{1,50}?"
)
_IN_SENTENCE = re.compile(
    rf"(?:^|[;,:]\s+)(?:trong đó\s*:?\s*)?(?P<name>{_PART})\s*(?:\([^()]*\)\s*)?"
    r"(?::|(?=\s(?:được|bắt đầu|diễn ra|tổ chức|khai mạc|từ|lúc|vào|tại|ở|sáng|chiều|tối|ngày)\s))"
    r"[^;]*?(?:^|\s)(?:tại|ở)\s+(?P<place>[^;]+?)(?=;|$)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r",\s+(?:cách|gồm|với|do|dự kiến|từ|lúc|bắt đầu|mở cửa|truyền hình|phát sóng|phát trực tiếp)\s.*$"
    r"|\s+(?:lúc|từ)\s+\d.*$|,?\s+(?:và\s+)?(?:dự kiến\s+)?(?:kết thúc|bắt đầu|kéo dài|bế mạc)\s.*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    place: str
    starts: datetime | None = None
    days: tuple[date, date] | None = None


def in_their_places(sessions: Sessions, root: Node, times: Sequence[Sourced[PlanTime]]) -> Sessions:
    """The items of parts that the plan places apart, each with the place of its own part."""
    hours = {search_key(_bare(t.value.what)): t.value.start for t in times if isinstance(t.value.start, datetime)}
    stated = dict(_stated(root))
    by_day = _by_day(root, next((day_of(t.value.start).year for t in times if t.value.start), None))
    if not sessions or not (stated or by_day):
        return sessions
    rounds = dict(_rounds(times))
    parts = [
        _Part(name, place, hours.get(search_key(name)), rounds.get(search_key(name))) for name, place in stated.items()
    ]
    return tuple(_placed(item, _part_of(item.value, [*parts, *by_day])) for item in sessions)


def _by_day(root: Node, year: int | None) -> list[_Part]:
    """The place of each day, where they differ: "ngày 8/7 tại Hội trường A; ngày 9/7 tại Nhà văn hóa B"."""
    found: dict[date, _Part] = {}
    nodes = [
        node for node in (*about(root, PLACE), *about(root, TIME)) if not (inside(node, WORK) or inside(node, AGENDA))
    ]
    for text in dict.fromkeys(line.text for node in nodes for line in (node, *node.children)):
        for clause in re.split(r"[;.]\s+", text):
            days = find_dates(clause, year)
            at = _ON_DAY.search(clause, days[0].to) if len(days) == 1 and len(days[0].days) == 1 else None
            if at is None or find_clocks(clause) or not PLACE_WORD.match(f"{at['place']} "):
                continue
            day = days[0].first
            if day in found and found[day].place != _tidy(at["place"]):
                return []  # halves of one day in different places
            found[day] = _Part(clause[days[0].at : days[0].to], _tidy(at["place"]), None, (day, day))
    return [*found.values()] if len({part.place for part in found.values()}) > 1 else []


_ON_DAY = re.compile(r"[^;]{0,40}?(?:^|\s)(?:tại|ở)\s+(?P<place>[^;]+)", re.IGNORECASE)


def _rounds(times: Sequence[Sourced[PlanTime]]) -> Iterator[tuple[str, tuple[date, date]]]:
    """The days of classes and groups that are held one after the other."""
    for told in times:
        start, end = told.value.start, told.value.end
        if start is not None and NAMES_ROUND.match(told.value.what):
            yield search_key(_bare(told.value.what)), (day_of(start), day_of(end or start))


def _placed(item: Sourced[PlanSession], part: _Part | None) -> Sourced[PlanSession]:
    if part is None:
        return item
    within = item.value.within
    if within is not None and not within.room and _is_named(part.name, within.title):
        within = replace(within, room=part.place)
    return replace(item, value=replace(item.value, place=part.place, within=within))


def _stated(root: Node) -> Iterator[tuple[str, str]]:
    """Each part that is named with its place where the plan says when and where."""
    for node in [*about(root, PLACE), *about(root, TIME)]:
        if inside(node, WORK) or inside(node, AGENDA):
            continue
        yield from _of_rows(node)
        placed = [line for line in node.children if line.value and not line.about and PLACE_WORD.match(line.value)]
        for line in placed:
            name = _bare(line.label)
            if len(groups := placed_groups(line.text)) > 1:
                yield from ((title, _tidy(room)) for title, room, _ in groups)
                continue
            if _NAMES_PART.fullmatch(name):
                yield name, _tidy(line.value)
            elif len(placed) > 1 and not (find_dates(line.text, 2000) or _SEVERAL.search(line.value)):
                yield from ((one, _tidy(line.value)) for one in _each(name))
        yield from _events(node)
        for text in (node.value or node.text, *(line.text for line in node.children)):
            for sentence in sentences(text):
                for told in _IN_SENTENCE.finditer(sentence):
                    yield told["name"].strip(), _tidy(told["place"])


def _of_rows(node: Node) -> Iterator[tuple[str, str]]:
    """Classes or rounds in a table, each with its place."""
    for row in node.children:
        if row.kind == "row" and of_classes(row.para.roles):
            cells = dict(zip(row.para.roles, row.para.cells, strict=False))
            if cells["class"].strip() and cells.get("place", "").strip():
                yield _bare(clean(cells["class"])), tidy_place(clean(cells["place"]))


_SEVERAL = re.compile(rf"\svà\s(?={PLACE_WORD.pattern})", re.IGNORECASE)
"""Places of which no one item has both."""


def _each(label: str) -> Iterator[str]:
    """The things that one line places: "Lễ khai mạc, bế mạc: Quảng trường", "Thi múa và thi hát: Rạp Sao"."""
    for name in _AND.split(label):
        if 1 < len(name.split()) <= _LONGEST and not PLACE_WORD.match(name) and not _NO_NAME.match(name):
            yield name.strip()


_NO_NAME = re.compile(r"(?:điểm|các|những|nơi|hội nghị|địa)\b", re.IGNORECASE)
_AND = re.compile(r",\s+|\s+và\s+")
_LONGEST = 6  # words


def _events(node: Node) -> Iterator[tuple[str, str]]:
    """Several events, each on its line with its day and place: "Trại hè: từ 13g30 ngày 04/7, tại Khu du lịch"."""
    lines = [line for line in node.children if line.value and find_dates(line.value, 2000)]
    placed: list[tuple[str, str]] = []
    for line in lines:
        if found := _AT.search(line.value):
            here = placed[-1][1] if placed and _HERE.fullmatch(found["place"]) else found["place"]
            placed.append((_bare(line.label), here))
    if len(placed) > 1 and len({place for _, place in placed}) > 1:
        yield from ((name, _tidy(place)) for name, place in placed)


_AT = re.compile(r"(?:^|[\s,])(?:tại|ở)\s+(?P<place>[^;]+?)(?:\s*;.*|\.)?$", re.IGNORECASE)
_HERE = re.compile(r"(?:cũng )?(?:đây|đó|địa điểm trên|nơi trên)", re.IGNORECASE)
"""Where what stands above is held too: "cũng tại đây"."""
_NAMES_PART = re.compile(_PART, re.IGNORECASE)


def _bare(label: str) -> str:
    return re.sub(r"\s*\([^()]*\)", "", label).strip()


def _tidy(place: str) -> str:
    return tidy_place(_BEHIND.sub("", first_sentence(place).rstrip(". ")))


def _part_of(session: PlanSession, parts: list[_Part]) -> _Part | None:
    """The part that an item belongs to: by its own title, by the name of its block, or by the hours of its day."""
    if session.room or session.place:
        return None
    own = _named_by(session.title, parts)
    if own:
        return own[0] if len(own) == 1 else None
    if _NAMES_ANOTHER.search(session.title):
        return None
    named = [part for part in parts if session.part_of and _is_named(part.name, session.part_of)]
    on_day = [part for part in parts if part.days and session.day and part.days[0] <= session.day <= part.days[1]]
    named = named if len(named) == 1 else on_day or named
    part = named[0] if len(named) == 1 else _running(session, parts) if not named else None
    away = IS_ELSEWHERE.search(session.title)
    return None if part and away and search_key(away[0]) not in search_key(part.name) else part


def _named_by(title: str, parts: list[_Part]) -> list[_Part]:
    """The parts that an item names outside its brackets; a meal or a ride only begins with the name of one."""
    own = f" {search_key(_bare(title))} "
    named = [part for part in parts if len(part.name.split()) > 1 and f" {search_key(part.name)} " in own]
    if IS_ELSEWHERE.match(title):
        return [part for part in named if own.startswith(f" {search_key(part.name)} ")]
    return named


_NAMES_ANOTHER = re.compile(
    r"\b(?:tại|ở)\s(?!(?:người|trẻ|bệnh nhân|phụ nữ|sản phụ|học sinh|việt nam)\b|(?:\d{1,3}|một số|các)\s)"
    r"|(?:thảo luận|họp|làm việc)\b.*\b(?:tổ|nhóm)\b|\b(?:tổ|nhóm) thảo luận\b",
    re.IGNORECASE,
)
"""What names its own place, and groups that sit apart, are not simply where their part is; in "Hen phế quản ở trẻ em"
and "Kiểm toán tại 05 nhà máy" nothing is."""


_KINDS = frozenset({"phien", "phan", "buoi", "ngay", "le"})
_ORDINALS = frozenset({"thu", "nhat", "hai", "ba", "tu", "1", "2", "3", "4", "i", "ii", "iii"})


def _is_named(name: str, block: str) -> bool:
    """Whether a block is the part: "Phần tham quan" is "Phần thứ nhất - Tham quan"; "Ngày thứ nhất" is no "Phiên …"."""
    wanted, own = set(words(name)) - {"song"}, set(words(block))  # "Phiên song song 1" is called "Phiên 1" below
    if {word for word in wanted if word.isdigit()} - own:
        return False
    matter = wanted - _KINDS - _ORDINALS
    begins = len(own) > 1 and f"{search_key(name)} ".startswith(f"{search_key(block)} ")
    return begins or (matter <= own if matter else wanted <= own)


def _running(session: PlanSession, parts: list[_Part]) -> _Part | None:
    """The part that has begun by then, or begins where the item ends; between two parts nothing is known."""
    dated = [p for p in parts if p.starts and p.starts.date() == session.day]
    if session.start is None or not dated:
        return None
    begun = [p for p in dated if p.starts and _opens(p.starts.time(), session)]
    return max(begun, key=lambda part: str(part.starts), default=None)


def _opens(starts: time, session: PlanSession) -> bool:
    return session.start is not None and (starts <= session.start or session.end == starts)
