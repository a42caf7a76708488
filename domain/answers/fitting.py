"""The last look at an answer: does it hold what was asked for? A statement without a place answers no "ở đâu"."""

import re

from domain.answers.asked import Asked
from domain.answers.query import Kind
from domain.answers.values import Answer, ConferenceTimes, PlanField, Practical, Quoted, Responsible

CLEAR = 2.8
"""Evidence from which a question surely asks for a place, a time or a number."""

PLACE = re.compile(
    r"\b(?:địa điểm|venue|tại|ở|phòng|nhà|sảnh|hội trường|sân|tầng|đường|phố|số \d|khu|cổng|trụ sở|trung tâm|trường|về"
    r"|qua|trên|http|www|bãi|quảng trường|khách sạn|liên hệ|at|in|room|hall|floor|street|road)\b",
    re.IGNORECASE,
)
MONTHS = r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
TIME = re.compile(
    r"\d\s*[:/hg]|\b(?:giờ|ngày|buổi|sáng|trưa|chiều|tối|thứ|tháng|trước|sau|khi|before|after|day)\b|" + MONTHS,
    re.IGNORECASE,
)
DATED = re.compile(r"\d\s*[:/hg]|\d (?:ngày|tuần|tháng)|(?:tháng|tuần|ngày) \d|\b20\d\d\b|" + MONTHS, re.IGNORECASE)
"""What a limit is told by: a date or a number of days, not "after" alone."""

_HOUR = re.compile(r"\d ?(?:h|g|giờ|:\d|\.\d\d)|\b(?:sáng|trưa|chiều|tối|buổi|cả ngày)\b", re.IGNORECASE)
"""What answers "mấy giờ": an hour, or at least a part of the day."""

_NUMBER = re.compile(
    r"\d|\b(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|miễn phí|không|one|two|three|free)\b", re.IGNORECASE
)


def fits(asked: Asked, answer: Answer) -> bool:
    """Whether the answer could be one to what was asked, whatever the question was taken for."""
    if isinstance(answer, Practical | Quoted):
        if {"may", "gio"} <= asked.u.words and not any(map(_HOUR.search, answer.texts)):
            return False
        return all(
            pattern.search(" ".join(answer.texts)) for kind, pattern in HOLDING.items() if asked.u.score(kind) >= CLEAR
        )
    if isinstance(answer, PlanField) and answer.field == "form" and asked.u.score(Kind.COUNT) >= CLEAR:
        return False
    if isinstance(answer, Responsible) and not answer.lines and asked.u.kind is Kind.ATTENDEES:
        return False  # who invites them does not tell who they are
    if isinstance(answer, Responsible) and asked.u.kind is Kind.DEADLINE and not answer.lines:
        return any(task.deadline or task.deadline_text or TIME.search(task.text) for task in answer.tasks)
    if isinstance(answer, Responsible) and asked.u.kind is Kind.COUNT:
        return any(_NUMBER.search(each) for each in [t.text for t in answer.tasks] + [s.title for s in answer.lines])
    if isinstance(answer, Responsible) and asked.u.kind is Kind.WHERE and not answer.lines:
        return any(PLACE.search(task.text) for task in answer.tasks)
    if isinstance(answer, ConferenceTimes) and asked.u.when.part is not None and answer.first is not None:
        lines = (answer.first, answer.main, answer.last)
        return any(line is not None and line.start and asked.u.when.part.covers(line.start) for line in lines)
    return True


HOLDING = {
    Kind.WHERE: PLACE,
    Kind.ROOM: PLACE,
    Kind.WHEN: TIME,
    Kind.DEADLINE: DATED,
    Kind.COUNT: _NUMBER,
    Kind.DURATION: _NUMBER,
}
