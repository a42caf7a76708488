"""Programmes that no heading names: found by rows and lines with hours, by days, by parts, by how they open and end."""

import re
from itertools import takewhile

from documents.plan.agenda_days import WEEKDAY_ALONE
from documents.plan.agenda_enter import LONGEST_HEADING, enter, leads
from documents.plan.agenda_events import Known, Sessions
from documents.plan.agenda_items import clock_first
from documents.plan.agenda_prose import told_in_sentences
from documents.plan.agenda_sessions import hours_in_heading, is_session
from documents.plan.agenda_state import ATTRIBUTE, HELD_IN_PARTS, PART_AT_ONCE, State
from documents.plan.agenda_walk import programme_of, take
from documents.plan.announced import announced_place
from documents.plan.day_lines import is_day_alone, is_day_called, is_half_alone
from documents.plan.outline import Node, is_clock_alone
from documents.plan.sections import about, inside, region
from documents.plan.words import ATTACHED, CONTENT, FORM, LOGISTICS, PEOPLE, TIME, WORK
from domain.dates import find_clocks, find_dates
from domain.plan import Sourced

_AGENDA_ITEM = re.compile(
    r"(?:đón tiếp|ổn định|chào cờ|tuyên bố|giới thiệu|khai mạc|văn nghệ|báo cáo|trình bày|tham luận|thảo luận|giải lao"
    r"|phát biểu|bầu|công bố|ký kết|trao|khen thưởng|thông qua|kết luận|tổng kết|bế mạc|ra mắt|ý kiến)\b",
    re.IGNORECASE,
)
_ENDS_LIKE_ONE = re.compile(r"đón tiếp|ổn định tổ chức|chào cờ|tuyên bố lý do|khai mạc|bế mạc|kết luận", re.IGNORECASE)
HEADINGS = ("part", "caps", "block", "lead", "arabic", "roman", "letter")


def loose(root: Node, known: Known) -> Sessions:
    """A programme without a heading: by its shape, rows with times, lines that begin with one, else a list without."""
    if shaped := _one_cell_a_line(root) or _by_headings(root) or _by_days(root):
        return programme_of(shaped, known)
    return _by_clock(root, known) or _listed(root, known)


def _by_clock(root: Node, known: Known) -> Sessions:
    """Rows with times, or three and more lines that begin with a time, with the days and parts above them."""
    rows = [
        n for n in root.walk() if n.kind == "row" and {"time", "length"} & set(n.para.roles) and not inside(n, WORK)
    ]
    lines = [
        n for n in root.walk() if clock_first(n.text) and not n.about and not inside(n, WORK) and not _tells_when(n)
    ]
    state = State(day=known.only_day)
    listed = lines if len(lines) >= 3 else []
    chosen = {id(n) for n in ([*rows, *listed] or told_in_sentences(root))}
    chosen |= set() if rows else _timed_in_parts(root) | _held_at_once(lines)
    if not chosen:
        return ()
    chosen |= {id(node) for node in root.walk() if _tells_part(node)}
    for node in root.walk():
        if id(node) in chosen:
            take(node, state, known)
        elif not inside(node, WORK) and _heads_items(node) and len(node.text.split()) <= LONGEST_HEADING:
            enter(node, state, known)
    return tuple(state.found)


def _held_at_once(lines: list[Node]) -> set[int]:
    """The lines right under "Parallel sessions" that tell each what is held in its part: "A: Carbon (Room 2)"."""
    found: set[int] = set()
    for above in lines:
        if HELD_IN_PARTS.search(above.text) and above.parent is not None:
            at = next(number for number, beside in enumerate(above.parent.children) if beside is above)
            parts = takewhile(lambda line: PART_AT_ONCE.match(line.text), above.parent.children[at + 1 :])
            found |= {*map(id, parts)}
    return found


def _tells_when(node: Node) -> bool:
    """Whether a line tells when the whole is held, and stands not only below the line of a letter that has told it."""
    at: Node | None = node
    while at is not None:
        if at.about == {TIME} and (at is node or at.kind != "caps" or not at.value):
            return True
        at = at.parent
    return False


def _tells_part(node: Node) -> bool:
    """Whether a line tells a part with its items behind it: "Tối 27/8, tiệc tại Nhà hàng Sen: 18h30 đón khách; …"."""
    if node.kind == "row" or node.about or region(node) & {WORK, TIME, LOGISTICS, PEOPLE}:
        return False
    return bool(node.value) and clock_first(node.value) is not None and leads(node.label)


def _timed_in_parts(root: Node) -> set[int]:
    """The items under "Phần hội" and its like that have their hour anywhere: "Kéo co (lúc 14 giờ, sân bóng)"."""
    parts = [n for n in root.walk() if _PART.match(n.text) and not (inside(n, WORK) or _tells_when(n) or n.about)]
    items = [id(item) for part in parts for item in part.children if find_clocks(item.text) and not item.about]
    opened = [part for part in parts if find_clocks(part.text) or find_dates(part.text, 2000)]
    listed = [item for part in opened if _is_listed(part) for item in part.children if item.kind != "text"]
    return {*items, *map(id, listed)} if len(items) >= _LEAST else set()


def _is_listed(part: Node) -> bool:
    """Whether a part holds its items in order without hours: "Chào cờ", "Diễn văn", "Bế mạc"."""
    told = sum(_AGENDA_ITEM.match(item.text) is not None for item in part.children)
    return len(part.children) >= _LEAST and told * 2 >= len(part.children)


_LEAST = 3


def _one_cell_a_line(root: Node) -> Node | None:
    """The lines of a programme with times alone on theirs, from the first on, with the day that stands right above."""
    place = announced_place(root)
    for parent in [root, *root.walk()]:
        if parent.about & {WORK, TIME} or inside(parent, WORK):
            continue
        times = [
            index for index, child in enumerate(parent.children) if child.kind != "row" and is_clock_alone(child.text)
        ]
        if times and place is not None and _tells_place(parent.children, times[0], place):
            times = times[1:]  # when and where the whole is held
        if len(times) < _LEAST:
            continue
        begins = times[0]
        while begins and begins > times[0] - _LEAST and not find_dates(parent.children[begins].text, 2000):
            begins -= 1
        begins = begins if find_dates(parent.children[begins].text, 2000) else times[0]
        return Node("lead", "", "", parent.children[begins].para, parent, children=parent.children[begins:])
    return None


def _by_headings(root: Node) -> Node | None:
    """The parts of a programme with hours in their heading, "PHẦN LỄ (8h00 – 10h00)", up to what is no part of it."""
    for parent in [root, *root.walk()]:
        if parent.about & {WORK, TIME} or inside(parent, WORK):
            continue
        heads = [at for at, child in enumerate(parent.children) if hours_in_heading(child) and _has_items(parent, at)]
        if heads:
            to = next((at for at, child in enumerate(parent.children) if at > heads[0] and _ends(child)), None)
            children = parent.children[heads[0] : to]
            return Node("lead", "", "", children[0].para, parent, children=children)
    return None


def _by_days(root: Node) -> Node | None:
    """Days over their items under a heading of any wording: "Ngày thứ nhất (27/3)" above its list, and the next."""
    for parent in [root, *root.walk()]:
        if parent.about & {WORK, TIME, PEOPLE} or inside(parent, WORK):
            continue
        days = [at for at, child in enumerate(parent.children) if _is_day(child.text)]
        if len(days) < _DAYS:
            continue
        kind = parent.children[days[0]].kind
        behind = (at for at, child in enumerate(parent.children) if at > days[-1] and _ends_days(child, kind))
        children = parent.children[days[0] : next(behind, None)]
        lines = [line.text for child in children for line in (child, *child.walk())]
        if sum(len(find_clocks(line)) for line in lines) >= _LEAST:
            return Node("lead", "", "", children[0].para, parent, children=children)
    return None


_DAYS = 2


def _ends_days(node: Node, kind: str) -> bool:
    """Whether a line behind the last day heads something else."""
    return node.kind in (*HEADINGS, kind) and not clock_first(node.text) and not is_half_alone(node.label)


def _is_day(text: str) -> bool:
    return is_day_alone(text) or is_day_called(text)


def _has_items(parent: Node, at: int) -> bool:
    following = parent.children[at + 1 : at + 2]
    return bool(parent.children[at].children) or any(ATTRIBUTE.match(node.text) for node in following)


def _ends(node: Node) -> bool:
    """Whether a line is a heading of something else than a part of the programme."""
    return node.kind in ("caps", "roman", "arabic", "part", "close") and not (
        is_session(node) or clock_first(node.text)
    )


def _tells_place(lines: list[Node], at: int, place: Sourced[str]) -> bool:
    return at + 1 < len(lines) and lines[at + 1].para.first == place.source.first


def _heads_items(node: Node) -> bool:
    """A heading, a day alone on its line ("Ngày thứ nhất (12/8/2026)"), or the name of a session over its talks."""
    if node.kind != "text":
        return node.kind in HEADINGS
    if WEEKDAY_ALONE.fullmatch(node.text):
        return True
    dated = len(find_dates(node.text, 2000)) == 1 and not ATTACHED.match(node.text)
    return dated or (is_session(node) and not find_clocks(node.text))


_PART = re.compile(r"(?:phần|phiên|buổi)\s+\S", re.IGNORECASE)


def _parts_of(node: Node) -> list[Node]:
    """ "Phần Lễ" and "Phần Hội" with their lists under a heading of content, which open or end as programmes do."""
    if inside(node, WORK) or not node.about <= {CONTENT, FORM}:
        return []
    lines = [line for child in node.children for line in (child, *child.children)]
    parts = [line for line in lines if _PART.match(line.text) and len(line.children) >= _LEAST - 1]
    items = [item for part in parts for item in part.children]
    told = sum(_AGENDA_ITEM.match(item.text) is not None for item in items)
    return parts if len(parts) > 1 and told >= _LEAST else []


def _by_parts(parts: list[Node], known: Known) -> Sessions:
    state = State(day=known.only_day)
    for part in parts:
        enter(part, state, known)
        for item in part.children:
            take(item, state, known)
    return tuple(state.found)


def _listed(root: Node, known: Known) -> Sessions:
    """ "Nội dung hội nghị" as a list without hours, where nothing else tells the programme: it opens or ends as one."""
    for node in about(root, CONTENT):
        if parts := _parts_of(node):
            return _by_parts(parts, known)
        items = [child for child in node.children if not child.about and child.kind not in ("text", "row", "close")]
        told = sum(_AGENDA_ITEM.match(child.text) is not None for child in items)
        if node.about != {CONTENT} or inside(node, WORK) or len(items) < 3 or told * 2 < len(items):
            continue
        if any(_ENDS_LIKE_ONE.search(end.text) for end in (items[0], items[-1])):
            state = State(day=known.only_day)
            for child in items:
                take(child, state, known)
            return tuple(state.found)
    return ()
