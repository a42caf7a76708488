"""The times that one text tells: its days and hours, or the month or the season alone."""

import re
from dataclasses import replace
from datetime import date, datetime

from documents.plan.day_hours import EVENT_NAMED, PART_NAMED, at_hour, by_event, by_part, name_beside, with_halves
from documents.plan.preparations import PREPARES, REHEARSED
from documents.plan.whens import day_of, first_sentence, season_in, sentences, whens
from documents.plan.words import clean, split_outside
from domain.conference import Source
from domain.dates import find_clocks, find_months
from domain.plan import PlanTime, Sourced

_MOVED_FROM = re.compile(  # "thứ Tư ngày 20/11 được lùi sang thứ Năm ngày 21/11" says the latter
    r"(?:thứ\s+\w+,?\s+)?(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/\d{4})?\s+(?:được\s+|nay\s+)?(?:lùi|dời|chuyển|đổi|hoãn)"
    r"\s+(?:lại\s+)?(?:sang|đến|về|vào)\s+",
    re.IGNORECASE,
)
_INSTEAD_OF = re.compile(r",?\s*\(?thay (?:cho|vì)\s+(?:các\s+)?ngày\s+(?:[\d/, -]|và|đến)+\)?", re.IGNORECASE)
_OTHERWISE = re.compile(
    r"(?:phương án|trường hợp|nếu|dự phòng|(?:trời )?mưa|wet weather|in case of|if it|rain (?:date|plan)|back-?up)\b",
    re.IGNORECASE,
)  # "Phương án mưa: lùi sang …"


def times_in(text: str, what: str, source: Source, year: int | None, same_day: date | None) -> list[Sourced[PlanTime]]:
    """The times that the sentences of a text tell, each of what it names itself or else of what the text is about."""
    found: list[Sourced[PlanTime]] = []
    text = _INSTEAD_OF.sub("", _MOVED_FROM.sub("", text))
    what, told = name_beside(what, text), sentences(text)
    several = len(by_event(told, year)) > len(told)
    prepares = REHEARSED.match(what) is not None or PREPARES.search(what) is not None
    for sentence, read in with_halves(by_event(by_part(told, year), year), year):
        if _OTHERWISE.match(sentence) or _OTHERWISE.match(what):
            continue
        if beforehand := _told_beforehand(sentence, source, year, same_day):
            found.extend(beforehand)
            continue
        rehearsed = REHEARSED.match(sentence)
        own = clean(rehearsed.group().partition(":")[0]) if rehearsed and ":" in sentence[:30] else what
        part = PART_NAMED.match(sentence) or (EVENT_NAMED.match(sentence) if several else None)
        part = part or (_NAMED_ITSELF.match(sentence) if sentence is not told[0] else None)
        own = clean(part["name"]) if part else own
        prepares = prepares or PREPARES.search(sentence) is not None
        for when in whens(read, year, same_day):
            time_read = PlanTime(
                text=clean(sentence),
                what=own,
                start=when.start,
                end=when.end,
                preparation=(part is None and own is not what) or prepares,
            )
            found.append(Sourced(time_read, source, 0.95))
    if found:
        return _with_opening(found, told)
    months = find_months(text)
    if months:
        month = months[0]
        stated = month.year or year
        value = f"{stated}-{month.month:02d}" if stated else None
        return [Sourced(PlanTime(text=clean(first_sentence(text)), what=what, month=value), source, 0.9)]
    season = season_in(text)
    return [Sourced(PlanTime(text=clean(season), what=what), source, 0.8)] if season else []


def _told_beforehand(sentence: str, source: Source, year: int | None, day: date | None) -> list[Sourced[PlanTime]]:
    """What is done before the event, clause by clause: "Trước đó, họp Ban Tổ chức lúc 14h00 ngày 29/12; …"."""
    opens = _BEFOREHAND.match(sentence)
    found: list[Sourced[PlanTime]] = []
    for clause in split_outside(sentence[opens.end() :]) if opens else ():
        named = _NAME_OF_CLAUSE.match(clause)
        for when in whens(clause, year, day):
            day = day_of(when.start)  # that "cùng ngày" of the next clause means
            if named is None:
                continue
            told = PlanTime(
                text=clean(clause), what=clean(named["name"]), start=when.start, end=when.end, preparation=True
            )
            found.append(Sourced(told, source, 0.85))
    return found


_BEFOREHAND = re.compile(
    r"trước (?:đó|(?:hội nghị|đại hội|buổi lễ|ngày lễ)(?: (?:một|0?1) (?:ngày|buổi))?),?\s+(?!phiên|buổi)",
    re.IGNORECASE,
)
_NAME_OF_CLAUSE = re.compile(
    r"(?P<name>[^\d;:]{4,80}?),?(?:\s(?:được tổ chức|diễn ra|vào|lúc|từ|hồi|sáng|chiều|tối|ngày))*"
    r"\s(?=\d|thứ\s|chủ nhật)",
    re.IGNORECASE,
)


def _with_opening(found: list[Sourced[PlanTime]], told: tuple[str, ...]) -> list[Sourced[PlanTime]]:
    """The one day of a text with the hour that a sentence behind it gives: "Sáng 18/11/2026. Khai mạc lúc 8h30"."""
    value = found[0].value
    opens = next((sentence for sentence in told if _OPENS_AT.match(sentence)), "")
    if len(found) > 1 or not opens or isinstance(value.start, datetime) or value.start is None or value.end:
        return found
    timed = at_hour(f"{value.text}. {opens}", value.what, value.start, find_clocks(opens)[0])
    return [replace(found[0], value=replace(value, text=timed.text, start=timed.start))]


_NAMED_ITSELF = re.compile(
    r"(?P<name>[^\W\d_][^:;.\d]{3,50}):\s+(?=(?:(?:từ|lúc|vào|ngày|sáng|chiều|tối)\s+)*\d)", re.IGNORECASE
)
"""A sentence behind the first that tells another event by its name: "… Tổng kết, trao giải: 14 giờ ngày 27/3"."""
_OPENS_AT = re.compile(
    r"(?:(?:hội nghị|hội thảo|đại hội|buổi lễ|lễ|lớp)\s)?(?:khai mạc|bắt đầu)\s(?:(?:từ|lúc|vào|hồi)\s)*(?=\d)",
    re.IGNORECASE,
)
