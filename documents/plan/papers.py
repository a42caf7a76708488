"""Several papers in one file: the first is read, the next is named, so that somebody sends it by itself."""

import re

from documents.plan.outline import Node
from documents.plan.repair import Line
from documents.plan.words import ORG_HEAD, PLACE, PLACE_HEAD, TIME, is_caps, squeeze
from domain.conference import Source
from domain.likeness import likeness
from domain.plan import Doubt
from domain.vietnamese import search_key

_PLAN = re.compile(r"(?:DỰ THẢO\s+)?KẾ HOẠCH|PLAN|CONFERENCE PLAN")
_KIND = re.compile(rf"{_PLAN.pattern}|GIẤY MỜI|THƯ MỜI|THÔNG BÁO")
_STATES_TIME = re.compile(r"\W*(?:\d+[.)]\s*)?(?:Thời gian|Time|Date)\b[^:]{0,30}:.*\d", re.IGNORECASE)
_SOON = 25  # lines
_HEAD = re.compile(
    r"Số\s*[:.]?\s*[\d…._ ]*[-/]|CỘNG H(?:ÒA|OÀ)|Độc lập\s*[-–]|ĐẢNG CỘNG SẢN VIỆT NAM|[^,;.]{2,40},\s*ngày\s",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"Số\s*:\s*\d+\s*[-/]")  # an appendix has no number of its own
_APPENDED = re.compile(r"(?:PHỤ LỤC|Phụ lục|APPENDIX|\(?(?:Ban hành )?[Kk]èm theo)")
_ALIKE = 0.6
_LEAST_LINES = 8
_HEAD_LINES = 12


def first_paper(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Doubt, ...]]:
    """The lines of the first plan, and the doubt about a second one behind it."""
    kinds = [index for index, line in enumerate(lines) if _KIND.fullmatch(_bare(line))]
    for index in kinds[1:]:
        begins = head_of(lines, index)
        appended = any(_APPENDED.match(line.text.strip()) for line in lines[max(begins - 2, 0) : index])
        numbered = any(_NUMBERED.search(line.text) for line in lines[begins:index])
        same_kind = _bare(lines[index]) == _bare(lines[kinds[0]])
        if (appended and not (numbered and same_kind)) or index - kinds[0] < _LEAST_LINES:
            continue
        if begins == index and not (_PLAN.fullmatch(_bare(lines[index])) and _states_time(lines, index)):
            continue  # the word alone in the midst of a text: nobody issued this one
        title = _title(lines, index)
        first = _title(lines, kinds[0])
        if search_key(title) == search_key(first) or (not same_kind and likeness(title, first) >= _ALIKE):
            return lines[:begins], ()  # the same paper twice, or the invitation to what the plan plans
        number = lines[index].number
        source = Source(title or lines[index].text.strip(), number, number)
        return lines[:begins], (Doubt("two_events", "title", source.quote, source),)
    return lines, ()


_EVENT = re.compile(
    r"(?:tổ chức\s+)?(?:hội nghị|hội thảo|đại hội|tọa đàm|lễ|lớp tập huấn|diễn đàn|conference|workshop|seminar)\s+\S",
    re.IGNORECASE,
)


def second_event(root: Node) -> tuple[Doubt, ...]:
    """The doubt about sections "I. HỘI NGHỊ SƠ KẾT …" and "II. HỘI NGHỊ TRIỂN KHAI …", each with when and where."""
    events = [
        node
        for node in root.walk()
        if node.kind in ("roman", "part", "caps")
        and _EVENT.match(node.text)
        and all(any(matter in child.about for child in node.children) for matter in (TIME, PLACE))
    ]
    if len(events) < 2 or len({event.kind for event in events}) > 1:
        return ()
    return tuple(Doubt("two_events", "title", event.source.quote, event.source) for event in events[1:])


def _bare(line: Line) -> str:
    return squeeze(line.text.strip("#* \t"))


def _states_time(lines: tuple[Line, ...], index: int) -> bool:
    """Whether what begins here says soon when it is held."""
    return any(_STATES_TIME.match(line.text) for line in lines[index + 1 : index + _SOON])


def head_of(lines: tuple[Line, ...], index: int) -> int:
    """Where the head of the paper begins whose type stands at `index`: bodies, motto, number, place and date."""
    begins = index
    for at in range(index - 1, max(index - _HEAD_LINES, 0), -1):
        text = squeeze(lines[at].text)
        named = is_caps(text) and (ORG_HEAD.match(text) or PLACE_HEAD.match(text))
        if not (named or _HEAD.match(text) or _HEAD.search(lines[at].text)):
            break
        begins = at
    return begins


def _title(lines: tuple[Line, ...], index: int) -> str:
    """The line under the type name."""
    return squeeze(lines[index + 1].text.strip("#* \t")) if index + 1 < len(lines) else ""
