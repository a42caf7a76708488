"""The dates of a plan, moved: the example conference is always today's.

A paper is moved as text, so that the bot reads it as it reads any other plan.
"""

import re
from datetime import date, timedelta

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_DATE = re.compile(
    rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)})(?P<between>,? (?:ngày )?))?"
    r"(?P<day>\d{1,2})(?P<one>/| tháng )(?P<month>\d{1,2})(?P<two>/| năm )(?P<year>\d{4})"
)


def move_dates(text: str, by: timedelta) -> str:
    """The text with every full date moved, in its own way of writing, and the weekday before it set right."""
    return _DATE.sub(lambda found: _moved(found, by), text)


def _moved(found: re.Match[str], by: timedelta) -> str:
    day = date(int(found["year"]), int(found["month"]), int(found["day"])) + by
    weekday = f"{WEEKDAYS[day.weekday()]}{found['between']}" if found["weekday"] else ""
    return f"{weekday}{day.day:02}{found['one']}{day.month:02}{found['two']}{day.year}"
