"""What the paper says of a day for which its agenda holds nothing."""

import re
from datetime import date, time

from domain.answers.asked import IN_PART, Asked
from domain.answers.phrases import words_in
from domain.answers.values import Answer, Quoted
from domain.conference import Task
from domain.dates import DayPart
from domain.vietnamese import search_key
from domain.when import DayRange


def stated_for(asked: Asked, days: DayRange) -> Answer | None:
    """What the paper says of a day or a part of it for which its agenda holds nothing."""
    part = asked.u.when.part
    if days.first != days.last:
        return None
    day = re.compile(rf"(?<!\d)0?{days.first.day}/0?{days.first.month}(?!\d)")
    moments = [f"{each.what}: {each.text}" if each.what else each.text for each in asked.index.programme.moments]
    known = [fact.text for fact in asked.index.facts] + moments
    clauses = [clause.strip(" .()") for text in known for clause in text.split(";")]
    texts = [text for text in clauses if day.search(text) and _in_part(text, part) and _says_what(text)]
    texts = [*_work_of(asked, days.first, part), *texts]
    return Quoted(texts=tuple(dict.fromkeys(texts))[:MOST_STATED]) if texts else None


def _work_of(asked: Asked, day: date, part: DayPart | None) -> list[str]:
    """What somebody does at an hour of the day ("chạy thử lúc 14h"), with who; what is due by then is no event."""
    found = []
    for task in asked.index.programme.tasks:
        at = task.deadline
        if at is None or at.date() != day or not takes_place(task):
            continue
        if part is None or part.covers(at.time()):
            line = task.source.quote if task.source is not None else task.text
            found.append(f"{asked.task_line(task).unit}: {line.strip(' -+.')}")
    return found


def takes_place(task: Task) -> bool:
    """Whether a task happens at its hour ("lúc 14h00 ngày 19/12") rather than is due by it."""
    told = task.deadline_text or ""
    return bool(_HOUR.search(told)) and not _BY_THEN.search(told)


_BY_THEN = re.compile(r"\b(?:trước|chậm nhất|muộn nhất|hạn|xong|đến|hết|before|by|until)\b", re.IGNORECASE)

MOST_STATED = 4
"""Statements that are quoted for a day without an agenda."""


def _in_part(text: str, part: DayPart | None) -> bool:
    """Whether a statement speaks of a part of the day, by its name or by an hour."""
    if part is None or IN_PART[part].search(text):
        return True
    hours = (time(int(found[1]) % 24) for found in _HOUR.finditer(text))
    return any(part.covers(hour) for hour in hours)


_HOUR = re.compile(r"(?<!\d)(\d{1,2}) ?(?:h|g|giờ|:)(?=\d|\b)")


_OF_TIME = words_in("ngay thang nam tu den het buoi sang trua chieu toi thu hai ba tu sau bay chu nhat ca va gio cung")


def _says_what(text: str) -> bool:
    """Whether a text says more than when: at least three words that are none of time."""
    return sum(word.isalpha() and word not in _OF_TIME for word in search_key(text).split()) >= 3
