"""Events on days of their own, listed where the plan says when: "- Bảng A: 7 giờ 30 ngày 12/8, tại Nhà văn hóa xã"."""

import re
from dataclasses import replace

from documents.plan.agenda_days import WEEKDAY_ALONE
from documents.plan.agenda_enter import enter
from documents.plan.agenda_events import Known, Sessions
from documents.plan.agenda_halves import begins_with_day
from documents.plan.agenda_prose import clauses, is_prose, line
from documents.plan.agenda_sentences import own_hours, sentences_of
from documents.plan.agenda_state import State
from documents.plan.agenda_walk import take
from documents.plan.outline import Node
from documents.plan.sections import inside, region
from documents.plan.words import ACTIVITIES, CONTENT, PLACE, REHEARSAL, TIME, WORK, clean
from domain.dates import find_clocks, find_dates

_LEAST = 3
_MATTERS = frozenset({TIME, PLACE, ACTIVITIES, CONTENT})
_DUE = re.compile(r"\b(?:trước|chậm nhất|muộn nhất|hạn|đăng ký|gửi|nộp|hoàn thành|xong)\b", re.IGNORECASE)
_SAME_DAY = re.compile(r"\bcùng ngày\b", re.IGNORECASE)
_ONE_OF = re.compile(r"(?:cụm|bảng|khu vực|đợt|tuyến|lượt|vòng|trận|nhóm|đoàn|lớp|điểm)\s", re.IGNORECASE)
"""What is one of several only by the heading over it: "Vòng sơ khảo" over "Cụm 1"."""
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_HEADINGS = ("arabic", "arabic2", "letter", "lead", "dash")


def dated_list(root: Node, known: Known) -> Sessions:
    """The events of a list in which three lines and more have an hour and a day each, of two days or more."""
    prepares = {told.source for told in known.times if told.value.preparation}
    lines = [node for node in root.walk() if _tells_event(node, known.year) and node.source not in prepares]
    days = {find_dates(node.text, known.year)[0].first for node in lines if find_dates(node.text, known.year)}
    if len(lines) < _LEAST or len(days) < _LEAST - 1:
        return ()
    state = State()
    for node in lines:
        state.block = state.room = None
        if _days_below(node):
            _take_days(node, state, known)
        else:
            _take_event(node, state, known)
    return tuple(state.found)


def told_of_days(root: Node, known: Known) -> Sessions:
    """What sentences before the programme fix for a half of the day or the next: "Buổi tối, Gala từ 18h00 tại …"."""
    state = State(day=known.starts_on)
    for node in root.walk():
        if node.kind != "text" or node.about or region(node):
            continue
        for sentence in sentences_of(node.text):
            hours = own_hours(sentence) if begins_with_day(sentence) else []
            if hours and not _DUE.search(sentence, 0, hours[0].at):
                clauses(sentence, node.source, state, known)
    return tuple(item for item in state.found if item.value.start and not _ONLY_BEGINS.match(item.value.title))


_ONLY_BEGINS = re.compile(r"(?:\S+|(?:bắt đầu|kết thúc|làm việc|từ|buổi)\b.*)$", re.IGNORECASE)
"""When a half of the day begins, without what is held in it."""


def _take_days(node: Node, state: State, known: Known) -> None:
    """The days of an event that lasts several, told on lines of their own."""
    dates = find_dates(node.text, known.year)
    span = replace(known, starts_on=dates[0].first, ends_on=dates[-1].last) if dates else known
    for child in _days_below(node):
        enter(replace(child, text=child.label), state, span)
        state.block = _name(node)
        clauses(child.value, child.source, state, span)


def _take_event(node: Node, state: State, known: Known) -> None:
    """One line: an event, or the items of one with what is told of the whole before them."""
    begun = len(state.found)
    dates = find_dates(node.text, known.year)
    state.day = dates[0].first if dates else state.day
    if is_prose(node.text):
        take(node, state, known)
    else:
        line(node.text, node.source, state, known)
    told = state.found[begun:]
    timed = [item for item in told if item.value.start]
    over = node.parent
    if len(timed) == 1 and over is not None and over.kind in _HEADINGS and not over.about and _ONE_OF.match(node.text):
        title = f"{clean(over.label)} – {_name(node)}"
        timed = [replace(timed[0], value=replace(timed[0].value, title=title, responsible=None))]
    elif len(timed) > 1:
        room = next((item.value.room for item in told if not item.value.start), None)
        parts = (replace(item.value, part_of=_name(node), room=item.value.room or room) for item in timed)
        timed = [replace(item, value=value) for item, value in zip(timed, parts, strict=True)]
    state.found[begun:] = timed


def _name(node: Node) -> str:
    """What an event is called: the words before its colon, or its first sentence."""
    name = sentences_of(node.label if node.value else node.text)[0]
    return clean(_BRACKETS.sub("", name))


def _days_below(node: Node) -> list[Node]:
    """The days of an event that lasts several: "Thứ Hai: sáng 7h30 …; chiều 13h30 …" under its line."""
    return [child for child in node.children if WEEKDAY_ALONE.fullmatch(child.label) and find_clocks(child.value)]


def _follows_lead(node: Node) -> bool:
    """Whether a numbered line stands behind the words that lead to the events: "lịch các hoạt động như sau:"."""
    beside = node.parent.children if node.parent is not None else []
    leads = [other for other in beside if other.kind == "lead" and other.para.first < node.para.first]
    return node.kind == "arabic" and bool(leads) and bool(leads[-1].about & {ACTIVITIES, CONTENT})


def _tells_event(node: Node, year: int | None) -> bool:
    """Whether a line tells of an event with its hour and its one day, and of nothing that is due by then."""
    if node.kind in ("row", "close", "root") or inside(node, WORK) or node.about - {REHEARSAL}:
        return False
    matters = region(node.parent) if node.parent is not None else frozenset()
    if matters - _MATTERS or not (matters or _follows_lead(node)):
        return False
    if len(_days_below(node)) > 1:
        return True
    dates = find_dates(node.text, year)
    dated = len(dates[0].days) == 1 if dates else _SAME_DAY.search(node.text) is not None
    return dated and bool(find_clocks(node.text)) and not _DUE.search(node.text)
