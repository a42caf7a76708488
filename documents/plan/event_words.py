"""Where an event is held and who leads it, by the words behind its day or its hour."""

import re

from documents.plan.places import PLACE_WORD, tidy_place
from documents.plan.whens import first_sentence
from documents.plan.words import clean
from domain.dates import find_clocks, find_dates
from domain.vietnamese import CAPITALS


def place_behind(when: str) -> str | None:
    """Where it is held by the words behind the day: "8h00 ngày 14/11 (thứ Sáu), phòng hội thảo tầng 3. Chủ trì: …"."""
    told = find_dates(when, 2000) or find_clocks(when)
    behind = _BEHIND_DAY.match(when, told[-1].to) if told else None
    room = tidy_place(behind["room"]) if behind else ""
    return room if PLACE_WORD.match(f"{room} ") else None


_BEHIND_DAY = re.compile(
    r"\s*(?:\([^()]*\))?\s*[,–-]\s+(?P<room>[^,.;()]{3,60}"
    r"(?:,\s*(?:tầng|lầu|khu|nhà|tòa|số\s+\d|đường|phố|phường|xã|huyện|thành phố)\s[^,.;()]{1,40})*)"
)
_LED = re.compile(
    r"[.;]\s+(?:chủ trì|điều hành|phụ trách|diễn giả|dẫn chương trình|MC)\s*:\s*(?P<who>.+)$", re.IGNORECASE
)


def led_by(text: str) -> str | None:
    """Who leads what a line tells, in a sentence behind its hour: "…, phòng 3. Chủ trì: TS. Vũ Đức An"."""
    led = _LED.search(text)
    return clean(first_sentence(led["who"])) if led else None


AT_PLACE = re.compile(rf"\s(?:tại|ở)\s+([{CAPITALS}](?:[^,;()]|\([^()]*\))*)")
